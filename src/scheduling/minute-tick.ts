import { schedule } from 'node-cron';
import { ZONE } from '../domain/local-time.ts';

/** Calls a handler every minute. The tick is not the reminder: it asks the database what is due. */
export type EveryMinute = (handler: () => Promise<void>) => { stop(): Promise<void> };

/** A tick missed or left out changes nothing, and the handler tells of its own errors: there is nothing to print beside the log. */
const SILENT = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/**
 * The real tick, in Asia/Ho_Chi_Minh. A tick that comes while the last one is still running is left out; stopping waits
 * for the one that runs.
 */
export const cronEveryMinute: EveryMinute = (handler) => {
  let running: Promise<void> = Promise.resolve();
  const tick = (): Promise<void> => (running = handler());
  const task = schedule('* * * * *', tick, { timezone: ZONE, noOverlap: true, logger: SILENT });
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
};
