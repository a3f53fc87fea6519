import type { ApplicationContext } from '../../application/context.ts';
import { isLateEdit } from '../../domain/status-report.ts';
import type { BotContext } from '../bot-context.ts';
import { addressOf } from '../bot-context.ts';
import { RecentIds } from '../recent-ids.ts';
import { editedTooLate } from '../texts/problems.ts';
import { answer } from '../transport/answer.ts';

/** True for an edit of a message that has stood too long to be corrected by it. */
export const isEditedTooLate = ({ editedMessage }: BotContext): boolean =>
  editedMessage !== undefined && isLateEdit(editedMessage.date * 1_000, editedMessage.edit_date * 1_000);

/** The messages whose authors have been told, of each bot. */
const told = new WeakMap<ApplicationContext, RecentIds<string>>();

/**
 * Says that the edit has changed nothing, and what to do; once for each message, however often it is edited.
 * @param number of the task that the words are about; null where that is none, or several
 */
export const tellEditedTooLate = async (ctx: BotContext, number: number | null): Promise<void> => {
  const ids = told.get(ctx.app) ?? new RecentIds<string>();
  told.set(ctx.app, ids);
  const id = `${addressOf(ctx).chatId}:${ctx.msg?.message_id ?? 0}`;
  if (ids.has(id)) return;
  ids.add(id);
  await answer(ctx, editedTooLate(number));
};
