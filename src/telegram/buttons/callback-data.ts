// What the buttons of all features do, as callback data. Each feature's buttons stand in a file of their own.
import { bindingButtons } from './binding-buttons.ts';
import type { BindingAction } from './binding-buttons.ts';
import type { ButtonFamily, Parts } from './button-family.ts';
import { calendarButtons } from './calendar-buttons.ts';
import type { CalendarAction } from './calendar-buttons.ts';
import { CALLBACK_DATA_LIMIT } from './callback-data-limit.ts';
import { draftButtons } from './draft-buttons.ts';
import type { DraftAction } from './draft-buttons.ts';
import { listButtons } from './list-buttons.ts';
import type { ListAction } from './list-buttons.ts';
import { peopleButtons } from './people-buttons.ts';
import type { PeopleAction } from './people-buttons.ts';
import { requestButtons } from './request-buttons.ts';
import type { RequestAction } from './request-buttons.ts';
import { taskButtons } from './task-buttons.ts';
import type { TaskAction } from './task-buttons.ts';
import { unitPickerButtons } from './unit-picker-buttons.ts';
import type { UnitPickerAction } from './unit-picker-buttons.ts';

/** What a button does. Packed into callback data of at most 64 bytes; anyone can forge it, so every action is authorised when it arrives. */
export type ButtonAction =
  | DraftAction
  | TaskAction
  | RequestAction
  | ListAction
  | BindingAction
  | CalendarAction
  | { readonly kind: 'people'; readonly people: PeopleAction }
  /** On the list of units under a question; the question itself knows which item they are for. */
  | { readonly kind: 'unit_picker'; readonly picker: UnitPickerAction };

type ActionKind = ButtonAction['kind'];

/** One kind of button, whatever its feature. */
interface Form {
  readonly kind: ActionKind;
  readonly letter: string;
  /** What tells it from the other kinds of its letter; null where the letter is its own. */
  readonly verb: number | null;
  /** Of an action of this kind. */
  partsOf(action: ButtonAction): Parts;
  read(parts: Parts): ButtonAction | null;
}

const formsOf = <Action extends ButtonAction>(family: ButtonFamily<Action>): Form[] =>
  (Object.entries(family.signs) as [Action['kind'], string][]).map(([kind, sign]) => ({
    kind,
    letter: sign.charAt(0),
    verb: sign.length === 1 ? null : Number(sign.slice(1)),
    partsOf: (action) => family.partsOf(action as Action),
    read: (parts) => family.read(kind, parts),
  }));

const FORMS: readonly Form[] = [
  ...formsOf(draftButtons),
  ...formsOf(taskButtons),
  ...formsOf(requestButtons),
  ...formsOf(listButtons),
  ...formsOf(bindingButtons),
  ...formsOf(calendarButtons),
  ...formsOf(peopleButtons),
  ...formsOf(unitPickerButtons),
];

const BY_KIND: ReadonlyMap<ActionKind, Form> = new Map(FORMS.map((form) => [form.kind, form]));
const BY_SIGN: ReadonlyMap<string, Form> = new Map(
  FORMS.map((form) => [`${form.letter}${form.verb ?? ''}`, form]),
);

/** A letter, numbers in base 36, without leading zeros, at most 6 digits; the id is everything after the first colon. */
const FORM = /^(?<letter>[A-Za-z])(?<numbers>[0-9a-z.]{0,20})(?::(?<id>.+))?$/su;
const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,5})$/u;

/**
 * Writes an action as callback data.
 * @throws RangeError where an id is too long (an ASCII id of 40 characters always fits; for units see unitKey) or a number
 *   is negative or beyond 2 billion
 */
export const packButton = (action: ButtonAction): string => {
  const form = BY_KIND.get(action.kind);
  if (form === undefined) throw new RangeError(`No such button: ${action.kind}`);
  const { numbers, id } = form.partsOf(action);
  const digits = (form.verb === null ? numbers : [form.verb, ...numbers]).map((number) => {
    const written = number.toString(36);
    if (!NUMBER.test(written)) throw new RangeError(`Not a number for callback data: ${number}`);
    return written;
  });
  const data = `${form.letter}${digits.join('.')}${id === null ? '' : `:${id}`}`;
  if (Buffer.byteLength(data) > CALLBACK_DATA_LIMIT || id === '') {
    throw new RangeError(`Callback data of ${action.kind} cannot be written: ${data}`);
  }
  return data;
};

/** Reads callback data back; null for anything that {@link packButton} does not write. */
export const unpackButton = (data: string): ButtonAction | null => {
  if (Buffer.byteLength(data) > CALLBACK_DATA_LIMIT) return null;
  const { letter = '', numbers: digits = '', id = null } = FORM.exec(data)?.groups ?? {};
  const written = digits === '' ? [] : digits.split('.');
  if (!written.every((number) => NUMBER.test(number))) return null;
  const numbers = written.map((number) => Number.parseInt(number, 36));
  const alone = BY_SIGN.get(letter);
  if (alone !== undefined) return alone.read({ numbers, id });
  return BY_SIGN.get(`${letter}${numbers[0] ?? ''}`)?.read({ numbers: numbers.slice(1), id }) ?? null;
};
