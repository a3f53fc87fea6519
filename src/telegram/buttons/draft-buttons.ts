// Buttons of a draft's cards, and of what was saved from it a moment ago.
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export type DraftAction =
  | {
      readonly kind:
        'save_item' | 'edit_deadline' | 'edit_units' | 'edit_content' | 'edit_product' | 'discard_item';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
    }
  /** Takes one of the other readings of an ambiguous deadline. */
  | {
      readonly kind: 'choose_deadline';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
      readonly option: number;
    }
  /** Takes back the tasks that were saved at once: `count` of them, from `firstNumber` on. */
  | {
      readonly kind: 'undo_save';
      readonly draftId: string;
      readonly revision: number;
      readonly firstNumber: number;
      readonly count: number;
    }
  | { readonly kind: 'save_all' | 'show_standing'; readonly draftId: string; readonly revision: number };

export const draftButtons: ButtonFamily<DraftAction> = {
  signs: {
    save_item: 's',
    edit_deadline: 'd',
    edit_units: 'u',
    edit_content: 'C',
    edit_product: 'q',
    discard_item: 'x',
    choose_deadline: 'c',
    save_all: 'S',
    show_standing: 'g',
    undo_save: 'J',
  },
  partsOf(action) {
    const { draftId: id, revision } = action;
    switch (action.kind) {
      case 'choose_deadline':
        return { numbers: [revision, action.index, action.option], id };
      case 'undo_save':
        return { numbers: [revision, action.firstNumber, action.count], id };
      case 'save_all':
      case 'show_standing':
        return { numbers: [revision], id };
      default:
        return { numbers: [revision, action.index], id };
    }
  },
  read(kind, parts) {
    const [revision = 0, second = 0, third = 0] = parts.numbers;
    const draftId = parts.id ?? '';
    switch (kind) {
      case 'choose_deadline':
        return isMadeOf(parts, 3, true) ? { kind, draftId, revision, index: second, option: third } : null;
      case 'undo_save':
        return isMadeOf(parts, 3, true)
          ? { kind, draftId, revision, firstNumber: second, count: third }
          : null;
      case 'save_all':
      case 'show_standing':
        return isMadeOf(parts, 1, true) ? { kind, draftId, revision } : null;
      default:
        return isMadeOf(parts, 2, true) ? { kind, draftId, revision, index: second } : null;
    }
  },
};
