// The people replies name.
import { GIVEN_NAMES } from '../lexicon/chat-words.ts';

/** Any given name. */
export const NAME = `(?:${[...GIVEN_NAMES].join('|')})`;
/** Whoever signs and decides, as alternatives without a group. */
export const SUPERIOR = 'lãnh đạo|giám đốc|phó giám đốc|ban giám đốc|thủ trưởng|trưởng phòng';
