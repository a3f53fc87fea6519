import type { AuditAction, AuditEvent } from '../../domain/audit-event.ts';
import type { BotMessage, MessageSubject } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { assignmentIdsOf } from './assignment-ids.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { cardsOf } from '../entering/draft-items.ts';
import type { Plan } from '../plan.ts';
import type { SentMessage } from '../ports/messenger.ts';

/** Commits what needs no record. */
export const commit = (app: ApplicationContext, plan: Pick<Plan, 'changes' | 'outbox'>): Promise<void> =>
  decideAndCommit(app, () => Promise.resolve({ plan: { ...plan, audit: [] }, outcome: undefined }));

/** Writes down what became of a claimed message, and what comes with it. @param action the line in the record, where it deserves one */
export const settle = (
  app: ApplicationContext,
  message: OutboxMessage,
  set: Partial<Omit<OutboxMessage, 'id' | 'agencyId' | 'version' | 'decidedAt'>>,
  action?: AuditAction,
  also: { changes?: Plan['changes']; outbox?: Plan['outbox'] } = {},
): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const { id, version, request } = message;
    const audit = action
      ? (await concerned(app, request)).map((concern) =>
          auditEvent(app, {
            ...concern,
            action,
            after: {
              outboxId: id,
              kind: request.kind,
              reason: set.reason ?? null,
              ...(request.kind === 'escalation' ? { step: request.step } : {}),
            },
          }),
        )
      : [];
    const update = {
      op: 'update',
      entity: 'outboxMessage',
      id,
      expectedVersion: version,
      set: { ...set, decidedAt: app.clock.now() },
    } as const;
    return {
      plan: { changes: [update, ...(also.changes ?? [])], outbox: also.outbox ?? [], audit },
      outcome: undefined,
    };
  });

/** What a message was about, for the record: each task of a bundle has its own line. */
const concerned = async (
  app: ApplicationContext,
  request: NotificationRequest,
): Promise<readonly Pick<AuditEvent, 'taskId' | 'assignmentId'>[]> => {
  const views = await app.store.assignmentViews(await assignmentIdsOf(app, request));
  if (views.length === 0) return [{ taskId: null, assignmentId: null }];
  return views.map(({ task, assignment }) => ({ taskId: task.id, assignmentId: assignment.id }));
};

const subjectOf = async (app: ApplicationContext, request: NotificationRequest): Promise<MessageSubject> => {
  switch (request.kind) {
    case 'draft_summary':
      return { kind: 'draft', draftId: request.draftId, index: null };
    case 'draft_card':
      return { kind: 'draft', draftId: request.draftId, index: request.index };
    case 'extension_requested':
    case 'extension_stranded':
      return { kind: 'extension', requestId: request.requestId };
    case 'transfer_requested':
      return { kind: 'transfer', requestId: request.requestId };
    case 'digest':
      // The secretary's lists speak of tasks without a deadline, and are answered with one.
      return request.digest === 'undated_week' || request.digest === 'secretary_day'
        ? { kind: 'prompt', prompt: { ask: 'task_deadlines' } }
        : { kind: 'assignments', assignmentIds: [] };
    default:
      return { kind: 'assignments', assignmentIds: await assignmentIdsOf(app, request) };
  }
};

/** Keeps what a message was about, so that a reply to it can be read. */
export const remembrance = async (
  app: ApplicationContext,
  message: OutboxMessage,
  { messageId, chatId, threadId }: SentMessage,
  sentAt: Instant,
): Promise<Plan['changes'][number]> => {
  const row: BotMessage = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    chatId,
    threadId,
    messageId,
    subject: await subjectOf(app, message.request),
    sentAt,
    outboxId: message.id,
  };
  return { op: 'insert', entity: 'botMessage', row };
};

/** The cards of a draft come after its summary. */
export const whatFollows = async (
  app: ApplicationContext,
  { request }: OutboxMessage,
): Promise<Plan['outbox']> => {
  if (request.kind !== 'draft_summary') return [];
  const draft = await app.store.draft(request.draftId);
  return draft?.revision === request.revision ? cardsOf(app, draft) : [];
};
