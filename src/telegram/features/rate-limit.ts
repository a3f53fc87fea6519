import { Composer } from 'grammy';
import type { Instant } from '../../domain/local-time.ts';
import { answer, toast } from '../transport/answer.ts';
import type { BotContext } from '../bot-context.ts';
import { tooMuchAtOnce } from '../texts/problems.ts';
import { toastTooMuchAtOnce } from '../texts/toasts.ts';

const WINDOW_MS = 60_000;
/** A pasted text of 60,000 characters is 15 messages, and whoever sets up a hundred groups makes two updates in each. */
const MOST_OF_MEMBER = 300;
const MOST_OF_STRANGER = 10;
/** More people than write within one window. */
const MOST_REMEMBERED = 2_000;

interface Window {
  readonly from: Instant;
  count: number;
}

/**
 * Leaves a person alone who sends more than anybody reads or means: one answer says so and until when, then nothing is read
 * until the minute is over. Presses are still answered, so that no button keeps spinning. By the bot's own clock, and in
 * memory: after a start everyone begins anew.
 */
export const rateLimit = (): Composer<BotContext> => {
  const windows = new Map<number, Window>();

  const countOf = (personId: number, now: Instant): Window => {
    const known = windows.get(personId);
    if (known !== undefined && now >= known.from && now < known.from + WINDOW_MS) {
      known.count++;
      return known;
    }
    const window = { from: now, count: 1 };
    // The longest remembered is the first: a window that begins anew comes last.
    windows.delete(personId);
    windows.set(personId, window);
    const [oldest] = windows.keys();
    if (windows.size > MOST_REMEMBERED && oldest !== undefined) windows.delete(oldest);
    return window;
  };

  const composer = new Composer<BotContext>();
  composer.use(async (ctx, next) => {
    const { from } = ctx;
    if (from === undefined || from.is_bot || ctx.myChatMember !== undefined) return next();
    const { count, from: began } = countOf(from.id, ctx.app.clock.now());
    const most = ctx.member === null ? MOST_OF_STRANGER : MOST_OF_MEMBER;
    if (count <= most) return next();
    const isFirst = count === most + 1;
    if (isFirst) ctx.log.warn({ personId: from.id, isMember: ctx.member !== null }, 'Someone sends too much');
    if (ctx.callbackQuery !== undefined) return toast(ctx, isFirst ? toastTooMuchAtOnce() : undefined);
    if (isFirst && ctx.message !== undefined) return answer(ctx, tooMuchAtOnce(began + WINDOW_MS));
  });
  return composer;
};
