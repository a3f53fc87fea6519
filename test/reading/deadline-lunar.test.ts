import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../src/reading/deadline-reader.ts';
import { readingContextAt } from '../support/deadline-corpus.ts';

// Published calendars. 2025 has a leap sixth month, so that what follows it is later than one would count.
const YEARS = [
  {
    writtenAt: '2023-12-20',
    tet: '2024-02-10',
    kitchenGods: '2024-02-02',
    eve: '2024-02-09',
    firstFullMoon: '2024-02-24',
    hungKings: '2024-04-18',
    ghosts: '2024-08-18',
    midAutumn: '2024-09-17',
  },
  {
    writtenAt: '2024-12-20',
    tet: '2025-01-29',
    kitchenGods: '2025-01-22',
    eve: '2025-01-28',
    firstFullMoon: '2025-02-12',
    hungKings: '2025-04-07',
    ghosts: '2025-09-06',
    midAutumn: '2025-10-06',
  },
  {
    writtenAt: '2025-12-20',
    tet: '2026-02-17',
    kitchenGods: '2026-02-10',
    eve: '2026-02-16',
    firstFullMoon: '2026-03-03',
    hungKings: '2026-04-26',
    ghosts: '2026-08-27',
    midAutumn: '2026-09-25',
  },
  {
    writtenAt: '2026-12-20',
    tet: '2027-02-06',
    kitchenGods: '2027-01-30',
    eve: '2027-02-05',
    firstFullMoon: '2027-02-20',
    hungKings: '2027-04-16',
    ghosts: '2027-08-16',
    midAutumn: '2027-09-15',
  },
] as const;

const due = (text: string, writtenAt: string): string | null =>
  readDeadline(text, readingContextAt(writtenAt))?.deadline.due ?? null;

describe.each(YEARS)('written on $writtenAt', (year) => {
  test.each([
    ['Quyết toán xong trước Tết Nguyên đán', year.tet],
    ['Xong trước Tết', year.tet],
    ['Gửi trước Tết Âm lịch', year.tet],
    ['Nộp trước ngày mùng 1 Tết', year.tet],
    ['Nộp trước ngày 01 tháng Giêng', year.tet],
    ['Tổng hợp trước ngày 23 tháng Chạp', year.kitchenGods],
    ['Tổng hợp trước ngày 23/12 âm lịch', year.kitchenGods],
    ['Xong trước ông Công ông Táo', year.kitchenGods],
    ['Xong trước giao thừa', year.eve],
    ['Xong trước 30 Tết', year.eve],
    ['Báo cáo trước rằm tháng Giêng', year.firstFullMoon],
    ['Báo cáo trước ngày 15 tháng Giêng', year.firstFullMoon],
    ['Xong trước Giỗ Tổ Hùng Vương', year.hungKings],
    ['Gửi trước ngày 10/3 âm lịch', year.hungKings],
    ['Nộp trước ngày 10/3 (ÂL)', year.hungKings],
    ['Xong trước rằm tháng Bảy', year.ghosts],
    ['Xong trước rằm tháng 7', year.ghosts],
    ['Xong trước Trung thu', year.midAutumn],
    ['Trao quà trước rằm tháng Tám', year.midAutumn],
  ])('%s', (text, date) => {
    expect(due(text, year.writtenAt)).toBe(date);
  });
});

describe('the lunar and the solar calendar are told apart', () => {
  test.each([
    ['Xong trước Tết Dương lịch', '2025-12-20', '2026-01-01'],
    ['Xong trước kỳ nghỉ Tết Dương lịch 2026', '2025-12-20', '2026-01-01'],
    ['Nộp trước Tết Tây nhé', '2025-12-20', '2026-01-01'],
    ['Gửi trước ngày 25/12', '2025-12-20', '2025-12-25'],
    ['Gửi trước ngày 25/12 (dương lịch)', '2025-12-20', '2025-12-25'],
    ['Gửi trước ngày 25/12 ÂL', '2025-12-20', '2026-02-12'],
    ['mùng 5 nộp nhé', '2025-12-20', '2026-01-05'],
    ['mùng 5 Tết nộp nhé', '2025-12-20', '2026-02-21'],
    ['Nộp trước rằm tháng Ba', '2025-04-01', '2025-04-12'],
    ['Nộp trước rằm', '2025-04-01', '2025-04-12'],
    ['Nộp trước ngày 15 tháng 6 âm lịch', '2025-06-01', '2025-07-09'],
    ['Nộp trước ngày 15 tháng 6 nhuận', '2025-06-01', '2025-08-08'],
    ['Nộp trước ngày 15/6 nhuận âm lịch', '2025-06-01', '2025-08-08'],
  ])('%s, written on %s', (text, writtenAt, date) => {
    expect(due(text, writtenAt)).toBe(date);
  });

  test('"mùng" without more is asked about', () => {
    expect(readDeadline('mùng 5 nộp nhé', readingContextAt('2025-12-20'))?.question).toBe(
      '“Mùng 5” là 05/01/2026 dương lịch hay 24/12/2025 (mùng 5 âm lịch)?',
    );
  });
});
