// Buttons of the calendar under a question; the question itself knows what the day is for.
import { dateParts, isRealDate, localDate } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { Month } from '../../domain/month-sheet.ts';
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export type CalendarAction =
  | { readonly kind: 'choose_day'; readonly date: LocalDate }
  | ({ readonly kind: 'turn_calendar' } & Month)
  /** The question is asked again, to be answered in words. */
  | { readonly kind: 'type_date' }
  /** What only says something: the name of the month, a day that is past. */
  | { readonly kind: 'calendar_label' };

export const calendarButtons: ButtonFamily<CalendarAction> = {
  signs: { choose_day: 'D', turn_calendar: 'm', type_date: 'k', calendar_label: 'z' },
  partsOf(action) {
    switch (action.kind) {
      case 'choose_day': {
        const { year, month, day } = dateParts(action.date);
        return { numbers: [year, month, day], id: null };
      }
      case 'turn_calendar':
        return { numbers: [action.year, action.month], id: null };
      default:
        return { numbers: [], id: null };
    }
  },
  read(kind, parts) {
    const [year = 0, month = 0, day = 0] = parts.numbers;
    switch (kind) {
      case 'choose_day':
        return isMadeOf(parts, 3, false) && isRealDate(year, month, day)
          ? { kind, date: localDate(year, month, day) }
          : null;
      case 'turn_calendar':
        return isMadeOf(parts, 2, false) && isRealDate(year, month, 1) ? { kind, year, month } : null;
      default:
        return isMadeOf(parts, 0, false) ? { kind } : null;
    }
  },
};
