// People that a unit lends to someone else's work, and teams they are appointed to.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { HEADING_TEAM, STEPPING_BACK } from '../lexicon/charging.ts';
import { WATCHING } from '../lexicon/helping.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';

const handing = new Phrases([
  [true, ['gửi', 'đăng ký', 'nộp', 'lập danh sách', 'và gửi', 'gởi', 'báo danh sách']],
]);

const steppingBack = new Phrases([[true, STEPPING_BACK]]);

const headingTeam = new Phrases([[true, HEADING_TEAM]]);

const watching = new Phrases([[true, WATCHING]]);

const actions = new Phrases([[true, ACTION_VERBS]]);

/** People lent for work named in the same sentence; for that of a sentence before only where the text says "phối hợp". */
export function joinsWork(
  words: readonly Word[],
  place: PlacedGroup,
  { leads, hasLead }: { readonly leads: readonly Mention[]; readonly hasLead: boolean },
): boolean {
  const { right, clause } = place;
  const end = Math.min(clause.to, right.to + LONGEST_LENDING);
  const isBeside = words.slice(right.to, end).some(({ folded }) => folded === 'phoi');
  return (leads.length > 0 || (hasLead && isBeside)) && !handsIn(words, place);
}

const LONGEST_LENDING = 12;

/** "cử cán bộ tham gia Tổ giúp việc, gửi danh sách trước 20/4": who hands something in has work of its own. */
function handsIn(words: readonly Word[], { right, clause }: PlacedGroup): boolean {
  for (let at = right.to; at < clause.to; at++)
    if (/[,;]/u.test(words[at]?.gap ?? '') && phraseLength(handing, words, at, clause.to) > 0) return true;
  return false;
}

/** "làm Tổ trưởng Tổ theo dõi": an appointment to press others' work; "làm Trưởng đoàn kiểm tra" is work. */
export function isSteppingBack(words: readonly Word[], at: number): boolean {
  for (const start of [at, at - 1]) {
    if (phraseLength(steppingBack, words, start) > 0) return true;
    const length = phraseLength(headingTeam, words, start);
    if (length === 0) continue;
    const end = start + length;
    for (let index = end; index < end + LONGEST_TEAM_NAME; index++) {
      if (phraseLength(watching, words, index) > 0) return true;
      if (phraseLength(actions, words, index) > 0) return false;
    }
    return true;
  }
  return false;
}

const LONGEST_TEAM_NAME = 8;
