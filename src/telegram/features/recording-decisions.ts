import { Composer } from 'grammy';
import { asDecided, decideExtension, whoDecides } from '../../application/deciding/decide-extension.ts';
import { understandDecision } from '../../application/reporting/understand-reply.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Member } from '../../domain/member.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { extensionDecisionRecorded, extensionNotDecided } from '../texts/extension.ts';
import {
  leaderDecisionUnclear,
  nobodyDecides,
  whatWasDecided,
  whoHasDecided,
} from '../texts/recorded-decisions.ts';
import { toastExtensionNotDecided, toastStale } from '../texts/toasts.ts';
import { answer, ask, toast } from '../transport/answer.ts';
import { message } from '../transport/message.ts';

/** What a leader has decided in another way than here, written down by the office as theirs. */
export const recordingDecisions = new Composer<MemberContext>();

onButton(recordingDecisions, ['record_decision'], async (ctx, { requestId, leader: key }) => {
  const request = await ctx.app.store.extensionRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return toast(ctx, toastStale());
  if (!isAllowed(ctx.member, 'record_decision', view.unit))
    return toast(ctx, toastExtensionNotDecided({ kind: 'not_allowed' }));
  if (request.state !== 'pending')
    return toast(ctx, toastExtensionNotDecided({ kind: 'already_decided', request }));
  const leaders = await whoDecides(ctx.app, view.unit);
  const leader = key === null ? null : leaders.find(({ id }) => choiceKey(id) === key);
  if (leader === undefined) return toast(ctx, toastStale());
  if (leaders.length === 0) return toast(ctx, nobodyDecides(view));
  await toast(ctx);
  return leader === null ? askForDecision(ctx, view, request) : askWhat(ctx, view, request, leader);
});

/** Asks whose decision is to be written down, where there is any doubt, and then what it is. */
export const askForDecision = async (
  ctx: MemberContext,
  view: AssignmentView,
  request: ExtensionRequest,
): Promise<void> => {
  const leaders = await whoDecides(ctx.app, view.unit);
  const [only, ...others] = leaders;
  if (only === undefined) return answer(ctx, message(nobodyDecides(view)));
  return others.length > 0
    ? answer(ctx, whoHasDecided(view, request, leaders))
    : askWhat(ctx, view, request, only);
};

const askWhat = (
  ctx: MemberContext,
  view: AssignmentView,
  request: ExtensionRequest,
  leader: Member,
  problem: string | null = null,
): Promise<void> =>
  ask(ctx, whatWasDecided(view, request, leader, problem), {
    ask: 'leader_decision',
    requestId: request.id,
    leaderId: leader.id,
  });

/** The decision itself. What is not a clear yes or no, or names a day that cannot be, is asked for again. */
export const takeLeaderDecision = async (
  ctx: MemberContext,
  { requestId, leaderId }: Extract<Prompt, { ask: 'leader_decision' }>,
  text: string,
): Promise<void> => {
  const request = await ctx.app.store.extensionRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return answer(ctx, extensionNotDecided({ kind: 'not_found' }));
  if (request.state !== 'pending')
    return answer(ctx, extensionNotDecided({ kind: 'already_decided', request }));
  const leader = (await whoDecides(ctx.app, view.unit)).find(({ id }) => id === leaderId);
  // The unit is in somebody else's charge since.
  if (leader === undefined) return askForDecision(ctx, view, request);
  const decision = await understandDecision(ctx.app, text, (ctx.msg?.date ?? 0) * 1_000);
  if (decision === null) return askWhat(ctx, view, request, leader, leaderDecisionUnclear());
  const outcome = await decideExtension(ctx.app, {
    member: ctx.member,
    leaderId,
    requestId,
    ...asDecided(decision),
    origin: originOf(ctx),
  });
  switch (outcome.kind) {
    case 'decided':
      return answer(ctx, extensionDecisionRecorded(outcome.view, outcome.request, outcome.isReached, leader));
    case 'not_later':
      return askWhat(ctx, view, request, leader, toastExtensionNotDecided(outcome));
    case 'already_decided':
    case 'not_allowed':
    case 'not_found':
      return answer(ctx, extensionNotDecided(outcome));
  }
};
