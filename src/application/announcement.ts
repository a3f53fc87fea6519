import type { ChatAddress } from '../domain/chat.ts';
import type { Instant } from '../domain/local-time.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import type { ApplicationContext } from './context.ts';
import { owe, whenOffice } from './context.ts';

/** The message that gives a unit its task; one for each assignment, however often it is asked for. */
export const announcement = (
  app: ApplicationContext,
  assignmentId: string,
  chat: ChatAddress,
  notBefore: Instant,
): OutboxMessage =>
  owe(app, chat, { kind: 'task_assigned', assignmentId }, `assigned:${assignmentId}`, notBefore);

/** When a task may be announced: in working hours, but at once where it would be late before the office opens again. */
export const announcedFrom = (app: ApplicationContext, overdueFrom: Instant | null): Instant => {
  const now = app.clock.now();
  const opens = whenOffice(app);
  return overdueFrom !== null && overdueFrom > now && overdueFrom <= opens ? now : opens;
};
