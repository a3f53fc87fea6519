import type { UnitCells } from '../../application/ports/digest-store.ts';
import type { FourCells } from '../../domain/four-cells.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import type { Instant } from '../../domain/local-time.ts';
import { UNIT_ORDER } from './agency-queries.ts';
import type { Connection } from './connection.ts';
import { equals, given, idList, isIn } from './connection.ts';
import { and, eq, sql } from './drizzle.ts';
import { recentChanges } from './recent-changes.ts';
import { units } from './schema/agency.ts';
import { IS_DONE, OPEN, WAITING, assignments } from './schema/work.ts';

/** Found unit by unit, of whatever standing the unit is. */
const inUnits = sql`${assignments.unitId} in (select ${units.id} from ${units} where ${equals(units.agencyId, 'agencyId')})`;

const isLead = sql`role = 'lead'`;

/** How the work of each unit stands, in the four cells of the reports. */
export const cellsQueries = (connection: Connection) => {
  const { db } = connection;
  const { acceptedFrom } = recentChanges(connection);

  // What is open by its deadline, and what of that is submitted and has to be taken away from it again.
  const isLate = sql`overdue_from is not null and overdue_from <= ${given('now')}`;
  const inTime = sql<number>`sum(overdue_from is not null and not (${isLate}))`;
  const late = sql<number>`sum(${isLate})`;
  const undated = sql<number>`sum(overdue_from is null)`;
  const doneCells = {
    unitId: assignments.unitId,
    doneLate: sql<number>`sum(overdue_from is not null and completed_at >= overdue_from)`,
    doneInTime: sql<number>`sum(overdue_from is null or completed_at < overdue_from)`,
  };

  // Twice: where nothing is left out, the indexes answer alone.
  const counting = (isWanted: ReturnType<typeof sql> | undefined) => ({
    open: db
      .select({ unitId: assignments.unitId, openInTime: inTime, openLate: late, undated })
      .from(assignments)
      .where(and(inUnits, OPEN, isLead, isWanted))
      .groupBy(assignments.unitId)
      .prepare(),
    submitted: db
      .select({
        unitId: assignments.unitId,
        submitted: sql<number>`count(*)`,
        openInTime: sql<number>`-${inTime}`,
        openLate: sql<number>`-${late}`,
        undated: sql<number>`-${undated}`,
      })
      .from(assignments)
      .where(and(inUnits, WAITING, eq(assignments.status, 'submitted'), isWanted))
      .groupBy(assignments.unitId)
      .prepare(),
    done: db
      .select(doneCells)
      .from(assignments)
      .where(
        and(
          equals(assignments.agencyId, 'agencyId'),
          IS_DONE,
          sql`completed_at >= ${given('since')}`,
          isWanted,
        ),
      )
      .groupBy(assignments.unitId)
      .prepare(),
    // Finished before, and accepted since.
    accepted: db
      .select(doneCells)
      .from(assignments)
      .where(
        and(
          isIn(assignments.id, 'accepted'),
          IS_DONE,
          sql`completed_at < ${given('since')}`,
          equals(assignments.agencyId, 'agencyId'),
          isWanted,
        ),
      )
      .groupBy(assignments.unitId)
      .prepare(),
  });
  const all = counting(undefined);
  const allBut = counting(sql`not ${isIn(assignments.id, 'without')}`);
  const unitsInOrder = db
    .select({ unitId: units.id })
    .from(units)
    .where(equals(units.agencyId, 'agencyId'))
    .orderBy(...UNIT_ORDER)
    .prepare();

  return {
    cellsByUnit: (
      agencyId: string,
      since: Instant,
      now: Instant,
      without: readonly string[] = [],
    ): UnitCells[] => {
      const query = without.length === 0 ? all : allBut;
      const values = { agencyId, without: idList(without) };
      const accepted = idList(acceptedFrom(agencyId, since));
      const cells = new Map<string, FourCells>();
      for (const { unitId, ...counts } of [
        ...query.open.all({ ...values, now }),
        ...query.submitted.all({ ...values, now }),
        ...query.done.all({ ...values, since }),
        ...query.accepted.all({ ...values, since, accepted }),
      ]) {
        cells.set(unitId, addCells(cells.get(unitId) ?? NO_CELLS, { ...NO_CELLS, ...counts }));
      }
      return unitsInOrder.all({ agencyId }).flatMap(({ unitId }) => {
        const counted = cells.get(unitId);
        return counted === undefined ? [] : [{ unitId, cells: counted }];
      });
    },
  };
};
