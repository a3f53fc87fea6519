import { isAtRest, isOpen } from '../../domain/assignment.ts';
import type { Draft, DraftItem } from '../../domain/draft.ts';
import type { LocalMoment } from '../../domain/local-time.ts';
import { dateOf, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Notification } from '../../domain/notification.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { planRungs } from '../../domain/reminder-plan.ts';
import { asLine } from '../answering/answers.ts';
import { assignmentIdsOf } from '../sending/assignment-ids.ts';
import { composeHandling } from './compose-handling.ts';
import { composeDigest } from './compose-digest.ts';
import { composeExtension } from './compose-extension.ts';
import { composeEscalation, composeReminder } from './compose-reminder.ts';
import type { ApplicationContext } from '../context.ts';
import type { Composed, Request } from './composed.ts';
import { composePeopleNews } from './compose-people-news.ts';
import { ladderOf, timetableOf } from '../reminding/reminders.ts';
import { readArrived } from '../entering/read-arrived.ts';
import { composeUndone } from '../entering/undo-save.ts';
import { partsWaitedFor } from '../reporting/waited-for.ts';

/** Looks again, at the moment of sending, whether what is owed is still true, and gathers the facts of this moment. */
export const composeNotification = (app: ApplicationContext, message: OutboxMessage): Promise<Composed> => {
  const { request } = message;
  switch (request.kind) {
    case 'draft_summary':
    case 'draft_card':
      return composeDraft(app, request);
    case 'task_assigned':
      return composeAssignment(app, request);
    case 'deadline_set':
      return composeDeadline(app, request);
    case 'series_ended':
      return composeEndOfSeries(app, request);
    case 'reminder_asked_for':
      return composeReminderAskedFor(app, request);
    case 'digest':
      return composeDigest(app, request);
    case 'reminder':
      return composeReminder(app, request, message.createdAt);
    case 'escalation':
      return composeEscalation(app, request, message.createdAt);
    case 'completion_reported':
    case 'blocked_reported':
      return composeReport(app, request);
    case 'completion_decided':
      return composeCompletion(app, request);
    case 'save_undone':
      return composeUndone(app, request);
    case 'transfer_requested':
    case 'transfer_refused':
    case 'handed_over':
    case 'coordination_news':
    case 'task_cancelled':
    case 'task_restored':
    case 'waited_for':
      return composeHandling(app, request);
    case 'extension_requested':
    case 'extension_stranded':
    case 'extension_noted':
    case 'extension_decided':
      return composeExtension(app, request);
    case 'delivery_failed':
      return composeFailure(app, request);
    case 'chat_lost':
      return composeLoss(app, request);
    case 'people':
      return composePeopleNews(app, request.news);
    case 'clock_wrong':
      return Promise.resolve({ say: request });
    case 'backup_failed':
      return Promise.resolve(
        request.day === localDateOf(app.clock.now())
          ? { say: { kind: 'backup_failed', why: request.why } }
          : { drop: 'it was tried again since' },
      );
  }
};

const composeDraft = async (
  app: ApplicationContext,
  request: Request<'draft_summary'> | Request<'draft_card'>,
): Promise<Composed> => {
  const draft = await readArrived(app, request);
  if (draft === null) return { drop: 'the draft has been read again' };
  if (request.kind === 'draft_summary') return { say: { kind: 'draft_summary', draft } };
  const item = draft.items.find(({ index }) => index === request.index);
  if (item?.state !== 'open') return { drop: 'the item has been decided' };
  return { say: composeCard(app, draft, item) };
};

/** The card of one item of a draft, with the reminders that saving it now would bring. */
export const composeCard = (
  app: ApplicationContext,
  draft: Draft,
  item: DraftItem,
): Extract<Notification, { kind: 'draft_card' }> => ({
  kind: 'draft_card',
  draft,
  item,
  ...planOf(app, item),
});

/** The reminders that saving the item now would bring, and the years they reach into of which no days off are known. */
const planOf = (
  app: ApplicationContext,
  item: DraftItem,
): Pick<Extract<Notification, { kind: 'draft_card' }>, 'reminders' | 'unknownYears' | 'isPressedDaily'> => {
  const now = app.clock.now();
  const ladder = ladderOf(app, item);
  const rungs = planRungs(item.deadline, ladder, timetableOf(app), now);
  return {
    reminders: rungs.filter((rung) => !rung.isPast),
    isPressedDaily: ladder.thenEvery?.days === 1,
    unknownYears: unknownYears(app, item.deadline?.due ?? null),
  };
};

/** The years up to a date of which the days off are not known. */
const unknownYears = (app: ApplicationContext, due: LocalMoment | null): readonly number[] =>
  due === null ? [] : app.calendar.unknownYears(localDateOf(app.clock.now()), dateOf(due));

const composeAssignment = async (
  app: ApplicationContext,
  { assignmentId }: Request<'task_assigned'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  if (view === null || !isOpen(view.assignment)) return { drop: 'the task is closed' };
  return { say: { kind: 'task_assigned', view } };
};

const composeDeadline = async (
  app: ApplicationContext,
  { assignmentId }: Request<'deadline_set'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  if (view === null || !isOpen(view.assignment)) return { drop: 'the task is closed' };
  return { say: { kind: 'deadline_set', view } };
};

const composeEndOfSeries = async (
  app: ApplicationContext,
  { assignmentId }: Request<'series_ended'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  if (view === null) return { drop: 'the task is gone' };
  return { say: { kind: 'series_ended', view } };
};

const composeReminderAskedFor = async (
  app: ApplicationContext,
  { assignmentId, memberId }: Request<'reminder_asked_for'>,
): Promise<Composed> => {
  const now = app.clock.now();
  const view = await viewOf(app, assignmentId);
  if (view === null || isAtRest(view.assignment.status)) return { drop: 'the unit has done its part' };
  const line = asLine(view, now, app.calendar);
  const asker = await memberOf(app, memberId);
  return { say: { kind: 'reminder_asked_for', today: localDateOf(now), line, asker } };
};

const composeReport = async (
  app: ApplicationContext,
  request: Request<'completion_reported'> | Request<'blocked_reported'>,
): Promise<Composed> => {
  const view = await viewOf(app, request.assignmentId);
  const report = await app.store.statusReport(request.reportId);
  const wanted = request.kind === 'completion_reported' ? 'submitted' : 'blocked';
  if (view?.assignment.status !== wanted || report === null) return { drop: 'the status has changed since' };
  const reports = await app.store.reportsOfAssignment(request.assignmentId);
  if (reports.some(({ correctsId }) => correctsId === report.id)) return { drop: 'the report was corrected' };
  const parts = request.kind === 'blocked_reported' ? await partsWaitedFor(app, view, report) : [];
  return {
    say: {
      kind: request.kind,
      view,
      report,
      reporter: await memberOf(app, report.memberId),
      ...(parts.length === 0 ? {} : { waitedFor: parts.map(({ unit }) => unit) }),
    },
  };
};

const composeCompletion = async (
  app: ApplicationContext,
  { assignmentId, isAccepted }: Request<'completion_decided'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  const wanted = isAccepted ? 'done' : 'returned';
  if (view?.assignment.status !== wanted) return { drop: 'the status has changed since' };
  const returned = (await app.store.auditOfTask(view.task.id)).findLast(
    (event) =>
      (event.action === 'completion_returned' || event.action === 'completion_reopened') &&
      event.assignmentId === assignmentId,
  );
  const reason = isAccepted ? null : (returned?.after?.reason ?? null);
  const isReopened = !isAccepted && returned?.action === 'completion_reopened';
  return { say: { kind: 'completion_decided', view, isAccepted, isReopened, reason } };
};

const composeFailure = async (
  app: ApplicationContext,
  { outboxId }: Request<'delivery_failed'>,
): Promise<Composed> => {
  const failed = await app.store.outboxMessage(outboxId);
  if (failed === null) return { drop: 'the message is gone' };
  const views = await app.store.assignmentViews(await assignmentIdsOf(app, failed.request));
  const isElsewhere = failed.state !== 'failed' && failed.state !== 'dropped';
  const members = await app.store.members(app.agencyId);
  const person = members.find(({ telegramId }) => telegramId === failed.chatId) ?? null;
  return {
    say: {
      kind: 'delivery_failed',
      what: failed.request.kind,
      unit: views[0]?.unit ?? null,
      taskNumbers: views.map((view) => view.task.number),
      why: failed.reason ?? '',
      recipient: isElsewhere ? null : person,
      toldInstead: isElsewhere ? person : null,
    },
  };
};

const composeLoss = async (app: ApplicationContext, { chatId }: Request<'chat_lost'>): Promise<Composed> => {
  const lost = (await app.store.unreachableChats(app.agencyId)).find((chat) => chat.chatId === chatId);
  if (lost === undefined) return { drop: 'the chat can be written to again' };
  const bindings = (await app.store.bindings(app.agencyId)).filter((binding) => binding.chatId === chatId);
  const unitIds = new Set(bindings.map(({ unitId }) => unitId));
  const units = (await app.store.units(app.agencyId)).filter(({ id }) => unitIds.has(id));
  return { say: { kind: 'chat_lost', title: bindings[0]?.title ?? null, units, why: lost.reason } };
};

const viewOf = async (app: ApplicationContext, assignmentId: string): Promise<AssignmentView | null> =>
  (await app.store.assignmentViews([assignmentId]))[0] ?? null;

const memberOf = async (app: ApplicationContext, memberId: string | null): Promise<Member | null> =>
  (await app.store.members(app.agencyId)).find(({ id }) => id === memberId) ?? null;
