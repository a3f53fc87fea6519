import { join } from 'node:path';
import fc from 'fast-check';
import { loadCalendar } from '../../src/config/load-config.ts';
import type { LocalDate } from '../../src/domain/local-time.ts';
import { addDays } from '../../src/domain/local-time.ts';
import { WorkingCalendar } from '../../src/domain/working-calendar.ts';

/** The calendar that is shipped: config/holidays.yaml. */
export const officialCalendarData = await loadCalendar(
  join(import.meta.dirname, '..', '..', 'config', 'holidays.yaml'),
);

export const officialCalendar = new WorkingCalendar(officialCalendarData);

const FIRST_DAY = '2025-01-01';
const DAYS = 730;

/** Any day of 2025 and 2026. */
export const someDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: DAYS - 1 })
  .map((days) => addDays(FIRST_DAY, days));

/** Calendars of any shape: one or two days of rest a week, days off anywhere, also in long runs, weekends that are worked. */
export const someCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    weekend: fc.constantFrom([6, 7], [7], [5, 6]),
    breaks: fc.array(fc.record({ from: someDate, days: fc.integer({ min: 1, max: 9 }) }), { maxLength: 20 }),
    worked: fc.array(someDate, { maxLength: 20 }),
  })
  .map(({ weekend, breaks, worked }) => {
    const off = breaks.flatMap(({ from, days }) =>
      Array.from({ length: days }, (_, index) => [addDays(from, index), 'Nghỉ'] as const),
    );
    return new WorkingCalendar({
      weekend,
      daysOff: Object.fromEntries(off),
      workingSaturdays: worked,
      years: [2025, 2026],
    });
  });
