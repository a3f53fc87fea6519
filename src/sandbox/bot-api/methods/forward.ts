import type { Message, MessageId } from 'grammy/types';
import { chatFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import type { Params } from '../params.ts';
import { isServiceMessage } from '../privacy.ts';
import { originOf, portableContent } from '../world/forwarding.ts';
import { existing } from '../world/messages.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { MethodTable } from './method.ts';
import { readCaption, WHEN_SENDING } from './content.ts';
import { sendAsBot } from './send-as-bot.ts';

export const forwardMethods = {
  forwardMessage({ realm }, params) {
    const source = sourceMessage(realm, params, 'message to forward');
    return sendAsBot(realm, params, { ...portableContent(source), forward_origin: originOf(realm, source) });
  },

  copyMessage({ realm }, params): MessageId {
    const source = sourceMessage(realm, params, 'message to copy');
    const caption: MessageContent =
      params.has('caption') && source.text === undefined
        ? ({
            caption: undefined,
            caption_entities: undefined,
            ...readCaption(realm, params, WHEN_SENDING),
          } as MessageContent)
        : {};
    const content = omitUndefined<MessageContent>({ ...portableContent(source), ...caption });
    return { message_id: sendAsBot(realm, params, content).message_id };
  },
} satisfies MethodTable;

function sourceMessage(realm: Realm, params: Params, role: string): Message {
  const from = chatFor(realm, params, 'read', 'from_chat_id');
  const record = existing(from, params.integer('message_id'));
  if (!record) throw badRequest(`${role} not found`);
  if (isServiceMessage(record.message) || record.message.has_protected_content) {
    throw badRequest(
      role === 'message to copy' ? "the message can't be copied" : "the message can't be forwarded",
    );
  }
  return record.message;
}
