import { Composer } from 'grammy';
import { composeCard } from '../../application/compose-notification.ts';
import { editDraftItem, findItem, showStandingOrders } from '../../application/edit-draft-item.ts';
import type { EditCommand, EditOutcome } from '../../application/edit-draft-item.ts';
import { draftMessageKey } from '../../application/draft-items.ts';
import { saveDraftItems } from '../../application/save-draft-items.ts';
import type { SaveOutcome } from '../../application/save-draft-items.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { Draft, DraftItem } from '../../domain/draft.ts';
import { answer, ask, replaceMessage, toast } from '../answer.ts';
import { askForDay } from '../ask-for-day.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons.ts';
import { render } from '../render.ts';
import {
  alreadyDecided,
  draftDeadlineProblem,
  draftDeadlinePrompt,
  draftItemEdited,
  draftStale,
  draftUnitsPrompt,
  draftUnitsUnknown,
  saved,
} from '../texts/draft-answers.ts';
import { notAllowed } from '../texts/people.ts';
import {
  toastAlreadyDecided,
  toastNeedsLead,
  toastNotAllowed,
  toastNothingReady,
  toastStale,
} from '../texts/toasts.ts';

/** What the secretary does with the cards of a draft: save, correct, discard. */
export const draftReview = new Composer<MemberContext>();

onButton(draftReview, ['save_item', 'save_all'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const outcome = await saveDraftItems(ctx.app, {
    member: ctx.member,
    draftId: action.draftId,
    revision: action.revision,
    items: action.kind === 'save_item' ? action.index : 'all_ready',
    origin: originOf(ctx),
  });
  return tellSaved(ctx, outcome);
});

onButton(draftReview, ['discard_item', 'choose_deadline'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const edit: EditCommand['edit'] =
    action.kind === 'discard_item' ? { kind: 'discard' } : { kind: 'alternative', option: action.option };
  const outcome = await editDraftItem(ctx.app, {
    ...action,
    member: ctx.member,
    origin: originOf(ctx),
    edit,
  });
  if (outcome.kind !== 'edited') return tellEditFailed(ctx, outcome);
  await toast(ctx);
  await redraw(ctx, outcome.draft, [outcome.item]);
});

onButton(draftReview, ['edit_deadline', 'edit_units'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const found = await findItem(ctx.app, action);
  if (found === null) return toast(ctx, toastStale());
  if (found.item.state !== 'open') return toast(ctx, toastAlreadyDecided());
  await toast(ctx);
  const prompt: Prompt = {
    ask: action.kind === 'edit_deadline' ? 'draft_deadline' : 'draft_units',
    draftId: action.draftId,
    revision: action.revision,
    index: action.index,
  };
  if (prompt.ask === 'draft_deadline') return askForDay(ctx, draftDeadlinePrompt(found.item), prompt);
  return ask(ctx, draftUnitsPrompt(found.item), prompt);
});

onButton(draftReview, ['show_standing'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const shown = await showStandingOrders(ctx.app, {
    ...action,
    member: ctx.member,
    origin: originOf(ctx),
  });
  await toast(ctx, shown === 'stale' ? toastStale() : undefined);
});

/** Takes the reply to "Sửa hạn" or "Sửa đơn vị". What cannot be read is asked for again, in the same way. */
export const takeDraftEdit = async (
  ctx: MemberContext,
  prompt: Extract<Prompt, { ask: 'draft_deadline' | 'draft_units' }>,
  text: string,
): Promise<void> => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const edit: EditCommand['edit'] =
    prompt.ask === 'draft_deadline' ? { kind: 'deadline', text } : { kind: 'units', text };
  const outcome = await editDraftItem(ctx.app, {
    ...prompt,
    member: ctx.member,
    origin: originOf(ctx),
    edit,
  });
  switch (outcome.kind) {
    case 'edited': {
      await redraw(ctx, outcome.draft, [outcome.item]);
      return answer(ctx, draftItemEdited(outcome.item));
    }
    case 'bad_deadline':
      return ask(ctx, draftDeadlineProblem(outcome.problem), prompt);
    case 'unknown_units':
      return ask(ctx, draftUnitsUnknown(text, outcome.units), prompt);
    case 'already_decided':
      return answer(ctx, alreadyDecided(outcome.item));
    case 'stale':
      return answer(ctx, draftStale());
  }
};

const tellSaved = async (ctx: MemberContext, outcome: SaveOutcome): Promise<void> => {
  switch (outcome.kind) {
    case 'saved': {
      await toast(ctx);
      const savedIds = new Set(outcome.tasks.map((task) => task.id));
      await answer(ctx, saved(outcome, ctx.app.clock.now()));
      return redraw(
        ctx,
        outcome.draft,
        outcome.draft.items.filter((item) => savedIds.has(item.taskId ?? '')),
      );
    }
    case 'already_decided':
      return toast(ctx, toastAlreadyDecided());
    case 'needs_lead':
      return toast(ctx, toastNeedsLead());
    case 'nothing_ready':
      return toast(ctx, toastNothingReady());
    case 'stale':
      return toast(ctx, toastStale());
  }
};

const tellEditFailed = (
  ctx: MemberContext,
  outcome: Exclude<EditOutcome, { kind: 'edited' }>,
): Promise<void> => toast(ctx, outcome.kind === 'already_decided' ? toastAlreadyDecided() : toastStale());

/** Brings the cards of some items, and the summary, up to date wherever they stand in the chat. */
const redraw = async (ctx: MemberContext, draft: Draft, items: readonly DraftItem[]): Promise<void> => {
  for (const item of items) {
    await replaceMessage(
      ctx,
      await messageIdOf(ctx, draft, item.index),
      render(composeCard(ctx.app, draft, item)),
    );
  }
  await replaceMessage(ctx, await messageIdOf(ctx, draft, null), render({ kind: 'draft_summary', draft }));
};

const messageIdOf = async (
  ctx: MemberContext,
  draft: Draft,
  index: number | null,
): Promise<number | undefined> =>
  (await ctx.app.store.outboxMessageByKey(draftMessageKey(draft, index)))?.messageId ?? undefined;
