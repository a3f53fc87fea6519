import { z } from 'zod';
import { dateParts } from '../domain/local-time.ts';
import type { CalendarData } from '../domain/working-calendar.ts';
import { checkSchema } from './check-schema.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError, inLineOrder } from './config-error.ts';
import { date, isDate, list, text } from './schema-parts.ts';
import type { YamlFile } from './yaml-file.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The bare form of a calendar, as readings are measured with; it may carry notes that do not matter here. */
const tableSchema = z.looseObject(
  {
    weekend: list(
      z.enum(WEEKDAYS, { error: `một trong: ${WEEKDAYS.join(', ')}` }),
      'danh sách ngày nghỉ hằng tuần',
    ),
    days_off: z.record(z.string(), text('lý do nghỉ'), { error: 'danh sách “ngày: lý do nghỉ”' }),
    working_saturdays: list(date, 'danh sách ngày').optional(),
  },
  { error: 'các mục weekend, days_off, working_saturdays' },
);

/** A calendar out of a bare table. It counts as complete for every year that has a day off in it. @throws ConfigError */
export const readCalendarTable = (yaml: YamlFile): CalendarData => {
  const { value, problems } = checkSchema(tableSchema, yaml);
  if (value === null) throw new ConfigError(inLineOrder(problems));
  const days = Object.keys(value.days_off);
  const wrong: ConfigProblem[] = days
    .filter((day) => !isDate(day))
    .map((day) =>
      yaml.problem(['days_off', day], `ghi “${day}”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30`),
    );
  if (wrong.length > 0) throw new ConfigError(inLineOrder(wrong));
  return {
    weekend: value.weekend.map((day) => WEEKDAYS.indexOf(day) + 1),
    daysOff: value.days_off,
    workingSaturdays: value.working_saturdays ?? [],
    years: [...new Set(days.map((day) => dateParts(day).year))].sort((a, b) => a - b),
  };
};
