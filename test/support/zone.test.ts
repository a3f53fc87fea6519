import { expect, test } from 'vitest';

/** Minutes that UTC is ahead of the machine's zone at noon of a day in January, by which the zones of test/zones.ts differ. */
const OFFSETS: Readonly<Record<string, number>> = {
  'Pacific/Kiritimati': -14 * 60,
  'America/Los_Angeles': 8 * 60,
};

test('the tests run in the zone that they are said to run in', () => {
  const zone = process.env.TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const offset = new Date(Date.UTC(2025, 0, 15, 12)).getTimezoneOffset();
  expect(offset).toBe(OFFSETS[zone] ?? offset);
});
