import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCalendar, loadConfig, loadReadingUnits } from '../../src/config/load-config.ts';
import { DEFAULT_CONVENTIONS } from '../../src/domain/conventions.ts';
import { WorkingCalendar } from '../../src/domain/working-calendar.ts';
import { problemsOf } from './problems.ts';

const SAMPLE = join(import.meta.dirname, '../../config');

describe('the sample agency', () => {
  test('is complete: every unit has a head, every deputy is in charge of some, everybody has an account', async () => {
    const { units, members, settings, warnings } = await loadConfig(SAMPLE);
    expect(warnings).toEqual([]);
    const working = units.filter((unit) => unit.isGroup !== true);
    expect(working).toHaveLength(11);
    expect(working.filter(({ headId }) => headId === null)).toEqual([]);
    expect(working.map(({ code }) => code)).toContain(settings.officeUnitCode);
    const inCharge = new Set(working.map(({ deputyId }) => deputyId).filter((id) => id !== null));
    const deputies = members.filter(({ role }) => role === 'deputy').map(({ id }) => id);
    expect([...inCharge].sort()).toEqual(deputies.sort());
    expect(new Set(members.map(({ telegramId }) => telegramId)).size).toBe(members.length);
    const roles = Object.groupBy(members, ({ role }) => role);
    expect(Object.keys(roles).sort()).toEqual([
      'admin',
      'deputy',
      'director',
      'secretary',
      'staff',
      'unit_head',
    ]);
    expect(roles.secretary).toHaveLength(2);
  });

  test('has accounts that cannot be anybody’s: Telegram has given out no such numbers', async () => {
    const { members } = await loadConfig(SAMPLE);
    for (const { telegramId } of members) expect(telegramId).toBeGreaterThan(100_000_000_000);
  });

  test('has the official calendar of four years', async () => {
    const { calendar: data } = await loadConfig(SAMPLE);
    expect(data.years).toEqual([2024, 2025, 2026, 2027]);
    const calendar = new WorkingCalendar(data);
    expect(calendar.whyOff('2025-04-07')).toBe('Giỗ Tổ');
    expect(calendar.whyOff('2026-01-02')).toBe('Hoán đổi');
    expect(calendar.isWorkingDay('2026-01-10')).toBe(true);
    expect(calendar.whyOff('2027-05-01')).toBe('thứ Bảy');
    expect(calendar.whyOff('2027-05-03')).toBe('Quốc tế Lao động');
    expect(data.workingSaturdays).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
    expect(Object.keys(data.daysOff)).toHaveLength(50);
  });
});

describe('a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  test('with mistakes in both files tells of both', async () => {
    const agency = await file('agency.yaml', 'agency: {');
    const holidays = await file('holidays.yaml', 'weekend: [saturday, sunday]\nyears: 2025\n');
    expect(await problemsOf(loadConfig(folder))).toEqual([
      expect.stringContaining(`${agency}, dòng `),
      `${holidays}, dòng 2, years: ghi 2025, cần lịch nghỉ theo từng năm`,
    ]);
  });

  test('that is empty lacks both files', async () => {
    expect(await problemsOf(loadConfig(folder))).toEqual([
      `${join(folder, 'agency.yaml')}: không có tệp này`,
      `${join(folder, 'holidays.yaml')}: không có tệp này`,
    ]);
  });

  test('a bare list of units is read with the usual conventions', async () => {
    const units = await file(
      'units.json',
      JSON.stringify([
        { code: 'VP', name: 'Văn phòng Sở', aliases: ['VP'], note: 'ghi chú' },
        { code: 'TT', name: 'Trung tâm', aliases: [], weak_aliases: ['TT'], ambiguous: true },
        { code: 'ALL_UNITS', name: 'Các đơn vị', aliases: [], group: true },
      ]),
    );
    expect(await loadReadingUnits(units)).toEqual({
      units: [
        {
          code: 'VP',
          name: 'Văn phòng Sở',
          aliases: ['VP'],
          weakAliases: [],
          isAmbiguous: false,
          isGroup: false,
        },
        {
          code: 'TT',
          name: 'Trung tâm',
          aliases: [],
          weakAliases: ['TT'],
          isAmbiguous: true,
          isGroup: false,
        },
        {
          code: 'ALL_UNITS',
          name: 'Các đơn vị',
          aliases: [],
          weakAliases: [],
          isAmbiguous: false,
          isGroup: true,
        },
      ],
      conventions: DEFAULT_CONVENTIONS,
    });
    const wrong = await file('wrong.json', '[{"code": "VP", "nam": "x"}]');
    expect(await problemsOf(loadReadingUnits(wrong))).toEqual([
      `${wrong}, dòng 1, [VP].name: thiếu, cần tên đầy đủ của đơn vị`,
      `${wrong}, dòng 1, [VP].nam: không có mục này (ý là “name”?)`,
    ]);
  });

  test('an agency file and a holidays file serve as units and calendar', async () => {
    const { units, calendar } = await loadConfig(SAMPLE);
    expect((await loadReadingUnits(join(SAMPLE, 'agency.yaml'))).units).toEqual(units);
    expect(await loadCalendar(join(SAMPLE, 'holidays.yaml'))).toEqual(calendar);
  });

  test('a bare table serves as a calendar', async () => {
    const table = await file(
      'calendar.json',
      '{"weekend": ["Sat", "Sun"], "days_off": {"2025-01-01": "Tết"}}',
    );
    expect(await loadCalendar(table)).toEqual({
      weekend: [6, 7],
      daysOff: { '2025-01-01': 'Tết' },
      workingSaturdays: [],
      years: [2025],
    });
  });
});
