// What a story asserts of the bot's messages: the same when somebody watches it and when it runs as a test.
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { Sandbox } from '../sandbox.ts';
import { minuteOf } from './moments.ts';
import type { Expectation, Place } from './story.ts';

/** How the bot told something to all groups. */
export interface Tally {
  readonly says: string;
  readonly groups: number;
  /** From the first message to the last. */
  readonly seconds: number;
  /** The most messages that Telegram took in one second. */
  readonly mostInASecond: number;
}

/** What the bot has said in a chat containing the words, in whatever case; oldest first. */
export const said = (sandbox: Sandbox, place: Place, words: string): readonly HistoryEntry[] => {
  const chat = 'group' in place ? sandbox.group(place.group) : sandbox.person(place.person);
  return sandbox.server.world
    .history(chat)
    .filter(({ from, text }) => from?.is_bot === true && contains(text, words));
};

const contains = (text: string, words: string): boolean =>
  text.toLocaleLowerCase('vi').includes(words.toLocaleLowerCase('vi'));

/** @throws where it is not so, with what the bot said instead */
export const checkExpectation = (sandbox: Sandbox, expectation: Expectation): void => {
  const { place, says, times, at } = expectation;
  const where = 'group' in place ? place.group : place.person;
  const found = said(sandbox, place, says);
  const newest = found.at(-1);
  if (times === undefined ? newest === undefined : found.length !== times) {
    const everything = said(sandbox, place, '').map(({ text }) => text);
    throw new Error(
      `Expected ${times ?? 'some'} of “${says}” in ${where}, there are ${found.length}; the bot said:\n${everything.join('\n---\n')}`,
    );
  }
  if (!newest) return;
  const came = minuteOf(newest.date * 1_000);
  if (at !== undefined && came !== at) throw new Error(`“${says}” came to ${where} at ${came}, not at ${at}`);
  const missing = expectation.with?.filter((words) => !contains(newest.text, words)) ?? [];
  const unwanted = expectation.without?.filter((words) => contains(newest.text, words)) ?? [];
  if (missing.length === 0 && unwanted.length === 0) return;
  throw new Error(
    `In ${where}, missing: ${missing.join(', ') || 'nothing'}; unwanted: ${unwanted.join(', ') || 'nothing'}; the bot said:\n${newest.text}`,
  );
};

/** @throws where a group has not heard it exactly once, or Telegram had to refuse a message */
export const checkTally = (sandbox: Sandbox, says: string, groups: readonly string[]): Tally => {
  const heard = groups.map((group) => ({ group, entries: said(sandbox, { group }, says) }));
  const wrong = heard.filter(({ entries }) => entries.length !== 1);
  if (wrong.length > 0) {
    throw new Error(
      `“${says}” is to be heard once in each group: ${wrong.map(({ group, entries }) => `${group} ${entries.length} times`).join(', ')}`,
    );
  }
  const refused = sandbox.server.overLimits();
  if (refused > 0) throw new Error(`Telegram refused ${refused} messages as too many`);
  const dates = heard.flatMap(({ entries }) => entries.map(({ date }) => date));
  const perSecond = [...Map.groupBy(dates, (date) => date).values()].map(({ length }) => length);
  return {
    says,
    groups: groups.length,
    seconds: Math.max(...dates) - Math.min(...dates),
    mostInASecond: Math.max(...perSecond),
  };
};
