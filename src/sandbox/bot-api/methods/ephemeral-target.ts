import type { Message } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { Params } from '../params.ts';
import { isAdministrator, isPresent } from '../world/chats.ts';
import { existingEphemeral } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { ChatRecord, GroupRecord } from '../world/records.ts';
import { unixTime } from '../world/realm.ts';

/** How long after a press or an ephemeral message a bot that does not administer the chat may answer in kind. */
const ANSWER_WITHIN_SECONDS = 15;

type EphemeralFields = Pick<Message, 'receiver_user' | 'ephemeral_message_id'>;

/**
 * Reads `ephemeral_message_parameters`: who alone is to see the message, and by what right
 * (core.telegram.org/bots/api#ephemeral-messages-and-commands). An administrator may always; other bots within 15 seconds
 * of a press or of an ephemeral message. The rule is Telegram's; the wording of these refusals is ours, but for the first.
 */
export function readEphemeral(realm: Realm, chat: ChatRecord, params: Params): EphemeralFields {
  const object = params.jsonObject('ephemeral_message_parameters', 'ephemeral message parameters');
  const repliedTo = ephemeralRepliedTo(params);
  if (!object) {
    if (repliedTo !== undefined) throw badRequest('a reply to an ephemeral message must be ephemeral');
    return {};
  }
  if (chat.kind === 'private')
    throw badRequest('ephemeral messages can be sent only to groups and supergroups');
  const given = new Params(new Map(Object.entries(object)));
  const receiverId = given.integer('receiver_user_id');
  const receiver = realm.users.get(receiverId)?.user;
  if (!receiver || receiver.is_bot || !isPresent(chat.members.get(receiverId)))
    throw badRequest('user not found');
  if (!isAdministrator(chat.members.get(realm.bot.id))) {
    checkAnswers(realm, chat, receiverId, given.text('callback_query_id'), repliedTo);
  }
  return { receiver_user: receiver, ephemeral_message_id: realm.ids.ephemeral() };
}

function ephemeralRepliedTo(params: Params): number | undefined {
  const reply = params.jsonObject('reply_parameters', 'reply parameters') ?? {};
  const id = new Params(new Map(Object.entries(reply))).integer('ephemeral_message_id');
  return id > 0 ? id : undefined;
}

function checkAnswers(
  realm: Realm,
  chat: GroupRecord,
  receiverId: number,
  callbackQueryId: string,
  repliedTo: number | undefined,
): void {
  if (callbackQueryId !== '') {
    const press = realm.callbacks.get(callbackQueryId);
    const isTheirs = press?.query.from.id === receiverId && press.query.message?.chat.id === chat.id;
    if (isTheirs && realm.now() - press.pressedAtMs <= ANSWER_WITHIN_SECONDS * 1000) return;
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (repliedTo === undefined) throw badRequest('CHAT_ADMIN_REQUIRED');
  const replied = existingEphemeral(chat, repliedTo)?.message;
  if (replied?.from?.id !== receiverId) throw badRequest('message to be replied not found');
  if (unixTime(realm) - replied.date > ANSWER_WITHIN_SECONDS)
    throw badRequest('message to be replied is too old');
}
