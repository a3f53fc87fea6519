import type { TimeOfDay } from '../domain/local-time.ts';
import { withDefaults } from './agency-defaults.ts';
import type { AgencyFile } from './agency-schema.ts';
import type { Partially } from './check-schema.ts';
import { suggest } from './check-schema.ts';
import type { Report } from './yaml-file.ts';

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

  const before = entry.reminders?.before ?? [];
  before.forEach((days, index) => {
    const previous = before[index - 1];
    if (days !== undefined && previous !== undefined && days >= previous) {
      const path = ['settings', 'reminders', 'before', index];
      report(path, `ghi ${days} sau ${previous}, cần xếp giảm dần và không lặp, ví dụ [3, 1]`);
    }
  });
  const at = entry.reminders?.at;
  if (at != null && (at < morning[0] || at >= afternoon[1])) {
    const path = ['settings', 'reminders', 'at'];
    report(path, `ghi “${at}”, cần giờ trong giờ làm việc, từ ${morning[0]} đến trước ${afternoon[1]}`);
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
