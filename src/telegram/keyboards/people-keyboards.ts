// Which buttons stand under messages about people.
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Member, Role } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import { packButton } from '../buttons/callback-data.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import type { PeopleAction, PeoplePurpose } from '../buttons/people-buttons.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';
import { ROLE_NAMES } from '../texts/roles.ts';

/** As many rows as a phone shows above the keyboard. */
const ROWS = 8;
const LONGEST_LABEL = 40;

const button = (text: string, people: PeopleAction): InlineKeyboardButton => ({
  text: shorten(text, LONGEST_LABEL),
  callback_data: packButton({ kind: 'people', people }),
});

/** One button a row, the rest on further pages. */
const paged = <T>(
  all: readonly T[],
  offset: number,
  show: (each: T) => InlineKeyboardButton,
  turnTo: (offset: number) => PeopleAction,
): InlineKeyboardButton[][] => {
  const from = offset < all.length ? offset : 0;
  const turns = [
    ...(from > 0 ? [button(label.PREVIOUS_PAGE, turnTo(Math.max(0, from - ROWS)))] : []),
    ...(from + ROWS < all.length ? [button(label.NEXT_PAGE, turnTo(from + ROWS))] : []),
  ];
  const rows = all.slice(from, from + ROWS).map((each) => [show(each)]);
  return turns.length === 0 ? rows : [...rows, turns];
};

const keyboard = (rows: InlineKeyboardButton[][]): InlineKeyboardMarkup | null =>
  rows.length === 0 ? null : { inline_keyboard: rows };

export const askToJoinKeyboard = (): InlineKeyboardMarkup | null =>
  keyboard([[button(label.ASK_TO_JOIN, { do: 'ask_to_join' })]]);

/** People to choose from. @param mark what stands behind a name */
export const peopleKeyboard = (
  people: readonly Member[],
  purpose: PeoplePurpose,
  offset: number,
  mark: (member: Member) => string = () => '',
): InlineKeyboardMarkup | null =>
  keyboard(
    paged(
      people,
      offset,
      (member) =>
        button(`${member.name}${mark(member)}`, { do: 'pick', purpose, member: choiceKey(member.id) }),
      (to) => ({ do: 'list', purpose, offset: to }),
    ),
  );

/** Who a stranger may be, and that they are nobody. */
export const joinRequestKeyboard = (
  requestId: string,
  candidates: readonly Member[],
  offset: number,
): InlineKeyboardMarkup | null =>
  keyboard([
    ...paged(
      candidates,
      offset,
      (member) => button(member.name, { do: 'admit', requestId, member: choiceKey(member.id) }),
      (to) => ({ do: 'candidates', offset: to, requestId }),
    ),
    [button(label.TURN_DOWN, { do: 'turn_down', requestId })],
  ]);

export const leaveKeyboard = (member: Member): InlineKeyboardMarkup | null =>
  keyboard([[button(label.CONFIRM_LEAVING, { do: 'leave', member: choiceKey(member.id) })]]);

/** The roles, two in a row. */
export const rolesKeyboard = (member: Member): InlineKeyboardMarkup | null => {
  const buttons = (Object.entries(ROLE_NAMES) as [Role, string][]).map(([role, name]) =>
    button(name, { do: 'role', role, offset: 0, member: choiceKey(member.id) }),
  );
  return keyboard([buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4)]);
};

/** The units in which a member may have a role; the present one first. */
export const roleUnitsKeyboard = (
  member: Member,
  role: Role,
  units: readonly Unit[],
  offset: number,
): InlineKeyboardMarkup | null => {
  const own = units.filter(({ id }) => id === member.unitId);
  const others = units.filter(({ id, isGroup }) => id !== member.unitId && isGroup !== true);
  return keyboard(
    paged(
      [...own, ...others],
      offset,
      (unit) =>
        button(unit.shortName, {
          do: 'role_in_unit',
          role,
          member: choiceKey(member.id),
          unit: choiceKey(unit.id),
        }),
      (to) => ({ do: 'role', role, offset: to, member: choiceKey(member.id) }),
    ),
  );
};
