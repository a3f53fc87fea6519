import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import type { Realm } from '../world/realm.ts';
import type { CallbackAnswer, CallbackRecord } from '../world/records.ts';
import type { MethodTable } from './method.ts';

/** How long the bot may take to answer a press, by the sandbox clock. */
const CALLBACK_QUERY_LIFETIME_MS = 30_000;
const MAX_ANSWER_LENGTH = 200;

export const callbackMethods = {
  answerCallbackQuery({ realm }, params) {
    const record = realm.callbacks.get(params.text('callback_query_id'));
    if (!record || isExpired(realm, record)) {
      record?.settle({ answered: false });
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    const text = params.text('text');
    if (text.length > MAX_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG');
    const url = params.text('url');
    record.settle(
      omitUndefined<Extract<CallbackAnswer, { answered: true }>>({
        answered: true,
        text,
        showAlert: params.flag('show_alert'),
        url: url === '' ? undefined : url,
      }),
    );
    return true;
  },
} satisfies MethodTable;

/** A second answer to a query that was answered in time is accepted and changes nothing. */
const isExpired = (realm: Realm, record: CallbackRecord): boolean =>
  realm.now() - record.pressedAtMs > CALLBACK_QUERY_LIFETIME_MS;
