import { isAtRest, isOpen } from '../../domain/assignment.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-time.ts';
import { dateOf, firstInstantAfter, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { TaskDeadline } from '../../domain/task.ts';
import type { DeadlineFinding } from '../../reading/findings.ts';
import { readTypedDeadline } from '../../reading/deadline-reader.ts';
import { namesDeadline, opensWithDeadline, readDeadlineWishes } from '../../reading/deadline-wishes.ts';
import type { DeadlineWish } from '../../reading/deadline-wishes.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { asLocalMoment, auditEvent, owe, readingContext, unitsOn, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { demand } from '../demand.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { planNextOccurrence, planReminders, settle } from '../reminding/reminders.ts';
import type { Reach } from '../chats/reach.ts';
import { reachOf } from '../chats/reach.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

export interface SetDeadlinesCommand {
  readonly member: Member;
  readonly wishes: readonly DeadlineWish[];
  /** When the words were written: "thứ Sáu" counts from then. */
  readonly writtenAt: Instant;
  readonly origin: Origin;
}

/** What became of one of the wishes. `view`: of the unit that leads, with the deadline as it is now. */
export type DeadlineOutcome =
  | { readonly kind: 'set'; readonly view: AssignmentView; readonly reach: Reach }
  | { readonly kind: 'has_deadline'; readonly view: AssignmentView }
  | { readonly kind: 'closed'; readonly view: AssignmentView }
  | { readonly kind: 'not_found'; readonly number: number }
  | { readonly kind: 'past'; readonly number: number }
  | { readonly kind: 'unclear'; readonly number: number; readonly problem: string };

/**
 * Gives tasks that have none their deadlines: the reminders are planned and the units told. A deadline that is there
 * already is not moved, since that is what extensions are for; only one that was set like this may be set right for a day
 * by whoever set it: of two secretaries who name one at once, the second reads what the first has named.
 * @throws NotAllowedError
 */
export const setDeadlines = async (
  app: ApplicationContext,
  { member, wishes, writtenAt, origin }: SetDeadlinesCommand,
): Promise<readonly DeadlineOutcome[]> => {
  const units = await unitsOn(app, localDateOf(writtenAt));
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  // What is named last for a task is meant.
  const byNumber = new Map(wishes.map((wish) => [wish.number, wish]));
  return decideAs(app, member, async (actor): Promise<Decision<readonly DeadlineOutcome[]>> => {
    demand(actor, 'enter_tasks');
    const decided: Decided[] = [];
    for (const { number, words } of byNumber.values()) {
      const read = readTypedDeadline(words, context);
      const problem = 'problem' in read ? read.problem : doubtOf(app, read);
      decided.push(
        problem !== null || 'problem' in read
          ? refusal({ kind: 'unclear', number, problem: problem ?? '' })
          : await decideOne(app, member, number, read.deadline, origin),
      );
    }
    const plans = decided.flatMap(({ plan }) => plan ?? []);
    const plan = {
      changes: plans.flatMap(({ changes }) => changes),
      outbox: plans.flatMap(({ outbox }) => outbox),
      audit: plans.flatMap(({ audit }) => audit),
      updateId: origin.updateId,
    };
    return { plan: plans.length === 0 ? null : plan, outcome: decided.map(({ outcome }) => outcome) };
  });
};

/**
 * What has to be asked before the deadline can be set; null where nothing has. A day off that someone names on purpose is
 * taken as named: the answer says by which working day it has to be done.
 */
const doubtOf = (
  { calendar }: ApplicationContext,
  { question, alternatives, deadline: { due } }: DeadlineFinding,
): string | null => {
  const [other] = alternatives;
  const isDayOff =
    due !== null &&
    other !== undefined &&
    !calendar.isWorkingDay(dateOf(due)) &&
    dateOf(other) === calendar.workingDayOnOrAfter(dateOf(due));
  return isDayOff ? null : question;
};

interface Decided {
  readonly outcome: DeadlineOutcome;
  readonly plan: Pick<Plan, 'changes' | 'outbox' | 'audit'> | null;
}

const decideOne = async (
  app: ApplicationContext,
  member: Member,
  number: number,
  read: Deadline,
  origin: Origin,
): Promise<Decided> => {
  const task = await app.store.taskByNumber(app.agencyId, number);
  const parts = task === null ? [] : await app.store.assignmentsOfTask(task.id);
  const views = await app.store.assignmentViews(parts.map(({ id }) => id));
  const [first] = views;
  if (task === null || first === undefined) return refusal({ kind: 'not_found', number });
  const open = views.filter(({ assignment }) => isOpen(assignment));
  const [lead] = open;
  if (lead === undefined) return refusal({ kind: 'closed', view: first });
  const dated = open.find(({ assignment }) => assignment.overdueFrom !== null);
  if (dated !== undefined) {
    const outcome = { kind: 'has_deadline', view: dated } as const;
    if (!(await wasJustSet(app, member, task.id))) return refusal(outcome);
    // Said again, it is as it was, and the units are not told twice.
    if (isSame(dated.deadline, read)) return { outcome, plan: { changes: [], outbox: [], audit: [] } };
  }
  if (read.lastOk !== null && firstInstantAfter(read.lastOk) <= app.clock.now()) {
    return refusal({ kind: 'past', number });
  }
  const deadline: TaskDeadline = {
    ...read,
    // Work that comes again goes on coming.
    rrule: read.rrule ?? lead.deadline?.rrule ?? null,
    id: app.ids.next(),
    agencyId: app.agencyId,
    taskId: task.id,
    origin: 'edited',
    replacesId: lead.assignment.deadlineId,
    createdAt: app.clock.now(),
  };
  return {
    outcome: {
      kind: 'set',
      view: { ...lead, deadline },
      reach: await reachOf(
        app,
        open.map(({ unit }) => unit),
      ),
    },
    plan: await planFor(app, member, open, deadline, origin),
  };
};

const isSame = (one: Deadline | null, other: Deadline): boolean =>
  one?.due === other.due && one.lastOk === other.lastOk && one.rrule === other.rrule;

const MS_PER_DAY = 86_400_000;

/** True where they set the deadline in force by hand within the last day: a slip of the finger is set right the same way. */
const wasJustSet = async (app: ApplicationContext, member: Member, taskId: string): Promise<boolean> => {
  const last = (await app.store.auditOfTask(taskId)).findLast(
    ({ action }) => action === 'deadline_changed' || action === 'extension_approved',
  );
  return (
    last?.action === 'deadline_changed' &&
    last.actorId === member.id &&
    last.at > app.clock.now() - MS_PER_DAY
  );
};

const refusal = (outcome: DeadlineOutcome): Decided => ({ outcome, plan: null });

/** The deadline for every unit of the task that is still at work, with the reminders that go with it. */
const planFor = async (
  app: ApplicationContext,
  member: Member,
  open: readonly AssignmentView[],
  deadline: TaskDeadline,
  origin: Origin,
): Promise<NonNullable<Decided['plan']>> => {
  const changes: (Insert | Update)[] = [{ op: 'insert', entity: 'deadline', row: deadline }];
  const outbox: Plan['outbox'][number][] = [];
  const audit: Plan['audit'][number][] = [];
  const at = whenOffice(app);
  for (const [position, view] of open.entries()) {
    const { assignment, unit } = view;
    const dated = { ...view, deadline };
    changes.push({
      op: 'update',
      entity: 'assignment',
      id: assignment.id,
      expectedVersion: assignment.version,
      set: {
        deadlineId: deadline.id,
        overdueFrom: deadline.lastOk === null ? null : firstInstantAfter(deadline.lastOk),
      },
    });
    const planned = await app.store.plannedReminders([assignment.id]);
    changes.push(...planned.map((reminder) => settle(reminder, 'cancelled', 'deadline_changed')));
    if (!isAtRest(assignment.status)) changes.push(...planReminders(app, dated, { announcedAt: at }));
    if (position === 0) changes.push(...planNextOccurrence(app, dated));
    const chat = await chatOfUnit(app, unit);
    const told = { kind: 'deadline_set', assignmentId: assignment.id } as const;
    if (chat) outbox.push(owe(app, chat, told, `deadline_set:${deadline.id}:${assignment.id}`, at));
    audit.push(
      auditEvent(app, {
        action: 'deadline_changed',
        actorId: member.id,
        taskId: assignment.taskId,
        assignmentId: assignment.id,
        source: origin.source,
        before: { due: view.deadline?.due ?? null },
        after: { due: deadline.due },
      }),
    );
  }
  return { changes, outbox, audit };
};

/** Deadlines that someone has written, with how plainly the words say that deadlines are meant. */
export interface WrittenWishes {
  readonly wishes: readonly DeadlineWish[];
  /** Nobody need have asked: "23 hạn 30/4". */
  readonly isPlain: boolean;
  /** The word "hạn" is said. */
  readonly namesDeadline: boolean;
}

/** Reads "23 hạn 30/4; 24: 05/5"; null where any part of it is something else. */
export const understandWishes = (text: string): WrittenWishes | null => {
  const wishes = readDeadlineWishes(text);
  return wishes && { wishes, isPlain: opensWithDeadline(text), namesDeadline: namesDeadline(text) };
};
