import type { Message } from 'grammy/types';
import { isDeepStrictEqual } from 'node:util';
import { chatFor, messageFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import type { Params } from '../params.ts';
import { isServiceMessage } from '../privacy.ts';
import { readReplyMarkup } from '../reply-markup.ts';
import { apiMessage, existingEphemeral, markDeleted, replaceContent } from '../world/messages.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { ChatRecord, MessageRecord } from '../world/records.ts';
import {
  readCaption,
  readRichMessage,
  readTextContent,
  WHEN_EDITING,
  WHEN_EDITING_EPHEMERAL,
} from './content.ts';
import type { CallContext, MethodTable } from './method.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

interface Editable {
  readonly chat: ChatRecord;
  readonly record: MessageRecord;
}

type EditedMessage = Message & { edit_date: number };

/** What each kind of edit replaces; what is not given for one of these fields is removed from the message. */
const EDITED_FIELDS = {
  text: ['text', 'entities', 'link_preview_options', 'rich_message'],
  caption: ['caption', 'caption_entities'],
  keyboard: [],
} as const satisfies Record<string, readonly (keyof Message)[]>;

export const editMethods = {
  editMessageText(context, params) {
    return editText(context, params, editable(context.realm, params)) as Message.TextMessage & EditedMessage;
  },

  editMessageCaption(context, params) {
    return editCaption(context, params, editable(context.realm, params));
  },

  editMessageReplyMarkup(context, params) {
    return applyEdit(context, params, editable(context.realm, params), 'keyboard', {});
  },

  editEphemeralMessageText(context, params) {
    editText(context, params, editableEphemeral(context.realm, params), WHEN_EDITING_EPHEMERAL);
    return true;
  },

  editEphemeralMessageCaption(context, params) {
    editCaption(context, params, editableEphemeral(context.realm, params));
    return true;
  },

  editEphemeralMessageReplyMarkup(context, params) {
    applyEdit(context, params, editableEphemeral(context.realm, params), 'keyboard', {});
    return true;
  },

  deleteEphemeralMessage({ realm }, params) {
    const { chat, record } = ephemeralFor(realm, params, 'message to delete');
    markDeleted(realm, chat, record);
    return true;
  },
} satisfies MethodTable;

function editText(
  context: CallContext,
  params: Params,
  target: Editable,
  rules = WHEN_EDITING,
): EditedMessage {
  const content = params.has('rich_message')
    ? { rich_message: readRichMessage(params) }
    : readTextContent(context.realm, params, rules);
  const { text, rich_message } = target.record.message;
  if (text === undefined && rich_message === undefined)
    throw badRequest('there is no text in the message to edit');
  return applyEdit(context, params, target, 'text', content);
}

function editCaption(context: CallContext, params: Params, target: Editable): EditedMessage {
  const { document, photo } = target.record.message;
  if (!document && !photo) throw badRequest('there is no caption in the message to edit');
  return applyEdit(context, params, target, 'caption', readCaption(context.realm, params, WHEN_EDITING));
}

/** Applies an edit; an inline keyboard that is not sent again is removed. */
function applyEdit(
  { realm }: CallContext,
  params: Params,
  { chat, record }: Editable,
  kind: keyof typeof EDITED_FIELDS,
  content: MessageContent,
): EditedMessage {
  const fields: readonly (keyof Message)[] = EDITED_FIELDS[kind];
  const replaced = Object.fromEntries(
    fields.map((field) => [field, (content as Partial<Message>)[field]]),
  ) as MessageContent;
  const keyboard = readReplyMarkup(params).inline;
  const before = record.message;
  const isSame =
    fields.every((field) => isDeepStrictEqual(before[field], (replaced as Partial<Message>)[field])) &&
    isDeepStrictEqual(before.reply_markup, keyboard);
  if (isSame) throw badRequest(NOT_MODIFIED);
  replaceContent(
    realm,
    record,
    { ...replaced, ...(keyboard ? { reply_markup: keyboard } : {}) },
    { isTextEdit: kind !== 'keyboard' },
  );
  return apiMessage(chat, record) as EditedMessage;
}

function editable(realm: Realm, params: Params): Editable {
  // Inline messages are of inline mode, which the sandbox's bot does not have.
  if (params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const chat = chatFor(realm, params, 'edit');
  const record = messageFor(chat, params, 'message to edit');
  return checkEditable(realm, { chat, record });
}

const editableEphemeral = (realm: Realm, params: Params): Editable =>
  checkEditable(realm, ephemeralFor(realm, params, 'message to edit'));

function checkEditable(realm: Realm, target: Editable): Editable {
  const { message } = target.record;
  if (message.from?.id !== realm.bot.id || isServiceMessage(message))
    throw badRequest("message can't be edited");
  return target;
}

/** An ephemeral message is named by its own id together with who received it. */
function ephemeralFor(realm: Realm, params: Params, role: string): Editable {
  const chat = chatFor(realm, params, 'edit');
  const record = existingEphemeral(chat, params.integer('ephemeral_message_id'));
  if (record?.message.receiver_user?.id !== params.integer('receiver_user_id'))
    throw badRequest(`${role} not found`);
  return { chat, record };
}
