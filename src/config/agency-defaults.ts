import type { AgencySettings, DayRung, ReminderLadder, WorkingHours } from '../domain/agency.ts';
import type { ReadingConventions } from '../domain/conventions.ts';
import { DEFAULT_CONVENTIONS } from '../domain/conventions.ts';
import type { DigestTimes } from '../domain/digest.ts';
import type { EscalationPolicy, EscalationStep } from '../domain/escalation.ts';
import { ESCALATION_STEPS } from '../domain/escalation.ts';
import type { TimeOfDay } from '../domain/local-time.ts';
import type { AgencyFile } from './agency-schema.ts';
import type { Partially } from './check-schema.ts';
import { ladderOfProfile } from './ladder-profiles.ts';

type SettingsEntry = Partially<AgencyFile['settings']>;

/** The settings with the usual choice of Vietnamese offices wherever the agency's file says nothing. */
export const withDefaults = (
  entry: SettingsEntry,
): { settings: Omit<AgencySettings, 'officeUnitCode'>; conventions: ReadingConventions } => {
  const { morning, afternoon } = entry.working_hours ?? {};
  const workingHours = {
    morning: [morning?.from ?? '07:30', morning?.to ?? '11:30'],
    afternoon: [afternoon?.from ?? '13:30', afternoon?.to ?? '17:00'],
  } as const;
  const { by_category, ...general } = entry.reminders ?? {};
  const reading = entry.reading ?? {};
  const isBeforeStrict =
    reading.before_date == null ? DEFAULT_CONVENTIONS.isBeforeStrict : reading.before_date === 'strict';
  return {
    settings: {
      isBeforeStrict,
      acceptance: entry.acceptance ?? 'secretary',
      extensionPatience: entry.extensions?.remind_after ?? 2,
      workingHours,
      ladder: ladderOf(general, workingHours),
      ladderOfCategory: Object.fromEntries(
        Object.entries(by_category ?? {}).flatMap(([category, own]) =>
          own == null ? [] : [[category, ladderOf(withGeneral(own, general), workingHours)]],
        ),
      ),
      escalation: escalationOf(entry.escalation ?? {}, workingHours),
      digests: digestsOf(entry.digests ?? {}, workingHours),
    },
    conventions: {
      isBeforeStrict,
      startOfMorning: reading.start_of_morning ?? DEFAULT_CONVENTIONS.startOfMorning,
      startOfAfternoon: reading.start_of_afternoon ?? DEFAULT_CONVENTIONS.startOfAfternoon,
      halfDays: {
        morning: reading.end_of_morning ?? workingHours.morning[1],
        noon: reading.noon ?? DEFAULT_CONVENTIONS.halfDays.noon,
        afternoon: reading.end_of_afternoon ?? workingHours.afternoon[1],
        evening: reading.end_of_evening ?? DEFAULT_CONVENTIONS.halfDays.evening,
      },
    },
  };
};

type LadderEntry = Omit<NonNullable<SettingsEntry['reminders']>, 'by_category'>;

/** What a category says nothing of is as for every other task, unless it names a profile of its own. */
const withGeneral = (own: LadderEntry, general: LadderEntry): LadderEntry => {
  if (own.profile != null) return { at: general.at, ...given(own) };
  return { ...general, ...given(own) };
};

const given = (entry: LadderEntry): LadderEntry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value != null));

const ladderOf = (entry: LadderEntry, { morning, afternoon }: WorkingHours): ReminderLadder => {
  const at = entry.at ?? morning[0];
  const profile = ladderOfProfile(entry.profile ?? 'chuẩn', at, afternoon[0]);
  const { before, on_the_day: onTheDay, hours_before: hours, after, then_every: every } = entry;
  const asRung = (rung: RungEntry | undefined): DayRung[] => {
    if (typeof rung === 'number') return [{ days: rung, at }];
    return rung?.days === undefined ? [] : [{ days: rung.days, at: rung.at ?? at }];
  };
  return {
    before: before?.flatMap(asRung) ?? profile.before,
    onTheDay: timesOf(onTheDay, at) ?? profile.onTheDay,
    hoursBefore: hours?.filter((count) => count !== undefined) ?? profile.hoursBefore,
    after: after?.flatMap(asRung) ?? profile.after,
    thenEvery: every === false ? null : (asRung(every ?? undefined)[0] ?? profile.thenEvery),
  };
};

type RungEntry = number | { readonly days?: number | undefined; readonly at?: TimeOfDay | undefined };

const timesOf = (entry: LadderEntry['on_the_day'], at: TimeOfDay): TimeOfDay[] | null => {
  if (entry == null) return null;
  if (typeof entry === 'boolean') return entry ? [at] : [];
  return entry.filter((time) => time !== undefined);
};

const USUAL_STEPS: Readonly<Record<EscalationStep, number>> = {
  head: 2,
  secretary: 3,
  deputy: 4,
  director: 5,
};

const escalationOf = (
  entry: NonNullable<SettingsEntry['escalation']>,
  { morning: [opens] }: WorkingHours,
): EscalationPolicy => {
  // What is not set keeps its usual distance, and its place behind what is.
  const after: Record<EscalationStep, number | null> = { ...USUAL_STEPS };
  let earlier = 0;
  for (const step of ESCALATION_STEPS) {
    const set = entry[step];
    const days = set === false ? null : (set ?? Math.max(USUAL_STEPS[step], earlier + 1));
    after[step] = days;
    earlier = days ?? earlier;
  }
  return {
    after,
    // Late enough for an answer to the reminder of the same morning.
    at: entry.at ?? (opens > '09:00' ? opens : '09:00'),
    pauseAfterReport: entry.pause_after_report ?? 3,
  };
};

/** The lists are there when the office opens; what is missing is asked for after lunch, when the morning's post is done. */
const digestsOf = (
  entry: NonNullable<SettingsEntry['digests']>,
  { morning, afternoon }: WorkingHours,
): DigestTimes => {
  const time = (value: TimeOfDay | false | null | undefined, usual: TimeOfDay): TimeOfDay | null =>
    value === false ? null : (value ?? usual);
  return {
    deputy_week: time(entry.deputy_week, morning[0]),
    director_week: time(entry.director_week, morning[0]),
    secretary_day: time(entry.secretary_day, morning[0]),
    undated_week: time(entry.undated_week, afternoon[0]),
  };
};
