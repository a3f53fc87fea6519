import { describe, expect, test } from 'vitest';
import { readAgency } from '../../src/config/agency-file.ts';
import { STANDARD_ESCALATION, standardLadder } from '../support/ladders.ts';
import { problemsIn } from './problems.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';

const SMALL = `agency:
  id: so-mau
  name: Sở Mẫu
units:
  - code: VP
    name: Văn phòng Sở
    head: CVP
  - code: QLCN
    name: Phòng Quản lý Công nghệ
    deputy: PGĐ
    aliases:
      - phòng CN
members:
  - code: GĐ
    name: Nguyễn Văn Mẫu
    title: đồng chí Giám đốc
    role: director
  - code: PGĐ
    name: Trần Thị Mẫu
    title: đồng chí Phó Giám đốc
    role: deputy
    telegram_id: 999000000001
  - code: VT
    name: Lê Văn Mẫu
    title: đồng chí Lê Văn Mẫu
    role: secretary
  - code: CVP
    name: Phạm Thị Mẫu
    title: đồng chí Chánh Văn phòng
    role: unit_head
    unit: VP
settings:
  office_unit: VP
`;

const read = (text: string) => readAgency(parseYaml('agency.yaml', text));

const problems = (text: string) => problemsIn(() => read(text));

/** The small agency with some of its lines changed; every change must find its line. */
const changed = (...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, SMALL);

describe('a right agency file', () => {
  test('becomes the agency, its units and its people, with ids made of their codes', () => {
    const { agency, units, members } = read(SMALL);
    expect(agency).toEqual({ id: 'so-mau', name: 'Sở Mẫu' });
    expect(units).toEqual([
      {
        id: 'so-mau/VP',
        agencyId: 'so-mau',
        code: 'VP',
        name: 'Văn phòng Sở',
        shortName: 'Văn phòng Sở',
        aliases: [],
        weakAliases: [],
        isAmbiguous: false,
        isGroup: false,
        headId: 'so-mau/CVP',
        deputyId: null,
        isInAllUnits: true,
        validFrom: null,
        validUntil: null,
      },
      expect.objectContaining({ id: 'so-mau/QLCN', deputyId: 'so-mau/PGĐ', aliases: ['phòng CN'] }),
    ]);
    expect(members.map(({ id, unitId, telegramId }) => [id, unitId, telegramId])).toEqual([
      ['so-mau/GĐ', null, null],
      ['so-mau/PGĐ', null, 999_000_000_001],
      ['so-mau/VT', null, null],
      ['so-mau/CVP', 'so-mau/VP', null],
    ]);
  });

  test('that says nothing of its ways has those of most offices', () => {
    const { settings, conventions } = read(SMALL);
    expect(settings).toMatchObject({
      isBeforeStrict: true,
      acceptance: 'secretary',
      workingHours: { morning: ['07:30', '11:30'], afternoon: ['13:30', '17:00'] },
      ladder: standardLadder('07:30'),
      ladderOfCategory: {},
      escalation: STANDARD_ESCALATION,
      digests: {
        deputy_week: '07:30',
        director_week: '07:30',
        secretary_day: '07:30',
        undated_week: '13:30',
      },
      extensionPatience: 2,
      officeUnitCode: 'VP',
    });
    expect(conventions).toEqual({
      isBeforeStrict: true,
      startOfMorning: '08:00',
      startOfAfternoon: '14:00',
      halfDays: { morning: '11:30', noon: '12:00', afternoon: '17:00', evening: '21:00' },
    });
  });

  test('that sets its ways gets them; what is left out follows its working hours', () => {
    const { settings, conventions } = read(`${SMALL}  acceptance: automatic
  working_hours:
    morning: { from: 07:00, to: 11:00 }
    afternoon: { from: 13:00, to: 16:30 }
  reminders:
    before: [5, 2]
    on_the_day: false
    then_every: false
  escalation: { head: 1, director: false }
  extensions: { remind_after: 1 }
  digests: { director_week: false, secretary_day: 08:00 }
  reading:
    before_date: inclusive
    noon: 11:30
`);
    expect(settings).toMatchObject({
      isBeforeStrict: false,
      acceptance: 'automatic',
      workingHours: { morning: ['07:00', '11:00'], afternoon: ['13:00', '16:30'] },
      ladder: {
        ...standardLadder('07:00'),
        before: [
          { days: 5, at: '07:00' },
          { days: 2, at: '07:00' },
        ],
        onTheDay: [],
        thenEvery: null,
      },
      ladderOfCategory: {},
      escalation: {
        ...STANDARD_ESCALATION,
        after: { ...STANDARD_ESCALATION.after, head: 1, director: null },
      },
      digests: { deputy_week: '07:00', director_week: null, secretary_day: '08:00', undated_week: '13:00' },
      extensionPatience: 1,
      officeUnitCode: 'VP',
    });
    expect(conventions.isBeforeStrict).toBe(false);
    expect(conventions.halfDays).toEqual({
      morning: '11:00',
      noon: '11:30',
      afternoon: '16:30',
      evening: '21:00',
    });
  });

  test('chooses a ready ladder, and changes it where it says so', () => {
    const { settings } = read(`${SMALL}  reminders:
    profile: gấp
    before: [3, { days: 1, at: 14:00 }]
    on_the_day: [08:00, 15:00]
`);
    expect(settings.ladder).toEqual({
      before: [
        { days: 3, at: '07:30' },
        { days: 1, at: '14:00' },
      ],
      onTheDay: ['08:00', '15:00'],
      hoursBefore: [4, 1],
      after: [{ days: 1, at: '07:30' }],
      thenEvery: { days: 1, at: '07:30' },
    });
  });

  test('gives a class of tasks a ladder of its own: like every other but for what it says, or a ready one', () => {
    const { settings } = read(`${SMALL}  reminders:
    before: [2]
    at: 08:00
    by_category:
      director: { on_the_day: false, at: 14:00 }
      provincial: { profile: nhẹ }
`);
    expect(settings.ladder).toEqual({ ...standardLadder('08:00'), before: [{ days: 2, at: '08:00' }] });
    expect(settings.ladderOfCategory).toEqual({
      director: { ...standardLadder('14:00'), before: [{ days: 2, at: '14:00' }], onTheDay: [] },
      provincial: {
        ...standardLadder('08:00'),
        before: [{ days: 1, at: '08:00' }],
        hoursBefore: [1],
        thenEvery: { days: 5, at: '08:00' },
      },
    });
  });

  test('sets one step of the escalation, and the later ones stay behind it', () => {
    const { settings } = read(`${SMALL}  escalation: { head: 4, deputy: false }\n`);
    expect(settings.escalation.after).toEqual({ head: 4, secretary: 5, deputy: null, director: 6 });
  });

  test('typed with decomposed letters is the same agency', () => {
    expect(read(SMALL.normalize('NFD'))).toEqual(read(SMALL));
  });

  test('warns of what is allowed but most likely not meant', () => {
    const text = changed([
      '  - code: GĐ\n    name: Nguyễn Văn Mẫu\n    title: đồng chí Giám đốc\n    role: director\n',
      '',
    ]);
    expect(read(text.replace('deputy: PGĐ', 'deputy: PGĐ\n    head: CVP')).warnings).toEqual([
      'agency.yaml, units: chưa có mục ALL_UNITS, nên “các phòng, đơn vị” sẽ không được hiểu là tất cả',
      'agency.yaml, members: chưa có ai vai trò director, nên không ai duyệt gia hạn cho VP',
      'agency.yaml, units: người đứng đầu QLCN là CVP, nhưng CVP khai thuộc VP, nên không báo cáo được việc của QLCN',
    ]);
  });

  test('lets units share a weak name, and a member of any running role head a unit', () => {
    const text = changed(
      ['head: CVP', 'head: VT\n    weak_aliases: [phòng mình]'],
      ['deputy: PGĐ', 'deputy: PGĐ\n    weak_aliases: [Phòng mình]'],
    );
    expect(read(text).units.map(({ weakAliases }) => weakAliases)).toEqual([['phòng mình'], ['Phòng mình']]);
  });
});

describe('a wrong agency file', () => {
  test('names six mistakes of all kinds at once, from the first line to the last', () => {
    const text = changed(
      ['name: Sở Mẫu', ''],
      ['head: CVP', 'head: CVPP'],
      ['    aliases:\n      - phòng CN', '    alias:\n      - phòng CN'],
      ['role: deputy', 'role: deputi'],
      ['telegram_id: 999000000001', 'telegram_id: -1001'],
      ['office_unit: VP', 'office_unit: VP\n  reminders:\n    before: [1, 3]'],
    );
    expect(problems(text)).toEqual([
      'agency.yaml, dòng 1, agency.name: thiếu, cần tên đầy đủ của cơ quan',
      'agency.yaml, dòng 7, units[VP].head: ghi “CVPP”, cần mã của một người trong members (ý là “CVP”?)',
      'agency.yaml, dòng 11, units[QLCN].alias: không có mục này (ý là “aliases”?)',
      'agency.yaml, dòng 21, members[PGĐ].role: ghi “deputi”, cần một trong các vai trò: admin, secretary, director, deputy, unit_head, staff (ý là “deputy”?)',
      'agency.yaml, dòng 22, members[PGĐ].telegram_id: ghi -1001, cần mã số Telegram của một người (số nguyên dương; số âm là của nhóm)',
      'agency.yaml, dòng 35, settings.reminders.before[thứ 2]: ghi 3 sau 1, cần xếp giảm dần và không lặp, ví dụ [3, 1]',
    ]);
  });

  const cases: readonly (readonly [what: string, change: readonly [string, string], problem: string])[] = [
    [
      'a required part left empty',
      ['name: Văn phòng Sở', 'name:'],
      'agency.yaml, dòng 6, units[VP].name: để trống, cần tên đầy đủ của đơn vị',
    ],
    [
      'a list in place of a text',
      ['name: Sở Mẫu', 'name: [Sở Mẫu]'],
      'agency.yaml, dòng 3, agency.name: ghi một danh sách, cần tên đầy đủ của cơ quan',
    ],
    [
      'a group of keys in place of a list',
      ['    aliases:\n      - phòng CN', '    aliases:\n      phòng: CN'],
      'agency.yaml, dòng 11, units[QLCN].aliases: ghi một nhóm mục, cần danh sách các cách gọi khác',
    ],
    [
      'a number in place of a name',
      ['- phòng CN', '- 12'],
      'agency.yaml, dòng 12, units[QLCN].aliases[thứ 1]: ghi 12, cần một tên gọi (chữ)',
    ],
    [
      'an agency id that people would write',
      ['id: so-mau', 'id: Sở Mẫu'],
      'agency.yaml, dòng 2, agency.id: ghi “Sở Mẫu”, cần mã từ 2 đến 16 ký tự: chữ thường không dấu, số hoặc gạch nối, ví dụ skhcn',
    ],
    [
      'a code too long for a button',
      ['code: QLCN', `code: ${'Đ'.repeat(17)}`],
      `agency.yaml, dòng 8, units[${'Đ'.repeat(17)}].code: ghi “${'Đ'.repeat(17)}”, cần mã ngắn, không quá 32 byte (chừng 20 chữ), không có dấu /, ví dụ QLKH&CN`,
    ],
    [
      'a key that resembles none',
      ['deputy: PGĐ', 'deputy: PGĐ\n    trưởng_phòng: X'],
      'agency.yaml, dòng 11, units[QLCN].trưởng_phòng: không có mục này; ở đây có thể ghi: code, name, aliases, weak_aliases, ambiguous, group, short_name, head, deputy, in_all_units, valid_from, valid_until',
    ],
    [
      'yes in place of true',
      ['deputy: PGĐ', 'deputy: PGĐ\n    ambiguous: yes'],
      'agency.yaml, dòng 11, units[QLCN].ambiguous: ghi “yes”, cần true (có) hoặc false (không)',
    ],
    [
      'a day that does not exist',
      ['deputy: PGĐ', 'deputy: PGĐ\n    valid_until: 2025-06-31'],
      'agency.yaml, dòng 11, units[QLCN].valid_until: ghi “2025-06-31”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30',
    ],
    [
      'a unit that ends before it begins',
      ['deputy: PGĐ', 'deputy: PGĐ\n    valid_from: 2025-07-01\n    valid_until: 2025-06-30'],
      'agency.yaml, dòng 12, units[QLCN].valid_until: ghi “2025-06-30”, cần ngày không trước valid_from (2025-07-01)',
    ],
    [
      'two units with one code',
      ['code: QLCN', 'code: VP'],
      'agency.yaml, dòng 8, units[VP].code: mã “VP” đã dùng ở trên, mỗi mã chỉ một lần',
    ],
    [
      'two units with one name, in other letters',
      ['- phòng CN', '- VĂN PHÒNG  SỞ'],
      'agency.yaml, dòng 12, units[QLCN].aliases[thứ 1]: ghi “VĂN PHÒNG  SỞ”, nhưng đó đã là tên gọi của VP; mỗi tên gọi chỉ được chỉ một đơn vị (tên dùng chung thì ghi trong weak_aliases của cả hai)',
    ],
    [
      'a weak name that is another unit’s own',
      ['deputy: PGĐ', 'deputy: PGĐ\n    weak_aliases: [vp]'],
      'agency.yaml, dòng 11, units[QLCN].weak_aliases[thứ 1]: ghi “vp”, nhưng đó đã là tên gọi của VP; mỗi tên gọi chỉ được chỉ một đơn vị (tên dùng chung thì ghi trong weak_aliases của cả hai)',
    ],
    [
      'a head who is a director',
      ['head: CVP', 'head: GĐ'],
      'agency.yaml, dòng 7, units[VP].head: ghi “GĐ”, người này có vai trò director; người đứng đầu đơn vị cần vai trò unit_head hoặc deputy hoặc secretary hoặc admin',
    ],
    [
      'a deputy who is not one',
      ['deputy: PGĐ', 'deputy: CVP'],
      'agency.yaml, dòng 10, units[QLCN].deputy: ghi “CVP”, người này có vai trò unit_head; phó giám đốc phụ trách cần vai trò deputy',
    ],
    [
      'a group with another code',
      ['deputy: PGĐ', 'group: true'],
      'agency.yaml, dòng 10, units[QLCN].group: chỉ mục có mã ALL_UNITS được ghi group: true',
    ],
    [
      'ALL_UNITS that is no group',
      ['code: QLCN', 'code: ALL_UNITS'],
      'agency.yaml, dòng 8, units[ALL_UNITS].code: mã ALL_UNITS dành cho “các phòng, đơn vị”, cần ghi thêm group: true',
    ],
    [
      'ALL_UNITS with a deputy in charge',
      ['code: QLCN', 'code: ALL_UNITS\n    group: true'],
      'agency.yaml, dòng 11, units[ALL_UNITS].deputy: mục chung cho mọi đơn vị không có mục này',
    ],
    [
      'two people with one code',
      ['code: VT', 'code: GĐ'],
      'agency.yaml, dòng 23, members[GĐ].code: mã “GĐ” đã dùng ở trên, mỗi mã chỉ một lần',
    ],
    [
      'two people with one Telegram account',
      ['role: secretary', 'role: secretary\n    telegram_id: 999000000001'],
      'agency.yaml, dòng 27, members[VT].telegram_id: số 999000000001 đã khai cho PGĐ; mỗi người một số',
    ],
    [
      'a person in a unit that is not there',
      ['unit: VP', 'unit: VPP'],
      'agency.yaml, dòng 31, members[CVP].unit: ghi “VPP”, cần mã của một đơn vị trong units (ý là “VP”?)',
    ],
    [
      'a head without a unit',
      ['    unit: VP\n', ''],
      'agency.yaml, dòng 27, members[CVP]: vai trò unit_head cần ghi unit: mã của đơn vị nơi người này làm việc',
    ],
    [
      'a director in a unit',
      ['role: director', 'role: director\n    unit: VP'],
      'agency.yaml, dòng 18, members[GĐ].unit: vai trò director không thuộc đơn vị nào, bỏ mục này (đơn vị phụ trách ghi ở units, mục deputy)',
    ],
    [
      'no secretary',
      ['role: secretary', 'role: admin'],
      'agency.yaml, dòng 13, members: cần ít nhất một người vai trò secretary (văn thư) để nhập và duyệt nhiệm vụ',
    ],
    [
      'an office that is not there',
      ['office_unit: VP', 'office_unit: VPS'],
      'agency.yaml, dòng 33, settings.office_unit: ghi “VPS”, cần mã của một đơn vị trong units (ý là “VP”?)',
    ],
    [
      'an unknown way of acceptance',
      ['office_unit: VP', 'office_unit: VP\n  acceptance: auto'],
      'agency.yaml, dòng 34, settings.acceptance: ghi “auto”, cần automatic (đơn vị báo xong là xong), secretary (văn thư xác nhận) hoặc leader (lãnh đạo phụ trách xác nhận) (ý là “automatic”?)',
    ],
    [
      'a time without its zero',
      ['office_unit: VP', 'office_unit: VP\n  working_hours:\n    morning: { from: 7:30, to: 11:30 }'],
      'agency.yaml, dòng 35, settings.working_hours.morning.from: ghi “7:30”, cần giờ dạng giờ:phút, từ 00:00 đến 23:59, ví dụ 07:30',
    ],
    [
      'a morning that ends before it begins',
      [
        'office_unit: VP',
        'office_unit: VP\n  working_hours:\n    morning: { from: 07:30, to: 07:00 }\n  reading: { end_of_morning: 11:30 }',
      ],
      'agency.yaml, dòng 35, settings.working_hours.morning.to: 07:00 phải sau morning.from (07:30)',
    ],
    [
      'a reminder before the office opens',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { at: 06:00 }'],
      'agency.yaml, dòng 34, settings.reminders.at: ghi “06:00”, cần giờ trong giờ làm việc, từ 07:30 đến trước 17:00',
    ],
    [
      'a rung of the same day',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { before: [3, 0] }'],
      'agency.yaml, dòng 34, settings.reminders.before[thứ 2]: ghi 0, cần số ngày làm việc từ 1 đến 60, hoặc số ngày kèm giờ riêng, ví dụ { days: 1, at: 14:00 }',
    ],
    [
      'rungs out of their order',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { after: [3, { days: 1, at: 14:00 }] }'],
      'agency.yaml, dòng 34, settings.reminders.after[thứ 2]: ghi 1 sau 3, cần xếp tăng dần và không lặp, ví dụ [1, 3]',
    ],
    [
      'a rung of its own hour after the office has closed',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { before: [{ days: 1, at: 18:00 }] }'],
      'agency.yaml, dòng 34, settings.reminders.before[thứ 1].at: ghi “18:00”, cần giờ trong giờ làm việc, từ 07:30 đến trước 17:00',
    ],
    [
      'a profile that is not there',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { profile: chuan }'],
      'agency.yaml, dòng 34, settings.reminders.profile: ghi “chuan”, cần một trong: nhẹ, chuẩn, gấp (ý là “chuẩn”?)',
    ],
    [
      'a class of tasks that is not there',
      ['office_unit: VP', 'office_unit: VP\n  reminders: { by_category: { province: { profile: gấp } } }'],
      'agency.yaml, dòng 34, settings.reminders.by_category.province: không có mục này; ở đây có thể ghi: provincial, director, arising',
    ],
    [
      'a class of tasks with a wrong ladder',
      [
        'office_unit: VP',
        'office_unit: VP\n  reminders: { by_category: { director: { hours_before: [1, 4] } } }',
      ],
      'agency.yaml, dòng 34, settings.reminders.by_category.director.hours_before[thứ 2]: ghi 4 sau 1, cần xếp giảm dần và không lặp, ví dụ [4, 1]',
    ],
    [
      'a step that comes before the one before it',
      ['office_unit: VP', 'office_unit: VP\n  escalation: { secretary: 3, deputy: 3 }'],
      'agency.yaml, dòng 34, settings.escalation.deputy: 3 phải lớn hơn secretary (3)',
    ],
    [
      'a step that is neither days nor off',
      ['office_unit: VP', 'office_unit: VP\n  escalation: { head: true }'],
      'agency.yaml, dòng 34, settings.escalation.head: ghi true, cần số ngày làm việc sau hạn, từ 1 đến 60, hoặc false (không báo)',
    ],
    [
      'a list at an hour at which nobody reads',
      ['office_unit: VP', 'office_unit: VP\n  digests: { deputy_week: 06:00 }'],
      'agency.yaml, dòng 34, settings.digests.deputy_week: ghi “06:00”, cần giờ trong giờ làm việc, từ 07:30 đến trước 17:00',
    ],
    [
      'a list that is neither an hour nor off',
      ['office_unit: VP', 'office_unit: VP\n  digests: { deputy_week: true }'],
      'agency.yaml, dòng 34, settings.digests.deputy_week: ghi true, cần giờ gửi dạng giờ:phút, ví dụ 07:30, hoặc false (không gửi)',
    ],
    [
      'a list that there is not',
      ['office_unit: VP', 'office_unit: VP\n  digests: { secretary_week: 08:00 }'],
      'agency.yaml, dòng 34, settings.digests.secretary_week: không có mục này (ý là “secretary_day”?)',
    ],
    [
      'an evening before the afternoon',
      ['office_unit: VP', 'office_unit: VP\n  reading: { end_of_evening: 16:00 }'],
      'agency.yaml, dòng 34, settings.reading.end_of_evening: 16:00 phải sau end_of_afternoon (17:00)',
    ],
  ];
  test.each(cases)('%s', (_what, change, problem) => {
    expect(problems(changed(change))).toEqual([problem]);
  });

  test('does not blame what refers to a mistake made elsewhere', () => {
    const text = changed(['role: deputy', 'role: phó'], ['unit: VP', 'unit: 7']);
    expect(problems(text)).toEqual([
      'agency.yaml, dòng 21, members[PGĐ].role: ghi “phó”, cần một trong các vai trò: admin, secretary, director, deputy, unit_head, staff',
      'agency.yaml, dòng 31, members[CVP].unit: ghi 7, cần mã của một đơn vị trong units',
    ]);
  });

  test('that is empty, or something else, is told what belongs there', () => {
    expect(problems('')).toEqual(['agency.yaml: để trống, cần các mục agency, units, members, settings']);
    expect(problems('- a')).toEqual([
      'agency.yaml, dòng 1: ghi một danh sách, cần các mục agency, units, members, settings',
    ]);
  });
});
