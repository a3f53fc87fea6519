import type { Assignment } from '../../domain/assignment.ts';
import { isAtRest, isOpen } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import { workingDaysLate } from '../../domain/lateness.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { existsOn } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import { announcedFrom } from '../chats/announcement.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { withdraw } from './extensions.ts';
import { newAssignment } from '../entering/new-assignment.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { cancelReminders, planReminders } from '../reminding/reminders.ts';
import { settled } from './transfers.ts';
import type { Reach } from '../chats/reach.ts';
import { reachOf } from '../chats/reach.ts';
import { tellCoordinating } from '../chats/tell-coordinating.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

export interface HandOverCommand {
  readonly member: Member;
  /** Of the unit that leads so far. */
  readonly assignmentId: string;
  readonly toUnitId: string;
  readonly reason?: string | null;
  readonly origin: Origin;
}

export type HandOverOutcome =
  | {
      readonly kind: 'handed_over';
      /** The part of the unit that has led so far. */
      readonly view: AssignmentView;
      readonly to: Unit;
      /** Of the two units. */
      readonly reach: Reach;
    }
  /** It leads the work already, alone or with others. */
  | { readonly kind: 'leads_already'; readonly view: AssignmentView; readonly to: Unit }
  | { readonly kind: 'not_lead'; readonly view: AssignmentView }
  /** Done, submitted, called off or handed over already. */
  | { readonly kind: 'closed'; readonly view: AssignmentView }
  | { readonly kind: 'unit_gone' }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/**
 * Gives the work of one unit to another: with its deadline, but with nothing that the former unit has said or been late
 * with. The former part stays for the record; a unit that only coordinated leads from then on.
 */
export const handOver = (app: ApplicationContext, command: HandOverCommand): Promise<HandOverOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<HandOverOutcome>> => {
    const none = (outcome: HandOverOutcome): Decision<HandOverOutcome> => ({ plan: null, outcome });
    const [view] = await app.store.assignmentViews([command.assignmentId]);
    if (view === undefined) return none({ kind: 'not_found' });
    if (!isAllowed(actor, 'hand_over', view.unit)) return none({ kind: 'not_allowed' });
    if (view.assignment.role !== 'lead') return none({ kind: 'not_lead', view });
    if (isAtRest(view.assignment.status)) return none({ kind: 'closed', view });
    const to = (await app.store.units(app.agencyId)).find(({ id }) => id === command.toUnitId);
    const today = localDateOf(app.clock.now());
    if (to === undefined || to.isGroup === true || !existsOn(to, today)) return none({ kind: 'unit_gone' });
    const parts = await app.store.assignmentsOfTask(view.task.id);
    const own = parts.find(({ unitId }) => unitId === to.id) ?? null;
    const leads = own !== null && own.role === 'lead' && own.status !== 'cancelled';
    if (leads) return none({ kind: 'leads_already', view, to });
    return planHandOver(app, command, view, to, own);
  });

const planHandOver = async (
  app: ApplicationContext,
  { member, reason = null, origin }: HandOverCommand,
  view: AssignmentView,
  to: Unit,
  /** What the unit has had to do with the task before. */
  own: Assignment | null,
): Promise<Decision<HandOverOutcome>> => {
  const { assignment, task, deadline, unit } = view;
  const next = partOf(app, view, to, own);
  const chat = await chatOfUnit(app, to);
  const given = announcedFrom(app, next.overdueFrom);
  const planned = { assignment: next, task, deadline, lastReport: null };
  const request = await app.store.pendingTransfer(assignment.id);
  const news = await tellOthers(app, view, to);
  const changes: (Insert | Update)[] = [
    {
      op: 'update',
      entity: 'assignment',
      id: assignment.id,
      expectedVersion: assignment.version,
      set: { status: 'cancelled' },
    },
    own === null ? { op: 'insert', entity: 'assignment', row: next } : takenOver(own, next),
    ...(await cancelReminders(app, assignment.id, 'handed_over')),
    ...planReminders(app, planned, { announcedAt: chat && given }),
    ...(view.pendingExtension ? [withdraw(view.pendingExtension, app.clock.now())] : []),
    ...(request
      ? [
          settled(request, {
            state: 'approved',
            decidedBy: member.id,
            decidedAt: app.clock.now(),
            givenToId: to.id,
          }),
        ]
      : []),
    ...news.changes,
  ];
  const plan: Plan = {
    changes,
    outbox: [
      ...(await tellFormer(app, view, to)),
      ...(chat ? [tellNew(app, next, chat, given)] : []),
      ...news.outbox,
    ],
    audit: [
      auditEvent(app, {
        action: 'handed_over',
        actorId: member.id,
        taskId: task.id,
        assignmentId: assignment.id,
        source: origin.source,
        before: { status: assignment.status },
        after: {
          status: 'cancelled',
          fromUnit: unit.shortName,
          toUnit: to.shortName,
          toAssignmentId: next.id,
          reason,
        },
      }),
    ],
    updateId: origin.updateId,
  };
  return { plan, outcome: { kind: 'handed_over', view, to, reach: await reachOf(app, [unit, to]) } };
};

/** The part of the unit that leads from now on. How late the work is already is not its doing. */
const partOf = (
  app: ApplicationContext,
  view: AssignmentView,
  to: Unit,
  own: Assignment | null,
): Assignment => {
  const { assignment, deadline } = view;
  const made = newAssignment(app, view.task, to.id, 'lead', null);
  return {
    ...made,
    id: own?.id ?? made.id,
    version: own?.version ?? made.version,
    deadlineId: assignment.deadlineId,
    overdueFrom: assignment.overdueFrom,
    excusedDays: workingDaysLate(deadline, 0, app.calendar, app.clock.now()),
  };
};

const takenOver = (
  { id, version }: Assignment,
  { role, status, deadlineId, overdueFrom, excusedDays, createdAt }: Assignment,
): Update => ({
  op: 'update',
  entity: 'assignment',
  id,
  expectedVersion: version,
  set: {
    role,
    status,
    deadlineId,
    overdueFrom,
    excusedDays,
    createdAt,
    progress: null,
    completedAt: null,
    lastReportId: null,
    lastReportAt: null,
    extensionCount: 0,
  },
});

const tellNew = (
  app: ApplicationContext,
  { id, version }: Assignment,
  chat: NonNullable<Awaited<ReturnType<typeof chatOfUnit>>>,
  given: number,
): Plan['outbox'][number] =>
  // A unit that has had the task before is given it anew.
  owe(app, chat, { kind: 'task_assigned', assignmentId: id }, `assigned:${id}:${version}`, given);

const tellFormer = async (
  app: ApplicationContext,
  view: AssignmentView,
  to: Unit,
): Promise<Plan['outbox']> => {
  const chat = await chatOfUnit(app, view.unit);
  if (chat === null) return [];
  const told = { kind: 'handed_over', assignmentId: view.assignment.id, toUnitId: to.id } as const;
  const key = `handed_over:${view.assignment.id}:${view.assignment.version}`;
  return [owe(app, chat, told, key, whenOffice(app))];
};

/** Those that go on coordinating have to know whom they work with. */
const tellOthers = async (
  app: ApplicationContext,
  { task, unit }: AssignmentView,
  to: Unit,
): ReturnType<typeof tellCoordinating> => {
  const open = (await app.store.assignmentsOfTask(task.id)).filter(
    (part) => part.role === 'coordinating' && part.unitId !== to.id && isOpen(part),
  );
  const views = await app.store.assignmentViews(open.map(({ id }) => id));
  const news = views.map((view) => ({
    unit: view.unit,
    news: { kind: 'lead_changed', assignmentId: view.assignment.id, fromUnitId: unit.id } as const,
  }));
  return tellCoordinating(app, news, [unit, to]);
};
