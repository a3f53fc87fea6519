import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { yearOf } from '../../domain/local-time.ts';

/** True where `moment` lies more than a year before `date`. */
export const isYearBefore = (moment: LocalMoment, date: LocalDate): boolean => {
  const years = yearOf(date) - yearOf(moment);
  return years > 1 || (years === 1 && moment.slice(4) < date.slice(4));
};
