// What is done with a reply once it is read, and what is said to one that cannot be.
import { decideCompletion } from '../../application/deciding/decide-completion.ts';
import { requestExtension } from '../../application/deciding/extensions.ts';
import type { ExtensionOutcome } from '../../application/deciding/extensions.ts';
import type { Interpretation, ReplyAction } from '../../application/reporting/interpret-reply.ts';
import { recordReport } from '../../application/reporting/record-report.ts';
import type { ReportCommand } from '../../application/reporting/record-report.ts';
import { reasonIn } from '../../application/reporting/understand-reply.ts';
import type { EvidenceFile } from '../../domain/evidence-file.ts';
import { answer, answerAbout, ask } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import type { FormattedMessage } from '../transport/message.ts';
import {
  extensionClosed,
  extensionDatePrompt,
  extensionNotLater,
  extensionNotLead,
  extensionPending,
  extensionRecorded,
} from '../texts/extension.ts';
import { notAllowed } from '../texts/people.ts';
import { notAQuestionForHere, nothingUnderstood } from '../texts/problems.ts';
import { reportUnclear, whichTask } from '../texts/report.ts';
import { taskGone, taskNotFound } from '../texts/task.ts';
import { tellWorkDecided } from './deciding.ts';
import { takeTransferWish } from './handing-over.ts';
import { tellNotRecorded, tellRecorded } from './reporting.ts';

/** Does what a reply asks for: what is reported together, everything else one by one. */
export const act = async (
  ctx: MemberContext,
  actions: readonly ReplyAction[],
  text: string,
  isCorrection: boolean,
  files: readonly EvidenceFile[],
): Promise<void> => {
  const origin = originOf(ctx);
  const evidence = files.length === 0 ? {} : { evidence: files };
  const reports = actions.flatMap((action) =>
    action.kind === 'report'
      ? [{ assignmentId: action.view.assignment.id, content: { ...action.content, ...evidence } }]
      : [],
  );
  // Only one commit can carry the update's id. It is the last one; the others change nothing when they come twice.
  const others = actions.filter((action) => action.kind !== 'report');
  for (const [position, action] of others.entries()) {
    const isLast = reports.length === 0 && position === others.length - 1;
    const own = isLast ? origin : { ...origin, updateId: undefined };
    if (action.kind === 'extension') {
      const { assignment } = action.view;
      if (action.newDue === null) {
        await ask(ctx, extensionDatePrompt(action.view), {
          ask: 'extension_date',
          assignmentId: assignment.id,
        });
      } else await extend(ctx, assignment.id, action.newDue, action.reason, text, own);
    } else if (action.kind === 'transfer') {
      const units = await ctx.app.store.units(ctx.app.agencyId);
      const to = units.find(({ code }) => code === action.toUnit) ?? null;
      await takeTransferWish(ctx, action.view, to, text.trim(), own);
    } else {
      const outcome = await decideCompletion(ctx.app, {
        member: ctx.member,
        assignmentId: action.view.assignment.id,
        isAccepted: action.kind === 'accept',
        reason: action.kind === 'accept' ? null : reasonIn(text),
        origin: own,
      });
      await tellWorkDecided(ctx, outcome, action.kind === 'accept');
    }
  }
  if (reports.length === 0) return;
  await report(ctx, reports, isCorrection);
};

/** What is closed already is said to be so, and keeps nothing of the others from being recorded. */
const report = async (
  ctx: MemberContext,
  reports: ReportCommand['reports'],
  isCorrection: boolean,
): Promise<void> => {
  const command = { member: ctx.member, reports, origin: originOf(ctx), isCorrection };
  const result = await recordReport(ctx.app, command);
  if (result.kind === 'recorded') return tellRecorded(ctx, result, isCorrection);
  await tellNotRecorded(ctx, result);
  if (result.kind !== 'closed') return;
  const others = reports.filter(({ assignmentId }) => assignmentId !== result.view.assignment.id);
  if (others.length > 0) await report(ctx, others, isCorrection);
};

/** Puts a wish for more time before whoever decides, and says what became of it. */
export const extend = async (
  ctx: MemberContext,
  assignmentId: string,
  newDue: string,
  reason: string | null,
  raw: string,
  origin: ReturnType<typeof originOf>,
): Promise<void> => {
  const outcome = await requestExtension(ctx.app, {
    member: ctx.member,
    assignmentId,
    newDue,
    raw,
    reason,
    origin,
  });
  return answer(ctx, extensionAnswer(outcome));
};

const extensionAnswer = (outcome: ExtensionOutcome): FormattedMessage => {
  switch (outcome.kind) {
    case 'requested':
      return extensionRecorded(outcome.view, outcome.request, outcome.isLeaderReached);
    case 'pending':
      return extensionPending(outcome.view, outcome.request);
    case 'not_later':
      return extensionNotLater(outcome.view);
    case 'not_lead':
      return extensionNotLead(outcome.view);
    case 'closed':
      return extensionClosed(outcome.view);
    case 'not_allowed':
      return notAllowed();
    case 'not_found':
      return taskGone();
  }
};

/** Asks for what a reply leaves open, or says that there is nothing of the kind. */
export const tellUnread = async (
  ctx: MemberContext,
  meaning: Exclude<Interpretation, { kind: 'actions' }>,
  isReply: boolean,
): Promise<void> => {
  switch (meaning.kind) {
    case 'unclear': {
      const assignmentIds = [meaning.view.assignment.id];
      return answerAbout(ctx, reportUnclear({ view: meaning.view, guess: meaning.finding.explanation }), {
        kind: 'assignments',
        assignmentIds,
      });
    }
    case 'which_task':
      return answerAbout(ctx, whichTask(meaning.candidates), {
        kind: 'assignments',
        assignmentIds: meaning.candidates.map((view) => view.assignment.id),
      });
    case 'unknown_number':
      return answer(ctx, taskNotFound(meaning.number));
    case 'question':
      return answer(ctx, notAQuestionForHere(meaning.view));
    case 'nothing':
      // Thanks and remarks among colleagues are left alone; in private a person waits for an answer.
      return isReply ? undefined : answer(ctx, nothingUnderstood(ctx.member));
  }
};
