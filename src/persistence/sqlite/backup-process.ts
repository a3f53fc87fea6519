// Run as a process of its own: makes one backup and tells how it went.
import type { FinishedBackup } from './backup.ts';
import { BackupError, backUpDatabase } from './backup.ts';

/** What the process is given. */
export interface BackupOrder {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly at: number;
}

/** What the process answers. */
export type BackupOutcome =
  { readonly made: FinishedBackup; readonly failed: null } | { readonly made: null; readonly failed: string };

// Ctrl-C and service managers signal this process too: the bot hears it and ends this one as it sees fit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

process.once('message', (order: BackupOrder) => {
  void carryOut(order).then((outcome) => {
    // The channel is all that keeps this process alive; it is closed where the bot has died in the meantime.
    if (!process.connected) return;
    process.send?.(outcome, () => {
      if (process.connected) process.disconnect();
    });
  });
});

const carryOut = async ({ databaseUrl, folder, at }: BackupOrder): Promise<BackupOutcome> => {
  try {
    return { made: await backUpDatabase(databaseUrl, folder, at), failed: null };
  } catch (error) {
    return { made: null, failed: error instanceof BackupError ? error.message : String(error) };
  }
};
