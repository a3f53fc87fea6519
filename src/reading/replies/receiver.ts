// Whom a task is passed on to.
import type { NormalizedText } from '../normalize.ts';
import { KIN, NAME } from './people-words.ts';
import type { Found, Saying } from './wording.ts';
import { expressions, findAll, pattern, quote } from './wording.ts';

const TO =
  '(?:giao|chuyển|nhờ|phân công|cử|bàn giao)(?: việc này| nhiệm vụ này| <task>| lại| cho| sang| qua)*';

const GIVEN_TO = expressions`
  ${TO} (?<person>${KIN} [^ ,.;:?!()]+|chuyên viên(?: ${NAME})?|${NAME})
`;
const SOMEONE = pattern(`(?<person>${KIN} ${NAME}|${NAME})`);
/** Units named only to say whose the task is not, or who helps. */
const NOT_TO = pattern('(?:không (?:phải|thuộc)(?: của| việc của| là)?|phối hợp với|cùng) <unit>');
const UNIT = pattern('<unit>');

/** Code or words of the unit proposed; '' where none is named. */
export function unitIn(saying: Saying): string {
  const excluded = new Set(findAll(saying, NOT_TO).map(({ end }) => end));
  const named = findAll(saying, UNIT).find(({ end }) => !excluded.has(end));
  const mention = saying.words[named?.first ?? -1]?.mention;
  return mention?.kind === 'unit' ? (mention.code ?? mention.name) : '';
}

/** The person a task is given to, as written; '' where none is named. */
export function personIn(saying: Saying, text: NormalizedText): string {
  const [given] = findAll(saying, GIVEN_TO);
  const found = given ?? findAll(saying, SOMEONE).at(-1);
  return found === undefined ? '' : quote(text, personWords(saying, found));
}

const personWords = (saying: Saying, found: Found): Saying['words'] => {
  const length = (found.groups.person ?? '').split(' ').length;
  return saying.words.slice(found.end - length, found.end);
};
