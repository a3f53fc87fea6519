import { Composer } from 'grammy';
import type { BotMessage } from '../../domain/chat.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { Month } from '../../domain/month-sheet.ts';
import { monthOf } from '../../domain/month-sheet.ts';
import { ask, replaceKeyboard, toast } from '../transport/answer.ts';
import type { DayPrompt } from '../ask-for-day.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, isPrivate } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { calendarKeyboard } from '../keyboards/calendar-keyboard.ts';
import { numericDate } from '../texts/dates.ts';
import { typeDate } from '../texts/deadline-answers.ts';
import { toastPastDay, toastStale } from '../texts/toasts.ts';
import { takeTaskDeadline } from './deadlines.ts';
import { takeGrant } from './deciding.ts';
import { takeDraftEdit } from './draft-review.ts';

/**
 * The calendar under a question for a day. A day pressed is taken as if it had been typed in reply to the question: the
 * question alone knows what the day is for, so that nothing of that can be forged.
 */
export const calendar = new Composer<MemberContext>();

onButton(calendar, ['choose_day'], async (ctx, { date }) => {
  const prompt = await promptOf(ctx);
  if (prompt === null) return toast(ctx, toastStale());
  if (date < todayOf(ctx)) return toast(ctx, toastPastDay());
  await toast(ctx);
  await turnTo(ctx, monthOf(date), date);
  return takeDay(ctx, prompt, numericDate(date));
});

onButton(calendar, ['turn_calendar'], async (ctx, month) => {
  // Under another message there is no calendar to turn: the press is forged.
  if ((await promptOf(ctx)) === null) return toast(ctx, toastStale());
  await toast(ctx);
  return turnTo(ctx, month);
});

onButton(calendar, ['type_date'], async (ctx) => {
  const prompt = await promptOf(ctx);
  if (prompt === null) return toast(ctx, toastStale());
  await toast(ctx);
  return ask(ctx, typeDate(todayOf(ctx)), prompt);
});

onButton(calendar, ['calendar_label'], (ctx) => toast(ctx));

/** How long a question for a day is in a person's mind. */
const QUESTION_LASTS_MS = 15 * 60_000;
const LONGEST_DAY_IN_CHARACTERS = 60;

/**
 * In private, a day is also typed without replying, right under the question. False where the bot has asked for none of
 * late, or the text is too long for a day.
 */
export const takeDayUnderQuestion = async (ctx: MemberContext, text: string): Promise<boolean> => {
  if (!isPrivate(ctx) || text.length > LONGEST_DAY_IN_CHARACTERS) return false;
  const latest = await ctx.app.store.latestBotMessage(addressOf(ctx).chatId);
  const prompt = latest && dayPromptOf(latest);
  if (!prompt || latest.sentAt < ctx.app.clock.now() - QUESTION_LASTS_MS) return false;
  await takeDay(ctx, prompt, text);
  return true;
};

const takeDay = (ctx: MemberContext, prompt: DayPrompt, words: string): Promise<void> => {
  switch (prompt.ask) {
    case 'draft_deadline':
      return takeDraftEdit(ctx, prompt, words);
    case 'task_deadline':
      return takeTaskDeadline(ctx, prompt.assignmentId, words);
    case 'extension_grant':
      return takeGrant(ctx, prompt, words);
  }
};

/** What the message under which the button stands has asked for; null where that is no day. */
const promptOf = async (ctx: MemberContext): Promise<DayPrompt | null> => {
  const message = await ctx.app.store.botMessage(addressOf(ctx).chatId, ctx.msg?.message_id ?? 0);
  return message && dayPromptOf(message);
};

const dayPromptOf = ({ subject }: BotMessage): DayPrompt | null => {
  if (subject.kind !== 'prompt') return null;
  const { prompt } = subject;
  switch (prompt.ask) {
    case 'draft_deadline':
    case 'task_deadline':
    case 'extension_grant':
      return prompt;
    default:
      return null;
  }
};

const turnTo = (ctx: MemberContext, month: Month, chosen?: LocalDate): Promise<void> => {
  const options = { today: todayOf(ctx), calendar: ctx.app.calendar, month };
  const keyboard = calendarKeyboard(chosen === undefined ? options : { ...options, chosen });
  return replaceKeyboard(ctx, ctx.msg?.message_id, keyboard);
};

const todayOf = (ctx: MemberContext): LocalDate => localDateOf(ctx.app.clock.now());
