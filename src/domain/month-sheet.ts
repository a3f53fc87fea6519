import type { LocalDate } from './local-time.ts';
import { addDays, dateParts, daysBetween, lastDayOfMonth, localDate } from './local-time.ts';

/** A calendar month; `month` is 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

export const monthOf = (date: LocalDate): Month => {
  const { year, month } = dateParts(date);
  return { year, month };
};

/** The month so many months later, or earlier where `count` is negative. */
export const monthAfter = ({ year, month }: Month, count: number): Month => {
  const months = year * 12 + month - 1 + count;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
};

/** How many months `to` is after `from`; negative where it is earlier. */
export const monthsBetween = (from: Month, to: Month): number =>
  (to.year - from.year) * 12 + to.month - from.month;

/** The weeks of a month as a wall calendar shows them: seven places each, Monday first, null outside the month. */
export const weeksOf = ({ year, month }: Month): readonly (readonly (LocalDate | null)[])[] => {
  const first = localDate(year, month, 1);
  const monday = addDays(first, 1 - dateParts(first).weekday);
  const last = lastDayOfMonth(year, month);
  return Array.from({ length: Math.floor(daysBetween(monday, last) / 7) + 1 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = addDays(monday, week * 7 + day);
      return date < first || date > last ? null : date;
    }),
  );
};
