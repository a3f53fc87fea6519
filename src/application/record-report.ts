import type { ReportOutcome } from '../domain/answers.ts';
import { isAtRest } from '../domain/assignment.ts';
import { isAllowed } from '../domain/authority.ts';
import type { LocalDate, LocalMoment } from '../domain/local-time.ts';
import type { Member } from '../domain/member.ts';
import type { AssignmentView } from '../domain/notification.ts';
import type { ReportKind, StatusReport } from '../domain/status-report.ts';
import { afterReport } from '../domain/status-change.ts';
import type { StatusChange } from '../domain/status-change.ts';
import type { ApplicationContext, Origin } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Insert, Plan, Update } from './plan.ts';
import { cancelReminders, planReminders } from './reminders.ts';
import { chatsInCharge, chatsOfRole } from './unit-chat.ts';

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
}

export interface ReportCommand {
  readonly member: Member;
  /** Each assignment with what is reported on it; recorded together or not at all. */
  readonly reports: readonly { readonly assignmentId: string; readonly content: ReportContent }[];
  readonly origin: Origin;
  /** True where it corrects what was understood last. */
  readonly isCorrection?: boolean;
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
  decideAndCommit(app, async (): Promise<Decision<ReportResult>> => {
    const contents = new Map(command.reports.map((report) => [report.assignmentId, report.content]));
    const views = await app.store.assignmentViews([...contents.keys()]);
    if (views.length === 0) return { plan: null, outcome: { kind: 'not_found' } };
    if (!views.every((view) => isAllowed(command.member, 'report_status', view.unit))) {
      return { plan: null, outcome: { kind: 'not_allowed' } };
    }
    const parts: (PlannedReport & { outcome: ReportOutcome })[] = [];
    for (const view of views) {
      const content = contents.get(view.assignment.id);
      const planned = content && (await planReport(app, command, view, content));
      if (planned) parts.push(planned);
      else return { plan: null, outcome: { kind: 'closed', view } };
    }
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

type PlannedReport = Pick<Plan, 'changes' | 'outbox' | 'audit'>;

const planReport = async (
  app: ApplicationContext,
  { member, origin, isCorrection }: ReportCommand,
  view: AssignmentView,
  content: ReportContent,
): Promise<(PlannedReport & { outcome: ReportOutcome }) | null> => {
  const now = app.clock.now();
  const { assignment } = view;
  // A correction is judged from before the report it corrects, so that "đã xong" by mistake can be taken back.
  const current =
    isCorrection && assignment.status === 'submitted'
      ? { ...assignment, status: 'in_progress' as const, completedAt: null }
      : assignment;
  const change = afterReport(
    current,
    { kind: content.kind, progress: content.progress ?? null },
    app.settings.acceptance,
    now,
  );
  if (change === null) return null;
  const report: StatusReport = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    assignmentId: assignment.id,
    memberId: member.id,
    at: now,
    kind: content.kind,
    text: content.text ?? null,
    progress: content.progress ?? null,
    documentNumber: content.documentNumber ?? null,
    documentDate: content.documentDate ?? null,
    reason: content.reason ?? null,
    waitingOn: content.waitingOn ?? null,
    eta: content.eta ?? null,
    source: origin.source,
    correctsId: isCorrection ? assignment.lastReportId : null,
  };
  const changes: (Insert | Update)[] = [
    { op: 'insert', entity: 'statusReport', row: report },
    {
      op: 'update',
      entity: 'assignment',
      id: assignment.id,
      expectedVersion: assignment.version,
      set: { ...change, lastReportId: report.id, lastReportAt: now },
    },
    ...(await replan(app, view, change)),
  ];
  const changed: AssignmentView = {
    ...view,
    assignment: {
      ...assignment,
      ...change,
      lastReportId: report.id,
      lastReportAt: now,
      version: assignment.version + 1,
    },
    lastReport: report,
  };
  return {
    changes,
    outbox: await toTell(app, changed, report),
    audit: [
      auditEvent(app, {
        action: isCorrection ? 'status_corrected' : 'status_reported',
        actorId: member.id,
        taskId: assignment.taskId,
        assignmentId: assignment.id,
        source: origin.source,
        before: { status: assignment.status, progress: assignment.progress },
        after: { status: change.status, progress: change.progress, reportId: report.id },
      }),
    ],
    outcome: {
      view: changed,
      report,
      awaitsAcceptance: content.kind === 'done' && change.status === 'submitted',
    },
  };
};

/** Nothing is pressed that has been submitted; what is taken back is pressed again. */
const replan = async (
  app: ApplicationContext,
  view: AssignmentView,
  change: StatusChange,
): Promise<(Insert | Update)[]> => {
  const wasPressed = !isAtRest(view.assignment.status);
  const isPressed = !isAtRest(change.status);
  if (wasPressed && !isPressed) return cancelReminders(app, view.assignment.id, 'no_longer_due');
  if (!wasPressed && isPressed) return planReminders(app, view.assignment, view.deadline);
  return [];
};

/** Who must hear of a report: the secretary accepts what is done, those in charge learn what is stuck. */
const toTell = async (
  app: ApplicationContext,
  { assignment, unit }: AssignmentView,
  report: StatusReport,
): Promise<Plan['outbox']> => {
  if (report.kind === 'done' && assignment.status === 'submitted' && assignment.role === 'lead') {
    const request = {
      kind: 'completion_reported',
      assignmentId: assignment.id,
      reportId: report.id,
    } as const;
    return (await chatsOfRole(app, 'secretary')).map((chat) =>
      owe(app, chat, request, `completion:${report.id}:${chat.chatId}`, whenOffice(app)),
    );
  }
  if (report.kind === 'blocked') {
    const request = { kind: 'blocked_reported', assignmentId: assignment.id, reportId: report.id } as const;
    return (await chatsInCharge(app, unit)).map((chat) =>
      owe(app, chat, request, `blocked:${report.id}:${chat.chatId}`, whenOffice(app)),
    );
  }
  return [];
};
