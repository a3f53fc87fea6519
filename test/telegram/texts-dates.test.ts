import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../src/domain/deadline.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import {
  clockTime,
  dayAndMonth,
  fullDate,
  fullMoment,
  shortMoment,
  weekdayDate,
} from '../../src/telegram/texts/dates.ts';
import {
  deadlineText,
  dueToday,
  overdueBy,
  shortDeadline,
  timeLeft,
} from '../../src/telegram/texts/deadline.ts';
import { aDueDate } from './support/views.ts';

const TODAY = '2025-04-16';

describe('dates', () => {
  it.each([
    [dayAndMonth('2025-04-18'), '18/4'],
    [dayAndMonth('2025-05-09'), '09/5'],
    [dayAndMonth('2025-02-05'), '05/02'],
    [dayAndMonth('2025-01-15'), '15/01'],
    [dayAndMonth('2025-12-31'), '31/12'],
    [fullDate('2025-04-18'), 'thứ Sáu, 18/4/2025'],
    [fullDate('2025-04-20'), 'Chủ nhật, 20/4/2025'],
    [weekdayDate('2025-04-18', TODAY), 'thứ Sáu, 18/4'],
    [weekdayDate('2026-01-05', TODAY), 'thứ Hai, 05/01/2026'],
    [fullMoment('2025-04-18'), 'thứ Sáu, 18/4/2025'],
    [fullMoment('2025-04-18T17:00:00+07:00'), '17h00 thứ Sáu, 18/4/2025'],
    [shortMoment('2025-04-18T08:05:00+07:00', TODAY), '08h05 18/4'],
    [shortMoment('2026-04-18', TODAY), '18/4/2026'],
    [clockTime(instantOf('2025-04-21', '08:00')), '08h00 thứ Hai, 21/4'],
    [clockTime(instantOf('2026-01-05', '08:00'), TODAY), '08h00 thứ Hai, 05/01/2026'],
    [clockTime(Date.UTC(2025, 3, 20, 17, 0)), '00h00 thứ Hai, 21/4'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});

const undated = (set: Partial<Deadline>): Deadline => ({
  raw: '',
  due: null,
  bound: 'none',
  precision: 'none',
  lastOk: null,
  lastOkWorkday: null,
  rrule: null,
  condition: null,
  ...set,
});

const at5 = (date: string): string => `${date}T17:00:00+07:00`;
const morning = '2025-04-03T11:30:00+07:00';

describe('a deadline', () => {
  it.each<[string, Deadline | null, string, string]>([
    [
      'before a working day',
      aDueDate('2025-04-15', 'before'),
      'trước 15/4/2025 (thứ Ba), nên cần xong trong thứ Hai, 14/4',
      'hạn trước 15/4',
    ],
    [
      'before a Sunday',
      aDueDate('2025-04-20', 'before'),
      'trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4',
      'hạn trước 20/4',
    ],
    [
      'before a day that counts',
      aDueDate('2025-04-15', 'before', {}, false),
      'trước 15/4/2025 (thứ Ba, tính cả ngày này)',
      'hạn 15/4',
    ],
    [
      'before an hour',
      aDueDate(at5('2025-04-15'), 'before', { precision: 'instant' }),
      'trước 17h00 thứ Ba, 15/4/2025',
      'hạn trước 17h00 15/4',
    ],
    ['by a working day', aDueDate('2025-04-18'), 'chậm nhất thứ Sáu, 18/4/2025', 'hạn 18/4'],
    [
      'by a Saturday',
      aDueDate('2025-04-19'),
      'chậm nhất thứ Bảy, 19/4/2025, nên cần xong trong thứ Sáu, 18/4',
      'hạn 19/4',
    ],
    [
      'by an hour',
      aDueDate(at5('2025-04-18'), 'by', { precision: 'instant' }),
      'chậm nhất 17h00 thứ Sáu, 18/4/2025',
      'hạn 17h00 18/4',
    ],
    [
      'by a holiday',
      aDueDate('2025-04-30'),
      'chậm nhất thứ Tư, 30/4/2025 (ngày nghỉ), nên cần xong trong thứ Ba, 29/4',
      'hạn 30/4',
    ],
    [
      'the day after a holiday',
      aDueDate('2025-05-01', 'before'),
      'trước 01/5/2025 (thứ Năm), 30/4 nghỉ, nên cần xong trong thứ Ba, 29/4',
      'hạn trước 01/5',
    ],
    [
      'before the end of a holiday',
      aDueDate('2025-05-03', 'before'),
      'trước 03/5/2025 (thứ Bảy), 30/4–02/5 nghỉ, nên cần xong trong thứ Ba, 29/4',
      'hạn trước 03/5',
    ],
    [
      'on a morning',
      aDueDate(morning, 'on', { precision: 'half_day' }),
      'sáng thứ Năm, 03/4/2025 (đến 11h30)',
      'hạn 11h30 03/4',
    ],
    [
      'by an afternoon',
      aDueDate(at5('2025-04-18'), 'by', { precision: 'half_day' }),
      'chậm nhất chiều thứ Sáu, 18/4/2025 (đến 17h00)',
      'hạn 17h00 18/4',
    ],
    ['on a day', aDueDate('2025-04-04', 'on'), 'thứ Sáu, 04/4/2025', 'hạn 04/4'],
    [
      'within a month',
      aDueDate('2025-05-31', 'within', { precision: 'month' }),
      'đến hết thứ Bảy, 31/5/2025, nên cần xong trong thứ Sáu, 30/5',
      'hạn 31/5',
    ],
    [
      'next year',
      aDueDate('2026-01-10', 'before'),
      'trước 10/01/2026 (thứ Bảy), nên cần xong trong thứ Sáu, 09/01',
      'hạn trước 10/01/2026',
    ],
    [
      'across New Year',
      aDueDate('2026-01-01', 'before'),
      'trước 01/01/2026 (thứ Năm), nên cần xong trong thứ Tư, 31/12/2025',
      'hạn trước 01/01/2026',
    ],
    [
      'again and again',
      aDueDate('2025-04-18', 'recurring', { raw: 'thứ Sáu hằng tuần', rrule: 'FREQ=WEEKLY;BYDAY=FR' }),
      'định kỳ “thứ Sáu hằng tuần”, kỳ tới thứ Sáu, 18/4/2025',
      'hạn 18/4',
    ],
    [
      'again and again without a day',
      undated({ bound: 'recurring', raw: 'hằng tháng', rrule: 'FREQ=MONTHLY' }),
      'định kỳ “hằng tháng”',
      'định kỳ',
    ],
    [
      'after an event',
      undated({
        raw: 'sau khi Luật Khoa học và Công nghệ mới ban hành',
        condition: 'Luật Khoa học và Công nghệ mới ban hành',
      }),
      'chưa có ngày (“sau khi Luật Khoa học và Công nghệ mới ban hành”)',
      'chưa có hạn',
    ],
    [
      'before an event, in the words of the text',
      undated({ raw: 'trước Hội nghị cải cách hành chính', condition: 'Hội nghị cải cách hành chính' }),
      'chưa có ngày (“trước Hội nghị cải cách hành chính”)',
      'chưa có hạn',
    ],
    ['none', null, 'chưa có hạn', 'chưa có hạn'],
  ])('%s', (_, deadline, inFull, inList) => {
    expect(deadlineText(deadline)).toBe(inFull);
    expect(shortDeadline(deadline, TODAY)).toBe(inList);
  });

  it.each([
    [timeLeft(aDueDate('2025-04-18'), 2, TODAY), 'còn 2 ngày làm việc (thứ Sáu, 18/4)'],
    [timeLeft(aDueDate('2025-04-20', 'before'), 2, TODAY), 'còn 2 ngày làm việc (thứ Sáu, 18/4)'],
    [timeLeft(aDueDate('2025-04-16'), 0, TODAY), 'hôm nay là ngày cuối'],
    [dueToday(aDueDate('2025-04-16')), 'đến hạn, hôm nay là ngày cuối'],
    [dueToday(aDueDate('2025-04-20', 'before')), 'đến hạn, hôm nay là ngày cuối'],
    [dueToday(aDueDate(at5('2025-04-16'))), 'đến hạn lúc 17h00 hôm nay'],
    [overdueBy(0), 'mới quá hạn'],
    [overdueBy(3), 'quá hạn 3 ngày làm việc'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
