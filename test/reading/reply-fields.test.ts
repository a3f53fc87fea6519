import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../src/domain/local-time.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { corpusTable, repliedAt } from './reply-context.ts';

const context = repliedAt();

describe('particulars', () => {
  test.each([
    // Tasks.
    ['NV 7, 8, 9 đã xong cả rồi ạ', { taskNumbers: [7, 8, 9] }],
    ['Việc 1 đến 4 đã xong', { taskNumbers: [1, 2, 3, 4] }],
    ['việc thứ 2 xong rồi', { taskNumbers: [2] }],
    ['#23 xong', { taskNumbers: [23] }],
    ['việc 1 2 3 xong rồi', { taskNumbers: [1, 2, 3] }],
    ['Nhiệm vụ 13 phòng chưa triển khai', { taskNumbers: [13] }],
    ['xong 23, 24', { taskNumbers: [23, 24] }],
    // Progress; 4/6 is a ratio, 4/6 as a day is none here.
    ['Đang thực hiện, đạt khoảng 60%', { progress: 60 }],
    ['được 45 phần trăm', { progress: 45 }],
    ['60-70% rồi anh', { progress: 60 }],
    ['làm được một nửa', { progress: 50 }],
    ['Hoàn thành 4/6 nội dung', { isPartial: true }],
    ['chưa triển khai', { progress: 0 }],
    ['Đúng tiến độ', { isOnTrack: true }],
    // Documents, in their official spelling whatever was typed.
    ['Đã trình tại Tờ trình số 45/TTr-SKHCN ngày 10/4', { docNo: '45/TTr-SKHCN', docDate: '2025-04-10' }],
    ['da trinh to trinh so 45/ttr-skhcn ngay 10/4', { docNo: '45/TTr-SKHCN', docDate: '2025-04-10' }],
    [
      'Đã phát hành Công văn số 512/SKHCN-QLCN ngày 08/4/2025',
      { docNo: '512/SKHCN-QLCN', docDate: '2025-04-08' },
    ],
    ['Đã ban hành Kế hoạch số 336-KH/TU', { docNo: '336-KH/TU' }],
    ['Tờ trình 45 em trình rồi', { docNo: '45' }],
    ['Đính chính: Tờ trình số 54 chứ không phải 45', { docNo: '54' }],
    ['Nhầm, 60% chứ không phải 80%', { progress: 60 }],
    // When it was done: the year not written is this one, the weekday the last one.
    ['Nhiệm vụ 5 đã hoàn thành ngày 11/4', { doneDate: '2025-04-11', taskNumbers: [5] }],
    ['Em gửi mail cho VP từ hôm thứ 6 rồi ạ', { doneDate: '2025-04-11' }],
    ['xong từ hôm qua rồi', { doneDate: '2025-04-13' }],
    ['em nộp thứ 5 rồi', { doneDate: '2025-04-10' }],
    ['xong từ thứ 6 tuần trước', { doneDate: '2025-04-11' }],
    ['nộp 3 hôm trước rồi', { doneDate: '2025-04-11' }],
    // What is asked for, promised, put off.
    ['Cho phòng em đến thứ 6 nhé', { newDue: '2025-04-18' }],
    [
      'Đề nghị điều chỉnh thời hạn nhiệm vụ 11 sang Quý III/2025',
      { newDue: '2025-09-30', taskNumbers: [11] },
    ],
    ['xin lùi sang tháng 5', { newDue: '2025-05-31' }],
    ['Xin lùi việc 6 sang thứ 3 tuần sau', { newDue: '2025-04-22', taskNumbers: [6] }],
    ['Hạn cũ 10/4 đã qua, xin cấp hạn mới là 24/4', { newDue: '2025-04-24' }],
    ['xin đến 20/4 (hạn cũ 16/4)', { newDue: '2025-04-20' }],
    ['đề nghị lùi thời hạn từ 18/4 sang 29/4', { newDue: '2025-04-29' }],
    ['nv7 và nv8 cho lùi đến hết tháng này được không', { newDue: '2025-04-30', taskNumbers: [7, 8] }],
    ['cho e them 2 ngay', { newDue: '2025-04-16', extraTime: { amount: 2, unit: 'day' } }],
    [
      'xin gia hạn thêm 5 ngày làm việc',
      { newDue: '2025-04-21', extraTime: { amount: 5, unit: 'working_day' } },
    ],
    ['Đồng ý cho gia hạn đến 25/4', { newDue: '2025-04-25' }],
    ['Chiều mai em gửi', { eta: '2025-04-15T17:00:00+07:00' }],
    ['Đang làm, thứ 4 xong ạ', { eta: '2025-04-16' }],
    ['Để mai nhắc lại em', { until: '2025-04-15' }],
    ['nhắc em lúc 15h', { until: '2025-04-14T15:00:00+07:00' }],
    // Why, on whom, to whom.
    ['Xin lùi đến 30/4 do chưa có số liệu', { newDue: '2025-04-30', reason: 'chưa có số liệu' }],
    ['Chưa có văn bản nên chưa triển khai', { progress: 0, reason: 'Chưa có văn bản' }],
    ['Vướng kinh phí chưa được cấp', { reason: 'kinh phí chưa được cấp' }],
    ['Việc 8 bị kẹt, phòng QLKH chưa gửi số liệu', { taskNumbers: [8], waitingOn: 'QLKH&CN' }],
    ['đang chờ phòng KHTC', { waitingOn: 'KHTC' }],
    ['đang chờ Giám đốc ký', { waitingOn: 'Giám đốc' }],
    ['Đã trình UBND tỉnh', { waitingOn: 'UBND tỉnh' }],
    ['Đề nghị chuyển Trung tâm CĐS', { toUnit: 'TT CĐS&ĐMST' }],
    ['Việc này của phòng QLKH&CN chứ không phải phòng em', { toUnit: 'QLKH&CN' }],
    ['Việc này giao cho đồng chí Phúc', { toPerson: 'đồng chí Phúc' }],
    ['Chưa xong, còn thiếu chữ ký của Chi cục', { remaining: 'chữ ký của Chi cục', isPartial: true }],
  ])('%s', (text, fields) => {
    expect(readReply(text, context).fields).toMatchObject(fields);
  });

  test('each task keeps its own', () => {
    const { items } = readReply('NV1: hoàn thành; NV2: 50%; NV3: xin đến 30/4.', context);
    expect(items).toEqual([
      { taskNo: 1, intent: 'done', fields: {} },
      { taskNo: 2, intent: 'in_progress', fields: { progress: 50 } },
      { taskNo: 3, intent: 'extension_request', fields: { newDue: '2025-04-30' } },
    ]);
  });

  test('a day without its year is the nearest one', () => {
    const inJanuary = repliedAt('2025-01-06');
    expect(readReply('Đã xong ngày 30/12', inJanuary).fields.doneDate).toBe('2024-12-30');
    const inDecember = repliedAt('2025-12-29');
    expect(readReply('Xin lùi đến 10/1', inDecember).fields.newDue).toBe('2026-01-10');
  });

  test('a time of day that has passed is behind', () => {
    const atThree = repliedAt('2025-04-14T15:00:00+07:00');
    expect(readReply('9h sáng nay em gửi báo cáo rồi', atThree)).toMatchObject({
      intent: 'done',
      fields: { doneDate: '2025-04-14' },
    });
  });
});

describe('until the end of a month, a quarter, a year', () => {
  const until = corpusTable('replies-until.yaml') as Record<string, Record<string, string>>;

  test.each(Object.entries(until))('written on %s', (writtenAt, days) => {
    const said = Object.keys(days).map((says) => {
      const { newDue, eta } = readReply(says, repliedAt(writtenAt)).fields;
      return [says, newDue ?? eta];
    });
    expect(Object.fromEntries(said)).toEqual(days);
  });

  // Whatever the month of writing: the words before a month must not stand for the present one.
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))('month %i of 2026', (month) => {
    const writtenAt = repliedAt('2026-01-05');
    const lastDay = addDays(addMonths(`2026-${String(month).padStart(2, '0')}-01`, 1), -1);
    const quarterEnd = addDays(addMonths('2026-01-01', 3 * Math.ceil(month / 3)), -1);
    const quarter = ['I', 'II', 'III', 'IV'][Math.ceil(month / 3) - 1];
    const says = (end: string): string[] => [
      `Xin gia hạn đến hết ${end}`,
      `Đề nghị cho lùi tới cuối ${end}`,
      `Kính đề nghị lãnh đạo cho dời sang ${end} ạ`,
      `Đề nghị chuyển nhiệm vụ 8 sang ${end}`,
      `xin khất qua hết ${end}`,
    ];
    const newDues = (end: string): unknown[] =>
      says(end).map((text) => readReply(text, writtenAt).fields.newDue);
    expect.soft(newDues(`tháng ${month}/2026`)).toEqual(Array(5).fill(lastDay));
    expect.soft(newDues(`tháng ${month} năm 2026`)).toEqual(Array(5).fill(lastDay));
    expect(newDues(`Quý ${quarter ?? ''}/2026`)).toEqual(Array(5).fill(quarterEnd));
  });
});

describe('what is known of the answered message', () => {
  test('“Rồi” answers a reminder, and is asked about', () => {
    expect(readReply('Rồi ạ', context)).toMatchObject({ intent: 'ack', certainty: 'ask' });
    expect(readReply('Rồi ạ', context, { answersReminder: true })).toMatchObject({
      intent: 'done',
      certainty: 'ask',
    });
  });

  test('“xong” in answer to several tasks is sure of none', () => {
    expect(readReply('xong rồi ạ', context, { taskNumbers: [23] }).certainty).not.toBe('ask');
    expect(readReply('xong rồi ạ', context, { taskNumbers: [23, 24] })).toMatchObject({
      intent: 'done',
      certainty: 'ask',
    });
    expect(readReply('23 xong rồi ạ', context, { taskNumbers: [23, 24] })).toMatchObject({
      intent: 'done',
      certainty: 'certain',
      fields: { taskNumbers: [23] },
    });
  });

  test('a bare number that is none of its tasks is no task', () => {
    expect(readReply('5 xong', context, { taskNumbers: [23, 24] }).fields.taskNumbers).toBeUndefined();
    expect(readReply('việc 5 xong', context, { taskNumbers: [23, 24] }).fields.taskNumbers).toEqual([5]);
  });
});

describe('what is known of who writes', () => {
  const from = (speaker: 'unit' | 'leader', text: string): string => {
    const { intent, certainty } = readReply(text, context, { speaker });
    return certainty === 'ask' ? `${intent}?` : intent;
  };

  test.each([
    ['làm xong trước thứ 6', 'in_progress', 'instruction'],
    ['chiều nay xong', 'in_progress', 'instruction'],
    ['mai nộp', 'in_progress', 'instruction'],
    ['cho em thêm 2 ngày', 'extension_request', 'approve_extension'],
    ['Cho lùi đến 25/4', 'extension_request?', 'approve_extension'],
    ['Chưa được.', 'not_done', 'returned'],
    ['Chưa đạt, làm lại', 'in_progress?', 'returned'],
    ['Đã duyệt', 'done?', 'accept_done'],
    ['Xong rồi', 'done', 'accept_done?'],
    ['Đề nghị các phòng gửi báo cáo trước thứ 6', 'instruction', 'instruction'],
    ['Chưa xong', 'not_done', 'not_done'],
  ])('“%s” from a unit: %s; from a leader: %s', (text, ofUnit, ofLeader) => {
    expect([from('unit', text), from('leader', text)]).toEqual([ofUnit, ofLeader]);
  });

  test('of another unit, “xong rồi” is news and no report', () => {
    const text = 'Phòng KHTC xong rồi ạ';
    expect(readReply(text, context, { units: ['KHTC'] }).intent).toBe('done');
    expect(readReply(text, context, { units: ['CĐS'] })).toMatchObject({
      intent: 'in_progress',
      certainty: 'ask',
    });
  });
});

describe('one line says what was understood', () => {
  test.each([
    ['Đã trình tại Tờ trình số 45/TTr-SKHCN ngày 10/4.', 'Đã trình, Tờ trình số 45/TTr-SKHCN ngày 10/4'],
    ['Cho phòng em đến thứ 6 nhé.', 'Đề nghị gia hạn đến thứ Sáu, 18/4'],
    ['cho e them 2 ngay', 'Đề nghị gia hạn thêm 2 ngày'],
    ['Nhiệm vụ 5 đã hoàn thành ngày 11/4.', 'Việc 5: đã xong ngày 11/4'],
    ['Đang thực hiện, đạt khoảng 60%.', 'Đang làm, đạt 60%'],
    ['Đang vướng do chưa có hướng dẫn của Bộ.', 'Đang vướng: chưa có hướng dẫn của Bộ'],
    ['Chiều mai em gửi ạ', 'Đang làm, dự kiến 17h00 thứ Ba, 15/4'],
    ['Xin gia hạn đến 10/1/2026', 'Đề nghị gia hạn đến thứ Bảy, 10/01/2026'],
    ['Đề nghị chuyển Trung tâm CĐS', 'Đề nghị chuyển Trung tâm Chuyển đổi số và Đổi mới sáng tạo'],
    ['đang chờ phòng KHTC', 'Đang làm, chờ Phòng KHTC'],
    ['Đã trình UBND tỉnh', 'Đã trình, chờ UBND tỉnh'],
    ['NV1: hoàn thành; NV2: 50%', 'Việc 1: đã xong; việc 2: đang làm, đạt 50%'],
    ['23 xong, các việc còn lại đang làm', 'Việc 23: đã xong; các việc còn lại: đang làm'],
    ['Em nhầm, việc 12 chưa xong', 'Đính chính việc 12: chưa xong'],
    ['Xong chưa?', 'Câu hỏi, không phải báo cáo'],
    ['Đã triển khai', 'Chưa rõ, có thể là: đang làm'],
    ['abc xyz', 'Chưa rõ ý trả lời'],
  ])('%s', (text, explanation) => {
    expect(readReply(text, context).explanation).toBe(explanation);
  });
});
