import { instantOf, localDateOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import type { Call } from '../../src/sandbox/bot-api/call-log.ts';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import type { ChaosOffice } from './chaos-office.ts';
import { messagesOwed, stillOwed, storedFacts } from './database.ts';
import { isWorkday } from './days.ts';

/** One message of the bot, as it counts: who was told what on which day. The minute may differ from run to run. */
interface Said {
  readonly chatId: number;
  /** `chat day words` */
  readonly fact: string;
  readonly isAnswer: boolean;
  readonly at: number;
}

/** What an office has come to: what is stored, and what was said. */
export interface Account {
  readonly facts: readonly string[];
  readonly said: readonly Said[];
  readonly stillOwed: readonly string[];
  /** How many messages each chat got whose acceptance the bot never heard of, because the answer was lost. */
  readonly acceptedUnheard: ReadonlyMap<number, number>;
}

/** To be taken when the bot has stopped. */
export const accountOf = ({ server, database }: ChaosOffice): Account => {
  const owed = messagesOwed(database);
  const said = server.world
    .chats()
    .flatMap(({ id }) => server.world.history(id))
    .filter(({ from }) => from?.id === server.bot.id)
    .map((entry) => ({
      chatId: entry.chatId,
      fact: `${entry.chatId} ${localDateOf(entry.date * 1_000)} ${wordsOf(entry)}`,
      isAnswer: !owed.has(`${entry.chatId}/${entry.messageId}`),
      at: entry.date * 1_000,
    }));
  return {
    facts: storedFacts(database),
    said,
    stillOwed: stillOwed(database),
    acceptedUnheard: acceptedUnheard(server.calls.of('sendMessage')),
  };
};

const acceptedUnheard = (calls: readonly Call[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { params, outcome } of calls) {
    const chatId = Number(params.chat_id);
    if (outcome.kind === 'dropped' && outcome.tookEffect) counts.set(chatId, (counts.get(chatId) ?? 0) + 1);
  }
  return counts;
};

/** What the bot says to a message or a press that it handled before it died, when Telegram delivers it again. */
const ALREADY_COUNTED = 'đã được ghi nhận từ trước';

/** What was said at first, without times of day: how long the bot was dead is no difference. */
const wordsOf = ({ text, earlierTexts }: HistoryEntry): string =>
  (earlierTexts[0] ?? text).replaceAll(/\d{2}h\d{2}/gu, '…h…');

/** What the troubled days have made different from the same days in peace. */
export interface Difference {
  /** Stored in peace, but not after the trouble, or the other way round. */
  readonly facts: readonly string[];
  /** Messages owed that were never said. */
  readonly lost: readonly string[];
  /** Messages owed that were said more often than in peace, by chat. */
  readonly copies: ReadonlyMap<number, number>;
  /** Messages that nobody heard in peace, but for {@link ALREADY_COUNTED}. */
  readonly unheardOf: readonly string[];
  /** How many people whose answer was swallowed were told that their message had counted. */
  readonly toldAgain: number;
  /** Answers in other words than in peace, because a kill came between what they tell of and the answer. */
  readonly answersReplaced: number;
  /** Chats that got fewer answers than in peace, and were not told that their messages and presses had counted either; how many fewer. */
  readonly answersLost: ReadonlyMap<number, number>;
  /** Messages, other than answers, on a day off or outside working hours. */
  readonly outOfHours: readonly string[];
}

export const compare = (peace: Account, troubled: Account): Difference => {
  const expected = tally(peace.said.filter(({ isAnswer }) => !isAnswer));
  const heard = tally(troubled.said);
  const answers = tally(peace.said.filter(({ isAnswer }) => isAnswer));
  const copies = new Map<number, number>();
  for (const [fact, { chatId, count }] of expected) {
    const more = (heard.get(fact)?.count ?? 0) - count - (answers.get(fact)?.count ?? 0);
    if (more > 0) copies.set(chatId, (copies.get(chatId) ?? 0) + more);
  }
  const missing = new Map<number, number>();
  for (const [fact, { chatId, count }] of answers) {
    const fewer = count - (heard.get(fact)?.count ?? 0);
    if (fewer > 0) missing.set(chatId, (missing.get(chatId) ?? 0) + fewer);
  }
  const toldAgain = new Map<number, number>();
  for (const { fact, chatId } of troubled.said) {
    if (fact.includes(ALREADY_COUNTED)) toldAgain.set(chatId, (toldAgain.get(chatId) ?? 0) + 1);
  }
  return {
    facts: differences(peace.facts, troubled.facts),
    lost: [...expected].flatMap(([fact, { count }]) => ((heard.get(fact)?.count ?? 0) < count ? [fact] : [])),
    copies,
    unheardOf: [...heard.keys()].filter(
      (fact) => !expected.has(fact) && !answers.has(fact) && !fact.includes(ALREADY_COUNTED),
    ),
    toldAgain: [...toldAgain.values()].reduce((sum, count) => sum + count, 0),
    answersReplaced: [...missing.values()].reduce((sum, count) => sum + count, 0),
    answersLost: new Map(
      [...missing].flatMap(([chatId, count]) => {
        const lost = count - (toldAgain.get(chatId) ?? 0);
        return lost > 0 ? [[chatId, lost] as const] : [];
      }),
    ),
    outOfHours: troubled.said
      .filter(({ isAnswer, at }) => !isAnswer && !isOfficeHour(at))
      .map(({ fact, at }) => `${timeOfDayOf(at)} ${fact}`),
  };
};

const tally = (said: readonly Said[]): Map<string, { chatId: number; count: number }> => {
  const counts = new Map<string, { chatId: number; count: number }>();
  for (const { fact, chatId } of said) {
    counts.set(fact, { chatId, count: (counts.get(fact)?.count ?? 0) + 1 });
  }
  return counts;
};

const differences = (peace: readonly string[], troubled: readonly string[]): string[] => {
  const count = new Map<string, number>();
  for (const fact of troubled) count.set(fact, (count.get(fact) ?? 0) + 1);
  for (const fact of peace) count.set(fact, (count.get(fact) ?? 0) - 1);
  return [...count].flatMap(([fact, more]) => (more === 0 ? [] : [`${more > 0 ? '+' : '-'} ${fact}`]));
};

const isOfficeHour = (at: number): boolean => {
  const day = localDateOf(at);
  return isWorkday(day) && at >= instantOf(day, '07:30') && at < instantOf(day, '17:00');
};
