/** Who wrote a reply: one of the unit that has the task, or one who gives and accepts work. */
export type Speaker = 'unit' | 'leader';

/** What is known of a reply beside its words. */
export interface Circumstances {
  /** The answered message asked for a status. */
  readonly answersReminder: boolean;
  /** How it bears itself: up to a superior ("ạ", "dạ", "sếp"), down to the unit ("nhé em"); null where no word tells. */
  readonly bearing: 'up' | 'down' | null;
  /** Absent where it is not known, or the person is both. */
  readonly speaker?: Speaker | undefined;
  /** Codes of the units that have the tasks; empty where that is not known. */
  readonly ownUnits: ReadonlySet<string>;
}
