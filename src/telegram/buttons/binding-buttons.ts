// Buttons that say which units a chat serves.
import { createHash } from 'node:crypto';
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';
import { CALLBACK_DATA_LIMIT } from './callback-data-limit.ts';

export type BindingAction =
  | { readonly kind: 'bind_page'; readonly offset: number }
  | { readonly kind: 'bind_unit' | 'unbind_unit'; readonly unitId: string };

export const bindingButtons: ButtonFamily<BindingAction> = {
  signs: { bind_page: 'G', bind_unit: 'B', unbind_unit: 'U' },
  partsOf: (action) =>
    action.kind === 'bind_page'
      ? { numbers: [action.offset], id: null }
      : { numbers: [], id: unitKey(action.unitId) },
  read(kind, parts) {
    if (kind === 'bind_page') {
      return isMadeOf(parts, 1, false) ? { kind, offset: parts.numbers[0] ?? 0 } : null;
    }
    return isMadeOf(parts, 0, true) ? { kind, unitId: parts.id ?? '' } : null;
  },
};

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
