import type { Outlook } from './application/answering/outlook.ts';
import { readOutlook } from './application/answering/outlook.ts';
import type { Instant } from './domain/local-time.ts';
import { openToRead } from './persistence/sqlite/read-only.ts';

/** Reads beside a running bot what it will do next. */
export interface OutlookReader {
  /** What is planned, owed and sent as it stands at `now`; `limit` entries of each at most. */
  read(now: Instant, limit: number): Promise<Outlook>;
  close(): Promise<void>;
}

/** @throws DatabaseError where the bot's database cannot be read */
export const openOutlook = (agencyId: string, databaseUrl: string): OutlookReader => {
  const store = openToRead(databaseUrl);
  return {
    read: (now, limit) => readOutlook({ agencyId, store }, now, limit),
    close: () => store.close(),
  };
};
