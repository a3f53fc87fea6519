// What is said of work that is handed over, called off, taken up again or waited for.
import { isOpen } from '../../domain/assignment.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { CoordinationChange } from '../../domain/notification.ts';
import type { Composed, Request } from './composed.ts';
import type { ApplicationContext } from '../context.ts';

type Handling =
  | Request<'transfer_requested'>
  | Request<'transfer_refused'>
  | Request<'handed_over'>
  | Request<'coordination_news'>
  | Request<'task_cancelled'>
  | Request<'task_restored'>
  | Request<'waited_for'>;

/** The facts of the moment, unless others have decided otherwise since. */
export const composeHandling = async (app: ApplicationContext, asked: Handling): Promise<Composed> => {
  if (asked.kind === 'transfer_requested' || asked.kind === 'transfer_refused')
    return composeTransfer(app, asked);
  if (asked.kind === 'coordination_news') return composeNews(app, asked);
  const [view] = await app.store.assignmentViews([asked.assignmentId]);
  if (view === undefined) return { drop: 'the task is gone' };
  const { status } = view.assignment;
  switch (asked.kind) {
    case 'handed_over': {
      const toUnit = await unitOf(app, asked.toUnitId);
      if (status !== 'cancelled' || toUnit === null) return { drop: 'the unit has the task again' };
      return { say: { kind: asked.kind, view, toUnit } };
    }
    case 'task_cancelled':
      if (status !== 'cancelled') return { drop: 'the task is followed again' };
      return { say: { kind: asked.kind, view, reason: await reasonOf(app, view) } };
    case 'task_restored': {
      if (!isOpen(view.assignment)) return { drop: 'the task is closed' };
      const told = await app.store.outboxMessageByKey(asked.cancelledKey);
      if (told !== null && told.state !== 'sent')
        return { drop: 'the unit never heard that it was called off' };
      return { say: { kind: asked.kind, view, reason: null } };
    }
    case 'waited_for':
      return composeWaiting(app, asked, view);
  }
};

const composeTransfer = async (
  app: ApplicationContext,
  { kind, requestId }: Request<'transfer_requested'> | Request<'transfer_refused'>,
): Promise<Composed> => {
  const request = await app.store.transferRequest(requestId);
  const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return { drop: 'the request is gone' };
  const wanted = kind === 'transfer_requested' ? 'pending' : 'refused';
  if (request.state !== wanted) return { drop: 'the request has been decided' };
  const members = await app.store.members(app.agencyId);
  const memberOf = (id: string | null): Member | null => members.find((member) => member.id === id) ?? null;
  return {
    say: {
      kind,
      view,
      request,
      toUnit: await unitOf(app, request.toUnitId),
      requester: memberOf(request.requestedBy),
      decider: memberOf(request.decidedBy),
      reason: await refusalOf(app, view, requestId),
    },
  };
};

/** What of it still holds: what was taken back meanwhile is not said. */
const composeNews = async (
  app: ApplicationContext,
  { parts: news }: Request<'coordination_news'>,
): Promise<Composed> => {
  const changes: CoordinationChange[] = [];
  for (const each of news) {
    const [view] = await app.store.assignmentViews([each.assignmentId]);
    if (view?.assignment.role !== 'coordinating' || view.assignment.status === 'cancelled') continue;
    const parts = await app.store.assignmentsOfTask(view.task.id);
    const leads = parts.filter(({ role, status }) => role === 'lead' && status !== 'cancelled');
    if (each.kind === 'reopened') {
      if (leads.some(isOpen)) changes.push({ kind: each.kind, view });
      continue;
    }
    const former = parts.find(({ unitId }) => unitId === each.fromUnitId);
    const [from] = former ? await app.store.assignmentViews([former.id]) : [];
    const isSo = leads.length > 0 && leads.every(({ unitId }) => unitId !== each.fromUnitId);
    if (from && isSo && isOpen(view.assignment)) changes.push({ kind: each.kind, view, from: from.unit });
  }
  if (changes.length === 0) return { drop: 'it has been taken back' };
  return { say: { kind: 'coordination_news', changes } };
};

const composeWaiting = async (
  app: ApplicationContext,
  { reportId }: Request<'waited_for'>,
  view: AssignmentView,
): Promise<Composed> => {
  const report = await app.store.statusReport(reportId);
  const [lead] = report ? await app.store.assignmentViews([report.assignmentId]) : [];
  if (report === null || lead === undefined) return { drop: 'the report is gone' };
  const isOver = lead.assignment.status !== 'blocked' || lead.assignment.lastReportId !== report.id;
  if (isOver || !isOpen(view.assignment)) return { drop: 'nobody waits for the unit any more' };
  return { say: { kind: 'waited_for', view, waiting: lead.unit, report } };
};

/** Why it was called off, as whoever did it wrote. */
const reasonOf = async (app: ApplicationContext, { assignment }: AssignmentView): Promise<string | null> => {
  const events = await app.store.auditOfTask(assignment.taskId);
  const cancelled = events.findLast(
    ({ action, assignmentId }) => action === 'task_cancelled' && assignmentId === assignment.id,
  );
  return cancelled?.after?.reason ?? null;
};

/** Why a transfer was refused; null where nobody said, or it was not. */
const refusalOf = async (
  app: ApplicationContext,
  { task }: AssignmentView,
  requestId: string,
): Promise<string | null> => {
  const refused = (await app.store.auditOfTask(task.id)).findLast(
    ({ action, after }) => action === 'transfer_refused' && after?.requestId === requestId,
  );
  return refused?.after?.reason ?? null;
};

const unitOf = async (app: ApplicationContext, unitId: string | null): Promise<Unit | null> =>
  (await app.store.units(app.agencyId)).find(({ id }) => id === unitId) ?? null;
