import type { ChatAddress } from '../../domain/chat.ts';
import type { Draft, DraftPart, WordsOrigin } from '../../domain/draft.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { joinParts } from '../../ingestion/join-parts.ts';
import { detectSecrecy } from '../../reading/notice-reader.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { demand } from '../demand.ts';
import type { Plan } from '../plan.ts';
import { draftMessageKey } from './draft-items.ts';
import { readingOf } from './read-arrived.ts';

/** Telegram cuts a pasted text into messages of 4,096 characters; a part at least this long may have a continuation. */
const MAYBE_CONTINUED_FROM = 3_000;
/** Parts of one paste arrive at once; a later message is another one. */
const CONTINUED_WITHIN_MS = 10_000;
/** How long a long text waits for its continuation before it is shown. */
const WAIT_FOR_MORE_MS = 3_000;

export interface WorkOrderMessage extends ChatAddress {
  readonly messageId: number;
  readonly text: string;
  /** What stands behind /giao beside the words of another message, which are `text` then; null elsewhere. */
  readonly note: string | null;
  /** The name of the file that `text` was read from; null where it is the message's own. */
  readonly file: string | null;
  /** Null for the member's own words. */
  readonly origin: (WordsOrigin & { readonly authorTelegramId: number | null }) | null;
  /** True where the member says that this is an order: what no order is found in becomes one as it stands. */
  readonly isOrder: boolean;
  /** When it was written; "mai" counts from here. */
  readonly writtenAt: Instant;
  readonly member: Member;
  readonly updateId: number | undefined;
}

export type WorkOrderOutcome =
  | { readonly kind: 'drafted' }
  | { readonly kind: 'nothing_found' }
  | { readonly kind: 'secret'; readonly stamp: string }
  /** An edited message whose draft is decided already, in whole or in part. */
  | { readonly kind: 'decided_already' };

/**
 * Reads a pasted notice or a message into a draft, which is shown through the outbox. A long text that Telegram cut in
 * pieces is joined; a text marked as a state secret is neither read nor stored.
 */
export const receiveWorkOrder = (
  app: ApplicationContext,
  message: WorkOrderMessage,
): Promise<WorkOrderOutcome> =>
  decideAs(app, message.member, async (actor): Promise<Decision<WorkOrderOutcome>> => {
    demand(actor, 'enter_tasks');
    const begun = await app.store.latestOpenDraft(message, message.member.id);
    const continued = begun !== null && isContinuedBy(begun, message) ? begun : null;
    const parts = [...(continued?.parts ?? []), await partOf(app, message)];
    return read(app, message, continued, parts);
  });

/** Reads again a message that its author has edited. Nothing changes once a task has been saved from it. */
export const rereadWorkOrder = (
  app: ApplicationContext,
  message: WorkOrderMessage,
): Promise<WorkOrderOutcome | null> =>
  decideAs(app, message.member, async (actor): Promise<Decision<WorkOrderOutcome | null>> => {
    const draft = await app.store.draftOfPart(message.chatId, message.messageId);
    // The words beside a file are not its text.
    const isOfFile = draft?.parts.some(({ messageId, file }) => messageId === message.messageId && file);
    if (draft === null || isOfFile) return { plan: null, outcome: null };
    demand(actor, 'enter_tasks');
    if (draft.items.some((item) => item.state === 'saved')) {
      return { plan: null, outcome: { kind: 'decided_already' } };
    }
    const edited = await partOf(app, message);
    const parts = draft.parts.map((part) => (part.messageId === message.messageId ? edited : part));
    return read(app, message, draft, parts);
  });

const partOf = async (app: ApplicationContext, message: WorkOrderMessage): Promise<DraftPart> => {
  const { messageId, text, note, file, origin } = message;
  const part = {
    messageId,
    text,
    ...(note === null ? {} : { note }),
    ...(file === null ? {} : { file }),
  };
  if (origin === null) return part;
  const { authorTelegramId, ...rest } = origin;
  const isOwn = authorTelegramId === message.member.telegramId;
  const author =
    authorTelegramId === null ? null : await app.store.memberByTelegramId(app.agencyId, authorTelegramId);
  return { ...part, origin: { ...rest, author: isOwn ? null : (author?.name ?? rest.author) } };
};

const isContinuedBy = (draft: Draft, message: WorkOrderMessage): boolean =>
  (draft.parts.at(-1)?.text.length ?? 0) >= MAYBE_CONTINUED_FROM &&
  // A file is whole.
  message.file === null &&
  draft.parts.at(-1)?.file === undefined &&
  (draft.parts.at(-1)?.origin === undefined) === (message.origin === null) &&
  // A forwarded message may be older than what was written here before it.
  Math.abs(message.writtenAt - draft.lastPartAt) <= CONTINUED_WITHIN_MS &&
  draft.items.every((item) => item.state === 'open');

const read = async (
  app: ApplicationContext,
  message: WorkOrderMessage,
  existing: Draft | null,
  parts: Draft['parts'],
): Promise<Decision<WorkOrderOutcome>> => {
  const text = joinParts(parts.flatMap((part) => [part.note ?? '', part.text]));
  const stamp = detectSecrecy(text);
  if (stamp !== null)
    return { plan: existing && forget(app, message, existing), outcome: { kind: 'secret', stamp } };

  const mayContinue = message.file === null && message.text.length >= MAYBE_CONTINUED_FROM;
  // Of a text that is still arriving nothing is shown yet: it is read when its summary is due.
  const { document, items } = mayContinue
    ? { document: null, items: [] }
    : await readingOf(app, parts, message.writtenAt, message.isOrder);
  if (items.length === 0 && existing === null && !mayContinue) {
    return { plan: null, outcome: { kind: 'nothing_found' } };
  }

  const content = {
    parts: parts.map(({ isUnread: _, ...part }) => (mayContinue ? { ...part, isUnread: true } : part)),
    lastPartAt: message.writtenAt,
    document,
    items,
    revision: (existing?.revision ?? 0) + 1,
    state: 'open',
  } as const;
  const draft: Draft = existing
    ? { ...existing, ...content }
    : {
        id: app.ids.next(),
        agencyId: app.agencyId,
        chatId: message.chatId,
        threadId: message.threadId,
        createdBy: message.member.id,
        createdAt: app.clock.now(),
        documentId: null,
        version: 1,
        ...content,
      };
  return {
    plan: {
      changes: [
        existing
          ? {
              op: 'update',
              entity: 'draft',
              id: existing.id,
              expectedVersion: existing.version,
              set: content,
            }
          : { op: 'insert', entity: 'draft', row: draft },
      ],
      outbox: [summaryOf(app, draft, mayContinue ? WAIT_FOR_MORE_MS : 0)],
      audit: [
        auditEvent(app, {
          action: existing ? 'draft_reread' : 'draft_created',
          actorId: message.member.id,
          source: { chatId: message.chatId, threadId: message.threadId, messageId: message.messageId },
          after: { draftId: draft.id, revision: draft.revision, items: items.length },
        }),
      ],
      updateId: message.updateId,
    },
    outcome: { kind: 'drafted' },
  };
};

/** Empties a draft whose text has turned out to be a state secret. */
const forget = (app: ApplicationContext, message: WorkOrderMessage, draft: Draft): Plan => ({
  changes: [
    {
      op: 'update',
      entity: 'draft',
      id: draft.id,
      expectedVersion: draft.version,
      set: { parts: [], items: [], document: null, revision: draft.revision + 1, state: 'closed' },
    },
  ],
  outbox: [],
  audit: [auditEvent(app, { action: 'draft_forgotten', actorId: message.member.id })],
  updateId: message.updateId,
});

/** The summary of this reading; the cards follow when it has been sent, so that a text that is still arriving has none yet. */
const summaryOf = (app: ApplicationContext, draft: Draft, delayMs: number): OutboxMessage =>
  owe(
    app,
    draft,
    { kind: 'draft_summary', draftId: draft.id, revision: draft.revision },
    draftMessageKey(draft, null),
    app.clock.now() + delayMs,
  );
