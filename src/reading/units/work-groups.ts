// Teams and sections that no registry lists: "Tổ công tác ứng phó sự cố", "bộ phận văn thư", "lực lượng chức năng".
// Their names are common words, often without a capital, so that only the place in the sentence tells whether they act.
import { ACTION_VERBS, MODALS, PAST_MARKERS } from '../lexicon/action-verbs.ts';
import { ASSIGNING } from '../lexicon/charging.ts';
import { COORDINATING, SUPPORTING } from '../lexicon/helping.ts';
import { LEADING } from '../lexicon/roles.ts';
import { NOT_WORK_GROUPS, NOUNS_IN_NAMES, STAFF, WORK_GROUPS } from '../lexicon/work-groups.ts';
import { LoosePhrases, Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';

const groups = new LoosePhrases(WORK_GROUPS);
const staff = new LoosePhrases(STAFF);
const others = new Phrases([[true, NOT_WORK_GROUPS]]);
const predicates = new Phrases([
  [true, [...ACTION_VERBS, ...MODALS, ...PAST_MARKERS, ...LEADING, ...SUPPORTING, ...COORDINATING]],
]);
const nouns = new Phrases([[true, NOUNS_IN_NAMES]]);
const introductions = new Phrases([[true, [...ASSIGNING, ...COORDINATING]]]);

/** Words that end a name: they lead into the next part of the sentence. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'để nhằm trong trước sau với cho tại từ đến tới do bởi khi nếu và hoặc các những này đó trên như nhé ạ thì mà vào ngày hạn gồm'.split(
    ' ',
  ),
);

const LONGEST_PURPOSE = 12;

/** First words of work groups. */
export const workGroupStarts = (): string[] => [...groups.firstWords(), ...staff.firstWords()];

/** The work group or person of a function at word `at`; null where none is named there, or only a common word. */
export function workGroupAt(words: readonly Word[], at: number): Mention | null {
  const first = words[at];
  const whole = staff.length(words, at);
  const head = groups.length(words, at);
  if (first === undefined || whole + head === 0 || phraseLength(others, words, at) > 0) return null;
  if (!first.isCapitalized && !isIntroduced(words, at)) return null;
  const to = whole >= head ? at + whole : purposeEnd(words, at + head, head === 1);
  if (isBeingFormed(words, at)) return null;
  // "Tổ" and "đội" alone name nobody.
  if (whole === 0 && to - at < 2) return null;
  return mentionOf(words, { kind: 'outside', code: null, from: at, to, certainty: 'ask', isTopicLike: true });
}

/** True at the start of a line, and after the words that charge somebody. */
const isIntroduced = (words: readonly Word[], at: number): boolean =>
  at === 0 ||
  /[\n.:;]/u.test(words[at]?.gap ?? '') ||
  phraseStart(introductions, words, at, Math.max(0, at - 6)) < at;

/** "thành lập Tổ công tác …": what is still to be formed takes no part in it. */
const isBeingFormed = (words: readonly Word[], at: number): boolean =>
  FORMED.has(`${words[at - 2]?.lower ?? ''} ${words[at - 1]?.lower ?? ''}`) ||
  (words[at - 1]?.lower === 'lập' && words[at - 2]?.lower !== 'độc');

const FORMED: ReadonlySet<string> = new Set([
  'thành lập',
  'kiện toàn',
  'giải thể',
  'ra mắt',
  'củng cố',
  'sắp xếp',
]);

/** What the group is for: up to the verb that says what it is to do. A verb right after a bare "Tổ" is its purpose. */
function purposeEnd(words: readonly Word[], from: number, isBare: boolean): number {
  let end = from;
  if (isBare) end += phraseLength(predicates, words, from);
  while (end < words.length && end - from < LONGEST_PURPOSE) {
    const word = words[end];
    if (word === undefined || !(isJoinedBySpace(word.gap) || word.gap === '&')) break;
    const noun = phraseLength(nouns, words, end);
    if (noun === 0 && (FUNCTION_WORDS.has(word.lower) || phraseLength(predicates, words, end) > 0)) break;
    end += Math.max(1, noun);
  }
  return end;
}
