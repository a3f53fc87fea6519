import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Instant } from '../../domain/local-time.ts';

const STARTED = 'http.client.request.start';
const ANSWERED = 'http.client.response.finish';

/**
 * Hears what time it is in Telegram from the `Date` of each of its answers, whatever was asked: nothing is asked for it.
 * @param apiRoot whose answers are meant
 * @param now the machine's clock
 * @param heard gets when the request left, the time told, to the second, and when the answer came
 * @returns ends it
 */
export const listenForTime = (
  apiRoot: string,
  now: () => Instant,
  heard: (asked: Instant, told: Instant, answered: Instant) => void,
): (() => void) => {
  const { host } = new URL(apiRoot);
  const leftAt = new WeakMap<ClientRequest, Instant>();
  const onStart = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader('host') === host) leftAt.set(request, now());
  };
  const onAnswer = (message: unknown): void => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const asked = leftAt.get(request);
    const told = Date.parse(response.headers.date ?? '');
    if (asked !== undefined && !Number.isNaN(told)) heard(asked, told, now());
  };
  subscribe(STARTED, onStart);
  subscribe(ANSWERED, onAnswer);
  return () => {
    unsubscribe(STARTED, onStart);
    unsubscribe(ANSWERED, onAnswer);
  };
};
