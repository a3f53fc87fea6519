import { describe, expect, test } from 'vitest';
import type { LocalMoment } from '../../src/domain/local-time.ts';
import type { DeadlineFinding } from '../../src/reading/findings.ts';
import { explainDeadline } from '../../src/reading/deadline-explanation.ts';
import { readDeadline, readDeadlines, readTypedDeadline } from '../../src/reading/deadline-reader.ts';
import { normalize } from '../../src/reading/normalize.ts';
import { readingContextAt } from '../support/deadline-corpus.ts';

const TUESDAY = '2025-04-01';

const read = (text: string, writtenAt: LocalMoment = TUESDAY): DeadlineFinding => {
  const found = readDeadline(text, readingContextAt(writtenAt));
  if (!found) throw new Error(`No deadline in: ${text}`);
  return found;
};

describe('the explanation', () => {
  test.each([
    [
      'Hoàn thành báo cáo Giám đốc Sở trước ngày 20/4/2025.',
      'trước ngày 20/4/2025 (Chủ nhật) → còn đúng hạn đến hết 19/4; ngày làm việc cuối cùng là thứ Sáu, 18/4',
    ],
    ['Gửi chậm nhất ngày 24/4/2025.', 'chậm nhất ngày 24/4/2025 (thứ Năm) → hạn hết thứ Năm, 24/4'],
    ['Gửi trước 17h00 ngày 15/4/2025.', 'trước 17h00 ngày 15/4/2025 (thứ Ba) → hạn 17h00 thứ Ba, 15/4'],
    [
      'Hoàn thành trong tháng 5/2025.',
      'Hoàn thành trong tháng 5/2025 → hạn hết thứ Bảy, 31/5; ngày làm việc cuối cùng là thứ Sáu, 30/5',
    ],
    [
      'Hệ thống đóng lúc 24h00 ngày 15/4/2025.',
      'đóng lúc 24h00 ngày 15/4/2025 (thứ Ba) → hạn hết thứ Ba, 15/4',
    ],
    [
      'Hoàn thiện hồ sơ sau khi có ý kiến của Sở Tư pháp.',
      'sau khi có ý kiến của Sở Tư pháp → chưa có ngày; chờ: có ý kiến của Sở Tư pháp',
    ],
  ])('%s', (text, explanation) => {
    expect(explainDeadline(read(text))).toBe(explanation);
  });
});

describe('what is known, assumed and asked', () => {
  test('a full date is certain', () => {
    expect(read('Gửi trước ngày 15/4/2025.')).toMatchObject({
      certainty: 'certain',
      assumptions: [],
      question: null,
    });
  });

  test('a year that is not written is assumed', () => {
    expect(read('Gửi trước ngày 15/4.')).toMatchObject({
      certainty: 'assumed',
      assumptions: ['năm 2025 được suy ra từ ngày viết'],
    });
    expect(read('Gửi trước ngày 10/01.', '2025-12-15').deadline.due).toBe('2026-01-10');
  });

  test.each([
    [
      'Thời hạn: ngày 31/4/2025.',
      null,
      'Không rõ ngày “31/4/2025”: tháng 4 có 30 ngày. Nhắn lại hạn, ví dụ: 30/4 hoặc 31/5.',
      ['2025-04-30', '2025-05-31'],
    ],
    [
      'Gửi vào thứ Sáu, ngày 15/4/2025.',
      '2025-04-15',
      'Ngày 15/4/2025 là thứ Ba, không phải thứ Sáu. Hạn là ngày nào?',
      ['2025-04-18', '2025-04-11'],
    ],
    [
      'Trình chậm nhất ngày 07/4/2025.',
      '2025-04-07',
      'Thứ Hai, 07/4 là ngày nghỉ (Giỗ Tổ). Giữ hạn này hay chuyển sang thứ Ba, 08/4?',
      ['2025-04-08'],
    ],
    [
      'Gửi chậm nhất ngày 20/3/2025.',
      '2025-03-20',
      'Hạn thứ Năm, 20/3 đã qua so với ngày viết. Giữ hạn này?',
      [],
    ],
    ['Hạn 28/3', '2026-03-28', 'Ngày 28/3 năm nay đã qua. Hạn là 28/3/2026 hay ngày khác?', ['2025-03-28']],
    [
      'Hạn 15/4 hay 20/4 vậy anh?',
      null,
      'Hạn là thứ Ba, 15/4/2025 hay Chủ nhật, 20/4/2025?',
      ['2025-04-15', '2025-04-20'],
    ],
    [
      'ngày 31 nộp',
      '2025-05-31',
      'Tháng 4 không có ngày 31. Hạn là 30/4/2025 hay 31/5/2025?',
      ['2025-04-30'],
    ],
  ])('%s is asked about', (text, due, question, alternatives) => {
    expect(read(text)).toMatchObject({ certainty: 'ask', deadline: { due }, question, alternatives });
  });

  test.each([
    ['Gửi trước ngày 10/01.', '2024-12-15', '2025-01-10', null],
    [
      'Gửi trước ngày 10/01.',
      '2025-04-01',
      '2026-01-10',
      'Ngày 10/01 năm nay đã qua. Hạn là 10/01/2026 hay ngày khác?',
    ],
  ])(
    '%s written on %s: next year’s where that is nearer, else asked about',
    (text, writtenAt, due, question) => {
      expect(read(text, writtenAt)).toMatchObject({ deadline: { due }, question });
    },
  );

  test('an hour that no day has leaves the day', () => {
    expect(read('Nộp lúc 25h ngày 15/4.')).toMatchObject({
      certainty: 'ask',
      deadline: { due: '2025-04-15' },
      question: 'Không có giờ “25h”. Hạn là mấy giờ? Nhắn lại, ví dụ: 17h00.',
    });
    expect(read('Nộp trước 25h ngày 15/4.').deadline.due).toBe('2025-04-15');
    expect(read('Xử lý trong 48h.', '2025-04-01T09:00:00+07:00').deadline.due).toBe(
      '2025-04-03T09:00:00+07:00',
    );
  });

  test('a weekday that is today is asked about', () => {
    const found = read('thứ 3 nộp nhé');
    expect(found).toMatchObject({
      certainty: 'ask',
      deadline: { due: '2025-04-08' },
      alternatives: [TUESDAY],
    });
  });
});

describe('the agency’s conventions', () => {
  test('"trước" may include its day', () => {
    const base = readingContextAt(TUESDAY);
    const lenient = { ...base, conventions: { ...base.conventions, isBeforeStrict: false } };
    const found = readDeadline('Gửi trước ngày 15/4/2025.', lenient);
    expect(found?.deadline).toMatchObject({ due: '2025-04-15', bound: 'before', lastOk: '2025-04-15' });
  });

  test('half-days end when the agency says', () => {
    const base = readingContextAt(TUESDAY);
    const halfDays = { ...base.conventions.halfDays, morning: '11:00', afternoon: '16:30' };
    const early = { ...base, conventions: { ...base.conventions, halfDays, startOfAfternoon: '13:00' } };
    expect(readDeadline('Sáng mai nộp', early)?.deadline.due).toBe('2025-04-02T11:00:00+07:00');
    expect(readDeadline('cuối giờ chiều nay gửi', early)?.deadline.due).toBe('2025-04-01T16:30:00+07:00');
    expect(readDeadline('đầu giờ chiều mai gửi', early)?.deadline.due).toBe('2025-04-02T13:00:00+07:00');
  });

  test('an hour that has passed today is tomorrow’s, and asked about', () => {
    const found = read('gửi trước 9h nhé', '2025-04-01T10:00:00+07:00');
    expect(found).toMatchObject({ certainty: 'ask', deadline: { due: '2025-04-02T09:00:00+07:00' } });
  });
});

describe('several deadlines', () => {
  const text =
    'Các phòng gửi kế hoạch trước ngày 10/4/2025. Văn phòng Sở tổng hợp, trình Giám đốc Sở trong ngày 14/4/2025; hằng tháng báo cáo vào ngày 20.';

  test('are all found, in order', () => {
    const found = readDeadlines(text, readingContextAt(TUESDAY));
    expect(found.map(({ deadline }) => [deadline.due, deadline.bound])).toEqual([
      ['2025-04-10', 'before'],
      ['2025-04-14', 'on'],
      ['2025-04-20', 'recurring'],
    ]);
  });

  test('the surest governs a sentence, a date to come before one that has passed', () => {
    expect(read('Thứ Năm gửi nháp, hạn chót là thứ Sáu').deadline.due).toBe('2025-04-04');
    expect(
      read('Yêu cầu xong trước ngày 15/3/2025, đến nay chưa xong, gia hạn đến 20/4/2025').deadline.due,
    ).toBe('2025-04-20');
  });

  test('a text normalised before reads the same', () => {
    const decomposed = text.normalize('NFD');
    expect(readDeadlines(normalize(decomposed), readingContextAt(TUESDAY))).toEqual(
      readDeadlines(decomposed, readingContextAt(TUESDAY)),
    );
  });
});

describe('recurrences', () => {
  test.each([
    ['Gửi báo cáo vào ngày 20 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=20', '2025-04-20'],
    ['Trước 16h00 thứ Năm hàng tuần gửi báo cáo', 'FREQ=WEEKLY;BYDAY=TH', '2025-04-03T16:00:00+07:00'],
    ['Hai tuần một lần vào thứ Sáu gửi báo cáo', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2025-04-04'],
    ['Hằng ngày, trước 16h30 gửi số liệu', 'FREQ=DAILY', '2025-04-01T16:30:00+07:00'],
    [
      'Chốt chứng từ vào ngày làm việc cuối cùng của tháng',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2025-04-29',
    ],
    ['Ngày 30 hằng tháng chốt công', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', '2025-04-30'],
    ['Cuối mỗi tháng gửi báo cáo', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2025-04-30'],
    ['Ngày 01 và ngày 16 hằng tháng đối chiếu số dư', 'FREQ=MONTHLY;BYMONTHDAY=1,16', '2025-04-01'],
    ['Gửi báo cáo trước ngày 15 tháng cuối quý', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15', '2025-06-15'],
    ['Gửi báo cáo trước ngày 15/6 và 15/12 hằng năm', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15', '2025-06-15'],
    ['Thứ Hai đầu tiên của tháng báo cáo', 'FREQ=MONTHLY;BYDAY=1MO', '2025-04-07'],
    ['Hằng quý báo cáo Giám đốc Sở', 'FREQ=MONTHLY;INTERVAL=3', null],
    ['6 tháng một lần báo cáo UBND tỉnh', 'FREQ=MONTHLY;INTERVAL=6', null],
    ['Hằng năm báo cáo UBND tỉnh', 'FREQ=YEARLY', null],
  ])('%s', (text, rrule, due) => {
    expect(read(text).deadline).toMatchObject({ bound: 'recurring', rrule, due });
  });

  test('the next occurrence is one that can still be met', () => {
    expect(read('Gửi báo cáo trước ngày 15 hằng tháng', '2025-04-15').deadline.due).toBe('2025-05-15');
    expect(read('Gửi báo cáo chậm nhất ngày 15 hằng tháng', '2025-04-15').deadline.due).toBe('2025-04-15');
    expect(read('Trước 9h thứ Ba hằng tuần gửi lịch', '2025-04-01T10:00:00+07:00').deadline.due).toBe(
      '2025-04-08T09:00:00+07:00',
    );
  });
});

describe('a typed deadline', () => {
  const typed = (text: string): ReturnType<typeof readTypedDeadline> =>
    readTypedDeadline(text, readingContextAt(TUESDAY));

  test.each([
    ['30/4', '2025-04-30'],
    ['15-4', '2025-04-15'],
    ['15', '2025-04-15'],
    ['thứ 6 tuần sau', '2025-04-11'],
    ['sáng mai', '2025-04-02T11:30:00+07:00'],
    ['17h00 ngày mai', '2025-04-02T17:00:00+07:00'],
    ['cuối tháng', '2025-04-30'],
    ['quý III', '2025-09-30'],
    ['2 tuần', '2025-04-15'],
    ['3 ngày nữa', '2025-04-04'],
    ['hạn mới là 18/4 nhé', '2025-04-18'],
    ['ngay 18/4', '2025-04-18'],
    ['trước 18/4', '2025-04-18'],
  ])('%s', (text, due) => {
    const finding = typed(text);
    expect(finding).toMatchObject({ deadline: { due } });
    if ('quote' in finding) expect(text.slice(...finding.span)).toBe(finding.quote);
  });

  test.each([
    ['31/4', 'Không rõ ngày “31/4”: tháng 4 có 30 ngày. Nhắn lại hạn, ví dụ: 30/4 hoặc 05/5.'],
    ['29/2', 'Không rõ ngày “29/2”: tháng 2/2026 có 28 ngày. Nhắn lại hạn, ví dụ: 28/02 hoặc 29/3.'],
    ['15/13/2025', 'Không rõ ngày “15/13/2025”: không có tháng 13. Nhắn lại hạn, ví dụ: 30/4 hoặc 05/5.'],
    ['25h', 'Không có giờ “25h”. Hạn là mấy giờ? Nhắn lại, ví dụ: 17h00.'],
    ['', 'Không rõ hạn “”. Nhắn lại hạn, ví dụ: 30/4, thứ Sáu tuần sau hoặc 17h00 ngày mai.'],
    [
      'chưa biết',
      'Không rõ hạn “chưa biết”. Nhắn lại hạn, ví dụ: 30/4, thứ Sáu tuần sau hoặc 17h00 ngày mai.',
    ],
  ])('%j is answered with what is wrong', (text, problem) => {
    expect(typed(text)).toEqual({ problem });
  });
});

describe('Vietnamese that looks alike', () => {
  test.each([
    ['mai', '2025-04-02'],
    ['Mai gửi anh', '2025-04-02'],
    ['nhờ chị Mai gửi', null],
    ['Mai Hương gửi nhé', null],
    ['gửi ngay', null],
    ['gửi ngày 15/4', '2025-04-15'],
    ['gui ngay 15/4', '2025-04-15'],
    ['chuyển sang phòng khác', null],
    ['sáng thứ 6 gửi', '2025-04-04T11:30:00+07:00'],
    ['lùi sang thứ 6', '2025-04-04'],
    ['phòng CN nộp', null],
    ['CN nộp', '2025-04-06'],
    ['T6 nộp', '2025-04-04'],
    ['tháng tư nộp', '2025-04-30'],
    ['thứ tư nộp', '2025-04-02'],
    ['ngày 20 t4 nộp', '2025-04-20'],
  ])('%s', (text, due) => {
    expect(readDeadline(text, readingContextAt(TUESDAY))?.deadline.due ?? null).toBe(due);
  });
});
