import { z } from 'zod';
import type { Role } from '../domain/member.ts';
import { LADDER_PROFILES } from './ladder-profiles.ts';
import { date, flag, group, list, text, timeOfDay } from './schema-parts.ts';

// The shape of config/agency.yaml. What the parts say of each other is checked in agency-checks.ts.

/** Ids made of codes travel in button data, of which Telegram carries 64 bytes. */
const LONGEST_CODE_IN_BYTES = 32;

const CODE = `mã ngắn, không quá ${LONGEST_CODE_IN_BYTES} byte (chừng 20 chữ), không có dấu /, ví dụ QLKH&CN`;

const code = text(CODE).refine(
  (value) => Buffer.byteLength(value) <= LONGEST_CODE_IN_BYTES && !/[/\n]/u.test(value),
  { error: CODE },
);

const names = (expected: string) => list(text('một tên gọi (chữ)'), expected);

const unitNamesShape = {
  code,
  name: text('tên đầy đủ của đơn vị'),
  aliases: names('danh sách các cách gọi khác').nullish(),
  weak_aliases: names('danh sách các cách gọi không chắc chắn').nullish(),
  ambiguous: flag.nullish(),
  group: flag.nullish(),
};

const memberCode = text('mã của một người trong members');

const unit = group(
  {
    ...unitNamesShape,
    short_name: text('tên ngắn dùng trong tin nhắn, ví dụ Phòng QLKH&CN').nullish(),
    head: memberCode.nullish(),
    deputy: memberCode.nullish(),
    in_all_units: flag.nullish(),
    valid_from: date.nullish(),
    valid_until: date.nullish(),
  },
  'khai báo của một đơn vị',
);

const ROLES = ['admin', 'secretary', 'director', 'deputy', 'unit_head', 'staff'] as const satisfies Role[];

const TELEGRAM_ID = 'mã số Telegram của một người (số nguyên dương; số âm là của nhóm)';

const member = group(
  {
    code,
    name: text('họ tên'),
    role: z.enum(ROLES, { error: `một trong các vai trò: ${ROLES.join(', ')}` }),
    title: text('cách xưng hô, ví dụ đồng chí Trưởng phòng QLKH&CN'),
    unit: text('mã của một đơn vị trong units').nullish(),
    telegram_id: z.int({ error: TELEGRAM_ID }).positive({ error: TELEGRAM_ID }).nullish(),
  },
  'khai báo của một người',
);

/** Whole numbers in a range; whatever is wrong, what was expected is said in the same words. */
const count = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error });

const RUNG = 'số ngày làm việc từ 1 đến 60, hoặc số ngày kèm giờ riêng, ví dụ { days: 1, at: 14:00 }';

/** Working days, at the ladder's hour or at one of their own: `3`, `{ days: 1, at: 14:00 }`. */
const rung = z.union([count(1, 60, RUNG), group({ days: count(1, 60, RUNG), at: timeOfDay }, RUNG)], {
  error: RUNG,
});

const HOURS = 'số giờ trước hạn, từ 1 đến 24';

const ladderShape = {
  profile: z.enum(LADDER_PROFILES, { error: `một trong: ${LADDER_PROFILES.join(', ')}` }).nullish(),
  at: timeOfDay.nullish(),
  before: list(rung, 'danh sách số ngày làm việc trước hạn, ví dụ [3, 1]').nullish(),
  on_the_day: z
    .union([z.boolean(), z.array(timeOfDay)], {
      error: 'true (có), false (không) hoặc danh sách giờ, ví dụ [07:30, 14:00]',
    })
    .nullish(),
  hours_before: list(count(1, 24, HOURS), 'danh sách số giờ trước hạn, ví dụ [4, 1]').nullish(),
  after: list(rung, 'danh sách số ngày làm việc sau hạn, ví dụ [1, 3]').nullish(),
  then_every: z.union([rung, z.literal(false)], { error: `${RUNG}, hoặc false (thôi nhắc)` }).nullish(),
};

const ladder = group(ladderShape);

const CATEGORIES = 'một nhóm mục: provincial, director, arising';

const reminders = group({
  ...ladderShape,
  by_category: group(
    { provincial: ladder.nullish(), director: ladder.nullish(), arising: ladder.nullish() },
    CATEGORIES,
  ).nullish(),
});

const STEP = 'số ngày làm việc sau hạn, từ 1 đến 60, hoặc false (không báo)';

const step = z.union([count(1, 60, STEP), z.literal(false, { error: STEP })], { error: STEP });

const PAUSE = 'số ngày làm việc, từ 0 đến 30';

const escalation = group({
  head: step.nullish(),
  secretary: step.nullish(),
  deputy: step.nullish(),
  director: step.nullish(),
  at: timeOfDay.nullish(),
  pause_after_report: count(0, 30, PAUSE).nullish(),
});

const PATIENCE = 'số ngày làm việc, từ 1 đến 30';

const extensions = group({ remind_after: count(1, 30, PATIENCE).nullish() });

const sendingTime = z.union([timeOfDay, z.literal(false)], {
  error: 'giờ gửi dạng giờ:phút, ví dụ 07:30, hoặc false (không gửi)',
});

/** The lists that people get of the bot's own accord. */
const digests = group({
  deputy_week: sendingTime.nullish(),
  director_week: sendingTime.nullish(),
  secretary_day: sendingTime.nullish(),
  undated_week: sendingTime.nullish(),
});

const hours = group({ from: timeOfDay, to: timeOfDay });

const reading = group({
  before_date: z
    .enum(['strict', 'inclusive'], {
      error: 'strict (“trước ngày 15” không gồm ngày 15) hoặc inclusive (gồm cả ngày 15)',
    })
    .nullish(),
  start_of_morning: timeOfDay.nullish(),
  end_of_morning: timeOfDay.nullish(),
  noon: timeOfDay.nullish(),
  start_of_afternoon: timeOfDay.nullish(),
  end_of_afternoon: timeOfDay.nullish(),
  end_of_evening: timeOfDay.nullish(),
});

const settings = group({
  office_unit: text('mã của đơn vị văn phòng trong units'),
  acceptance: z
    .enum(['automatic', 'secretary', 'leader'], {
      error:
        'automatic (đơn vị báo xong là xong), secretary (văn thư xác nhận) hoặc leader (lãnh đạo phụ trách xác nhận)',
    })
    .nullish(),
  working_hours: group({ morning: hours.nullish(), afternoon: hours.nullish() }).nullish(),
  reminders: reminders.nullish(),
  escalation: escalation.nullish(),
  extensions: extensions.nullish(),
  digests: digests.nullish(),
  reading: reading.nullish(),
});

const AGENCY_ID = 'mã từ 2 đến 16 ký tự: chữ thường không dấu, số hoặc gạch nối, ví dụ skhcn';

export const agencySchema = group(
  {
    agency: group({
      id: z.string({ error: AGENCY_ID }).regex(/^[a-z][a-z0-9-]{1,15}$/u, { error: AGENCY_ID }),
      name: text('tên đầy đủ của cơ quan'),
    }),
    units: list(unit, 'danh sách đơn vị').min(1, { error: 'ít nhất một đơn vị' }),
    members: list(member, 'danh sách người dùng').min(1, { error: 'ít nhất một người' }),
    settings,
  },
  'các mục agency, units, members, settings',
);

/** A bare list of unit names, as readings are measured with: no people, no settings. */
export const unitNamesSchema = list(
  group({ ...unitNamesShape, note: z.string().nullish() }, 'khai báo của một đơn vị'),
  'danh sách đơn vị',
);

export type AgencyFile = z.infer<typeof agencySchema>;
export type UnitNamesEntry = z.infer<typeof unitNamesSchema>[number];
