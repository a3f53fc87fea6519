// Days by their names: "Quốc khánh", "Giỗ Tổ", "Tết", "rằm tháng Giêng", "lễ".
import { MONTH_NAMES, NAMED_DAYS } from '../lexicon/time-words.ts';
import type { Family, MomentExpression } from './expression.ts';
import { dayMoment } from './make-expression.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

/** Before or after "lễ": a ceremony, manners, a plain word. */
const CEREMONY = phraseSet(
  'tổ chức, buổi, dự, làm, hành, nghi, thủ tục, phục vụ, đại, tuần, chuẩn bị, sau buổi, các, phát, chương trình',
);
const AFTER_CEREMONY = phraseSet(
  'ký, ra mắt, khai, khởi công, khởi động, bế, công bố, trao, phát động, hội, tân, phép, khánh thành, kỷ niệm, tổng kết, tuyên dương, tốt nghiệp, trưởng thành, dâng hương, dâng hoa, thắp nến, cầu an, mít tinh, xuất quân, sơ kết, trồng cây, gia nhập, phong, rước, truy, viếng, động thổ, giao, đón, tang, mừng, cưới, ra quân, tri ân, vinh danh, kết nạp, chào cờ, bàn giao, giỗ',
);

/** "30 Tết" begins with a number. */
export const namedDays: Family = { read: namedDay, heads: NAMED_DAYS.openings(), afterNumber: ['tết'] };

function namedDay(tokens: Tokens, i: number): MomentExpression | null {
  const first = NAMED_DAYS.at(tokens, i);
  if (first === null) return null;
  // "dịp lễ Quốc khánh": the holiday's own name says which break it is.
  const inner = first.to - i > 1 ? NAMED_DAYS.at(tokens, first.to - 1) : null;
  const found =
    (first.value.kind === 'break' ? NAMED_DAYS.at(tokens, first.to) : null) ??
    // "kỳ nghỉ Tết Dương lịch"
    (inner !== null && inner.to > first.to ? inner : first);
  if (isCeremony(tokens, i, found.to)) return null;
  const { value } = found;
  const { name } = value;
  const month = value.kind === 'lunar' && value.month === null ? monthAt(tokens, found.to) : null;
  if (month !== null && value.kind === 'lunar')
    return dayMoment(i, month.to, { kind: 'named', name, which: { ...value, month: month.value } });
  return dayMoment(i, found.to, { kind: 'named', name, which: value });
}

/** "tháng Ba", "tháng 3" after "rằm". */
function monthAt(tokens: Tokens, i: number): { to: number; value: number } | null {
  if (!tokens.couldBe(i, 'tháng')) return null;
  const value = tokens.value(i + 1);
  if (value >= 1 && value <= MONTHS_IN_YEAR) return { to: i + 2, value };
  const name = MONTH_NAMES.at(tokens, i + 1);
  return name && { to: name.to, value: name.value.month };
}

const MONTHS_IN_YEAR = 12;

function isCeremony(tokens: Tokens, from: number, to: number): boolean {
  if (!tokens.is(to - 1, 'lễ')) return false;
  if (AFTER_CEREMONY.at(tokens, to) !== null) return true;
  return to === from + 1 && (CEREMONY.before(tokens, from) !== null || isNameOfCeremony(tokens, from));
}

/**
 * "Lễ thông xe cầu Cửa Đại": a sentence that begins with a capital "Lễ" and goes on with any word names a ceremony; the
 * holiday is followed by what is said of it.
 */
const isNameOfCeremony = (tokens: Tokens, i: number): boolean =>
  tokens.isCapital(i) &&
  tokens.at(i + 1)?.kind === 'word' &&
  !tokens.isNumber(i + 1) &&
  !tokens.isCapital(i + 1) &&
  SAID_OF_HOLIDAY.at(tokens, i + 1) === null;

const SAID_OF_HOLIDAY = phraseSet(
  'này, tới, năm, nay, sắp, thì, là, xong, và, hay, nhé, nha, anh, chị, em, mọi người, cả, các, phòng, nghỉ, trực, ai, có, không, được, phải',
);
