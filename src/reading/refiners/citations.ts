// Numbers and dates that belong to something else: cited documents, quantities, versions, addresses.
import { Cue } from '../lexicon/deadline-cues.ts';
import {
  COUNTED_THINGS,
  COUNTING,
  DOCUMENT_KINDS,
  NUMBERED_THINGS,
  PRODUCING,
  REFERRING,
} from '../lexicon/look-alike-words.ts';
import { DONE_MARKERS } from '../lexicon/work-words.ts';
import type { NumberedDay } from '../recognizers/expression.ts';
import type { PhraseMatch } from '../recognizers/phrases.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import type { Candidate } from './candidate.ts';

const numberedDay = ({ expression }: Candidate): NumberedDay | null => {
  const named = expression.kind === 'range' ? expression.last : expression;
  return named.kind === 'moment' && named.day?.kind === 'numbered' ? named.day : null;
};

const FARTHEST_SYMBOL_IN_TOKENS = 14;

/**
 * "Kế hoạch số 51/KH-UBND ngày 07/3/2025", "Nghị quyết số 57-NQ/TW của Bộ Chính trị ngày 22/12/2024", "Biên bản làm việc
 * ngày 26/3": the date is the document's.
 */
export function isCitation(candidate: Candidate): boolean {
  if (
    candidate.expression.kind === 'duration' ||
    candidate.isBinding ||
    candidate.has(Cue.upto | Cue.within | Cue.at) ||
    // "… Thông báo số 19/TB-SXD từ ngày 28/11 đến ngày 19/12": a document bears a day, not a stretch.
    (candidate.expression.kind === 'range' && candidate.has(Cue.from))
  )
    return false;
  return (
    followsSymbol(candidate) ||
    (mayDateDocument(candidate) && followsDocument(candidate)) ||
    isSigningDate(candidate)
  );
}

/** Documents bear days, not hours; no one names their day "chiều mai"; "Tiếp nhận hồ sơ từ ngày 10/4 …" takes papers. */
const mayDateDocument = ({ tokens, expression, clauseFrom }: Candidate): boolean =>
  expression.kind === 'moment'
    ? expression.clock === null &&
      !tokens.is(expression.from, 'trong') &&
      !(expression.day?.kind === 'relative' && expression.day.days > 0)
    : expression.kind !== 'range' || !tokens.is(clauseFrom, 'tiếp', 'nhận', 'thu');

/** A document's number and symbol directly before, or before "của …" without a verb of work between. */
function followsSymbol({ text, tokens, cuesFrom, clauseFrom, expression }: Candidate): boolean {
  const farthest = Math.max(clauseFrom, cuesFrom - FARTHEST_SYMBOL_IN_TOKENS);
  for (let i = cuesFrom - 1; i >= farthest; i--) {
    if (isInSymbol(tokens, i)) return text.landmarkBefore(cuesFrom, i)?.kind !== 'work';
    if (!tokens.isMark(i, ',;:')) continue;
    // "Kết luận số 12-KL/TW, ngày 20/6/2025 của Bộ Chính trị"
    const isApposition =
      i === cuesFrom - 1 && isInSymbol(tokens, i - 1) && isSaidOfDocument(tokens, expression.to);
    if (!isApposition) return false;
  }
  return false;
}

const isSaidOfDocument = (tokens: Tokens, i: number): boolean =>
  tokens.is(i, 'của', 'về') || tokens.isMark(i, ',);');

/** "51/KH-UBND", "57-NQ/TW", "09/2024/TT-BKHCN": a figure and letters glued with a slash or dash. */
function isInSymbol(tokens: Tokens, i: number): boolean {
  if (
    !tokens.isGlued(i) ||
    tokens.at(i)?.kind !== 'word' ||
    !tokens.isMark(i - 1, '/-') ||
    tokens.is(i, 'km')
  )
    return false;
  for (let at = i - 1; at > i - 12 && at >= 0; at--) {
    // "đoạn Km3-Km5"
    if (tokens.isNumber(at)) return tokens.wordAt(i).text !== 'km';
    if (!tokens.isGlued(at) && !tokens.isMark(at, '/')) return false;
  }
  return false;
}

const FARTHEST_DOCUMENT_IN_TOKENS = 6;

/** "Thông báo kết luận ngày 15/3", "email ngày 28/3 của…": a kind of document just before, referred to rather than made. */
function followsDocument(candidate: Candidate): boolean {
  const { tokens, cuesFrom, clauseFrom, text, expression } = candidate;
  for (let end = cuesFrom; end > Math.max(clauseFrom, cuesFrom - FARTHEST_DOCUMENT_IN_TOKENS); end--) {
    const document = DOCUMENT_KINDS.before(tokens, end);
    if (document !== null && document.from >= clauseFrom && !isLongerWord(tokens, document)) {
      const isNumbered = tokens.is(document.to, 'số') || tokens.isNumber(document.to);
      if (isReportVerb(candidate, document.from)) return false;
      if (end < cuesFrom && !isNumbered && !isNounPhrase(candidate, document.to)) return false;
      if (
        REFERRING.before(tokens, document.from) !== null &&
        PRODUCING.before(tokens, document.from) === null
      )
        return true;
      // No paper is named by its distance from today.
      if (expression.kind === 'moment' && expression.day?.kind === 'relative') return false;
      if (isNumbered || tokens.is(expression.to, 'của', 'giữa', 'về')) return true;
      const maker = text.landmarkBefore(document.from, clauseFrom);
      const isMade = maker?.kind === 'work' && document.from - maker.to <= 3;
      return !isMade || candidate.endsByToday;
    }
    if (tokens.isMark(end - 1, ',;:()')) return false;
  }
  return false;
}

/** "đơn vị" is no "đơn". */
const isLongerWord = (tokens: Tokens, { from, to }: PhraseMatch<true>): boolean =>
  (LONGER_WORDS.at(tokens, from)?.to ?? to) > to;

const LONGER_WORDS = phraseSet(
  'đơn vị, đơn giá, đơn thuần, đơn nguyên, đơn hàng, đơn giản, điện lực, điện thoại, điện tử, điện năng, thư viện, thư ký, luật sư, luật gia, kế hoạch hóa',
);

/** "…, báo cáo 14/4", "…, báo cáo UBND tỉnh ngày 19/1": the verb, of a day to come. */
const isReportVerb = (candidate: Candidate, from: number): boolean => {
  const { tokens, expression, clauseFrom } = candidate;
  const isHead =
    from === clauseFrom ||
    tokens.isMark(from - 1, ',:-') ||
    tokens.is(from - 1, 'và', 'để', 'phải', 'sẽ', 'thì', 'rồi');
  return tokens.is(from, 'báo') && isHead && !tokens.is(expression.to, 'của') && !candidate.endsByToday;
};

/** Only words that narrow the document down stand between it and the date: "Thông báo kết luận giao ban ngày…". */
const isNounPhrase = ({ text, cuesFrom, tokens }: Candidate, from: number): boolean =>
  cuesFrom - from <= 3 &&
  text.landmarkBefore(cuesFrom, from)?.kind !== 'work' &&
  !tokens.isMark(cuesFrom - 1, ',');

/** "đã ký ngày 15/3", "được phê duyệt ngày 20/02". */
function isSigningDate(candidate: Candidate): boolean {
  const { tokens, cuesFrom } = candidate;
  const verb = PRODUCING.before(tokens, cuesFrom);
  const isDone =
    verb !== null && (DONE_MARKERS.before(tokens, verb.from) !== null || tokens.is(verb.from - 1, 'được'));
  return isDone && candidate.endsByToday;
}

/** "4/12 nhiệm vụ", "điểm 9/10", "24/7": so many of so many. */
export function isCount(candidate: Candidate): boolean {
  const { tokens, expression } = candidate;
  const day = numberedDay(candidate);
  if (day?.month == null || day.year !== null || day.isLunar || !isBareFigures(candidate)) return false;
  if (candidate.has(Cue.before | Cue.latest | Cue.label | Cue.upto) || candidate.labelFrom !== null)
    return false;
  // "trực 24/7"; but "từ 20/7 đến 24/7", "vào 24/7"
  if (day.day === 24 && day.month === 7 && candidate.cues === 0 && expression.kind === 'moment') return true;
  if (day.day > day.month) return false;
  return (
    COUNTED_THINGS.at(tokens, expression.to) !== null ||
    COUNTING.before(tokens, expression.from) !== null ||
    tokens.isMark(expression.to, '%')
  );
}

const ADDRESS_WORDS = phraseSet(
  'số, đường, mục, điều, khoản, điểm, biểu, biểu mẫu, mẫu, phụ lục, tỷ số, tỉ số, kiệt, hẻm, ngõ, tổ, thửa, lô, quốc lộ, nhà số, thắng, thua, hòa, dẫn',
);

/** "phiên bản 15.4.25", "Phụ lục 4.12", "thắng 3-1", "số nhà 12/4". */
export function isNumberOfSomething(candidate: Candidate): boolean {
  const { tokens, expression } = candidate;
  if (numberedDay(candidate) === null || !isBareFigures(candidate)) return false;
  const hasSlash = tokens.isMark(expression.from + 1, '/') || tokens.isMark(expression.to - 2, '/');
  return (hasSlash ? ADDRESS_WORDS : NUMBERED_THINGS).before(tokens, expression.from) !== null;
}

/** Without "ngày", weekday or time of day: only figures. */
const isBareFigures = ({ tokens, expression }: Candidate): boolean => tokens.isNumber(expression.from);
