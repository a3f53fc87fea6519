import { Bot, BotError, Composer } from 'grammy';
import type { MiddlewareFn } from 'grammy';
import type { ApplicationContext } from '../application/context.ts';
import { NotAllowedError } from '../application/demand.ts';
import { LARGEST_ORDER_FILE_BYTES } from '../application/entering/read-order-file.ts';
import { DuplicateUpdateError, StoreUnavailableError } from '../application/plan.ts';
import type { AnswerQueue } from './transport/answer-queue.ts';
import { answer, toast } from './transport/answer.ts';
import type { BotContext, BotLog, MemberContext } from './bot-context.ts';
import { clientOptions } from './transport/connection.ts';
import { downloader } from './transport/download.ts';
import type { Connection } from './transport/connection.ts';
import { answering } from './features/answering.ts';
import { binding, chatEvents } from './features/binding.ts';
import { calendar } from './features/calendar.ts';
import { callingOff } from './features/calling-off.ts';
import { deadlines, typedDeadlines } from './features/deadlines.ts';
import { deciding } from './features/deciding.ts';
import { draftReview } from './features/draft-review.ts';
import { drafting } from './features/drafting.ts';
import { evidence, takeMoreOfAlbum } from './features/evidence.ts';
import { handingOver } from './features/handing-over.ts';
import { identity } from './features/identity.ts';
import { joining } from './features/joining.ts';
import { inline, withoutOwnResults } from './features/inline.ts';
import { ledger } from './features/ledger.ts';
import { lists } from './features/lists.ts';
import { rateLimit } from './features/rate-limit.ts';
import { periodReports } from './features/period-reports.ts';
import { replies } from './features/replies.ts';
import { recordingDecisions } from './features/recording-decisions.ts';
import { reopening } from './features/reopening.ts';
import { reporting } from './features/reporting.ts';
import { roster } from './features/roster.ts';
import { bringsOrders, orderFiles } from './features/order-files.ts';
import { undoing } from './features/undoing.ts';
import { unitPicker } from './features/unit-picker.ts';
import { fallback, gate, welcome } from './features/welcome.ts';
import { RecentIds } from './recent-ids.ts';
import { notAllowed } from './texts/people.ts';
import { appliedBefore, genericError, pressAppliedBefore } from './texts/problems.ts';
import { toastAppliedBefore, toastFailed, toastNotAllowed } from './texts/toasts.ts';

/**
 * The bot with all its features. The order matters: who it is comes first, strangers stop at the gate, commands come
 * before plain words, an answer to one of the bot's messages before a new order, and last what nothing has understood.
 */
export const createBot = (
  token: string,
  connection: Connection,
  app: ApplicationContext,
  log: BotLog,
  answers: AnswerQueue,
): Bot<BotContext> => {
  const bot = new Bot<BotContext>(token, { client: clientOptions(connection) });
  const download = downloader(token, connection, LARGEST_ORDER_FILE_BYTES);
  const handled = new RecentIds<number>();
  bot.use(async (ctx, next) => {
    ctx.app = app;
    ctx.log = log;
    ctx.answers = answers;
    ctx.download = download;
    const { update_id: updateId } = ctx.update;
    try {
      // What a press decided before a crash looks like someone else's decision when Telegram delivers it again.
      if (ctx.callbackQuery && !handled.has(updateId) && (await app.store.wasApplied(updateId)))
        throw new DuplicateUpdateError(updateId);
      await next();
    } catch (error) {
      await atBoundary(ctx, error, handled.has(ctx.update.update_id));
    }
    handled.add(ctx.update.update_id);
  });
  bot.use(
    identity,
    withoutOwnResults,
    exceptPlainWords(inline, chatEvents),
    rateLimit(),
    exceptPlainWords(wholeAlbums(), joining),
    gate,
  );
  const members = bot.filter((ctx): ctx is MemberContext => ctx.member !== null);
  members.use(
    exceptPlainWords(
      welcome,
      answering,
      lists,
      periodReports,
      evidence,
      ledger,
      calendar,
      binding,
      roster,
      draftReview,
      undoing,
      unitPicker,
      reporting,
      deciding,
      recordingDecisions,
      reopening,
      handingOver,
      callingOff,
      deadlines,
    ),
    typedDeadlines,
    replies,
    orderFiles,
    drafting,
    fallback,
  );
  return bot;
};

/** Plain words, which are most of what is said, need not pass by each command and button. */
const exceptPlainWords = <C extends BotContext>(...features: readonly Composer<C>[]): MiddlewareFn<C> => {
  const handle = new Composer(...features).middleware();
  return (ctx, next) => (isPlainWords(ctx) ? next() : handle(ctx, next));
};

/** A message of text that is no command. */
const isPlainWords = ({ message }: BotContext): boolean =>
  message?.text !== undefined && !message.text.startsWith('/');

/** The one place where errors of handlers end: the log gets the error, the person a sentence, the message is not lost. */
const atBoundary = async (ctx: BotContext, error: unknown, wasHandled: boolean): Promise<void> => {
  const cause = error instanceof BotError ? error.error : error;
  if (cause instanceof DuplicateUpdateError) {
    ctx.log.debug({ updateId: cause.updateId }, 'The update has been applied before');
    if (ctx.callbackQuery) await toast(ctx, toastAppliedBefore());
    // The process ended between the change and the answer: nobody knows whether the person has read it.
    if (ctx.msg && !wasHandled) await answer(ctx, ctx.callbackQuery ? pressAppliedBefore() : appliedBefore());
    return;
  }
  // What features forget to ask is asked where it is decided.
  if (cause instanceof NotAllowedError) {
    if (ctx.callbackQuery) await toast(ctx, toastNotAllowed());
    else if (ctx.msg) await answer(ctx, notAllowed());
    return;
  }
  // Left with Telegram, and handled as soon as it can be stored.
  if (cause instanceof StoreUnavailableError) throw cause;
  ctx.log.error({ err: cause, updateId: ctx.update.update_id }, 'An update could not be handled');
  try {
    if (ctx.callbackQuery) await toast(ctx, toastFailed());
    else if (ctx.message && ctx.chat?.type === 'private') await answer(ctx, genericError());
  } catch (second) {
    ctx.log.warn({ err: second }, 'The person could not be told');
  }
};

/** An album comes as one message for each picture, and gets one answer: to its first message, and to those with words. What shows a result is kept with it. */
const wholeAlbums = (): Composer<BotContext> => {
  const answered = new RecentIds<string>();
  const albums = new Composer<BotContext>();
  albums.on('message', async (ctx, next) => {
    const { media_group_id: album, caption } = ctx.msg;
    if (album === undefined) return next();
    const isFurther = caption === undefined && !bringsOrders(ctx);
    const isDone = isFurther && ((await takeMoreOfAlbum(ctx)) || answered.has(album));
    if (!isDone) await next();
    answered.add(album);
  });
  return albums;
};
