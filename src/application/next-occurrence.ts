import type { Assignment } from '../domain/assignment.ts';
import { firstInstantAfter, localDateOf } from '../domain/local-time.ts';
import { nextDeadline } from '../domain/recurrence.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { Task, TaskDeadline } from '../domain/task.ts';
import { existsOn } from '../domain/unit.ts';
import type { Unit } from '../domain/unit.ts';
import { announcedFrom, announcement } from './announcement.ts';
import type { ApplicationContext } from './context.ts';
import { auditEvent } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Insert, Plan } from './plan.ts';
import { asReminder, planNextOccurrence, planReminders, settle } from './reminders.ts';
import { chatsOfUnits, readRoster } from './unit-chat.ts';

/**
 * Gives out the next occurrence of recurring work: a task of its own number, for the same units, with the deadline that
 * the rule names next. There is one at most, however often it is asked for.
 */
export const giveNextOccurrence = (app: ApplicationContext, reminder: Reminder): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const [row] = await app.store.reminders([reminder.id]);
    if (row?.state !== 'planned') return { plan: null, outcome: undefined };
    const none = (reason: 'series_goes_on' | 'series_ended'): Decision<void> => ({
      plan: { changes: [settle(row, 'cancelled', reason)], outbox: [], audit: [] },
      outcome: undefined,
    });
    const [view] = await app.store.assignmentViews([reminder.assignmentId]);
    if (view === undefined) return none('series_ended');
    if ((await app.store.taskFollowing(view.task.id)) !== null) return none('series_goes_on');
    const next = await nextOf(app, view.task);
    return next === null ? none('series_ended') : withMore(next, settle(row, 'queued', null));
  });

const withMore = (plan: Plan, change: Plan['changes'][number]): Decision<void> => ({
  plan: { ...plan, changes: [...plan.changes, change] },
  outcome: undefined,
});

/** The plan of the occurrence that follows; null where the rule names no day or no unit is left that leads it. */
const nextOf = async (app: ApplicationContext, former: Task): Promise<Plan | null> => {
  const now = app.clock.now();
  const given = await app.store.firstDeadlineOf(former.id);
  const due = given && nextDeadline(given, app.calendar, now);
  const agency = await app.store.agency(app.agencyId);
  const parts = await unitsOf(app, former);
  if (due === null || agency === null || parts[0]?.role !== 'lead') return null;
  const task: Task = {
    ...former,
    id: app.ids.next(),
    number: agency.nextTaskNumber,
    followsId: former.id,
    createdAt: now,
    version: 1,
  };
  const deadline: TaskDeadline = {
    ...due,
    id: app.ids.next(),
    agencyId: app.agencyId,
    taskId: task.id,
    origin: 'document',
    replacesId: null,
    createdAt: now,
  };
  const changes: Plan['changes'][number][] = [
    { op: 'insert', entity: 'task', row: task },
    { op: 'insert', entity: 'deadline', row: deadline },
  ];
  const outbox: Plan['outbox'][number][] = [];
  const chatOf = chatsOfUnits(await readRoster(app));
  for (const [part, { unit, role }] of parts.entries()) {
    const assignment = assignmentOf(app, task, deadline, unit, role);
    const announcedAt = announcedFrom(app, assignment.overdueFrom);
    const planned = { assignment, task, deadline, lastReport: null };
    const chat = chatOf(unit);
    changes.push({ op: 'insert', entity: 'assignment', row: assignment });
    changes.push(...planReminders(app, planned, { announcedAt: chat && announcedAt }));
    // Leads come first.
    if (part === 0) changes.push(...planNextOccurrence(app, planned));
    if (chat) outbox.push(announcement(app, assignment.id, chat, announcedAt));
  }
  changes.push({
    op: 'update',
    entity: 'agency',
    id: agency.id,
    expectedVersion: agency.version,
    set: { nextTaskNumber: agency.nextTaskNumber + 1 },
  });
  const audit = auditEvent(app, {
    action: 'task_created',
    taskId: task.id,
    after: { number: task.number, due: deadline.due, follows: former.number },
  });
  return { changes, outbox, audit: [audit] };
};

interface Part {
  readonly unit: Unit;
  readonly role: Assignment['role'];
}

/** The units of the former occurrence that still exist, but for those whose part was called off. */
const unitsOf = async (app: ApplicationContext, former: Task): Promise<readonly Part[]> => {
  const today = localDateOf(app.clock.now());
  const units = new Map((await app.store.units(app.agencyId)).map((unit) => [unit.id, unit]));
  return (await app.store.assignmentsOfTask(former.id)).flatMap(({ unitId, role, status }) => {
    const unit = units.get(unitId);
    return unit === undefined || status === 'cancelled' || !existsOn(unit, today) ? [] : [{ unit, role }];
  });
};

const assignmentOf = (
  app: ApplicationContext,
  task: Task,
  deadline: TaskDeadline,
  unit: Unit,
  role: Assignment['role'],
): Assignment => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  taskId: task.id,
  unitId: unit.id,
  role,
  status: 'assigned',
  deadlineId: deadline.id,
  overdueFrom: deadline.lastOk === null ? null : firstInstantAfter(deadline.lastOk),
  progress: null,
  completedAt: null,
  lastReportId: null,
  lastReportAt: null,
  extensionCount: 0,
  createdAt: app.clock.now(),
  version: 1,
});

/** Where an occurrence of recurring work has ended for all that lead it, the next one is given out at once. */
export const afterOccurrence = async (
  app: ApplicationContext,
  ended: Pick<Assignment, 'id' | 'taskId'>,
): Promise<Insert[]> => {
  const given = await app.store.firstDeadlineOf(ended.taskId);
  if (given?.rrule == null || given.due === null) return [];
  const others = (await app.store.assignmentsOfTask(ended.taskId)).filter(
    ({ id, role }) => role === 'lead' && id !== ended.id,
  );
  if (others.some(({ status }) => status !== 'done' && status !== 'cancelled')) return [];
  const rung = { rung: 'next-occurrence', fireAt: app.clock.now(), isPast: false } as const;
  return [{ op: 'insert', entity: 'reminder', row: asReminder(app, ended.id, rung) }];
};
