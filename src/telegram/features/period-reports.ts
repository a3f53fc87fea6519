import { Composer } from 'grammy';
import { reportPeriod } from '../../application/answering/period-report.ts';
import type { PeriodWish } from '../../application/answering/period-report.ts';
import type { ReportPeriod } from '../../domain/work-period.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { periodReport, periodReportHowTo } from '../texts/period-report.ts';
import { unboundChat } from '../texts/people.ts';
import { toastStale } from '../texts/toasts.ts';
import { answerAsker, askerScopeOf, scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';

/** /baocao tuần, tháng, quý: the four cells by unit. */
export const periodReports = new Composer<MemberContext>();

periodReports.command('baocao', async (ctx) => {
  const scope = await askerScopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, unboundChat(ctx.member));
  const wish = wishIn(argumentOf(ctx));
  if (wish === null) return answer(ctx, periodReportHowTo());
  return answerAsker(ctx, await reportOf(ctx, scope, wish), null);
});

onButton(periodReports, ['period_report'], async (ctx, { wish }) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, await reportOf(ctx, scope, wish));
});

const reportOf = async (ctx: MemberContext, units: Scope, wish: PeriodWish): Promise<FormattedMessage> =>
  periodReport(await reportPeriod(ctx.app, ctx.member, units, wish));

const PERIODS: readonly (readonly [RegExp, ReportPeriod])[] = [
  [/^(?:tuần|tuan)/iu, 'week'],
  [/^(?:tháng|thang)/iu, 'month'],
  [/^(?:quý|quí|quy|qui)/iu, 'quarter'],
];

const PREVIOUS = /(?:trước|truoc|vừa rồi|rồi|qua)\s*$/iu;

/** "tháng", "tuần này", "quý trước"; the week where nothing is said, null where it is something else. */
const wishIn = (words: string): PeriodWish | null => {
  const said = words.normalize('NFC');
  const period = said === '' ? 'week' : PERIODS.find(([sign]) => sign.test(said))?.[1];
  if (period === undefined) return null;
  return { period, isPrevious: PREVIOUS.test(said), scope: 'all' };
};
