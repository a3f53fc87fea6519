import type { ReminderLadder } from '../domain/agency.ts';
import type { TimeOfDay } from '../domain/local-time.ts';

/** The ladders an agency can choose by name, from the one that presses least to the one that presses most. */
export const LADDER_PROFILES = ['nhẹ', 'chuẩn', 'gấp'] as const;

type LadderProfile = (typeof LADDER_PROFILES)[number];

/** Working days and hours; the times of day are the agency's. All remind on the last day and on the first one after it. */
interface Profile {
  readonly before: readonly number[];
  /** Again on the last day, when the afternoon begins. */
  readonly isTwiceOnTheDay: boolean;
  readonly hoursBefore: readonly number[];
  readonly thenEvery: number;
}

const PROFILES: Readonly<Record<LadderProfile, Profile>> = {
  nhẹ: { before: [1], isTwiceOnTheDay: false, hoursBefore: [1], thenEvery: 5 },
  chuẩn: { before: [3, 1], isTwiceOnTheDay: false, hoursBefore: [2], thenEvery: 1 },
  gấp: { before: [5, 3, 2, 1], isTwiceOnTheDay: true, hoursBefore: [4, 1], thenEvery: 1 },
};

/** A profile with the agency's times: that of its reminders, and the start of its afternoon. */
export const ladderOfProfile = (
  profile: LadderProfile,
  at: TimeOfDay,
  startOfAfternoon: TimeOfDay,
): ReminderLadder => {
  const { before, isTwiceOnTheDay, hoursBefore, thenEvery } = PROFILES[profile];
  return {
    before: before.map((days) => ({ days, at })),
    onTheDay: isTwiceOnTheDay ? [at, startOfAfternoon] : [at],
    hoursBefore,
    after: [{ days: 1, at }],
    thenEvery: { days: thenEvery, at },
  };
};
