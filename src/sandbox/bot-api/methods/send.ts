import type { Message } from 'grammy/types';
import { readRichMessage, readTextContent, WHEN_SENDING } from './content.ts';
import type { MethodTable } from './method.ts';
import { sendAsBot } from './send-as-bot.ts';

export const sendMethods = {
  sendMessage({ realm }, params) {
    return sendAsBot(realm, params, readTextContent(realm, params, WHEN_SENDING)) as Message.TextMessage;
  },

  sendRichMessage({ realm }, params) {
    return sendAsBot(realm, params, { rich_message: readRichMessage(params) }) as Message.RichMessageMessage;
  },
} satisfies MethodTable;
