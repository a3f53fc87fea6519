// The program as `src/main.ts start` wires it, but without the pace that Telegram demands, so that its own speed shows.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { buildApp } = await import('../src/app.ts');
const { loadConfig } = await import('../src/config/load-config.ts');
const { readSettings } = await import('../src/config/settings.ts');
const { createLogger } = await import('../src/support/logger.ts');

const settings = readSettings(process.env);
const app = buildApp(
  {
    token: settings.botToken ?? '',
    connection: { apiRoot: settings.telegramApiRoot, proxy: settings.telegramProxy },
    databaseUrl: settings.databaseUrl,
    office: await loadConfig(settings.configDir),
    log: createLogger({ level: settings.logLevel }),
  },
  { limits: { overallPerSecond: Infinity, perChatPerSecond: Infinity, perGroupPerMinute: Infinity } },
);
process.once('SIGTERM', () => void app.stop());
await app.start();
