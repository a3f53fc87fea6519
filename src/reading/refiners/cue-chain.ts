// The words before a time that say how it binds, read from right to left: "chậm nhất là trong" + "ngày 07/4".
import {
  CUES,
  CUE_FILLERS,
  Cue,
  LABEL_HEADS,
  MOVING,
  NOT_A_LABEL_AFTER,
  NOT_A_LABEL_BEFORE,
} from '../lexicon/deadline-cues.ts';
import type { Cues } from '../lexicon/deadline-cues.ts';
import type { PhraseMatch } from '../recognizers/phrases.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';

export interface CueChain {
  readonly cues: Cues;
  /** The token the chain begins at: that of the time itself where there are no cues. */
  readonly from: number;
}

const MOST_STEPS = 8;
const CHAINING_MARKS = ':("\'*-[';

/**
 * @param clauseFrom the first token of the clause
 * @param limit the token the chain may not go before: the clause's start or the end of the time before
 */
export function cueChain(tokens: Tokens, at: number, clauseFrom: number, limit: number): CueChain {
  let cues: Cues = 0;
  let from = at;
  let position = at;
  for (let step = 0; step < MOST_STEPS && position > limit; step++) {
    const cue = CUES.before(tokens, position);
    if (cue !== null) {
      // "xử lý hồ sơ quá hạn trong tháng 5": what is late is the file.
      if (cue.value === Cue.over && cues !== 0) break;
      // "Văn bản đến quá 2 ngày": what comes in.
      if (cue.value === Cue.upto && (cues & Cue.after) !== 0 && tokens.is(from, 'quá')) break;
      // "Luật … sửa đổi có hiệu lực 01/7": nothing is moved there.
      if (cue.value === Cue.move && (cues & Cue.from) !== 0) break;
      // "Hạn trước ngày 20/8" sets it; "hạn trước là 20/8" was one.
      if (cue.value === Cue.old && position === at && tokens.is(at - 1, 'trước') && cue.from >= limit) {
        cues |= Cue.before;
        position = from = at - 1;
        continue;
      }
      if (cue.from >= limit && isMeant(tokens, cue, clauseFrom, limit)) {
        cues |= cue.value;
        position = from = cue.from;
        continue;
      }
    }
    const filler = CUE_FILLERS.before(tokens, position);
    if (filler !== null && filler.from >= limit) position = filler.from;
    else if (tokens.isMark(position - 1, CHAINING_MARKS)) position--;
    else break;
  }
  return { cues, from };
}

function isMeant(
  tokens: Tokens,
  { value, from, to }: PhraseMatch<Cues>,
  clauseFrom: number,
  limit: number,
): boolean {
  if (value === Cue.label) return !isNoLabel(tokens, from, to);
  if (value === Cue.move && to - from === 1) return isMoving(tokens, from, clauseFrom, limit);
  // "hạn nộp cũ 20/4"; but "lô máy tính cũ trong tháng 12".
  if (value === Cue.old && tokens.is(from, 'cũ'))
    return FORMER.lastWithin(tokens, Math.max(limit, from - FARTHEST_FORMER_IN_TOKENS), from) !== null;
  // "nhiệt độ chiều nay" is no "độ chiều nay".
  if (
    value === Cue.at &&
    tokens.is(from, 'độ', 'đúng') &&
    tokens.is(from - 1, 'nhiệt', 'tốc', 'mức', 'trình', 'chế', 'cường', 'mật')
  )
    return false;
  return value !== Cue.from || !tokens.is(from - 1, 'chứng');
}

const FORMER = phraseSet('hạn, mốc, ngày, lịch, thời gian, thời điểm, deadline, dl, tiến độ');
const FARTHEST_FORMER_IN_TOKENS = 3;

/** "lùi đến" says itself what it moves; "sang" alone needs a verb, the old date before it, or the head of its clause ("sang tháng 5"). */
function isMoving(tokens: Tokens, from: number, clauseFrom: number, limit: number): boolean {
  if (from === limit || tokens.isMark(from - 1, ',')) return true;
  return MOVING.lastWithin(tokens, Math.max(clauseFrom, from - FARTHEST_VERB_IN_TOKENS), from) !== null;
}

const FARTHEST_VERB_IN_TOKENS = 25;

/** "quá hạn", "giới hạn", "hạn chế", "thời hạn bảo hành". */
const isNoLabel = (tokens: Tokens, from: number, to: number): boolean =>
  (tokens.is(from, 'hạn') && NOT_A_LABEL_BEFORE.before(tokens, from) !== null) ||
  // "hạn" of "thời hạn" is no label of its own; "hợp đồng có thời hạn 12 tháng" tells its term.
  (tokens.is(from, 'hạn') && tokens.is(from - 1, 'thời')) ||
  tokens.is(from - 1, 'có') ||
  // "nhiệm vụ đã hết thời gian thực hiện từ năm 2025"
  (tokens.is(from, 'thời') && tokens.is(from - 1, 'hết', 'quá')) ||
  // "Hạn nhận hồ sơ kéo dài đến 20/11" gives longer; "hội nghị kéo dài đến 17h" lasts.
  (tokens.is(from, 'kéo') &&
    TIMES_TO_HAND_IN.lastWithin(tokens, Math.max(0, from - FARTHEST_LABEL_IN_TOKENS), from) === null) ||
  // "đóng mốc ranh giới rừng trong năm 2026"
  (tokens.is(from, 'mốc') && tokens.is(from - 1, 'đóng', 'cắm', 'cột', 'chôn')) ||
  // "báo cáo tiến độ trước ngày 25"
  (tokens.is(from, 'tiến') && from > 0 && tokens.at(from - 1)?.kind === 'word') ||
  NOT_A_LABEL_AFTER.at(tokens, to) !== null;

const TIMES_TO_HAND_IN = phraseSet(
  'hạn, hạn nhận, hạn nộp, thời hạn, thời gian nhận, thời gian tiếp nhận, thời gian nộp, thời gian gửi, thời gian đăng ký, thời gian góp ý, thời gian lấy ý kiến',
);

const FARTHEST_LABEL_IN_TOKENS = 16;
const FARTHEST_LOOSE_LABEL_IN_TOKENS = 7;

/** "Hạn chót đăng ký danh hiệu thi đua là ngày 15/5", "Thời hạn nộp hồ sơ: 15/5": a label some words before. */
export function labelBefore(tokens: Tokens, at: number, limit: number): number | null {
  if (!LABEL_HEADS.mayBeIn(tokens)) return null;
  const isTied =
    tokens.is(at - 1, 'là') || tokens.isMark(at - 1, ':') || tokens.is(at - 1, 'vào', 'đến', 'hết', 'trong');
  const farthest = Math.max(limit, at - (isTied ? FARTHEST_LABEL_IN_TOKENS : FARTHEST_LOOSE_LABEL_IN_TOKENS));
  for (let i = at - 1; i >= farthest; i--) {
    if (!LABEL_HEADS.mayBeginAt(tokens, i)) {
      if (tokens.isMark(i, isTied ? ';.?!' : ';.?!,')) return null;
      continue;
    }
    const cue = CUES.at(tokens, i);
    if (cue !== null && cue.value === Cue.label && !isNoLabel(tokens, i, cue.to) && cue.to <= at) return i;
  }
  return null;
}
