import { receiveWorkOrder } from '../application/entering/receive-work-order.ts';
import type { WorkOrderMessage, WorkOrderOutcome } from '../application/entering/receive-work-order.ts';
import { isAllowed } from '../domain/authority.ts';
import { answer } from './transport/answer.ts';
import type { MemberContext } from './bot-context.ts';
import { addressOf, isPrivate } from './bot-context.ts';
import {
  draftNothingFound,
  editedAfterSave,
  fileNothingFound,
  secretRefused,
} from './texts/draft-answers.ts';
import type { Words } from './words.ts';

/** Plain messages are orders in a secretary's private chat and in the office's own group. */
export const mayEnterHere = (ctx: MemberContext): boolean =>
  isAllowed(ctx.member, 'enter_tasks') &&
  (isPrivate(ctx) || ctx.boundUnits.some((unit) => unit.code === ctx.app.settings.officeUnitCode));

/** Makes a draft of the words; what comes of it is for the caller to tell. */
export const enterOrder = (ctx: MemberContext, words: Words): Promise<WorkOrderOutcome> =>
  receiveWorkOrder(ctx.app, orderMessage(ctx, words));

export const orderMessage = (ctx: MemberContext, words: Words): WorkOrderMessage => ({
  ...addressOf(ctx),
  ...words,
  messageId: ctx.msg?.message_id ?? 0,
  member: ctx.member,
  updateId: ctx.update.update_id,
});

export const tellOrder = async (
  ctx: MemberContext,
  outcome: WorkOrderOutcome,
  file: string | null = null,
): Promise<void> => {
  switch (outcome.kind) {
    case 'drafted':
      return;
    case 'nothing_found':
      return answer(ctx, file === null ? draftNothingFound() : fileNothingFound(file));
    case 'secret':
      return answer(ctx, secretRefused(outcome.stamp));
    case 'decided_already':
      return answer(ctx, editedAfterSave());
  }
};

/** "/giao", "/giao@dondoc_bot" at the beginning of a text. */
export const GIAO = /^\/giao(?:@\w+)?(?!\w)/u;
