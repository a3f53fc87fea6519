import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { LocalDate } from '../../domain/local-time.ts';
import { dateParts } from '../../domain/local-time.ts';
import type { Month } from '../../domain/month-sheet.ts';
import { monthAfter, monthOf, monthsBetween, weeksOf } from '../../domain/month-sheet.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import { packButton } from '../buttons/callback-data.ts';
import * as label from '../texts/buttons.ts';

/** How far ahead a day can be chosen; later ones are typed. */
const MONTHS_AHEAD = 24;

interface Calendar {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  /** The month shown; that of `today` unless told. */
  readonly month?: Month;
  /** The day chosen last, which is marked. */
  readonly chosen?: LocalDate;
}

/**
 * A month whose days can be pressed, under a message that asks for a day: days that are past are blank, days off stand
 * in brackets, and what cannot be found on it can be typed.
 */
export const calendarKeyboard = ({ today, calendar, month, chosen }: Calendar): InlineKeyboardMarkup => {
  const shown = monthWithin(today, month ?? monthOf(today));
  const dayButton = (date: LocalDate | null): InlineKeyboardButton => {
    if (date === null || date < today) return button(label.BLANK, { kind: 'calendar_label' });
    const { day } = dateParts(date);
    const text = label.calendarDay(day, calendar.isWorkingDay(date), date === today);
    return date === chosen
      ? { ...button(text, { kind: 'choose_day', date }), style: 'success' }
      : button(text, { kind: 'choose_day', date });
  };
  const isFirst = monthsBetween(monthOf(today), shown) === 0;
  const isLast = monthsBetween(monthOf(today), shown) === MONTHS_AHEAD;
  const turn = (text: string, by: number, isEnd: boolean): InlineKeyboardButton =>
    isEnd
      ? button(label.BLANK, { kind: 'calendar_label' })
      : button(text, { kind: 'turn_calendar', ...monthAfter(shown, by) });
  return {
    inline_keyboard: [
      [
        turn(label.PREVIOUS_MONTH, -1, isFirst),
        button(label.calendarMonth(shown), { kind: 'calendar_label' }),
        turn(label.NEXT_MONTH, 1, isLast),
      ],
      label.CALENDAR_WEEKDAYS.map((weekday) => button(weekday, { kind: 'calendar_label' })),
      ...weeksOf(shown).map((week) => week.map(dayButton)),
      [button(label.TYPE_DATE, { kind: 'type_date' })],
    ],
  };
};

/** The month itself, or the nearest that is shown: anyone can forge what a button says. */
const monthWithin = (today: LocalDate, month: Month): Month => {
  const first = monthOf(today);
  return monthAfter(first, Math.min(MONTHS_AHEAD, Math.max(0, monthsBetween(first, month))));
};

const button = (text: string, action: ButtonAction): InlineKeyboardButton => ({
  text,
  callback_data: packButton(action),
});
