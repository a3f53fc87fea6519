import { Composer } from 'grammy';
import { taskLedger } from '../../application/answering/ledger.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { ledgerAnswer, ledgerHowTo } from '../texts/ledger.ts';
import { unboundChat } from '../texts/people.ts';
import { taskNotFound } from '../texts/task.ts';
import { toastStale } from '../texts/toasts.ts';
import { answerAsker, askerScopeOf, scopeOf } from './scope.ts';

/** /lichsu 23: who was told what of a task, when, and who answered. */
export const ledger = new Composer<MemberContext>();

ledger.command('lichsu', async (ctx) => {
  const scope = await askerScopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, unboundChat(ctx.member));
  const wanted = argumentOf(ctx).replace(/^#/, '');
  if (!/^\d{1,7}$/.test(wanted)) return answer(ctx, ledgerHowTo());
  const found = await taskLedger(ctx.app, ctx.member, scope, Number(wanted));
  const told = found === null ? taskNotFound(Number(wanted)) : ledgerAnswer(found, 0);
  return answerAsker(ctx, told, null);
});

onButton(ledger, ['ledger_page'], async (ctx, { number, offset }) => {
  const scope = await scopeOf(ctx);
  const found = scope === 'unbound' ? null : await taskLedger(ctx.app, ctx.member, scope, number);
  if (found === null) return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, ledgerAnswer(found, offset));
});
