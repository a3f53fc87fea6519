// What closes a document: the paragraph to everyone behind the last item of a list, which is about the whole list, and
// what the document says of itself.
import type { Word } from '../words/word.ts';
import type { Block } from './blocks.ts';
import { firstFrom } from './ranges.ts';
import type { Source } from './reading.ts';
import { rangeOf } from './reading.ts';
import { endOfSending, isClosing } from './sentence-forms.ts';
import type { Sentence } from './sentences.ts';

/** "Đề nghị Trưởng các phòng …", "Yêu cầu các đơn vị …": so far into the sentence may its addressee stand. */
const WORDS_BEFORE_ADDRESSEE = 3;

/** Blocks as they were, but closing paragraphs to everyone stand under nothing. */
export function withClosingApart(source: Source, blocks: readonly Block[]): readonly Block[] {
  const lastMarked = blocks.findLastIndex(({ marker }) => marker !== null);
  if (lastMarked < 0) return blocks;
  return blocks.map((block, index) => {
    const isBehindList = index > lastMarked && block.parent?.marker != null;
    return isBehindList && speaksToAll(source, block) ? { ...block, parent: null, path: [] } : block;
  });
}

function speaksToAll({ words, mentions }: Source, { start, end }: Block): boolean {
  const { from, to } = rangeOf(words, start, end);
  const first = mentions[firstFrom(mentions, from)];
  return first?.kind === 'all' && first.from < to && first.from - from <= WORDS_BEFORE_ADDRESSEE;
}

/** "Văn phòng Sở thông báo để các phòng biết, thực hiện; …": what follows the formula; null where nothing does. */
export function withoutClosing(words: readonly Word[], sentence: Sentence): Sentence | null {
  const [head = sentence, ...rest] = sentence.clauses;
  const [next] = rest;
  const sent = endOfSending(words, head);
  if (sent !== null && sent < head.to)
    return { ...sentence, from: sent, clauses: [{ from: sent, to: head.to }, ...rest] };
  if (sent === null && !isClosing(words, next === undefined ? sentence : head)) return sentence;
  return next === undefined ? null : { ...sentence, from: next.from, clauses: rest };
}
