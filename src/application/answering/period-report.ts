import type { PeriodReport } from '../../domain/answers.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import { addDays, instantOf, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { OverdueScope } from '../../domain/overdue-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ReportPeriod } from '../../domain/work-period.ts';
import { firstDayOf } from '../../domain/work-period.ts';
import type { ApplicationContext } from '../context.ts';
import { unitsInCharge } from './overdue.ts';

export interface PeriodWish {
  readonly period: ReportPeriod;
  /** The period before this one. */
  readonly isPrevious: boolean;
  readonly scope: OverdueScope;
}

/**
 * The four cells by unit: what was finished in the period, and what is open now, whichever period is looked at. The same
 * definitions as in every other list, so that "quá hạn" is what /quahan counts.
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
  const until = isPrevious ? instantOf(first) : null;
  const charge = units === null ? await unitsInCharge(app, member) : [];
  const isOfCharge = charge.length > 0 && scope === 'charge';
  const shown = isOfCharge ? charge : units;
  const counted = await app.store.cellsByUnit(app.agencyId, instantOf(from), now, until ?? now + 1);
  const listed = new Map((await app.store.units(app.agencyId)).map((unit) => [unit.id, unit]));
  const rows = counted.flatMap(({ unitId, cells }) => {
    const unit = listed.get(unitId) ?? null;
    const isShown = shown === null || shown.some(({ id }) => id === unitId);
    return isShown ? [{ unit, cells }] : [];
  });
  const former = rows.filter(({ unit }) => unit === null);
  return {
    at: now,
    period,
    isPrevious,
    scope: isOfCharge ? 'charge' : 'all',
    canSwitch: charge.length > 0,
    from,
    lastDay: until === null ? null : addDays(first, -1),
    units: [
      ...rows.filter(({ unit }) => unit !== null),
      ...(former.length === 0
        ? []
        : [{ unit: null, cells: former.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS) }]),
    ],
    total: rows.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS),
  };
};
