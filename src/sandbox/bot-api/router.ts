import type { Params } from './params.ts';
import { BotApiError } from './errors.ts';
import { callbackMethods } from './methods/callbacks.ts';
import { chatMethods } from './methods/chats.ts';
import { commandMethods } from './methods/commands.ts';
import { deleteMethods } from './methods/delete.ts';
import { editMethods } from './methods/edit.ts';
import { fileMethods } from './methods/files.ts';
import { forwardMethods } from './methods/forward.ts';
import { inlineMethods } from './methods/inline.ts';
import type { CallContext, MethodTable } from './methods/method.ts';
import { profileMethods } from './methods/profile.ts';
import { reactionAndPinMethods } from './methods/reactions-and-pins.ts';
import { sendMethods } from './methods/send.ts';
import { topicMethods } from './methods/topics.ts';
import { updateMethods } from './methods/updates.ts';

type AnyHandler = (context: CallContext, params: Params) => unknown;

const METHODS: MethodTable = {
  ...updateMethods,
  ...sendMethods,
  ...fileMethods,
  ...forwardMethods,
  ...editMethods,
  ...deleteMethods,
  ...callbackMethods,
  ...inlineMethods,
  ...chatMethods,
  ...topicMethods,
  ...reactionAndPinMethods,
  ...commandMethods,
  ...profileMethods,
};

/** Method names are case-insensitive in the Bot API. */
const BY_NAME = new Map<string, AnyHandler>(
  Object.entries(METHODS).map(([name, handler]) => [name.toLowerCase(), handler as AnyHandler]),
);

/** Carries a call out; throws BotApiError where Telegram would refuse, also for a method it does not know. */
export async function callMethod(method: string, context: CallContext, params: Params): Promise<unknown> {
  const handler = BY_NAME.get(method.toLowerCase());
  if (!handler) throw new BotApiError(404, 'Not Found');
  return await handler(context, params);
}
