import { Composer } from 'grammy';
import { receiveWorkOrder, rereadWorkOrder } from '../../application/receive-work-order.ts';
import type { WorkOrderMessage, WorkOrderOutcome } from '../../application/receive-work-order.ts';
import { isAllowed } from '../../domain/authority.ts';
import { answer } from '../answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, argumentOf, isPrivate } from '../bot-context.ts';
import type { Words } from '../words.ts';
import { plainWords, wordsOf } from '../words.ts';
import { draftHowTo, draftNothingFound, editedAfterSave, secretRefused } from '../texts/draft-answers.ts';
import { notAllowed } from '../texts/people.ts';
import { takeDayUnderQuestion } from './calendar.ts';

/** Turns pasted notices, forwarded messages and orders written as a message into drafts. */
export const drafting = new Composer<MemberContext>();

// In a group privacy mode hides plain messages from the bot, so that a command is needed: /giao, with the order behind
// it or as a reply to the message that holds the order.
drafting.command('giao', async (ctx) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const words = wordsOf(ctx.msg, argumentOf(ctx));
  return words === null ? answer(ctx, draftHowTo()) : receive(ctx, words);
});

drafting.on(['message:text', 'message:caption'], (ctx, next) => {
  const text = ctx.msg.text ?? ctx.msg.caption;
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, plainWords(ctx.msg, text)) : next();
});

drafting.on(['edited_message:text', 'edited_message:caption'], async (ctx, next) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return next();
  const text = ctx.msg.text ?? ctx.msg.caption;
  const command = COMMAND.exec(text);
  const words =
    command === null ? plainWords(ctx.msg, text) : wordsOf(ctx.msg, text.slice(command[0].length).trim());
  if (words === null) return answer(ctx, draftHowTo());
  const outcome = await rereadWorkOrder(ctx.app, messageOf(ctx, words));
  if (outcome !== null) return tell(ctx, outcome);
  // Nothing was found in it before the edit, so that nothing was kept of it.
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, words) : next();
});

/** Plain messages are orders in a secretary's private chat and in the office's own group. */
const mayEnterHere = (ctx: MemberContext): boolean =>
  isAllowed(ctx.member, 'enter_tasks') &&
  (isPrivate(ctx) || ctx.boundUnits.some((unit) => unit.code === ctx.app.settings.officeUnitCode));

const receive = async (ctx: MemberContext, words: Words): Promise<void> => {
  const outcome = await receiveWorkOrder(ctx.app, messageOf(ctx, words));
  // In a group people also talk to each other: what holds no order is left alone.
  if (outcome.kind === 'nothing_found' && !isPrivate(ctx) && !words.isOrder) return;
  if (outcome.kind === 'nothing_found' && (await takeDayUnderQuestion(ctx, words.text))) return;
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

const messageOf = (ctx: MemberContext, words: Words): WorkOrderMessage => ({
  ...addressOf(ctx),
  ...words,
  messageId: ctx.msg?.message_id ?? 0,
  member: ctx.member,
  updateId: ctx.update.update_id,
});

const COMMAND = /^\/giao(?:@\w+)?(?!\w)/u;
