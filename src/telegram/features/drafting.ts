import { Composer } from 'grammy';
import { rereadWorkOrder } from '../../application/entering/receive-work-order.ts';
import { isAllowed } from '../../domain/authority.ts';
import { answer } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, isPrivate } from '../bot-context.ts';
import type { Words } from '../words.ts';
import { plainWords, wordsOf } from '../words.ts';
import { enterOrder, GIAO, mayEnterHere, orderMessage, tellOrder } from '../enter-order.ts';
import { draftHowTo } from '../texts/draft-answers.ts';
import { notAllowed } from '../texts/people.ts';
import { takeDayUnderQuestion } from './calendar.ts';
import { bringsFile, takeOrderFile } from './order-files.ts';

/** Turns pasted notices, forwarded messages and orders written as a message into drafts. */
export const drafting = new Composer<MemberContext>();

// In a group privacy mode hides plain messages from the bot, so that a command is needed: /giao, with the order behind
// it or as a reply to the message that holds the order.
drafting.command('giao', async (ctx) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const typed = argumentOf(ctx);
  const words = wordsOf(ctx.msg, typed);
  const quoted = ctx.msg.reply_to_message;
  const isFile =
    quoted !== undefined && (words === null ? quoted.document !== undefined : bringsFile(quoted));
  if (isFile) return takeOrderFile(ctx, quoted, typed);
  return words === null ? answer(ctx, draftHowTo()) : receive(ctx, words);
});

drafting.on(['message:text', 'message:caption'], (ctx, next) => {
  const text = ctx.msg.text ?? ctx.msg.caption;
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, plainWords(ctx.msg, text)) : next();
});

drafting.on(['edited_message:text', 'edited_message:caption'], async (ctx, next) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return next();
  const text = ctx.msg.text ?? ctx.msg.caption;
  const command = GIAO.exec(text);
  const words =
    command === null ? plainWords(ctx.msg, text) : wordsOf(ctx.msg, text.slice(command[0].length).trim());
  if (words === null) return answer(ctx, draftHowTo());
  const outcome = await rereadWorkOrder(ctx.app, orderMessage(ctx, words));
  if (outcome !== null) return tellOrder(ctx, outcome);
  // Nothing was found in it before the edit, so that nothing was kept of it.
  return mayEnterHere(ctx) && !text.startsWith('/') ? receive(ctx, words) : next();
});

const receive = async (ctx: MemberContext, words: Words): Promise<void> => {
  const outcome = await enterOrder(ctx, words);
  // In a group people also talk to each other: what holds no order is left alone.
  if (outcome.kind === 'nothing_found' && !isPrivate(ctx) && !words.isOrder) return;
  if (outcome.kind === 'nothing_found' && (await takeDayUnderQuestion(ctx, words.text))) return;
  await tellOrder(ctx, outcome);
};
