import type { Message } from 'grammy/types';
import { isDeepStrictEqual } from 'node:util';
import { chatFor, messageFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { isServiceMessage } from '../privacy.ts';
import { readReplyMarkup } from '../reply-markup.ts';
import { apiMessage, existing, markDeleted, replaceContent } from '../world/messages.ts';
import type { MessageContent } from '../world/messages.ts';
import { isAdministrator } from '../world/chats.ts';
import type { ChatRecord, MessageRecord, Realm } from '../world/state.ts';
import { unixTime } from '../world/state.ts';
import type { Params } from '../params.ts';
import type { CallContext, MethodTable } from './method.ts';
import { readLinkPreview, readText } from './send.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** After this a message can no longer be deleted (core.telegram.org/bots/api#deletemessage). */
const DELETABLE_FOR_SECONDS = 48 * 60 * 60;

interface Editable {
  readonly chat: ChatRecord;
  readonly record: MessageRecord;
}

function editable(realm: Realm, params: Params): Editable {
  if (params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const chat = chatFor(realm, params, 'edit');
  const record = messageFor(chat, params, 'message to edit');
  if (record.message.from?.id !== realm.bot.id || isServiceMessage(record.message)) {
    throw badRequest("message can't be edited");
  }
  return { chat, record };
}

/** Applies an edit; what is left out of it is removed, the keyboard too. */
function applyEdit(
  { realm }: CallContext,
  { chat, record }: Editable,
  content: MessageContent,
  removed: readonly (keyof Message)[],
  isTextEdit: boolean,
): Message & { edit_date: number } {
  const before = record.message;
  const after = { ...before, ...Object.fromEntries(removed.map((field) => [field, undefined])), ...content };
  const compared = [
    'text',
    'entities',
    'caption',
    'caption_entities',
    'document',
    'photo',
    'link_preview_options',
  ] as const;
  const isSame =
    compared.every((field) => isDeepStrictEqual(before[field], after[field])) &&
    isDeepStrictEqual(before.reply_markup, content.reply_markup);
  if (isSame) throw badRequest(NOT_MODIFIED);
  replaceContent(
    realm,
    record,
    { ...(Object.fromEntries(removed.map((field) => [field, undefined])) as MessageContent), ...content },
    { isTextEdit },
  );
  return apiMessage(chat, record) as Message & { edit_date: number };
}

export const editMethods = {
  editMessageText(context, params) {
    const target = editable(context.realm, params);
    const text = readText(context.realm, params);
    if (target.record.message.text === undefined) throw badRequest('there is no text in the message to edit');
    return applyEdit(
      context,
      target,
      omitUndefined<MessageContent>({
        ...text,
        link_preview_options: readLinkPreview(params),
        reply_markup: readReplyMarkup(params).inline,
      }),
      ['entities', 'link_preview_options'],
      true,
    ) as Message.TextMessage & { edit_date: number };
  },

  editMessageReplyMarkup(context, params) {
    const target = editable(context.realm, params);
    return applyEdit(
      context,
      target,
      omitUndefined<MessageContent>({ reply_markup: readReplyMarkup(params).inline }),
      [],
      false,
    );
  },

  deleteMessage({ realm }, params) {
    const chat = chatFor(realm, params, 'edit');
    const record = messageFor(chat, params, 'message to delete');
    if (!mayDelete(realm, chat, record)) throw badRequest("message can't be deleted for everyone");
    markDeleted(realm, chat, record);
    return true;
  },

  deleteMessages({ realm }, params) {
    const chat = chatFor(realm, params, 'edit');
    const ids = params.jsonArray('message_ids', 'message identifiers') ?? [];
    if (ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > 100) throw badRequest('too many message identifiers specified');
    // What is missing or may not be deleted is passed over in silence.
    for (const id of ids) {
      const record = existing(chat, Number(id));
      if (record && mayDelete(realm, chat, record)) markDeleted(realm, chat, record);
    }
    return true;
  },
} satisfies MethodTable;

/** The bot's own messages, what users wrote to it in private, and as an administrator everything; younger than 48 hours. */
function mayDelete(realm: Realm, chat: ChatRecord, { message }: MessageRecord): boolean {
  if (unixTime(realm) - message.date > DELETABLE_FOR_SECONDS) return false;
  if (message.from?.id === realm.bot.id || chat.kind === 'private') return true;
  return isAdministrator(chat.members.get(realm.bot.id));
}
