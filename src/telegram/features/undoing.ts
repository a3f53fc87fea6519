import { Composer } from 'grammy';
import { undoSave } from '../../application/entering/undo-save.ts';
import { replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { redrawDraft } from '../draft-cards.ts';
import { notUndone, undone } from '../texts/undoing.ts';
import { toastStale } from '../texts/toasts.ts';

/** Takes back what has just been saved. */
export const undoing = new Composer<MemberContext>();

onButton(undoing, ['undo_save'], async (ctx, { draftId, revision, firstNumber, count }) => {
  const outcome = await undoSave(ctx.app, {
    member: ctx.member,
    draftId,
    revision,
    firstNumber,
    count,
    origin: originOf(ctx),
  });
  switch (outcome.kind) {
    case 'undone':
      await toast(ctx);
      await replaceMessage(ctx, ctx.msg?.message_id, undone(outcome.numbers));
      return redrawDraft(ctx, outcome.draft, outcome.items);
    case 'too_late':
    case 'at_work':
      return toast(ctx, notUndone(outcome));
    case 'stale':
      return toast(ctx, toastStale());
  }
});
