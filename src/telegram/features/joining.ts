import { Composer } from 'grammy';
import type { Account } from '../../application/people/accounts.ts';
import { redeem } from '../../application/people/invitations.ts';
import { askToJoin } from '../../application/people/join-requests.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { BotContext } from '../bot-context.ts';
import { argumentOf, isPrivate, originOf } from '../bot-context.ts';
import { unpackButton } from '../buttons/callback-data.ts';
import { refreshCommandsOf } from '../commands.ts';
import { startText } from '../texts/people.ts';
import { alreadyLinked, joinAnswer, redemptionRefused } from '../texts/roster.ts';

/** How an account comes to be that of a member. Open to strangers: it stands before the gate. */
export const joining = new Composer<BotContext>();

/** A link's code, and nothing else that may stand behind /start. */
const CODE = /^[\w-]{22}$/u;

joining.command('start', async (ctx, next) => {
  const code = argumentOf(ctx);
  const account = accountOf(ctx);
  if (!isPrivate(ctx) || account === null || !CODE.test(code)) return next();
  const outcome = await redeem(ctx.app, { code, account, origin: originOf(ctx) });
  switch (outcome.kind) {
    case 'linked':
      await refreshCommandsOf(ctx, outcome.member);
      return answer(ctx, startText(outcome.member, 'private', account.telegramId));
    case 'already_linked':
      return answer(ctx, alreadyLinked(outcome.member));
    default:
      return answer(ctx, redemptionRefused(outcome));
  }
});

joining.on('callback_query:data', async (ctx, next) => {
  const action = unpackButton(ctx.callbackQuery.data);
  const account = accountOf(ctx);
  const isMeant = action?.kind === 'people' && action.people.do === 'ask_to_join';
  if (!isMeant || account === null || !isPrivate(ctx)) return next();
  const outcome = await askToJoin(ctx.app, { account, origin: originOf(ctx) });
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, joinAnswer(outcome, account.telegramId));
});

const accountOf = ({ from }: BotContext): Account | null =>
  from === undefined || from.is_bot
    ? null
    : {
        telegramId: from.id,
        name: [from.first_name, from.last_name].filter((name) => name !== undefined).join(' '),
        username: from.username ?? null,
      };
