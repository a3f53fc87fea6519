import type {
  OpenTasksAnswer,
  OverdueAnswer,
  OverdueLine,
  TaskAnswer,
  TimelineEntry,
} from '../../domain/answers.ts';
import { isOverdue } from '../../domain/assignment.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import { isAllowed } from '../../domain/authority.ts';
import { workingDaysLate } from '../../domain/lateness.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import { messageLink } from '../../domain/ledger.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import type { Unit } from '../../domain/unit.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { ApplicationContext } from '../context.ts';
import { plannedTellings } from '../reminding/planned-tellings.ts';
import type { AssignmentFilter, OverdueFilter } from '../ports/assignment-store.ts';

/** Lines of a list before a second page. */
export const PAGE_SIZE = 10;

/** What is overdue now. `units` restricts it to some units (a group's own); null is the whole agency. */
export const answerOverdue = async (
  app: ApplicationContext,
  units: readonly Unit[] | null,
  offset: number,
): Promise<OverdueAnswer> => {
  const now = app.clock.now();
  const page = await overduePage(app, filterOf(app, units), { until: now, order: 'unit', offset });
  return { ...page, at: now, isOwnOnly: units !== null };
};

/** A page of what is overdue, with the numbers of all pages. `until`: only what was late already at that moment. */
export const overduePage = async (
  app: ApplicationContext,
  filter: OverdueFilter,
  { until, order, offset }: { until: Instant; order: 'unit' | 'oldest'; offset: number },
): Promise<Omit<OverdueAnswer, 'at' | 'isOwnOnly'>> => {
  const counts = await app.store.overdueCounts(filter, until);
  const taskCount = counts.reduce((sum, { count }) => sum + count, 0);
  const start = clampOffset(offset, taskCount);
  const page = { limit: PAGE_SIZE, offset: start };
  const ids = await app.store.overdueAssignmentIds(filter, until, page, order);
  const views = await app.store.assignmentViews(ids);
  const now = app.clock.now();
  return {
    taskCount,
    unitCount: counts.length,
    countByUnit: new Map(counts.map(({ unitId, count }) => [unitId, count])),
    lines: views.map((view): OverdueLine => ({
      view,
      workingDaysOverdue: daysLateOf(view, now, app.calendar),
    })),
    offset: start,
    pageSize: PAGE_SIZE,
  };
};

/** The open tasks of some units, or of the whole agency (null). */
export const answerOpenTasks = async (
  app: ApplicationContext,
  units: readonly Unit[] | null,
  offset: number,
): Promise<OpenTasksAnswer> => {
  const now = app.clock.now();
  const filter = filterOf(app, units);
  const total = await app.store.countOpenAssignments(filter);
  const start = clampOffset(offset, total);
  const ids = await app.store.openAssignmentIds(filter, { limit: PAGE_SIZE, offset: start });
  const views = await app.store.assignmentViews(ids);
  return {
    at: now,
    total,
    lines: views.map((view) => asLine(view, now, app.calendar)),
    offset: start,
    pageSize: PAGE_SIZE,
  };
};

/** One task with what happened to it; null where there is none of that number that the asker may see. */
export const answerTask = async (
  app: ApplicationContext,
  member: Member,
  units: readonly Unit[] | null,
  number: number,
): Promise<TaskAnswer | null> => {
  const task = await app.store.taskByNumber(app.agencyId, number);
  if (task === null) return null;
  const assignments = await app.store.assignmentsOfTask(task.id);
  const all = await app.store.assignmentViews(assignments.map(({ id }) => id));
  const visible = all.filter(
    (view) =>
      (units === null || units.some((unit) => unit.id === view.unit.id)) &&
      isAllowed(member, 'see_own_unit', view.unit),
  );
  if (visible.length === 0) return null;
  const now = app.clock.now();
  const steps = await plannedTellings(app, visible);
  // A part that was handed over or called off is history, as long as there is another one to look at.
  const current = visible.filter(({ assignment }) => assignment.status !== 'cancelled');
  return {
    at: now,
    lines: (current.length > 0 ? current : visible).map((view) => ({
      ...asLine(view, now, app.calendar),
      nextStep: isOverdue(view.assignment, now) ? (steps.get(view.assignment.id) ?? null) : null,
    })),
    timeline: await timelineOf(app, task.id, visible),
  };
};

/** An assignment as a line of a list: how many working days are left, or how many it is late. */
export const asLine = (view: AssignmentView, now: Instant, calendar: WorkingCalendar): ReminderLine => {
  const target = view.deadline?.lastOkWorkday ?? null;
  const today = localDateOf(now);
  if (isOverdue(view.assignment, now)) {
    return { view, workingDaysLeft: null, workingDaysOverdue: daysLateOf(view, now, calendar) };
  }
  return {
    view,
    workingDaysLeft: target === null || target < today ? null : calendar.workingDaysAfter(today, target),
    workingDaysOverdue: null,
  };
};

/** How late an assignment is, counted the same way everywhere. */
const daysLateOf = (
  { deadline, assignment }: AssignmentView,
  now: Instant,
  calendar: WorkingCalendar,
): number => workingDaysLate(deadline, assignment.excusedDays, calendar, now);

/** What a list is asked for: some units, or the whole agency (null). */
export const filterOf = (app: ApplicationContext, units: readonly Unit[] | null): AssignmentFilter =>
  units === null
    ? { agencyId: app.agencyId }
    : { agencyId: app.agencyId, unitIds: units.map(({ id }) => id) };

/** A page that no longer exists becomes the last one that does. */
export const clampOffset = (offset: number, total: number): number =>
  offset < total ? offset : Math.max(0, Math.floor((total - 1) / PAGE_SIZE) * PAGE_SIZE);

const timelineOf = async (
  app: ApplicationContext,
  taskId: string,
  visible: readonly AssignmentView[],
): Promise<TimelineEntry[]> => {
  const events = await app.store.auditOfTask(taskId);
  const members = new Map((await app.store.members(app.agencyId)).map((member) => [member.id, member]));
  const shown = new Map(visible.map((view) => [view.assignment.id, view]));
  const sent = events.flatMap(({ action, after }) =>
    action === 'message_sent' && typeof after?.outboxId === 'string' ? [after.outboxId] : [],
  );
  const outbox = new Map((await app.store.outboxMessages([...new Set(sent)])).map((each) => [each.id, each]));
  const entries: TimelineEntry[] = [];
  for (const event of events) {
    const view = event.assignmentId === null ? null : shown.get(event.assignmentId);
    if (view === undefined) continue;
    const what = await describe(app, event, view);
    const message = event.source ?? outbox.get(String(event.after?.outboxId)) ?? null;
    const link = message && messageLink(message, message.messageId);
    const who = members.get(event.actorId ?? '')?.name ?? null;
    if (what) entries.push({ at: event.at, who, what, link });
  }
  return entries;
};

const describe = async (
  app: ApplicationContext,
  event: AuditEvent,
  view: AssignmentView | null,
): Promise<TimelineEntry['what'] | null> => {
  if (event.action === 'task_created') {
    const { follows, author } = event.after ?? {};
    return {
      kind: 'created',
      ...(follows === undefined ? {} : { follows }),
      ...(author === undefined ? {} : { author }),
    };
  }
  if (event.action === 'save_undone') return { kind: 'undone' };
  if (view === null) return null;
  const unitName = view.unit.shortName;
  const oldDue = event.before?.due ?? null;
  const newDue = event.after?.due ?? null;
  switch (event.action) {
    case 'status_reported':
    case 'status_corrected': {
      const report = await app.store.statusReport(event.after?.reportId ?? '');
      return report && { kind: 'reported', report, unitName };
    }
    // Queued is not said: the deadline may move, the chat may be gone.
    case 'message_sent':
      return event.after?.kind === 'reminder' ? { kind: 'reminded', unitName } : null;
    case 'reminder_asked_for':
      return { kind: 'asked', unitName };
    case 'completion_accepted':
      return { kind: 'accepted', unitName };
    case 'completion_returned':
      return { kind: 'returned', unitName, reason: textOf(event.after?.reason) };
    case 'completion_reopened': {
      const { reason } = event.after ?? {};
      const completedAt = event.before?.completedAt ?? null;
      return { kind: 'reopened', unitName, reason: textOf(reason), completedAt };
    }
    case 'task_cancelled':
      return { kind: 'cancelled', unitName, reason: textOf(event.after?.reason) };
    case 'task_restored':
      return { kind: 'restored', unitName };
    case 'transfer_refused':
      return { kind: 'transfer_refused', unitName, reason: textOf(event.after?.reason) };
    case 'transfer_requested':
    case 'handed_over':
      return { kind: event.action, unitName, toUnit: textOf(event.after?.toUnit) };
    case 'extension_requested':
      return { kind: event.action, unitName, newDue };
    case 'extension_refused':
    case 'extension_approved': {
      const decider = (await app.store.members(app.agencyId)).find(({ id }) => id === event.after?.decidedBy);
      const recorded = decider === undefined ? {} : { decider: decider.name };
      return { kind: event.action, unitName, oldDue, newDue, ...recorded };
    }
    case 'deadline_changed':
      return { kind: event.action, unitName, oldDue, newDue };
    default:
      return null;
  }
};

/** A fact of the record that is words, where it is there. */
const textOf = (fact: unknown): string | null => (typeof fact === 'string' ? fact : null);
