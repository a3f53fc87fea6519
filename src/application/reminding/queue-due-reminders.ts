import type { AgencySettings, ReminderLadder } from '../../domain/agency.ts';
import { isAtRest, isOverdue } from '../../domain/assignment.ts';
import type { Instant, TimeOfDay } from '../../domain/local-time.ts';
import { firstInstantAfter, instantOf, localDateOf } from '../../domain/local-time.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { isNight, nextOverdueRung, planRungs, tomorrow } from '../../domain/reminder-plan.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { isByTheHour, isEscalation, isLadderRung } from '../../domain/reminder.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import type { ReportKind } from '../../domain/status-report.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { escalate } from './escalate.ts';
import { addTo, joinWaiting, placeOf } from '../sending/join-waiting.ts';
import type { Bundle } from '../sending/join-waiting.ts';
import { giveNextOccurrence } from './next-occurrence.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { asReminder, ladderOf, settle, timetableOf } from './reminders.ts';
import { chatsOfUnits, readRoster } from '../chats/unit-chat.ts';
import type { Roster } from '../chats/unit-chat.ts';

/** More than any agency has due in one minute, even after weeks of downtime. */
const MOST_AT_ONCE = 100_000;

/**
 * Turns the reminders that are due at or before now into messages, one for each chat. Asked every minute; a minute
 * missed or asked twice changes nothing. Outside working hours, and before the day's first hour of reminders, everything
 * waits but what an hour outside demands. Several rungs of one assignment, as after a downtime, become the latest one.
 * @returns how many messages were queued
 * @throws AggregateError where recurring work could not be given out again; everything else has been done
 */
export const queueDueReminders = async (app: ApplicationContext): Promise<number> => {
  const now = app.clock.now();
  let read: readonly Reminder[] | null = await app.store.dueReminders(now, MOST_AT_ONCE);
  if (read.length === 0) return 0;
  const occurrences = whenOffice(app) > now ? [] : read.filter(({ rung }) => rung === 'next-occurrence');
  // First, so that what an occurrence brings is planned before anything is queued.
  const failures = await giveNextOccurrences(app, occurrences);
  if (occurrences.length > 0) read = null;
  const queued = await decideAndCommit(app, async () => {
    const due = read ?? (await app.store.dueReminders(now, MOST_AT_ONCE));
    // What someone else was faster with is read again.
    read = null;
    return decide(app, now, due);
  });
  if (failures.length > 0) throw new AggregateError(failures, 'Recurring work could not be given out again');
  return queued;
};

/** One that fails does not keep the others, nor any reminder, from going out. @returns what failed */
const giveNextOccurrences = async (
  app: ApplicationContext,
  occurrences: readonly Reminder[],
): Promise<readonly unknown[]> => {
  const failures: unknown[] = [];
  for (const occurrence of occurrences) {
    await giveNextOccurrence(app, occurrence).catch((error: unknown) => failures.push(error));
  }
  return failures;
};

const decide = async (
  app: ApplicationContext,
  now: Instant,
  read: readonly Reminder[],
): Promise<Decision<number>> => {
  const found = speakable(app, read, now);
  if (found.length === 0) return { plan: null, outcome: 0 };
  const ids = new Set(found.map(({ assignmentId }) => assignmentId));
  const views = new Map(
    (await app.store.assignmentViews([...ids])).map((view) => [view.assignment.id, view]),
  );
  const roster = await readRoster(app);
  const isClosed = whenOffice(app) > now;
  // Outside the hours only what can still be done in time is pressed; for the rest the morning is soon enough.
  const due = isClosed ? found.filter(({ assignmentId }) => isInTime(views.get(assignmentId), now)) : found;
  if (due.length === 0) return { plan: null, outcome: 0 };
  const parts = [
    await remind(
      app,
      due.filter(({ rung }) => isLadderRung(rung)),
      views,
      roster,
    ),
    await escalate(
      app,
      due.filter(({ rung }) => isEscalation(rung)),
      views,
      roster,
    ),
  ];
  const plan: Plan = {
    changes: parts.flatMap(({ changes }) => changes),
    outbox: parts.flatMap(({ outbox }) => outbox),
    audit: parts.flatMap(({ audit }) => audit),
  };
  return { plan, outcome: plan.outbox.length };
};

const isInTime = (view: AssignmentView | undefined, now: Instant): boolean =>
  view !== undefined && !isOverdue(view.assignment, now) && !isNight(now);

/**
 * What may become a message now. What was missed waits for the hour of reminders, so that a morning has one message; a
 * step of the escalation waits for its own, so that the unit can answer that message first.
 */
const speakable = (app: ApplicationContext, due: readonly Reminder[], now: Instant): readonly Reminder[] => {
  const opens = whenOffice(app);
  if (opens > now) return due.filter((reminder) => isForThisHour(app, reminder));
  const isOver = (hour: TimeOfDay): boolean => instantOf(localDateOf(now), hour) <= now;
  const [isReminding, isTelling] = [isOver(firstHour(app.settings)), isOver(app.settings.escalation.at)];
  const pressing = new Set(
    due.filter(({ rung }) => isByTheHour(rung)).map(({ assignmentId }) => assignmentId),
  );
  return due.filter(({ rung, assignmentId }) => {
    if (rung === 'next-occurrence') return false;
    return isEscalation(rung) ? isTelling : isReminding || pressing.has(assignmentId);
  });
};

/** True for a rung that was planned outside the hours of the office, because its deadline lies there. */
const isForThisHour = ({ calendar, settings }: ApplicationContext, reminder: Reminder): boolean =>
  isByTheHour(reminder.rung) &&
  nextSendingMoment(reminder.fireAt, calendar, settings.workingHours) !== reminder.fireAt;

/** The earliest time of day at which the agency reminds of anything. */
const firstHour = ({ ladder, ladderOfCategory, workingHours }: AgencySettings): TimeOfDay => {
  const times = (of: ReminderLadder): TimeOfDay[] => [
    ...[...of.before, ...of.after].map(({ at }) => at),
    ...of.onTheDay,
    ...(of.thenEvery === null ? [] : [of.thenEvery.at]),
  ];
  const all = [ladder, ...Object.values(ladderOfCategory)].flatMap(times).sort();
  return all[0] ?? workingHours.morning[0];
};

const remind = async (
  app: ApplicationContext,
  due: readonly Reminder[],
  views: ReadonlyMap<string, AssignmentView>,
  roster: Roster,
): Promise<Pick<Plan, 'changes' | 'outbox' | 'audit'>> => {
  const now = app.clock.now();
  const latest = new Map(due.map((reminder) => [reminder.assignmentId, reminder]));
  const changes: (Insert | Update)[] = [];
  const bundles = new Map<string, Bundle>();
  const chatOf = chatsOfUnits(roster);
  for (const reminder of due) {
    const view = views.get(reminder.assignmentId);
    if (latest.get(reminder.assignmentId) !== reminder) {
      changes.push(settle(reminder, 'skipped', 'coalesced'));
    } else if (view === undefined || isAtRest(view.assignment.status)) {
      changes.push(settle(reminder, 'cancelled', 'no_longer_due'));
    } else {
      const chat = chatOf(view.unit);
      if (hasReported(app, view, reminder)) changes.push(settle(reminder, 'skipped', 'reported'));
      else if (chat === null) changes.push(settle(reminder, 'skipped', 'unit_has_no_chat'));
      else addTo(bundles, chat, { reminder, view });
      if (reminder.rung === 'overdue') changes.push(...followUp(app, view, now));
    }
  }
  const joined = await joinWaiting(app, [...bundles.values()], new Set(latest.keys()));
  const outbox: Plan['outbox'][number][] = [];
  const audit: Plan['audit'][number][] = [...joined.audit];
  for (const { chat, reminders } of bundles.values()) {
    const earlier = joined.reminders.get(placeOf(chat)) ?? [];
    const reminderIds = [...earlier, ...reminders.map(({ reminder }) => reminder)].map(({ id }) => id);
    const isForToday = reminders.some(
      ({ reminder }) => reminder.rung === 'on-day' || isByTheHour(reminder.rung),
    );
    const message = owe(
      app,
      chat,
      { kind: 'reminder', reminderIds },
      `reminder:${reminders[0]?.reminder.id ?? ''}`,
      now,
      isForToday ? PRIORITY.today : PRIORITY.ordinary,
    );
    outbox.push(message);
    changes.push(...earlier.map((reminder) => settle(reminder, 'queued', null, message.id)));
    for (const { reminder, view } of reminders) {
      changes.push(settle(reminder, 'queued', null, message.id));
      audit.push(
        auditEvent(app, {
          action: 'reminder_queued',
          taskId: view.task.id,
          assignmentId: reminder.assignmentId,
          after: { rung: reminder.rung, outboxId: message.id },
        }),
      );
    }
  }
  return { changes: [...changes, ...joined.changes], outbox, audit };
};

const followUp = (
  app: ApplicationContext,
  { assignment, task, deadline }: AssignmentView,
  now: Instant,
): Insert[] => {
  const next = nextOverdueRung(deadline, ladderOf(app, task), app.calendar, tomorrow(now));
  return next === null
    ? []
    : [{ op: 'insert', entity: 'reminder', row: asReminder(app, assignment.id, next) }];
};

/** After so many working days a report is no longer news. */
const NEWS_FOR_WORKING_DAYS = 5;

/**
 * True where the unit has said lately, and since it was reminded last, how it stands, and is in time by its own word.
 * "Đã nhận" says nothing of that, nor does a wish for more time, and work that was returned has to be said again.
 */
const hasReported = (
  app: ApplicationContext,
  { assignment, task, deadline, lastReport }: AssignmentView,
  { rung, fireAt }: Reminder,
): boolean => {
  const now = app.clock.now();
  if (lastReport === null || assignment.status === 'returned' || !SAYS_HOW_IT_STANDS.has(lastReport.kind))
    return false;
  if (rung === 'overdue' || deadline?.lastOk == null || isOverdue(assignment, now)) return false;
  if (app.calendar.workingDaysAfter(localDateOf(lastReport.at), localDateOf(now)) > NEWS_FOR_WORKING_DAYS)
    return false;
  const isLateByItsWord =
    lastReport.eta !== null && firstInstantAfter(lastReport.eta) > firstInstantAfter(deadline.lastOk);
  const earlier = planRungs(deadline, ladderOf(app, task), timetableOf(app), now).filter(
    (planned) => planned.fireAt < fireAt,
  );
  return !isLateByItsWord && lastReport.at >= (earlier.at(-1)?.fireAt ?? assignment.createdAt);
};

const SAYS_HOW_IT_STANDS: ReadonlySet<ReportKind> = new Set([
  'in_progress',
  'blocked',
  'not_done',
  'submitted',
  'done',
]);
