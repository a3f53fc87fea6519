import type { LocalMoment } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReplyFields, ReplyFinding, ReplyIntent } from '../../reading/findings.ts';
import type { ReportContent } from './record-report.ts';

/** What a reply asks to be done about one assignment. */
export type ReplyAction =
  | { readonly kind: 'report'; readonly view: AssignmentView; readonly content: ReportContent }
  | {
      readonly kind: 'extension';
      readonly view: AssignmentView;
      /** Null where the reply names no date: it is asked for. */
      readonly newDue: LocalMoment | null;
      readonly reason: string | null;
    }
  /** The work is somebody else's. `toUnit`: the code of the unit named; null where none was. */
  | { readonly kind: 'transfer'; readonly view: AssignmentView; readonly toUnit: string | null }
  | { readonly kind: 'accept' | 'return'; readonly view: AssignmentView };

export type Interpretation =
  | { readonly kind: 'actions'; readonly actions: readonly ReplyAction[]; readonly isCorrection: boolean }
  /** The meaning is not clear enough to record: offer buttons. */
  | { readonly kind: 'unclear'; readonly view: AssignmentView; readonly finding: ReplyFinding }
  /** It is a report, but on which task? */
  | { readonly kind: 'which_task'; readonly candidates: readonly AssignmentView[] }
  | { readonly kind: 'unknown_number'; readonly number: number }
  | { readonly kind: 'question'; readonly view: AssignmentView | null }
  /** Thanks, a joke, a remark: not to be answered. */
  | { readonly kind: 'nothing' };

/** What the reply may be about. */
export interface ReplyScope {
  /** The tasks of the message that was answered, in its order; empty where no message of the bot was answered. */
  readonly answered: readonly AssignmentView[];
  /** Open tasks of the chat: those whose numbers the answered message does not hold, or all where none was answered or named. */
  readonly open: readonly AssignmentView[];
}

type Report = ReportContent['kind'];

/** What each intent records. The ones left out are handled by name below. */
const REPORT_OF: Partial<Record<ReplyIntent, Report>> = {
  ack: 'acknowledged',
  done: 'done',
  submitted: 'submitted',
  in_progress: 'in_progress',
  not_done: 'not_done',
  not_started: 'not_done',
  blocked: 'blocked',
  // Whoever refuses a task, or cannot do it, is stuck as long as no one else decides.
  reassign: 'blocked',
  wrong_recipient: 'blocked',
  cannot_complete: 'blocked',
  decline: 'blocked',
  delegate: 'note',
  snooze: 'note',
};

const NOT_TO_BE_ANSWERED: ReadonlySet<ReplyIntent> = new Set([
  'info',
  'instruction',
  'cancel_task',
  'pause_task',
]);

/** Decides what a reply is about and what it asks for. Pure; nothing is authorised here. */
export const interpretReply = (finding: ReplyFinding, text: string, scope: ReplyScope): Interpretation => {
  if (finding.items.length > 0) return interpretItems(finding, text, scope);
  const targets = targetsOf(finding.fields, scope);
  if ('number' in targets) return { kind: 'unknown_number', number: targets.number };
  const { views } = targets;
  const [first] = views;
  if (finding.intent === 'question')
    return { kind: 'question', view: views.length === 1 ? (first ?? null) : null };
  if (NOT_TO_BE_ANSWERED.has(finding.intent)) return { kind: 'nothing' };
  if (first === undefined) return { kind: 'nothing' };
  const isNamed = (finding.fields.taskNumbers?.length ?? 0) > 0;
  // An acknowledgement holds for everything it answers; anything else must say which task it means.
  const isForAll = finding.intent === 'ack' && scope.answered.length > 0;
  if (views.length > 1 && !isNamed && !isForAll) return { kind: 'which_task', candidates: views };
  if (finding.certainty === 'ask') return { kind: 'unclear', view: first, finding };
  const actions = views.map((view) => actionOf(finding.intent, finding.fields, text, view));
  return actions.includes(null)
    ? { kind: 'unclear', view: first, finding }
    : {
        kind: 'actions',
        actions: actions.filter((action) => action !== null),
        isCorrection: finding.intent === 'correction',
      };
};

const interpretItems = (finding: ReplyFinding, text: string, scope: ReplyScope): Interpretation => {
  const known = [...scope.answered, ...scope.open];
  const pool = scope.answered.length > 0 ? scope.answered : scope.open;
  const named = new Set(finding.items.map((item) => item.taskNo));
  const actions: ReplyAction[] = [];
  for (const item of finding.items) {
    const views =
      item.taskNo === 'rest'
        ? pool.filter((view) => !named.has(view.task.number))
        : known.filter((view) => view.task.number === item.taskNo).slice(0, 1);
    const [first] = views;
    if (first === undefined && item.taskNo !== 'rest') return { kind: 'unknown_number', number: item.taskNo };
    for (const view of views) {
      const action = actionOf(item.intent, item.fields, text, view);
      if (action === null || finding.certainty === 'ask') return { kind: 'unclear', view, finding };
      actions.push(action);
    }
  }
  return actions.length === 0
    ? { kind: 'nothing' }
    : { kind: 'actions', actions, isCorrection: finding.intent === 'correction' };
};

/** The tasks a reply is about: those it numbers, else those of the message it answers, else the only open one. */
const targetsOf = (
  fields: ReplyFields,
  scope: ReplyScope,
): { views: readonly AssignmentView[] } | { number: number } => {
  const numbers = fields.taskNumbers ?? [];
  if (numbers.length === 0) return { views: scope.answered.length > 0 ? scope.answered : scope.open };
  const views: AssignmentView[] = [];
  for (const number of numbers) {
    const view = [...scope.answered, ...scope.open].find(({ task }) => task.number === number);
    if (view === undefined) return { number };
    views.push(view);
  }
  return { views };
};

const actionOf = (
  intent: ReplyIntent,
  fields: ReplyFields,
  text: string,
  view: AssignmentView,
): ReplyAction | null => {
  if (intent === 'extension_request') {
    // "Thêm 2 ngày": from today or from the deadline? The unit is asked for the day itself.
    const newDue = fields.extraTime === undefined ? (fields.newDue ?? null) : null;
    return { kind: 'extension', view, newDue, reason: fields.reason ?? null };
  }
  if (intent === 'accept_done') return { kind: 'accept', view };
  if (intent === 'returned') return { kind: 'return', view };
  // An order quoted or pasted names the very unit that has the task; that is no wish to be rid of it.
  if (intent === 'reassign' && fields.toUnit === view.unit.code) return null;
  // A unit that only coordinates hands nothing over: it cannot do its part.
  if ((intent === 'reassign' || intent === 'wrong_recipient') && view.assignment.role === 'lead')
    return { kind: 'transfer', view, toUnit: fields.toUnit ?? null };
  const kind = REPORT_OF[intent];
  return kind === undefined ? null : { kind: 'report', view, content: contentOf(kind, fields, text) };
};

const contentOf = (kind: Report, fields: ReplyFields, text: string): ReportContent => ({
  kind,
  text,
  ...(fields.progress === undefined ? {} : { progress: fields.progress }),
  ...(fields.docNo === undefined ? {} : { documentNumber: fields.docNo }),
  ...(fields.docDate === undefined ? {} : { documentDate: fields.docDate }),
  ...reasonOf(kind, fields, text),
  ...(fields.waitingOn === undefined ? {} : { waitingOn: fields.waitingOn }),
  ...(fields.eta === undefined ? {} : { eta: fields.eta }),
});

/** Whoever reads that a task is stuck must see why, if only in the unit's own words. */
const reasonOf = (kind: Report, fields: ReplyFields, text: string): { reason?: string } => {
  const reason = fields.reason ?? (kind === 'blocked' ? text : undefined);
  return reason === undefined ? {} : { reason };
};
