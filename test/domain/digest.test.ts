import { describe, expect, it, test } from 'vitest';
import { digestDay, isDigestOver, recipientsOf } from '../../src/domain/digest.ts';
import type { DigestKind } from '../../src/domain/digest.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import { officialCalendar } from '../support/calendars.ts';
import { aMember } from '../support/rows.ts';

const at = (written: string): number => {
  const [date = '', time = ''] = written.split(' ');
  return instantOf(date, time);
};

describe('a list is of', () => {
  test.each<[DigestKind, string, string | null]>([
    // Monday 14 April 2025 is an ordinary one.
    ['deputy_week', '2025-04-14 07:29', null],
    ['deputy_week', '2025-04-14 07:30', '2025-04-14'],
    ['director_week', '2025-04-14 23:59', '2025-04-14'],
    // Whoever slept on Monday is told later in the week.
    ['deputy_week', '2025-04-17 06:00', '2025-04-14'],
    ['director_week', '2025-04-20 12:00', '2025-04-14'],
    // What the secretaries hear of every day anyway is not made up for.
    ['undated_week', '2025-04-14 16:00', '2025-04-14'],
    ['undated_week', '2025-04-15 07:30', null],
    // Monday 7 April is Giỗ Tổ; 30 April to 2 May are off, and 26 April is worked.
    ['deputy_week', '2025-04-07 10:00', null],
    ['deputy_week', '2025-04-08 07:29', null],
    ['deputy_week', '2025-04-08 07:30', '2025-04-08'],
    ['secretary_day', '2025-04-26 08:00', '2025-04-26'],
    ['secretary_day', '2025-05-01 08:00', null],
    ['secretary_day', '2025-04-13 08:00', null],
    ['secretary_day', '2025-04-15 07:00', null],
    ['secretary_day', '2025-04-15 16:00', '2025-04-15'],
    // The week of Tết: 27 January to 31 January 2025 are off, from Saturday 25 to Sunday 2 February.
    ['deputy_week', '2025-01-27 08:00', null],
    ['deputy_week', '2025-01-31 08:00', null],
    ['deputy_week', '2025-02-03 07:30', '2025-02-03'],
  ])('%s at %s: %s', (kind, now, day) => {
    expect(digestDay(kind, '07:30', officialCalendar, at(now))).toBe(day);
  });
});

describe('a list is overtaken', () => {
  test.each<[DigestKind, string, string, boolean]>([
    ['secretary_day', '2025-04-14', '2025-04-14 16:59', false],
    ['secretary_day', '2025-04-14', '2025-04-15 00:00', true],
    ['deputy_week', '2025-04-14', '2025-04-20 23:59', false],
    ['deputy_week', '2025-04-14', '2025-04-21 00:00', true],
    ['deputy_week', '2025-04-14', '2025-04-13 23:59', true],
    ['undated_week', '2025-04-14', '2025-04-15 07:30', true],
  ])('%s of %s at %s: %s', (kind, day, now, isOver) => {
    expect(isDigestOver(kind, day, at(now))).toBe(isOver);
  });
});

it('goes to everyone in its role, and to nobody else', () => {
  const members = (['admin', 'secretary', 'director', 'deputy', 'unit_head', 'staff'] as const).flatMap(
    (role) => [aMember(`${role} 1`, { role }), aMember(`${role} 2`, { role })],
  );
  const recipients = (kind: DigestKind) => recipientsOf(kind, members).map(({ id }) => id);
  expect(recipients('deputy_week')).toEqual(['deputy 1', 'deputy 2']);
  expect(recipients('director_week')).toEqual(['director 1', 'director 2']);
  expect(recipients('secretary_day')).toEqual(['secretary 1', 'secretary 2']);
  expect(recipients('undated_week')).toEqual(['secretary 1', 'secretary 2']);
});
