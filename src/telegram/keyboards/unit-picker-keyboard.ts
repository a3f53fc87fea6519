import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { AssignmentRole } from '../../domain/assignment.ts';
import type { DraftItem } from '../../domain/draft.ts';
import type { Unit } from '../../domain/unit.ts';
import { packButton } from '../buttons/callback-data.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { inRowsOf } from './keyboards.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';
import type { UnitPickerAction } from '../buttons/unit-picker-buttons.ts';

/** As many as a phone shows above the keyboard, two in a row where their names leave room for it. */
const PAGE_SIZE = 12;
/** Half the width of a phone. */
const HALF_A_ROW = 26;
const LONGEST_LABEL = 60;
/** "✓ " before a name. */
const LONGEST_MARK = 2;

interface UnitPicker {
  /** Those to choose from. */
  readonly units: readonly Unit[];
  readonly item: DraftItem;
  readonly role: AssignmentRole;
  readonly offset: number;
}

/**
 * Units to tick for one item of a draft: first for which role, then the units, those that have the role ticked, those
 * that have the other one marked. What a group ("các phòng, đơn vị") stands for is ticked one by one.
 */
export const unitPickerKeyboard = ({ units, item, role, offset }: UnitPicker): InlineKeyboardMarkup => {
  const from = offset < units.length ? offset - (offset % PAGE_SIZE) : 0;
  const ticked = new Set(idsOf(item, role));
  const others = new Set(idsOf(item, role === 'lead' ? 'coordinating' : 'lead'));
  const tab = (of: AssignmentRole): InlineKeyboardButton => {
    const text = label.unitRole(of, idsOf(item, of).length);
    const turn = button(text, { do: 'turn', role: of, offset: from });
    return of === role ? { ...turn, style: 'primary' } : turn;
  };
  const tick = ({ id, shortName }: Unit): InlineKeyboardButton => {
    const text = label.tickedUnit(shortName, ticked.has(id), others.has(id));
    const press = button(text, { do: 'tick', role, offset: from, unit: choiceKey(id) });
    return ticked.has(id) ? { ...press, style: 'success' } : press;
  };
  const turns = [
    ...(from > 0 ? [button(label.PREVIOUS_PAGE, { do: 'turn', role, offset: from - PAGE_SIZE })] : []),
    ...(from + PAGE_SIZE < units.length
      ? [button(label.NEXT_PAGE, { do: 'turn', role, offset: from + PAGE_SIZE })]
      : []),
  ];
  const ends = [
    ...(ticked.size > 1 ? [button(label.CLEAR_UNITS, { do: 'clear', role, offset: from })] : []),
    button(label.FINISHED, { do: 'close' }),
  ];
  const page = units.slice(from, from + PAGE_SIZE);
  const areShort = page.every(({ shortName }) => shortName.length + LONGEST_MARK <= HALF_A_ROW);
  const rows = [
    [tab('lead'), tab('coordinating')],
    ...inRowsOf(areShort ? 2 : 1, page.map(tick)),
    turns,
    ends,
  ];
  return { inline_keyboard: rows.filter((row) => row.length > 0).map((row) => [...row]) };
};

const idsOf = (item: DraftItem, role: AssignmentRole): string[] =>
  item[role].flatMap(({ unitId }) => unitId ?? []);

const button = (text: string, picker: UnitPickerAction): InlineKeyboardButton => ({
  text: shorten(text, LONGEST_LABEL),
  callback_data: packButton({ kind: 'unit_picker', picker }),
});
