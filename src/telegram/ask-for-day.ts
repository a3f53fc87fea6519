import type { Prompt } from '../domain/chat.ts';
import { localDateOf } from '../domain/local-time.ts';
import { ask } from './transport/answer.ts';
import type { MemberContext } from './bot-context.ts';
import { calendarKeyboard } from './keyboards/calendar-keyboard.ts';
import type { FormattedMessage } from './transport/message.ts';

/** The questions that are answered with a day, and with nothing else. */
export type DayPrompt = Extract<Prompt, { ask: 'draft_deadline' | 'task_deadline' | 'extension_grant' }>;

/** Asks for a day, which can be pressed on a calendar under the question, or typed in reply to it. */
export const askForDay = (
  ctx: MemberContext,
  question: FormattedMessage,
  prompt: DayPrompt,
): Promise<void> => {
  const { calendar, clock } = ctx.app;
  const keyboard = calendarKeyboard({ today: localDateOf(clock.now()), calendar });
  return ask(ctx, { ...question, keyboard }, prompt);
};
