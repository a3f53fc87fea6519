import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Instant } from '../../domain/local-time.ts';
import type { FinishedBackup } from './backup.ts';
import { BackupError } from './backup.ts';
import type { BackupOrder, BackupOutcome } from './backup-process.ts';

/**
 * Like backUpDatabase, in a process of its own: reading a large database from end to end takes minutes, and meanwhile the
 * bot goes on answering, keeps its memory, and can be stopped.
 * @param signal ends it at once; what it has written so far is cleared away by the next one
 * @throws BackupError
 */
export const backUpInBackground = async (
  databaseUrl: string,
  folder: string,
  at: Instant,
  signal?: AbortSignal,
): Promise<FinishedBackup> => {
  const child = fork(new URL('./backup-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(signal === undefined ? {} : { signal, killSignal: 'SIGKILL' as const }),
  });
  const ended = new Promise<null>((resolve) => {
    child.once('exit', () => {
      resolve(null);
    });
    // Told when it cannot be started and when it is ended by the signal.
    child.once('error', () => {
      resolve(null);
    });
  });
  const answered = once(child, 'message').then(([outcome]) => outcome as BackupOutcome);
  // Where it ends without an answer, or fails, nobody waits for the answer any more.
  answered.catch(() => undefined);
  const order: BackupOrder = { databaseUrl, folder, at };
  child.send(order, () => undefined);
  const outcome = await Promise.race([answered, ended]);
  if (outcome === null) throw new BackupError('Việc sao lưu bị dừng giữa chừng.');
  await ended;
  if (outcome.made === null) throw new BackupError(outcome.failed);
  return outcome.made;
};
