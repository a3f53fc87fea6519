import type { Operations } from './cli/operations.ts';
import { loadConfig } from './config/load-config.ts';
import type { Settings } from './config/settings.ts';
import type { Instant } from './domain/local-time.ts';
import { backUpDatabase } from './persistence/sqlite/backup.ts';
import { backupFolderOf, listBackups } from './persistence/sqlite/backup-files.ts';
import { examineDatabase } from './persistence/sqlite/examine.ts';
import { restoreDatabase } from './persistence/sqlite/restore.ts';
import { createProbe } from './telegram/probe.ts';

/** Where an office's backups are. */
export const backupFolder = ({ backupDir, databaseUrl }: Settings): string =>
  backupDir ?? backupFolderOf(databaseUrl);

/** The commands that look after an office, with the real database, Telegram and files. */
export const officeOperations = (now: () => Instant): Operations => ({
  doctor: {
    now,
    loadOffice: loadConfig,
    telegram: (token, { telegramApiRoot: apiRoot, telegramProxy: proxy }) =>
      createProbe(token, { apiRoot, proxy }),
    database: examineDatabase,
    backups: (settings) => {
      const folder = backupFolder(settings);
      // A backup of a time to come was made by a clock that was wrong.
      const made = listBackups(settings.databaseUrl, folder).filter(({ at }) => at <= now());
      return { folder, newest: made[0]?.at ?? null };
    },
  },
  backUp: (settings, folder) => backUpDatabase(settings.databaseUrl, folder ?? backupFolder(settings), now()),
  restore: (settings, file) =>
    new Promise((resolve) => {
      resolve(restoreDatabase(settings.databaseUrl, file, now()));
    }),
});
