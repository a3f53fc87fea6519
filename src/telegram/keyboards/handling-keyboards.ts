// The buttons by which work changes hands, is called off or taken up again.
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { button, inRowsOf, keyboard } from './keyboards.ts';
import type { Row } from './keyboards.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';

const LONGEST_LABEL = 40;
/** More units than this are named by typing. */
export const MOST_UNITS = 24;

const handOverButton = ({ assignment }: AssignmentView, to: Unit): InlineKeyboardButton =>
  button(
    shorten(label.handOverTo(to.shortName), LONGEST_LABEL),
    { kind: 'hand_over_to', assignmentId: assignment.id, unit: choiceKey(to.id) },
    'success',
  );

const otherUnitButton = ({ assignment }: AssignmentView): InlineKeyboardButton =>
  button(label.OTHER_UNIT, { kind: 'choose_new_unit', assignmentId: assignment.id });

/** Chuyển Phòng B · Chuyển đơn vị khác · Không chuyển. */
export const transferKeyboard = (
  view: AssignmentView,
  requestId: string,
  toUnit: Unit | null,
): InlineKeyboardMarkup | null =>
  keyboard([
    toUnit === null ? [] : [handOverButton(view, toUnit)],
    [otherUnitButton(view), button(label.NO_TRANSFER, { kind: 'refuse_transfer', requestId })],
  ]);

/** Chuyển Phòng B · Chuyển đơn vị khác. */
export const handOverKeyboard = (view: AssignmentView, to: Unit): InlineKeyboardMarkup | null =>
  keyboard([[handOverButton(view, to)], [otherUnitButton(view)]]);

/** The units that a part may be given to, two in a row; none where they are too many for a phone. */
export const newUnitKeyboard = (
  { assignment }: AssignmentView,
  units: readonly Unit[],
): InlineKeyboardMarkup | null =>
  units.length > MOST_UNITS
    ? null
    : keyboard(
        inRowsOf(
          2,
          units.map(({ id, shortName }) =>
            button(shorten(shortName, LONGEST_LABEL), {
              kind: 'hand_over_to',
              assignmentId: assignment.id,
              unit: choiceKey(id),
            }),
          ),
        ),
      );

/** Which of several parts is meant. */
export const partsKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null =>
  keyboard(
    views.map(({ assignment, unit }) => [
      button(shorten(label.handOverPartOf(unit.shortName), LONGEST_LABEL), {
        kind: 'choose_new_unit',
        assignmentId: assignment.id,
      }),
    ]),
  );

/** Mở lại, for each part that was accepted; its unit is named where there are several. */
export const reopenRows = (views: readonly AssignmentView[]): readonly Row[] =>
  views.map((view) => [
    reopenButton(view, views.length === 1 ? label.REOPEN : label.reopenPartOf(view.unit.shortName)),
  ]);

const reopenButton = ({ assignment }: AssignmentView, text: string): InlineKeyboardButton =>
  button(shorten(text, LONGEST_LABEL), { kind: 'reopen_completion', assignmentId: assignment.id });

/** Which of the accepted parts is meant. */
export const reopenKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null =>
  keyboard(views.map((view) => [reopenButton(view, label.reopenPartOf(view.unit.shortName))]));

/** Hoàn tác, after a task was called off. */
export const undoCancelKeyboard = ({ assignment }: AssignmentView): InlineKeyboardMarkup | null =>
  keyboard([[button(label.UNDO_CANCEL, { kind: 'restore_task', assignmentId: assignment.id })]]);

/** What the office may do with a task as a whole: hand it over, call it off, take it up again. */
export const handlingRows = (views: readonly AssignmentView[]): readonly Row[] => {
  const [first] = views;
  if (first === undefined) return [];
  const assignmentId = first.assignment.id;
  if (views.every(({ assignment }) => assignment.status === 'cancelled'))
    return [[button(label.RESTORE_TASK, { kind: 'restore_task', assignmentId })]];
  const leads = views.filter(
    ({ assignment }) => assignment.role === 'lead' && !CLOSED_OR_HANDED_IN.has(assignment.status),
  );
  const [lead] = leads;
  const isOpen = views.some(
    ({ assignment }) => assignment.status !== 'done' && assignment.status !== 'cancelled',
  );
  return [
    [
      ...(lead !== undefined && leads.length === 1
        ? [button(label.HAND_OVER, { kind: 'choose_new_unit', assignmentId: lead.assignment.id })]
        : []),
      ...(isOpen ? [button(label.CANCEL_TASK, { kind: 'cancel_task', assignmentId })] : []),
    ],
  ];
};

/** More buttons below those that are there. */
export const withRows = (
  above: InlineKeyboardMarkup | null,
  rows: readonly Row[],
): InlineKeyboardMarkup | null => keyboard([...(above?.inline_keyboard ?? []), ...rows]);

const CLOSED_OR_HANDED_IN: ReadonlySet<AssignmentView['assignment']['status']> = new Set([
  'submitted',
  'done',
  'cancelled',
]);
