// Who is told, step by step, when a unit stays silent past a deadline. The unit's own chat comes first, by the ladder of
// reminders; what follows is told in private, each step once for a deadline.
import type { Deadline } from './deadline.ts';
import type { Instant, LocalDate, TimeOfDay } from './local-time.ts';
import { addDays, dateOf, instantOf, localDateOf } from './local-time.ts';
import type { StatusReport } from './status-report.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** In the order in which they are taken. `director`: the matter stands in the director's weekly summary from then on. */
export const ESCALATION_STEPS = ['head', 'secretary', 'deputy', 'director'] as const;

export type EscalationStep = (typeof ESCALATION_STEPS)[number];

export interface EscalationPolicy {
  /** Working days of silence after the last good day until each step is taken; null: never. Later steps have more. */
  readonly after: Readonly<Record<EscalationStep, number | null>>;
  /** The time of day at which steps are taken. */
  readonly at: TimeOfDay;
  /** After a report silence is counted anew, once so many working days have passed. */
  readonly pauseAfterReport: number;
}

/** A step and the moment at which it is taken unless the unit reports before. */
export interface PlannedStep {
  readonly step: EscalationStep;
  readonly fireAt: Instant;
}

/** What the silence of an assignment is measured by. */
export interface Silence {
  readonly deadline: Pick<Deadline, 'lastOk'> | null;
  /** `createdAt`: when the unit could first hear of the task. */
  readonly assignment: { readonly createdAt: Instant };
  readonly lastReport: Pick<StatusReport, 'kind' | 'at' | 'eta'> | null;
}

/** The last step that an agency takes; null where it takes none. */
export const finalStep = ({ after }: Pick<EscalationPolicy, 'after'>): EscalationStep | null =>
  ESCALATION_STEPS.findLast((step) => after[step] !== null) ?? null;

/**
 * The step that comes next, at the first moment that is neither too early nor before `from`; null where nothing is
 * left or the assignment has no date.
 * @param last the step that was taken last for this deadline; null where none was
 */
export const nextStep = (
  silence: Silence,
  last: EscalationStep | null,
  policy: EscalationPolicy,
  calendar: WorkingCalendar,
  from: Instant,
): PlannedStep | null => {
  const start = silentSince(silence, policy, calendar);
  if (start === null) return null;
  const left = ESCALATION_STEPS.slice(last === null ? 0 : ESCALATION_STEPS.indexOf(last) + 1);
  for (const step of left) {
    const days = policy.after[step];
    if (days === null) continue;
    const fireAt = instantOf(calendar.addWorkingDays(start, days), policy.at);
    return { step, fireAt: fireAt >= from ? fireAt : firstAt(policy.at, calendar, from) };
  }
  return null;
};

/** So many working days past the deadline a date that the unit has named is waited for: for more there are extensions. */
const LONGEST_WAIT = 10;

/**
 * The day from which silence counts: the last good day, the day the task was given where that came later, or the end of
 * the pause that a report brings. "Đã nhận" is no report; a date that the unit has named is waited for, up to
 * {@link LONGEST_WAIT}; one that it has only asked for is not, since it may be refused.
 */
const silentSince = (
  { deadline, assignment, lastReport }: Silence,
  { pauseAfterReport }: EscalationPolicy,
  calendar: WorkingCalendar,
): LocalDate | null => {
  if (deadline?.lastOk == null) return null;
  const days = [dateOf(deadline.lastOk), localDateOf(assignment.createdAt)];
  if (lastReport !== null && lastReport.kind !== 'acknowledged') {
    const reportedOn = localDateOf(lastReport.at);
    days.push(calendar.addWorkingDays(reportedOn, pauseAfterReport));
    if (lastReport.eta !== null && lastReport.kind !== 'extension_requested') {
      const longest = calendar.addWorkingDays(latest([dateOf(deadline.lastOk), reportedOn]), LONGEST_WAIT);
      const named = dateOf(lastReport.eta);
      days.push(named < longest ? named : longest);
    }
  }
  return latest(days);
};

const latest = (days: readonly LocalDate[]): LocalDate =>
  days.reduce((found, day) => (day > found ? day : found));

/** The first moment at or after `from` that is `time` on a working day. */
const firstAt = (time: TimeOfDay, calendar: WorkingCalendar, from: Instant): Instant => {
  const day = localDateOf(from);
  const isToCome = instantOf(day, time) >= from;
  return instantOf(calendar.workingDayOnOrAfter(isToCome ? day : addDays(day, 1)), time);
};
