import type { ChatAddress } from '../../domain/chat.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Connection } from './connection.ts';
import { equals, given } from './connection.ts';
import { and, asc, desc, eq, getTableColumns, sql } from './drizzle.ts';
import { IS_OPEN_DRAFT, draftParts, drafts } from './schema/documents.ts';

export const draftQueries = ({ db }: Connection) => {
  const byId = db.select().from(drafts).where(equals(drafts.id, 'id')).prepare();
  const byPart = db
    .select(getTableColumns(drafts))
    .from(draftParts)
    .innerJoin(drafts, eq(drafts.id, draftParts.draftId))
    .where(and(equals(draftParts.chatId, 'chatId'), equals(draftParts.messageId, 'messageId')))
    .orderBy(desc(drafts.createdAt), desc(drafts.id))
    .limit(1)
    .prepare();
  const newestOpen = db
    .select()
    .from(drafts)
    .where(
      and(
        equals(drafts.chatId, 'chatId'),
        sql`${drafts.threadId} is ${given('threadId')}`,
        equals(drafts.createdBy, 'memberId'),
        IS_OPEN_DRAFT,
      ),
    )
    .orderBy(desc(drafts.createdAt), desc(drafts.id))
    .limit(1)
    .prepare();
  const open = db
    .select()
    .from(drafts)
    .where(and(equals(drafts.agencyId, 'agencyId'), IS_OPEN_DRAFT))
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
    .prepare();

  return {
    draft: (id: string): Draft | null => byId.get({ id }) ?? null,
    draftOfPart: (chatId: number, messageId: number): Draft | null =>
      byPart.get({ chatId, messageId }) ?? null,
    latestOpenDraft: ({ chatId, threadId }: ChatAddress, memberId: string): Draft | null =>
      newestOpen.get({ chatId, threadId, memberId }) ?? null,
    openDrafts: (agencyId: string): Draft[] => open.all({ agencyId }),
  };
};
