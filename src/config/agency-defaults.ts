import type { AgencySettings } from '../domain/agency.ts';
import type { ReadingConventions } from '../domain/conventions.ts';
import { DEFAULT_CONVENTIONS } from '../domain/conventions.ts';
import type { AgencyFile } from './agency-schema.ts';
import type { Partially } from './check-schema.ts';

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
  const reminders = entry.reminders ?? {};
  const reading = entry.reading ?? {};
  const isBeforeStrict =
    reading.before_date == null ? DEFAULT_CONVENTIONS.isBeforeStrict : reading.before_date === 'strict';
  return {
    settings: {
      isBeforeStrict,
      acceptance: entry.acceptance ?? 'secretary',
      workingHours,
      ladder: {
        before: reminders.before?.filter((days) => days !== undefined) ?? [3, 1],
        isOnTheDay: reminders.on_the_day ?? true,
        isDailyOnceOverdue: reminders.daily_once_overdue ?? true,
        at: reminders.at ?? workingHours.morning[0],
      },
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
