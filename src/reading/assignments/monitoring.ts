// Units that only press, watch or collect what others do.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { COLLECTING, WATCHING, WATCHING_BESIDES } from '../lexicon/helping.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';
import { firstFrom } from './ranges.ts';

const monitoring = new Phrases<'watching' | 'collecting' | 'besides'>([
  ['besides', WATCHING_BESIDES],
  ['collecting', COLLECTING],
  ['watching', WATCHING],
]);
const actions = new Phrases([[true, ACTION_VERBS]]);

/**
 * True where the predicate is nothing but watching and collecting, without a date: "theo dõi, kiểm tra, đôn đốc", "tổng
 * hợp". Checking and reporting are a part of watching, and work where nothing is watched.
 */
export function isOnlyMonitoring(
  words: readonly Word[],
  { right, clause, dates, next }: PlacedGroup,
): boolean {
  const to = next ?? clause.to;
  // "là đầu mối theo dõi" leads nothing.
  const watches =
    right.kind === 'monitoring' ||
    (right.kind === 'leading' && phraseLength(monitoring, words, right.to, to) > 0);
  if (!watches) return false;
  if ((dates[firstFrom(dates, right.to)]?.from ?? to) < to) return false;
  let isWatching = false;
  let hasBesides = false;
  for (let at = right.to, lastVerbEnd = at; at < to;) {
    const verb =
      at === lastVerbEnd || words[at]?.gap.includes(',') === true ? monitoring.match(words, at, to) : null;
    const isOther =
      verb === null &&
      (at === lastVerbEnd || words[at]?.gap.includes(',') === true) &&
      phraseLength(actions, words, at, to) > 0;
    const end = at + (verb?.length ?? 0);
    // "tổng hợp số liệu" is work; "tổng hợp" and "tổng hợp kết quả" only end the work of others.
    const hasObject =
      verb?.value === 'collecting' && end < to && words[end]?.gap === ' ' && words[end].lower !== 'và';
    if (isOther || (hasObject && !isWatching)) return false;
    isWatching ||= verb?.value === 'watching';
    hasBesides ||= verb?.value === 'besides';
    at += verb?.length ?? 1;
    if (verb !== null) lastVerbEnd = at;
  }
  return isWatching || !hasBesides;
}
