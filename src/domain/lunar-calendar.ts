// The Vietnamese lunar calendar, for dates such as "23 tháng Chạp", "rằm tháng Giêng" and Tết.
//
// Rules: a month begins on the day of the new moon in Việt Nam's time zone (UTC+7); the winter solstice always falls
// into the 11th month; of the thirteen months between two 11th months, the first in which the sun reaches no multiple
// of 30° repeats the number of the month before it (tháng nhuận). The time zone is why Tết can differ from the Chinese
// New Year (17/02/2007 against 18/02, 02/02/2030 against 03/02).
//
// New moons: Jean Meeus, Astronomical Algorithms (2nd ed.), chapter 49, good to seconds. The sun's longitude: chapter
// 25, lower accuracy (0.01°, a quarter of an hour). Checked against published calendars for 1985–2050.
import type { LocalDate } from './local-time.ts';
import { addDays, daysBetween } from './local-time.ts';

/** A day of the Vietnamese lunar calendar. `year` is the solar year in which the lunar year begins (Tết). */
export interface LunarDate {
  readonly year: number;
  /** 1 (tháng Giêng) – 12 (tháng Chạp). */
  readonly month: number;
  readonly day: number;
  readonly isLeapMonth: boolean;
}

/** One lunar month; `first` is its first day, `length` 29 or 30. */
interface LunarMonth {
  readonly month: number;
  readonly isLeap: boolean;
  readonly first: number;
  readonly length: number;
}

// Days are counted as Julian day numbers of the local civil day.
const JULIAN_DAY_OF_1970 = 2_440_588;
const ZONE_OFFSET_IN_DAYS = 7 / 24;
const SYNODIC_MONTH = 29.530588861;

const toDate = (julianDay: number): LocalDate => addDays('1970-01-01', julianDay - JULIAN_DAY_OF_1970);
const toJulianDay = (date: LocalDate): number => daysBetween('1970-01-01', date) + JULIAN_DAY_OF_1970;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Terms of chapter 49: coefficient, then the multiples of E's power, M, M', F and Ω in the argument. */
const NEW_MOON_TERMS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];

/** Corrections of the planets: amplitude in days, phase and rate per lunation in degrees. */
const PLANETARY_TERMS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** The local day of the `k`-th new moon, counted from the first of the year 2000. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const m = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const mMoon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const omega = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  let dynamical = mean;
  for (const [amount, power, byM, byMoon, byF, byOmega] of NEW_MOON_TERMS) {
    dynamical += amount * e ** power * sin(byM * m + byMoon * mMoon + byF * f + byOmega * omega);
  }
  for (const [amount, phase, rate] of PLANETARY_TERMS) dynamical += amount * sin(phase + rate * k);
  return Math.floor(dynamical - deltaT(k) + ZONE_OFFSET_IN_DAYS + 0.5);
}

/** Terrestrial minus universal time, in days (Espenak and Meeus, polynomial for 2005–2050; a minute off at the ends of a century). */
function deltaT(k: number): number {
  const years = (k * SYNODIC_MONTH) / 365.25;
  return (62.92 + 0.32217 * years + 0.005589 * years ** 2) / 86_400;
}

/** Which twelfth of the ecliptic (0 from 0°, 9 from 270°, the winter solstice) the sun is in when local day `day` begins. */
function solarSector(day: number): number {
  const t = (day - 0.5 - ZONE_OFFSET_IN_DAYS - 2451545) / 36525;
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return Math.floor((((apparent % 360) + 360) % 360) / 30);
}

/** The new moon that begins the month of the winter solstice of solar year `year`. */
function eleventhMonth(year: number): number {
  let k = Math.floor((year + 1 - 2000) * 12.3685);
  while (solarSector(newMoonDay(k)) >= 9 || newMoonDay(k) > toJulianDay(`${year}-12-31`)) k--;
  return k;
}

const yearsKnown = new Map<number, readonly LunarMonth[]>();

/** The twelve or thirteen months of the lunar year that begins in solar year `year`. */
function monthsOf(year: number): readonly LunarMonth[] {
  let months = yearsKnown.get(year);
  if (months === undefined) {
    months = [...monthsFrom(year - 1), ...monthsFrom(year)].slice(...yearSlice(year));
    yearsKnown.set(year, months);
  }
  return months;
}

/** From the 11th month of `year` up to the 11th month of the next year. */
function monthsFrom(year: number): LunarMonth[] {
  const start = eleventhMonth(year);
  const end = eleventhMonth(year + 1);
  const firsts = Array.from({ length: end - start + 1 }, (_, index) => newMoonDay(start + index));
  let leapMayCome = end - start === 13;
  let number = 10;
  return firsts.slice(0, -1).map((first, index) => {
    const next = firsts[index + 1] ?? first;
    const isLeap = leapMayCome && index > 0 && solarSector(first) === solarSector(next);
    if (isLeap) leapMayCome = false;
    else number++;
    return { month: ((number - 1) % 12) + 1, isLeap, first, length: next - first };
  });
}

/** Where in the months of two solstice years the lunar year lies: from its month 1 to the last month 12. */
function yearSlice(year: number): [number, number] {
  const before = monthsFrom(year - 1);
  const after = monthsFrom(year);
  const start = before.findIndex(({ month }) => month === 1);
  return [start, before.length + after.findIndex(({ month }) => month === 1)];
}

/**
 * The day in Asia/Ho_Chi_Minh on which a lunar date falls; null where the month has no such day or the year no such
 * leap month. Day 30 of a month of 29 days does not exist. Good for 1950–2100.
 */
export function lunarToSolar({ year, month, day, isLeapMonth }: LunarDate): LocalDate | null {
  const found = monthsOf(year).find(
    (candidate) => candidate.month === month && candidate.isLeap === isLeapMonth,
  );
  return found && day >= 1 && day <= found.length ? toDate(found.first + day - 1) : null;
}

/** How many days a lunar month has: 29 or 30. */
export const lunarMonthLength = (year: number, month: number): 29 | 30 =>
  lunarToSolar({ year, month, day: 30, isLeapMonth: false }) === null ? 29 : 30;

/** The lunar date of a day in Asia/Ho_Chi_Minh. */
export function solarToLunar(date: LocalDate): LunarDate {
  const day = toJulianDay(date);
  const solarYear = Number(date.slice(0, 4));
  for (const year of [solarYear, solarYear - 1]) {
    const found = monthsOf(year).find(({ first, length }) => day >= first && day < first + length);
    if (found) return { year, month: found.month, day: day - found.first + 1, isLeapMonth: found.isLeap };
  }
  throw new RangeError(`No lunar date is known for ${date}`);
}
