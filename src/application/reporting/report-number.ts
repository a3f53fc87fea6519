import type { ReportOutcome } from '../../domain/answers.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Role } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { EvidenceFile } from '../../domain/evidence-file.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { ReplyIntent } from '../../reading/findings.ts';
import { namesNumberedPaper } from '../../reading/numbered-paper.ts';
import { hasNothingToName } from '../../reading/short-answers.ts';
import type { ApplicationContext } from '../context.ts';
import type { ReportContent } from './record-report.ts';
import { understandReply } from './understand-reply.ts';

/**
 * The one task of a report whose number is worth asking for: it is to end in a numbered paper, is said to be finished for
 * the first time, and neither the report nor one before has a number or a file. Null where there is none, or more.
 */
export const missingNumber = async (
  { store }: Pick<ApplicationContext, 'store'>,
  outcomes: readonly ReportOutcome[],
): Promise<AssignmentView | null> => {
  const [outcome] = outcomes;
  if (outcome === undefined || outcomes.length > 1) return null;
  const { view, report } = outcome;
  const isWanted =
    isFinish(report) && view.assignment.role === 'lead' && namesNumberedPaper(view.task.content);
  if (!isWanted || hasProof(report)) return null;
  const reports = await store.reportsOfAssignment(view.assignment.id);
  const isSaidBefore = reports.some((each) => each.id !== report.id && (isFinish(each) || hasProof(each)));
  return isSaidBefore ? null : view;
};

const isFinish = ({ kind }: StatusReport): boolean => kind === 'done' || kind === 'submitted';

const hasProof = ({ documentNumber, evidence }: StatusReport): boolean =>
  documentNumber !== null || evidence.length > 0;

/** What the answer to the question for a number says. */
type NumberAnswer =
  /** The report that said it was finished, with the number. */
  | {
      readonly kind: 'number';
      readonly content: ReportContent & {
        readonly documentNumber: string;
        readonly evidence: readonly EvidenceFile[];
      };
    }
  | { readonly kind: 'none' }
  /** Something else than an answer: how the work stands now. */
  | { readonly kind: 'other' };

/** Reads the answer to "số văn bản?" on a task whose last report says that it is finished. */
export const understandNumber = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
  view: AssignmentView,
  role: Role,
): Promise<NumberAnswer> => {
  if (hasNothingToName(text)) return { kind: 'none' };
  const { lastReport } = view;
  const isFinished = lastReport?.kind === 'done' || lastReport?.kind === 'submitted';
  const { intent, items, fields } = await understandReply(app, text, writtenAt, [view], role);
  const { docNo, docDate } = fields;
  if (docNo === undefined || !isFinished || items.length > 0 || SAYS_OTHERWISE.has(intent))
    return { kind: 'other' };
  return {
    kind: 'number',
    content: {
      kind: lastReport.kind,
      text: lastReport.text === null ? text : `${lastReport.text}\n${text}`,
      documentNumber: docNo,
      evidence: lastReport.evidence,
      ...(docDate === undefined ? {} : { documentDate: docDate }),
    },
  };
};

/** With these the number is a part of something else: "chưa xong, mới có công văn 12/SKHCN". */
const SAYS_OTHERWISE: ReadonlySet<ReplyIntent> = new Set([
  'in_progress',
  'not_done',
  'not_started',
  'blocked',
  'extension_request',
]);
