import type { Instant } from '../../domain/local-time.ts';
import { localDateOf, timeOfDayOf } from '../../domain/local-time.ts';

/** "08h05 ngày 14/4/2025", "08h05 ngày 04/02/2025": days below 10 and months 1 and 2 take a zero, as in documents. */
export const shownMoment = (instant: Instant): string => {
  const [year = '', month = '', day = ''] = localDateOf(instant).split('-');
  const shownMonth = Number(month) < 3 ? month : String(Number(month));
  return `${timeOfDayOf(instant).replace(':', 'h')} ngày ${day}/${shownMonth}/${year}`;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "45 giây", "5 phút", "3 giờ", "2 ngày" */
export const shownLength = (milliseconds: number): string => {
  if (milliseconds >= 2 * DAY_MS) return `${Math.floor(milliseconds / DAY_MS)} ngày`;
  if (milliseconds >= HOUR_MS) return `${Math.floor(milliseconds / HOUR_MS)} giờ`;
  if (milliseconds >= MINUTE_MS) return `${Math.floor(milliseconds / MINUTE_MS)} phút`;
  return `${Math.round(milliseconds / 1_000)} giây`;
};
