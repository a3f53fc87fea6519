// Weeks: "tuần này", "đầu tuần sau", "cuối tuần", "trong tuần", "tuần 16", "tuần cuối tháng 5".
import { NOT_WHICH_ONE, WHICH_ONE } from '../lexicon/time-words.ts';
import type {
  Family,
  MomentExpression,
  PeriodExpression,
  PeriodPart,
  WeekOfMonthExpression,
} from './expression.ts';
import { periodExpression, weekMoment, weekOfMonthExpression } from './make-expression.ts';
import { countAt } from './numbers.ts';
import { period } from './period.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

const LAST_WEEK_OF_A_YEAR = 53;

export const weeks: Family = {
  read: week,
  heads: ['tuần', 'sang', 'đầu', 'giữa', 'cuối', 'eow'],
  afterNumber: null,
};

function week(tokens: Tokens, i: number): MomentExpression | WeekOfMonthExpression | null {
  if (tokens.is(i, 'sang')) return intoNextWeek(tokens, i);
  const part = partBefore(tokens, i);
  const at = part ? i + 1 : i;
  if (tokens.at(at)?.text === 'eow') return weekMoment(i, at + 1, { offset: 0, number: null, part: 'end' });
  if (!tokens.is(at, 'tuần') || (tokens.is(at + 1, 'lễ') && tokens.is(at + 2, 'quốc'))) return null;
  const name = at + 1;
  return (
    weekOfMonth(tokens, i, name) ??
    relativeWeek(tokens, i, name, part ?? 'whole') ??
    numberedWeek(tokens, i, name, part ?? 'whole') ??
    // "cuối tuần" and "trong tuần" alone mean the current week; "một tuần" and "tuần lễ" name none.
    (!tokens.is(name, 'lễ') &&
    (part !== null || (tokens.is(i - 1, 'trong', 'hết') && !tokens.is(i - 2, 'ngày', 'buổi')))
      ? weekMoment(i, name, { offset: null, number: null, part: part ?? 'whole' })
      : null)
  );
}

/** "Sang tuần nộp cũng được": the next week, where nothing is moved to it and no other one is named. */
function intoNextWeek(tokens: Tokens, i: number): MomentExpression | null {
  const name = i + 2;
  if (!tokens.is(i + 1, 'tuần') || tokens.isNumber(name) || MOVED_BEFORE.before(tokens, i) !== null)
    return null;
  const isNamed = WHICH_ONE.at(tokens, name) ?? NOT_WHICH_ONE.at(tokens, name) ?? nthAt(tokens, name);
  if (isNamed !== null || tokens.is(name, 'lễ', 'thứ', 'trăng', 'học', 'làm')) return null;
  return weekMoment(i, name, { offset: 1, number: null, part: 'whole' });
}

const MOVED_BEFORE = phraseSet('kéo dài, lùi, dời, hoãn, đổi, chuyển, đẩy, bước, qua, lấn');

function partBefore(tokens: Tokens, i: number): PeriodPart | null {
  if (!tokens.is(i + 1, 'tuần')) return null;
  if (tokens.is(i, 'đầu')) return 'start';
  if (tokens.is(i, 'giữa')) return 'middle';
  return tokens.is(i, 'cuối') ? 'end' : null;
}

function relativeWeek(tokens: Tokens, i: number, name: number, part: PeriodPart): MomentExpression | null {
  const which = WHICH_ONE.at(tokens, name);
  if (
    which === null ||
    NOT_WHICH_ONE.at(tokens, name) !== null ||
    (which.to === name + 1 && tokens.is(name, 'đến', 'tới') && tokens.isNumber(name + 1))
  )
    return null;
  return weekMoment(i, which.to, { offset: which.value, number: null, part });
}

function numberedWeek(tokens: Tokens, i: number, name: number, part: PeriodPart): MomentExpression | null {
  const at = tokens.is(name, 'thứ', 'số') ? name + 1 : name;
  const number = tokens.value(at);
  if (tokens.size(at) > 2 || !(number >= 1 && number <= LAST_WEEK_OF_A_YEAR)) return null;
  if (tokens.isGlued(at + 1) && !tokens.isMark(at + 1, ',.;:)')) return null;
  return weekMoment(i, at + 1, { offset: null, number, part });
}

/** "tuần đầu tháng 5", "tuần thứ hai của tháng 5", "tuần cuối cùng của tháng". */
function weekOfMonth(tokens: Tokens, i: number, name: number): WeekOfMonthExpression | null {
  const nth = nthAt(tokens, name);
  if (nth === null) return null;
  const at = tokens.is(nth.to, 'của', 'trong') ? nth.to + 1 : nth.to;
  if (!tokens.is(at, 'tháng')) return null;
  const month = period(tokens, at) ?? currentMonth(at);
  if (month.unit !== 'month') return null;
  return weekOfMonthExpression(i, month.to, nth.value, month);
}

/** A bare "tháng" at token `at`. */
const currentMonth = (at: number): PeriodExpression =>
  periodExpression(at, at + 1, 'month', 'whole', { index: null, year: null, offset: 0, isLunar: false });

function nthAt(tokens: Tokens, i: number): { to: number; value: number } | null {
  if (tokens.is(i, 'đầu')) return { to: tokens.is(i + 1, 'tiên') ? i + 2 : i + 1, value: 1 };
  if (tokens.is(i, 'cuối')) return { to: tokens.is(i + 1, 'cùng') ? i + 2 : i + 1, value: -1 };
  // "tuần 2 tháng 5"
  if (tokens.isNumber(i) && tokens.is(i + 1, 'tháng', 'của')) {
    const value = tokens.value(i);
    return value >= 1 && value <= 5 ? { to: i + 1, value } : null;
  }
  if (!tokens.is(i, 'thứ')) return null;
  if (tokens.is(i + 1, 'nhất')) return { to: i + 2, value: 1 };
  const number = countAt(tokens, i + 1);
  return number !== null && number.value >= 1 && number.value <= 5 ? number : null;
}
