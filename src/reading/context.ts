import type { ReadingConventions } from '../domain/conventions.ts';
import type { LocalMoment } from '../domain/local-time.ts';
import type { UnitNames } from '../domain/unit.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';

/** What the reader knows besides the text. */
export interface ReadingContext {
  /** The moment the words were written (the document's date, the message's time), in Asia/Ho_Chi_Minh: "mai" counts from here. */
  readonly writtenAt: LocalMoment;
  readonly calendar: WorkingCalendar;
  readonly units: readonly UnitNames[];
  readonly conventions: ReadingConventions;
}
