import type { LeftBehind } from '../../domain/people-news.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';

/** More than one unit ever has open. */
const MOST_TASKS = 2_000;
const MOST_EXTENSIONS = 200;

/** The posts that a member held. */
export interface Posts {
  readonly headed: readonly Unit[];
  readonly inCharge: readonly Unit[];
}

export const postsOf = async (app: ApplicationContext, memberId: string): Promise<Posts> => {
  const units = await app.store.units(app.agencyId);
  return {
    headed: units.filter(({ headId }) => headId === memberId),
    inCharge: units.filter(({ deputyId }) => deputyId === memberId),
  };
};

/** What there is to hand over, by the units that a member headed and had in charge. */
export const leftBehind = async (
  app: ApplicationContext,
  memberId: string,
  { headed, inCharge }: Posts,
): Promise<LeftBehind> => {
  const { agencyId, store } = app;
  const headless = await Promise.all(
    headed.map(async (unit) => {
      const filter = { agencyId, unitIds: [unit.id], role: 'lead' } as const;
      const ids = await store.openAssignmentIds(filter, { limit: MOST_TASKS, offset: 0 });
      return { unit, taskNumbers: (await store.assignmentViews(ids)).map(({ task }) => task.number) };
    }),
  );
  const waiting =
    inCharge.length === 0 ? [] : (await extensionsOf(app, inCharge)).map(({ task }) => task.number);
  const drafts = await store.openDrafts(agencyId);
  return {
    headless,
    uncharged: inCharge,
    extensions: waiting,
    openDrafts: drafts.filter((draft) => draft.createdBy === memberId).length,
  };
};

/** The assignments of some units that ask for more time. */
export const extensionsOf = async (
  app: ApplicationContext,
  units: readonly Unit[],
): ReturnType<ApplicationContext['store']['assignmentViews']> => {
  const filter = { agencyId: app.agencyId, unitIds: units.map(({ id }) => id) };
  const { ids } = await app.store.assignmentsAskingForTime(filter, MOST_EXTENSIONS);
  return app.store.assignmentViews(ids);
};
