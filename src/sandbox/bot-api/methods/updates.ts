import { badRequest, conflict } from '../errors.ts';
import type { Params } from '../params.ts';
import type { Realm } from '../world/realm.ts';
import type { MethodTable } from './method.ts';

/** Telegram holds a poll for at most 50 seconds, whatever is asked. */
const MAX_POLL_SECONDS = 50;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export const updateMethods = {
  getMe({ realm }) {
    return realm.bot;
  },

  getUpdates({ realm, signal }, params) {
    if (realm.webhook.isSet) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    readAllowedUpdates(realm, params);
    return realm.updates.poll({
      offset: params.integer('offset'),
      limit: params.integer('limit', 100, 1, 100),
      timeoutSeconds: params.integer('timeout', 0, 0, MAX_POLL_SECONDS),
      signal,
    });
  },

  setWebhook({ realm }, params) {
    const url = params.text('url');
    if (url === '') return removeWebhook(realm, params);
    checkWebhookUrl(url);
    const secretToken = params.text('secret_token');
    if (secretToken.length > 256) throw badRequest('secret token is too long');
    if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
    if (params.flag('drop_pending_updates')) realm.updates.clear();
    readAllowedUpdates(realm, params);
    realm.updates.abortPoll('terminated by setWebhook request');
    realm.webhook.set({ url, secretToken, maxConnections: params.integer('max_connections', 40, 1, 100) });
    return true;
  },

  deleteWebhook({ realm }, params) {
    return removeWebhook(realm, params);
  },

  getWebhookInfo({ realm }) {
    return realm.webhook.info();
  },
} satisfies MethodTable;

function removeWebhook(realm: Realm, params: Params): true {
  if (params.flag('drop_pending_updates')) realm.updates.clear();
  realm.webhook.remove();
  return true;
}

/** Telegram wants https from everybody; the sandbox speaks to this machine only, and there plain http will do. */
function checkWebhookUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw badRequest('invalid webhook URL specified');
  if (LOOPBACK.has(url.hostname)) return;
  if (url.protocol === 'http:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  throw badRequest('bad webhook: the sandbox delivers to 127.0.0.1 only');
}

/** Absent keeps the last choice; an empty list goes back to the default. */
function readAllowedUpdates(realm: Realm, params: Params): void {
  const types = params.jsonArray('allowed_updates', 'allowed updates');
  if (types) realm.updates.allow(types.filter((type) => typeof type === 'string'));
}
