import type { ApplicationContext } from './application/context.ts';
import type { Clock, IdSource } from './application/ports.ts';
import { queueDueReminders } from './application/queue-due-reminders.ts';
import { missingYears } from './config/holidays-file.ts';
import type { Config } from './config/load-config.ts';
import { localDateOf } from './domain/local-time.ts';
import { WorkingCalendar } from './domain/working-calendar.ts';
import { openSqliteTaskStore } from './persistence/sqlite/sqlite-task-store.ts';
import type { EveryMinute } from './scheduling/minute-tick.ts';
import { cronEveryMinute } from './scheduling/minute-tick.ts';
import { OutboxWorker } from './scheduling/outbox-worker.ts';
import { uuidSource } from './support/id-source.ts';
import type { Logger } from './support/logger.ts';
import { systemClock } from './support/system-clock.ts';
import { AnswerQueue } from './telegram/answer-queue.ts';
import { createBot } from './telegram/bot.ts';
import { setCommonCommands } from './telegram/commands.ts';
import type { Connection } from './telegram/connection.ts';
import { Polling } from './telegram/polling.ts';
import { createMessenger } from './telegram/sender.ts';

/** What a running bot is made of. */
export interface AppConfig {
  readonly token: string;
  readonly connection: Connection;
  readonly databaseUrl: string;
  readonly office: Config;
  readonly log: Logger;
}

/** What the sandbox and the tests put in the place of the machine's own. */
export interface Overrides {
  readonly clock?: Clock;
  readonly everyMinute?: EveryMinute;
  readonly ids?: IdSource;
}

export interface App {
  /** Opens the database and begins to work. Telegram need not be reachable yet. */
  start(): Promise<void>;
  /** Finishes the work in hand and lets go of everything. */
  stop(): Promise<void>;
  /** Rejects when the bot cannot go on (the token is refused); resolves after {@link stop}. */
  finished(): Promise<void>;
  /** Resolves when nothing can be sent at the present time of the clock. */
  whenIdle(): Promise<void>;
}

/** Wires everything together, by hand and in one place. */
export const buildApp = (config: AppConfig, overrides: Overrides = {}): App => {
  const { office, log } = config;
  const store = openSqliteTaskStore(config.databaseUrl);
  const app: ApplicationContext = {
    agencyId: office.agency.id,
    settings: office.settings,
    conventions: office.conventions,
    calendar: new WorkingCalendar(office.calendar),
    store,
    clock: overrides.clock ?? systemClock,
    ids: overrides.ids ?? uuidSource,
    outboxGrew: () => {
      worker.nudge();
    },
  };
  const answers = new AnswerQueue(app.clock, log);
  const bot = createBot(config.token, config.connection, app, log, answers);
  const worker = new OutboxWorker(app, createMessenger(bot.api, log), log);
  const polling = new Polling(bot, log, (api) =>
    setCommonCommands(api).catch((error: unknown) => {
      log.warn({ err: error }, 'The command menus could not be set');
    }),
  );
  const everyMinute = overrides.everyMinute ?? cronEveryMinute;
  let ticking: { stop(): Promise<void> } | null = null;
  let finished: Promise<void> = Promise.resolve();

  const tick = async (): Promise<void> => {
    try {
      await queueDueReminders(app);
      worker.nudge();
    } catch (error) {
      log.error({ err: error }, 'A minute tick failed; the next one makes up for it');
    }
  };

  return {
    async start() {
      await store.syncAgency(office.agency, office.units, office.members);
      warnOfMissingYears(office, app, log);
      worker.start();
      ticking = everyMinute(tick);
      finished = polling.run();
      // Whoever waits for the end hears of it; nobody need wait.
      finished.catch(() => undefined);
      await tick();
    },
    async stop() {
      await ticking?.stop();
      await polling.stop();
      await answers.stop();
      await worker.stop();
      await store.close();
    },
    finished: () => finished,
    async whenIdle() {
      await answers.whenIdle();
      await worker.whenIdle();
    },
  };
};

/** Days off of a year that is not in the calendar are unknown, not absent: whoever looks after the bot must add it. */
const warnOfMissingYears = ({ calendar }: Config, app: ApplicationContext, log: Logger): void => {
  const years = missingYears(calendar, localDateOf(app.clock.now()));
  if (years.length > 0)
    log.warn({ years }, 'The calendar of days off lacks these years: only weekends are known, and Tết is assumed');
};
