import { OLD_WITHOUT_DEADLINE_DAYS, isDigestOver, recipientsOf } from '../domain/digest.ts';
import { NO_CELLS, addCells } from '../domain/four-cells.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../domain/local-time.ts';
import type { Instant, LocalDate } from '../domain/local-time.ts';
import type { Member } from '../domain/member.ts';
import type {
  DeputyWeek,
  Digest,
  DirectorWeek,
  Excerpt,
  SecretaryDay,
  Undelivered,
  UndatedWeek,
} from '../domain/notification.ts';
import { asLine } from './answers.ts';
import { assignmentIdsOf } from './assignment-ids.ts';
import { keyBeforeFailure } from './chat-changes.ts';
import type { Composed, Request } from './composed.ts';
import type { ApplicationContext } from './context.ts';
import type { AssignmentFilter, Found } from './ports.ts';
import { chatsOfUnits, readRoster } from './unit-chat.ts';

/** How many lines of each part are shown; the rest is counted. */
const MOST_LINES = 8;
const FEW_LINES = 5;
/** More failures than this are an outage, and the log is the place for it. */
const MOST_FAILURES = 50;

/** The list of a day as it is now, unless a newer one has overtaken it or there is nothing to say. */
export const composeDigest = async (
  app: ApplicationContext,
  { digest: kind, memberId, day }: Request<'digest'>,
): Promise<Composed> => {
  if (isDigestOver(kind, day, app.clock.now())) return { drop: 'its day is over' };
  if (app.settings.digests[kind] === null) return { drop: 'this list has been turned off' };
  const recipients = recipientsOf(kind, await app.store.members(app.agencyId));
  const member = recipients.find(({ id }) => id === memberId);
  if (member === undefined) return { drop: 'the member does not get this list any more' };
  const digest = await digestOf(app, kind, member);
  return digest === null ? { drop: 'there is nothing to say' } : { say: { kind: 'digest', digest } };
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
  const week = weekOf(app, now);
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

/** Deadlines on the days off that follow the week have their last working day in it. */
const weekOf = (app: ApplicationContext, now: Instant): { end: Instant; lastWorkingDay: LocalDate } => {
  const nextMonday = addDays(mondayOf(localDateOf(now)), 7);
  return {
    end: instantOf(app.calendar.workingDayOnOrAfter(nextMonday)),
    lastWorkingDay: app.calendar.workingDayOnOrBefore(addDays(nextMonday, -1)),
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

const secretaryDay = async (app: ApplicationContext): Promise<SecretaryDay | null> => {
  const { store, agencyId } = app;
  const now = app.clock.now();
  const today = localDateOf(now);
  const day: SecretaryDay = {
    kind: 'secretary_day',
    today,
    failed: await undelivered(app, today),
    unitsWithoutChat: await unitsWithoutChat(app),
    formerUnits: await formerUnits(app, today),
    unreachable: await unreachable(app),
    drafts: (await store.openDrafts(agencyId))
      .filter(({ lastPartAt }) => lastPartAt < instantOf(today))
      .map((draft) => ({ draft, openItems: draft.items.filter(isUndecided).length }))
      .filter(({ openItems }) => openItems > 0),
    submitted: await excerpt(app, await store.assignmentsWaiting({ agencyId }, 'submitted', FEW_LINES)),
    undated: isAskedToday(app, today) ? 0 : (await store.undatedAssignments({ agencyId }, now, 0)).total,
  };
  const isEmpty =
    day.failed.length + day.unitsWithoutChat.length + day.unreachable.length + day.drafts.length === 0 &&
    day.formerUnits.length + day.submitted.total + day.undated === 0;
  return isEmpty ? null : day;
};

/** Standing orders need no decision: they are kept only if someone wants them. */
const isUndecided = ({ state, kind }: SecretaryDay['drafts'][number]['draft']['items'][number]): boolean =>
  state === 'open' && kind !== 'standing';

/** On the day of the weekly list, tasks without a deadline are asked for there. */
const isAskedToday = (app: ApplicationContext, today: LocalDate): boolean =>
  app.settings.digests.undated_week !== null && app.calendar.workingDayOnOrAfter(mondayOf(today)) === today;

/** What failed since the list of the working day before, unless it has been owed anew in the meantime. */
const undelivered = async (app: ApplicationContext, today: LocalDate): Promise<readonly Undelivered[]> => {
  const { store, agencyId } = app;
  const since = instantOf(
    app.calendar.addWorkingDays(today, -1),
    app.settings.digests.secretary_day ?? '00:00',
  );
  const failed = await store.deliveries({ agencyId, since, state: 'failed' }, MOST_FAILURES);
  const all: Undelivered[] = [];
  for (const message of failed) {
    // Whoever does not get a list, or a word of what failed, misses nothing that is not said elsewhere.
    if (message.request.kind === 'digest' || message.request.kind === 'delivery_failed') continue;
    if ((await store.outboxMessageByKey(keyBeforeFailure(message))) !== null) continue;
    const views = await store.assignmentViews(await assignmentIdsOf(app, message.request));
    all.push({
      what: message.request.kind,
      unit: views[0]?.unit ?? null,
      taskNumbers: views.map(({ task }) => task.number),
    });
  }
  return all;
};

/** Units that have open tasks, but neither a chat nor a head to write to. */
const unitsWithoutChat = async (app: ApplicationContext): Promise<SecretaryDay['unitsWithoutChat']> => {
  const { store, agencyId } = app;
  const chatOf = chatsOfUnits(await readRoster(app));
  const silent = (await store.units(agencyId)).filter(
    (unit) => unit.isGroup !== true && chatOf(unit) === null,
  );
  const counts = await Promise.all(
    silent.map(({ id }) => store.countOpenAssignments({ agencyId, unitIds: [id] })),
  );
  return silent.filter((_, index) => (counts[index] ?? 0) > 0);
};

/** Units that have been merged or closed with tasks still open, so that someone gives those to whoever has taken over. */
const formerUnits = async (
  { store, agencyId, clock }: ApplicationContext,
  today: LocalDate,
): Promise<SecretaryDay['formerUnits']> => {
  const declared = await store.units(agencyId);
  const current = new Set(
    declared.filter(({ validUntil }) => validUntil === null || validUntil >= today).map(({ id }) => id),
  );
  const now = clock.now();
  // What was finished is no matter here.
  const former = (await store.cellsByUnit(agencyId, now + 1, now)).filter(
    ({ unitId }) => !current.has(unitId),
  );
  const found: SecretaryDay['formerUnits'][number][] = [];
  for (const { unitId } of former) {
    const filter: AssignmentFilter = { agencyId, unitIds: [unitId], role: 'lead' };
    const ids = await store.openAssignmentIds(filter, { limit: MOST_LINES, offset: 0 });
    const views = await store.assignmentViews(ids);
    const [first] = views;
    if (first) found.push({ unit: first.unit, taskNumbers: views.map(({ task }) => task.number) });
  }
  return found;
};

/** What the chats are called that the bot cannot write to: groups by their title, people by their name. */
const unreachable = async (app: ApplicationContext): Promise<readonly string[]> => {
  const { bindings, members } = await readRoster(app);
  const lost = new Set((await app.store.unreachableChats(app.agencyId)).map(({ chatId }) => chatId));
  return [
    ...new Set([
      ...bindings
        .filter(({ chatId, state }) => state === 'unreachable' || lost.has(chatId))
        .map(({ title }) => title),
      ...members.filter(({ telegramId }) => lost.has(telegramId ?? 0)).map(({ name }) => name),
    ]),
  ];
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

const excerpt = async (app: ApplicationContext, { total, ids }: Found): Promise<Excerpt> => {
  const now = app.clock.now();
  const views = await app.store.assignmentViews(ids);
  return { total, lines: views.map((view) => asLine(view, now, app.calendar)) };
};
