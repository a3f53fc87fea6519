// The parts of a document around its body, as Nghị định 30/2020/NĐ-CP lays them out, found even where the layout was
// lost on the way.
import { isRealDate, localDate } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { BODY_OPENERS, DOCUMENT_KINDS } from '../lexicon/document-kinds.ts';
import type { NormalizedText } from '../normalize.ts';

export interface Header {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: LocalDate | null;
  readonly place: string | null;
  readonly kind: string | null;
  readonly title: string | null;
  /** Where the body begins, in the normalised text. */
  readonly bodyStart: number;
}

/** Headings are found near the top; a number further down is that of a cited document. */
const LONGEST_HEADING = 2_000;

const LETTERS = String.raw`[\p{Lu}Đ][\p{L}\d&.]*`;
/** "Số: 45/TB-SYT", "Số: /TB-SKHCN", "Số 12-TB/ĐU", "Số: ……/KH-SXD" */
const NUMBER = new RegExp(
  String.raw`(?:^|\n|\s)Số\s?:?\s?(?<number>\d{1,6}[a-zA-Z]?)?[\s.…_]{0,20}(?:(?<state>\/\s?(?:\d{4}\s?\/\s?)?(?<stateSymbol>${LETTERS}(?:\s?-\s?${LETTERS}){1,3}))|(?<party>\s?-\s?(?<partySymbol>${LETTERS}\s?\/\s?${LETTERS}(?:-${LETTERS})?)))`,
  'u',
);

const PLACE_AND_DATE =
  /(?<place>(?:(?:TP|Tp|TX)\. ?)?\p{Lu}\p{L}{0,14}(?:(?: - |[ -])\p{Lu}\p{L}{0,14}| phố){0,4}) ?, ?ngày ?(?<day>\d{1,2})? ?[.…_]{0,10} ?tháng ?(?<month>\d{1,2})? ?[.…_]{0,10} ?năm ?(?<year>\d{4})/u;

/** "Hôm nay, hồi 8 giờ 00 phút ngày 23 tháng 11 năm 2026", "Vào lúc 14h00 ngày 23/11/2026" */
const MEETING_DATE =
  /(?:[Hh]ôm nay|[Hh]ồi|[Ll]úc|[Tt]hời gian|[Bb]ắt đầu|[Ss]áng|[Cc]hiều)[^\n]{0,60}?[Nn]gày (?<day>\d{1,2})(?: tháng |\/|-)(?<month>\d{1,2})(?: năm |\/|-)(?<year>\d{4})/u;

const KIND = new RegExp(
  String.raw`(?:^|\n|\s)(?<kind>${DOCUMENT_KINDS.join('|')})(?=\p{Lu}\p{Ll}|\s|$)`,
  'u',
);
const SUBJECT = /(?:^|\n|\s)V\/v:? ?(?<title>[^\n]{3,300})/iu;
const BODY_OPENER = new RegExp(
  String.raw`(?:^|\n)(?:(?:${BODY_OPENERS.join('|')})(?=[ ,:])|(?:I|1)\. ?\p{Lu})`,
  'u',
);
/** In a text without line breaks only a date or a number opens the body for certain. */
const INLINE_BODY_OPENER =
  / (?:(?:Sáng |Chiều )?[Nn]gày \d{1,2}[/ ]|Thực hiện (?:\p{Lu}|\p{Ll}+ )|Căn cứ |Sau khi nghe |1\. ?\p{Lu})/u;
/** "Kính gửi:" with everyone the document is sent to, in one line or as a list. */
const ADDRESSEES = /(?:^|\n) ?Kính gửi ?:[^\n]*(?:\n+ ?[-+•][^\n]*)*/u;
const LONGEST_TITLE = 400;

export function headerOf({ text }: NormalizedText): Header {
  const heading = text.slice(0, LONGEST_HEADING);
  const kind = KIND.exec(heading);
  const beforeKind = kind === null ? heading : heading.slice(0, kind.index);
  const number = NUMBER.exec(beforeKind);
  // Place and date stand right above the kind; before them, in a text without lines, stands the symbol.
  const afterNumber = number === null ? 0 : number.index + number[0].length;
  const date =
    PLACE_AND_DATE.exec(heading.slice(afterNumber, afterNumber + LONGEST_TITLE)) ??
    PLACE_AND_DATE.exec(beforeKind);
  // Minutes bear no date of issue; they are as of the day of the meeting.
  const held =
    date === null && kind?.groups?.kind === 'BIÊN BẢN' ? MEETING_DATE.exec(heading.slice(kind.index)) : null;
  const symbol = number?.groups?.stateSymbol ?? number?.groups?.partySymbol ?? null;
  const { title, end } = titleOf(heading, kind, symbol !== null);
  return {
    number: number?.groups?.number ?? null,
    symbol: symbol?.replace(/\s/gu, '') ?? null,
    issuedOn: dateFrom(date ?? held),
    place: date?.groups?.place ?? null,
    kind: kind?.groups?.kind ?? null,
    title,
    bodyStart: Math.max(
      end,
      endOf(number),
      endOf(ADDRESSEES.exec(heading)),
      date !== null && title === null ? heading.indexOf(date[0]) + date[0].length : 0,
    ),
  };
}

const endOf = (match: RegExpExecArray | null): number => (match === null ? 0 : match.index + match[0].length);

function dateFrom(match: RegExpExecArray | null): LocalDate | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    Number(match?.groups?.[part] ?? Number.NaN),
  );
  if (year === undefined || month === undefined || day === undefined) return null;
  return isRealDate(year, month, day) ? localDate(year, month, day) : null;
}

/** The lines after the kind, up to the body; a letter has its subject instead ("V/v …"). */
function titleOf(
  heading: string,
  kind: RegExpExecArray | null,
  hasSymbol: boolean,
): { title: string | null; end: number } {
  if (kind === null) {
    const subject = hasSymbol ? SUBJECT.exec(heading) : null;
    return { title: subject?.groups?.title?.trim() ?? null, end: endOf(subject) };
  }
  const start = kind.index + kind[0].length;
  const rest = heading.slice(start, start + LONGEST_TITLE);
  const text = rest.trimStart();
  const offset = start + rest.length - text.length;
  const paragraph = text.indexOf('\n\n');
  const opener = (text.includes('\n') ? BODY_OPENER : INLINE_BODY_OPENER).exec(text.slice(1));
  const ends = [paragraph, opener === null ? -1 : opener.index + 1].filter((at) => at > 0);
  const length = ends.length === 0 ? Math.max(text.indexOf('\n'), 0) : Math.min(...ends);
  const title = text
    .slice(0, length)
    .replace(/\s+/gu, ' ')
    .replace(/^V\/v:? /iu, '')
    .replace(/[\s.:-]+$/u, '');
  return { title: title === '' ? null : title, end: offset + length };
}
