import { describe, expect, test } from 'vitest';
import { readCalendarTable } from '../../src/config/calendar-table.ts';
import { missingYears, readHolidays } from '../../src/config/holidays-file.ts';
import { parseYaml } from '../../src/config/yaml-file.ts';
import { problemsIn } from './problems.ts';

const SMALL = `weekend: [saturday, sunday]
years:
  2025:
    days_off:
      2025-04-30: Ngày Chiến thắng
      2025-05-01: Quốc tế Lao động
    swapped_days:
      2025-05-02: 2025-04-26
`;

const read = (text: string) => readHolidays(parseYaml('holidays.yaml', text));

const problems = (text: string) => problemsIn(() => read(text));

describe('a right calendar', () => {
  test('becomes days off, working Saturdays and the years it knows', () => {
    expect(read(SMALL).data).toEqual({
      weekend: [6, 7],
      daysOff: {
        '2025-04-30': 'Ngày Chiến thắng',
        '2025-05-01': 'Quốc tế Lao động',
        '2025-05-02': 'Hoán đổi',
      },
      workingSaturdays: ['2025-04-26'],
      years: [2025],
    });
  });

  test('may have a Saturday worked for no day off, or for a day of the next year', () => {
    const text = `${SMALL}    working_saturdays: [2025-06-14]
  2026:
    days_off: {}
    swapped_days:
      2026-01-02: 2025-12-27
`;
    expect(read(text).data.workingSaturdays).toEqual(['2025-04-26', '2025-06-14', '2025-12-27']);
  });

  test('that skips a year is used, with a warning', () => {
    const { data, warnings } = read(`${SMALL}  2027:\n    days_off:\n      2027-01-01: Tết Dương lịch\n`);
    expect(data.years).toEqual([2025, 2027]);
    expect(warnings).toEqual(['holidays.yaml: thiếu lịch nghỉ năm 2026']);
  });

  test('tells which of this year and the next it lacks', () => {
    const { data } = read(SMALL);
    expect(missingYears(data, '2024-12-31')).toEqual([2024]);
    expect(missingYears(data, '2025-01-01')).toEqual([2026]);
    expect(missingYears(data, '2026-01-01')).toEqual([2026, 2027]);
  });
});

describe('a wrong calendar', () => {
  test('names every mistake at once', () => {
    expect(
      problems(`weekend: [saturday, sundai]
years:
  2025:
    days_off:
      2025-04-31: Ngày Chiến thắng
      2025-4-30: Ngày Chiến thắng
      2024-05-01: Quốc tế Lao động
      2025-09-02:
    swapped_days:
      2025-05-02: 2025-04-25
      2025-05-03: 2025-04-26
      2025-09-02: 2025-08-32
    working_saturdays: [2025-04-26, 2023-04-22]
    nghỉ_bù: {}
  25:
    days_off: {}
`),
    ).toEqual([
      'holidays.yaml, dòng 1, weekend[thứ 2]: ghi “sundai”, cần saturday (thứ Bảy) hoặc sunday (Chủ nhật) (ý là “sunday”?)',
      'holidays.yaml, dòng 5, years.2025.days_off.2025-04-31: ghi “2025-04-31”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30',
      'holidays.yaml, dòng 6, years.2025.days_off.2025-4-30: ghi “2025-4-30”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30',
      'holidays.yaml, dòng 7, years.2025.days_off.2024-05-01: ghi “2024-05-01”, cần ngày trong năm 2025',
      'holidays.yaml, dòng 8, years.2025.days_off.2025-09-02: để trống, cần lý do nghỉ, ví dụ Quốc khánh',
      'holidays.yaml, dòng 10, years.2025.swapped_days.2025-05-02: ghi “2025-04-25”, ngày này không phải thứ Bảy; ngày làm bù phải là thứ Bảy',
      'holidays.yaml, dòng 11, years.2025.swapped_days.2025-05-03: ghi “2025-05-03”, ngày này là cuối tuần; cần một ngày làm việc được nghỉ',
      'holidays.yaml, dòng 12, years.2025.swapped_days.2025-09-02: ghi “2025-08-32”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30',
      'holidays.yaml, dòng 13, years.2025.working_saturdays[thứ 1]: ghi “2025-04-26”, ngày làm bù này đã khai ở trên',
      'holidays.yaml, dòng 13, years.2025.working_saturdays[thứ 2]: ghi “2023-04-22”, cần ngày trong năm 2025 hoặc năm liền kề',
      'holidays.yaml, dòng 14, years.2025.nghỉ_bù: không có mục này; ở đây có thể ghi: days_off, swapped_days, working_saturdays',
      'holidays.yaml, dòng 15, years.25: ghi “25”, cần một năm gồm bốn chữ số, ví dụ 2025',
    ]);
  });

  test('a day that is both off and worked, or off twice', () => {
    expect(
      problems(`weekend: [saturday, sunday]
years:
  2025:
    days_off:
      2025-04-26: Nghỉ
      2025-05-02: Nghỉ
    swapped_days:
      2025-05-02: 2025-04-26
`),
    ).toEqual([
      'holidays.yaml, dòng 8, years.2025.swapped_days.2025-05-02: ngày này đã có trong days_off, chỉ ghi một nơi',
      'holidays.yaml, dòng 8, years.2025.swapped_days.2025-05-02: ghi “2025-04-26”, ngày này đã khai là ngày nghỉ',
    ]);
  });

  test('no year at all', () => {
    expect(problems('weekend: [saturday, sunday]\nyears: {}\n')).toEqual([
      'holidays.yaml, dòng 2, years: cần ít nhất một năm',
    ]);
  });
});

describe('a bare table', () => {
  const table = (text: string) => readCalendarTable(parseYaml('calendar.json', text));

  test('knows the years that it has days off in', () => {
    const text = JSON.stringify({
      source: 'somewhere',
      weekend: ['Sat', 'Sun'],
      days_off: { '2025-04-30': 'Ngày Chiến thắng', '2024-01-01': 'Tết Dương lịch' },
      working_saturdays: ['2025-04-26'],
    });
    expect(table(text)).toEqual({
      weekend: [6, 7],
      daysOff: { '2025-04-30': 'Ngày Chiến thắng', '2024-01-01': 'Tết Dương lịch' },
      workingSaturdays: ['2025-04-26'],
      years: [2024, 2025],
    });
  });

  test('is checked too', () => {
    expect(problemsIn(() => table('{"weekend": ["Sat"],\n"days_off": {"2025-02-30": "Nghỉ"}}'))).toEqual([
      'calendar.json, dòng 2, days_off.2025-02-30: ghi “2025-02-30”, cần ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30',
    ]);
    expect(problemsIn(() => table('{"weekend": ["Sab"],\n"days_off": {}}'))).toEqual([
      'calendar.json, dòng 1, weekend[thứ 1]: ghi “Sab”, cần một trong: Mon, Tue, Wed, Thu, Fri, Sat, Sun (ý là “Sat”?)',
    ]);
  });
});
