import type { EscalationStep } from '../domain/escalation.ts';
import { ESCALATION_STEPS } from '../domain/escalation.ts';
import type { TimeOfDay } from '../domain/local-time.ts';
import { withDefaults } from './agency-defaults.ts';
import type { AgencyFile } from './agency-schema.ts';
import type { Partially } from './check-schema.ts';
import { suggest } from './check-schema.ts';
import type { Path, Report } from './yaml-file.ts';

/** Checks what the `settings` of config/agency.yaml say of each other and of the units. What is not set counts with its default. */
export const checkSettings = (agency: Partially<AgencyFile>, report: Report): void => {
  const entry = agency.settings ?? {};
  const { settings, conventions } = withDefaults(entry);

  const codes = (agency.units ?? []).flatMap((unit) => (unit?.group === true ? [] : (unit?.code ?? [])));
  const office = entry.office_unit;
  if (office !== undefined && codes.length > 0 && !codes.includes(office)) {
    const path = ['settings', 'office_unit'];
    report(path, `ghi “${office}”, cần mã của một đơn vị trong units${suggest(office, codes)}`);
  }

  const { morning, afternoon } = settings.workingHours;
  checkOrder(
    'working_hours',
    [
      ['morning.from', morning[0]],
      ['morning.to', morning[1]],
      ['afternoon.from', afternoon[0], 'may equal'],
      ['afternoon.to', afternoon[1]],
    ],
    report,
  );

  const { by_category: byCategory, ...general } = entry.reminders ?? {};
  const hours = { opens: morning[0], closes: afternoon[1] };
  checkLadder(general, ['settings', 'reminders'], hours, report);
  for (const [category, own] of Object.entries(byCategory ?? {})) {
    if (own != null) checkLadder(own, ['settings', 'reminders', 'by_category', category], hours, report);
  }
  checkEscalation(entry.escalation ?? {}, hours, report);
  for (const [digest, time] of Object.entries(entry.digests ?? {})) {
    if (time !== false) checkTime(time, ['settings', 'digests', digest], hours, report);
  }

  checkOrder(
    'reading',
    [
      ['start_of_morning', conventions.startOfMorning],
      ['end_of_morning', conventions.halfDays.morning],
      ['noon', conventions.halfDays.noon, 'may equal'],
      ['start_of_afternoon', conventions.startOfAfternoon],
      ['end_of_afternoon', conventions.halfDays.afternoon],
      ['end_of_evening', conventions.halfDays.evening],
    ],
    report,
  );
};

/** Reports each time of a day that is not later than the one before it. */
const checkOrder = (
  section: 'working_hours' | 'reading',
  times: readonly (readonly [key: string, time: TimeOfDay, mayEqual?: 'may equal'])[],
  report: Report,
): void => {
  times.forEach(([key, time, mayEqual], index) => {
    const [previousKey, previous] = times[index - 1] ?? [];
    if (previous === undefined || time > previous || (mayEqual !== undefined && time === previous)) return;
    report(['settings', section, ...key.split('.')], `${time} phải sau ${previousKey ?? ''} (${previous})`);
  });
};

type SettingsEntry = NonNullable<Partially<AgencyFile>['settings']>;
type LadderEntry = Omit<NonNullable<SettingsEntry['reminders']>, 'by_category'>;

interface OpeningHours {
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

const checkLadder = (entry: LadderEntry, path: Path, hours: OpeningHours, report: Report): void => {
  checkTime(entry.at, [...path, 'at'], hours, report);
  checkClimb(entry.before, [...path, 'before'], { isRising: false, example: '[3, 1]' }, report);
  checkClimb(entry.after, [...path, 'after'], { isRising: true, example: '[1, 3]' }, report);
  checkClimb(entry.hours_before, [...path, 'hours_before'], { isRising: false, example: '[4, 1]' }, report);
  const times = typeof entry.on_the_day === 'object' ? (entry.on_the_day ?? []) : [];
  times.forEach((time, index) => {
    checkTime(time, [...path, 'on_the_day', index], hours, report);
    const previous = times[index - 1];
    if (time !== undefined && previous !== undefined && time <= previous)
      report(
        [...path, 'on_the_day', index],
        `ghi “${time}” sau “${previous}”, cần xếp tăng dần và không lặp`,
      );
  });
  for (const key of ['before', 'after'] as const) {
    (entry[key] ?? []).forEach((rung, index) => {
      if (typeof rung === 'object') checkTime(rung.at, [...path, key, index, 'at'], hours, report);
    });
  }
  if (typeof entry.then_every === 'object') {
    checkTime(entry.then_every?.at, [...path, 'then_every', 'at'], hours, report);
  }
};

type Rungs = readonly (number | { readonly days?: number | undefined } | undefined)[] | null | undefined;

const checkClimb = (
  rungs: Rungs,
  path: Path,
  { isRising, example }: { isRising: boolean; example: string },
  report: Report,
): void => {
  const days = (rungs ?? []).map((rung) => (typeof rung === 'object' ? rung.days : rung));
  days.forEach((count, index) => {
    const previous = days[index - 1];
    if (count === undefined || previous === undefined) return;
    if (isRising ? count > previous : count < previous) return;
    const order = isRising ? 'tăng dần' : 'giảm dần';
    report([...path, index], `ghi ${count} sau ${previous}, cần xếp ${order} và không lặp, ví dụ ${example}`);
  });
};

const checkTime = (
  time: TimeOfDay | null | undefined,
  path: Path,
  { opens, closes }: OpeningHours,
  report: Report,
): void => {
  if (time == null || (time >= opens && time < closes)) return;
  report(path, `ghi “${time}”, cần giờ trong giờ làm việc, từ ${opens} đến trước ${closes}`);
};

/** Nobody is told before those who come before them: the steps that are set must come in their order. */
const checkEscalation = (
  entry: NonNullable<SettingsEntry['escalation']>,
  hours: OpeningHours,
  report: Report,
): void => {
  const path: Path = ['settings', 'escalation'];
  checkTime(entry.at, [...path, 'at'], hours, report);
  const { after } = withDefaults({ escalation: entry }).settings.escalation;
  let earlier: { step: EscalationStep; days: number } | null = null;
  for (const step of ESCALATION_STEPS) {
    const days = after[step];
    if (days === null) continue;
    if (earlier !== null && days <= earlier.days) {
      report([...path, step], `${days} phải lớn hơn ${earlier.step} (${earlier.days})`);
    }
    earlier = { step, days };
  }
};
