// Runs the tests in which time matters on machines of other time zones: one that is nearly a day ahead of another, and
// one with daylight saving time. The whole suite runs in the machine's own zone before. Nothing may depend on it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles'];

const WHERE_TIME_MATTERS = [
  'test/domain',
  'test/application',
  'test/scheduling',
  'test/config',
  'test/telegram',
  'test/scenarios',
  'test/reading/deadline',
  'test/cli/doctor',
  'test/persistence/backup',
  'test/support/zone',
];

/**
 * Programs of their own, which do not inherit the zone; and what people may send or press, and who may do it, where no time
 * is asked for: the same handlers, with the same dates, run in the other scenarios.
 */
const ELSEWHERE = [
  'process',
  'stories',
  'robustness',
  'robustness-buttons',
  'robustness-chats',
  'authority',
  'authority-table',
  'concurrency',
  'joining',
  'inline',
  'files',
  'pastes',
  'entering',
  'groups',
  'binding',
  'evidence',
  'rate-limit',
].map((name) => `test/scenarios/${name}.test.ts`);

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

for (const zone of ZONES) {
  process.stdout.write(`\nOn a machine in ${zone}:\n`);
  const excluded = ELSEWHERE.flatMap((path) => ['--exclude', path]);
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=dot', ...excluded, ...WHERE_TIME_MATTERS],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: zone } },
  );
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
