import { Composer } from 'grammy';
import { answer, toast } from '../transport/answer.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { isPrivate } from '../bot-context.ts';
import { refreshCommandsOf } from '../commands.ts';
import { commandMenu } from '../texts/commands.ts';
import type { Place } from '../texts/people.ts';
import { helpText, startText } from '../texts/people.ts';
import { nothingUnderstood, unknownCommand, unsupportedMessage } from '../texts/problems.ts';
import { toastStale, toastUnknownPerson } from '../texts/toasts.ts';

const placeOf = (ctx: BotContext): Place => (isPrivate(ctx) ? 'private' : 'group');

/** /start and /help, by role. */
export const welcome = new Composer<MemberContext>();

welcome.command('start', async (ctx) => {
  if (isPrivate(ctx)) await refreshCommandsOf(ctx, ctx.member);
  return answer(ctx, startText(ctx.member, placeOf(ctx), ctx.from?.id ?? 0));
});

welcome.command('help', (ctx) => answer(ctx, helpText(ctx.member, placeOf(ctx))));

/** Stops everyone the agency does not know: a short answer without data where they speak to the bot, silence elsewhere. */
export const gate = new Composer<BotContext>();

gate.use(async (ctx, next) => {
  if (ctx.member !== null) return next();
  if (ctx.callbackQuery) return toast(ctx, toastUnknownPerson());
  const isSpokenTo = isPrivate(ctx) || (ctx.message?.text?.startsWith('/') ?? false);
  if (ctx.message && isSpokenTo) return answer(ctx, startText(null, placeOf(ctx), ctx.from?.id ?? 0));
});

/** The end of the line: what nothing else has understood. */
export const fallback = new Composer<MemberContext>();

fallback.on('callback_query', (ctx) => toast(ctx, toastStale()));

fallback.on('message', async (ctx) => {
  const { text } = ctx.msg;
  if (text?.startsWith('/') === true && isForThisBot(ctx, text)) return answer(ctx, unknownCommand());
  if (isPrivate(ctx))
    await answer(ctx, text === undefined ? unsupportedMessage() : nothingUnderstood(ctx.member));
});

/** In a group, commands without a name may be meant for another bot; "/Viec" is ours all the same. */
const isForThisBot = (ctx: MemberContext, text: string): boolean => {
  const { name = '', bot = '' } = COMMAND.exec(text)?.groups ?? {};
  if (isPrivate(ctx)) return true;
  return bot === '' ? COMMANDS.has(name.toLowerCase()) : bot.toLowerCase() === ctx.me.username.toLowerCase();
};

const COMMAND = /^\/(?<name>\w*)(?:@(?<bot>\w+))?/u;
const COMMANDS = new Set(commandMenu(null, 'group').map(({ command }) => command));
