import type { Assignment } from '../../domain/assignment.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { nextDeadline } from '../../domain/recurrence.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { Task, TaskDeadline } from '../../domain/task.ts';
import { existsOn } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import { announcedFrom, announcement } from '../chats/announcement.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { newAssignment } from '../entering/new-assignment.ts';
import type { Insert, Plan } from '../plan.ts';
import { asReminder, planNextOccurrence, planReminders, settle } from './reminders.ts';
import { chatsOfRole, chatsOfUnits, readRoster } from '../chats/unit-chat.ts';

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
    if (next === 'nobody_left')
      return withMore(await seriesEnded(app, view), settle(row, 'cancelled', 'series_ended'));
    return next === null ? none('series_ended') : withMore(next, settle(row, 'queued', null));
  });

/** Nobody else would notice that work no longer comes again because its units are gone: the secretaries are told. */
const seriesEnded = async (app: ApplicationContext, { assignment }: AssignmentView): Promise<Plan> => ({
  changes: [],
  outbox: (await chatsOfRole(app, 'secretary')).map((chat) =>
    owe(
      app,
      chat,
      { kind: 'series_ended', assignmentId: assignment.id },
      `series_ended:${assignment.taskId}:${chat.chatId}`,
      whenOffice(app),
    ),
  ),
  audit: [
    auditEvent(app, { action: 'series_ended', taskId: assignment.taskId, after: { reason: 'no_unit' } }),
  ],
});

const withMore = (plan: Plan, change: Plan['changes'][number]): Decision<void> => ({
  plan: { ...plan, changes: [...plan.changes, change] },
  outcome: undefined,
});

/** The plan of the occurrence that follows; null where the rule names no day or the work was called off. */
const nextOf = async (app: ApplicationContext, former: Task): Promise<Plan | 'nobody_left' | null> => {
  const now = app.clock.now();
  const given = await app.store.firstDeadlineOf(former.id);
  const due = given && nextDeadline(given, app.calendar, now);
  const agency = await app.store.agency(app.agencyId);
  if (due === null || agency === null) return null;
  const wanted = (await app.store.assignmentsOfTask(former.id)).filter(
    ({ status }) => status !== 'cancelled',
  );
  if (wanted[0]?.role !== 'lead') return null;
  const parts = await unitsOf(app, wanted);
  if (parts[0]?.role !== 'lead') return 'nobody_left';
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
    const assignment = newAssignment(app, task, unit.id, role, deadline);
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

/** Of those units the ones that still exist. */
const unitsOf = async (app: ApplicationContext, former: readonly Assignment[]): Promise<readonly Part[]> => {
  const today = localDateOf(app.clock.now());
  const units = new Map((await app.store.units(app.agencyId)).map((unit) => [unit.id, unit]));
  return former.flatMap(({ unitId, role }) => {
    const unit = units.get(unitId);
    return unit === undefined || !existsOn(unit, today) ? [] : [{ unit, role }];
  });
};

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
