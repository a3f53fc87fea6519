// Days of the week: "thứ Sáu", "thứ 6", "T6", "t6", "chủ nhật", "CN". Ordinals are not: "lần thứ 5", "Thứ hai, …".
import type { Weekday } from '../../domain/local-time.ts';
import { NOT_WHICH_ONE, WEEKDAY_NUMBERS, WHICH_ONE } from '../lexicon/time-words.ts';
import type { Family, MomentExpression } from './expression.ts';
import { weekdayMoment } from './make-expression.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

/** Before "thứ N": what is counted. */
const COUNTED = phraseSet(`
  lần, kỳ họp, khóa, khoá, tuần, tuần lễ, tháng, quý, năm, buổi, phiên, phiên họp, đợt, bên, người, hàng, điểm, mục, ý,
  nội dung, phần, loại, cấp, hạng, bản, tập, vòng, giai đoạn, bước, nhóm, tốp, câu, dòng, trang, chương, lớp, con, đứa, tầng, khối,
  vấn đề, xếp, đứng, vị trí, xếp vị trí, giải, gói thầu, dự án, lượt, việc, nhiệm vụ, đơn vị, kỳ, hội nghị, cuộc họp, văn bản, đại hội
`);

/** Before "CN": the technology department, a certificate, an engineer's degree, not Sunday. */
const BEFORE_TECHNOLOGY = phraseSet(
  'phòng, p, quản lý, ql, và, kh &, công nghiệp, cụm, khu, ngành, ban, bộ, sở, số, cử nhân',
);

export const weekdays: Family = {
  read: (tokens, i) => weekday(tokens, i),
  heads: ['thứ', 't', 'cn', 'chủ', 'chúa'],
  afterNumber: null,
};

export function weekday(tokens: Tokens, i: number): MomentExpression | null {
  const found = sunday(tokens, i) ?? spelledOut(tokens, i) ?? abbreviated(tokens, i);
  return found && weekdayMoment(i, skipNext(tokens, found.to), found.weekday);
}

/** "thứ Sáu này", "thứ Sáu tới" mean what "thứ Sáu" means. */
function skipNext(tokens: Tokens, i: number): number {
  const which = tokens.is(i, 'này', 'tới', 'sau', 'kế') ? WHICH_ONE.at(tokens, i) : null;
  const isTime = tokens.isNumber(i + 1) || (tokens.is(i, 'sau') && tokens.is(i + 1, 'giờ'));
  return which !== null && which.value <= 1 && NOT_WHICH_ONE.at(tokens, i) === null && !isTime ? which.to : i;
}

interface Found {
  readonly to: number;
  readonly weekday: Weekday;
}

function sunday(tokens: Tokens, i: number): Found | null {
  if (tokens.is(i, 'chủ', 'chúa') && tokens.is(i + 1, 'nhật', 'nhựt')) return { to: i + 2, weekday: 7 };
  if (tokens.at(i)?.text !== 'cn' || (tokens.isGlued(i + 1) && !tokens.isMark(i + 1, '),.;:!?'))) return null;
  const isCode = tokens.isGlued(i) && !tokens.isMark(i - 1, '(');
  return isCode || BEFORE_TECHNOLOGY.before(tokens, i) !== null || tokens.isMark(i - 1, '&')
    ? null
    : { to: i + 1, weekday: 7 };
}

function spelledOut(tokens: Tokens, i: number): Found | null {
  if (!tokens.couldBe(i, 'thứ') || (tokens.isGlued(i) && tokens.at(i - 1)?.kind !== 'mark')) return null;
  const isFigure = tokens.isNumber(i + 1) && tokens.size(i + 1) === 1;
  // "thư 6" is a slip for "thứ 6"; "thư hai" is more likely a letter.
  if (!isFigure && !tokens.is(i, 'thứ')) return null;
  const number = isFigure ? tokens.value(i + 1) : WEEKDAY_NUMBERS.at(tokens, i + 1)?.value;
  if (number === undefined || number < 2 || number > 7) return null;
  if (isFigure && tokens.isGlued(i + 2) && !tokens.isMark(i + 2, ',.;:!?)"-')) return null;
  if (COUNTED.before(tokens, i) !== null || (tokens.isMark(i + 2, ',:') && tokens.isEnumeration)) return null;
  return { to: i + 2, weekday: (number - 1) as Weekday };
}

function abbreviated(tokens: Tokens, i: number): Found | null {
  const token = tokens.at(i);
  if (token?.text !== 't' || (tokens.isGlued(i) && !tokens.isMark(i - 1, '(,-'))) return null;
  const at = tokens.isMark(i + 1, '.') && tokens.isGlued(i + 1) ? i + 2 : i + 1;
  const number = tokens.value(at);
  if (!tokens.isGlued(at) || tokens.size(at) !== 1 || !(number >= 2 && number <= 7)) return null;
  if (tokens.isGlued(at + 1) && !tokens.isMark(at + 1, ',.;:!?)')) return null;
  // "ngày 20 t4" and "t4 năm 2025" name April.
  return tokens.is(at + 1, 'năm') ? null : { to: at + 1, weekday: (number - 1) as Weekday };
}
