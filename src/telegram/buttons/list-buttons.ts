// Buttons of lists: their pages, and the ways of looking at them.
import type { PeriodWish } from '../../application/answering/period-report.ts';
import type {
  OverdueAge,
  OverdueChoice,
  OverdueForm,
  OverdueOrder,
  OverdueScope,
  OverdueView,
} from '../../domain/overdue-view.ts';
import { REPORT_PERIODS, WORK_PERIODS } from '../../domain/work-period.ts';
import type { WorkPeriod } from '../../domain/work-period.ts';
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export type ListAction =
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
  | { readonly kind: 'period_report'; readonly wish: PeriodWish }
  | {
      readonly kind: 'work_list_page';
      readonly period: WorkPeriod;
      readonly scope: OverdueScope;
      readonly offset: number;
    };

/** A way of looking at what is overdue. What it is narrowed to stands there by its key, see choiceKey. */
type PackedOverdueView = Omit<OverdueView, 'choice'> & {
  readonly choice: { readonly by: OverdueChoice['by']; readonly key: string } | null;
};

// Written by their places: new ones come last.
const SCOPES: readonly OverdueScope[] = ['all', 'charge'];
const AGES: readonly OverdueAge[] = ['any', 'recent', 'long'];
const ORDERS: readonly OverdueOrder[] = ['unit', 'oldest'];
const FORMS: readonly OverdueForm[] = ['lines', 'table'];
const CHOICES: readonly OverdueChoice['by'][] = ['unit', 'deputy', 'document'];

const numbersOfView = ({ scope, age, order, form, offset }: PackedOverdueView): number[] => [
  SCOPES.indexOf(scope),
  AGES.indexOf(age),
  ORDERS.indexOf(order),
  FORMS.indexOf(form),
  offset,
];

const choiceOf = ({ choice }: PackedOverdueView): string | null =>
  choice === null ? null : `${CHOICES.indexOf(choice.by)}${choice.key}`;

const viewOf = (numbers: readonly number[], id: string | null): PackedOverdueView | null => {
  const scope = SCOPES[numbers[0] ?? -1];
  const age = AGES[numbers[1] ?? -1];
  const order = ORDERS[numbers[2] ?? -1];
  const form = FORMS[numbers[3] ?? -1];
  const offset = numbers[4];
  const by = id === null ? undefined : CHOICES['012'.indexOf(id.charAt(0))];
  const isWhole = scope && age && order && form && offset !== undefined && numbers.length === 5;
  if (!isWhole || (id !== null && (by === undefined || id.length < 2))) return null;
  return { scope, age, order, form, offset, choice: by && id !== null ? { by, key: id.slice(1) } : null };
};

export const listButtons: ButtonFamily<ListAction> = {
  signs: {
    overdue_page: 'o',
    open_tasks_page: 'p',
    ledger_page: 'l',
    overdue_view: 'O',
    overdue_options: 'P',
    work_list_page: 'w',
    period_report: 'W',
  },
  partsOf(action) {
    switch (action.kind) {
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
    }
  },
  read(kind, parts) {
    const { numbers, id } = parts;
    const [first = 0, second = 0, third = 0] = numbers;
    switch (kind) {
      case 'overdue_page':
      case 'open_tasks_page':
        return isMadeOf(parts, 1, false) ? { kind, offset: first } : null;
      case 'ledger_page':
        return isMadeOf(parts, 2, false) ? { kind, number: first, offset: second } : null;
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
        const isWhole =
          isMadeOf(parts, 3, false) && period !== undefined && scope !== undefined && second <= 1;
        return isWhole ? { kind, wish: { period, isPrevious: second === 1, scope } } : null;
      }
      case 'work_list_page': {
        const period = WORK_PERIODS[first];
        const scope = SCOPES[second];
        const isWhole = isMadeOf(parts, 3, false) && period !== undefined && scope !== undefined;
        return isWhole ? { kind, period, scope, offset: third } : null;
      }
    }
  },
};
