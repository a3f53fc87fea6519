// How a person wants to look at what is overdue: whose, how old, in which order, which page.
import type { Document } from './document.ts';
import type { Instant } from './local-time.ts';
import type { Member } from './member.ts';
import type { Unit } from './unit.ts';

/** `charge`: only the units in the asker's charge. */
export type OverdueScope = 'all' | 'charge';
/** `recent`: late for {@link LONG_OVERDUE_DAYS} at most; `long`: for more. */
export type OverdueAge = 'any' | 'recent' | 'long';
/** `unit`: unit after unit in the order of the agency; `oldest`: the oldest first, whatever the unit. */
export type OverdueOrder = 'unit' | 'oldest';
/** A table shows less of each task, and more at a glance. */
export type OverdueForm = 'lines' | 'table';

/** What a list can be narrowed to, by its id. */
export interface OverdueChoice {
  readonly by: 'unit' | 'deputy' | 'document';
  readonly id: string;
}

export interface OverdueView {
  readonly scope: OverdueScope;
  readonly age: OverdueAge;
  readonly order: OverdueOrder;
  readonly form: OverdueForm;
  readonly choice: OverdueChoice | null;
  readonly offset: number;
}

/** Everything the asker may see, as they see it first. */
export const WHOLE_VIEW: OverdueView = {
  scope: 'all',
  age: 'any',
  order: 'unit',
  form: 'lines',
  choice: null,
  offset: 0,
};

/** Calendar days after which overdue work is counted apart: nobody will finish it by being reminded once more. */
export const LONG_OVERDUE_DAYS = 30;

const DAY_MS = 86_400_000;

/** Work that was late already at this moment has been late for more than {@link LONG_OVERDUE_DAYS}. */
export const longOverdueBefore = (now: Instant): Instant => now - LONG_OVERDUE_DAYS * DAY_MS;

/** What a list is narrowed to, as it is now. */
export type Narrowed =
  | { readonly by: 'unit'; readonly unit: Unit }
  | { readonly by: 'deputy'; readonly deputy: Member }
  | { readonly by: 'document'; readonly document: Document };
