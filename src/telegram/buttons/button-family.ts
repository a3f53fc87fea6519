// Buttons that belong together: what they do, and how each is written as a part of callback data.

/** The numbers and the id of a button. */
export interface Parts {
  readonly numbers: readonly number[];
  readonly id: string | null;
}

/** How the buttons of one feature are written and read back. */
export interface ButtonFamily<Action extends { readonly kind: string }> {
  /**
   * What each kind begins with: a letter of its own, or a letter that several kinds share, with a number that tells them
   * apart (`j0`, `j1`). Signs stay as they are: old messages keep their buttons for years.
   */
  readonly signs: Readonly<Record<Action['kind'], string>>;
  partsOf(action: Action): Parts;
  /** The way back; null where the parts are those of no action of this kind. */
  read(kind: Action['kind'], parts: Parts): Action | null;
}

/** True for parts of so many numbers, with an id or without one. */
export const isMadeOf = ({ numbers, id }: Parts, count: number, hasId: boolean): boolean =>
  numbers.length === count && (id !== null) === hasId;
