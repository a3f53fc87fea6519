import { z } from 'zod';
import type { LocalDate } from '../domain/local-time.ts';
import { dateParts } from '../domain/local-time.ts';
import type { CalendarData } from '../domain/working-calendar.ts';
import type { Partially } from './check-schema.ts';
import { checkSchema } from './check-schema.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError, inLineOrder } from './config-error.ts';
import { date, group, isDate, list, text } from './schema-parts.ts';
import type { Path, Report, YamlFile } from './yaml-file.ts';

/** The calendar of config/holidays.yaml, and what is missing in it. */
export interface CalendarConfig {
  readonly data: CalendarData;
  /** In Vietnamese, one line each. */
  readonly warnings: readonly string[];
}

const SWAPPED = 'Hoán đổi';

const reason = text('lý do nghỉ, ví dụ Quốc khánh');

const yearSchema = group(
  {
    days_off: z.record(z.string(), reason, { error: 'danh sách “ngày: lý do nghỉ”' }),
    swapped_days: z.record(z.string(), date, { error: 'danh sách “ngày được nghỉ: ngày làm bù”' }).nullish(),
    working_saturdays: list(date, 'danh sách ngày').nullish(),
  },
  'lịch nghỉ của một năm',
);

const WEEKDAYS = ['saturday', 'sunday'] as const;

const holidaysSchema = group(
  {
    weekend: list(
      z.enum(WEEKDAYS, { error: 'saturday (thứ Bảy) hoặc sunday (Chủ nhật)' }),
      'danh sách ngày nghỉ hằng tuần: [saturday, sunday]',
    ),
    years: z.record(z.string(), yearSchema, { error: 'lịch nghỉ theo từng năm' }),
  },
  'các mục weekend, years',
);

type HolidaysFile = z.infer<typeof holidaysSchema>;

/** The official calendar as config/holidays.yaml declares it. @throws ConfigError with everything that is wrong */
export const readHolidays = (yaml: YamlFile): CalendarConfig => {
  const { value, sound, problems } = checkSchema(holidaysSchema, yaml);
  const contradictions: ConfigProblem[] = [];
  const report: Report = (path, message) => contradictions.push(yaml.problem(path, message));
  const years = Object.entries(sound.years ?? {});
  if (sound.years !== undefined && years.length === 0) report(['years'], 'cần ít nhất một năm');
  for (const [year, entry] of years) {
    if (entry !== undefined) checkYear(year, entry, report);
  }
  if (value === null || contradictions.length > 0) {
    throw new ConfigError(inLineOrder([...problems, ...contradictions]));
  }
  const data = toCalendarData(value);
  return {
    data,
    warnings: missingBetween(data.years).map((year) => `${yaml.file}: thiếu lịch nghỉ năm ${year}`),
  };
};

/** The years, of the one that `today` lies in and the next, that the calendar knows nothing of. Dates planned there rest on weekends alone. */
export const missingYears = (calendar: CalendarData, today: LocalDate): number[] => {
  const { year } = dateParts(today);
  return [year, year + 1].filter((candidate) => !calendar.years.includes(candidate));
};

const checkYear = (year: string, entry: Partially<HolidaysFile['years'][string]>, report: Report): void => {
  const path: Path = ['years', year];
  if (!/^20\d\d$/u.test(year)) {
    report(path, `ghi “${year}”, cần một năm gồm bốn chữ số, ví dụ 2025`);
    return;
  }
  const off = new Set([...Object.keys(entry.days_off ?? {}), ...Object.keys(entry.swapped_days ?? {})]);

  for (const section of ['days_off', 'swapped_days'] as const) {
    for (const day of Object.keys(entry[section] ?? {}))
      checkDayOff(day, year, [...path, section, day], report);
  }
  for (const day of Object.keys(entry.swapped_days ?? {})) {
    if (isDate(day) && dateParts(day).weekday > 5) {
      report(
        [...path, 'swapped_days', day],
        `ghi “${day}”, ngày này là cuối tuần; cần một ngày làm việc được nghỉ`,
      );
    }
    if (entry.days_off?.[day] !== undefined)
      report([...path, 'swapped_days', day], 'ngày này đã có trong days_off, chỉ ghi một nơi');
  }
  const worked = [
    ...Object.entries(entry.swapped_days ?? {}).map(([day, made]) => ({
      day: made,
      at: ['swapped_days', day],
    })),
    ...(entry.working_saturdays ?? []).map((day, index) => ({ day, at: ['working_saturdays', index] })),
  ];
  const seen = new Set<string>();
  for (const { day, at } of worked) {
    if (day === undefined) continue;
    const complaint = wrongWorkday(day, year, off, seen);
    if (complaint !== null) report([...path, ...at], `ghi “${day}”, ${complaint}`);
    seen.add(day);
  }
};

const checkDayOff = (day: string, year: string, path: Path, report: Report): void => {
  if (!isDate(day)) report(path, `ghi “${day}”, cần ngày có thật dạng năm-tháng-ngày, ví dụ ${year}-04-30`);
  else if (!day.startsWith(year)) report(path, `ghi “${day}”, cần ngày trong năm ${year}`);
};

/** Why a day cannot be worked in exchange for another; null where it can. Work for a holiday of January may be done in December. */
const wrongWorkday = (
  day: LocalDate,
  year: string,
  off: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): string | null => {
  const { year: found, weekday } = dateParts(day);
  if (Math.abs(found - Number(year)) > 1) return `cần ngày trong năm ${year} hoặc năm liền kề`;
  if (weekday !== 6) return 'ngày này không phải thứ Bảy; ngày làm bù phải là thứ Bảy';
  if (off.has(day)) return 'ngày này đã khai là ngày nghỉ';
  if (seen.has(day)) return 'ngày làm bù này đã khai ở trên';
  return null;
};

const toCalendarData = ({ weekend, years }: HolidaysFile): CalendarData => {
  const daysOff: Record<LocalDate, string> = {};
  const workingSaturdays = new Set<LocalDate>();
  for (const entry of Object.values(years)) {
    Object.assign(daysOff, entry.days_off);
    for (const [day, worked] of Object.entries(entry.swapped_days ?? {})) {
      daysOff[day] = SWAPPED;
      workingSaturdays.add(worked);
    }
    for (const day of entry.working_saturdays ?? []) workingSaturdays.add(day);
  }
  return {
    weekend: weekend.map((day) => WEEKDAYS.indexOf(day) + 6),
    daysOff,
    workingSaturdays: [...workingSaturdays].sort(),
    years: Object.keys(years)
      .map(Number)
      .sort((a, b) => a - b),
  };
};

const missingBetween = (years: readonly number[]): number[] => {
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return all.filter((year) => !years.includes(year));
};
