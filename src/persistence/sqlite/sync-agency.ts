import type { Agency } from '../../domain/agency.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Connection } from './connection.ts';
import { eq, sql } from './drizzle.ts';
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

/** Makes the stored agency what the configuration says, in one transaction. Numbers already given and the version stay. */
export const agencySync = ({ db, client }: Connection) => {
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
    db.update(members).set({ isListed: false }).where(eq(members.agencyId, agency.id)).run();
    for (const [position, member] of declaredMembers.entries()) {
      const { id, agencyId, unitId: _unitId, ...declared } = member;
      const row = { ...declared, position, isListed: true };
      const { changes } = db
        .insert(members)
        .values({ id, agencyId, ...row })
        .onConflictDoUpdate({
          target: members.id,
          set: row,
          setWhere: sql`${members.agencyId} = ${agency.id}`,
        })
        .run();
      demandOwn('member', member, agency, changes);
    }

    db.update(units).set({ isListed: false }).where(eq(units.agencyId, agency.id)).run();
    for (const [position, unit] of declaredUnits.entries()) {
      const row = {
        code: unit.code,
        name: unit.name,
        shortName: unit.shortName,
        aliases: unit.aliases,
        weakAliases: unit.weakAliases ?? null,
        isAmbiguous: unit.isAmbiguous ?? null,
        isGroup: unit.isGroup ?? null,
        headId: unit.headId,
        deputyId: unit.deputyId,
        isInAllUnits: unit.isInAllUnits,
        validFrom: unit.validFrom,
        validUntil: unit.validUntil,
        position,
        isListed: true,
      };
      const { changes } = db
        .insert(units)
        .values({ id: unit.id, agencyId: unit.agencyId, ...row })
        .onConflictDoUpdate({ target: units.id, set: row, setWhere: sql`${units.agencyId} = ${agency.id}` })
        .run();
      demandOwn('unit', unit, agency, changes);
    }

    for (const { id, unitId } of declaredMembers) {
      db.update(members).set({ unitId }).where(eq(members.id, id)).run();
    }
  };
  const transaction = client.transaction(sync);
  return (...declared: Parameters<typeof sync>): void => {
    transaction.immediate(...declared);
  };
};
