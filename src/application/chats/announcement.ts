import type { ChatAddress } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import { firstInstantAfter, localDateOf } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import { afterNight } from '../../domain/reminder-plan.ts';
import type { ApplicationContext } from '../context.ts';
import { owe, whenOffice } from '../context.ts';

/**
 * The message that gives a unit its task; one for each assignment, however often it is asked for.
 * @param overdueFrom when the task is late, where it has a deadline: what is due today goes first
 */
export const announcement = (
  app: ApplicationContext,
  assignmentId: string,
  chat: ChatAddress,
  notBefore: Instant,
  overdueFrom: Instant | null = null,
): OutboxMessage => {
  const isDueToday = overdueFrom !== null && overdueFrom <= firstInstantAfter(localDateOf(app.clock.now()));
  const priority = isDueToday ? PRIORITY.today : PRIORITY.ordinary;
  const request = { kind: 'task_assigned', assignmentId } as const;
  return owe(app, chat, request, announcementKey(assignmentId), notBefore, priority);
};

/** The dedupe key of the message that gives a unit its task. */
export const announcementKey = (assignmentId: string): string => `assigned:${assignmentId}`;

/** More than one unit ever has open. */
const MOST_ANNOUNCED = 2_000;

/** Announcements of all that a unit has open and has not been told of. */
export const announcementsOf = async (
  app: ApplicationContext,
  unitId: string,
  chat: ChatAddress,
): Promise<readonly OutboxMessage[]> => {
  const filter = { agencyId: app.agencyId, unitIds: [unitId] };
  const open = await app.store.openAssignmentIds(filter, { limit: MOST_ANNOUNCED, offset: 0 });
  // Most were announced long ago; each has one announcement, whoever asks for it meanwhile.
  const announced = await app.store.keysInUse(open.map(announcementKey));
  const assignments = await app.store.assignments(open.filter((id) => !announced.has(announcementKey(id))));
  const opens = whenOffice(app);
  return assignments.map(({ id, overdueFrom }) => announcement(app, id, chat, opens, overdueFrom));
};

/**
 * When a task may be announced: in working hours, but at once where it would be late before the office opens again; in
 * the night only where the morning would be too late.
 */
export const announcedFrom = (app: ApplicationContext, overdueFrom: Instant | null): Instant => {
  const now = app.clock.now();
  const opens = whenOffice(app);
  if (overdueFrom === null || overdueFrom <= now || overdueFrom > opens) return opens;
  const morning = afterNight(now);
  return morning < overdueFrom ? morning : now;
};
