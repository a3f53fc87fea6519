// The parts that cards of a task and of a draft have in common.
import { FormattedString } from '@grammyjs/parse-mode';
import type { Reach } from '../../application/chats/reach.ts';
import type { Unit } from '../../domain/unit.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { bold, capitalize, clean, inFull, lines, shorten } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { originOf } from './document.ts';

/** More names than this are counted. */
const MOST_NAMES = 4;
/** Length of a task's content in a list. */
const IN_A_LIST = 80;
/** Length of a task's content in a message about one event of it. */
const LONGEST_CONTENT = 200;

export const field = (name: string, value: string | null): string | null =>
  value === null || value === '' ? null : `${name}: ${value}`;

/** "Việc 23 · Xây dựng kế hoạch…" in one line. */
export const taskLine = ({ task }: Pick<AssignmentView, 'task'>, longest = IN_A_LIST): FormattedString =>
  FormattedString.join([
    bold(`Việc ${task.number}`),
    ` · ${shorten(capitalize(clean(task.content)), longest)}`,
  ]);

/** The content in one line, below a sentence that names the task. */
export const contentLine = ({ task }: Pick<AssignmentView, 'task'>): string =>
  capitalize(shorten(task.content, LONGEST_CONTENT));

/** Under what was decided about a unit's task: whether the unit hears of it. */
export const unitIsTold = (unit: Unit, isReached: boolean): string =>
  unitsAreTold(isReached ? { reached: [unit], unreached: [] } : { reached: [], unreached: [unit] });

/** Under what concerns several units: who hears of it, and who cannot be reached. */
export const unitsAreTold = ({ reached, unreached }: Reach): string => {
  const [first, ...others] = unreached;
  if (first === undefined) return reached.length > 1 ? 'Các đơn vị sẽ được báo.' : 'Đơn vị sẽ được báo.';
  const help =
    others.length === 0
      ? `cần mời bot vào nhóm của đơn vị rồi gõ /gan ${first.code}.`
      : 'cần mời bot vào nhóm của từng đơn vị rồi gõ /gan và mã đơn vị.';
  return [
    ...(reached.length === 0 ? [] : [`Sẽ báo ${unitNames(reached)}.`]),
    `${unitNames(unreached)} chưa có nơi nhận tin nên chưa được báo: ${help}`,
  ].join(' ');
};

const unitNames = (units: readonly Unit[]): string => names(units.map(({ shortName }) => shortName)) ?? '';

/** The heading of a card: the task's number and where it comes from. */
export const taskHeading = ({ task, document }: AssignmentView): string => {
  const origin = originOf(document, task.item);
  return `Việc ${task.number}${origin === null ? '' : ` · ${origin}`}`;
};

/** The content in full. */
export const contentInFull = (content: string): FormattedString | string =>
  inFull(capitalize(clean(content)));

/** Who does it and by when: the lower half of a task's card. */
export const taskFields = (view: AssignmentView): FormattedString => {
  const { task, assignment, unit, deadline } = view;
  const leads = assignment.role === 'lead' ? withFirst(unit, view.leads) : view.leads;
  const coordinating =
    assignment.role === 'coordinating' ? withFirst(unit, view.coordinating) : view.coordinating;
  return lines(
    field('Chủ trì', names(leads.map((other) => other.shortName))),
    field(
      'Phối hợp',
      names([
        ...coordinating.map((other) => other.shortName),
        ...task.externalParties.map((party) => shorten(party, 60)),
      ]),
    ),
    field('Giao đích danh', task.director === null ? null : shorten(task.director, 100)),
    field('Nơi nhận kết quả', task.recipient === null ? null : shorten(task.recipient, 100)),
    field('Hạn', deadlineText(deadline)),
  );
};

const withFirst = (unit: Unit, others: readonly Unit[]): readonly Unit[] => [
  unit,
  ...others.filter((other) => other.id !== unit.id),
];

/** "Phòng A, Phòng B và 9 đơn vị khác" */
const names = (all: readonly string[]): string | null =>
  all.length <= MOST_NAMES
    ? all.join(', ') || null
    : `${all.slice(0, MOST_NAMES - 1).join(', ')} và ${all.length - MOST_NAMES + 1} đơn vị khác`;
