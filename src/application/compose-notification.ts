import { isAtRest, isOpen } from '../domain/assignment.ts';
import type { Draft, DraftItem } from '../domain/draft.ts';
import type { Instant } from '../domain/local-time.ts';
import { localDateOf } from '../domain/local-time.ts';
import type { Member } from '../domain/member.ts';
import type {
  AssignmentView,
  Notification,
  NotificationRequest,
  ReminderLine,
} from '../domain/notification.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import { daysBefore, isSuperseded, planRungs } from '../domain/reminder-plan.ts';
import type { Rung } from '../domain/reminder.ts';
import { asLine } from './answers.ts';
import type { ApplicationContext } from './context.ts';

/** What to say now, or why there is nothing to say any more (in English, for the ledger). */
export type Composed = { readonly say: Notification } | { readonly drop: string };

type Request<K extends NotificationRequest['kind']> = Extract<NotificationRequest, { kind: K }>;

/** Looks again, at the moment of sending, whether what is owed is still true, and gathers the facts of this moment. */
export const composeNotification = (app: ApplicationContext, message: OutboxMessage): Promise<Composed> => {
  const { request } = message;
  switch (request.kind) {
    case 'draft_summary':
    case 'draft_card':
      return composeDraft(app, request);
    case 'task_assigned':
      return composeAssignment(app, request);
    case 'reminder':
      return composeReminder(app, request, message.createdAt);
    case 'completion_reported':
    case 'blocked_reported':
      return composeReport(app, request);
    case 'completion_decided':
      return composeCompletion(app, request);
    case 'extension_requested':
    case 'extension_decided':
      return composeExtension(app, request);
    case 'delivery_failed':
      return composeFailure(app, request);
  }
};

const composeDraft = async (
  app: ApplicationContext,
  request: Request<'draft_summary'> | Request<'draft_card'>,
): Promise<Composed> => {
  const draft = await app.store.draft(request.draftId);
  if (draft?.revision !== request.revision) return { drop: 'the draft has been read again' };
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
  reminders: planRungs(item.deadline, app.settings.ladder, app.calendar, app.clock.now()).filter(
    (rung) => !rung.isPast,
  ),
});

const composeAssignment = async (
  app: ApplicationContext,
  { assignmentId }: Request<'task_assigned'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  if (view === null || !isOpen(view.assignment)) return { drop: 'the task is closed' };
  return { say: { kind: 'task_assigned', view } };
};

const composeReminder = async (
  app: ApplicationContext,
  { reminderIds }: Request<'reminder'>,
  queuedAt: Instant,
): Promise<Composed> => {
  const now = app.clock.now();
  const { calendar, settings } = app;
  const reminders = await app.store.reminders(reminderIds);
  const views = await app.store.assignmentViews(reminders.map(({ assignmentId }) => assignmentId));
  const rungs = new Map(reminders.map(({ assignmentId, rung }) => [assignmentId, rung]));
  const lines = views.flatMap((view) => {
    const rung = rungs.get(view.assignment.id);
    if (rung === undefined || isAtRest(view.assignment.status)) return [];
    if (isSuperseded(rung, queuedAt, view.deadline, settings.ladder, calendar, now)) return [];
    const line = asLine(view, now, calendar);
    return isDueAs(rung, line) ? [line] : [];
  });
  lines.sort(byDeadline);
  if (lines.length === 0) return { drop: 'nothing in it is due any more' };
  return { say: { kind: 'reminder', today: localDateOf(now), lines } };
};

const byDeadline = ({ view: one }: ReminderLine, { view: other }: ReminderLine): number =>
  (one.assignment.overdueFrom ?? 0) - (other.assignment.overdueFrom ?? 0) ||
  one.task.number - other.task.number;

/** A deadline that has moved away since the reminder was queued is not pressed. */
const isDueAs = (rung: Rung, { workingDaysLeft, workingDaysOverdue }: ReminderLine): boolean => {
  const days = daysBefore(rung);
  return (
    workingDaysOverdue !== null || (workingDaysLeft !== null && days !== null && workingDaysLeft <= days)
  );
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
  return {
    say: { kind: request.kind, view, report, reporter: await memberOf(app, report.memberId) },
  };
};

const composeCompletion = async (
  app: ApplicationContext,
  { assignmentId, isAccepted }: Request<'completion_decided'>,
): Promise<Composed> => {
  const view = await viewOf(app, assignmentId);
  const wanted = isAccepted ? 'done' : 'returned';
  if (view?.assignment.status !== wanted) return { drop: 'the status has changed since' };
  return { say: { kind: 'completion_decided', view, isAccepted } };
};

const composeExtension = async (
  app: ApplicationContext,
  { kind, requestId }: Request<'extension_requested'> | Request<'extension_decided'>,
): Promise<Composed> => {
  const request = await app.store.extensionRequest(requestId);
  const view = request && (await viewOf(app, request.assignmentId));
  if (request === null || view === null) return { drop: 'the request is gone' };
  if (kind === 'extension_requested') {
    if (request.state !== 'pending') return { drop: 'the request has been decided' };
    return {
      say: {
        kind,
        view,
        request,
        oldDeadline:
          request.oldDeadlineId === null ? null : await app.store.deadlineOf(request.oldDeadlineId),
        requester: await memberOf(app, request.requestedBy),
      },
    };
  }
  return { say: { kind, view, request, decider: await memberOf(app, request.decidedBy) } };
};

const composeFailure = async (
  app: ApplicationContext,
  { outboxId }: Request<'delivery_failed'>,
): Promise<Composed> => {
  const failed = await app.store.outboxMessage(outboxId);
  if (failed === null) return { drop: 'the message is gone' };
  const views = await app.store.assignmentViews(await assignmentIdsOf(app, failed.request));
  return {
    say: {
      kind: 'delivery_failed',
      what: failed.request.kind,
      unit: views[0]?.unit ?? null,
      taskNumbers: views.map((view) => view.task.number),
      why: failed.reason ?? '',
    },
  };
};

/** The assignments a message is about, so that replies to it can be read. */
export const assignmentIdsOf = async (
  app: ApplicationContext,
  request: NotificationRequest,
): Promise<readonly string[]> => {
  switch (request.kind) {
    case 'reminder':
      return (await app.store.reminders(request.reminderIds)).map(({ assignmentId }) => assignmentId);
    case 'extension_requested':
    case 'extension_decided': {
      const asked = await app.store.extensionRequest(request.requestId);
      return asked ? [asked.assignmentId] : [];
    }
    case 'task_assigned':
    case 'completion_reported':
    case 'completion_decided':
    case 'blocked_reported':
      return [request.assignmentId];
    case 'draft_summary':
    case 'draft_card':
    case 'delivery_failed':
      return [];
  }
};

const viewOf = async (app: ApplicationContext, assignmentId: string): Promise<AssignmentView | null> =>
  (await app.store.assignmentViews([assignmentId]))[0] ?? null;

const memberOf = async (app: ApplicationContext, memberId: string | null): Promise<Member | null> =>
  (await app.store.members(app.agencyId)).find(({ id }) => id === memberId) ?? null;
