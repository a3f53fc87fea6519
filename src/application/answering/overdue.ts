import type { OverdueOverview } from '../../domain/answers.ts';
import type { Member } from '../../domain/member.ts';
import type { Narrowed, OverdueChoice, OverdueView } from '../../domain/overdue-view.ts';
import { longOverdueBefore } from '../../domain/overdue-view.ts';
import type { Unit } from '../../domain/unit.ts';
import { overduePage } from './answers.ts';
import type { ApplicationContext } from '../context.ts';
import type { OverdueFilter, UnitCount } from '../ports/assignment-store.ts';

/** The units in a member's charge, in the order of the agency. */
export const unitsInCharge = async (app: ApplicationContext, member: Member): Promise<readonly Unit[]> =>
  (await app.store.units(app.agencyId)).filter(({ deputyId }) => deputyId === member.id);

/**
 * What is overdue in the whole agency, as someone wants to look at it who may see all of it, with the numbers that the
 * other ways of looking at it would give. What it was to be narrowed to and is not there any more narrows nothing.
 */
export const answerOverdueView = async (
  app: ApplicationContext,
  member: Member,
  wanted: OverdueView,
): Promise<OverdueOverview> => {
  const now = app.clock.now();
  const long = longOverdueBefore(now);
  const charge = await unitsInCharge(app, member);
  const scope = charge.length === 0 ? 'all' : wanted.scope;
  const narrowed = wanted.choice === null ? null : await resolveChoice(app, wanted.choice);
  const view = { ...wanted, scope, choice: narrowed === null ? null : wanted.choice };

  const chosen = await filterOf(app, narrowed);
  const ofAll = await app.store.overdueCounts(chosen, now);
  const inCharge = new Set(charge.map(({ id }) => id));
  const isInScope = ({ unitId }: UnitCount): boolean => scope === 'all' || inCharge.has(unitId);
  const longCounts = (await app.store.overdueCounts(chosen, long)).filter(isInScope);

  const filter: OverdueFilter = {
    ...chosen,
    ...(scope === 'all' ? {} : { unitIds: within(chosen.unitIds, inCharge) }),
    ...(view.age === 'recent' ? { inTimeAt: long } : {}),
  };
  const page = await overduePage(app, filter, { ...view, until: view.age === 'long' ? long : now });
  return {
    ...page,
    at: now,
    isOwnOnly: false,
    view: { ...view, offset: page.offset },
    narrowed,
    anyAgeCount: total(ofAll.filter(isInScope)),
    longCount: total(longCounts),
    countOfAll: total(ofAll),
    countInCharge: charge.length === 0 ? null : total(ofAll.filter(({ unitId }) => inCharge.has(unitId))),
  };
};

/** Most documents offered at once: those with the most overdue work. */
const MOST_DOCUMENTS = 12;

/** One thing a list can be narrowed to, with how many overdue tasks that leaves. */
export interface OverdueOption {
  readonly narrowed: Narrowed;
  readonly count: number;
}

/** What the list can be narrowed to, of one kind, in the scope looked at: only what leaves anything. */
export const overdueOptions = async (
  app: ApplicationContext,
  member: Member,
  { scope }: Pick<OverdueView, 'scope'>,
  by: OverdueChoice['by'],
): Promise<readonly OverdueOption[]> => {
  const now = app.clock.now();
  const charge = await unitsInCharge(app, member);
  const isAll = scope === 'all' || charge.length === 0;
  const filter = {
    agencyId: app.agencyId,
    ...(isAll ? {} : { unitIds: charge.map(({ id }) => id) }),
  };
  if (by === 'document') {
    const counts = (await app.store.overdueDocuments(filter, now)).slice(0, MOST_DOCUMENTS);
    const options = await Promise.all(
      counts.map(async ({ documentId, count }): Promise<OverdueOption[]> => {
        const document = await app.store.document(documentId);
        return document === null ? [] : [{ narrowed: { by, document }, count }];
      }),
    );
    return options.flat();
  }
  const counts = new Map(
    (await app.store.overdueCounts(filter, now)).map((each) => [each.unitId, each.count]),
  );
  const units = await app.store.units(app.agencyId);
  if (by === 'unit')
    return units.flatMap((unit) => {
      const count = counts.get(unit.id) ?? 0;
      return count === 0 ? [] : [{ narrowed: { by, unit }, count }];
    });
  return (await app.store.members(app.agencyId)).flatMap((deputy) => {
    const own = units.filter(({ deputyId }) => deputyId === deputy.id);
    const count = own.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
    return count === 0 ? [] : [{ narrowed: { by, deputy }, count }];
  });
};

const resolveChoice = async (
  app: ApplicationContext,
  { by, id }: OverdueChoice,
): Promise<Narrowed | null> => {
  switch (by) {
    case 'unit': {
      const unit = (await app.store.units(app.agencyId)).find((each) => each.id === id);
      return unit === undefined ? null : { by, unit };
    }
    case 'deputy': {
      const deputy = (await app.store.members(app.agencyId)).find((each) => each.id === id);
      return deputy === undefined ? null : { by, deputy };
    }
    case 'document': {
      const document = await app.store.document(id);
      return document?.agencyId === app.agencyId ? { by, document } : null;
    }
  }
};

const filterOf = async (app: ApplicationContext, narrowed: Narrowed | null): Promise<OverdueFilter> => {
  const { agencyId } = app;
  switch (narrowed?.by) {
    case undefined:
      return { agencyId };
    case 'unit':
      return { agencyId, unitIds: [narrowed.unit.id] };
    case 'deputy':
      return { agencyId, unitIds: (await unitsInCharge(app, narrowed.deputy)).map(({ id }) => id) };
    case 'document':
      return { agencyId, documentId: narrowed.document.id };
  }
};

const within = (unitIds: readonly string[] | undefined, wanted: ReadonlySet<string>): readonly string[] =>
  unitIds === undefined ? [...wanted] : unitIds.filter((id) => wanted.has(id));

const total = (counts: readonly UnitCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);
