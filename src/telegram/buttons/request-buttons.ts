// Buttons that decide on what a unit has asked for: more time, or that another unit gets its task.
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export type RequestAction =
  | {
      readonly kind: 'approve_extension' | 'approve_other_date' | 'refuse_extension' | 'refuse_transfer';
      readonly requestId: string;
    }
  /** Writes down what a leader has decided in another way; the leader by their key (see choiceKey), null before one is chosen. */
  | { readonly kind: 'record_decision'; readonly requestId: string; readonly leader: string | null }
  /** Gives a unit's part to another unit, named by its key (see choiceKey). */
  | { readonly kind: 'hand_over_to'; readonly assignmentId: string; readonly unit: string };

export const requestButtons: ButtonFamily<RequestAction> = {
  signs: {
    approve_extension: 'Y',
    approve_other_date: 'A',
    refuse_extension: 'N',
    refuse_transfer: 'E',
    hand_over_to: 'T',
    record_decision: 'j1',
  },
  partsOf(action) {
    switch (action.kind) {
      case 'hand_over_to':
        return { numbers: [], id: `${action.assignmentId}/${action.unit}` };
      case 'record_decision':
        return {
          numbers: [],
          id: action.leader === null ? action.requestId : `${action.requestId}/${action.leader}`,
        };
      default:
        return { numbers: [], id: action.requestId };
    }
  },
  read(kind, parts) {
    if (!isMadeOf(parts, 0, true)) return null;
    const id = parts.id ?? '';
    if (kind !== 'hand_over_to' && kind !== 'record_decision') return { kind, requestId: id };
    const [first = '', second, ...more] = id.split('/');
    if (first === '' || second === '' || more.length > 0) return null;
    if (kind === 'record_decision') return { kind, requestId: first, leader: second ?? null };
    return second === undefined ? null : { kind, assignmentId: first, unit: second };
  },
};
