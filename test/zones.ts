// Runs the tests in which time matters on machines of other time zones: one that is nearly a day ahead of another, and
// one with daylight saving time. The whole suite runs in the machine's own zone before. Nothing may depend on it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles'];

/** Where an hour or a day is worked out or said. What people may send or press, and who may do it, asks for no time. */
const WHERE_TIME_MATTERS = [
  'test/contract',
  'test/domain',
  'test/application',
  'test/scheduling',
  'test/config',
  'test/telegram',
  'test/reading/deadline-reader',
  'test/reading/deadline-corpus',
  'test/cli/doctor',
  'test/persistence/backup',
  'test/support/zone',
  'test/scenarios/auditor',
  'test/scenarios/calendar',
  'test/scenarios/delivery-clock',
  'test/scenarios/digests',
  'test/scenarios/escalation',
  'test/scenarios/lists',
  'test/scenarios/notice-to-overdue',
  'test/scenarios/period-report',
  'test/scenarios/reminders',
  'test/scenarios/upkeep',
  'test/scenarios/wrong-clock',
];

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

for (const zone of ZONES) {
  process.stdout.write(`\nOn a machine in ${zone}:\n`);
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--reporter=dot', ...WHERE_TIME_MATTERS], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TZ: zone },
  });
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
