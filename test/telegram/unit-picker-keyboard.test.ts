import { expect, test } from 'vitest';
import type { DraftItem } from '../../src/domain/draft.ts';
import { CALLBACK_DATA_LIMIT } from '../../src/telegram/buttons/callback-data-limit.ts';
import { unpackButton } from '../../src/telegram/buttons/callback-data.ts';
import { unitPickerKeyboard } from '../../src/telegram/keyboards/unit-picker-keyboard.ts';
import { aDraftItem, aUnit } from '../support/rows.ts';

const UNITS = Array.from({ length: 100 }, (_, index) =>
  aUnit(`Trường phổ thông dân tộc nội trú trung học cơ sở và trung học phổ thông số ${index + 1}`, {
    shortName: `Trường phổ thông dân tộc nội trú số ${index + 1}`,
  }),
);

const leadBy = (units: typeof UNITS): DraftItem =>
  aDraftItem({
    lead: units.map(({ id, shortName }) => ({ unitId: id, mention: shortName })),
    coordinating: [],
  });

const show = (item: DraftItem, offset: number): { text: string; data: string }[][] =>
  unitPickerKeyboard({ units: UNITS, item, role: 'lead', offset }).inline_keyboard.map((row) =>
    row.map((button) => ({
      text: button.text,
      data: 'callback_data' in button ? button.callback_data : '',
    })),
  );

test('a hundred units are nine pages, each with the way to the next, in buttons that Telegram takes', () => {
  const seen = new Set<string>();
  for (let offset = 0; offset < UNITS.length; offset += 12) {
    const buttons = show(leadBy(UNITS), offset).flat();
    for (const { data } of buttons) {
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(CALLBACK_DATA_LIMIT);
      const action = unpackButton(data);
      if (action?.kind === 'unit_picker' && action.picker.do === 'tick') seen.add(action.picker.unit);
    }
    const labels = buttons.map(({ text }) => text);
    expect(labels.includes('‹ Trước')).toBe(offset > 0);
    expect(labels.includes('Sau ›')).toBe(offset + 12 < UNITS.length);
  }
  expect(seen.size).toBe(100);
});

test('long names have a row each and stay apart; short ones are two in a row', () => {
  const rows = show(leadBy([]), 0).slice(1, -2);
  expect(rows.every((row) => row.length === 1)).toBe(true);
  expect(new Set(rows.flat().map(({ text }) => text)).size).toBe(12);
  const short = [aUnit('A'), aUnit('B'), aUnit('C')];
  const item = leadBy([]);
  const [, first] = unitPickerKeyboard({ units: short, item, role: 'lead', offset: 0 }).inline_keyboard;
  expect(first).toHaveLength(2);
});

test('a page that does not exist is the first one', () => {
  expect(show(leadBy([]), 9_999)).toEqual(show(leadBy([]), 0));
  expect(show(leadBy([]), 5)).toEqual(show(leadBy([]), 0));
});

test('all that are ticked can be cleared at once; one alone is pressed', () => {
  const labels = (item: DraftItem): string[] =>
    show(item, 0)
      .flat()
      .map(({ text }) => text);
  expect(labels(leadBy(UNITS))).toContain('Bỏ chọn hết');
  expect(labels(leadBy(UNITS.slice(0, 1)))).not.toContain('Bỏ chọn hết');
  expect(labels(leadBy(UNITS))).toContain('Chủ trì (100)');
});
