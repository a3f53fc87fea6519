import { isAtRest, isOpen } from '../../domain/assignment.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { ChatAddress } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Reach } from '../chats/reach.ts';
import { partsToTell, reachOf } from '../chats/reach.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { withdraw } from './extensions.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { asGivenLast, cancelReminders, lastStepOf, planReminders } from '../reminding/reminders.ts';
import { settled } from './transfers.ts';

export interface CancelCommand {
  readonly member: Member;
  readonly taskId: string;
  /** Why; null where they did not say. */
  readonly reason: string | null;
  readonly origin: Origin;
}

/** `views`: the parts that were called off or taken up again, as they were before. */
export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly views: readonly AssignmentView[]; readonly reach: Reach }
  | { readonly kind: 'restored'; readonly views: readonly AssignmentView[] }
  /** Nothing of it is open, or nothing of it was called off. */
  | { readonly kind: 'nothing_to_do'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

type Parts = Pick<Plan, 'changes' | 'outbox' | 'audit'>;

/**
 * Calls off what is still open of a task: nobody is reminded of it, the units are told. Work that comes again comes no
 * more. It can be taken up again.
 */
export const cancelTask = (
  app: ApplicationContext,
  { member, taskId, reason, origin }: CancelCommand,
): Promise<CancelOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<CancelOutcome>> => {
    const found = await partsOf(app, actor, taskId);
    if ('kind' in found) return { plan: null, outcome: found };
    const open = found.views.filter(({ assignment }) => isOpen(assignment));
    if (open.length === 0) return { plan: null, outcome: { kind: 'nothing_to_do', view: found.first } };
    const told = await partsToTell(app, open);
    const parts = await Promise.all(
      open.map((view) => callOff(app, member, view, told.get(view.assignment.id) ?? null, reason, origin)),
    );
    const outcome = { kind: 'cancelled', views: open, reach: await reachOf(app, unitsOf(open)) } as const;
    return { plan: together(parts, origin), outcome };
  });

/** Who would hear that a task is called off. */
export const reachOfCancelling = async (app: ApplicationContext, taskId: string): Promise<Reach> => {
  const open = (await app.store.assignmentsOfTask(taskId)).filter(isOpen);
  return reachOf(app, unitsOf(await app.store.assignmentViews(open.map(({ id }) => id))));
};

const unitsOf = (views: readonly AssignmentView[]): readonly Unit[] => views.map(({ unit }) => unit);

/** The part under which a chat is told, which may be that of another unit that shares it; null where there is no chat. */
type Told = { readonly view: AssignmentView; readonly chat: ChatAddress } | null;

const callOff = async (
  app: ApplicationContext,
  member: Member,
  view: AssignmentView,
  told: Told,
  reason: string | null,
  origin: Origin,
): Promise<Parts> => {
  const { assignment, pendingExtension } = view;
  const now = app.clock.now();
  const transfer = await app.store.pendingTransfer(assignment.id);
  const key = keyOf(told?.view ?? view);
  return {
    changes: [
      setStatus(view, 'cancelled'),
      ...(await cancelReminders(app, assignment.id, 'called_off')),
      ...(pendingExtension ? [withdraw(pendingExtension, now)] : []),
      ...(transfer ? [settled(transfer, { state: 'withdrawn', decidedAt: now })] : []),
    ],
    outbox:
      told?.view === view
        ? [owe(app, told.chat, { kind: 'task_cancelled', assignmentId: assignment.id }, key, whenOffice(app))]
        : [],
    audit: [event(app, 'task_cancelled', member, view, origin, 'cancelled', { reason, key })],
  };
};

/** Takes up again what was called off, as it stood then, with the reminders that are still to come. */
export const restoreTask = (
  app: ApplicationContext,
  { member, taskId, origin }: Omit<CancelCommand, 'reason'>,
): Promise<CancelOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<CancelOutcome>> => {
    const found = await partsOf(app, actor, taskId);
    if ('kind' in found) return { plan: null, outcome: found };
    const events = await app.store.auditOfTask(taskId);
    const calledOff = found.views.flatMap((view) => {
      const cancelled = cancellationOf(view, events);
      return cancelled === null ? [] : [{ view, cancelled }];
    });
    if (calledOff.length === 0) return { plan: null, outcome: { kind: 'nothing_to_do', view: found.first } };
    const views = calledOff.map(({ view }) => view);
    const told = await partsToTell(app, views);
    const parts = await Promise.all(
      calledOff.map(({ view, cancelled }) =>
        takeUp(app, member, view, told.get(view.assignment.id) ?? null, cancelled, origin),
      ),
    );
    return { plan: together(parts, origin), outcome: { kind: 'restored', views } };
  });

const takeUp = async (
  app: ApplicationContext,
  member: Member,
  view: AssignmentView,
  told: Told,
  cancelled: AuditEvent,
  origin: Origin,
): Promise<Parts> => {
  const status = cancelled.before?.status ?? 'assigned';
  const restored = { ...view, assignment: { ...view.assignment, status } };
  const reminders: readonly (Insert | Update)[] = isAtRest(status)
    ? []
    : planReminders(app, await asGivenLast(app, restored), {
        lastStep: await lastStepOf(app, view.assignment),
      });
  const cancelledKey = typeof cancelled.after?.key === 'string' ? cancelled.after.key : '';
  const request = { kind: 'task_restored', assignmentId: view.assignment.id, cancelledKey } as const;
  const key = `restored:${view.assignment.id}:${view.assignment.version}`;
  return {
    changes: [setStatus(view, status), ...reminders],
    outbox: told?.view === view ? [owe(app, told.chat, request, key, whenOffice(app))] : [],
    audit: [event(app, 'task_restored', member, view, origin, status, {})],
  };
};

/** How it came that a part is closed: null where it was not called off, but is open, done or handed over. */
const cancellationOf = ({ assignment }: AssignmentView, events: readonly AuditEvent[]): AuditEvent | null => {
  if (assignment.status !== 'cancelled') return null;
  const last = events.findLast(
    ({ action, assignmentId }) =>
      (action === 'task_cancelled' || action === 'handed_over') && assignmentId === assignment.id,
  );
  return last?.action === 'task_cancelled' ? last : null;
};

const partsOf = async (
  app: ApplicationContext,
  actor: Member,
  taskId: string,
): Promise<
  | { readonly views: readonly AssignmentView[]; readonly first: AssignmentView }
  | Extract<CancelOutcome, { kind: 'not_allowed' | 'not_found' }>
> => {
  const ids = (await app.store.assignmentsOfTask(taskId)).map(({ id }) => id);
  const views = await app.store.assignmentViews(ids);
  const [first] = views;
  if (first === undefined) return { kind: 'not_found' };
  if (views.some(({ unit }) => !isAllowed(actor, 'cancel_task', unit))) return { kind: 'not_allowed' };
  return { views, first };
};

const keyOf = ({ assignment }: AssignmentView): string => `cancelled:${assignment.id}:${assignment.version}`;

const setStatus = (
  { assignment }: AssignmentView,
  status: AssignmentView['assignment']['status'],
): Update => ({
  op: 'update',
  entity: 'assignment',
  id: assignment.id,
  expectedVersion: assignment.version,
  set: { status },
});

const event = (
  app: ApplicationContext,
  action: 'task_cancelled' | 'task_restored',
  member: Member,
  { assignment }: AssignmentView,
  { source }: Origin,
  status: AssignmentView['assignment']['status'],
  facts: { readonly reason?: string | null; readonly key?: string },
): AuditEvent =>
  auditEvent(app, {
    action,
    actorId: member.id,
    taskId: assignment.taskId,
    assignmentId: assignment.id,
    source,
    before: { status: assignment.status },
    after: { status, ...facts },
  });

const together = (parts: readonly Parts[], { updateId }: Origin): Plan => ({
  changes: parts.flatMap(({ changes }) => changes),
  outbox: parts.flatMap(({ outbox }) => outbox),
  audit: parts.flatMap(({ audit }) => audit),
  updateId,
});
