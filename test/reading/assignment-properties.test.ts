import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import type { TaskFinding } from '../../src/reading/findings.ts';
import { readNotice, readWorkOrder } from '../../src/reading/notice-reader.ts';
import { contextOn, corpusRows, unitsOf } from '../corpus/order-context.ts';
import type { GoldOrder } from '../corpus/scoring.ts';

const context = contextOn('2025-04-01');
const orders = corpusRows('assignments-written.jsonl') as GoldOrder[];
const someOrder = fc.constantFrom(...orders);

/** Pieces of notices in any order: what a reader sees in torn, doubled and shuffled texts. */
const someNotice = fc
  .array(
    fc.oneof(
      someOrder.map(({ text }) => text),
      fc.constantFrom(
        '1. ',
        '2.1. ',
        'a) ',
        '- ',
        '\n',
        '\n\n',
        'Số: /TB-SKHCN',
        'THÔNG BÁO',
        'Nơi nhận:',
        'TL. GIÁM ĐỐC',
        'Hà Thanh, ngày 01 tháng 4 năm 2025',
        'như sau:',
        '(',
        ')',
        '; ',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(' '));

const spansOf = (task: TaskFinding): { span: readonly [number, number]; quote: string | null }[] => [
  { span: task.span, quote: task.quote },
  ...(task.deadline === null ? [] : [{ span: task.deadline.span, quote: task.deadline.quote }]),
  ...[...task.lead, ...task.coordinating, ...task.excluded].map(({ span }) => ({ span, quote: null })),
];

describe('whatever the text', () => {
  test.each([
    ['readAssignments', (text: string) => readAssignments(text, context)],
    ['readNotice', (text: string) => readNotice(text, context).tasks],
    ['readWorkOrder', (text: string) => readWorkOrder(text, context).tasks],
  ])('%s never throws, and spans give back what they quote', (_, read) => {
    fc.assert(
      fc.property(
        fc.oneof(someNotice, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        (text) => {
          for (const task of read(text)) {
            expect(task.content).toBe(task.content.trim());
            for (const { span, quote } of spansOf(task)) {
              expect(span[0]).toBeGreaterThanOrEqual(0);
              expect(span[1]).toBeGreaterThanOrEqual(span[0]);
              expect(span[1]).toBeLessThanOrEqual(text.length);
              if (quote !== null) expect(text.slice(...span)).toBe(quote);
            }
          }
        },
      ),
      {
        numRuns: 150,
        // A heading that ends in a space and a mark.
        examples: [
          [
            'Ⰰ ;  1.  Thanh tra Sở chủ trì, Phòng Quản lý xây dựng và Chi cục Giám định phối hợp rà soát, xong trước 25/4.',
          ],
        ],
      },
    );
  });
});

/** What matters of a reading. */
const answer = (tasks: readonly TaskFinding[]): unknown =>
  tasks.map(({ lead, coordinating, excluded, deadline, kind }) => ({
    kind,
    lead: lead.map(
      ({ code, mention }) => code ?? mention.normalize('NFC').toLowerCase().replace(/\s+/gu, ' '),
    ),
    coordinating: coordinating.map(
      ({ code, mention }) => code ?? mention.normalize('NFC').toLowerCase().replace(/\s+/gu, ' '),
    ),
    excluded: excluded.map(({ code }) => code),
    due: deadline?.deadline.due ?? null,
    bound: deadline?.deadline.bound ?? null,
  }));

describe('how a text is written never changes what it says', () => {
  const read = ({ registry, ref_date: day }: GoldOrder, text: string): unknown =>
    answer(readAssignments(text, contextOn(day, unitsOf(registry))));

  test.each([
    ['decomposed', (text: string) => text.normalize('NFD')],
    ['with spaces that do not break', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['with double spaces', (text: string) => text.replaceAll(' ', '  ')],
    ['with soft hyphens', (text: string) => text.replace(/(?<=\p{L}\p{L})(?=\p{L}\p{L})/gu, '\u00ad')],
    ['with stars of markdown', (text: string) => `**${text}**`],
    ['after a greeting', (text: string) => `Kính gửi các đồng chí,\n\n${text}`],
  ])('%s', (_, rewrite) => {
    fc.assert(
      fc.property(someOrder, (order) => {
        expect(read(order, rewrite(order.text))).toEqual(read(order, order.text));
      }),
      { numRuns: 150 },
    );
  });

  test('a name in capitals or small letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Phòng QLKH&CN',
          'Văn phòng Sở',
          'Phòng Kế hoạch - Tài chính',
          'Trung tâm CĐS&ĐMST',
          'các phòng, đơn vị',
        ),
        fc.constantFrom(
          (name: string) => name.toUpperCase(),
          (name: string) => name.toLowerCase(),
        ),
        (name, rewrite) => {
          const order = (unit: string): string => `Giao ${unit} rà soát hồ sơ trước ngày 15/4/2025.`;
          expect(answer(readAssignments(order(rewrite(name)), context))).toEqual(
            answer(readAssignments(order(name), context)),
          );
        },
      ),
    );
  });
});

test('a citation with a date changes neither units nor deadline', () => {
  const citations = [
    'Thực hiện Kế hoạch số 51/KH-UBND ngày 07/3/2025 của UBND tỉnh, ',
    'Theo Công văn số 215/STC-HCSN ngày 27/3/2025 của Sở Tài chính, ',
    'Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, ',
  ];
  const order = 'giao Phòng CĐS chủ trì, phối hợp với Văn phòng Sở xây dựng kế hoạch trước ngày 15/4/2025.';
  for (const citation of citations) {
    expect(answer(readAssignments(citation + order, context))).toEqual(
      answer(readAssignments(order, context)),
    );
  }
});
