import type { Instant, LocalMoment } from '../domain/local-time.ts';
import { readTypedDeadline } from '../reading/deadline-reader.ts';
import type { ReplyFinding } from '../reading/findings.ts';
import { readReply } from '../reading/reply-reader.ts';
import type { ApplicationContext } from './context.ts';
import { asLocalMoment, readingContext } from './context.ts';
import type { ReplyScope } from './interpret-reply.ts';

/** Reads a reply with what is known of the message it answers. */
export const understandReply = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
  scope: ReplyScope,
): Promise<ReplyFinding> => {
  const units = await app.store.units(app.agencyId);
  return readReply(text, readingContext(app, units, asLocalMoment(writtenAt)), {
    answersReminder: scope.answered.length > 0,
    taskNumbers: scope.answered.map((view) => view.task.number),
  });
};

/** Reads the answer to "xin gia hạn đến ngày nào?": a date, perhaps with a reason, perhaps in a whole sentence. */
export const understandExtension = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
): Promise<{ newDue: LocalMoment; reason: string | null } | { problem: string }> => {
  const units = await app.store.units(app.agencyId);
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  for (const sentence of [text, `xin gia hạn đến ${text}`]) {
    const { newDue, reason } = readReply(sentence, context).fields;
    if (newDue !== undefined) return { newDue, reason: reason ?? null };
  }
  const typed = readTypedDeadline(text, context);
  if ('problem' in typed) return typed;
  const { due } = typed.deadline;
  return due === null ? { problem: 'Cần một ngày cụ thể.' } : { newDue: due, reason: null };
};
