// Which buttons stand under which message. What they do is written by callback-data.ts, what they say by texts/buttons.ts.
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Missing } from '../../application/entering/draft-items.ts';
import { hasLead, isReadyToSave, missingOf } from '../../application/entering/draft-items.ts';
import { isOpen } from '../../domain/assignment.ts';
import type { Draft, DraftItem } from '../../domain/draft.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import { packButton } from '../buttons/callback-data.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import * as label from '../texts/buttons.ts';
import { shorten } from '../texts/compose.ts';
import { shortMoment } from '../texts/dates.ts';

type Style = NonNullable<InlineKeyboardButton.AbstractInlineKeyboardButton['style']>;
export type Row = readonly InlineKeyboardButton[];

/** More tasks than this in one message are answered by writing. */
const MOST_TASK_ROWS = 6;
const LONGEST_LABEL = 40;

/** A button that says `text` and does `action`. */
export const button = (text: string, action: ButtonAction, style?: Style): InlineKeyboardButton => ({
  text,
  callback_data: packButton(action),
  ...(style === undefined ? {} : { style }),
});

/** The rows that have buttons; null where there are none. */
export const keyboard = (rows: readonly Row[]): InlineKeyboardMarkup | null => {
  const filled = rows.filter((row) => row.length > 0).map((row) => [...row]);
  return filled.length === 0 ? null : { inline_keyboard: filled };
};

export const inRowsOf = (size: number, buttons: readonly InlineKeyboardButton[]): Row[] =>
  Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, (row + 1) * size),
  );

/** Lưu tất cả (n) · Xem chỉ đạo chung (n), each where there is something for it. */
export const draftSummaryKeyboard = (draft: Draft): InlineKeyboardMarkup | null => {
  const { id: draftId, revision } = draft;
  const tasks = draft.items.filter((item) => item.kind !== 'standing');
  const ready = tasks.filter(isReadyToSave).length;
  const standing = draft.items.filter((item) => item.kind === 'standing' && item.state === 'open').length;
  return keyboard([
    // A single task is saved on its card.
    ready === 0 || tasks.length === 1
      ? []
      : [button(label.saveAll(ready), { kind: 'save_all', draftId, revision }, 'success')],
    standing === 0
      ? []
      : [button(label.showStanding(standing), { kind: 'show_standing', draftId, revision })],
  ]);
};

/** The other readings of the deadline, then Lưu · Bỏ and what can be corrected or added; nothing once the item is decided. */
export const draftCardKeyboard = (
  draft: Draft,
  item: DraftItem,
  today: LocalDate,
): InlineKeyboardMarkup | null => {
  if (item.state !== 'open') return null;
  const at = { draftId: draft.id, revision: draft.revision, index: item.index };
  const save = { kind: 'save_item', ...at } as const;
  const duplicate = item.duplicateOf ?? null;
  const missing = missingOf(item);
  const lacks = (what: Missing): boolean => missing.includes(what);
  const choices = item.alternatives.map((moment, option) =>
    button(shortMoment(moment, today), { kind: 'choose_deadline', ...at, option }),
  );
  return keyboard([
    ...inRowsOf(3, choices),
    [
      ...(hasLead(item)
        ? [duplicate === null ? button(label.SAVE, save, 'success') : button(label.SAVE_ANYWAY, save)]
        : []),
      button(duplicate === null ? label.DISCARD : label.DISCARD_ITEM, { kind: 'discard_item', ...at }),
    ],
    duplicate === null
      ? []
      : [
          button(label.showTask(duplicate.taskNumber), {
            kind: 'show_task',
            assignmentId: duplicate.assignmentId,
          }),
        ],
    [
      button(lacks('deadline') ? label.ADD_DEADLINE : label.EDIT_DEADLINE, { kind: 'edit_deadline', ...at }),
      button(lacks('lead') ? label.CHOOSE_UNITS : label.EDIT_UNITS, { kind: 'edit_units', ...at }),
    ],
    [
      button(label.EDIT_CONTENT, { kind: 'edit_content', ...at }),
      ...(lacks('product') ? [button(label.ADD_PRODUCT, { kind: 'edit_product', ...at })] : []),
    ],
    endsLongDraft(draft, item)
      ? [button(label.SAVE_ALL_CARDS, { kind: 'save_all', draftId: at.draftId, revision: at.revision })]
      : [],
  ]);
};

/** With so many cards the summary with its button is out of sight when the last of them has been read. */
const LONG_DRAFT = 3;

const endsLongDraft = ({ items }: Draft, item: DraftItem): boolean => {
  const tasks = items.filter(({ kind }) => kind !== 'standing');
  return tasks.length >= LONG_DRAFT && tasks.at(-1)?.index === item.index && tasks.some(isReadyToSave);
};

/** Hoàn tác, under the news that tasks have been saved at once. */
export const undoSaveKeyboard = (draft: Draft, numbers: readonly number[]): InlineKeyboardMarkup | null =>
  keyboard([
    [
      button(label.UNDO_SAVE, {
        kind: 'undo_save',
        draftId: draft.id,
        revision: draft.revision,
        firstNumber: Math.min(...numbers),
        count: numbers.length,
      }),
    ],
  ]);

/** What a unit can say of one task. A unit that coordinates moves no deadline. */
export const taskKeyboard = ({ assignment }: AssignmentView): InlineKeyboardMarkup | null => {
  if (!isOpen(assignment)) return null;
  const { id: assignmentId } = assignment;
  const isLead = assignment.role === 'lead';
  return keyboard([
    [
      ...(assignment.status === 'assigned'
        ? [button(label.ACKNOWLEDGED, { kind: 'report_acknowledged', assignmentId }, 'primary')]
        : []),
      button(label.IN_PROGRESS, { kind: 'report_in_progress', assignmentId }),
    ],
    [
      button(isLead ? label.DONE : label.OWN_PART_DONE, { kind: 'report_done', assignmentId }, 'success'),
      button(label.BLOCKED, { kind: 'report_blocked', assignmentId }, 'danger'),
    ],
    isLead ? [button(label.ASK_EXTENSION, { kind: 'ask_extension', assignmentId })] : [],
  ]);
};

/** A row for each of several tasks; none where they are too many for a phone. */
export const severalTasksKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null =>
  views.length > MOST_TASK_ROWS
    ? null
    : keyboard(
        views.map(({ assignment: { id: assignmentId }, task: { number } }) => [
          button(label.ofTask(number, label.DONE), { kind: 'report_done', assignmentId }, 'success'),
          button(label.ofTask(number, label.IN_PROGRESS), { kind: 'report_in_progress', assignmentId }),
          button(label.ofTask(number, label.BLOCKED), { kind: 'report_blocked', assignmentId }, 'danger'),
        ]),
      );

/** Đã xong · Đã trình, chờ ý kiến · Đang làm · Vướng: the answers to "xong hay mới trình?". */
export const unclearReportKeyboard = ({ assignment }: AssignmentView): InlineKeyboardMarkup | null => {
  const { id: assignmentId } = assignment;
  return keyboard([
    [
      button(label.DONE, { kind: 'report_done', assignmentId }, 'success'),
      button(label.SUBMITTED, { kind: 'report_submitted', assignmentId }),
    ],
    [
      button(label.IN_PROGRESS, { kind: 'report_in_progress', assignmentId }),
      button(label.BLOCKED, { kind: 'report_blocked', assignmentId }, 'danger'),
    ],
  ]);
};

/** [Sửa], or "Sửa việc 23", "Sửa việc 24" where several reports came in one message. */
export const correctKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null => {
  const only = views.length === 1;
  const buttons = views.slice(0, MOST_TASK_ROWS).map(({ assignment, task }) =>
    button(only ? label.CORRECT : `${label.CORRECT} việc ${task.number}`, {
      kind: 'correct_report',
      assignmentId: assignment.id,
    }),
  );
  return keyboard(inRowsOf(3, buttons));
};

export const completionKeyboard = ({ assignment }: AssignmentView): InlineKeyboardMarkup | null =>
  keyboard([
    [
      button(label.ACCEPT_COMPLETION, { kind: 'accept_completion', assignmentId: assignment.id }, 'success'),
      button(label.RETURN_COMPLETION, { kind: 'return_completion', assignmentId: assignment.id }),
    ],
  ]);

/** The same for each of several units that wait for it. */
export const completionsKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null => {
  const [only, ...others] = views;
  if (only !== undefined && others.length === 0) return completionKeyboard(only);
  return keyboard(
    views.slice(0, MOST_TASK_ROWS).map(({ assignment: { id: assignmentId }, unit: { shortName } }) => [
      button(
        shorten(label.acceptCompletionOf(shortName), LONGEST_LABEL),
        { kind: 'accept_completion', assignmentId },
        'success',
      ),
      button(shorten(label.returnCompletionOf(shortName), LONGEST_LABEL), {
        kind: 'return_completion',
        assignmentId,
      }),
    ]),
  );
};

export const extensionKeyboard = (requestId: string): InlineKeyboardMarkup | null =>
  keyboard([
    [
      button(label.APPROVE_EXTENSION, { kind: 'approve_extension', requestId }, 'success'),
      button(label.REFUSE_EXTENSION, { kind: 'refuse_extension', requestId }),
    ],
    [button(label.APPROVE_OTHER_DATE, { kind: 'approve_other_date', requestId })],
  ]);

/** Ghi ý kiến lãnh đạo: for whoever writes down what was decided in another way. */
export const recordDecisionRow = (requestId: string): Row => [
  button(label.RECORD_DECISION, { kind: 'record_decision', requestId, leader: null }),
];

/** Whose decision it is. */
export const decidersKeyboard = (
  requestId: string,
  leaders: readonly Member[],
): InlineKeyboardMarkup | null =>
  keyboard(
    leaders.map(({ id, name }) => [
      button(shorten(name, LONGEST_LABEL), { kind: 'record_decision', requestId, leader: choiceKey(id) }),
    ]),
  );

export const showTaskKeyboard = ({ assignment, task }: AssignmentView): InlineKeyboardMarkup | null =>
  keyboard([[button(label.showTask(task.number), { kind: 'show_task', assignmentId: assignment.id })]]);

interface PageOfLines {
  readonly offset: number;
  readonly pageSize: number;
}

/** A list that is turned over page by page. */
type PagedList =
  | { readonly kind: 'overdue_page' | 'open_tasks_page' }
  | { readonly kind: 'ledger_page'; readonly number: number };

/** ‹ Trước · Sau ›, each where there is such a page. */
export const pageKeyboard = (
  list: PagedList,
  { offset, pageSize }: PageOfLines,
  total: number,
): InlineKeyboardMarkup | null => {
  const previous = { ...list, offset: Math.max(0, offset - pageSize) };
  const next = { ...list, offset: offset + pageSize };
  return keyboard([
    [
      ...(offset > 0 ? [button(label.PREVIOUS_PAGE, previous)] : []),
      ...(next.offset < total ? [button(label.NEXT_PAGE, next)] : []),
    ],
  ]);
};

/** Đặt hạn việc 23, for the first tasks of a list. */
export const setDeadlineKeyboard = (views: readonly AssignmentView[]): InlineKeyboardMarkup | null =>
  keyboard(
    inRowsOf(
      2,
      views
        .slice(0, MOST_TASK_ROWS)
        .map(({ assignment: { id: assignmentId }, task: { number } }) =>
          button(label.setDeadline(number), { kind: 'set_deadline', assignmentId }),
        ),
    ),
  );
