// How the kinds of values of the domain are stored.
//
//   an instant          INTEGER, milliseconds since 1970-01-01T00:00:00Z
//   a local day, moment TEXT, as the domain writes it
//   a list or an object TEXT, JSON
//   a closed set        TEXT with a CHECK; sets that grow with every version of the program have none (see the columns)
import { check, customType, integer, sql } from '../drizzle.ts';

/** A value as JSON; say which with `$type`. NULL is stored as NULL, not as the JSON text `null`. */
export const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => 'text',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value): unknown => JSON.parse(value ?? 'null'),
});

/** A moment, in milliseconds UTC. */
export const instant = (name: string) => integer(name);

/** The members of a literal union, so spelled that the compiler finds a missing and a wrong one. */
export const closedSet = <T extends string>(members: Readonly<Record<T, true>>): readonly string[] =>
  Object.keys(members);

/** CHECK that a column holds a member of a closed set, or NULL. */
export const checkOneOf = (name: string, column: string, members: readonly string[]) =>
  check(name, sql.raw(`${column} in (${members.map((member) => `'${member}'`).join(', ')})`));

/** CHECK that a column holds a local day or, where `isMoment`, a day or a minute of a day; or NULL. */
export const checkLocal = (name: string, column: string, { isMoment }: { isMoment: boolean }) => {
  const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
  const forms = isMoment ? [day, `${day}T[0-9][0-9]:[0-9][0-9]:00+07:00`] : [day];
  return check(name, sql.raw(forms.map((form) => `${column} glob '${form}'`).join(' or ')));
};
