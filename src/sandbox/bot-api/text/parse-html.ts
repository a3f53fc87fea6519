import type { MessageEntity } from 'grammy/types';
import { sortEntities } from './detect-entities.ts';
import { byteOffset, cannotParse, dateTimeEntity, linkEntity } from './markup.ts';
import type { FormattedText, ResolveUser } from './markup.ts';

const SIMPLE_TAGS: ReadonlyMap<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'> =
  new Map([
    ['b', 'bold'],
    ['strong', 'bold'],
    ['i', 'italic'],
    ['em', 'italic'],
    ['u', 'underline'],
    ['ins', 'underline'],
    ['s', 'strikethrough'],
    ['strike', 'strikethrough'],
    ['del', 'strikethrough'],
    ['tg-spoiler', 'spoiler'],
    ['span', 'spoiler'],
  ]);
const OTHER_TAGS: ReadonlySet<string> = new Set(['a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time']);
const NAMED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its content begins in the resulting text. */
  readonly offset: number;
}

/**
 * Telegram's HTML style (core.telegram.org/bots/api#html-style) with the errors of its parser.
 * @throws BotApiError "can't parse entities: …"
 */
export function parseHtml(source: string, resolveUser: ResolveUser): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let index = 0;
  while (index < source.length) {
    if (source[index] !== '<') {
      const end = nextTag(source, index);
      text += decodeCharacters(source.slice(index, end));
      index = end;
    } else if (source[index + 1] === '/') {
      const tag = open.at(-1);
      const end = readEndTag(source, index, tag?.name);
      open.pop();
      const span = { offset: tag?.offset ?? 0, length: text.length - (tag?.offset ?? 0) };
      if (tag && span.length > 0) closeTag(tag, span, text, entities, resolveUser);
      index = end;
    } else {
      const { name, attributes, end } = readStartTag(source, index);
      open.push({ name, attributes, offset: text.length });
      index = end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: sortEntities(entities) };
}

function nextTag(source: string, from: number): number {
  const next = source.indexOf('<', from);
  return next < 0 ? source.length : next;
}

/** Character references Telegram knows; anything else after an ampersand stays as it is. */
function decodeCharacters(raw: string): string {
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED_CHARACTERS.get(name) ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function readStartTag(
  source: string,
  at: number,
): { readonly name: string; readonly attributes: Map<string, string>; readonly end: number } {
  const where = `at byte offset ${byteOffset(source, at)}`;
  const nameEnd = at + 1 + (/^[^\s>]*/.exec(source.slice(at + 1))?.[0].length ?? 0);
  if (nameEnd >= source.length) throw cannotParse(`Unclosed start tag ${where}`);
  const name = source.slice(at + 1, nameEnd).toLowerCase();
  if (!SIMPLE_TAGS.has(name) && !OTHER_TAGS.has(name)) {
    throw cannotParse(`Unsupported start tag "${name}" ${where}`);
  }
  const attributes = new Map<string, string>();
  let index = nameEnd;
  for (;;) {
    index = skipSpace(source, index);
    if (source[index] === '>') break;
    const attribute = readAttribute(source, index, name, where);
    attributes.set(attribute.name, attribute.value);
    index = attribute.end;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  return { name, attributes, end: index + 1 };
}

function readAttribute(
  source: string,
  at: number,
  tag: string,
  where: string,
): { readonly name: string; readonly value: string; readonly end: number } {
  const unclosed = (): Error => cannotParse(`Unclosed start tag "${tag}" ${where}`);
  const name = /^[^\s=>/"']*/.exec(source.slice(at))?.[0] ?? '';
  if (at >= source.length) throw unclosed();
  if (name === '') throw cannotParse(`Empty attribute name in the tag "${tag}" ${where}`);
  let index = skipSpace(source, at + name.length);
  if (index >= source.length) throw unclosed();
  if (source[index] !== '=') return { name, value: '', end: index };
  index = skipSpace(source, index + 1);
  const quote = source[index];
  if (quote === undefined) throw unclosed();
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, index + 1);
    if (end < 0 || end + 1 >= source.length) throw cannotParse(`Unclosed start tag ${where}`);
    return { name, value: decodeCharacters(source.slice(index + 1, end)), end: end + 1 };
  }
  const token = /^[A-Za-z0-9.-]*/.exec(source.slice(index))?.[0] ?? '';
  const end = index + token.length;
  if (!/^[\s>]/.test(source.slice(end))) {
    throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(source, index)}`);
  }
  return { name, value: token.toLowerCase(), end };
}

/** Returns where the text goes on; an empty end tag closes whatever is open. */
function readEndTag(source: string, at: number, expected: string | undefined): number {
  const where = `at byte offset ${byteOffset(source, at)}`;
  if (expected === undefined) throw cannotParse(`Unexpected end tag ${where}`);
  const name = /^[^\s>]*/.exec(source.slice(at + 2))?.[0] ?? '';
  const end = skipSpace(source, at + 2 + name.length);
  if (source[end] !== '>') throw cannotParse(`Unclosed end tag ${where}`);
  const found = name.toLowerCase();
  if (found !== '' && found !== expected) {
    throw cannotParse(`Unmatched end tag ${where}, expected "</${expected}>", found "</${found}>"`);
  }
  return end + 1;
}

function closeTag(
  { name, attributes }: OpenTag,
  span: { readonly offset: number; readonly length: number },
  text: string,
  entities: MessageEntity[],
  resolveUser: ResolveUser,
): void {
  const simple = SIMPLE_TAGS.get(name);
  if (simple) {
    entities.push({ type: simple, ...span });
    return;
  }
  switch (name) {
    case 'a': {
      const link = linkEntity(attributes.get('href') ?? text.slice(span.offset), span, resolveUser);
      if (link) entities.push(link);
      return;
    }
    case 'blockquote':
      entities.push({ type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...span });
      return;
    case 'tg-emoji': {
      const id = attributes.get('emoji-id') ?? '';
      if (!/^-?[1-9]\d*$/.test(id)) throw cannotParse('Invalid custom emoji identifier specified');
      entities.push({ type: 'custom_emoji', ...span, custom_emoji_id: id });
      return;
    }
    case 'tg-time': {
      const time = dateTimeEntity(attributes.get('unix') ?? null, attributes.get('format') ?? null, span);
      if (time) entities.push(time);
      return;
    }
    default:
      closeCode(name, attributes, span, entities);
  }
}

/** <pre> around exactly one <code class="language-…">, or the other way round, is one block with a language. */
function closeCode(
  name: string,
  attributes: ReadonlyMap<string, string>,
  span: { readonly offset: number; readonly length: number },
  entities: MessageEntity[],
): void {
  const inner = entities.at(-1);
  const fillsSame = inner?.offset === span.offset && inner.length === span.length;
  const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1];
  if (name === 'pre') {
    const innerLanguage = fillsSame && inner.type === 'code' ? languages.get(inner) : undefined;
    if (innerLanguage === undefined) {
      entities.push({ type: 'pre', ...span });
    } else {
      entities[entities.length - 1] = { type: 'pre', ...span, language: innerLanguage };
    }
    return;
  }
  if (language !== undefined && fillsSame && inner.type === 'pre' && inner.language === undefined) {
    entities[entities.length - 1] = { type: 'pre', ...span, language };
    return;
  }
  const code: MessageEntity = { type: 'code', ...span };
  if (language !== undefined) languages.set(code, language);
  entities.push(code);
}

/** The language written on a <code> that may yet turn out to fill a <pre>. */
const languages = new WeakMap<MessageEntity, string>();

const skipSpace = (source: string, from: number): number =>
  from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0);
