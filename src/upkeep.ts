// What a running bot does for itself: a backup and a clean-up every day.
import { cleanUp } from './application/sending/clean-up.ts';
import type { ApplicationContext } from './application/context.ts';
import { tellOfFailedBackup } from './application/sending/delivery-notices.ts';
import type { Instant, TimeOfDay } from './domain/local-time.ts';
import { BackupError } from './persistence/sqlite/backup.ts';
import { backUpInBackground } from './persistence/sqlite/back-up-in-background.ts';
import { backupFolderOf, listBackups, pruneBackups } from './persistence/sqlite/backup-files.ts';
import type { DailyChore } from './scheduling/daily-chores.ts';
import type { Logger } from './support/logger.ts';

/** Where and when daily backups are made, and how long they are kept. */
export interface BackupConfig {
  /** Null: beside the database. */
  readonly folder: string | null;
  /** In Asia/Ho_Chi_Minh. */
  readonly at: TimeOfDay;
  /** The newest days of which backups stay. */
  readonly keepDays: number;
}

/** The daily backup of a database; where it fails, the log and the administrators are told. */
export const backupChore = (
  app: ApplicationContext,
  databaseUrl: string,
  config: BackupConfig,
  log: Logger,
): DailyChore => {
  const folder = config.folder ?? backupFolderOf(databaseUrl);
  return {
    name: 'backup',
    at: config.at,
    // What lies in the folder is the truth: it says so too after a restart, and when someone has deleted it.
    lastDone: () => {
      const made = listBackups(databaseUrl, folder).filter(({ at }) => at <= app.clock.now());
      return Promise.resolve(made[0]?.at ?? null);
    },
    async run(now, signal) {
      try {
        const made = await backUpInBackground(databaseUrl, folder, now, signal);
        const removed = pruneBackups(databaseUrl, folder, config.keepDays);
        log.info({ ...made, removed: removed.length }, 'The database has been backed up');
      } catch (error) {
        // The bot is about to end; the next one makes it.
        if (signal.aborted) return;
        const why = error instanceof BackupError ? error.message : 'Lỗi ghi trong nhật ký của bot.';
        await tellOfFailedBackup(app, why);
        throw error;
      }
    },
  };
};

/** In the middle of the night, when nobody waits. */
const CLEAN_UP_AT = '02:30';

/**
 * Deletes every day what nobody will ask for again. After a restart it is done once more, which costs little.
 * @param isClockWrong by such a clock, what is old may be new: nothing is deleted
 */
export const cleanUpChore = (
  app: ApplicationContext,
  log: Logger,
  isClockWrong: () => boolean,
): DailyChore => {
  let lastDone: Instant | null = null;
  return {
    name: 'clean-up',
    at: CLEAN_UP_AT,
    lastDone: () => Promise.resolve(lastDone),
    async run(now, signal) {
      if (isClockWrong()) return;
      const deleted = await cleanUp(app, signal);
      lastDone = now;
      if (Object.values(deleted).some((count) => count > 0))
        log.info(deleted, 'What is no longer needed has been deleted');
    },
  };
};
