// The ways of looking at a list, as parts of callback data.
import type {
  OverdueAge,
  OverdueChoice,
  OverdueForm,
  OverdueOrder,
  OverdueScope,
  OverdueView,
} from '../../domain/overdue-view.ts';

/** A way of looking at what is overdue. What it is narrowed to stands there by its key, see choiceKey in callback-data.ts. */
export type PackedOverdueView = Omit<OverdueView, 'choice'> & {
  readonly choice: { readonly by: OverdueChoice['by']; readonly key: string } | null;
};

// Written by their places: new ones come last.
export const SCOPES: readonly OverdueScope[] = ['all', 'charge'];
const AGES: readonly OverdueAge[] = ['any', 'recent', 'long'];
const ORDERS: readonly OverdueOrder[] = ['unit', 'oldest'];
const FORMS: readonly OverdueForm[] = ['lines', 'table'];
export const CHOICES: readonly OverdueChoice['by'][] = ['unit', 'deputy', 'document'];

export const numbersOfView = ({ scope, age, order, form, offset }: PackedOverdueView): number[] => [
  SCOPES.indexOf(scope),
  AGES.indexOf(age),
  ORDERS.indexOf(order),
  FORMS.indexOf(form),
  offset,
];

export const choiceOf = ({ choice }: PackedOverdueView): string | null =>
  choice === null ? null : `${CHOICES.indexOf(choice.by)}${choice.key}`;

export const viewOf = (numbers: readonly number[], id: string | null): PackedOverdueView | null => {
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
