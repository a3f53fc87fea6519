// The plan of reminders follows the calendar, the ladders and the hours of the configuration, and a clock that was wrong.
import { createHash } from 'node:crypto';
import { isAtRest } from '../../domain/assignment.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { EscalationStep } from '../../domain/escalation.ts';
import { dateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { nextOverdueRung, tomorrow } from '../../domain/reminder-plan.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { isEscalation, stepOf } from '../../domain/reminder.ts';
import type { TaskDeadline } from '../../domain/task.ts';
import type { CalendarData } from '../../domain/working-calendar.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import {
  asGivenLast,
  asReminder,
  ladderOf,
  lastStepOf,
  planReminders,
  settle,
  stepBefore,
} from './reminders.ts';

/**
 * What a tick does before anything else: the first one makes the plan follow the configuration, and one that comes
 * after a clock was set back makes it follow the clock, under which rungs of a time to come may have been used up.
 */
export const planKeeper = (app: ApplicationContext, calendar: CalendarData): (() => Promise<void>) => {
  const fingerprint = fingerprintOf(app, calendar);
  let isFollowed = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = app.clock.now();
    if (!isFollowed) await followConfiguration(app, fingerprint);
    else if (now < lastAt - SET_BACK_MS) await replanAll(app);
    isFollowed = true;
    lastAt = now;
  };
};

/** Clocks are put right by seconds all the time; that moves no reminder. */
const SET_BACK_MS = 60_000;

/** Raised when the program itself plans otherwise, so that what is stored follows. */
const RULES = 1;
/** Assignments read and committed together: small enough that nobody who asks something meanwhile has to wait. */
const BATCH = 200;
const ALL = 10_000_000;

/** What plans are made with, in short: where it changes, what is planned changes. */
const fingerprintOf = (app: ApplicationContext, calendar: CalendarData): string => {
  const { ladder, ladderOfCategory, escalation, workingHours, isBeforeStrict } = app.settings;
  const made = { RULES, ladder, ladderOfCategory, escalation, workingHours, isBeforeStrict, calendar };
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22);
};

/**
 * Plans everything anew where the configuration has changed since it was planned; else does nothing.
 * @returns how many assignments got another plan
 */
const followConfiguration = async (app: ApplicationContext, fingerprint: string): Promise<number> => {
  const agency = await app.store.agency(app.agencyId);
  if (agency === null || agency.plannedWith === fingerprint) return 0;
  const changed = await replanAll(app);
  // Only now: where it was interrupted, the next start does it again, and finds done what is done.
  await decideAndCommit(app, async () => {
    const current = await app.store.agency(app.agencyId);
    if (current === null) return { plan: null, outcome: undefined };
    const { id, version } = current;
    const set = { plannedWith: fingerprint };
    const update = { op: 'update', entity: 'agency', id, expectedVersion: version, set } as const;
    return { plan: { changes: [update], outbox: [], audit: [] }, outcome: undefined };
  });
  return changed;
};

/** Plans every open assignment anew, in small steps. @returns how many got another plan */
export const replanAll = async (app: ApplicationContext): Promise<number> => {
  const ids = await app.store.openAssignmentIds(
    { agencyId: app.agencyId, role: 'lead' },
    { limit: ALL, offset: 0 },
  );
  let changed = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    changed += await replanReminders(app, ids.slice(from, from + BATCH));
    // Lets whoever waits have a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return changed;
};

/**
 * Makes what is planned for some assignments what it should be now. Rungs that are right stay as they are, so that a
 * second time changes nothing; each assignment that gets another plan has one line in the audit trail.
 * @returns how many got another plan
 */
export const replanReminders = (app: ApplicationContext, assignmentIds: readonly string[]): Promise<number> =>
  decideAndCommit(app, async (): Promise<Decision<number>> => {
    const now = app.clock.now();
    const views = (await app.store.assignmentViews(assignmentIds)).filter(
      ({ assignment, deadline }) =>
        assignment.role === 'lead' && !isAtRest(assignment.status) && deadline?.lastOk != null,
    );
    const ids = views.map(({ assignment }) => assignment.id);
    const planned = Map.groupBy(await app.store.plannedReminders(ids), ({ assignmentId }) => assignmentId);
    // What is said anyway, or went out for a time to come under a clock that was ahead, is not said again.
    const said = Map.groupBy(
      (await app.store.remindersFrom(ids, now + 1)).filter(isSaid),
      ({ assignmentId }) => assignmentId,
    );
    const parts: (Pick<Plan, 'changes' | 'audit'> | null)[] = [];
    for (const view of views) {
      const { id } = view.assignment;
      parts.push(await replanOne(app, view, planned.get(id) ?? [], said.get(id) ?? []));
    }
    const made = parts.filter((part) => part !== null);
    if (made.length === 0) return { plan: null, outcome: 0 };
    return {
      plan: {
        changes: made.flatMap(({ changes }) => changes),
        outbox: [],
        audit: made.flatMap(({ audit }) => audit),
      },
      outcome: made.length,
    };
  });

const replanOne = async (
  app: ApplicationContext,
  view: AssignmentView,
  planned: readonly Reminder[],
  said: readonly Reminder[],
): Promise<Pick<Plan, 'changes' | 'audit'> | null> => {
  const moved = withWorkday(app, view.deadline);
  const rows = planned.filter(({ rung }) => rung !== 'next-occurrence');
  const step = rows.flatMap(({ rung }) => (isEscalation(rung) ? [stepOf(rung)] : []))[0];
  const lastStep = step === undefined ? await lastStepOf(app, view.assignment) : stepBefore(step);
  const current = { ...(await asGivenLast(app, view)), deadline: moved ?? view.deadline };
  const wanted = rungsToCome(app, current, lastStep, said);
  const isDue = ({ fireAt }: Reminder): boolean => fireAt <= app.clock.now();
  const isKept = (row: Reminder): boolean => isDue(row) || wanted.some((each) => isSame(each.row, row));
  const gone = rows.filter((row) => !isKept(row));
  const missing = wanted.filter(
    ({ row }) => !rows.some((each) => isSame(each, row) || standsFor(app, each, row)),
  );
  const changes: (Insert | Update)[] = [
    ...gone.map((row) => settle(row, 'cancelled', 'replanned')),
    ...missing,
    ...(moved ? replaceDeadline(app, view, moved) : []),
  ];
  if (changes.length === 0) return null;
  const audit = auditEvent(app, {
    action: 'reminders_replanned',
    taskId: view.task.id,
    assignmentId: view.assignment.id,
    before: { rungs: gone.map(shown), lastOkWorkday: view.deadline?.lastOkWorkday ?? null },
    after: {
      rungs: missing.map(({ row }) => shown(row)),
      lastOkWorkday: (moved ?? view.deadline)?.lastOkWorkday ?? null,
    },
  });
  return { changes, audit: [audit] };
};

/** What is to be planned from now on, without what has been said for its time already. */
const rungsToCome = (
  app: ApplicationContext,
  view: AssignmentView,
  lastStep: EscalationStep | null,
  said: readonly Reminder[],
): readonly InsertedReminder[] => {
  const toCome = planReminders(app, view, { lastStep })
    .filter((insert) => insert.entity === 'reminder')
    .filter(({ row }) => row.state === 'planned');
  const left = toCome.filter(({ row }) => !said.some((each) => isSame(each, row)));
  const isOverdueSaid = toCome.some((insert) => insert.row.rung === 'overdue' && !left.includes(insert));
  if (!isOverdueSaid) return left;
  // There is one overdue rung at a time; where that one has been said, the one after it is next.
  const last = Math.max(...said.filter(({ rung }) => rung === 'overdue').map(({ fireAt }) => fireAt));
  const next = nextOverdueRung(view.deadline, ladderOf(app, view.task), app.calendar, tomorrow(last));
  if (next === null) return left;
  return [...left, { op: 'insert', entity: 'reminder', row: asReminder(app, view.assignment.id, next) }];
};

type InsertedReminder = Extract<Insert, { entity: 'reminder' }>;

const shown = ({ rung, fireAt }: Reminder) => ({ rung, fireAt });

/** True for a rung that needs no message of its own: it has one, or the unit is given its task at that time. */
export const isSaid = ({ state, reason }: Reminder): boolean => state === 'queued' || reason === 'announced';

/** True for two rows of one rung. */
export const isSame = (
  one: Pick<Reminder, 'rung' | 'fireAt'>,
  other: Pick<Reminder, 'rung' | 'fireAt'>,
): boolean => one.rung === other.rung && one.fireAt === other.fireAt;

/** A rung of the kind there is one of at a time, due already and waiting for the office: it is followed when it goes out. */
const standsFor = ({ clock }: ApplicationContext, due: Reminder, wanted: Reminder): boolean =>
  due.fireAt <= clock.now() &&
  ((due.rung === 'overdue' && wanted.rung === 'overdue') ||
    (isEscalation(due.rung) && isEscalation(wanted.rung)));

/** The deadline with the last working day that today's calendar gives it; null where that is what it has. */
const withWorkday = ({ calendar }: ApplicationContext, deadline: Deadline | null): Deadline | null => {
  if (deadline?.lastOk == null) return null;
  const lastOkWorkday = calendar.workingDayOnOrBefore(dateOf(deadline.lastOk));
  return lastOkWorkday === deadline.lastOkWorkday ? null : { ...deadline, lastOkWorkday };
};

/** Deadlines are history: one that the calendar has changed is a new row, on the same date. */
const replaceDeadline = (
  app: ApplicationContext,
  { assignment }: AssignmentView,
  moved: Deadline,
): (Insert | Update)[] => {
  const row: TaskDeadline = {
    ...moved,
    id: app.ids.next(),
    agencyId: app.agencyId,
    taskId: assignment.taskId,
    origin: 'edited',
    replacesId: assignment.deadlineId,
    createdAt: app.clock.now(),
  };
  const { id, version: expectedVersion } = assignment;
  return [
    { op: 'insert', entity: 'deadline', row },
    { op: 'update', entity: 'assignment', id, expectedVersion, set: { deadlineId: row.id } },
  ];
};
