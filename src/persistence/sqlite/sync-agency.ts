import type { Agency } from '../../domain/agency.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Connection } from './connection.ts';
import { and, eq, sql } from './drizzle.ts';
import type { DeclaredMember, DeclaredPosts } from './schema/agency.ts';
import { agencies, members, units } from './schema/agency.ts';

type Declared = Pick<Agency, 'id' | 'name'>;

/** An id names one row for ever, so a configuration may not take that of another agency. */
const demandOwn = (
  what: string,
  { id, agencyId }: { id: string; agencyId: string },
  agency: Declared,
  changes: number,
) => {
  if (agencyId !== agency.id || changes !== 1) throw new Error(`The ${what} ${id} belongs to another agency`);
};

/**
 * Of each thing that both the configuration and Telegram decide, the newer word: what the configuration says otherwise
 * than it did the last time, else what is stored.
 * @param stored null where there is no row yet
 */
const newestOf = <T extends object>(
  declared: T,
  stored: { readonly declared: T | null; readonly now: T } | null,
): T => {
  if (stored?.declared == null) return declared;
  const keys = Object.keys(declared) as (keyof T)[];
  const kept = keys.filter((key) => stored.declared?.[key] === declared[key]);
  return { ...declared, ...Object.fromEntries(kept.map((key) => [key, stored.now[key]])) };
};

const declaredOf = ({ role, title, unitId, telegramId }: DeclaredMember): DeclaredMember => ({
  role,
  title,
  unitId,
  telegramId,
});

/**
 * Makes the stored agency what the configuration says, in one transaction; see TaskStore.syncAgency. Numbers already given
 * and the version stay.
 */
export const agencySync = ({ db, client }: Connection) => {
  /** The members as they are to be. An account that the configuration gives to someone anew is theirs alone. */
  const membersToBe = (agency: Declared, declaredMembers: readonly Member[]) => {
    const storedById = new Map(
      db
        .select()
        .from(members)
        .where(eq(members.agencyId, agency.id))
        .all()
        .map((row) => [row.id, row]),
    );
    const merged = declaredMembers.map((member) => {
      const stored = storedById.get(member.id);
      const declared = declaredOf(member);
      const newest = newestOf(
        declared,
        stored ? { declared: stored.declared, now: declaredOf(stored) } : null,
      );
      const isAccountNew = stored?.declared?.telegramId !== declared.telegramId;
      return { member, declared, newest, isAccountNew, leftAt: stored?.leftAt ?? null };
    });
    const givenAnew = new Set(
      merged.flatMap(({ isAccountNew, newest }) => (isAccountNew ? (newest.telegramId ?? []) : [])),
    );
    return merged.map(({ isAccountNew, newest, ...rest }) => {
      const isTaken = !isAccountNew && newest.telegramId !== null && givenAnew.has(newest.telegramId);
      return { ...rest, newest: isTaken ? { ...newest, telegramId: null } : newest };
    });
  };

  const syncMembers = (agency: Declared, declaredMembers: readonly Member[]): (() => void) => {
    const toBe = membersToBe(agency, declaredMembers);
    // What is declared again later is declared anew, whatever was decided of it before.
    const kept = JSON.stringify(declaredMembers.map(({ id }) => id));
    db.update(members)
      .set({ declared: null, leftAt: null })
      .where(
        and(
          eq(members.agencyId, agency.id),
          sql`${members.id} not in (select value from json_each(${kept}))`,
        ),
      )
      .run();
    db.update(members).set({ isListed: false }).where(eq(members.agencyId, agency.id)).run();
    for (const [position, { member, declared, newest, leftAt }] of toBe.entries()) {
      const { id, agencyId, name } = member;
      const { unitId: _unitId, ...rest } = newest;
      const row = { ...rest, name, position, declared, leftAt, isListed: leftAt === null };
      const { changes } = db
        .insert(members)
        .values({ id, agencyId, ...row })
        .onConflictDoUpdate({
          target: members.id,
          set: { ...row, version: sql`${members.version} + 1` },
          setWhere: sql`${members.agencyId} = ${agency.id}`,
        })
        .run();
      demandOwn('member', member, agency, changes);
    }
    return () => {
      for (const { member, newest } of toBe) {
        db.update(members).set({ unitId: newest.unitId }).where(eq(members.id, member.id)).run();
      }
    };
  };

  const syncUnits = (agency: Declared, declaredUnits: readonly Unit[]): void => {
    const storedById = new Map(
      db
        .select({
          id: units.id,
          now: { headId: units.headId, deputyId: units.deputyId },
          declared: units.declared,
        })
        .from(units)
        .where(eq(units.agencyId, agency.id))
        .all()
        .map((row) => [row.id, row]),
    );
    db.update(units).set({ isListed: false }).where(eq(units.agencyId, agency.id)).run();
    for (const [position, unit] of declaredUnits.entries()) {
      const stored = storedById.get(unit.id);
      const declared = { headId: unit.headId, deputyId: unit.deputyId };
      const newest: DeclaredPosts = newestOf(declared, stored ?? null);
      const row = {
        code: unit.code,
        name: unit.name,
        shortName: unit.shortName,
        aliases: unit.aliases,
        weakAliases: unit.weakAliases ?? null,
        isAmbiguous: unit.isAmbiguous ?? null,
        isGroup: unit.isGroup ?? null,
        ...newest,
        isInAllUnits: unit.isInAllUnits,
        validFrom: unit.validFrom,
        validUntil: unit.validUntil,
        position,
        declared,
        isListed: true,
      };
      const { changes } = db
        .insert(units)
        .values({ id: unit.id, agencyId: unit.agencyId, ...row })
        .onConflictDoUpdate({
          target: units.id,
          set: { ...row, version: sql`${units.version} + 1` },
          setWhere: sql`${units.agencyId} = ${agency.id}`,
        })
        .run();
      demandOwn('unit', unit, agency, changes);
    }
  };

  const sync = (
    agency: Declared,
    declaredUnits: readonly Unit[],
    declaredMembers: readonly Member[],
  ): void => {
    db.insert(agencies)
      .values({ id: agency.id, name: agency.name, nextTaskNumber: 1, version: 1 })
      .onConflictDoUpdate({ target: agencies.id, set: { name: agency.name } })
      .run();
    // Units name members and members name units. Each row comes after the rows that it names: where that is left to the
    // end of the transaction instead, every new row is looked for in all the tables that may name it.
    const placeMembers = syncMembers(agency, declaredMembers);
    syncUnits(agency, declaredUnits);
    placeMembers();
  };
  const transaction = client.transaction(sync);
  return (...declared: Parameters<typeof sync>): void => {
    transaction.immediate(...declared);
  };
};
