import { describe, expect, it } from 'vitest';
import {
  declinesTransfer,
  hasNothingToName,
  isPlainRefusal,
  openingNumbers,
  readGivenReason,
  wantsNoDeadline,
} from '../../src/reading/short-answers.ts';

describe('an answer to “vì sao?”', () => {
  it.each(['bỏ qua', 'Bỏ qua.', 'bo qua em', 'không', 'không có lý do', 'ko', '-', '.'])(
    '“%s” gives none',
    (text) => {
      expect(readGivenReason(text)).toEqual({ kind: 'none' });
    },
  );

  it.each([
    'thôi',
    'Thôi, để đó.',
    'thôi không hủy nữa',
    'Thôi đừng huỷ nhé',
    'bấm nhầm',
    'à nhầm',
    'Nhầm rồi em',
    'khoan đã',
    'để nguyên',
    'cứ để vậy đi',
    'chưa hủy vội',
    'không trả lại nữa',
    'thôi không xin gia hạn nữa',
    'giữ nguyên nhé',
    'thoi de do',
    'bam nham',
  ])('“%s” takes the question back', (text) => {
    expect(readGivenReason(text)).toEqual({ kind: 'withdrawn' });
  });

  it.each([
    'nhầm số liệu cột 3',
    'tỉnh không yêu cầu nữa',
    'không còn phù hợp',
    'không cần nữa',
    'không làm nữa',
    'không đúng mẫu, làm lại theo Phụ lục II',
    'thôi việc này tỉnh đã giao Sở Tài chính',
    'để Sở Nội vụ làm',
    'Giao nhầm đơn vị',
    'chưa có chữ ký',
    'hủy vì trùng việc 12',
  ])('“%s” is a reason', (text) => {
    expect(readGivenReason(`  ${text} `)).toEqual({ kind: 'reason', text });
  });
});

describe('a no', () => {
  it.each(['không đồng ý', 'Không duyệt, làm cho kịp', 'ko chấp nhận em nhé'])('“%s” refuses', (text) => {
    expect(isPlainRefusal(text)).toBe(true);
  });

  it.each(['đồng ý', 'không đồng ý à?', 'không', 'không duyệtt'])('“%s” does not plainly', (text) => {
    expect(isPlainRefusal(text)).toBe(false);
  });

  it.each(['không', 'Không chuyển', 'ko đồng ý, vẫn để phòng làm', 'khong.'])(
    '“%s” keeps a task where it is',
    (text) => {
      expect(declinesTransfer(text)).toBe(true);
    },
  );

  it.each(['chuyển Phòng QLCN', 'không phải QLCN mà là Thanh tra'])('“%s” does not', (text) => {
    expect(declinesTransfer(text)).toBe(false);
  });
});

describe('nothing to give', () => {
  it.each(['không có', 'dạ chưa có số ạ', 'Không có văn bản.', 'ko'])('“%s”: no document', (text) => {
    expect(hasNothingToName(text)).toBe(true);
  });

  it.each(['không có thời gian', '125/SKHCN', 'chưa xong'])('“%s” is something else', (text) => {
    expect(hasNothingToName(text)).toBe(false);
  });

  it.each(['không hạn', 'ko', 'không có thời hạn', 'khong han.'])('“%s”: no deadline', (text) => {
    expect(wantsNoDeadline(text)).toBe(true);
  });

  it.each(['không quá 5 ngày', 'không muộn hơn 30/4'])('“%s” is one', (text) => {
    expect(wantsNoDeadline(text)).toBe(false);
  });
});

it('numbers open clauses, dates and percentages do not', () => {
  expect(openingNumbers('24 xong; việc 25 đang làm, #26 vướng\n30/4 họp; 60% rồi')).toEqual([24, 25, 26]);
});
