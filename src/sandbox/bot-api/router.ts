import type { Params } from './params.ts';
import { BotApiError } from './errors.ts';
import { callbackMethods } from './methods/callbacks.ts';
import { chatMethods } from './methods/chats.ts';
import { commandMethods } from './methods/commands.ts';
import { editMethods } from './methods/edit.ts';
import type { CallContext, MethodTable } from './methods/method.ts';
import { sendMethods } from './methods/send.ts';
import { updateMethods } from './methods/updates.ts';

type AnyHandler = (context: CallContext, params: Params) => unknown;

const METHODS: MethodTable = {
  ...updateMethods,
  ...sendMethods,
  ...editMethods,
  ...callbackMethods,
  ...chatMethods,
  ...commandMethods,
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
