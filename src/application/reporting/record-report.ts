import type { ReportOutcome } from '../../domain/answers.ts';
import type { Assignment } from '../../domain/assignment.ts';
import { isAtRest, isOpen } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { EvidenceFile } from '../../domain/evidence-file.ts';
import type { ReportKind, StatusReport } from '../../domain/status-report.ts';
import { afterReport } from '../../domain/status-change.ts';
import type { StatusChange } from '../../domain/status-change.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { findCorrection } from './correction.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { withdraw } from '../deciding/extensions.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { afterOccurrence } from '../reminding/next-occurrence.ts';
import {
  asGivenLast,
  cancelReminders,
  lastStepOf,
  planReminders,
  replanStep,
} from '../reminding/reminders.ts';
import { newReport } from './new-report.ts';
import { chatOfUnit, chatsInCharge, chatsOfRole } from '../chats/unit-chat.ts';
import { nameOfWaitedFor, partsWaitedFor } from './waited-for.ts';

/** What one report says, from a button or from words. Fields that nothing was said about are absent. */
export interface ReportContent {
  readonly kind: Exclude<ReportKind, 'extension_requested'>;
  readonly text?: string;
  readonly progress?: number;
  readonly documentNumber?: string;
  readonly documentDate?: LocalDate;
  readonly reason?: string;
  readonly waitingOn?: string;
  readonly eta?: LocalMoment;
  readonly evidence?: readonly EvidenceFile[];
}

export interface ReportCommand {
  readonly member: Member;
  /** Each assignment with what is reported on it; recorded together or not at all. */
  readonly reports: readonly { readonly assignmentId: string; readonly content: ReportContent }[];
  readonly origin: Origin;
  /** True where it corrects what was understood last. */
  readonly isCorrection?: boolean;
  /** True for what is only added to what was said: it is the last thing heard only where nothing was heard before. */
  readonly isAside?: boolean;
}

export type ReportResult =
  | { readonly kind: 'recorded'; readonly outcomes: readonly ReportOutcome[] }
  /** Not a matter of this member's unit. */
  | { readonly kind: 'not_allowed' }
  /** Done or cancelled already: nothing was changed. */
  | { readonly kind: 'closed'; readonly view: AssignmentView }
  | { readonly kind: 'not_found' };

/** Records what a unit says of its tasks, and changes their status, their reminders and what others must hear accordingly. */
export const recordReport = (app: ApplicationContext, command: ReportCommand): Promise<ReportResult> =>
  decideAs(app, command.member, async (actor): Promise<Decision<ReportResult>> => {
    const contents = new Map(command.reports.map((report) => [report.assignmentId, report.content]));
    const found = await app.store.assignmentViews([...contents.keys()]);
    if (found.length === 0) return { plan: null, outcome: { kind: 'not_found' } };
    const views = found.filter((view) => isAllowed(actor, 'report_status', view.unit));
    const isOnlyOk = command.reports.every(({ content }) => content.kind === 'acknowledged');
    // "Đã nhận" to a message on the tasks of several units is said for one's own.
    if (views.length === 0 || (views.length < found.length && !isOnlyOk)) {
      return { plan: null, outcome: { kind: 'not_allowed' } };
    }
    const parts: PlannedReport[] = [];
    let closed: AssignmentView | null = null;
    for (const view of views) {
      const content = contents.get(view.assignment.id);
      const planned = content ? await planReport(app, command, view, content) : null;
      if (planned) parts.push(planned);
      // "Đã nhận" to a message on several tasks holds for those that are still open.
      else if (content?.kind === 'acknowledged') closed = view;
      else return { plan: null, outcome: { kind: 'closed', view } };
    }
    if (parts.length === 0 && closed) return { plan: null, outcome: { kind: 'closed', view: closed } };
    return {
      plan: {
        changes: parts.flatMap((part) => part.changes),
        outbox: parts.flatMap((part) => part.outbox),
        audit: parts.flatMap((part) => part.audit),
        updateId: command.origin.updateId,
      },
      outcome: { kind: 'recorded', outcomes: parts.map((part) => part.outcome) },
    };
  });

interface PlannedReport extends Pick<Plan, 'changes' | 'outbox' | 'audit'> {
  readonly outcome: ReportOutcome;
}

const planReport = async (
  app: ApplicationContext,
  { member, origin, isCorrection, isAside = false }: ReportCommand,
  view: AssignmentView,
  content: ReportContent,
): Promise<PlannedReport | null> => {
  const now = app.clock.now();
  const { assignment } = view;
  const correction = isCorrection ? await findCorrection(app, view, origin.source) : null;
  const from = correction?.standing ?? assignment;
  // Whether a coordinating unit has done its part is not for others to accept.
  const acceptance = assignment.role === 'lead' ? app.settings.acceptance : 'automatic';
  const change =
    correction?.standing === null
      ? isOpen(assignment)
        ? unchanged(assignment)
        : null
      : // Corrected words about finished work do not make it finished later.
        afterReport(
          { ...from, completedAt: from.completedAt ?? assignment.completedAt },
          { kind: content.kind, progress: content.progress ?? null },
          acceptance,
          now,
        );
  if (change === null) return null;
  const { waitingOn } = content;
  const said =
    waitingOn === undefined ? content : { ...content, waitingOn: await nameOfWaitedFor(app, waitingOn) };
  const report = newReport(app, {
    ...said,
    assignmentId: assignment.id,
    memberId: member.id,
    source: origin.source,
    correctsId: correction?.corrected.id ?? null,
  });
  const isLastWord = correction?.standing !== null && !(isAside && assignment.lastReportId !== null);
  const set = { ...change, ...(isLastWord ? { lastReportId: report.id, lastReportAt: now } : {}) };
  const withdrawn = isAtRest(change.status) ? view.pendingExtension : null;
  const changed: AssignmentView = {
    ...view,
    assignment: { ...assignment, ...set, version: assignment.version + 1 },
    lastReport: isLastWord ? report : view.lastReport,
    pendingExtension: withdrawn ? null : view.pendingExtension,
  };
  return {
    changes: [
      { op: 'insert', entity: 'statusReport', row: report },
      {
        op: 'update',
        entity: 'assignment',
        id: assignment.id,
        expectedVersion: assignment.version,
        // What stays as it was is left out of the indexes that are about it.
        set: changedIn(set, assignment),
      },
      // Nobody needs to decide about more time for work that is finished.
      ...(withdrawn ? [withdraw(withdrawn, now)] : []),
      ...(await replan(app, view, changed)),
      ...(change.status === 'done' && assignment.role === 'lead'
        ? await afterOccurrence(app, assignment)
        : []),
    ],
    outbox: isLastWord ? await toTell(app, view, changed, report) : [],
    audit: [
      auditEvent(app, {
        action: isCorrection ? 'status_corrected' : 'status_reported',
        actorId: member.id,
        taskId: assignment.taskId,
        assignmentId: assignment.id,
        source: origin.source,
        before: { status: assignment.status, progress: assignment.progress },
        after: {
          status: change.status,
          progress: change.progress,
          reportId: report.id,
          judgedFrom: unchanged(from),
          ...(withdrawn ? { withdrawnRequestId: withdrawn.id } : {}),
        },
      }),
    ],
    outcome: {
      view: changed,
      report,
      awaitsAcceptance: isLastWord && content.kind === 'done' && change.status === 'submitted',
      ...(acceptance === 'leader' ? { isForLeader: true } : {}),
    },
  };
};

/** The fields of `set` that are other than they were. */
const changedIn = <Fields extends Partial<Assignment>>(set: Fields, was: Assignment): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(set).filter(([name, value]) => value !== was[name as keyof Assignment]),
  ) as Partial<Fields>;

const unchanged = ({ status, progress, completedAt }: StatusChange): StatusChange => ({
  status,
  progress,
  completedAt,
});

/** Nothing is pressed that has been submitted; what is taken back is pressed again. A report stops the escalation. */
const replan = async (
  app: ApplicationContext,
  before: AssignmentView,
  changed: AssignmentView,
): Promise<readonly (Insert | Update)[]> => {
  const wasPressed = !isAtRest(before.assignment.status);
  const isPressed = !isAtRest(changed.assignment.status);
  if (wasPressed && isPressed) return replanStep(app, changed);
  if (wasPressed) return cancelReminders(app, before.assignment.id, 'no_longer_due');
  if (!isPressed) return [];
  const given = await asGivenLast(app, changed);
  return planReminders(app, given, { lastStep: await lastStepOf(app, changed.assignment) });
};

/** Who must hear of a report: the secretary accepts what is done, those in charge learn what is stuck. */
const toTell = async (
  app: ApplicationContext,
  before: AssignmentView,
  { assignment, unit }: AssignmentView,
  report: StatusReport,
): Promise<Plan['outbox']> => {
  if (report.kind === 'done' && assignment.status === 'submitted') {
    // Two people of a unit may say the same; the secretary is asked once.
    const isAsked = before.assignment.status === 'submitted' && before.lastReport?.kind === 'done';
    if (isAsked && report.correctsId === null) return [];
    const request = {
      kind: 'completion_reported',
      assignmentId: assignment.id,
      reportId: report.id,
    } as const;
    const acceptors =
      app.settings.acceptance === 'leader'
        ? await chatsInCharge(app, unit)
        : await chatsOfRole(app, 'secretary');
    return acceptors.map((chat) =>
      owe(app, chat, request, `completion:${report.id}:${chat.chatId}`, whenOffice(app)),
    );
  }
  if (report.kind === 'blocked') {
    const request = { kind: 'blocked_reported', assignmentId: assignment.id, reportId: report.id } as const;
    const inCharge = (await chatsInCharge(app, unit)).map((chat) =>
      owe(app, chat, request, `blocked:${report.id}:${chat.chatId}`, whenOffice(app)),
    );
    return [...inCharge, ...(await tellWaitedFor(app, before, report))];
  }
  return [];
};

/** The units that it waits for hear of it themselves, each in its own chat. */
const tellWaitedFor = async (
  app: ApplicationContext,
  view: AssignmentView,
  report: StatusReport,
): Promise<Plan['outbox']> => {
  if (view.assignment.role !== 'lead') return [];
  const owed: Plan['outbox'][number][] = [];
  for (const { assignment, unit } of await partsWaitedFor(app, view, report)) {
    const chat = await chatOfUnit(app, unit);
    const request = { kind: 'waited_for', assignmentId: assignment.id, reportId: report.id } as const;
    const key = `waited_for:${report.id}:${assignment.id}`;
    if (chat) owed.push(owe(app, chat, request, key, whenOffice(app)));
  }
  return owed;
};
