import type { Message, MessageOrigin } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import type { MessageContent } from './messages.ts';
import type { Realm } from './realm.ts';

/** Who wrote a message first; without a link to the account where the person wants it so. */
export function originOf(realm: Realm, { forward_origin, from, date }: Message): MessageOrigin {
  if (forward_origin) return forward_origin;
  if (!from) throw new Error('A message without a sender cannot be forwarded');
  if (realm.users.get(from.id)?.hidesOriginOfForwards !== true)
    return { type: 'user', date, sender_user: from };
  const name = [from.first_name, from.last_name].filter((part) => part !== undefined).join(' ');
  return { type: 'hidden_user', date, sender_user_name: name };
}

/** What of a message goes along when it is forwarded or copied. */
export function portableContent(message: Message): MessageContent {
  const { text, entities, caption, caption_entities, document, photo, rich_message, link_preview_options } =
    message;
  return omitUndefined<MessageContent>({
    text,
    entities,
    caption,
    caption_entities,
    document,
    photo,
    rich_message,
    link_preview_options,
  });
}
