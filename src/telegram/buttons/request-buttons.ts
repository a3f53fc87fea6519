// Buttons that decide on what a unit has asked for: more time, or that another unit gets its task.
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export type RequestAction =
  | {
      readonly kind: 'approve_extension' | 'approve_other_date' | 'refuse_extension' | 'refuse_transfer';
      readonly requestId: string;
    }
  /** Gives a unit's part to another unit, named by its key (see choiceKey). */
  | { readonly kind: 'hand_over_to'; readonly assignmentId: string; readonly unit: string };

export const requestButtons: ButtonFamily<RequestAction> = {
  signs: {
    approve_extension: 'Y',
    approve_other_date: 'A',
    refuse_extension: 'N',
    refuse_transfer: 'E',
    hand_over_to: 'T',
  },
  partsOf: (action) => ({
    numbers: [],
    id: action.kind === 'hand_over_to' ? `${action.assignmentId}/${action.unit}` : action.requestId,
  }),
  read(kind, parts) {
    if (!isMadeOf(parts, 0, true)) return null;
    const id = parts.id ?? '';
    if (kind !== 'hand_over_to') return { kind, requestId: id };
    const [assignmentId = '', unit = '', ...more] = id.split('/');
    const isWhole = assignmentId !== '' && unit !== '' && more.length === 0;
    return isWhole ? { kind, assignmentId, unit } : null;
  },
};
