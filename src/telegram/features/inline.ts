import { Composer } from 'grammy';
import type { MiddlewareFn } from 'grammy';
import type { InlineQueryResult } from 'grammy/types';
import { answerOverdue } from '../../application/answering/answers.ts';
import { answerOverdueView, unitsInCharge } from '../../application/answering/overdue.ts';
import { searchTasks } from '../../application/answering/search-tasks.ts';
import { answerWorkList } from '../../application/answering/work-list.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import { WHOLE_VIEW } from '../../domain/overdue-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { WorkPeriod } from '../../domain/work-period.ts';
import type { BotContext } from '../bot-context.ts';
import { toDeliveryError } from '../transport/sender.ts';
import { inlineNothing, inlineTask } from '../texts/inline.ts';

/** "@bot quá hạn" in any chat: the asker's own list, seen by the asker alone until a line of it is sent. */
export const inline = new Composer<BotContext>();

inline.on('inline_query', async (ctx) => {
  const { id, query } = ctx.inlineQuery;
  const results = ctx.member === null ? [] : await resultsFor(ctx, ctx.member, query);
  await ctx.answers.run(`inline:${id}`, null, async () => {
    try {
      // Another person, or the same one later, gets another list.
      await ctx.answerInlineQuery([...results], { cache_time: 0, is_personal: true });
    } catch (error) {
      const failure = toDeliveryError(error);
      // Who types on has asked anew.
      if (failure.kind !== 'refused') throw failure;
    }
  });
});

/** What people send through the bot is theirs, and comes back to it like any message: no report, no order. */
export const withoutOwnResults: MiddlewareFn<BotContext> = ({ message, me }, next) =>
  message?.via_bot?.id === me.id ? undefined : next();

const PERIODS: readonly (readonly [RegExp, WorkPeriod])[] = [
  [/^(?:hôm nay|hom nay)$/iu, 'today'],
  [/^(?:tuần này|tuan nay|tuần|tuan)$/iu, 'week'],
  [/^(?:sắp đến hạn|sap den han|sắp đến|sap den)$/iu, 'ahead'],
];

const OVERDUE = /^(?:quá hạn|qua han|quá|qua)?$/iu;

const resultsFor = async (
  { app }: BotContext,
  member: Member,
  query: string,
): Promise<readonly InlineQueryResult[]> => {
  const words = query.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const units = await unitsOf(app, member);
  const charge = units === null ? await unitsInCharge(app, member) : [];
  const whose = charge.length > 0 ? 'charge' : units;
  if (OVERDUE.test(words)) {
    const found =
      units === null
        ? await answerOverdueView(app, member, { ...WHOLE_VIEW, scope: 'charge' })
        : await answerOverdue(app, units, 0);
    const lines = found.lines.map(({ view, workingDaysOverdue }) =>
      inlineTask({ view, workingDaysOverdue, workingDaysLeft: null }, found.at),
    );
    return lines.length > 0 ? lines : [inlineNothing('overdue', whose, found.at)];
  }
  const period = PERIODS.find(([sign]) => sign.test(words))?.[1];
  if (period !== undefined) {
    const found = await answerWorkList(app, charge.length > 0 ? charge : units, period, 0);
    const lines = found.lines.map((line) => inlineTask(line, found.at));
    return lines.length > 0 ? lines : [inlineNothing('due', whose, found.at)];
  }
  const found = await searchTasks(app, units, words);
  return found.lines.map((line) => inlineTask(line, found.at));
};

/** Everything for those who may see it, else the asker's own unit, wherever they type. */
const unitsOf = async (
  { store, agencyId }: BotContext['app'],
  member: Member,
): Promise<readonly Unit[] | null> =>
  isAllowed(member, 'see_all_units')
    ? null
    : (await store.units(agencyId)).filter(({ id }) => id === member.unitId);
