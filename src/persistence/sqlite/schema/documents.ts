import type { MessageSource } from '../../../domain/chat.ts';
import type { DocumentParticulars } from '../../../domain/document.ts';
import type { Draft, DraftItem } from '../../../domain/draft.ts';
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { agencies, members } from './agency.ts';
import { checkLocal, checkOneOf, closedSet, instant, json } from './columns.ts';

const DRAFT_STATES = closedSet<Draft['state']>({ open: true, closed: true });

/** What the partial indexes of drafts hold. A query finds them only if it says the same words. */
export const IS_OPEN_DRAFT = sql.raw(`drafts.state = 'open'`);

export const documents = sqliteTable(
  'documents',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    number: text('number'),
    symbol: text('symbol'),
    kind: text('kind'),
    title: text('title'),
    issuedOn: text('issued_on'),
    place: text('place'),
    signer: text('signer'),
    signerCapacity: text('signer_capacity'),
    recipients: json('recipients').$type<readonly string[]>().notNull(),
    text: text('text').notNull(),
    source: json('source').$type<MessageSource>().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => members.id),
    createdAt: instant('created_at').notNull(),
  },
  () => [checkLocal('documents_issued_on', 'issued_on', { isMoment: false })],
);

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    chatId: integer('chat_id').notNull(),
    threadId: integer('thread_id'),
    createdBy: text('created_by')
      .notNull()
      .references(() => members.id),
    createdAt: instant('created_at').notNull(),
    parts: json('parts').$type<Draft['parts']>().notNull(),
    lastPartAt: instant('last_part_at').notNull(),
    document: json('document').$type<DocumentParticulars | null>(),
    documentId: text('document_id').references(() => documents.id),
    items: json('items').$type<readonly DraftItem[]>().notNull(),
    revision: integer('revision').notNull(),
    state: text('state').$type<Draft['state']>().notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('drafts_open_of_member')
      .on(table.chatId, table.createdBy, table.createdAt)
      .where(sql.raw(`state = 'open'`)),
    index('drafts_open').on(table.agencyId, table.createdAt).where(sql.raw(`state = 'open'`)),
    checkOneOf('drafts_state', 'state', DRAFT_STATES),
  ],
);

/** Which messages a draft's text came in: the keys of `drafts.parts`, kept by every commit that writes a draft, for the index. */
export const draftParts = sqliteTable(
  'draft_parts',
  {
    chatId: integer('chat_id').notNull(),
    messageId: integer('message_id').notNull(),
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
  },
  (table) => [
    uniqueIndex('draft_parts_message').on(table.chatId, table.messageId, table.draftId),
    index('draft_parts_draft').on(table.draftId),
  ],
);
