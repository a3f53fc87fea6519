// The bot as `src/main.ts start` runs it, from the same environment, in a process of its own. Only its clock is another:
// it stands where the parent says. Each message from the parent is a moment to go to; the answer comes when the bot has
// nothing more to do at that moment, and says what it waits for next.
import type { AppConfig } from '../../src/app.ts';
import { buildApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { readSettings } from '../../src/config/settings.ts';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';
import { createLogger } from '../../src/support/logger.ts';
import type { BotReport } from './bot-process.ts';

const settings = readSettings(process.env);
const clock = new MovableClock(Number(process.argv[2]));
const config: AppConfig = {
  token: settings.botToken ?? '',
  connection: { apiRoot: settings.telegramApiRoot, proxy: settings.telegramProxy },
  databaseUrl: settings.databaseUrl,
  office: await loadConfig(settings.configDir),
  log: createLogger({ level: settings.logLevel, secrets: [settings.botToken ?? ''] }),
};
const app = buildApp(config, { clock, everyMinute: (handler) => clock.everyMinute(handler) });
const rest = (): Promise<void> => app.whenIdle();

const report = async (): Promise<void> => {
  await rest();
  process.send?.({ nextWake: clock.nextWake() } satisfies BotReport);
};

process.on('message', (moment: number) => {
  void clock.advanceTo(moment, rest).then(report);
});
// The parent is done, or gone.
process.on('disconnect', () => {
  void app.stop();
});
await app.start();
await report();
