// Parts of a document that tell what was: the addressees, the attendance, the assessment, the discussion.
import type { Block } from './blocks.ts';
import { within } from './ranges.ts';
import type { Source } from './reading.ts';
import { rangeOf } from './reading.ts';
import { isConclusionHeading, isReportHeading, listsAttendance } from './sentence-forms.ts';

const LONGEST_TITLE_IN_WORDS = 14;

/**
 * The blocks in which only what is charged in so many words ("giao", "đề nghị") is an order: those under "Đánh giá
 * chung", "Thành phần", and under "Nội dung" where "Kết luận" follows.
 */
export function toldBlocks(source: Source, blocks: readonly Block[]): ReadonlySet<Block> {
  const told = new Set<Block>();
  const concluded = new Set(
    blocks.filter((block) => isConclusion(source, block)).map(({ parent }) => parent),
  );
  for (const block of blocks) {
    if ((block.parent !== null && told.has(block.parent)) || tells(source, block, concluded)) told.add(block);
  }
  return told;
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

const isConclusion = ({ words }: Source, { marker, start, end }: Block): boolean =>
  marker !== null && isConclusionHeading(words, rangeOf(words, start, end));
