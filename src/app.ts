import { deliveryAuditor } from './application/sending/audit-delivery.ts';
import type { ApplicationContext } from './application/context.ts';
import type { Clock } from './application/ports/clock.ts';
import type { IdSource } from './application/ports/id-source.ts';
import type { TaskStore } from './application/ports/task-store.ts';
import { pressExtensions } from './application/deciding/press-extensions.ts';
import { queueDigests } from './application/reminding/queue-digests.ts';
import { queueDueReminders } from './application/reminding/queue-due-reminders.ts';
import { planKeeper } from './application/reminding/replan.ts';
import { ClockCheck } from './application/sending/clock-check.ts';
import type { ClockState } from './application/sending/clock-check.ts';
import { tellOfWrongClock } from './application/sending/delivery-notices.ts';
import { Listening } from './application/sending/listening.ts';
import { SendGate } from './application/sending/send-gate.ts';
import type { SendLimits } from './application/sending/send-windows.ts';
import { missingYears } from './config/holidays-file.ts';
import type { Config } from './config/load-config.ts';
import { localDateOf } from './domain/local-time.ts';
import { WorkingCalendar } from './domain/working-calendar.ts';
import type { DatabaseLock } from './persistence/sqlite/lock.ts';
import { lockDatabase } from './persistence/sqlite/lock.ts';
import { openSqliteTaskStore } from './persistence/sqlite/sqlite-task-store.ts';
import { Auditor } from './scheduling/auditor.ts';
import { DailyChores } from './scheduling/daily-chores.ts';
import type { EveryMinute } from './scheduling/minute-tick.ts';
import { cronEveryMinute } from './scheduling/minute-tick.ts';
import { OutboxWorker } from './scheduling/outbox-worker.ts';
import { uuidSource } from './support/id-source.ts';
import type { Logger } from './support/logger.ts';
import { systemClock } from './support/system-clock.ts';
import { AnswerQueue } from './telegram/transport/answer-queue.ts';
import { createBot } from './telegram/bot.ts';
import { setCommonCommands } from './telegram/commands.ts';
import { listenForUpdates } from './telegram/transport/connection.ts';
import type { Connection } from './telegram/transport/connection.ts';
import { Polling } from './telegram/transport/polling.ts';
import { listenForTime } from './telegram/transport/server-time.ts';
import { asSaying, say } from './telegram/saying.ts';
import { createMessenger } from './telegram/transport/sender.ts';
import type { BackupConfig } from './upkeep.ts';
import { backupChore, cleanUpChore } from './upkeep.ts';

/** What a running bot is made of. */
export interface AppConfig {
  readonly token: string;
  readonly connection: Connection;
  readonly databaseUrl: string;
  readonly office: Config;
  readonly log: Logger;
  /** Absent for a database that is gone tomorrow. */
  readonly backups?: BackupConfig;
}

/** What the sandbox and the tests put in the place of the machine's own. */
export interface Overrides {
  readonly clock?: Clock;
  readonly everyMinute?: EveryMinute;
  readonly ids?: IdSource;
  /** Between 0 and 1: what keeps tries that failed together from coming back together. */
  readonly random?: () => number;
  /** Telegram's own unless told. */
  readonly limits?: SendLimits;
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

/**
 * Wires everything together, by hand and in one place.
 * @throws DatabaseInUseError where another bot works with the database
 * @throws DatabaseError where the database cannot be used
 */
export const buildApp = (config: AppConfig, overrides: Overrides = {}): App => {
  const { office, log } = config;
  const clock = overrides.clock ?? systemClock;
  const { store, lock } = openStore(config, clock);
  const app: ApplicationContext = {
    agencyId: office.agency.id,
    settings: office.settings,
    conventions: office.conventions,
    calendar: new WorkingCalendar(office.calendar),
    store,
    clock,
    ids: overrides.ids ?? uuidSource,
    outboxGrew: () => {
      worker.nudge();
    },
  };
  const gate = new SendGate({
    clock,
    store,
    random: overrides.random ?? Math.random,
    ...(overrides.limits ? { limits: overrides.limits } : {}),
    warn: (details, message) => {
      log.warn(details, message);
    },
  });
  const answers = new AnswerQueue(clock, gate, log, app);
  const bot = createBot(config.token, config.connection, app, log, answers);
  listenForUpdates(bot.api, () => {
    gate.heard();
  });
  const listening = new Listening(clock);
  listening.onAwake = () => tick();
  const clockCheck = new ClockCheck();
  clockCheck.onChange = (state, aheadMs) => {
    tellOfClock(log, state, aheadMs);
    worker.nudge();
  };
  const worker = new OutboxWorker(app, createMessenger(bot.api, log), gate, listening, clockCheck, log);
  const polling = new Polling(bot, log, listening, (api) =>
    setCommonCommands(api).catch((error: unknown) => {
      log.warn({ err: error }, 'The command menus could not be set');
    }),
  );
  const everyMinute = overrides.everyMinute ?? cronEveryMinute;
  const keepPlan = planKeeper(app, office.calendar);
  let ticking: { stop(): Promise<void> } | null = null;
  let stopListeningForTime = (): void => undefined;
  let finished: Promise<void> = Promise.resolve();

  const chores = new DailyChores(
    clock,
    [
      ...(config.backups === undefined ? [] : [backupChore(app, config.databaseUrl, config.backups, log)]),
      cleanUpChore(app, log, () => clockCheck.state === 'far'),
    ],
    log,
  );

  /** One step of a tick that fails holds up none of the others. */
  const step = async (name: string, run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      log.error(
        { err: error, step: name },
        'A step of the minute tick failed; the next tick makes up for it',
      );
      return false;
    }
  };

  const tick = async (): Promise<void> => {
    listening.ticked();
    chores.tick();
    if (!listening.isWaking) await step('clock', () => tellOfWrongClock(app, clockCheck));
    if (listening.isWaking || clockCheck.state === 'far') {
      // By a clock that is wrong, or may be, another day's reminders would be used up: they wait until the time is known.
      worker.nudge();
      auditor.ticked();
      return;
    }
    const isPlanned = await step('plan', keepPlan);
    const areRemindersQueued = await step('reminders', () => queueDueReminders(app));
    await step('extensions', () => pressExtensions(app));
    const areDigestsQueued = await step('digests', () => queueDigests(app));
    gate.lookAgain();
    worker.nudge();
    if (isPlanned && areRemindersQueued && areDigestsQueued) auditor.ticked();
  };

  const auditor = new Auditor(
    clock,
    deliveryAuditor(app, {
      isCutOff: () => gate.isCutOff,
      isClockWrong: () => clockCheck.state === 'far',
      wasUnreadSince: (moment) => listening.wasBehindSince(moment),
    }),
    {
      tick,
      nudge: () => {
        worker.nudge();
      },
    },
    log,
  );

  return {
    async start() {
      await store.syncAgency(office.agency, office.units, office.members);
      warnOfMissingYears(office, app, log);
      await gate.restore();
      // The lock says that whoever had them is gone.
      await store.releaseOutbox();
      await answers.restore((content) => async () => {
        await say({ api: bot.api, app, log }, asSaying(content));
      });
      stopListeningForTime = listenForTime(
        config.connection.apiRoot,
        () => clock.now(),
        (...times) => {
          clockCheck.compare(...times);
        },
      );
      worker.start();
      auditor.start();
      ticking = everyMinute(tick);
      finished = polling.run();
      // Whoever waits for the end hears of it; nobody need wait.
      finished.catch(() => undefined);
      await tick();
    },
    async stop() {
      await ticking?.stop();
      await auditor.stop();
      await chores.stop();
      await polling.stop();
      await answers.stop();
      await worker.stop();
      stopListeningForTime();
      await store.close();
      lock.release();
    },
    finished: () => finished,
    async whenIdle() {
      await polling.whenTried();
      // Each may give the other something to do.
      do {
        await auditor.whenIdle();
        await chores.whenIdle();
        await answers.whenIdle();
        await worker.whenIdle();
      } while (answers.isBusy);
    },
  };
};

const tellOfClock = (log: Logger, state: ClockState, aheadMs: number): void => {
  const aheadSeconds = Math.round(aheadMs / 1_000);
  if (state === 'right') log.info({}, 'The clock of this machine agrees with Telegram’s again');
  else if (state === 'odd')
    log.warn({ aheadSeconds }, 'The clock of this machine is wrong, so reminders come early or late');
  else
    log.error(
      { aheadSeconds },
      'The clock of this machine is wrong by hours: reminders are held until it is right',
    );
};

/** Takes the database for this process before anything is read or migrated in it. */
const openStore = (
  { databaseUrl, token }: AppConfig,
  clock: Clock,
): { store: TaskStore; lock: DatabaseLock } => {
  const lock = lockDatabase(databaseUrl, clock.now());
  try {
    const bot = { botId: botIdOf(token), now: () => clock.now() };
    return { store: openSqliteTaskStore(databaseUrl, bot), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** The number before the colon of a token is the bot's id in Telegram; 0 where there is none, which Telegram will refuse. */
const botIdOf = (token: string): number => Number(/^\d+(?=:)/.exec(token)?.[0] ?? 0);

/** Days off of a year that is not in the calendar are unknown, not absent: whoever looks after the bot must add it. */
const warnOfMissingYears = ({ calendar }: Config, app: ApplicationContext, log: Logger): void => {
  const years = missingYears(calendar, localDateOf(app.clock.now()));
  if (years.length > 0)
    log.warn(
      { years },
      'The calendar of days off lacks these years: only weekends are known, and Tết is assumed',
    );
};
