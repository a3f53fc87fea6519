import type { Connection } from './connection.ts';

/**
 * Rows of an agency that are few, change seldom and are needed for every message: what was read is remembered until the
 * database may hold something else, because another process has written or this one says so.
 */
export const remembering = <Row>(
  { client, turn }: Connection,
  read: (agencyId: string) => readonly Row[],
) => {
  const dataVersion = client.prepare<[], number>('pragma data_version').pluck();
  const known = new Map<string, readonly Row[]>();
  let version = dataVersion.get();
  let askedIn: object | null = null;
  const forgetIfWritten = (): void => {
    if (askedIn === turn.current()) return;
    askedIn = turn.current();
    const current = dataVersion.get();
    if (current !== version) known.clear();
    version = current;
  };
  return {
    of: (agencyId: string): readonly Row[] => {
      forgetIfWritten();
      const remembered = known.get(agencyId);
      if (remembered !== undefined) return remembered;
      const rows = read(agencyId);
      known.set(agencyId, rows);
      return rows;
    },
    /** To be called when this process has written such rows. */
    forget: (): void => {
      known.clear();
    },
  };
};
