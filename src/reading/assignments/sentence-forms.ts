// Kinds of sentences that are recognised by their form alone.
import { ACTION_VERBS, ADVERBIALS, MODALS, STANDING_OPENERS } from '../lexicon/action-verbs.ts';
import {
  ANNOUNCING,
  ATTENDANCE_LABELS,
  ADDRESSING,
  CLOSING_ENDS,
  CLOSING_OPENERS,
  CONCLUSION_HEADINGS,
  DECIDING,
  DIRECTING,
  EXHORTATION_WORDS,
  LIST_INTRODUCTIONS,
  PROVISO_OPENERS,
  PROVISO_SUBJECTS,
  REPORT_HEADINGS,
  REQUEST_ENDS,
  SENDING_ITSELF,
  SPEECH_HEADINGS,
  UNNAMED_PEOPLE,
} from '../lexicon/notice-phrases.ts';
import { REQUESTING } from '../lexicon/charging.ts';
import { CONTENT_LABELS, COORDINATION_LABELS, DEADLINE_LABELS } from '../lexicon/form-labels.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Mention } from '../units/mention.ts';
import type { Range } from './ranges.ts';
import { within } from './ranges.ts';
import type { PlacedDeadline } from './reading.ts';

const actions = new Phrases([[true, ACTION_VERBS]]);
const openers = new Phrases([[true, [...MODALS, ...ADVERBIALS]]]);
const standing = new Phrases([[true, STANDING_OPENERS]]);
const listIntroductions = new Phrases([[true, LIST_INTRODUCTIONS]]);
const deciding = new Phrases([[true, DECIDING]]);
const reportHeadings = new Phrases([[true, REPORT_HEADINGS]]);
const speechHeadings = new Phrases([[true, SPEECH_HEADINGS]]);
const attendanceLabels = new Phrases([[true, ATTENDANCE_LABELS]]);
const requesting = new Phrases([[true, REQUESTING]]);
const ownAgency = new Phrases([[true, ['sở', 'sở ta', 'sở mình', 'cơ quan', 'đơn vị', 'phối hợp']]]);
const unnamedPeople = new Phrases([[true, UNNAMED_PEOPLE]]);
const conclusionHeadings = new Phrases([[true, CONCLUSION_HEADINGS]]);
const announcing = new Phrases([[true, ANNOUNCING]]);
const sending = new Phrases([[true, SENDING_ITSELF]]);
const asking = new Phrases([[true, ['đề nghị', 'yêu cầu']]]);
const addressing = new Phrases([[true, ADDRESSING]]);
const closingEnds = new Phrases([[true, CLOSING_ENDS]]);
const provisoOpeners = new Phrases([[true, PROVISO_OPENERS]]);
const provisoSubjects = new Phrases([[true, PROVISO_SUBJECTS]]);
const exhortation = new Phrases([[true, EXHORTATION_WORDS]]);
const directing = new Phrases([[true, DIRECTING]]);
const closingOpeners = new Phrases([[true, CLOSING_OPENERS]]);
const completion = new Phrases([[true, ['hoàn thành', 'hoàn tất', 'xong', ...DEADLINE_LABELS]]]);
const requestEnds = new Phrases([[true, REQUEST_ENDS]]);
const labels = new Phrases<'content' | 'continuation'>([
  ['continuation', [...DEADLINE_LABELS, ...COORDINATION_LABELS]],
  ['content', CONTENT_LABELS],
]);

const LONGEST_ANNOUNCER = 16;

/** "Nay thông báo … để các đồng chí biết, thực hiện": the document speaks of itself. */
export function isClosing(words: readonly Word[], { from, to }: Range): boolean {
  if (phraseLength(closingOpeners, words, from, to) > 0 || isProviso(words, { from, to })) return true;
  const announced = indexOf(announcing, words, from, Math.min(to, from + LONGEST_ANNOUNCER));
  const addressed = announced === null ? null : indexOf(addressing, words, announced, to);
  if (addressed === null) return false;
  // "… để các đơn vị biết và triển khai thực hiện theo đúng quy định"
  const isFormula = words.slice(addressed, to).some(({ lower }) => lower === 'biết');
  return isFormula || phraseStart(closingEnds, words, to, from) < to;
}

/**
 * "Văn phòng Sở gửi Thông báo kết luận đến các phòng, đề nghị …": where what the document says of its own sending ends,
 * at what it asks for next or at `to`. Null where it says nothing of it, or by when.
 */
export function endOfSending(words: readonly Word[], { from, to }: Range): number | null {
  const isSent = words
    .slice(from, Math.min(to, from + LONGEST_SENDER))
    .some((_, index) => phraseLength(sending, words, from + index, to) > 0);
  if (!isSent) return null;
  const end = indexOf(asking, words, from, to) ?? to;
  return words.slice(from, end).some(({ written }) => /^\d/u.test(written)) ? null : end;
}

const LONGEST_SENDER = 6;

/** "Trong quá trình thực hiện, nếu có vướng mắc, …", "Mọi chi tiết xin liên hệ …": every document says so. */
function isProviso(words: readonly Word[], { from, to }: Range): boolean {
  if (phraseLength(provisoOpeners, words, from, to) === 0) return false;
  return indexOf(provisoSubjects, words, from, Math.min(to, from + LONGEST_PROVISO)) !== null;
}

const LONGEST_PROVISO = 18;

/** "… nghiêm túc triển khai thực hiện Thông báo này": exhorts, and asks for nothing of its own. */
export function exhorts(words: readonly Word[], { from, to }: Range): boolean {
  for (let at = from; at < to;) {
    const length = phraseLength(exhortation, words, at, to);
    if (length === 0) return false;
    at += length;
  }
  return from < to;
}

/** True where a deputy director only directs what others do: "trực tiếp chỉ đạo, theo dõi". */
export const onlyDirects = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseLength(directing, words, from, to) > 0;

function indexOf(phrases: Phrases<boolean>, words: readonly Word[], from: number, to: number): number | null {
  for (let at = from; at < to; at++) if (phraseLength(phrases, words, at, to) > 0) return at;
  return null;
}

/** "Thành phần: …" */
export const listsAttendance = (words: readonly Word[], { from, to }: Range): boolean => {
  const length = phraseLength(attendanceLabels, words, from, to);
  return length > 0 && (from + length === to || /[:]/u.test(words[from + length]?.gap ?? ''));
};

/** "Đánh giá chung" */
export const isReportHeading = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseLength(reportHeadings, words, from, to) > 0;

/** "Ý kiến phát biểu của các đại biểu" */
export const isSpeechHeading = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseLength(speechHeadings, words, from, to) > 0;

/** "Kết luận của Giám đốc Sở" */
export const isConclusionHeading = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseLength(conclusionHeadings, words, from, to) > 0;

/** "… một số nhiệm vụ trọng tâm sau" */
export const introducesList = (words: readonly Word[], { from, to }: Range): boolean =>
  to <= from || phraseStart(listIntroductions, words, to, from) < to;

/** "… được không?" asks for work, not about it. */
export const isRequest = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseStart(requestEnds, words, to, from) < to;

/** Where a sentence begins once a date in front of it is passed. */
export const afterFrontedDate = ({ from }: Range, dates: readonly Range[]): number => {
  const [first] = dates;
  return first !== undefined && first.from <= from ? first.to : from;
};

/** True where the words at `from` order something without a subject: a verb that no "cần" makes a noun. */
export function startsWithWork(words: readonly Word[], { from, to }: Range): boolean {
  let at = from;
  for (
    let opener = phraseLength(openers, words, at, to);
    opener > 0;
    opener = phraseLength(openers, words, at, to)
  ) {
    if (phraseLength(actions, words, at, to) >= opener) break;
    at += opener;
  }
  const verb = phraseLength(actions, words, at, to);
  if (verb === 0 || phraseLength(deciding, words, at, to) > 0) return false;
  return !NOUN_SIGNS.has(words[at + verb]?.lower ?? '');
}

/** After a verb that is a noun here: "Báo cáo cần tách danh mục". */
const NOUN_SIGNS: ReadonlySet<string> = new Set(
  'cần phải là có được do của này đã trên số đó tại'.split(' '),
);

const LONGEST_PEOPLE_SUBJECT = 16;

/** "Các đồng chí được phân công trực Tết gửi lịch …", "Ai chưa nộp thì nộp …": people without a unit, and a verb. */
export function chargesPeople(words: readonly Word[], { from, to }: Range): boolean {
  const people = phraseLength(unnamedPeople, words, from, to);
  return (
    people > 0 && indexOf(actions, words, from + people, Math.min(to, from + LONGEST_PEOPLE_SUBJECT)) !== null
  );
}

/**
 * The work that a body outside asks the agency for: "Sở Tài chính đề nghị Sở gửi báo cáo …". Null where the sentence asks
 * for nothing, or asks someone else.
 */
export function requestedWork(
  words: readonly Word[],
  mentions: readonly Mention[],
  { from, to }: Range,
): Range | null {
  const [asking] = within(mentions, { from, to });
  if (asking?.kind !== 'outside' || asking.isTopicLike || asking.from > from + 1) return null;
  const request = phraseLength(requesting, words, asking.to, to);
  let at = asking.to + request;
  at += phraseLength(ownAgency, words, at, to);
  return request > 0 && startsWithWork(words, { from: at, to }) ? { from: at, to } : null;
}

/** True where the words at `from` are a general instruction: "chủ động", "tăng cường". */
export const startsStanding = (words: readonly Word[], { from, to }: Range): boolean =>
  phraseLength(standing, words, from, to) > 0;

/** True where a sentence that is no order says by when the work above is due: "Việc này phải xong trước ngày …". */
export const setsDeadline = (
  words: readonly Word[],
  { from }: Range,
  { from: date, finding }: PlacedDeadline,
): boolean =>
  finding.deadline.bound === 'before' ||
  finding.deadline.bound === 'by' ||
  indexOf(completion, words, from, date) !== null;

/** The label that a line of a form begins with; `to` is where what it labels begins. */
export function labelAt(
  words: readonly Word[],
  { from, to }: Range,
): { kind: 'content' | 'continuation'; to: number } | null {
  const label = labels.match(words, from, to);
  if (label === null) return null;
  const next = from + label.length;
  return words[next]?.gap.includes(':') === true && next < to ? { kind: label.value, to: next } : null;
}
