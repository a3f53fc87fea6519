import type { InlineQuery } from 'grammy/types';
import type { Realm } from './realm.ts';
import type { InlineAnswer, UserRecord } from './records.ts';

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
