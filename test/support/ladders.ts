import type { ReminderLadder } from '../../src/domain/agency.ts';
import type { EscalationPolicy } from '../../src/domain/escalation.ts';
import type { TimeOfDay } from '../../src/domain/local-time.ts';

/** The ladder that holds unless an agency says otherwise, at some time of the day. */
export const standardLadder = (at: TimeOfDay = '07:30'): ReminderLadder => ({
  before: [
    { days: 3, at },
    { days: 1, at },
  ],
  onTheDay: [at],
  hoursBefore: [2],
  after: [{ days: 1, at }],
  thenEvery: { days: 1, at },
});

/** A ladder without a rung. */
export const NO_RUNGS: ReminderLadder = {
  before: [],
  onTheDay: [],
  hoursBefore: [],
  after: [],
  thenEvery: null,
};

/** The steps that are taken unless an agency says otherwise. */
export const STANDARD_ESCALATION: EscalationPolicy = {
  after: { head: 2, secretary: 3, deputy: 4, director: 5 },
  at: '09:00',
  pauseAfterReport: 3,
};

export const NO_ESCALATION: EscalationPolicy = {
  ...STANDARD_ESCALATION,
  after: { head: null, secretary: null, deputy: null, director: null },
};
