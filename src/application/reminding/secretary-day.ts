// What stands in the secretaries' daily list.
import { createHash } from 'node:crypto';
import type { DigestKind } from '../../domain/digest.ts';
import type { Instant, LocalDate } from '../../domain/local-time.ts';
import { instantOf, localDateOf, mondayOf } from '../../domain/local-time.ts';
import type { SecretaryDay, Undelivered } from '../../domain/digest-view.ts';
import { assignmentIdsOf } from '../sending/assignment-ids.ts';
import { keyBeforeFailure } from '../chats/chat-changes.ts';
import type { Request } from '../composing/composed.ts';
import type { ApplicationContext } from '../context.ts';
import { excerpt } from '../composing/excerpt.ts';
import type { AssignmentFilter } from '../ports/assignment-store.ts';
import { chatsOfUnits, readRoster } from '../chats/unit-chat.ts';

/** How many lines of each part are shown; the rest is counted. */
const MOST_LINES = 8;
const FEW_LINES = 5;
/** More failures than this are an outage, and the log is the place for it. */
const MOST_FAILURES = 50;

/** What does not move unless a secretary does something; null where nothing is stuck. */
export const secretaryDay = async (app: ApplicationContext): Promise<SecretaryDay | null> => {
  const { store, agencyId } = app;
  const now = app.clock.now();
  const today = localDateOf(now);
  const day: SecretaryDay = {
    kind: 'secretary_day',
    today,
    transfers: await transfersWaiting(app),
    failed: await undelivered(app, today),
    unitsWithoutChat: await unitsWithoutChat(app),
    formerUnits: await formerUnits(app, today),
    unreachable: await unreachable(app),
    drafts: (await store.openDrafts(agencyId))
      .filter(({ lastPartAt }) => lastPartAt < instantOf(today))
      .map((draft) => ({ draft, openItems: draft.items.filter(isUndecided).length }))
      .filter(({ openItems }) => openItems > 0),
    submitted: await excerpt(app, await store.assignmentsWaiting({ agencyId }, 'submitted', FEW_LINES)),
    undated: isAskedToday(app, today) ? 0 : await newlyUndated(app, today),
  };
  const isEmpty =
    day.failed.length + day.unitsWithoutChat.length + day.unreachable.length + day.drafts.length === 0 &&
    day.formerUnits.length + day.transfers.length + day.submitted.total + day.undated === 0;
  return isEmpty ? null : day;
};

/**
 * What stands in the list, in short: where it is the same as on the day before, nobody needs to read it again. What
 * failed and what was given without a deadline since then is new by itself, and no part of it.
 */
export const standingOf = (day: SecretaryDay | null): string => {
  const made = day && {
    unitsWithoutChat: day.unitsWithoutChat.map(({ id }) => id),
    transfers: day.transfers.map(({ view }) => view.assignment.id),
    formerUnits: day.formerUnits.map(({ unit, taskNumbers }) => [unit.id, ...taskNumbers]),
    unreachable: day.unreachable,
    drafts: day.drafts.map(({ draft, openItems }) => [draft.id, openItems]),
    submitted: [day.submitted.total, ...day.submitted.lines.map(({ view }) => view.assignment.id)],
  };
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22);
};

/**
 * True where the list would say what that of the working day before has said, and nothing new: it is said again when the
 * next week begins.
 */
export const isSaidAlready = async (
  app: ApplicationContext,
  day: SecretaryDay,
  { memberId, standing }: Request<'digest'>,
): Promise<boolean> => {
  if (day.failed.length + day.undated > 0 || beginsWeek(app, day.today)) return false;
  const before = app.calendar.addWorkingDays(day.today, -1);
  const last = await app.store.outboxMessageByKey(digestKey('secretary_day', before, memberId));
  return last?.request.kind === 'digest' && last.request.standing === standing;
};

/** One list of a kind, day and person, however often it is asked for. */
export const digestKey = (kind: DigestKind, day: LocalDate, memberId: string): string =>
  `digest:${kind}:${day}:${memberId}`;

const beginsWeek = ({ calendar }: ApplicationContext, today: LocalDate): boolean =>
  calendar.workingDayOnOrAfter(mondayOf(today)) === today;

/** Standing orders need no decision: they are kept only if someone wants them. */
const isUndecided = ({ state, kind }: SecretaryDay['drafts'][number]['draft']['items'][number]): boolean =>
  state === 'open' && kind !== 'standing';

/** On the day of the weekly list, tasks without a deadline are asked for there. */
const isAskedToday = (app: ApplicationContext, today: LocalDate): boolean =>
  app.settings.digests.undated_week !== null && beginsWeek(app, today);

/** Those that were given since the list of the working day before. */
const newlyUndated = async (app: ApplicationContext, today: LocalDate): Promise<number> => {
  const filter = { agencyId: app.agencyId };
  const all = await app.store.undatedAssignments(filter, app.clock.now(), 0);
  const older = await app.store.undatedAssignments(filter, lastListOf(app, today), 0);
  return all.total - older.total;
};

/** When the list of the working day before went out. */
const lastListOf = ({ calendar, settings }: ApplicationContext, today: LocalDate): Instant =>
  instantOf(calendar.addWorkingDays(today, -1), settings.digests.secretary_day ?? '00:00');

/** What failed since the list of the working day before, unless it has been owed anew in the meantime. */
const undelivered = async (app: ApplicationContext, today: LocalDate): Promise<readonly Undelivered[]> => {
  const { store, agencyId } = app;
  const since = lastListOf(app, today);
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

/** Tasks that their units want to hand over, the longest waiting first. */
const transfersWaiting = async ({
  store,
  agencyId,
}: ApplicationContext): Promise<SecretaryDay['transfers']> => {
  const requests = await store.pendingTransfersOf(agencyId);
  const views = await store.assignmentViews(requests.map(({ assignmentId }) => assignmentId));
  const units = await store.units(agencyId);
  return views.map((view) => {
    const request = requests.find(({ assignmentId }) => assignmentId === view.assignment.id);
    return { view, toUnit: units.find(({ id }) => id === request?.toUnitId) ?? null };
  });
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
  { store, agencyId }: ApplicationContext,
  today: LocalDate,
): Promise<SecretaryDay['formerUnits']> => {
  const declared = await store.units(agencyId);
  const current = new Set(
    declared.filter(({ validUntil }) => validUntil === null || validUntil >= today).map(({ id }) => id),
  );
  const found: SecretaryDay['formerUnits'][number][] = [];
  for (const unitId of await store.unitIdsWithOpenTasks(agencyId)) {
    if (current.has(unitId)) continue;
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
