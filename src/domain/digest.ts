// The lists that the bot sends of its own accord, each to one person in private: who gets which, and when it is time for
// it. A list is of one day, and each person gets that of a day once, however the clock runs.
import type { Instant, LocalDate, TimeOfDay } from './local-time.ts';
import { instantOf, localDateOf, mondayOf } from './local-time.ts';
import type { Member, Role } from './member.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * `deputy_week`: the units in a deputy's charge; `director_week`: the whole agency; `secretary_day`: what is stuck on its
 * way to somebody; `undated_week`: asks the secretary for the deadlines that are missing.
 */
export const DIGEST_KINDS = ['deputy_week', 'director_week', 'secretary_day', 'undated_week'] as const;

export type DigestKind = (typeof DIGEST_KINDS)[number];

/** At what time of day each list goes out; null: never. */
export type DigestTimes = Readonly<Record<DigestKind, TimeOfDay | null>>;

const RECIPIENTS: Readonly<Record<DigestKind, Role>> = {
  deputy_week: 'deputy',
  director_week: 'director',
  secretary_day: 'secretary',
  undated_week: 'secretary',
};

const isWeekly = (kind: DigestKind): boolean => kind !== 'secretary_day';

/**
 * Whoever hears of the bot once a week is told later in the week where its first day was missed. The secretaries hear of
 * what has no deadline every day: two lists at once would be one too many.
 */
const isMadeUpFor = (kind: DigestKind): boolean => kind === 'deputy_week' || kind === 'director_week';

/** Who gets a list: everyone in the role that it is made for. */
export const recipientsOf = (kind: DigestKind, members: readonly Member[]): readonly Member[] =>
  members.filter(({ role }) => role === RECIPIENTS[kind]);

/**
 * The day whose list it is time for; null where it is for none. A daily list is of each working day, a weekly one of the
 * first working day of its week; see {@link isMadeUpFor} for days that were missed. Weeks without a working day have no
 * list.
 */
export const digestDay = (
  kind: DigestKind,
  at: TimeOfDay,
  calendar: WorkingCalendar,
  now: Instant,
): LocalDate | null => {
  const today = localDateOf(now);
  const day = isWeekly(kind) ? firstWorkingDayOfWeek(today, calendar) : today;
  if (day === null || !calendar.isWorkingDay(day) || instantOf(day, at) > now) return null;
  return isDigestOver(kind, day, now) ? null : day;
};

/** True where the list of `day` has been overtaken by the one that comes after it. */
export const isDigestOver = (kind: DigestKind, day: LocalDate, now: Instant): boolean => {
  const today = localDateOf(now);
  return isMadeUpFor(kind) ? mondayOf(day) !== mondayOf(today) : day !== today;
};

const firstWorkingDayOfWeek = (date: LocalDate, calendar: WorkingCalendar): LocalDate | null => {
  const monday = mondayOf(date);
  const first = calendar.workingDayOnOrAfter(monday);
  return mondayOf(first) === monday ? first : null;
};

/** Tasks without a deadline come first in the weekly list, and are counted, once they are older than so many days. */
export const OLD_WITHOUT_DEADLINE_DAYS = 14;
