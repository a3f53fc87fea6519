import { Composer } from 'grammy';
import { receiveWorkOrder, rereadWorkOrder } from '../../application/receive-work-order.ts';
import type { WorkOrderMessage, WorkOrderOutcome } from '../../application/receive-work-order.ts';
import { isAllowed } from '../../domain/authority.ts';
import { answer } from '../answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, argumentOf, isPrivate } from '../bot-context.ts';
import { draftHowTo, draftNothingFound, editedAfterSave, secretRefused } from '../texts/draft-answers.ts';
import { notAllowed } from '../texts/people.ts';
import { takeDayUnderQuestion } from './calendar.ts';

/** Turns pasted notices, forwarded messages and orders written as a message into drafts. */
export const drafting = new Composer<MemberContext>();

// In a group privacy mode hides plain messages from the bot, so that a command is needed: /giao, with the order behind
// it or as a reply to the message that holds the order.
drafting.command('giao', async (ctx) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const typed = argumentOf(ctx);
  const quoted = ctx.msg.reply_to_message;
  const text = typed === '' ? (quoted?.text ?? quoted?.caption ?? '') : typed;
  if (text === '') return answer(ctx, draftHowTo());
  return receive(ctx, ctx.msg.message_id, text);
});

drafting.on(['message:text', 'message:caption'], (ctx, next) => {
  const text = ctx.msg.text ?? ctx.msg.caption;
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, ctx.msg.message_id, text) : next();
});

drafting.on(['edited_message:text', 'edited_message:caption'], async (ctx, next) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return next();
  const text = ctx.msg.text ?? ctx.msg.caption;
  const outcome = await rereadWorkOrder(ctx.app, messageOf(ctx, ctx.msg.message_id, withoutCommand(text)));
  if (outcome !== null) return tell(ctx, outcome);
  // Nothing was found in it before the edit, so that nothing was kept of it.
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, ctx.msg.message_id, text) : next();
});

/** Plain messages are orders in a secretary's private chat and in the office's own group. */
const mayEnterHere = (ctx: MemberContext): boolean =>
  isAllowed(ctx.member, 'enter_tasks') &&
  (isPrivate(ctx) || ctx.boundUnits.some((unit) => unit.code === ctx.app.settings.officeUnitCode));

const receive = async (ctx: MemberContext, messageId: number, text: string): Promise<void> => {
  const outcome = await receiveWorkOrder(ctx.app, messageOf(ctx, messageId, text));
  // In a group people also talk to each other: what holds no order is left alone.
  if (outcome.kind === 'nothing_found' && !isPrivate(ctx) && !ctx.hasCommand('giao')) return;
  if (outcome.kind === 'nothing_found' && (await takeDayUnderQuestion(ctx, text))) return;
  await tell(ctx, outcome);
};

const tell = async (ctx: MemberContext, outcome: WorkOrderOutcome): Promise<void> => {
  switch (outcome.kind) {
    case 'drafted':
      return;
    case 'nothing_found':
      return answer(ctx, draftNothingFound());
    case 'secret':
      return answer(ctx, secretRefused(outcome.stamp));
    case 'decided_already':
      return answer(ctx, editedAfterSave());
  }
};

const messageOf = (ctx: MemberContext, messageId: number, text: string): WorkOrderMessage => ({
  ...addressOf(ctx),
  messageId,
  text,
  // "mai" in a forwarded message counts from the day it was written.
  writtenAt: (ctx.msg?.forward_origin?.date ?? ctx.msg?.date ?? 0) * 1_000,
  member: ctx.member,
  updateId: ctx.update.update_id,
});

const withoutCommand = (text: string): string => text.replace(/^\/giao(@\w+)?\s+/u, '');
