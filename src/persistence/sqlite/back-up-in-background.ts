import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Instant } from '../../domain/local-time.ts';
import type { FinishedBackup } from './backup.ts';
import { BackupError } from './backup.ts';
import type { BackupOrder, BackupOutcome } from './backup-thread.ts';

/**
 * Like backUpDatabase, in a thread and with a connection of its own, so that the bot goes on answering meanwhile.
 * @throws BackupError
 */
export const backUpInBackground = async (
  databaseUrl: string,
  folder: string,
  at: Instant,
): Promise<FinishedBackup> => {
  const workerData: BackupOrder = { databaseUrl, folder, at };
  const thread = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData });
  const ended = once(thread, 'exit').catch(() => undefined);
  try {
    const [outcome] = (await once(thread, 'message')) as [BackupOutcome];
    if (outcome.made === null) throw new BackupError(outcome.failed);
    return outcome.made;
  } finally {
    await ended;
  }
};
