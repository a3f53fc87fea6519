import type { InlineQuery, InlineQueryResult } from 'grammy/types';
import type { Realm } from './realm.ts';
import type { UserRecord } from './records.ts';

/** What the bot offers for an inline query; a query that nobody answers stays empty. */
export type InlineAnswer =
  | {
      readonly answered: true;
      readonly results: readonly InlineQueryResult[];
      readonly isPersonal: boolean;
      readonly cacheSeconds: number;
    }
  | { readonly answered: false };

export interface InlineRecord {
  readonly query: InlineQuery;
  readonly askedAtMs: number;
  readonly settle: (answer: InlineAnswer) => void;
}

/** Queues what a person has typed behind the bot's name, and waits for the bot's answer. Nothing is cached. */
export function askInline(
  realm: Realm,
  { user }: UserRecord,
  query: string,
  chatType: NonNullable<InlineQuery['chat_type']>,
): Promise<InlineAnswer> {
  return new Promise((resolve) => {
    const id = realm.ids.callbackQuery();
    const asked: InlineQuery = { id, from: user, query, offset: '', chat_type: chatType };
    realm.inlineQueries.set(id, { query: asked, askedAtMs: realm.now(), settle: resolve });
    if (realm.updates.push({ inline_query: asked }) === undefined) resolve({ answered: false });
  });
}
