import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject } from '../params.ts';
import type { Params } from '../params.ts';
import type { FormattedText, ResolveUser } from './markup.ts';
import { linkEntity } from './markup.ts';
import { detectEntities, sortEntities } from './detect-entities.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdownV2 } from './parse-markdown-v2.ts';

/** core.telegram.org/bots/api#sendmessage: characters after entities parsing, counted here in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 4096;
export const MAX_CAPTION_LENGTH = 1024;

interface TextFields {
  readonly text: string;
  readonly entities: string;
  readonly parseMode?: string;
}

/**
 * Reads `text` + `entities` + `parse_mode` (or the caption's three) as Telegram does:
 * markup becomes entities, white space around the text goes, commands and links are found.
 */
export function readFormattedText(
  params: Params,
  fields: TextFields,
  resolveUser: ResolveUser,
): FormattedText {
  const source = params.text(fields.text).replaceAll('\r\n', '\n');
  const mode = params
    .text(fields.parseMode ?? 'parse_mode')
    .trim()
    .toLowerCase();
  const parsed = parse(source, mode, resolveUser, () =>
    readEntities(params.jsonArray(fields.entities, 'MessageEntity') ?? [], source, resolveUser),
  );
  return trimFormatted({ text: parsed.text, entities: detectEntities(parsed.text, parsed.entities) });
}

function parse(
  source: string,
  mode: string,
  resolveUser: ResolveUser,
  readGiven: () => MessageEntity[],
): FormattedText {
  switch (mode) {
    case '':
    case 'none':
      return { text: source, entities: readGiven() };
    case 'html':
      return parseHtml(source, resolveUser);
    case 'markdownv2':
      return parseMarkdownV2(source, resolveUser);
    case 'markdown':
      throw badRequest(
        'the sandbox does not read the legacy Markdown style; use MarkdownV2, HTML or entities',
      );
    default:
      throw badRequest('unsupported parse_mode');
  }
}

const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'blockquote',
  'expandable_blockquote',
]);

/** Types the server finds by itself: accepted, and looked for again. */
const FOUND_BY_SERVER: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

function readEntities(values: readonly unknown[], text: string, resolveUser: ResolveUser): MessageEntity[] {
  const entities = values
    .filter((value) => !(isObject(value) && FOUND_BY_SERVER.has(value.type as string)))
    .map((value) => readEntity(value, resolveUser))
    .filter((entity) => entity !== undefined);
  // What lies outside the text is cut off; what is then empty is dropped.
  return sortEntities(
    entities
      .map((entity) => {
        const start = Math.min(Math.max(entity.offset, 0), text.length);
        const end = Math.min(Math.max(entity.offset + entity.length, start), text.length);
        return { ...entity, offset: start, length: end - start };
      })
      .filter(({ length }) => length > 0),
  );
}

/** Undefined for a link or a mention that leads nowhere: Telegram drops those without a word. */
function readEntity(value: unknown, resolveUser: ResolveUser): MessageEntity | undefined {
  if (!isObject(value)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { type } = value;
  const offset = wholeNumber(value, 'offset');
  const length = wholeNumber(value, 'length');
  if (typeof type !== 'string') {
    throw badRequest(`can't parse MessageEntity: can't find field "type"`);
  }
  if (SIMPLE_TYPES.has(type)) return { type: type as 'bold', offset, length };
  switch (type) {
    case 'pre':
      return typeof value.language === 'string' && value.language !== ''
        ? { type, offset, length, language: value.language }
        : { type, offset, length };
    case 'text_link':
      return linkEntity(textField(value, 'url'), { offset, length }, resolveUser);
    case 'text_mention': {
      if (!isObject(value.user)) throw badRequest(`can't parse MessageEntity: can't find field "user"`);
      const user = resolveUser(Number(value.user.id));
      return user && { type, offset, length, user };
    }
    case 'custom_emoji':
      return { type, offset, length, custom_emoji_id: textField(value, 'custom_emoji_id') };
    case 'date_time':
      return {
        type,
        offset,
        length,
        unix_time: wholeNumber(value, 'unix_time'),
        date_time_format: (typeof value.date_time_format === 'string'
          ? value.date_time_format
          : '') as MessageEntity.DateTimeMessageEntity['date_time_format'],
      };
    default:
      throw badRequest(`can't parse MessageEntity: unsupported type specified`);
  }
}

function wholeNumber(value: Record<string, unknown>, field: string): number {
  const raw = value[field];
  const number = typeof raw === 'string' ? Number(raw) : raw;
  if (typeof number !== 'number') {
    throw badRequest(`can't parse MessageEntity: can't find field "${field}"`);
  }
  if (!Number.isInteger(number)) {
    throw badRequest(`can't parse MessageEntity: field "${field}" must be a valid Number`);
  }
  return number;
}

function textField(value: Record<string, unknown>, field: string): string {
  const raw = value[field];
  if (typeof raw !== 'string') throw badRequest(`can't parse MessageEntity: can't find field "${field}"`);
  return raw;
}

/** Takes white space off both ends and moves the entities along. */
function trimFormatted({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trim();
  const start = trimmed === '' ? 0 : text.indexOf(trimmed);
  return {
    text: trimmed,
    entities: entities
      .map((entity) => {
        const from = Math.min(Math.max(entity.offset - start, 0), trimmed.length);
        const to = Math.min(Math.max(entity.offset + entity.length - start, 0), trimmed.length);
        return { ...entity, offset: from, length: to - from };
      })
      .filter(({ length }) => length > 0),
  };
}
