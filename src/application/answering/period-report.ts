import type { PeriodReport } from '../../domain/answers.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import { addDays, instantOf, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { OverdueScope } from '../../domain/overdue-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ReportPeriod } from '../../domain/work-period.ts';
import { firstDayOf } from '../../domain/work-period.ts';
import type { ApplicationContext } from '../context.ts';
import type { UnitCells } from '../ports/digest-store.ts';
import { cellsAt } from './cells-at.ts';
import { unitsInCharge } from './overdue.ts';

export interface PeriodWish {
  readonly period: ReportPeriod;
  /** The period before this one. */
  readonly isPrevious: boolean;
  readonly scope: OverdueScope;
}

/**
 * The four cells by unit: what was finished in the period, and what is open now; of the period before, what was open when
 * it ended. The same definitions as in every other list, so that "quá hạn" is what /quahan counts, or counted then.
 * @param units whose work is shown; null is the whole agency, or what is in the asker's charge
 */
export const reportPeriod = async (
  app: ApplicationContext,
  member: Member,
  units: readonly Unit[] | null,
  { period, isPrevious, scope }: PeriodWish,
): Promise<PeriodReport> => {
  const now = app.clock.now();
  const first = firstDayOf(period, localDateOf(now));
  const from = isPrevious ? firstDayOf(period, addDays(first, -1)) : first;
  const over = isPrevious ? instantOf(first) - 1 : null;
  const charge = units === null ? await unitsInCharge(app, member) : [];
  const isOfCharge = charge.length > 0 && scope === 'charge';
  const shown = isOfCharge ? charge : units;
  const counted =
    over === null
      ? await app.store.cellsByUnit(app.agencyId, instantOf(from), now)
      : await cellsAt(app, instantOf(from), over);
  const listed = await app.store.units(app.agencyId);
  const order = new Map(listed.map(({ id }, position) => [id, position]));
  const positionOf = ({ unitId }: UnitCells): number => order.get(unitId) ?? order.size;
  const rows = counted
    .filter(({ unitId }) => shown === null || shown.some(({ id }) => id === unitId))
    .toSorted((one, other) => positionOf(one) - positionOf(other))
    .map(({ unitId, cells }) => ({ unit: listed.find(({ id }) => id === unitId) ?? null, cells }));
  const former = rows.filter(({ unit }) => unit === null);
  return {
    at: now,
    period,
    isPrevious,
    scope: isOfCharge ? 'charge' : 'all',
    canSwitch: charge.length > 0,
    from,
    lastDay: over === null ? null : addDays(first, -1),
    units: [
      ...rows.filter(({ unit }) => unit !== null),
      ...(former.length === 0
        ? []
        : [{ unit: null, cells: former.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS) }]),
    ],
    total: rows.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS),
  };
};
