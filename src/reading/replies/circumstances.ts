/** Who wrote a reply: one of the unit that has the task, or one who gives and accepts work. */
export type Speaker = 'unit' | 'leader';

export type Bearing = 'up' | 'down' | 'all';

/** What is known of a reply beside its words. */
export interface Circumstances {
  /** The answered message asked for a status. */
  readonly answersReminder: boolean;
  /**
   * Whom it speaks to, by its particles: up to a superior ("ạ", "sếp"), down to the unit ("nhé em"), to everyone ("nhé
   * mọi người"); null where no word tells.
   */
  readonly bearing: Bearing | null;
  /** Absent where it is not known, or the person is both. */
  readonly speaker?: Speaker | undefined;
  /** Codes of the units that have the tasks; empty where that is not known. */
  readonly ownUnits: ReadonlySet<string>;
}
