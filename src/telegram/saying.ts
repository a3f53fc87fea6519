import type { Api } from 'grammy';
import { chatTookAnswer } from '../application/chats/chat-changes.ts';
import type { ApplicationContext } from '../application/context.ts';
import type { SentMessage } from '../application/ports/messenger.ts';
import { rememberMessage } from '../application/reporting/remember-message.ts';
import type { ChatAddress, MessageSubject, WaitingAnswer } from '../domain/chat.ts';
import type { OutgoingMessage } from './transport/message.ts';
import { sendPart } from './transport/sender.ts';
import type { Extras, SenderLog } from './transport/sender.ts';

/** One message of an answer: plain data, so that it can wait in the database. */
export interface Saying {
  readonly chat: ChatAddress;
  readonly part: OutgoingMessage;
  readonly extras: Extras;
  /** What replies to it are about; null where nothing is. */
  readonly subject: MessageSubject | null;
}

/** What saying something takes. */
interface Voice {
  readonly api: Api;
  readonly app: ApplicationContext;
  readonly log: SenderLog;
}

/** Says it, and keeps what it is about. @throws DeliveryError */
export const say = async ({ api, app, log }: Voice, saying: Saying): Promise<SentMessage> => {
  const sent = await sendPart(api, saying.chat, saying.part, log, saying.extras);
  await chatTookAnswer(app, sent.chatId);
  if (saying.subject !== null) await rememberMessage(app, sent, saying.subject);
  return sent;
};

export const asContent = (saying: Saying): WaitingAnswer['content'] => ({ ...saying });

/** What {@link asContent} has made. @throws TypeError where it is something else */
export const asSaying = (content: WaitingAnswer['content']): Saying => {
  if (['chat', 'part', 'extras'].some((name) => typeof content[name] !== 'object'))
    throw new TypeError('A kept answer is not one of this program');
  return content as unknown as Saying;
};
