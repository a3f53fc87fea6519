// Run as a worker thread: takes the write lock of a database, says so, keeps it for a while and writes a row.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const { path, holdMs, statement } = workerData as { path: string; holdMs: number; statement: string };
const client = new Sqlite(path);
client.exec('begin immediate');
client.exec(statement);
parentPort?.postMessage('locked');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, holdMs);
client.exec('commit');
client.close();
