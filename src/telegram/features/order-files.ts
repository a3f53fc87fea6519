import { Composer, GrammyError, HttpError } from 'grammy';
import type { Message } from 'grammy/types';
import { mayHoldOrders, readOrderFile } from '../../application/entering/read-order-file.ts';
import { isAllowed } from '../../domain/authority.ts';
import { answer } from '../transport/answer.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { isPrivate } from '../bot-context.ts';
import { DownloadError } from '../transport/download.ts';
import { enterOrder, GIAO, mayEnterHere, tellOrder } from '../enter-order.ts';
import { fileNotFetched, fileProblem } from '../texts/draft-answers.ts';
import { plainWords, wordsOfFile } from '../words.ts';

/** Notices that come as files, sent to the bot or taken up with /giao. */
export const orderFiles = new Composer<MemberContext>();

orderFiles.on('message:document', async (ctx, next) => {
  const caption = ctx.msg.caption ?? '';
  const command = GIAO.exec(caption);
  const isEntered = command === null ? mayEnterHere(ctx) : isAllowed(ctx.member, 'enter_tasks');
  if (!isEntered || (caption.startsWith('/') && command === null)) return next();
  if (command !== null) return takeOrderFile(ctx, ctx.msg, caption.slice(command[0].length).trim());
  // What is written beside a file is the order where it is one: "Giao Phòng A thực hiện theo văn bản này".
  if (caption !== '') {
    const outcome = await enterOrder(ctx, plainWords(ctx.msg, caption));
    if (outcome.kind !== 'nothing_found') return tellOrder(ctx, outcome);
  }
  return takeOrderFile(ctx, ctx.msg, null);
});

// A photographed page, most of the time.
orderFiles.on('message:photo', async (ctx, next) => {
  const isPlain = isPrivate(ctx) && ctx.msg.caption === undefined;
  return isPlain && mayEnterHere(ctx) ? answer(ctx, fileProblem(null, 'picture')) : next();
});

/** Whether the message is a file out of which a notice can be read. */
export const bringsFile = ({ document }: Message): boolean =>
  document?.file_name !== undefined && mayHoldOrders({ name: document.file_name });

/** Whether each file of an album is to be read, not only the first: they are notices of somebody who enters tasks. */
export const bringsOrders = (ctx: BotContext): boolean =>
  ctx.member !== null &&
  isAllowed(ctx.member, 'enter_tasks') &&
  ctx.message !== undefined &&
  bringsFile(ctx.message);

/**
 * Reads a file and makes a draft of it, or says why it cannot be read.
 * @param message holds the file
 * @param note what was typed behind /giao; null where the file came by itself
 */
export const takeOrderFile = async (
  ctx: MemberContext,
  message: Message,
  note: string | null,
): Promise<void> => {
  const { document } = message;
  if (document === undefined || ctx.message === undefined) return;
  const name = document.file_name ?? '';
  const fetch = async (): Promise<Uint8Array> => {
    const { file_path: path } = await ctx.api.getFile(document.file_id);
    if (path === undefined) throw new DownloadError('Telegram gave no path');
    return ctx.download(path);
  };
  let read: Awaited<ReturnType<typeof readOrderFile>>;
  try {
    read = await readOrderFile({ name, bytes: document.file_size ?? null }, fetch);
  } catch (error) {
    if (!(error instanceof DownloadError || error instanceof GrammyError || error instanceof HttpError))
      throw error;
    ctx.log.warn(
      { why: error instanceof DownloadError ? error.message : error.name },
      'A file could not be fetched',
    );
    return answer(ctx, fileNotFetched());
  }
  if ('problem' in read) return answer(ctx, fileProblem(name, read.problem));
  const outcome = await enterOrder(ctx, wordsOfFile(ctx.message, read.text, name, note));
  return tellOrder(ctx, outcome, name);
};
