import { Composer } from 'grammy';
import { editDraftItem, findItem, showStandingOrders } from '../../application/entering/edit-draft-item.ts';
import type { EditCommand, EditOutcome } from '../../application/entering/edit-draft-item.ts';
import { saveDraftItems } from '../../application/entering/save-draft-items.ts';
import type { SaveOutcome } from '../../application/entering/save-draft-items.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Prompt } from '../../domain/chat.ts';
import { answer, ask, toast } from '../transport/answer.ts';
import { askForDay } from '../ask-for-day.ts';
import { askForUnits } from '../ask-for-units.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { redrawDraft } from '../draft-cards.ts';
import {
  alreadyDecided,
  draftContentPrompt,
  draftDeadlineProblem,
  draftDeadlinePrompt,
  draftItemEdited,
  draftProductPrompt,
  draftStale,
  draftUnitsPrompt,
  draftUnitsSimilar,
  draftUnitsUnknown,
  draftWordsProblem,
  saved,
  secretRefused,
} from '../texts/draft-answers.ts';
import { notAllowed } from '../texts/people.ts';
import {
  toastAlreadyDecided,
  toastDuplicate,
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
  await redrawDraft(ctx, outcome.draft, [outcome.item]);
});

onButton(
  draftReview,
  ['edit_deadline', 'edit_units', 'edit_content', 'edit_product'],
  async (ctx, action) => {
    if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
    const found = await findItem(ctx.app, action);
    if (found === null) return toast(ctx, toastStale());
    const { item } = found;
    if (item.state !== 'open') return toast(ctx, toastAlreadyDecided());
    await toast(ctx);
    const { draftId, revision, index } = action;
    const at = { draftId, revision, index };
    switch (action.kind) {
      case 'edit_deadline':
        return askForDay(ctx, draftDeadlinePrompt(item), { ask: 'draft_deadline', ...at });
      case 'edit_units':
        return askForUnits(ctx, draftUnitsPrompt(item), { ask: 'draft_units', ...at }, item);
      case 'edit_content':
        return ask(ctx, draftContentPrompt(item), { ask: 'draft_content', ...at });
      case 'edit_product':
        return ask(ctx, draftProductPrompt(item), { ask: 'draft_product', ...at });
    }
  },
);

onButton(draftReview, ['show_standing'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return toast(ctx, toastNotAllowed());
  const shown = await showStandingOrders(ctx.app, {
    ...action,
    member: ctx.member,
    origin: originOf(ctx),
  });
  await toast(ctx, shown === 'stale' ? toastStale() : undefined);
});

type DraftPrompt = Extract<Prompt, { draftId: string }>;

/** Takes the reply to "Sửa hạn", "Sửa đơn vị" and the like. What cannot be read is asked for again, in the same way. */
export const takeDraftEdit = async (ctx: MemberContext, prompt: DraftPrompt, text: string): Promise<void> => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const outcome = await editDraftItem(ctx.app, {
    ...prompt,
    member: ctx.member,
    origin: originOf(ctx),
    edit: { kind: EDIT_OF[prompt.ask], text },
  });
  switch (outcome.kind) {
    case 'edited': {
      await redrawDraft(ctx, outcome.draft, [outcome.item]);
      return answer(ctx, draftItemEdited(outcome.item));
    }
    case 'bad_deadline':
      return ask(ctx, draftDeadlineProblem(outcome.problem), prompt);
    case 'bad_words':
      return ask(ctx, draftWordsProblem(outcome.problem), prompt);
    case 'unknown_units':
      return tellUnknownUnits(ctx, prompt, text, outcome);
    case 'secret':
      return answer(ctx, secretRefused(outcome.stamp));
    case 'already_decided':
      return answer(ctx, alreadyDecided(outcome.item));
    case 'stale':
      return answer(ctx, draftStale());
  }
};

const EDIT_OF = {
  draft_deadline: 'deadline',
  draft_units: 'units',
  draft_content: 'content',
  draft_product: 'product',
} as const satisfies Record<DraftPrompt['ask'], EditCommand['edit']['kind']>;

const tellUnknownUnits = async (
  ctx: MemberContext,
  { draftId, revision, index }: DraftPrompt,
  typed: string,
  { units, similar }: Extract<EditOutcome, { kind: 'unknown_units' }>,
): Promise<void> => {
  const prompt = { ask: 'draft_units', draftId, revision, index } as const;
  const found = await findItem(ctx.app, prompt);
  if (found === null) return answer(ctx, draftStale());
  return similar.length === 0
    ? askForUnits(ctx, draftUnitsUnknown(typed, units), prompt, found.item)
    : askForUnits(ctx, draftUnitsSimilar(typed, found.item), { ...prompt, search: typed }, found.item);
};

const tellSaved = async (ctx: MemberContext, outcome: SaveOutcome): Promise<void> => {
  switch (outcome.kind) {
    case 'saved': {
      await toast(ctx);
      const savedIds = new Set(outcome.tasks.map((task) => task.id));
      await answer(ctx, saved(outcome, ctx.app.clock.now()));
      return redrawDraft(
        ctx,
        outcome.draft,
        // Those left open may have turned out to be work that is given already.
        outcome.draft.items.filter(
          (item) => savedIds.has(item.taskId ?? '') || (item.state === 'open' && item.duplicateOf != null),
        ),
      );
    }
    case 'duplicates':
      await toast(ctx, toastDuplicate(outcome.items));
      return redrawDraft(ctx, outcome.draft, outcome.items);
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
