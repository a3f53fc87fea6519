// Buttons of the list of units under a question, as parts of callback data.
import type { AssignmentRole } from '../../domain/assignment.ts';
import type { ButtonFamily, Parts } from './button-family.ts';

/** Written by their places: new ones come last. */
const ROLES = ['lead', 'coordinating'] as const satisfies AssignmentRole[];

/** `role`: the one that units are being ticked for; `offset`: of the first unit in sight. */
export type UnitPickerAction =
  /** The unit stands there by its key, see choiceKey. */
  | {
      readonly do: 'tick';
      readonly role: AssignmentRole;
      readonly offset: number;
      readonly unit: string;
    }
  | { readonly do: 'turn'; readonly role: AssignmentRole; readonly offset: number }
  | { readonly do: 'clear'; readonly role: AssignmentRole; readonly offset: number }
  | { readonly do: 'close' };

/** Written by their places: new ones come last. */
const VERBS = ['tick', 'turn', 'clear', 'close'] as const satisfies UnitPickerAction['do'][];

/** The numbers and the id that stand for an action. */
const partsOfPicker = (action: UnitPickerAction): Parts => {
  const verb = VERBS.indexOf(action.do);
  if (action.do === 'close') return { numbers: [verb], id: null };
  const numbers = [verb, ROLES.indexOf(action.role), action.offset];
  return { numbers, id: action.do === 'tick' ? action.unit : null };
};

/** Reads them back; null for anything that {@link partsOfPicker} does not write. */
const pickerOf = (numbers: readonly number[], id: string | null): UnitPickerAction | null => {
  const verb = VERBS[numbers[0] ?? -1];
  const role = ROLES[numbers[1] ?? -1];
  const offset = numbers[2];
  if (verb === undefined) return null;
  if (verb === 'close') return numbers.length === 1 && id === null ? { do: verb } : null;
  if (role === undefined || offset === undefined || numbers.length !== 3) return null;
  if (verb === 'tick') return id === null ? null : { do: verb, role, offset, unit: id };
  return id === null ? { do: verb, role, offset } : null;
};

export const unitPickerButtons: ButtonFamily<{
  readonly kind: 'unit_picker';
  readonly picker: UnitPickerAction;
}> = {
  signs: { unit_picker: 'K' },
  partsOf: ({ picker }) => partsOfPicker(picker),
  read(kind, { numbers, id }) {
    const picker = pickerOf(numbers, id);
    return picker && { kind, picker };
  },
};
