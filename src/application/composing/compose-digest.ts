import { OLD_WITHOUT_DEADLINE_DAYS, isDigestOver, recipientsOf } from '../../domain/digest.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { DeputyWeek, Digest, DirectorWeek, UndatedWeek } from '../../domain/digest-view.ts';
import { reachOf } from '../../domain/work-period.ts';
import type { Composed, Request } from './composed.ts';
import type { ApplicationContext } from '../context.ts';
import { excerpt } from './excerpt.ts';
import type { AssignmentFilter } from '../ports/assignment-store.ts';
import { isSaidAlready, secretaryDay } from '../reminding/secretary-day.ts';

/** How many lines of each part are shown; the rest is counted. */
const MOST_LINES = 8;
const FEW_LINES = 5;

/** The list of a day as it is now, unless a newer one has overtaken it or there is nothing to say. */
export const composeDigest = async (
  app: ApplicationContext,
  request: Request<'digest'>,
): Promise<Composed> => {
  const { digest: kind, memberId, day } = request;
  if (isDigestOver(kind, day, app.clock.now())) return { drop: 'its day is over' };
  if (app.settings.digests[kind] === null) return { drop: 'this list has been turned off' };
  const recipients = recipientsOf(kind, await app.store.members(app.agencyId));
  const member = recipients.find(({ id }) => id === memberId);
  if (member === undefined) return { drop: 'the member does not get this list any more' };
  const digest = await digestOf(app, kind, member);
  if (digest === null) return { drop: 'there is nothing to say' };
  if (digest.kind === 'secretary_day' && (await isSaidAlready(app, digest, request)))
    return { drop: 'nothing has changed since the last list' };
  return { say: { kind: 'digest', digest } };
};

const digestOf = (app: ApplicationContext, kind: Digest['kind'], member: Member): Promise<Digest | null> => {
  switch (kind) {
    case 'deputy_week':
      return deputyWeek(app, member);
    case 'director_week':
      return directorWeek(app);
    case 'secretary_day':
      return secretaryDay(app);
    case 'undated_week':
      return undatedWeek(app);
  }
};

/**
 * What waits for a deputy in the units of their charge. Where nothing does, one line says so: a week without a word could
 * not be told from a bot that has stopped. Where nothing at all is being followed, there is nothing to say.
 */
const deputyWeek = async (app: ApplicationContext, deputy: Member): Promise<DeputyWeek | null> => {
  const { store, agencyId } = app;
  const now = app.clock.now();
  const units = (await store.units(agencyId)).filter(({ deputyId }) => deputyId === deputy.id);
  const filter: AssignmentFilter = { agencyId, unitIds: units.map(({ id }) => id), role: 'lead' };
  const openCount = await store.countOpenAssignments(filter);
  if (openCount === 0) return null;
  const overdueCounts = await store.overdueCounts(filter, now);
  const overdue = {
    total: overdueCounts.reduce((sum, { count }) => sum + count, 0),
    ids: await store.overdueAssignmentIds(filter, now, { limit: MOST_LINES, offset: 0 }),
  };
  const week = reachOf('week', localDateOf(now), app.calendar);
  return {
    kind: 'deputy_week',
    today: localDateOf(now),
    until: week.lastWorkingDay,
    openCount,
    overdue: await excerpt(app, overdue),
    due: await excerpt(app, await store.dueAssignments(filter, now, week.end, MOST_LINES)),
    extensions: await excerpt(app, await store.assignmentsAskingForTime(filter, FEW_LINES)),
    submitted: await excerpt(app, await store.assignmentsWaiting(filter, 'submitted', FEW_LINES)),
    blocked: await excerpt(app, await store.assignmentsWaiting(filter, 'blocked', FEW_LINES)),
  };
};

const directorWeek = async (app: ApplicationContext): Promise<DirectorWeek | null> => {
  const { store, agencyId } = app;
  const now = app.clock.now();
  const since = addDays(mondayOf(localDateOf(now)), -7);
  const counted = await store.cellsByUnit(agencyId, instantOf(since), now);
  if (counted.length === 0) return null;
  const units = new Map((await store.units(agencyId)).map((unit) => [unit.id, unit]));
  const former = counted.filter(({ unitId }) => !units.has(unitId));
  const kept = [...units.values()].filter(({ deputyId }) => deputyId === null);
  const own: AssignmentFilter = { agencyId, unitIds: kept.map(({ id }) => id) };
  const escalated = await store.assignmentsBeforeDirector({ agencyId }, now, MOST_LINES);
  return {
    kind: 'director_week',
    today: localDateOf(now),
    since,
    units: [
      ...counted.flatMap(({ unitId, cells }) => {
        const unit = units.get(unitId);
        return unit === undefined ? [] : [{ unit, cells }];
      }),
      ...(former.length === 0
        ? []
        : [{ unit: null, cells: former.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS) }]),
    ],
    escalated: await excerpt(app, escalated),
    extensions: await excerpt(app, await store.assignmentsAskingForTime(own, FEW_LINES)),
  };
};

/** What has no deadline, also for whoever asks; null where nothing lacks one. */
export const undatedWeek = async (app: ApplicationContext): Promise<UndatedWeek | null> => {
  const now = app.clock.now();
  const filter = { agencyId: app.agencyId };
  const found = await app.store.undatedAssignments(filter, now, MOST_LINES);
  if (found.total === 0) return null;
  const today = localDateOf(now);
  const old = await app.store.undatedAssignments(
    filter,
    instantOf(addDays(today, -OLD_WITHOUT_DEADLINE_DAYS)),
    0,
  );
  return { kind: 'undated_week', today, old: old.total, undated: await excerpt(app, found) };
};
