import { unitsToPick } from '../application/entering/pick-units.ts';
import type { Prompt } from '../domain/chat.ts';
import type { DraftItem } from '../domain/draft.ts';
import { ask } from './transport/answer.ts';
import type { MemberContext } from './bot-context.ts';
import type { FormattedMessage } from './transport/message.ts';
import { unitPickerKeyboard } from './keyboards/unit-picker-keyboard.ts';

/** The question that is answered with units. */
export type UnitsPrompt = Extract<Prompt, { ask: 'draft_units' }>;

/** Asks for the units of an item, which can be ticked in a list under the question, or typed in reply to it. */
export const askForUnits = async (
  ctx: MemberContext,
  question: FormattedMessage,
  prompt: UnitsPrompt,
  item: DraftItem,
): Promise<void> => {
  const units = await unitsToPick(ctx.app, prompt.search);
  const keyboard = unitPickerKeyboard({ units, item, role: 'lead', offset: 0 });
  return ask(ctx, { ...question, keyboard }, prompt);
};
