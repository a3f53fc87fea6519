import { composeCard } from '../application/composing/compose-notification.ts';
import { draftMessageKey } from '../application/entering/draft-items.ts';
import type { Draft, DraftItem } from '../domain/draft.ts';
import { replaceMessage } from './transport/answer.ts';
import type { MemberContext } from './bot-context.ts';
import { render } from './render.ts';

/** Brings the cards of some items, and the summary, up to date wherever they stand in the chat. */
export const redrawDraft = async (
  ctx: MemberContext,
  draft: Draft,
  items: readonly DraftItem[],
): Promise<void> => {
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
