// The units that a chat can be given to.
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Unit } from '../../domain/unit.ts';
import { packButton } from '../buttons/callback-data.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';

const LONGEST_LABEL = 40;
const IN_A_ROW = 2;
/** As many as a phone shows without scrolling. */
const ON_A_PAGE = 10;

const button = (text: string, action: ButtonAction): InlineKeyboardButton => ({
  text: shorten(text, LONGEST_LABEL),
  callback_data: packButton(action),
});

/** Units, two in a row, the rest on further pages. @param here those that the chat serves already, which are marked */
export const unitsKeyboard = (
  units: readonly Unit[],
  here: ReadonlySet<string> = new Set(),
  offset = 0,
): InlineKeyboardMarkup | null => {
  const all = units.filter((unit) => unit.isGroup !== true);
  if (all.length === 0) return null;
  const from = offset < all.length ? offset : 0;
  const buttons = all
    .slice(from, from + ON_A_PAGE)
    .map((unit) =>
      button(`${here.has(unit.id) ? '✓ ' : ''}${unit.shortName}`, { kind: 'bind_unit', unitId: unit.id }),
    );
  const rows = Array.from({ length: Math.ceil(buttons.length / IN_A_ROW) }, (_, row) =>
    buttons.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );
  const turns = [
    ...(from > 0
      ? [button(label.PREVIOUS_PAGE, { kind: 'bind_page', offset: Math.max(0, from - ON_A_PAGE) })]
      : []),
    ...(from + ON_A_PAGE < all.length
      ? [button(label.NEXT_PAGE, { kind: 'bind_page', offset: from + ON_A_PAGE })]
      : []),
  ];
  return { inline_keyboard: turns.length === 0 ? rows : [...rows, turns] };
};

/** Thôi gửi việc của Phòng QLCN vào đây */
export const unbindKeyboard = ({ id, shortName }: Unit): InlineKeyboardMarkup => ({
  inline_keyboard: [[button(label.stopSendingHere(shortName), { kind: 'unbind_unit', unitId: id })]],
});
