import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-time.ts';
import { addDays, dateParts, localMoment } from '../../src/domain/local-time.ts';
import { solarToLunar } from '../../src/domain/lunar-calendar.ts';
import { explainDeadline } from '../../src/reading/deadline-explanation.ts';
import { readDeadline, readDeadlines, readTypedDeadline } from '../../src/reading/deadline-reader.ts';
import { deadlineCorpus, readingContextAt } from '../support/deadline-corpus.ts';

const WRITTEN_AT = '2025-04-01';
const context = readingContextAt(WRITTEN_AT);
const settings = { seed: 20250401, numRuns: 400 };

const corpus = deadlineCorpus();
const row = fc.constantFrom(...corpus);
/** Sentences with diacritics: next to an accented citation, one without them would no longer be a text without them. */
const datedSentence = fc.constantFrom(
  ...corpus.filter(({ text, due }) => due !== null && /[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ]/iu.test(text)),
);

/** What is read, without the words it was read from. */
const readingOf = (text: string, writtenAt: string): unknown => {
  const deadline = readDeadline(text, readingContextAt(writtenAt))?.deadline;
  return deadline && { ...deadline, raw: '', condition: deadline.condition === null ? null : 'some' };
};

describe('the way a text is written changes nothing', () => {
  test.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['decomposed', (text: string) => text.normalize('NFD')],
    ['with more spaces', (text: string) => text.replaceAll(' ', '   ')],
    ['with spaces that do not break', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['with soft hyphens and zero-width spaces', (text: string) => text.replaceAll(' ', '\u00ad \u200b')],
    ['with spaces round it', (text: string) => `  ${text}\n`],
    ['with typographic dashes', (text: string) => text.replaceAll('-', '–')],
  ])('%s', (_, change) => {
    for (const { text, writtenAt } of corpus) {
      expect(readingOf(change(text), writtenAt), text).toEqual(readingOf(text, writtenAt));
    }
  });
});

const documentNumber = fc
  .record({
    number: fc.integer({ min: 1, max: 3000 }),
    kind: fc.constantFrom('Công văn', 'Kế hoạch', 'Thông báo', 'Quyết định', 'Nghị quyết', 'Chỉ thị'),
    symbol: fc.constantFrom(
      '/UBND-KGVX',
      '/KH-UBND',
      '/TB-SKHCN',
      '-NQ/TW',
      '/QĐ-TTg',
      '-CT/TU',
      '/2024/NĐ-CP',
    ),
    issuer: fc.constantFrom('UBND tỉnh', 'Chính phủ', 'Tỉnh ủy', 'Bộ Khoa học và Công nghệ'),
    date: fc.integer({ min: -600, max: 600 }).map((days) => addDays(WRITTEN_AT, days)),
  })
  .map(({ number, kind, symbol, issuer, date }) => {
    const { day, month, year } = dateParts(date);
    return `${kind} số ${number}${symbol} ngày ${String(day).padStart(2, '0')}/${month}/${year} của ${issuer}`;
  });

test('a cited document with its date never changes a deadline', () => {
  const place = fc.constantFrom(
    (text: string, cited: string) => `Thực hiện ${cited}, ${text}`,
    (text: string, cited: string) => `Căn cứ ${cited}; ${text}`,
    (text: string, cited: string) => `Triển khai ${cited}: ${text}`,
    (text: string, cited: string) => `${text.replace(/[.…]*$/u, '')} (theo ${cited}).`,
    (text: string, cited: string) => `${text}\n${cited}.`,
  );
  fc.assert(
    fc.property(datedSentence, documentNumber, place, ({ text, writtenAt }, cited, put) => {
      expect(readingOf(put(text, cited), writtenAt)).toEqual(readingOf(text, writtenAt));
    }),
    settings,
  );
});

test('a cited document alone sets none', () => {
  fc.assert(
    fc.property(documentNumber, (cited) => {
      expect(readDeadlines(`Theo ${cited}.`, context)).toEqual([]);
      expect(readDeadlines(cited, context)).toEqual([]);
    }),
    settings,
  );
});

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const MONTHS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

type Form = (date: LocalDate) => string;
const form =
  (write: (d: number, m: number, y: number, weekday: string) => string): Form =>
  (date) => {
    const { day, month, year, weekday } = dateParts(date);
    return write(day, month, year, WEEKDAYS[weekday - 1] ?? '');
  };
const two = (value: number): string => String(value).padStart(2, '0');

const WITH_YEAR: readonly Form[] = [
  form((d, m, y) => `${d}/${m}/${y}`),
  form((d, m, y) => `${two(d)}/${two(m)}/${y}`),
  form((d, m, y) => `ngày ${two(d)}/${m}/${y}`),
  form((d, m, y) => `${two(d)}-${two(m)}-${y}`),
  form((d, m, y) => `${two(d)}.${two(m)}.${y}`),
  form((d, m, y) => `${d}/${m}/${String(y).slice(2)}`),
  form((d, m, y) => `ngày ${d} / ${m} / ${y}`),
  form((d, m, y) => `${y}-${two(m)}-${two(d)}`),
  form((d, m, y) => `ngày ${two(d)} tháng ${two(m)} năm ${y}`),
  form((d, m, y) => `${d} tháng ${m}/${y}`),
  form((d, m, y) => `ngày ${d} tháng ${MONTHS[m - 1] ?? ''} năm ${y}`),
  form((d, m, y) => `ngày ${d}/${ROMAN[m - 1] ?? ''}/${y}`),
  form((d, m, y, weekday) => `${weekday}, ngày ${d}/${m}/${y}`),
  form((d, m, y, weekday) => `ngày ${d}/${m}/${y} (${weekday})`),
  form((d, m, y, weekday) => `${weekday} ${d}/${m}/${y}`),
];
const WITHOUT_YEAR: readonly Form[] = [
  form((d, m) => `${d}/${m}`),
  form((d, m) => `ngày ${d}/${m}`),
  form((d, m) => `ngày ${d} tháng ${m}`),
  form((d, m) => `ngày ${d}-${m}`),
  form((d, m) => `ngày ${d}.${m}`),
  form((d, m) => `ngày ${d} t${m}`),
  form((d, m, _, weekday) => `${weekday}, ngày ${d}/${m}`),
];
const CUES = [
  ['before', 'Các phòng gửi báo cáo trước '],
  ['by', 'Gửi Văn phòng Sở chậm nhất '],
  ['by', 'Thời hạn hoàn thành: '],
  ['by', 'Nhận hồ sơ đến hết '],
  ['by', 'hạn chót là '],
] as const;

describe('a date reads back in every form', () => {
  const daysAhead = (most: number): fc.Arbitrary<LocalDate> =>
    fc.integer({ min: 1, max: most }).map((days) => addDays(WRITTEN_AT, days));

  test.each([
    ['with its year', WITH_YEAR, 1500],
    // Within a month after it has passed, a date without a year is not next year's without a question.
    ['without', WITHOUT_YEAR, 330],
  ] as const)('%s', (_, forms, most) => {
    fc.assert(
      fc.property(
        daysAhead(most),
        fc.constantFrom(...forms),
        fc.constantFrom(...CUES),
        (date, write, [bound, cue]) => {
          const deadline = readDeadline(`${cue}${write(date)}.`, context)?.deadline;
          expect(deadline).toMatchObject({ due: date, bound });
          expect(readTypedDeadline(write(date), context)).toMatchObject({
            deadline: { due: date, bound: 'by' },
          });
        },
      ),
      settings,
    );
  });

  test('with an hour', () => {
    const hours = fc.constantFrom(
      (h: number, m: number) => `${two(h)}h${two(m)}`,
      (h: number, m: number) => `${two(h)}g${two(m)}`,
      (h: number, m: number) => `${two(h)}:${two(m)}`,
      (h: number, m: number) => `${two(h)} giờ ${two(m)} phút`,
      (h: number, m: number) => `${two(h)} giờ ${two(m)}`,
    );
    const time = fc.record({ h: fc.integer({ min: 7, max: 23 }), m: fc.integer({ min: 0, max: 59 }) });
    fc.assert(
      fc.property(
        daysAhead(700),
        time,
        hours,
        fc.constantFrom(...WITH_YEAR),
        (date, { h, m }, writeHour, write) => {
          const due = localMoment(date, `${two(h)}:${two(m)}`);
          const text = `Gửi về Sở trước ${writeHour(h, m)} ${write(date)}.`;
          expect(readDeadline(text, context)?.deadline).toMatchObject({ due, bound: 'before', lastOk: due });
        },
      ),
      settings,
    );
  });

  test('in the lunar calendar', () => {
    fc.assert(
      fc.property(daysAhead(340), (date) => {
        const { day, month, isLeapMonth } = solarToLunar(date);
        fc.pre(!isLeapMonth);
        const due = readDeadline(`Hoàn thành trước ngày ${day}/${month} âm lịch.`, context)?.deadline.due;
        expect(due).toBe(date);
      }),
      settings,
    );
  });
});

test('a day that no calendar has is asked about, never guessed', () => {
  const impossible = fc.constantFrom(
    '31/4',
    '30/2',
    '31/6/2025',
    '29/2/2025',
    '31/9',
    '31/11/2026',
    '15/13/2025',
    '32/5/2025',
  );
  fc.assert(
    fc.property(
      impossible,
      fc.constantFrom('trước ngày ', 'chậm nhất ngày ', 'Thời hạn: ngày '),
      (date, cue) => {
        const found = readDeadline(`Các phòng gửi báo cáo ${cue}${date}.`, context);
        expect(found?.deadline.due ?? null).toBe(null);
        const typed = readTypedDeadline(`ngày ${date}`, context);
        expect(typed).toHaveProperty('problem');
      },
    ),
    settings,
  );
});

test('a finding is consistent with itself', () => {
  fc.assert(
    fc.property(row, ({ text, writtenAt }) => {
      for (const finding of readDeadlines(text, readingContextAt(writtenAt))) {
        const { deadline, quote, certainty, question } = finding;
        expect(deadline.raw).toBe(quote);
        expect(question !== null).toBe(certainty === 'ask');
        expect(explainDeadline(finding)).not.toMatch(/undefined|null|NaN|\n/);
        const { due, lastOk, lastOkWorkday, bound } = deadline;
        expect(due === null).toBe(lastOk === null);
        if (due === null || lastOk === null || lastOkWorkday === null) continue;
        expect(lastOk <= due).toBe(true);
        expect(lastOkWorkday <= lastOk.slice(0, 10)).toBe(true);
        expect(readingContextAt(writtenAt).calendar.isWorkingDay(lastOkWorkday)).toBe(true);
        expect(bound).not.toBe('none');
      }
    }),
    settings,
  );
});
