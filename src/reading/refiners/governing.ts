// Which word of its sentence a time goes with.
import { Cue } from '../lexicon/deadline-cues.ts';
import { PAPERS } from '../lexicon/look-alike-words.ts';
import { Phrases, phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { isFronted, startsOver } from './candidate.ts';
import type { LandmarkMatch } from './reading-text.ts';

const MOST_NOUNS = 4;

/** Events by their names. */
const OCCASIONS = phraseSet(
  'ngày hội, hội nghị, hội thảo, hội thi, hội chợ, hội diễn, đại hội, lễ, tuần lễ, diễn đàn, kỳ thi, triển lãm, tọa đàm, cuộc họp, buổi họp, kỳ họp, phiên họp, buổi làm việc, lớp tập huấn, lớp bồi dưỡng, khóa tập huấn, khóa học, buổi lễ, sự kiện, festival',
);

/** The nearest landmark before that is not merely what the work is about: "cập nhật số liệu lúc…" → "cập nhật". */
export function orderBefore(candidate: Candidate): LandmarkMatch | null {
  const { text, cuesFrom, clauseFrom, tokens } = candidate;
  let found = candidate.before;
  // "thứ 5 họp thì thứ 4 gửi": "thì" begins anew.
  if (found === null || tokens.is(cuesFrom - 1, 'thì', 'nên', 'còn') || startsOver(candidate)) return null;
  if (found.kind === 'work' || found.kind === 'duty') return found;
  // "gửi báo cáo Ngày hội STEM vào sáng 19/10": the event is what the report is about.
  const mayBeAbout = candidate.has(Cue.at | Cue.within | Cue.upto);
  const isNoun = ({ kind, from, to }: LandmarkMatch): boolean =>
    kind === 'report' ||
    (kind === 'event' &&
      ((mayBeAbout && OCCASIONS.at(tokens, from) !== null) ||
        // "gửi lịch thi đấu cho các đội ngày 23/5"
        (tokens.is(to, 'cho', 'về', 'tới', 'đến') && PAPERS.before(tokens, from) !== null) ||
        isInObject(candidate, { kind, from, to })));
  for (let step = 0; found !== null && isNoun(found) && step < MOST_NOUNS; step++)
    found = text.landmarkBefore(found.from, clauseFrom);
  return found?.kind === 'report' ? null : found;
}

/** True where anything but events is spoken of before the time: "tổ chức 02 lớp tập huấn trong 6 tháng cuối năm". */
export function hasOrderBefore({ text, clauseFrom, before }: Candidate): boolean {
  let found = before;
  for (let step = 0; found !== null && step < MOST_NOUNS; step++) {
    if (found.kind === 'work' || found.kind === 'duty') return true;
    found = text.landmarkBefore(found.from, clauseFrom);
  }
  return false;
}

/**
 * "Nộp bài thu hoạch chuyến tham quan vào thứ Năm", "Trả tiền dạy thay cho giáo viên vào ngày 25/3": the sentence's verb
 * takes a time with a word before it; what its object is about does not. Not so where the verb only serves the event
 * ("chuẩn bị cho", "phục vụ"), nor where people do it ("cử cán bộ đi học vào …").
 */
export function isInObject(candidate: Candidate, event: LandmarkMatch): boolean {
  const { text, tokens, clauseFrom } = candidate;
  if (!candidate.has(Cue.at | Cue.within | Cue.upto)) return false;
  if (isServed(tokens, event.from) || DOERS.before(tokens, event.from) !== null) return false;
  if (isOfOccasion(candidate)) return false;
  let order = text.landmarkBefore(event.from, clauseFrom);
  // "giấy báo nhập học": the word just before belongs to the object, too; "gửi lịch họp" has its verb there.
  const isTimetable = tokens.is(event.from, 'lịch');
  for (
    let step = 0;
    order !== null && (order.kind !== 'work' || (order.to === event.from && !isTimetable));
    step++
  )
    order = order.kind === 'duty' || step === MOST_NOUNS ? null : text.landmarkBefore(order.from, clauseFrom);
  if (order === null || SERVING_VERBS.at(tokens, order.from) !== null) return false;
  if (event.from - order.to > LONGEST_OBJECT_IN_TOKENS) return false;
  for (let i = order.to; i < event.from; i++)
    if (
      tokens.isMark(i, ',:;()') ||
      tokens.is(i, 'và', 'để', 'khi', 'tại', 'nhân') ||
      SERVING.at(tokens, i) !== null
    )
      return false;
  return true;
}

const LONGEST_OBJECT_IN_TOKENS = 10;

/** "phục vụ buổi lễ", "dự hội nghị": with a word that counts it between. */
export const isServed = (tokens: Candidate['tokens'], from: number): boolean =>
  SERVING.before(
    tokens,
    tokens.is(from - 1, 'buổi', 'cuộc', 'các', 'đợt', 'kỳ', 'chuyến') ? from - 1 : from,
  ) !== null;

const SERVING = phraseSet(
  'phục vụ, dự, tham dự, tham gia, đi, cho, tại, ở, chuẩn bị, chuẩn bị cho, mừng, chào mừng, đón, về dự, đến dự, tới dự, diễn ra, trong',
);
const SERVING_VERBS = phraseSet(
  'tổ chức, chuẩn bị, phục vụ, bố trí, cử, phân công, đưa, triển khai, tiến hành, thực hiện, mở, phối hợp, giao, liên hệ, đặt, thông báo, báo, tuyên truyền, gọi, nhắc, bắt đầu làm',
);
/** "Lễ …", "Đoàn công tác …" at the head of a sentence: it tells of what takes place. */
export const isOfOccasion = (candidate: Candidate): boolean =>
  OCCASION_HEADS.at(candidate.tokens, isFronted(candidate) ? candidate.expression.to : candidate.clauseFrom)
    ?.value === true;

/** False: what begins with such a word and is none. */
const OCCASION_HEADS = new Phrases<boolean>([
  [
    true,
    `lễ, hội nghị, hội thảo, hội thi, hội chợ, hội diễn, hội thao, hội khỏe, hội trại, hội làng, hội xuân, hội đua, hội vật, hội đền, hội chùa, đại hội, ngày hội, tuần lễ, cuộc, buổi, kỳ, kì, phiên, lớp, khóa học, khóa tập huấn,
    khóa bồi dưỡng, khóa đào tạo, giải, vòng, trận, đêm nhạc, đêm hội, đêm văn nghệ, chuyến, đoàn, đội tuyển, chương trình nghệ thuật, triển lãm, đám, tiệc, tọa đàm, diễn đàn, cuộc thi, liên hoan`,
  ],
  [
    false,
    'đoàn tn, đoàn tncs, giải ngân, giải quyết, giải trình, giải tỏa, giải đáp, giải phóng, giải cứu, giải thể, giải thích, giải pháp, giải mã, đoàn thanh niên, đoàn viên, đoàn trường, đoàn xã, đoàn phường, đoàn cơ sở, lễ tân, lớp trưởng, lớp phó, kỳ báo cáo, kỳ vọng, vòng tay, trận địa',
  ],
]);
/** Those who do things: before an event they take part in it. */
export const DOERS = phraseSet(
  'người, cán bộ, công chức, viên chức, lao động, người lao động, học sinh, sinh viên, học viên, thí sinh, đại biểu, giáo viên, đảng viên, đoàn viên, hội viên, nhân viên, đồng chí, anh em, vận động viên, diễn viên, chuyên viên, đoàn, đội, tổ, lực lượng, phòng, sở, xã, trường, ban, trung tâm, nhân dân, bà con, các cháu, em, anh, chị',
);
