import type { MessageEntity } from 'grammy/types';

/** What every Telegram message may carry without being asked for: found by the server in the plain text. */
type DetectedType = 'bot_command' | 'mention' | 'hashtag' | 'url' | 'email';

interface Detector {
  readonly type: DetectedType;
  readonly pattern: RegExp;
}

// A neighbour that is a letter, digit or underscore in any script belongs to the same word.
const NOT_AFTER_WORD = '(?<![\\p{L}\\p{M}\\p{N}_])';
const NOT_BEFORE_WORD = '(?![\\p{L}\\p{M}\\p{N}_])';
/** Top-level domains that make a bare host name a link; the real list is longer. */
const TOP_LEVEL = '(?:com|net|org|info|edu|gov|io|me|vn)';

/** In order of precedence: an earlier find keeps its place. */
const DETECTORS: readonly Detector[] = [
  {
    type: 'email',
    pattern: new RegExp(`${NOT_AFTER_WORD}[\\w.+-]+@(?:[a-z0-9-]+\\.)+[a-z]{2,}${NOT_BEFORE_WORD}`, 'giu'),
  },
  {
    type: 'url',
    pattern: new RegExp(
      `${NOT_AFTER_WORD}(?<!@)(?:https?://[^\\s<>"]+[^\\s<>".,:;!?)]|(?:[a-z0-9-]+\\.)+${TOP_LEVEL}(?:/[^\\s<>"]*[^\\s<>".,:;!?)])?)${NOT_BEFORE_WORD}(?!@)`,
      'giu',
    ),
  },
  {
    type: 'bot_command',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}_/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\\p{L}\\p{M}\\p{N}_/<>])`,
      'gu',
    ),
  },
  { type: 'mention', pattern: new RegExp(`${NOT_AFTER_WORD}@[a-zA-Z0-9_]{3,32}${NOT_BEFORE_WORD}`, 'gu') },
  {
    type: 'hashtag',
    pattern: new RegExp(
      `${NOT_AFTER_WORD}#(?=[\\p{L}\\p{M}\\p{N}_]*\\p{L})[\\p{L}\\p{M}\\p{N}_]{1,256}`,
      'gu',
    ),
  },
];

/** Inside these nothing else is looked for. */
const OPAQUE: readonly MessageEntity['type'][] = ['code', 'pre', 'text_link', 'text_mention'];

/**
 * Adds commands, mentions, hashtags and links to the entities given, as Telegram's server does with every text.
 * Offsets are in UTF-16 code units. The result is sorted by offset, longer first.
 */
export function detectEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  const taken = given.filter(({ type }) => OPAQUE.includes(type));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of DETECTORS) {
    for (const match of text.matchAll(pattern)) {
      const candidate: MessageEntity = { type, offset: match.index, length: match[0].length };
      if ([...taken, ...found].some((other) => overlap(other, candidate))) continue;
      found.push(candidate);
    }
  }
  return sortEntities([...given, ...found]);
}

export const sortEntities = (entities: readonly MessageEntity[]): MessageEntity[] =>
  [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);

const overlap = (a: MessageEntity, b: MessageEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
