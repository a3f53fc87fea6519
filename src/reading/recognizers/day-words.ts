// Days and parts of days by their words: "hôm nay", "sáng mai", "chiều nay", "cuối giờ", "ngày mốt", EOD; and the past
// and vague words that must not be read as parts of them ("hôm kia", "mai mốt").
import { HONORIFICS } from '../lexicon/titles.ts';
import {
  BEFORE_NOT_A_PART,
  DAY_WORDS,
  NOT_PARTS_OF_DAY,
  PARTS_OF_DAY,
  PAST_OR_VAGUE,
} from '../lexicon/time-words.ts';
import type { DayName, EmptyExpression, Family, MomentExpression } from './expression.ts';
import { dayMoment, emptyExpression, partMoment } from './make-expression.ts';
import type { PhraseMatch } from './phrases.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

export const pastOrVagueWords: Family = {
  read: pastOrVague,
  heads: PAST_OR_VAGUE.openings(),
  afterNumber: null,
};
export const partsOfDay: Family = {
  read: partOfDay,
  heads: PARTS_OF_DAY.openings(),
  afterNumber: null,
};
export const relativeDays: Family = {
  read: relativeDay,
  heads: ['ngày', ...DAY_WORDS.openings()],
  afterNumber: null,
};

const TODAY: DayName = { kind: 'relative', days: 0 };

const ADDRESSES = phraseSet(HONORIFICS.join(', '));

function pastOrVague(tokens: Tokens, i: number): EmptyExpression | null {
  const found = PAST_OR_VAGUE.at(tokens, i);
  if (found === null || (found.value === 'past' && isLengthBefore(tokens, found))) return null;
  // "phu luc truoc 15/4": an annex, before the date.
  if (tokens.at(i)?.text === 'luc' && tokens.is(i - 1, 'phụ')) return null;
  // Without diacritics "toi nay" is tonight unless it ends "từ … tới nay".
  if (tokens.at(i)?.text === 'toi' && found.to === i + 2 && !tokens.is(i - 1, 'cho')) return null;
  return emptyExpression(found.value, i, found.to);
}

const NAMED_BY_PERIOD = phraseSet(
  'báo cáo, kế hoạch, lịch, chương trình, sổ, bảng, phiếu, biểu, hằng, hàng, mỗi, từng, số liệu, họp, lương',
);

/**
 * "3 tháng trước ngày 15/4" is three months before it, "báo cáo năm trước ngày 15/12" the yearly report, "xếp loại cuối năm
 * trước ngày 15/12" at the end of the year: "trước" belongs to the date. "Tuần trước ngày 9/7" is last week.
 */
function isLengthBefore(tokens: Tokens, { from, to }: PhraseMatch<unknown>): boolean {
  if (!tokens.is(to - 1, 'trước')) return false;
  const isShort = tokens.is(
    to - 2,
    'tuần',
    'hôm',
    'bữa',
    'lần',
    'đợt',
    'kỳ',
    'khóa',
    'phiên',
    'dạo',
    'hồi',
    'lúc',
  );
  if (tokens.isNumber(from - 1) && !isShort) return true;
  const date = tokens.couldBe(to, 'ngày') ? to + 1 : to;
  if (!tokens.isNumber(date)) return false;
  const hasMonth = tokens.isMark(date + 1, '/-.') || tokens.is(date + 1, 'tháng');
  return NAMED_BY_PERIOD.before(tokens, from) !== null || (!isShort && hasMonth);
}

function partOfDay(tokens: Tokens, i: number): MomentExpression | null {
  const found = PARTS_OF_DAY.at(tokens, i);
  if (found === null || NOT_PARTS_OF_DAY.at(tokens, i) !== null) return null;
  const { to, value } = found;
  // "rà lại lần cuối ngày 16/8"
  if (value.edge === 'end' && tokens.is(i, 'cuối') && tokens.is(i - 1, 'lần', 'đợt', 'kỳ', 'vòng'))
    return null;
  if (value.edge === 'whole' && isOtherWord(tokens, i) && !tokens.is(i - 2, 'thứ')) return null;
  // "chuyển sang mai": typed without diacritics, "sang" after a verb of moving is a direction.
  if (tokens.at(i)?.text === 'sang' && tokens.is(i - 1, 'chuyển', 'lùi', 'dời', 'đổi', 'hoãn')) return null;
  if (tokens.is(to, 'nay')) {
    return partMoment(i, to + 1, value, TODAY);
  }
  return partMoment(i, to, value);
}

/** "ánh sáng", "doi chieu"; but "đợi chiều nay" may be typed so, too. */
const isOtherWord = (tokens: Tokens, i: number): boolean =>
  BEFORE_NOT_A_PART.before(tokens, i) !== null &&
  !(tokens.at(i - 1)?.text === 'doi' && tokens.is(i + 1, 'nay', 'mai'));

function relativeDay(tokens: Tokens, i: number): MomentExpression | null {
  if (isWithinTheDay(tokens, i)) return dayMoment(i, i + 1, TODAY);
  const found = DAY_WORDS.at(tokens, i);
  if (found === null || (found.to === i + 1 && !isDayWordAlone(tokens, i))) return null;
  return dayMoment(i, found.to, { kind: 'relative', days: found.value });
}

/** "trong ngày" with nothing after it: today. */
const isWithinTheDay = (tokens: Tokens, i: number): boolean =>
  tokens.is(i, 'ngày') &&
  tokens.is(i - 1, 'trong') &&
  (tokens.at(i + 1)?.kind !== 'word'
    ? !tokens.isNumber(i + 1)
    : tokens.is(i + 1, 'nhé', 'nha', 'luôn', 'ạ', 'giúp', 'cho', 'đó', 'nhe', 'hết', 'thôi'));

/** "mai", "mốt" and "hn" alone are also a name, a fashion and a city. */
function isDayWordAlone(tokens: Tokens, i: number): boolean {
  if (tokens.at(i)?.text === 'hn')
    return !tokens.is(i - 1, 'tại', 'ở', 'đi', 'tp', 'ra', 'từ', 'về', 'phố', 'ubnd');
  if (tokens.is(i, 'mốt')) return !tokens.is(i + 1, 'số') && !tokens.is(i - 1, 'mươi', 'có', 'cái');
  return !isNameMai(tokens, i);
}

function isNameMai(tokens: Tokens, i: number): boolean {
  if (
    tokens.is(i - 1, 'hoa', 'cây', 'cành', 'chậu', 'sao', 'minh', 'khóm', 'cội') ||
    tokens.is(i + 1, 'ơi', 'vàng', 'linh')
  )
    return true;
  const isWritten = tokens.isCapital(i) && !tokens.isShouted;
  if (ADDRESSES.before(tokens, i) !== null) return isWritten || !isFollowedByVerb(tokens, i + 1);
  if (!isWritten) return false;
  // "Mai Hương gửi" and "Mai Phòng KHTC gửi" both begin a sentence.
  const isFullName =
    tokens.isCapital(i + 1) && UNIT_OPENERS.at(tokens, i + 1) === null && !tokens.isNumber(i + 2);
  return isFullName || (i > 0 && tokens.at(i - 1)?.kind === 'word');
}

const UNIT_OPENERS = phraseSet(
  'phòng, văn phòng, vp, trung tâm, tt, sở, ban, chi cục, các, thanh tra, công đoàn, đoàn, p, bộ, ubnd, lãnh đạo, giám đốc, thứ, t, cả, anh, chị, em, sáng, chiều, tối, trưa, chủ nhật',
);

/** "em mai nộp", "anh mai họp": a form of address may also be the subject. */
const isFollowedByVerb = (tokens: Tokens, i: number): boolean =>
  tokens.is(i, 'nộp', 'gửi', 'trình', 'báo', 'làm', 'xong', 'họp', 'em', 'phải', 'cần', 'mới', 'sẽ');
