// The program's entry, and the only place that knows the process: it reads the environment and the arguments, listens
// to signals, sets the exit code, and chooses between Telegram and the sandbox.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { App, AppConfig, Overrides } from './app.ts';
import type { Config } from './config/load-config.ts';
import type { Settings } from './config/settings.ts';
import type { Operations } from './cli/operations.ts';
import type { Readers } from './cli/reading.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Story } from './sandbox/stories/story.ts';

const SANDBOX_DATABASE = 'sandbox.db';
/** How much of the plan and of the ledger the page shows. */
const OUTLOOK_LENGTH = 60;

// Each command loads what it needs, and nothing else.
const main = async (): Promise<number> => {
  const { runCommandLine } = await import('./cli/program.ts');
  return runCommandLine(process.argv.slice(2), {
    version: packageJson().version,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: { ...readEnvFile('.env'), ...process.env },
    now: () => Date.now(),
    readers: await loadReaders(),
    actions: {
      start: (settings) => (settings.botToken === null ? startPage() : startBot(settings, settings.botToken)),
      demo: async ({ botToken }, { story, isList }) => {
        if (botToken !== null) await refuseDemo();
        else if (isList) await listStories();
        else await playDemo(story);
      },
      migrate,
    },
    operations: loadOperations,
  });
};

/** The variables of a .env file; none where there is no file. */
const readEnvFile = (path: string): NodeJS.Dict<string> =>
  existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};

/** Runs the bot on Telegram until a signal comes or the token is refused. */
const startBot = async (settings: Settings, token: string): Promise<void> => {
  const { buildApp } = await import('./app.ts');
  const { loadConfig } = await import('./config/load-config.ts');
  const { createLogger } = await import('./support/logger.ts');
  const { shutdownOnSignals } = await import('./support/shutdown.ts');

  const log = createLogger({ level: settings.logLevel, secrets: [token] });
  const office = await loadConfig(settings.configDir);
  for (const warning of office.warnings) log.warn(warning);
  const shutdown = shutdownOnSignals(process);
  // Listened for from here on: a signal may come while the bot is still starting.
  const stopped = new Promise((resolve) => {
    shutdown.signal.addEventListener('abort', resolve, { once: true });
  });
  const app = buildApp({
    token,
    connection: { apiRoot: settings.telegramApiRoot, proxy: settings.telegramProxy },
    databaseUrl: settings.databaseUrl,
    office,
    log,
    backups: {
      folder: settings.backupDir,
      at: settings.backupAt,
      keepDays: settings.backupKeepDays,
    },
  });
  await app.start();
  log.info('The bot is running');
  try {
    await Promise.race([stopped, app.finished()]);
  } finally {
    await app.stop();
    shutdown.dispose();
    log.info('The bot has stopped');
  }
};

/**
 * Beside a real bot nothing of the sandbox is loaded, not even when it is asked for by name.
 * @throws UsageError always, with the way to see a story all the same
 */
const refuseDemo = async (): Promise<never> => {
  const { UsageError } = await import('./cli/usage-error.ts');
  throw new UsageError(
    'máy này đã có BOT_TOKEN nên không nạp phần chạy thử. Xem câu chuyện mẫu mà không dùng bot thật: BOT_TOKEN= npm run demo',
  );
};

/** Says which stories there are: a name and a title on each line. */
const listStories = async (): Promise<void> => {
  const { STORIES } = await import('./sandbox/stories/stories.ts');
  const width = Math.max(...STORIES.map(({ name }) => name.length));
  for (const { name, title } of STORIES) process.stdout.write(`${name.padEnd(width)}  ${title}\n`);
};

/** Serves the whole product in a page of this machine, over a Telegram of its own, until a signal comes. */
const startPage = async (): Promise<void> => {
  const { rm } = await import('node:fs/promises');
  const { runPage } = await import('./sandbox/web/run-page.ts');
  const { FIRST_PORT } = await import('./sandbox/web/page-server.ts');
  const { openOutlook } = await import('./outlook.ts');
  const { shutdownOnSignals } = await import('./support/shutdown.ts');

  process.stdout.write(
    'Chưa có BOT_TOKEN, nên bot chạy thử trong một Telegram giả lập trên máy này, với cơ quan mẫu.\n',
  );
  const shutdown = shutdownOnSignals(process);
  try {
    await runPage({
      print: (line) => process.stdout.write(`${line}\n`),
      until: shutdown.signal,
      // Whoever has the port has the database of that number, so that two programs do not meet in one.
      castFor: (port) => async (story) => {
        const file = join('data', port === FIRST_PORT ? SANDBOX_DATABASE : `sandbox-${port}.db`);
        const office = await sandboxOffice(story);
        return {
          ...castOf(office),
          startBot: async (sandbox) => {
            // Its Telegram begins anew each time, and so does it.
            for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
            const databaseUrl = `file:${file}`;
            const app = await startSandboxedBot(office, databaseUrl, sandbox);
            const outlook = openOutlook(office.agency.id, databaseUrl);
            return {
              whenIdle: () => app.whenIdle(),
              outlook: () => outlook.read(sandbox.clock.now(), OUTLOOK_LENGTH),
              stop: async () => {
                await outlook.close();
                await app.stop();
              },
            };
          },
        };
      },
    });
  } finally {
    shutdown.dispose();
  }
};

/**
 * Plays a story in a Telegram of this machine's own, in the terminal.
 * @param name the story's name; null means the first one
 * @throws UsageError where there is no story of that name
 */
const playDemo = async (name: string | null): Promise<void> => {
  const { STORIES, storyCalled } = await import('./sandbox/stories/stories.ts');
  const story = name === null ? STORIES[0] : storyCalled(name);
  if (story === null) {
    const { UsageError } = await import('./cli/usage-error.ts');
    const known = STORIES.map((each) => each.name).join(', ');
    throw new UsageError(`không có câu chuyện “${name ?? ''}”; chọn một trong: ${known}.`);
  }
  const { runSandbox } = await import('./sandbox/run-sandbox.ts');
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const office = await sandboxOffice(story);
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-'));
  try {
    await runSandbox({
      ...castOf(office),
      story,
      print: (line) => process.stdout.write(`${line}\n`),
      startBot: (sandbox) => startSandboxedBot(office, `file:${join(folder, SANDBOX_DATABASE)}`, sandbox),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The agency that a story is about. */
const sandboxOffice = async ({ agency }: Pick<Story, 'agency'>): Promise<Config> => {
  const { loadConfig, withAgency } = await import('./config/load-config.ts');
  const sample = await loadConfig(join(import.meta.dirname, '..', 'config'));
  return agency === undefined ? sample : withAgency(sample, agency);
};

const castOf = ({ members, units }: Config) => ({
  people: members,
  units: units.filter((unit) => unit.isGroup !== true),
});

/** The same bot as ever, against the sandbox's server and with its clock. */
const startSandboxedBot = async (office: Config, databaseUrl: string, sandbox: Sandbox): Promise<App> => {
  const { buildApp } = await import('./app.ts');
  const { createLogger } = await import('./support/logger.ts');
  const { server, clock } = sandbox;
  const config: AppConfig = {
    token: server.token,
    connection: { apiRoot: server.apiRoot, proxy: null },
    databaseUrl,
    office,
    // An outage that somebody makes is no news.
    log: createLogger({ level: 'error', secrets: [server.token] }),
  };
  const overrides: Overrides = { clock, everyMinute: (handler) => clock.everyMinute(handler) };
  const app = buildApp(config, overrides);
  await app.start();
  return app;
};

/** Brings the database up to date and ends. Opening it does just that; not under the feet of a bot that knows the old one. */
const migrate = async (settings: Settings): Promise<void> => {
  const { lockDatabase } = await import('./persistence/sqlite/lock.ts');
  const { openSqliteTaskStore } = await import('./persistence/sqlite/sqlite-task-store.ts');
  const lock = lockDatabase(settings.databaseUrl, Date.now());
  await openSqliteTaskStore(settings.databaseUrl).close();
  lock.release();
  process.stdout.write('Dữ liệu đã ở phiên bản mới nhất.\n');
};

const loadReaders = async (): Promise<Readers> => {
  const [{ readDeadline }, { readAssignments }, { readReply }, { readNotice }] = await Promise.all([
    import('./reading/deadline-reader.ts'),
    import('./reading/assignment-reader.ts'),
    import('./reading/reply-reader.ts'),
    import('./reading/notice-reader.ts'),
  ]);
  return { readDeadline, readAssignments, readReply, readNotice };
};

const loadOperations = async (): Promise<Operations> => {
  const { officeOperations } = await import('./operations.ts');
  return officeOperations(() => Date.now());
};

const packageJson = (): { version: string } =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

process.exitCode = await main();
