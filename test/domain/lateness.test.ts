import { describe, expect, it } from 'vitest';
import { daysExcusedByReturn, workingDaysLate } from '../../src/domain/lateness.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import { officialCalendar } from '../support/calendars.ts';

const at = (day: string) => instantOf(day, '10:00');
// Thursday 10 April 2025.
const DUE = { lastOk: '2025-04-10' };

describe('how late work is', () => {
  it.each([
    ['2025-04-10', 0, 0],
    ['2025-04-11', 0, 1],
    ['2025-04-13', 0, 1],
    ['2025-04-14', 0, 2],
    ['2025-04-16', 0, 4],
    ['2025-04-16', 3, 1],
    ['2025-04-16', 4, 0],
    // More was excused than has passed, as after a clock that was ahead.
    ['2025-04-11', 4, 0],
  ])('on %s with %i days excused: %i', (day, excused, days) => {
    expect(workingDaysLate(DUE, excused, officialCalendar, at(day))).toBe(days);
  });

  it('is not at all without a date', () => {
    expect(workingDaysLate(null, 0, officialCalendar, at('2025-04-16'))).toBe(0);
    expect(workingDaysLate({ lastOk: null }, 0, officialCalendar, at('2025-04-16'))).toBe(0);
  });
});

describe('days that work sent back lay with the office', () => {
  it.each([
    ['in time, and sent back in time', '2025-04-08', '2025-04-10', 0],
    ['in time, and sent back two working days past the deadline', '2025-04-09', '2025-04-14', 2],
    ['a day late, and sent back the same day', '2025-04-11', '2025-04-11', 0],
    ['a day late, and sent back two working days later', '2025-04-11', '2025-04-15', 2],
    ['in the wrong order, as after a clock that was ahead', '2025-04-15', '2025-04-11', 0],
  ])('handed in %s', (_, handedIn, returned, days) => {
    expect(daysExcusedByReturn(DUE, at(handedIn), officialCalendar, at(returned))).toBe(days);
  });

  it('are none without a date, or where nothing was handed in', () => {
    expect(daysExcusedByReturn(null, at('2025-04-09'), officialCalendar, at('2025-04-14'))).toBe(0);
    expect(daysExcusedByReturn(DUE, null, officialCalendar, at('2025-04-14'))).toBe(0);
  });
});
