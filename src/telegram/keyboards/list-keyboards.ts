// The buttons under the lists that leaders and units ask for.
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { OverdueOption } from '../../application/answering/overdue.ts';
import type { OverdueOverview, PeriodReport, WorkListAnswer } from '../../domain/answers.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Narrowed, OverdueScope, OverdueView } from '../../domain/overdue-view.ts';
import { LONG_OVERDUE_DAYS } from '../../domain/overdue-view.ts';
import { REPORT_PERIODS } from '../../domain/work-period.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { button, inRowsOf, keyboard } from './keyboards.ts';
import type { Row } from './keyboards.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';
import { documentName } from '../texts/document.ts';

const LONGEST_LABEL = 40;
/** Numbers of tasks in one row of a phone. */
const NUMBERS_IN_A_ROW = 5;

type PackedView = Extract<ButtonAction, { kind: 'overdue_view' }>['view'];

const packed = (view: OverdueView): PackedView => ({
  ...view,
  choice: view.choice && { by: view.choice.by, key: choiceKey(view.choice.id) },
});

/** "23", "31", …: each opens its task. */
const taskNumberRows = (views: readonly AssignmentView[]): Row[] =>
  inRowsOf(
    NUMBERS_IN_A_ROW,
    // A task of several units is opened whole.
    [...new Map(views.map((view) => [view.task.id, view])).values()].map(({ assignment, task }) =>
      button(String(task.number), { kind: 'show_task', assignmentId: assignment.id }),
    ),
  );

/** Pages, the tasks shown, whose they are, how old, and what the list can be narrowed to; each where it would change anything. */
export const overdueKeyboard = (overview: OverdueOverview): InlineKeyboardMarkup | null => {
  const { view, taskCount, pageSize, offset } = overview;
  const show = (text: string, change: Partial<OverdueView>) =>
    button(text, { kind: 'overdue_view', view: packed({ ...view, offset: 0, ...change }) });
  return keyboard([
    [
      ...(offset > 0 ? [show(label.PREVIOUS_PAGE, { offset: Math.max(0, offset - pageSize) })] : []),
      ...(offset + pageSize < taskCount ? [show(label.NEXT_PAGE, { offset: offset + pageSize })] : []),
    ],
    ...taskNumberRows(overview.lines.map((line) => line.view)),
    scopeRow(overview, show),
    ageRow(overview, show),
    ...narrowingRows(overview, show),
    appearanceRow(overview, show),
  ]);
};

type Show = (text: string, change: Partial<OverdueView>) => Row[number];

const scopeRow = ({ view, countInCharge, countOfAll }: OverdueOverview, show: Show): Row => {
  if (countInCharge === null || view.choice?.by === 'deputy') return [];
  if (view.scope === 'charge') return [show(label.wholeAgency(countOfAll), { scope: 'all' })];
  return [show(label.inCharge(countInCharge), { scope: 'charge' })];
};

const ageRow = ({ view, anyAgeCount, longCount }: OverdueOverview, show: Show): Row => {
  const recentCount = anyAgeCount - longCount;
  if (view.age === 'any' && (longCount === 0 || recentCount === 0)) return [];
  return [
    ...(view.age === 'any' ? [] : [show(label.anyAge(anyAgeCount), { age: 'any' })]),
    ...(view.age === 'long' || longCount === 0
      ? []
      : [show(label.longOverdue(LONG_OVERDUE_DAYS, longCount), { age: 'long' })]),
    ...(view.age === 'recent' || recentCount === 0
      ? []
      : [show(label.recentlyOverdue(LONG_OVERDUE_DAYS, recentCount), { age: 'recent' })]),
  ];
};

const narrowingRows = (overview: OverdueOverview, show: Show): Row[] => {
  const { view, unitCount, taskCount, countOfAll } = overview;
  if (view.choice !== null) return [[show(label.NO_CHOICE, { choice: null })]];
  const options = (text: string, by: NonNullable<OverdueView['choice']>['by']): Row =>
    countOfAll < 2 || taskCount === 0
      ? []
      : [button(text, { kind: 'overdue_options', by, view: packed({ ...view, offset: 0 }) })];
  return [
    [
      ...(unitCount > 1 ? options(label.BY_UNIT, 'unit') : []),
      ...(view.scope === 'all' && unitCount > 1 ? options(label.BY_DEPUTY, 'deputy') : []),
      ...options(label.BY_DOCUMENT, 'document'),
    ],
  ];
};

const appearanceRow = ({ view, unitCount, taskCount }: OverdueOverview, show: Show): Row => {
  if (taskCount < 2) return [];
  const form =
    view.form === 'lines'
      ? show(label.AS_TABLE, { form: 'table', offset: view.offset })
      : show(label.AS_LINES, { form: 'lines', offset: view.offset });
  if (unitCount < 2) return [form];
  const order =
    view.order === 'unit'
      ? show(label.OLDEST_FIRST, { order: 'oldest' })
      : show(label.UNIT_BY_UNIT, { order: 'unit' });
  return [order, form];
};

/** What the list can be narrowed to, one in a row, and the way back. */
export const overdueOptionsKeyboard = (
  view: OverdueView,
  options: readonly OverdueOption[],
): InlineKeyboardMarkup | null =>
  keyboard([
    ...options.map(({ narrowed, count }) => [
      button(`${shorten(nameOf(narrowed), LONGEST_LABEL)} (${count})`, {
        kind: 'overdue_view',
        view: packed({ ...view, offset: 0, choice: { by: narrowed.by, id: idOf(narrowed) } }),
      }),
    ]),
    [button(label.BACK, { kind: 'overdue_view', view: packed(view) })],
  ]);

/** "Phòng KHTC", "Nguyễn Văn A", "Thông báo số 45/TB-SKHCN ngày 04/4/2025" */
export const nameOf = (narrowed: Narrowed): string => {
  switch (narrowed.by) {
    case 'unit':
      return narrowed.unit.shortName;
    case 'deputy':
      return narrowed.deputy.name;
    case 'document':
      return documentName(narrowed.document);
  }
};

const idOf = (narrowed: Narrowed): string => {
  switch (narrowed.by) {
    case 'unit':
      return narrowed.unit.id;
    case 'deputy':
      return narrowed.deputy.id;
    case 'document':
      return narrowed.document.id;
  }
};

/** Pages, the tasks shown, and for whom there are units in charge the switch between them and the whole agency. */
export const workListKeyboard = (
  { period, offset, pageSize, total, lines }: WorkListAnswer,
  scope: OverdueScope,
  canSwitch: boolean,
): InlineKeyboardMarkup | null => {
  const page = (at: number, of = scope): ButtonAction => ({
    kind: 'work_list_page',
    period,
    scope: of,
    offset: at,
  });
  return keyboard([
    [
      ...(offset > 0 ? [button(label.PREVIOUS_PAGE, page(Math.max(0, offset - pageSize)))] : []),
      ...(offset + pageSize < total ? [button(label.NEXT_PAGE, page(offset + pageSize))] : []),
    ],
    ...taskNumberRows(lines.map(({ view }) => view)),
    !canSwitch
      ? []
      : scope === 'charge'
        ? [button(label.WHOLE_AGENCY, page(0, 'all'))]
        : [button(label.IN_CHARGE, page(0, 'charge'))],
  ]);
};

/** The pages of a list, and its tasks by their numbers. */
export const withNumbers = (
  pages: InlineKeyboardMarkup | null,
  views: readonly AssignmentView[],
): InlineKeyboardMarkup | null => keyboard([...(pages?.inline_keyboard ?? []), ...taskNumberRows(views)]);

/** The tasks found, by their numbers. */
export const searchKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null =>
  keyboard(taskNumberRows(views));

/** The other periods, the one before, and whose work. */
export const periodReportKeyboard = ({
  period,
  isPrevious,
  scope,
  canSwitch,
}: PeriodReport): InlineKeyboardMarkup | null => {
  const wish = { period, isPrevious, scope };
  const show = (text: string, change: Partial<typeof wish>) =>
    button(text, { kind: 'period_report', wish: { ...wish, ...change } });
  return keyboard([
    REPORT_PERIODS.filter((each) => each !== period).map((each) =>
      show(label.PERIODS[each], { period: each, isPrevious: false }),
    ),
    [
      isPrevious
        ? show(label.CURRENT_PERIOD, { isPrevious: false })
        : show(label.PREVIOUS_PERIOD, { isPrevious: true }),
      ...(canSwitch
        ? [
            scope === 'all'
              ? show(label.IN_CHARGE, { scope: 'charge' })
              : show(label.WHOLE_AGENCY, { scope: 'all' }),
          ]
        : []),
    ],
  ]);
};

const MOST_UNITS = 6;

/** The buttons of a task, and below them Nhắc ngay for each of the units that can be asked. */
export const withReminders = (
  above: InlineKeyboardMarkup | null,
  views: readonly AssignmentView[],
  isOne: boolean,
): InlineKeyboardMarkup | null =>
  keyboard([
    ...(above?.inline_keyboard ?? []),
    ...views.slice(0, MOST_UNITS).map(({ assignment: { id: assignmentId }, unit }) => [
      button(isOne ? label.REMIND_NOW : shorten(label.remindNow(unit.shortName), LONGEST_LABEL), {
        kind: 'remind_now',
        assignmentId,
      }),
    ]),
  ]);

/** The buttons of a task, and below them the way to the files that came with its reports. */
export const withEvidence = (
  above: InlineKeyboardMarkup | null,
  { assignment }: AssignmentView,
  count: number,
): InlineKeyboardMarkup | null =>
  keyboard([
    ...(above?.inline_keyboard ?? []),
    count === 0
      ? []
      : [button(label.showEvidence(count), { kind: 'show_evidence', assignmentId: assignment.id })],
  ]);
