import { Composer } from 'grammy';
import { answer, toast } from '../answer.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { isPrivate } from '../bot-context.ts';
import { setCommandsFor } from '../commands.ts';
import * as texts from '../texts.ts';

/** /start and /help, by role. */
export const welcome = new Composer<MemberContext>();

welcome.command('start', async (ctx) => {
  if (isPrivate(ctx)) await setCommandsFor(ctx.api, ctx.member).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'The command menu could not be set');
  });
  return answer(ctx, texts.start(ctx.member, isPrivate(ctx)));
});

welcome.command('help', (ctx) => answer(ctx, texts.help(ctx.member, isPrivate(ctx))));

/** Stops everyone the agency does not know: a short answer without data where they speak to the bot, silence elsewhere. */
export const gate = new Composer<BotContext>();

gate.filter((ctx) => ctx.member === null).use(async (ctx) => {
  if (ctx.callbackQuery) return toast(ctx, texts.toastStranger());
  const isSpokenTo = isPrivate(ctx) || (ctx.message?.text?.startsWith('/') ?? false);
  if (ctx.message && isSpokenTo) return answer(ctx, texts.stranger(isPrivate(ctx) ? ctx.from?.id ?? null : null));
});

/** The end of the line: what nothing else has understood. */
export const fallback = new Composer<MemberContext>();

fallback.on('callback_query', (ctx) => toast(ctx, texts.toastStale()));

fallback.on('message', async (ctx) => {
  if (!isPrivate(ctx)) return;
  await answer(ctx, ctx.msg.text === undefined ? texts.unsupportedMessage() : texts.nothingUnderstood());
});
