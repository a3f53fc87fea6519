// "Các nhiệm vụ nêu tại Mục II", "riêng điểm 3, 4": which items of its own document a sentence speaks of.
import type { NormalizedText } from '../normalize.ts';
import type { Block } from './blocks.ts';

/** The labels that a stretch of text names ("II"; "3", "4"). */
export interface ItemReference {
  readonly labels: ReadonlySet<string>;
  /** Where the reference begins, in the normalised text. */
  readonly start: number;
}

const LABEL = String.raw`(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])(?:\.?[a-zđ])?(?![\p{L}\d/])`;
const PART = String.raw`(?:mục|phần|khoản|điểm|ý|nhiệm vụ số|việc số|nội dung số)`;
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:các |từ )?${PART} (?<labels>${LABEL}(?:\s?(?:,|;|và|đến|-)\s?(?:${PART} )?${LABEL})*)(?<after>.{0,24})`,
  'giu',
);
const ONE_LABEL = new RegExp(String.raw`(?<joint>đến|-)?\s?(?:${PART} )?(?<label>${LABEL})`, 'giu');

/** A reference followed by another document's name is to that document. */
const OTHER_DOCUMENT =
  /^\s?,?\s?(?:(?:của|trong|tại|thuộc) )?(?:kế hoạch|nghị quyết|nghị định|thông báo|thông tư|công văn|quyết định|chỉ thị|phụ lục|luật|chương trình|đề án|điều)(?! này)/iu;
const LONGEST_SPAN_OF_ITEMS = 40;

/** The references of [start, end) to items of the document itself, in order. */
export function itemReferencesIn({ text }: NormalizedText, start: number, end: number): ItemReference[] {
  const references: ItemReference[] = [];
  for (const match of text.slice(start, end).matchAll(REFERENCE)) {
    const { labels = '', after = '' } = match.groups ?? {};
    if (!OTHER_DOCUMENT.test(after))
      references.push({ labels: labelsIn(labels), start: start + match.index });
  }
  return references;
}

function labelsIn(written: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let previous = '';
  for (const { groups } of written.matchAll(ONE_LABEL)) {
    const label = groups?.label ?? '';
    const [first, last] = [Number(previous), Number(label)];
    const isSpan = groups?.joint !== undefined && first < last && last - first < LONGEST_SPAN_OF_ITEMS;
    for (let number = first + 1; isSpan && number < last; number++) labels.add(String(number));
    labels.add(label);
    previous = label;
  }
  return labels;
}

/** True where `block` is one of the items named, or stands under one. */
export function isReferredTo(block: Block, { labels }: ItemReference): boolean {
  const { path } = block;
  return path.some((part, depth) => labels.has(part) || labels.has(path.slice(0, depth + 1).join('.')));
}
