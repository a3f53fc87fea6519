import type { MessageEntity, User } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';

/** A text and its entities, with offsets in UTF-16 code units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** Finds the person behind tg://user?id=…; a stranger to the bot cannot be mentioned. */
export type ResolveUser = (userId: number) => User | undefined;

/** Telegram's refusal of markup; `reason` keeps the wording of its parser. */
export const cannotParse = (reason: string): Error => badRequest(`can't parse entities: ${reason}`);

/** Where a place in the source is, in bytes of UTF-8: that is how Telegram's messages count. */
export const byteOffset = (source: string, index: number): number =>
  Buffer.byteLength(source.slice(0, index));

/**
 * What a link in the markup becomes: a mention for tg://user, a link for what is a web or tg address, nothing otherwise.
 * Web addresses are returned the way Telegram spells them: with a scheme, and a slash after a bare host.
 */
export function linkEntity(
  address: string,
  span: { readonly offset: number; readonly length: number },
  resolveUser: ResolveUser,
): MessageEntity | undefined {
  const userId = /^tg:\/\/user\?id=(\d+)$/i.exec(address)?.[1];
  if (userId !== undefined) {
    const user = resolveUser(Number(userId));
    return user && { type: 'text_mention', ...span, user };
  }
  const url = webAddress(address.trim());
  return url === undefined ? undefined : { type: 'text_link', ...span, url };
}

function webAddress(address: string): string | undefined {
  if (/^(?:tg|ton|tonsite):\/\/\S+$/i.test(address)) return address;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(withScheme)) return undefined;
  const { protocol, hostname, href } = new URL(withScheme);
  return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined;
}

/** A date and time to be shown in the reader's own format; undefined when the numbers make no sense. */
export function dateTimeEntity(
  unix: string | null,
  format: string | null,
  span: { readonly offset: number; readonly length: number },
): MessageEntity | undefined {
  if (!/^\d{1,11}$/.test(unix ?? '') || !/^(?:r|w?[dD]?[tT]?)$/.test(format ?? '')) return undefined;
  return omitUndefined<MessageEntity.DateTimeMessageEntity>({
    type: 'date_time',
    ...span,
    unix_time: Number(unix),
    date_time_format: (format ?? '') as MessageEntity.DateTimeMessageEntity['date_time_format'],
  });
}
