import { Composer } from 'grammy';
import type { Origin } from '../../application/context.ts';
import { findUnit } from '../../application/entering/find-unit.ts';
import { handOver } from '../../application/deciding/hand-over.ts';
import { refuseTransfer, requestTransfer } from '../../application/deciding/transfers.ts';
import {
  reasonIn,
  understandReason,
  understandTransfer,
} from '../../application/reporting/understand-reply.ts';
import { isAtRest } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Prompt } from '../../domain/chat.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { existsOn } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import { answer, ask, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { message } from '../transport/message.ts';
import {
  handOverHowTo,
  handOverOffer,
  handOverRecorded,
  newUnitPrompt,
  newUnitUnknown,
  notHandedOver,
  nothingToHandOver,
  transferHint,
  transferNotRecorded,
  transferNotRefused,
  transferRecorded,
  transferRefusalPrompt,
  transferRefusalRecorded,
  whichPart,
} from '../texts/handing-over.ts';
import { notAllowed } from '../texts/people.ts';
import { taskGone, taskNotFound } from '../texts/task.ts';
import { toastStale } from '../texts/toasts.ts';
import { partsOfTask } from './scope.ts';

/** Work that changes hands: the office decides, the units propose. */
export const handingOver = new Composer<MemberContext>();

const NUMBER_AND_UNIT =
  /^#?(?<number>\d{1,7})(?:[\s,:;–-]+(?:(?:cho|sang|đến|qua)\s+)?(?<words>\S[\s\S]*))?$/iu;
/** Behind the unit: "vì đây là việc của phòng ấy". */
const REASON = /[\s,;:–-]+(?=(?:vì|do|lý do)\s)/iu;

handingOver.command('chuyen', async (ctx) => {
  const { number, words = '' } = NUMBER_AND_UNIT.exec(argumentOf(ctx))?.groups ?? {};
  if (number === undefined) return answer(ctx, handOverHowTo());
  const views = await partsOfTask(ctx, Number(number));
  if (views === null) return;
  const visible = views.filter(({ unit }) => isAllowed(ctx.member, 'see_own_unit', unit));
  if (visible.length === 0) return answer(ctx, taskNotFound(Number(number)));
  const own = visible.filter(({ unit }) => mayDecide(ctx, unit) || mayAsk(ctx, unit));
  if (own.length === 0) return answer(ctx, notAllowed());
  const leads = own.filter(({ assignment }) => assignment.role === 'lead' && !isAtRest(assignment.status));
  const [lead] = leads;
  if (lead === undefined) return answer(ctx, nothingToHandOver(Number(number)));
  if (leads.length > 1) return answer(ctx, whichPart(leads));
  if (words === '') return askForUnit(ctx, lead);
  const [named = '', ...reasons] = words.split(REASON);
  return giveTo(ctx, lead, named, reasons.join(' ') || null);
});

onButton(handingOver, ['choose_new_unit'], async (ctx, { assignmentId }) => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return toast(ctx, toastStale());
  if (!mayDecide(ctx, view.unit) && !mayAsk(ctx, view.unit))
    return toast(ctx, notHandedOver({ kind: 'not_allowed' }));
  if (isAtRest(view.assignment.status)) return toast(ctx, notHandedOver({ kind: 'closed', view }));
  await toast(ctx);
  return askForUnit(ctx, view);
});

onButton(handingOver, ['hand_over_to'], async (ctx, action) => {
  const [view] = await ctx.app.store.assignmentViews([action.assignmentId]);
  const to = (await unitsToday(ctx)).find(({ id }) => choiceKey(id) === action.unit);
  if (view === undefined || to === undefined) return toast(ctx, toastStale());
  if (!mayDecide(ctx, view.unit)) {
    if (!mayAsk(ctx, view.unit)) return toast(ctx, notHandedOver({ kind: 'not_allowed' }));
    await toast(ctx);
    return proposeTransfer(ctx, view, to, null);
  }
  const outcome = await handOver(ctx.app, {
    member: ctx.member,
    assignmentId: action.assignmentId,
    toUnitId: to.id,
    origin: originOf(ctx),
  });
  if (outcome.kind !== 'handed_over') return toast(ctx, notHandedOver(outcome));
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, handOverRecorded(outcome));
});

onButton(handingOver, ['refuse_transfer'], async (ctx, { requestId }) => {
  const request = await ctx.app.store.transferRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return toast(ctx, transferNotRefused({ kind: 'not_found' }));
  if (!mayDecide(ctx, view.unit)) return toast(ctx, transferNotRefused({ kind: 'not_allowed' }));
  if (request.state !== 'pending')
    return toast(ctx, transferNotRefused({ kind: 'already_decided', request }));
  await toast(ctx);
  return ask(ctx, transferRefusalPrompt(view), { ask: 'transfer_refusal', requestId });
});

/** Why a task stays where it is: with these words it does. */
export const takeTransferRefusal = (
  ctx: MemberContext,
  { requestId }: Extract<Prompt, { ask: 'transfer_refusal' }>,
  text: string,
): Promise<void> => {
  const given = understandReason(text);
  return refuse(ctx, requestId, given.kind === 'reason' ? given.text : null);
};

const refuse = async (ctx: MemberContext, requestId: string, reason: string | null): Promise<void> => {
  const { member, app } = ctx;
  const outcome = await refuseTransfer(app, { member, requestId, reason, origin: originOf(ctx) });
  return answer(
    ctx,
    outcome.kind === 'refused'
      ? transferRefusalRecorded(outcome.view, outcome.isReached)
      : message(transferNotRefused(outcome)),
  );
};

/** The secretary answers the proposal in words: "đồng ý", "không chuyển", "chuyển phòng CĐS". */
export const decideTransferByWords = async (
  ctx: MemberContext,
  requestId: string,
  text: string,
): Promise<void> => {
  const request = await ctx.app.store.transferRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return answer(ctx, taskGone());
  const units = await unitsToday(ctx);
  const decision = await understandTransfer(ctx.app, text, (ctx.msg?.date ?? 0) * 1_000);
  switch (decision?.kind) {
    case undefined:
      return answer(ctx, transferHint());
    case 'refuse':
      return refuse(ctx, requestId, reasonIn(text));
    case 'approve': {
      if (request.state !== 'pending')
        return answer(ctx, message(transferNotRefused({ kind: 'already_decided', request })));
      const to = units.find(({ code, id }) =>
        decision.toUnit === null ? id === request.toUnitId : code === decision.toUnit,
      );
      return mayDecide(ctx, view.unit) ? passTo(ctx, view, to ?? null, null) : answer(ctx, notAllowed());
    }
  }
};

/** The unit that is typed in reply to "cho đơn vị nào?". */
export const takeNewUnit = async (
  ctx: MemberContext,
  { assignmentId }: Extract<Prompt, { ask: 'transfer_unit' }>,
  text: string,
): Promise<void> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return answer(ctx, taskGone());
  const [named = '', ...reasons] = text.trim().split(REASON);
  return giveTo(ctx, view, named, reasons.join(' ') || null);
};

/** Whoever decides hands it over; whoever does not proposes it. */
const giveTo = async (
  ctx: MemberContext,
  view: AssignmentView,
  typed: string,
  reason: string | null,
): Promise<void> => {
  const to = findUnit(typed, await unitsToday(ctx));
  if (to === null || to.isGroup === true)
    return ask(ctx, newUnitUnknown(typed), { ask: 'transfer_unit', assignmentId: view.assignment.id });
  return passTo(ctx, view, to, reason);
};

/**
 * A task is said to be somebody else's, in words that nobody asked for: of a unit it is a proposal; whoever decides is
 * offered the button, since words among colleagues hand nothing over. `to`: null where no unit was named.
 */
export const takeTransferWish = (
  ctx: MemberContext,
  view: AssignmentView,
  to: Unit | null,
  words: string,
  origin: Origin,
): Promise<void> => {
  if (!mayDecide(ctx, view.unit)) return proposeTransfer(ctx, view, to, words, origin);
  return to === null ? askForUnit(ctx, view) : answer(ctx, handOverOffer(view, to));
};

/** The unit has been named on purpose: by a command, or in the answer to a question. */
const passTo = async (
  ctx: MemberContext,
  view: AssignmentView,
  to: Unit | null,
  reason: string | null,
): Promise<void> => {
  if (!mayDecide(ctx, view.unit)) return proposeTransfer(ctx, view, to, reason);
  if (to === null) return askForUnit(ctx, view);
  const outcome = await handOver(ctx.app, {
    member: ctx.member,
    assignmentId: view.assignment.id,
    toUnitId: to.id,
    reason,
    origin: originOf(ctx),
  });
  return answer(
    ctx,
    outcome.kind === 'handed_over' ? handOverRecorded(outcome) : message(notHandedOver(outcome)),
  );
};

const proposeTransfer = async (
  ctx: MemberContext,
  view: AssignmentView,
  to: Unit | null,
  reason: string | null,
  origin = originOf(ctx),
): Promise<void> => {
  const outcome = await requestTransfer(ctx.app, {
    member: ctx.member,
    assignmentId: view.assignment.id,
    toUnitId: to?.id ?? null,
    reason,
    origin,
  });
  switch (outcome.kind) {
    case 'requested':
      return answer(ctx, transferRecorded(outcome.view, outcome.toUnit));
    case 'pending':
    case 'not_lead':
    case 'closed':
      return answer(ctx, transferNotRecorded(outcome));
    case 'not_allowed':
      return answer(ctx, notAllowed());
    case 'not_found':
      return answer(ctx, taskGone());
  }
};

const askForUnit = async (ctx: MemberContext, view: AssignmentView): Promise<void> => {
  const leading = new Set([view.unit.id, ...view.leads.map(({ id }) => id)]);
  const units = (await unitsToday(ctx)).filter(({ id, isGroup }) => isGroup !== true && !leading.has(id));
  return ask(ctx, newUnitPrompt(view, units), {
    ask: 'transfer_unit',
    assignmentId: view.assignment.id,
  });
};

const mayDecide = (ctx: MemberContext, unit: Unit): boolean => isAllowed(ctx.member, 'hand_over', unit);

const mayAsk = (ctx: MemberContext, unit: Unit): boolean => isAllowed(ctx.member, 'request_transfer', unit);

const unitsToday = async ({ app }: MemberContext): Promise<readonly Unit[]> => {
  const today = localDateOf(app.clock.now());
  return (await app.store.units(app.agencyId)).filter((unit) => existsOn(unit, today));
};
