// Run as a worker thread: makes one backup and tells how it went.
import { parentPort, workerData } from 'node:worker_threads';
import type { FinishedBackup } from './backup.ts';
import { BackupError, backUpDatabase } from './backup.ts';

/** What the thread is given. */
export interface BackupOrder {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly at: number;
}

/** What the thread answers. */
export type BackupOutcome =
  { readonly made: FinishedBackup; readonly failed: null } | { readonly made: null; readonly failed: string };

const { databaseUrl, folder, at } = workerData as BackupOrder;

const outcome = await backUpDatabase(databaseUrl, folder, at).then(
  (made): BackupOutcome => ({ made, failed: null }),
  (error: unknown): BackupOutcome => ({
    made: null,
    failed: error instanceof BackupError ? error.message : String(error),
  }),
);
parentPort?.postMessage(outcome);
