// Where people are, and that they are not there.
import type { PhraseMatch } from '../recognizers/phrases.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import type { Candidate } from './candidate.ts';

/** "T2 anh đi Đà Nẵng", "mai sếp bận cả ngày": where people are, and that they are not there. */
export function isPersonsDay({ text, tokens, cues, expression, clauseTo }: Candidate): boolean {
  const away = cues === 0 && expression.kind === 'moment' ? awayAt(tokens, expression.to) : null;
  if (away === null) return false;
  const work = text.landmarkAfter(away.to, clauseTo);
  return work?.kind !== 'work' || work.from - away.to > LONGEST_ERRAND_IN_TOKENS;
}

/** "anh đi", "chị Hà bận": where a person, named or not, is said to be away from token `i` on. */
export function awayAt(tokens: Tokens, i: number): PhraseMatch<true> | null {
  const person = PEOPLE.at(tokens, i);
  if (person === null) return null;
  let at = person.to;
  while (at - person.to < LONGEST_NAME_IN_TOKENS && tokens.isCapital(at)) at++;
  return AWAY.at(tokens, at);
}

const LONGEST_NAME_IN_TOKENS = 3;
const LONGEST_ERRAND_IN_TOKENS = 2;
const PEOPLE = phraseSet(
  'anh, chị, em, a, c, e, sếp, mình, tôi, tui, giám đốc, phó giám đốc, thủ trưởng, tụi em, bọn em, phòng em, bên em, cô, chú, bác, thầy, đồng chí, cả phòng, anh em, cả nhà, tụi mình, vợ chồng em',
);
const AWAY = phraseSet(
  'có lớp, có tiết, có giờ, đi, phải đi, lại đi, sẽ đi, xin đi, có việc, về, về quê, về sớm, đi sớm, nghỉ, nghỉ phép, xin nghỉ, bận, bận họp, bận việc, vắng, vắng mặt, lên, xuống, ra, vào, bay, đưa, đón, ốm, bị ốm, trực, kẹt, kẹt họp, đi công tác, công tác, không có mặt, không đến, không vào, không ở',
);
