// Cuts a reply into words, numbers, punctuation and what is one thing though it has many signs: document numbers,
// percentages, emoji.
import type { NormalizedText } from '../normalize.ts';
import { documentNumber } from './document-numbers.ts';
import type { Mention, Word } from './wording.ts';

const PIECES = new RegExp(
  [
    String.raw`(?<link>https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{3,})`,
    String.raw`(?<doc>\d{1,6}[a-zđ]?(?:\/\d{4})?\s?[\/-]\s?\p{L}[\p{L}\d&.]*(?:\s?[\/-]\s?\p{L}[\p{L}\d&.]*)*)`,
    String.raw`(?<pct>(?:\d{1,3}\s?-\s?)?\d{1,3}(?:[.,]\d+)?\s?%)`,
    String.raw`(?<keycap>\d)\u20E3`,
    String.raw`(?<time>\d{1,2}(?:h\d{2}|[hg:]\d{2}|[hg])(?![\p{L}\d])|\d{1,2}p(?!\p{L}))`,
    String.raw`(?<figure>\d+(?:[\/.-]\d+)+|\d+)`,
    String.raw`(?<emoticon>[:=;]['-]?[)(dp3]+|\^_*\^|<3)`,
    String.raw`(?<emoji>[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Emoji_Modifier}\u200d\ufe0f]*)`,
    String.raw`(?<abbreviation>(?:đ|d|b|n|y|t|k|p|a|h|g|c)\/(?:c|v|k|h|đ|p|q|n|t|g)(?![\p{L}\/]))`,
    String.raw`(?<weekday>t[2-7](?![\p{L}\d]))`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
    String.raw`(?<mark>[^\s])`,
    String.raw`(?<line>\n)`,
  ].join('|'),
  'giu',
);

const signs = (list: string): ReadonlySet<string> => new Set(Array.from(list));

const YES = signs('👍👌🙏❤💯🫡🤝👏🙆🙋💪🆗✌🫶');
const CHECK = signs('✅☑✔');
const WAIT = signs('⏳⌛🔄🚧🕐');
const CROSS = signs('❌✖❎🚫⛔');

/** Words that may follow a task's number and a slash or hyphen: "1/xong", "2-đang làm" are no document numbers. */
const STATUS_START =
  /^\d+\s?[/-]\s?(?:xong|đang|dang|đã|da|chưa|chua|ok|hoàn|hoan|chờ|cho|xin|sắp|sap|gần|gan|không|khong|ko|done|đg|ch|xg|ht|vướng|vuong|làm|lam|trình|trinh|việc|viec|nv)(?!\p{L})/iu;

/** Marks that do the work of another. */
const PLAIN_MARKS: ReadonlyMap<string, string> = new Map([
  ['…', '.'],
  ['\n', '.'],
  ['[', '('],
  [']', ')'],
  ['|', ';'],
  ['•', '.'],
  ['→', ':'],
  ['=', ':'],
]);

/** The words of `text` as typed, in lower case, with the mentions that can be told by their signs alone. */
export function tokenizeReply(text: NormalizedText): Word[] {
  const words: Word[] = [];
  const pieces = new RegExp(PIECES);
  for (let match = pieces.exec(text.text); match !== null; match = pieces.exec(text.text)) {
    const groups = match.groups ?? {};
    let [typed] = match;
    if (groups.doc !== undefined && (STATUS_START.test(typed) || documentNumber(typed) === null)) {
      // Not a document after all: take the figure alone and go on behind it.
      typed = /^\d+(?:[/.-]\d+)*/u.exec(typed)?.[0] ?? typed;
      pieces.lastIndex = match.index + typed.length;
    }
    const start = match.index;
    const end = start + typed.length;
    const mention = mentionIn(typed, groups);
    if (mention !== undefined) words.push({ text: `<${mention.kind}>`, start, end, mention });
    else if (groups.emoticon === undefined)
      words.push({ text: plainWord(text.lower.slice(start, end)), start, end });
  }
  return words;
}

const plainWord = (typed: string): string => PLAIN_MARKS.get(typed) ?? typed;

function mentionIn(typed: string, groups: Readonly<Record<string, string | undefined>>): Mention | undefined {
  if (groups.link !== undefined) return { kind: 'link' };
  if (groups.pct !== undefined)
    return { kind: 'pct', value: Math.round(Number.parseFloat(typed.replace(',', '.'))) };
  if (groups.emoji !== undefined) return { kind: emojiKind(typed) };
  const number = groups.doc === undefined ? null : documentNumber(typed);
  return number === null ? undefined : { kind: 'doc', number };
}

const emojiKind = (typed: string): 'yes' | 'check' | 'cross' | 'wait' | 'face' => {
  const sign = String.fromCodePoint(typed.codePointAt(0) ?? 0);
  if (YES.has(sign)) return 'yes';
  if (CHECK.has(sign)) return 'check';
  if (WAIT.has(sign)) return 'wait';
  return CROSS.has(sign) ? 'cross' : 'face';
};
