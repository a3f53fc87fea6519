import type { MessageEntity } from 'grammy/types';
import { sortEntities } from './detect-entities.ts';
import { byteOffset, cannotParse, dateTimeEntity, linkEntity } from './markup.ts';
import type { FormattedText, ResolveUser } from './markup.ts';

/** Named as in Telegram's error messages. */
type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote';

interface OpenEntity {
  readonly kind: Kind;
  /** In the source. */
  readonly at: number;
  /** In the resulting text. */
  readonly offset: number;
  readonly language: string;
}

const DELIMITERS: Readonly<Record<Exclude<Kind, 'BlockQuote'>, string>> = {
  Bold: '*',
  Italic: '_',
  Underline: '__',
  Strikethrough: '~',
  Spoiler: '||',
  Code: '`',
  Pre: '```',
  PreCode: '```',
  TextUrl: ']',
  CustomEmoji: ']',
};

const OPENERS: Readonly<Record<Exclude<Kind, 'Pre' | 'PreCode'>, string>> = {
  ...DELIMITERS,
  TextUrl: '[',
  CustomEmoji: '![',
  BlockQuote: '>',
};

const TYPES = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
} as const;

const RESERVED = '_*[]()~`>#+-=|{}.!\n';
const CODE_KINDS: ReadonlySet<Kind> = new Set(['Code', 'Pre', 'PreCode']);

/**
 * Telegram's MarkdownV2 style (core.telegram.org/bots/api#markdownv2-style) with the errors of its parser.
 * @throws BotApiError "can't parse entities: …"
 */
export function parseMarkdownV2(source: string, resolveUser: ResolveUser): FormattedText {
  return new MarkdownV2Parser(source, resolveUser).parse();
}

class MarkdownV2Parser {
  readonly #source: string;
  readonly #resolveUser: ResolveUser;
  readonly #entities: MessageEntity[] = [];
  readonly #open: OpenEntity[] = [];
  #text = '';
  #index = 0;
  #inQuote = false;
  #atLineStart = true;

  constructor(source: string, resolveUser: ResolveUser) {
    this.#source = source;
    this.#resolveUser = resolveUser;
  }

  parse(): FormattedText {
    while (this.#index < this.#source.length) this.#step();
    if (this.#inQuote) this.#endQuote(this.#source.length);
    const unclosed = this.#open.at(-1);
    if (unclosed) throw this.#noEndOf(unclosed);
    return { text: this.#text, entities: sortEntities(this.#entities) };
  }

  #step(): void {
    const character = this.#source.charAt(this.#index);
    const top = this.#open.at(-1);
    const escaped = character === '\\' ? this.#escapedAt(this.#index) : undefined;
    if (escaped !== undefined) {
      this.#write(escaped);
      this.#index += 2;
    } else if (!this.#isReserved(character, top)) {
      this.#write(character);
      this.#index += 1;
    } else if (character === '\n') {
      this.#endLine();
    } else if (top && this.#closes(top)) {
      this.#close(top);
    } else {
      this.#begin(character);
    }
  }

  #isReserved(character: string, top: OpenEntity | undefined): boolean {
    return top && CODE_KINDS.has(top.kind) ? character === '`' : RESERVED.includes(character);
  }

  /** What follows a backslash, when that may be escaped: any ASCII character. */
  #escapedAt(index: number): string | undefined {
    const code = this.#source.charCodeAt(index + 1);
    return code > 0 && code <= 126 ? this.#source.charAt(index + 1) : undefined;
  }

  #write(character: string): void {
    this.#text += character;
    if (character !== '\r') this.#atLineStart = character === '\n';
  }

  /** A quotation goes on while its lines begin with ">"; "||" at its very end makes it expandable. */
  #endLine(): void {
    if (this.#inQuote && this.#source[this.#index + 1] !== '>') this.#endQuote(this.#index, '\n');
    else this.#text += '\n';
    this.#atLineStart = true;
    this.#index += 1;
  }

  #endQuote(end: number, lineBreak = ''): void {
    let top = this.#open.at(-1);
    const isExpandable = top?.kind === 'Spoiler' && top.at === end - 2;
    if (isExpandable) {
      this.#open.pop();
      top = this.#open.at(-1);
    }
    if (top?.kind !== 'BlockQuote') {
      if (top) throw this.#noEndOf(top);
      return;
    }
    this.#open.pop();
    this.#inQuote = false;
    this.#text += lineBreak;
    const length = this.#text.length - top.offset;
    if (length > 0) {
      this.#entities.push({
        type: isExpandable ? 'expandable_blockquote' : 'blockquote',
        offset: top.offset,
        length,
      });
    }
  }

  #closes({ kind }: OpenEntity): boolean {
    if (kind === 'BlockQuote') return false;
    // Two underscores are never the end of italic and the beginning of something else.
    if (kind === 'Italic' && this.#startsWith('__')) return false;
    return this.#startsWith(DELIMITERS[kind]);
  }

  #close({ kind, offset, language }: OpenEntity): void {
    if (kind === 'BlockQuote') return;
    this.#index += DELIMITERS[kind].length;
    const span = { offset, length: this.#text.length - offset };
    this.#open.pop();
    const entity = this.#closedEntity(kind, span, language);
    if (entity && span.length > 0) this.#entities.push(entity);
  }

  #closedEntity(
    kind: Exclude<Kind, 'BlockQuote'>,
    span: { readonly offset: number; readonly length: number },
    language: string,
  ): MessageEntity | undefined {
    switch (kind) {
      case 'Pre':
        return { type: 'pre', ...span };
      case 'PreCode':
        return { type: 'pre', ...span, language };
      case 'TextUrl': {
        const address = this.#readAddress('a URL') ?? this.#text.slice(span.offset);
        return linkEntity(address, span, this.#resolveUser);
      }
      case 'CustomEmoji': {
        const address = this.#readAddress('a custom emoji URL');
        const isKnown = address !== undefined && /^tg:\/\/(?:emoji|time)\?/i.test(address);
        if (!isKnown) throw cannotParse('Custom emoji entity must contain a tg://emoji URL');
        const query = new URL(address).searchParams;
        if (/^tg:\/\/time/i.test(address))
          return dateTimeEntity(query.get('unix'), query.get('format'), span);
        const id = query.get('id') ?? '';
        if (!/^-?[1-9]\d*$/.test(id)) throw cannotParse('Invalid custom emoji identifier specified');
        return { type: 'custom_emoji', ...span, custom_emoji_id: id };
      }
      default:
        return { type: TYPES[kind], ...span };
    }
  }

  /** The "(…)" after "[…]", or undefined when there is none. */
  #readAddress(what: string): string | undefined {
    if (this.#source[this.#index] !== '(') return undefined;
    const begin = this.#index + 1;
    let address = '';
    let index = begin;
    while (index < this.#source.length && this.#source[index] !== ')') {
      const escaped = this.#source[index] === '\\' ? this.#escapedAt(index) : undefined;
      address += escaped ?? this.#source.charAt(index);
      index += escaped === undefined ? 1 : 2;
    }
    if (index >= this.#source.length) {
      throw cannotParse(`Can't find end of ${what} at byte offset ${byteOffset(this.#source, begin)}`);
    }
    this.#index = index + 1;
    return address;
  }

  #begin(character: string): void {
    const at = this.#index;
    const kind = this.#kindBegunBy(character);
    if (kind === 'continued quote') {
      this.#index += 1;
      return;
    }
    let language = '';
    if (kind === 'Pre' || kind === 'PreCode') language = this.#readPreHead(kind);
    else this.#index += OPENERS[kind].length;
    this.#open.push({ kind, at, offset: this.#text.length, language });
  }

  #kindBegunBy(character: string): Kind | 'continued quote' {
    switch (character) {
      case '_':
        return this.#startsWith('__') ? 'Underline' : 'Italic';
      case '*':
        return 'Bold';
      case '~':
        return 'Strikethrough';
      case '[':
        return 'TextUrl';
      case '`':
        if (!this.#startsWith('```')) return 'Code';
        return /^[^\s`]+\s/.test(this.#source.slice(this.#index + 3)) ? 'PreCode' : 'Pre';
      case '|':
        if (this.#startsWith('||')) return 'Spoiler';
        break;
      case '!':
        if (this.#startsWith('![')) return 'CustomEmoji';
        break;
      case '>':
        if (!this.#atLineStart) break;
        if (this.#inQuote) return 'continued quote';
        this.#inQuote = true;
        return 'BlockQuote';
    }
    throw cannotParse(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
  }

  /** Goes past "```language" and one line break; returns the language. */
  #readPreHead(kind: Kind): string {
    this.#index += 3;
    const language = kind === 'PreCode' ? (/^[^\s`]+/.exec(this.#source.slice(this.#index))?.[0] ?? '') : '';
    this.#index += language.length;
    this.#index += /^(?:\r\n|\n\r|\r|\n)?/.exec(this.#source.slice(this.#index))?.[0].length ?? 0;
    return language;
  }

  #startsWith(token: string): boolean {
    return this.#source.startsWith(token, this.#index);
  }

  #noEndOf({ kind, at }: OpenEntity): Error {
    return cannotParse(`Can't find end of ${kind} entity at byte offset ${byteOffset(this.#source, at)}`);
  }
}
