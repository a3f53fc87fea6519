// Makes the clean clause that names the work: without the words that assign it, its units and its deadline.
import { LEAD_INS, PRONOUNS } from '../lexicon/connectors.ts';
import type { NormalizedText } from '../normalize.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Range } from './ranges.ts';
import { RangeSet, within } from './ranges.ts';

const leadIns = new Phrases([[true, [...LEAD_INS, ...PRONOUNS]]]);
const assigning = new Phrases([
  [
    true,
    [
      'giao',
      'giao việc',
      'phân công',
      'chỉ đạo',
      'yêu cầu',
      'đề nghị',
      'kết luận',
      'nhiệm vụ của',
      'trách nhiệm của',
    ],
  ],
]);
const topicOpeners = new Phrases<'about' | 'regarding'>([
  ['about', ['về', 'về việc', 'v/v']],
  [
    'regarding',
    ['đối với', 'liên quan', 'liên quan đến', 'riêng', 'riêng đối với', 'nội dung', 'nhiệm vụ', 'việc'],
  ],
]);
const backgroundOpeners = new Phrases([
  [
    true,
    [
      'trên cơ sở',
      'căn cứ',
      'để',
      'nhằm',
      'thực hiện',
      'sau khi',
      'theo',
      'triển khai',
      'tiếp theo',
      'ngày',
      'qua',
      'sau',
      'như',
      'tại',
      'từ',
      'do',
      'vì',
      'nhằm',
      'thay vì',
      'không',
    ],
  ],
]);
const PEOPLE: ReadonlySet<Mention['kind']> = new Set(['leadership', 'person', 'deputy']);

/** A card shows a clause, not a chapter. */
const LONGEST_CONTENT = 2_000;

/** The words of [from, to) without the ranges left out, as one line. */
export function keptText(
  text: NormalizedText,
  words: readonly Word[],
  range: Range,
  leftOut: readonly Range[],
): string {
  const gone = new RangeSet(leftOut);
  let kept = '';
  let previous = -1;
  for (let at = range.from; at < range.to && kept.length < LONGEST_CONTENT; at++) {
    const word = words[at];
    if (word === undefined || gone.endOf(at) !== null) continue;
    if (previous === -1) kept += openingOf(word.gap);
    else if (previous === at - 1) kept += word.gap;
    else kept += ` ${joining(words, previous + 1, at)}`;
    kept += word.written;
    previous = at;
  }
  const last = words[previous];
  if (last !== undefined)
    kept += closingOf(text.text.slice(last.end, words[previous + 1]?.start ?? text.text.length));
  return tidy(kept);
}

/** An opening bracket or quotation mark belongs to the word after it, a closing one to the word before. */
const openingOf = (gap: string): string => /["(]+$/u.exec(gap)?.[0] ?? '';
const closingOf = (gap: string): string => /^[")%]+/u.exec(gap)?.[0] ?? '';

/** The mark that joins two kept parts: the last comma or semicolon between them. */
function joining(words: readonly Word[], from: number, to: number): string {
  const gap = words[to]?.gap ?? '';
  const mark = /[,;:]/u.exec(gap)?.[0] ?? /[,;]/u.exec(words[from]?.gap ?? '')?.[0] ?? '';
  return `${mark === '' ? '' : `${mark} `}${openingOf(gap)}`;
}

/** Words that end or begin a stretch cut out of a sentence and say nothing there; sought only where their first or last words stand. */
const IDLE_ENDS: readonly { readonly lastWords: ReadonlySet<string>; readonly pattern: RegExp }[] = [
  {
    lastWords: new Set('xong nhé nha nhá ạ luôn thì với anh chị em mình a c e'.split(' ')),
    pattern:
      /(?:(?:^|[\s,]+)(?:xong|nhé|nha|nhá|ạ|luôn|thì|với|(?:giúp|cho|giùm|hộ) (?:anh|chị|em|mình|a|c|e)))+$/iu,
  },
  {
    lastWords: new Set('và thời đó để vào trong trước được phải cần'.split(' ')),
    pattern: /(?:^|\s)(?:và|đồng thời|sau đó|để|vào|trong|trước|được|phải|cần)$/u,
  },
  {
    lastWords: new Set('trình ký gửi nộp cáo đấu đi kỳ'.split(' ')),
    pattern: /,\s*(?:trình|trình ký|gửi|nộp|báo cáo|phấn đấu|đi|định kỳ)$/u,
  },
];
const IDLE_BEGINNING = {
  firstWords: new Set('và đồng sau rồi thì nhé là để tiếp còn trong'.split(' ')),
  pattern: /^(?:và|đồng thời|sau đó|rồi|thì|nhé|là|để|tiếp đó|còn|trong việc)\s+/u,
};

function tidy(text: string): string {
  let tidied = isPlain(text) ? text : withoutMarks(text);
  // "lên dự toán giúp anh, gửi": what stands before an idle end may be idle itself.
  for (let before = ''; before !== tidied;) {
    before = tidied;
    for (const { lastWords, pattern } of IDLE_ENDS)
      if (lastWords.has(lastWordOf(tidied).toLowerCase())) tidied = tidied.replace(pattern, '');
  }
  if (IDLE_BEGINNING.firstWords.has(firstWordOf(tidied))) tidied = tidied.replace(IDLE_BEGINNING.pattern, '');
  return tidied.replace(/[\s,;:]+$/u, '').trim();
}

/** True where there is nothing for {@link withoutMarks} to do: words with single spaces and quiet marks between them. */
const isPlain = (text: string): boolean =>
  !/[*_()]|\s[\s,;:.)]|[^\S ]|[,;:]\s?[,;:]/u.test(text) && !/^[\s,;:.\-–+*/]|[\s,;:.\-–+*/]$/u.test(text);

/** Leftover markdown, brackets that hold nothing or do not close, and marks that have lost the words beside them. */
const withoutMarks = (text: string): string =>
  text
    .replace(/[*_]+/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\(\s*[,;:]?\s*\)/gu, '')
    .replace(/\s*\([^()]*$/u, '')
    .replace(/\s+([,;:.)])/gu, '$1')
    .replace(/\(\s+/gu, '(')
    .replace(/[,;:](?:\s*[,;:])+/gu, ',')
    .replace(/^[\s,;:.\-–+)*/]+/u, '')
    .replace(/[\s,;:.\-–+(*/]+$/u, '');

const lastWordOf = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf(',')) + 1);
const firstWordOf = (text: string): string => {
  const space = text.indexOf(' ');
  return space === -1 ? text : text.slice(0, space);
};

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands before the unit, when it names what the work is about; "" where it is background, or nothing. */
export function topicOf(
  text: NormalizedText,
  words: readonly Word[],
  mentions: readonly Mention[],
  head: Range,
  leftOut: readonly Range[],
): string {
  let { from, to } = head;
  for (
    let length = phraseLength(leadIns, words, from, to);
    length > 0;
    length = phraseLength(leadIns, words, from, to)
  )
    from += length;
  while (from < to && words[from]?.gap.endsWith('@') === true) from++;
  // "Giám đốc Sở yêu cầu …", "Sở Nội vụ đề nghị …": who assigns is not what the work is about.
  const assigner = within(mentions, head).at(-1);
  const gap = words[to]?.gap ?? '.';
  const isPerson = assigner !== undefined && PEOPLE.has(assigner.kind);
  if (assigner?.to === to && (isJoinedBySpace(gap) || (isPerson && gap.includes(':')))) to = assigner.from;
  // "Sếp chỉ đạo: …", but not "tham gia Ban Chỉ đạo, …"
  const order = phraseStart(assigning, words, to, from);
  if (order === from || words[order]?.isCapitalized !== true) to = order;
  if (to <= from) return '';
  if (
    phraseLength(backgroundOpeners, words, from, to) > 0 &&
    phraseLength(topicOpeners, words, from, to) === 0
  )
    return '';
  // "Giao nhiệm vụ này cho Phòng A"
  return keptText(text, words, { from: from + phraseLength(assigning, words, from, to), to }, leftOut);
}

/**
 * Joins what the work is about and what is to be done.
 *
 * @param isTopicWork true where the topic is itself an order: "Xây dựng báo cáo: Phòng A thực hiện"
 */
export function contentOf(topic: string, work: string, heading: string, isTopicWork: boolean): string {
  const about = topic !== '' ? topic : needsHeading(work) ? heading : '';
  if (work === '') return capitalized(withoutOpener(about));
  if (about === '') return capitalized(work);
  const subject = withoutOpener(about).replace(COMMON_NOUN, (noun) => noun.toLowerCase());
  if (isTopicWork && topic !== '')
    return capitalized(
      /^(?:thực hiện|làm|triển khai)$/iu.test(work) ? subject : `${subject}, ${lowerFirst(work)}`,
    );
  const isBareVerb =
    work.split(' ').length <= 3 && !subject.includes(' yêu cầu ') && !subject.includes(' đề nghị ');
  return isBareVerb ? capitalized(`${work} ${subject}`) : `${capitalized(subject)}: ${lowerFirst(work)}`;
}

/** Capital only because a sentence began with it; "Đề án" and "Quy chế" keep theirs. */
const COMMON_NOUN = /^(?:Việc|Nội dung|Nhiệm vụ|Công tác|Công việc|Vấn đề|Các|Những)(?!\p{L})/u;

const LONGEST_UNCLEAR_WORK_IN_WORDS = 4;

/** "tham mưu" and "rà soát các nội dung liên quan" say nothing without their heading. */
function needsHeading(work: string): boolean {
  if (work.split(' ').length <= LONGEST_UNCLEAR_WORK_IN_WORDS) return true;
  return /(?:nội dung|nhiệm vụ|việc|vấn đề|công việc) (?:này|trên|nêu trên|liên quan)/iu.test(work);
}

const withoutOpener = (topic: string): string =>
  topic.replace(
    /^(?:về việc|về|đối với việc|đối với nội dung|đối với|v\/v|liên quan đến|liên quan)\s+/iu,
    '',
  );

/** A name or an abbreviation keeps its capital. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
