import { createHash } from 'node:crypto';
import type { OverdueChoice, OverdueScope } from '../../domain/overdue-view.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { dateParts, isRealDate, localDate } from '../../domain/local-time.ts';
import type { Month } from '../../domain/month-sheet.ts';
import type { PeriodWish } from '../../application/answering/period-report.ts';
import { REPORT_PERIODS, WORK_PERIODS } from '../../domain/work-period.ts';
import type { WorkPeriod } from '../../domain/work-period.ts';
import type { PackedOverdueView } from './list-buttons.ts';
import { CHOICES, SCOPES, choiceOf, numbersOfView, viewOf } from './list-buttons.ts';
import type { PeopleAction } from './people-buttons.ts';
import { partsOfPeople, peopleOf } from './people-buttons.ts';
import type { UnitPickerAction } from './unit-picker-buttons.ts';
import { partsOfPicker, pickerOf } from './unit-picker-buttons.ts';

/** What a button does. Packed into callback data of at most 64 bytes; anyone can forge it, so every action is authorised when it arrives. */
export type ButtonAction =
  | {
      readonly kind:
        'save_item' | 'edit_deadline' | 'edit_units' | 'edit_content' | 'edit_product' | 'discard_item';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
    }
  /** Takes one of the other readings of an ambiguous deadline. */
  | {
      readonly kind: 'choose_deadline';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
      readonly option: number;
    }
  /** Takes back the tasks that were saved at once: `count` of them, from `firstNumber` on. */
  | {
      readonly kind: 'undo_save';
      readonly draftId: string;
      readonly revision: number;
      readonly firstNumber: number;
      readonly count: number;
    }
  | { readonly kind: 'save_all' | 'show_standing'; readonly draftId: string; readonly revision: number }
  | {
      readonly kind:
        | 'report_acknowledged'
        | 'report_in_progress'
        | 'report_submitted'
        | 'report_done'
        | 'report_blocked'
        | 'ask_extension'
        | 'correct_report'
        | 'show_task'
        | 'set_deadline';
      readonly assignmentId: string;
    }
  | { readonly kind: 'accept_completion' | 'return_completion'; readonly assignmentId: string }
  /** Gives a unit's part to another unit, named by its key (see {@link choiceKey}). */
  | { readonly kind: 'hand_over_to'; readonly assignmentId: string; readonly unit: string }
  | { readonly kind: 'refuse_transfer'; readonly requestId: string }
  | {
      readonly kind: 'choose_new_unit' | 'cancel_task' | 'restore_task';
      readonly assignmentId: string;
    }
  | {
      readonly kind: 'approve_extension' | 'approve_other_date' | 'refuse_extension';
      readonly requestId: string;
    }
  | { readonly kind: 'overdue_page' | 'open_tasks_page'; readonly offset: number }
  | { readonly kind: 'ledger_page'; readonly number: number; readonly offset: number }
  /** Shows what is overdue in another way. */
  | { readonly kind: 'overdue_view'; readonly view: PackedOverdueView }
  /** Offers what the list can be narrowed to. */
  | {
      readonly kind: 'overdue_options';
      readonly by: OverdueChoice['by'];
      readonly view: PackedOverdueView;
    }
  | { readonly kind: 'remind_now' | 'show_evidence'; readonly assignmentId: string }
  | { readonly kind: 'period_report'; readonly wish: PeriodWish }
  | {
      readonly kind: 'work_list_page';
      readonly period: WorkPeriod;
      readonly scope: OverdueScope;
      readonly offset: number;
    }
  | { readonly kind: 'bind_page'; readonly offset: number }
  | { readonly kind: 'people'; readonly people: PeopleAction }
  /** On the list of units under a question; the question itself knows which item they are for. */
  | { readonly kind: 'unit_picker'; readonly picker: UnitPickerAction }
  | { readonly kind: 'bind_unit' | 'unbind_unit'; readonly unitId: string }
  /** A day on the calendar under a question; the question itself knows what the day is for. */
  | { readonly kind: 'choose_day'; readonly date: LocalDate }
  | ({ readonly kind: 'turn_calendar' } & Month)
  /** The question is asked again, to be answered in words. */
  | { readonly kind: 'type_date' }
  /** What only says something: the name of the month, a day that is past. */
  | { readonly kind: 'calendar_label' };

type ActionKind = ButtonAction['kind'];

/** The most bytes (UTF-8) Telegram takes as callback data. */
export const CALLBACK_DATA_LIMIT = 64;

/** How each kind is written: one letter, then its numbers, then its id. Letters stay as they are: old messages keep their buttons for years. */
const LETTERS: Readonly<Record<ActionKind, string>> = {
  save_item: 's',
  edit_deadline: 'd',
  edit_units: 'u',
  edit_content: 'C',
  edit_product: 'q',
  discard_item: 'x',
  choose_deadline: 'c',
  save_all: 'S',
  show_standing: 'g',
  undo_save: 'J',
  report_acknowledged: 'a',
  report_in_progress: 'i',
  report_submitted: 't',
  report_done: 'f',
  report_blocked: 'b',
  ask_extension: 'e',
  correct_report: 'r',
  show_task: 'v',
  set_deadline: 'h',
  accept_completion: 'y',
  return_completion: 'n',
  approve_extension: 'Y',
  approve_other_date: 'A',
  hand_over_to: 'T',
  refuse_transfer: 'E',
  choose_new_unit: 'H',
  cancel_task: 'X',
  restore_task: 'V',
  refuse_extension: 'N',
  overdue_page: 'o',
  open_tasks_page: 'p',
  ledger_page: 'l',
  overdue_view: 'O',
  overdue_options: 'P',
  remind_now: 'R',
  show_evidence: 'F',
  work_list_page: 'w',
  period_report: 'W',
  bind_page: 'G',
  people: 'M',
  unit_picker: 'K',
  bind_unit: 'B',
  unbind_unit: 'U',
  choose_day: 'D',
  turn_calendar: 'm',
  type_date: 'k',
  calendar_label: 'z',
};

const KINDS: ReadonlyMap<string, ActionKind> = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as ActionKind]),
);

/** Numbers in base 36, without leading zeros, at most 6 digits; the id is everything after the first colon. */
const FORM = /^(?<letter>[A-Za-z])(?<numbers>[0-9a-z.]{0,20})(?::(?<id>.+))?$/su;
const NUMBER = /^(?:0|[1-9a-z][0-9a-z]{0,5})$/u;

/**
 * Writes an action as callback data.
 * @throws RangeError where an id is too long (an ASCII id of 40 characters always fits; for units see {@link unitKey})
 *   or a number is negative or beyond 2 billion
 */
export const packButton = (action: ButtonAction): string => {
  const { numbers, id } = partsOf(action);
  const digits = numbers.map((number) => {
    const written = number.toString(36);
    if (!NUMBER.test(written)) throw new RangeError(`Not a number for callback data: ${number}`);
    return written;
  });
  const data = `${LETTERS[action.kind]}${digits.join('.')}${id === null ? '' : `:${id}`}`;
  if (Buffer.byteLength(data) > CALLBACK_DATA_LIMIT || id === '') {
    throw new RangeError(`Callback data of ${action.kind} cannot be written: ${data}`);
  }
  return data;
};

/** Reads callback data back; null for anything that {@link packButton} does not write. */
export const unpackButton = (data: string): ButtonAction | null => {
  if (Buffer.byteLength(data) > CALLBACK_DATA_LIMIT) return null;
  const { letter, numbers: digits, id } = FORM.exec(data)?.groups ?? {};
  const kind = KINDS.get(letter ?? '');
  if (kind === undefined || digits === undefined) return null;
  const written = digits === '' ? [] : digits.split('.');
  if (!written.every((number) => NUMBER.test(number))) return null;
  return actionOf(
    kind,
    written.map((number) => Number.parseInt(number, 36)),
    id ?? null,
  );
};

interface Parts {
  readonly numbers: readonly number[];
  readonly id: string | null;
}

const partsOf = (action: ButtonAction): Parts => {
  switch (action.kind) {
    case 'save_item':
    case 'edit_deadline':
    case 'edit_units':
    case 'edit_content':
    case 'edit_product':
    case 'discard_item':
      return { numbers: [action.revision, action.index], id: action.draftId };
    case 'choose_deadline':
      return { numbers: [action.revision, action.index, action.option], id: action.draftId };
    case 'undo_save':
      return { numbers: [action.revision, action.firstNumber, action.count], id: action.draftId };
    case 'save_all':
    case 'show_standing':
      return { numbers: [action.revision], id: action.draftId };
    case 'approve_extension':
    case 'approve_other_date':
    case 'refuse_transfer':
    case 'refuse_extension':
      return { numbers: [], id: action.requestId };
    case 'hand_over_to':
      return { numbers: [], id: `${action.assignmentId}/${action.unit}` };
    case 'overdue_page':
    case 'open_tasks_page':
      return { numbers: [action.offset], id: null };
    case 'ledger_page':
      return { numbers: [action.number, action.offset], id: null };
    case 'overdue_view':
      return { numbers: numbersOfView(action.view), id: choiceOf(action.view) };
    case 'overdue_options':
      return {
        numbers: [CHOICES.indexOf(action.by), ...numbersOfView(action.view)],
        id: choiceOf(action.view),
      };
    case 'period_report': {
      const { period, isPrevious, scope } = action.wish;
      return {
        numbers: [REPORT_PERIODS.indexOf(period), isPrevious ? 1 : 0, SCOPES.indexOf(scope)],
        id: null,
      };
    }
    case 'work_list_page':
      return {
        numbers: [WORK_PERIODS.indexOf(action.period), SCOPES.indexOf(action.scope), action.offset],
        id: null,
      };
    case 'bind_page':
      return { numbers: [action.offset], id: null };
    case 'people':
      return partsOfPeople(action.people);
    case 'unit_picker':
      return partsOfPicker(action.picker);
    case 'bind_unit':
    case 'unbind_unit':
      return { numbers: [], id: unitKey(action.unitId) };
    case 'choose_day': {
      const { year, month, day } = dateParts(action.date);
      return { numbers: [year, month, day], id: null };
    }
    case 'turn_calendar':
      return { numbers: [action.year, action.month], id: null };
    case 'type_date':
    case 'calendar_label':
      return { numbers: [], id: null };
    default:
      return { numbers: [], id: action.assignmentId };
  }
};

const actionOf = (kind: ActionKind, numbers: readonly number[], id: string | null): ButtonAction | null => {
  const [first = 0, second = 0, third = 0] = numbers;
  const has = (count: number, hasId: boolean): boolean => numbers.length === count && (id !== null) === hasId;
  const name = id ?? '';
  switch (kind) {
    case 'save_item':
    case 'edit_deadline':
    case 'edit_units':
    case 'edit_content':
    case 'edit_product':
    case 'discard_item':
      return has(2, true) ? { kind, draftId: name, revision: first, index: second } : null;
    case 'choose_deadline':
      return has(3, true) ? { kind, draftId: name, revision: first, index: second, option: third } : null;
    case 'undo_save':
      return has(3, true)
        ? { kind, draftId: name, revision: first, firstNumber: second, count: third }
        : null;
    case 'save_all':
    case 'show_standing':
      return has(1, true) ? { kind, draftId: name, revision: first } : null;
    case 'approve_extension':
    case 'approve_other_date':
    case 'refuse_transfer':
    case 'refuse_extension':
      return has(0, true) ? { kind, requestId: name } : null;
    case 'hand_over_to': {
      const [assignmentId = '', unit = '', ...more] = name.split('/');
      const isWhole = has(0, true) && assignmentId !== '' && unit !== '' && more.length === 0;
      return isWhole ? { kind, assignmentId, unit } : null;
    }
    case 'overdue_page':
    case 'open_tasks_page':
      return has(1, false) ? { kind, offset: first } : null;
    case 'ledger_page':
      return has(2, false) ? { kind, number: first, offset: second } : null;
    case 'overdue_view': {
      const view = viewOf(numbers, id);
      return view && { kind, view };
    }
    case 'overdue_options': {
      const by = CHOICES[first];
      const view = viewOf(numbers.slice(1), id);
      return by === undefined || view === null ? null : { kind, by, view };
    }
    case 'period_report': {
      const period = REPORT_PERIODS[first];
      const scope = SCOPES[third];
      const isWhole = has(3, false) && period !== undefined && scope !== undefined && second <= 1;
      return isWhole ? { kind, wish: { period, isPrevious: second === 1, scope } } : null;
    }
    case 'work_list_page': {
      const period = WORK_PERIODS[first];
      const scope = SCOPES[second];
      const isWhole = has(3, false) && period !== undefined && scope !== undefined;
      return isWhole ? { kind, period, scope, offset: third } : null;
    }
    case 'bind_page':
      return has(1, false) ? { kind, offset: first } : null;
    case 'unit_picker': {
      const picker = pickerOf(numbers, id);
      return picker && { kind, picker };
    }
    case 'people': {
      const people = peopleOf(numbers, id);
      return people && { kind, people };
    }
    case 'bind_unit':
    case 'unbind_unit':
      return has(0, true) ? { kind, unitId: name } : null;
    case 'choose_day':
      return has(3, false) && isRealDate(first, second, third)
        ? { kind, date: localDate(first, second, third) }
        : null;
    case 'turn_calendar':
      return has(2, false) && isRealDate(first, second, 1) ? { kind, year: first, month: second } : null;
    case 'type_date':
    case 'calendar_label':
      return has(0, false) ? { kind } : null;
    default:
      return has(0, true) ? { kind, assignmentId: name } : null;
  }
};

/** What stands in callback data for a unit, a person or a document that a list is narrowed to: a digest of its id. */
export const choiceKey = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 16);

const LONGEST_UNIT_ID_IN_BYTES = CALLBACK_DATA_LIMIT - 'B:'.length;

/**
 * What stands for a unit in callback data: its id, or, where that is too long (units' ids hold Vietnamese letters, of up
 * to 3 bytes each), a digest of it.
 */
export const unitKey = (unitId: string): string =>
  Buffer.byteLength(unitId) <= LONGEST_UNIT_ID_IN_BYTES
    ? unitId
    : `#${createHash('sha256').update(unitId).digest('base64url')}`;

/** The unit that a button about a chat's unit means; undefined where there is none any more. */
export const unitOfButton = <U extends { readonly id: string }>(
  action: { readonly unitId: string },
  units: readonly U[],
): U | undefined => units.find(({ id }) => id === action.unitId || unitKey(id) === action.unitId);
