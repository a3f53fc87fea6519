import { isAtRest, isOverdue } from '../../domain/assignment.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { EscalationStep } from '../../domain/escalation.ts';
import { ESCALATION_STEPS } from '../../domain/escalation.ts';
import type { Instant } from '../../domain/local-time.ts';
import { instantOf, localDateOf, timeOfDayOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { EscalationLine, LineChange, ReminderLine } from '../../domain/reminder-line.ts';
import { daysBefore, hoursBefore, isNight, isSuperseded, planRungs } from '../../domain/reminder-plan.ts';
import type { LadderRung, Reminder } from '../../domain/reminder.ts';
import { isByTheHour, isLadderRung } from '../../domain/reminder.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import { asLine } from '../answering/answers.ts';
import type { Composed, Request } from './composed.ts';
import type { ApplicationContext } from '../context.ts';
import { plannedTellings } from '../reminding/planned-tellings.ts';
import { ladderOf, timetableOf } from '../reminding/reminders.ts';

/** The morning message of a chat: what of it still holds, with what has happened since and what comes next. */
export const composeReminder = async (
  app: ApplicationContext,
  { reminderIds }: Request<'reminder'>,
  queuedAt: Instant,
): Promise<Composed> => {
  const now = app.clock.now();
  const { calendar } = app;
  const reminders = await app.store.reminders(reminderIds);
  const views = await app.store.assignmentViews(reminders.map(({ assignmentId }) => assignmentId));
  const rungs = new Map(reminders.map((reminder) => [reminder.assignmentId, reminder]));
  const due = views.flatMap((view) => {
    const { rung, fireAt } = rungs.get(view.assignment.id) ?? {};
    if (rung === undefined || !isLadderRung(rung) || isAtRest(view.assignment.status)) return [];
    const plan = [view.deadline, ladderOf(app, view.task), timetableOf(app)] as const;
    if (isSuperseded(rung, queuedAt, ...plan, now)) return [];
    const line = asLine(view, now, calendar);
    // What runs out before the day's first reminder is pressed the morning before, as its plan says.
    const isLastMorning =
      rung === 'on-day' &&
      planRungs(...plan, now).some((planned) => planned.rung === rung && planned.fireAt === fireAt);
    return isLastMorning || isDueAs(rung, line, now) ? [line] : [];
  });
  if (due.length === 0) return { drop: 'nothing in it is due any more' };
  const since = morningBefore(app, now);
  const lines = await withNews(app, due.sort(byDeadline), since);
  return {
    say: {
      kind: 'reminder',
      today: localDateOf(now),
      lines,
      newlyAssigned: await newlyAssigned(app, lines, since),
      isForThisHour: isForThisHour(app, reminders, lines),
    },
  };
};

/** Whether a deadline whose own hour lies outside those of the office wants it said now. */
const isForThisHour = (
  { calendar, settings, clock }: ApplicationContext,
  reminders: readonly Reminder[],
  lines: readonly ReminderLine[],
): boolean =>
  !isNight(clock.now()) &&
  lines.every(({ workingDaysOverdue }) => workingDaysOverdue === null) &&
  reminders.some(
    ({ rung, fireAt }) =>
      isByTheHour(rung) && nextSendingMoment(fireAt, calendar, settings.workingHours) !== fireAt,
  );

const byDeadline = ({ view: one }: ReminderLine, { view: other }: ReminderLine): number =>
  (one.assignment.overdueFrom ?? 0) - (other.assignment.overdueFrom ?? 0) ||
  one.task.number - other.task.number;

/** A deadline that has moved away since the reminder was queued is not pressed. */
const isDueAs = (rung: LadderRung, line: ReminderLine, now: Instant): boolean => {
  const { view, workingDaysLeft, workingDaysOverdue } = line;
  if (workingDaysOverdue !== null) return true;
  const hours = hoursBefore(rung);
  // Hours may be counted on a day off, where no working day is left.
  if (hours !== null) {
    const { overdueFrom } = view.assignment;
    return overdueFrom !== null && overdueFrom - now <= (hours + 1) * HOUR_MS;
  }
  const days = daysBefore(rung);
  return workingDaysLeft !== null && days !== null && workingDaysLeft <= days;
};

const HOUR_MS = 3_600_000;

/** The same time of the last working day before. */
const morningBefore = ({ calendar }: ApplicationContext, now: Instant): Instant =>
  instantOf(calendar.addWorkingDays(localDateOf(now), -1), timeOfDayOf(now));

/** The lines with what others decided since then, and with who is told next. */
const withNews = async (
  app: ApplicationContext,
  lines: readonly ReminderLine[],
  since: Instant,
): Promise<readonly ReminderLine[]> => {
  const taskIds = [...new Set(lines.map(({ view }) => view.task.id))];
  const events = Map.groupBy(
    await app.store.auditOfTasks(taskIds, since),
    ({ assignmentId }) => assignmentId,
  );
  const steps = await plannedTellings(
    app,
    lines.map(({ view }) => view),
  );
  const near = app.calendar.nextWorkingDay(localDateOf(app.clock.now()));
  return lines.map((line) => {
    const { id } = line.view.assignment;
    const next = steps.get(id);
    return {
      ...line,
      changes: (events.get(id) ?? []).flatMap(asChange),
      // What is days away is no matter for this morning.
      nextStep: line.workingDaysOverdue !== null && next !== undefined && next.on <= near ? next : null,
    };
  });
};

const asChange = ({ action, before, after }: AuditEvent): LineChange[] => {
  switch (action) {
    case 'completion_returned':
    case 'completion_reopened':
      return [{ kind: 'returned' }];
    case 'extension_refused':
      return [{ kind: 'extension_refused' }];
    case 'extension_approved':
    case 'deadline_changed':
      return [{ kind: 'deadline_moved', oldDue: before?.due ?? null, newDue: after?.due ?? null }];
    default:
      return [];
  }
};

/** Other open tasks of the same units, announced after that moment and before today: those of today have a message of their own. */
const newlyAssigned = async (
  app: ApplicationContext,
  lines: readonly ReminderLine[],
  since: Instant,
): Promise<readonly AssignmentView[]> => {
  const said = new Set(lines.map(({ view }) => view.assignment.id));
  const unitIds = [...new Set(lines.map(({ view }) => view.unit.id))];
  const today = instantOf(localDateOf(app.clock.now()));
  const ids = await app.store.openAssignmentIdsSince(app.agencyId, unitIds, since);
  const views = await app.store.assignmentViews(ids.filter((id) => !said.has(id)));
  return views.filter(
    ({ assignment }) =>
      nextSendingMoment(assignment.createdAt, app.calendar, app.settings.workingHours) < today,
  );
};

/** What is told of a silence: the tasks on which nothing has been heard since it was queued. */
export const composeEscalation = async (
  app: ApplicationContext,
  { step, reminderIds }: Request<'escalation'>,
  queuedAt: Instant,
): Promise<Composed> => {
  const now = app.clock.now();
  const reminders = await app.store.reminders(reminderIds);
  const views = (await app.store.assignmentViews(reminders.map(({ assignmentId }) => assignmentId))).filter(
    (view) => isStillSilent(view, queuedAt, now),
  );
  if (views.length === 0) return { drop: 'the unit has reported since' };
  const steps = await plannedTellings(app, views);
  const members = await app.store.members(app.agencyId);
  const order = new Map((await app.store.units(app.agencyId)).map(({ id }, position) => [id, position]));
  const lines = views.map((view): EscalationLine => ({
    ...asLine(view, now, app.calendar),
    nextStep: steps.get(view.assignment.id) ?? null,
    passedOver: passedOver(app, step, view, members),
  }));
  const position = ({ view }: EscalationLine): number => order.get(view.unit.id) ?? order.size;
  lines.sort((one, other) => position(one) - position(other) || byDeadline(one, other));
  return { say: { kind: 'escalation', step, today: localDateOf(now), lines } };
};

const isStillSilent = (
  { assignment, lastReport, pendingExtension }: AssignmentView,
  queuedAt: Instant,
  now: Instant,
): boolean =>
  isOverdue(assignment, now) &&
  pendingExtension === null &&
  (lastReport === null || lastReport.kind === 'acknowledged' || lastReport.at < queuedAt);

/** Who should have been told before and could not be, as far as it can be seen from the posts. */
const passedOver = (
  { settings }: ApplicationContext,
  step: EscalationStep,
  { unit }: AssignmentView,
  members: readonly Member[],
): EscalationLine['passedOver'] => {
  const holder = { head: unit.headId, deputy: unit.deputyId } as const;
  const earlier = ESCALATION_STEPS.slice(0, ESCALATION_STEPS.indexOf(step));
  return earlier.flatMap((each): EscalationLine['passedOver'] => {
    if ((each !== 'head' && each !== 'deputy') || settings.escalation.after[each] === null) return [];
    const member = members.find(({ id }) => id === holder[each]);
    if (member === undefined) return [{ step: each, why: 'post_vacant' }];
    return member.telegramId === null ? [{ step: each, why: 'no_telegram' }] : [];
  });
};
