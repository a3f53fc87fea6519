import { Composer } from 'grammy';
import { editDraftItem, findItem } from '../../application/entering/edit-draft-item.ts';
import type { EditCommand } from '../../application/entering/edit-draft-item.ts';
import { unitsToPick } from '../../application/entering/pick-units.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { DraftItem } from '../../domain/draft.ts';
import { replaceKeyboard, toast } from '../transport/answer.ts';
import type { UnitsPrompt } from '../ask-for-units.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { redrawDraft } from '../draft-cards.ts';
import { toastAlreadyDecided, toastNotAllowed, toastStale } from '../texts/toasts.ts';
import type { UnitPickerAction } from '../buttons/unit-picker-buttons.ts';
import { unitPickerKeyboard } from '../keyboards/unit-picker-keyboard.ts';

/**
 * The list of units under a question for them. Each press is taken at once, and the card follows it. The question alone
 * knows which item it is about, so that nothing of that can be forged.
 */
export const unitPicker = new Composer<MemberContext>();

onButton(unitPicker, ['unit_picker'], async (ctx, { picker }) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const prompt = await promptOf(ctx);
  const found = prompt && (await findItem(ctx.app, prompt));
  if (prompt === null || found === null) return toast(ctx, toastStale());
  if (found.item.state !== 'open') return toast(ctx, toastAlreadyDecided());
  if (picker.do === 'close') {
    await toast(ctx);
    return replaceKeyboard(ctx, ctx.msg?.message_id, { inline_keyboard: [] });
  }
  const edit = await editOf(ctx, picker);
  if (edit === null) {
    await toast(ctx);
    return redrawPicker(ctx, prompt, picker, found.item);
  }
  const outcome = await editDraftItem(ctx.app, {
    ...prompt,
    member: ctx.member,
    origin: originOf(ctx),
    edit,
  });
  if (outcome.kind !== 'edited')
    return toast(ctx, outcome.kind === 'already_decided' ? toastAlreadyDecided() : toastStale());
  await toast(ctx);
  await redrawPicker(ctx, prompt, picker, outcome.item);
  await redrawDraft(ctx, outcome.draft, [outcome.item]);
});

/** What the press changes; null where it only shows something else. */
const editOf = async (
  ctx: MemberContext,
  picker: Exclude<UnitPickerAction, { do: 'close' }>,
): Promise<EditCommand['edit'] | null> => {
  const { role } = picker;
  switch (picker.do) {
    case 'turn':
      return null;
    case 'clear':
      return { kind: 'clear_units', role };
    case 'tick': {
      const unit = (await unitsToPick(ctx.app)).find(({ id }) => choiceKey(id) === picker.unit);
      return { kind: 'tick_unit', unitId: unit?.id ?? '', role };
    }
  }
};

const redrawPicker = async (
  ctx: MemberContext,
  prompt: UnitsPrompt,
  { role, offset }: Exclude<UnitPickerAction, { do: 'close' }>,
  item: DraftItem,
): Promise<void> => {
  const units = await unitsToPick(ctx.app, prompt.search);
  return replaceKeyboard(ctx, ctx.msg?.message_id, unitPickerKeyboard({ units, item, role, offset }));
};

/** What the message under which the button stands has asked for; null where that is no unit. */
const promptOf = async (ctx: MemberContext): Promise<UnitsPrompt | null> => {
  const message = await ctx.app.store.botMessage(addressOf(ctx).chatId, ctx.msg?.message_id ?? 0);
  if (message?.subject.kind !== 'prompt' || message.subject.prompt.ask !== 'draft_units') return null;
  return message.subject.prompt;
};
