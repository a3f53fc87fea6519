// Parts of a document that tell what was: the addressees, the attendance, the assessment, the discussion.
import { SAYING } from '../lexicon/notice-phrases.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Block } from './blocks.ts';
import { firstFrom, within } from './ranges.ts';
import type { Source } from './reading.ts';
import { rangeOf } from './reading.ts';
import { isConclusionHeading, isReportHeading, isSpeechHeading, listsAttendance } from './sentence-forms.ts';

const LONGEST_TITLE_IN_WORDS = 14;
/** "Đồng chí Trần Văn A, Trưởng phòng Kế hoạch - Tài chính: …" */
const LONGEST_SPEAKER = 20;

const saying = new Phrases([[true, SAYING]]);

export interface Told {
  /** Only what is charged in so many words ("giao", "đề nghị") is an order here. */
  readonly told: ReadonlySet<Block>;
  /** People speak for themselves here, and order nothing. */
  readonly spoken: ReadonlySet<Block>;
}

/**
 * The blocks under "Đánh giá chung", "Thành phần", and under "Nội dung" where "Kết luận" follows; those under "Ý kiến phát
 * biểu", and lines in front of the conclusion that begin with who speaks.
 */
export function toldBlocks(source: Source, blocks: readonly Block[]): Told {
  const told = new Set<Block>();
  const spoken = new Set<Block>();
  const conclusions = blocks.filter((block) => isConclusion(source, block));
  const concluded = new Set(conclusions.map(({ parent }) => parent));
  const lastConclusion = conclusions.at(-1);
  for (const block of blocks) {
    const isUnder = (set: ReadonlySet<Block>): boolean => block.parent !== null && set.has(block.parent);
    if (isUnder(told) || tells(source, block, concluded)) told.add(block);
    const isBeforeConclusion = lastConclusion !== undefined && block.start < lastConclusion.start;
    if (isUnder(spoken) || opensSpeeches(source, block) || (isBeforeConclusion && speaks(source, block)))
      spoken.add(block);
  }
  return { told, spoken: new Set([...spoken].filter((block) => !isFromAbove(source, block))) };
}

function tells({ words, mentions }: Source, block: Block, concluded: ReadonlySet<Block | null>): boolean {
  const range = rangeOf(words, block.start, block.end);
  if (listsAttendance(words, range)) return true;
  if (block.marker === null) return false;
  const isTitle = range.to - range.from <= LONGEST_TITLE_IN_WORDS && within(mentions, range).length === 0;
  if (!isTitle) return false;
  const isDiscussion = words[range.from]?.lower === 'nội' && words[range.from + 1]?.lower === 'dung';
  return isReportHeading(words, range) || (isDiscussion && concluded.has(block.parent));
}

function opensSpeeches({ words }: Source, { marker, start, end }: Block): boolean {
  if (marker === null) return false;
  const range = rangeOf(words, start, end);
  const isTitle =
    range.to - range.from <= LONGEST_TITLE_IN_WORDS &&
    // "1. Ý kiến tham gia gửi về Văn phòng Sở trước ngày 15/10" is an order.
    words.slice(range.from, range.to).every(({ written }) => !/^\d/u.test(written));
  return isTitle && isSpeechHeading(words, range);
}

/** "Bà Trần Thị B, Chánh Văn phòng: đề nghị các phòng …": who speaks stands first. */
function speaks({ words, mentions }: Source, { marker, start, end }: Block): boolean {
  if (marker === null) return false;
  const { from, to } = rangeOf(words, start, end);
  const first = mentions[firstFrom(mentions, from)];
  if (first === undefined || first.from > from + 1 || !NAMED.has(first.kind)) return false;
  for (let at = first.to; at < Math.min(to, from + LONGEST_SPEAKER); at++) {
    if (phraseLength(saying, words, at, to) > 0 || words[at]?.gap.includes(':') === true) return true;
    if (/[.;]/u.test(words[at]?.gap ?? '')) return false;
  }
  return false;
}

const NAMED: ReadonlySet<string> = new Set(['person', 'unit', 'outside']);

/** What the director or a deputy says is no wish. */
function isFromAbove({ words, mentions }: Source, { start, end }: Block): boolean {
  const range = rangeOf(words, start, end);
  const [first] = within(mentions, range);
  return first?.kind === 'leadership' || first?.kind === 'deputy';
}

const isConclusion = ({ words }: Source, { marker, start, end }: Block): boolean =>
  marker !== null && isConclusionHeading(words, rangeOf(words, start, end));
