import type { ResponseParameters } from 'grammy/types';

/** A refusal in Telegram's own words: becomes `{ok: false, error_code, description, parameters}` with the same HTTP status. */
export class BotApiError extends Error {
  readonly status: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(status: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'BotApiError';
    this.status = status;
    this.parameters = parameters;
  }
}

/** 400, with Telegram's prefix in front of `reason`. */
export const badRequest = (reason: string, parameters?: ResponseParameters): BotApiError =>
  new BotApiError(400, `Bad Request: ${reason}`, parameters);

/** 403, with Telegram's prefix in front of `reason`. */
export const forbidden = (reason: string): BotApiError => new BotApiError(403, `Forbidden: ${reason}`);

/** 409: two consumers want the same updates. */
export const conflict = (reason: string): BotApiError => new BotApiError(409, `Conflict: ${reason}`);

/** 429 with the whole number of seconds after which the call may be repeated. */
export const tooManyRequests = (retryAfterSeconds: number): BotApiError =>
  new BotApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
