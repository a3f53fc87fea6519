import type { TimeOfDay } from './local-time.ts';

/** What an agency may set about the meaning of words. The defaults are the usual reading in Vietnamese offices. */
export interface ReadingConventions {
  /** "trước ngày D" excludes D (true) or includes it (false). */
  readonly isBeforeStrict: boolean;
  /** End of each part of the day: when a deadline "sáng ngày…" runs out. */
  readonly halfDays: Readonly<Record<'morning' | 'noon' | 'afternoon' | 'evening', TimeOfDay>>;
  readonly startOfMorning: TimeOfDay;
  readonly startOfAfternoon: TimeOfDay;
}

export const DEFAULT_CONVENTIONS: ReadingConventions = {
  isBeforeStrict: true,
  halfDays: { morning: '11:30', noon: '12:00', afternoon: '17:00', evening: '21:00' },
  startOfMorning: '08:00',
  startOfAfternoon: '14:00',
};
