// From what was said to what it means: facts first collected, then an ordered list of decisions, the first that holds.
// A false "done" is the worst mistake of all, so "done" comes after everything that could speak against it.
import type { ReplyIntent } from '../findings.ts';
import { stands } from './act.ts';
import { beginsWithReceipt, commits, isAssent, isBareYes, isReceipt, isSocial } from './assent.ts';
import type { Circumstances } from './circumstances.ts';
import { decisionIn } from './decisions.ts';
import { isOfEveryday } from './everyday.ts';
import type { Facts } from './facts.ts';
import { factsOf, hasHappened, isCompleted } from './facts.ts';
import { GUESSES } from './guesses.ts';
import { cannotComplete, handoverIn } from './handover.ts';
import { withoutIdioms } from './idioms.ts';
import { instruction, instructionToNamed } from './instruction.ts';
import type { Judgement } from './judgement.ts';
import { STATUSES, ask, assumed, certain } from './judgement.ts';
import { laterReminderAsked, moreTimeAsked, moreTimeDecided } from './more-time.ts';
import { isAnnouncement, isDoneSince, isObstructed } from './obstacles.ts';
import { isConditionalOrder } from './orders.ts';
import { isOnTrack, isWorking } from './progress-signs.ts';
import { answerToNagging, isQuestion, statementBesideQuestion } from './questions.ts';
import { withoutReason } from './reasons.ts';
import { asSaidBy } from './speaker.ts';
import { done, inProgress, notDone, notStarted, submitted } from './status.ts';
import { verdict } from './verdict.ts';
import { cannotActYet, remainingIn, waitsForInput } from './waiting.ts';
import type { Saying } from './wording.ts';
import { has, pattern } from './wording.ts';

type Decide = (facts: Facts) => Judgement | null;

const assumedIf = (intent: ReplyIntent | null): Judgement | null =>
  intent === null ? null : assumed(intent);

const DECISIONS: readonly Decide[] = [
  ({ saying }) => (isConditionalOrder(saying) ? assumed('instruction') : null),
  ({ saying }) => (isAnnouncement(saying) || isOfEveryday(saying) ? certain('info') : null),

  // Whose task it is comes before its status: what is not one's own is not reported on.
  (facts) => {
    const handover = handoverIn(facts.saying);
    const mayBeDropped =
      handover === 'reassign' ||
      (handover === 'decline' &&
        (has(facts.saying, DROPPED) ||
          (facts.circumstances.bearing === 'down' && !has(facts.saying, OF_ONESELF))));
    if (mayBeDropped && decisionIn(facts.saying) === 'cancel_task') return assumed('cancel_task');
    return handover === 'wrong_recipient' && isCompleted(facts) ? null : assumedIf(handover);
  },

  // "Không đồng ý gia hạn, phải xong trong tuần" names an extension, but decides one.
  moreTimeDecided,
  // "mai nhắc lại em" and "cho em đến mai" ask in the form of orders or questions, so before those.
  laterReminderAsked,
  moreTimeAsked,

  instructionToNamed,
  (facts) => {
    if (!cannotComplete(facts.saying)) return null;
    const isForNow = (facts.isObstructed || facts.lacksInput) && !has(facts.saying, FOR_GOOD);
    return assumed(isForNow ? 'blocked' : 'cannot_complete');
  },
  verdict,

  question,
  instruction,

  // "xong, chờ ký" before "xong"; and what waits for a signature is not stuck.
  submitted,

  // "Nay cơ quan mất điện nhé mọi người": told to everyone, and of nobody's task.
  ({ saying, circumstances, isObstructed: isInTheWay }) =>
    circumstances.bearing === 'all' && isInTheWay && !has(saying, OF_A_TASK) ? assumed('info') : null,

  // An obstacle that is named outweighs the work going on beside it, unless the deadline is said to hold.
  (facts) => {
    if (!facts.isObstructed || isCompleted(facts)) return null;
    // "chưa triển khai do thiếu kinh phí": not begun, and why.
    const isIdle = notStarted(facts) !== null && !has(facts.saying, NOT_ABLE);
    if (isIdle && !isObstructed(withoutReason(facts.saying))) return null;
    return isOnTrack(facts.saying) ? assumed('in_progress') : assumed('blocked');
  },

  (facts) => (cannotActYet(facts.saying) && !isCompleted(facts) ? assumed('blocked') : null),
  ({ saying }) => (isDoneSince(saying) ? ask('done') : null),

  ({ saying, circumstances }) =>
    circumstances.bearing !== 'up' && has(saying, CALLS_BACK) ? certain('info') : null,
  (facts) => (isReceiptWithPromise(facts) ? assumed('ack') : null),

  // "chưa làm" before "đang": "đang làm việc khác, chưa làm"; "chưa xong, đang làm" is work going on, so before "chưa xong".
  notStarted,
  inProgress,
  notDone,

  // What is lacking explains the statuses above and is one by itself only without them.
  (facts) => (facts.lacksInput && !isCompleted(facts) ? assumed('blocked') : null),
  (facts) => (waitsForInput(facts.saying) ? assumed('in_progress') : null),

  done,

  ({ saying }) => (commits(saying) ? assumed('ack') : null),
  ({ saying, circumstances }) => {
    if (!isBareYes(saying)) return null;
    return circumstances.answersReminder ? ask('done') : ask('ack');
  },
  ({ saying }) => (isReceipt(saying) || isAssent(saying) ? certain('ack') : null),
  ({ saying }) => (isSocial(saying) ? certain('info') : null),

  ...GUESSES,
];

/** "thôi không làm nữa, tỉnh hủy rồi": not one unit's refusal. */
const DROPPED = pattern(
  '^ thôi|(?:tỉnh|sở|bộ|ubnd|ubnd tỉnh|trung ương|cấp trên|sếp|lãnh đạo|giám đốc) (?:đã |vừa |mới )?(?:hủy|huỷ|bỏ|rút|dừng|thu hồi|không yêu cầu|không cần)',
);
/** "em xin không làm việc này" */
const OF_ONESELF = pattern('xin|(?:em|phòng em|tôi|mình) (?:không|từ chối|thôi)');
const OF_A_TASK = pattern(
  '<task>|<all>|<rest>|việc|nhiệm vụ|báo cáo|em|phòng em|tôi|nên|số liệu|hồ sơ|kinh phí',
);
const NOT_ABLE = pattern('(?:chưa|không) (?:[^,.;?!]*được|dám|thể)');
/** What no one can remove. */
const FOR_GOOD = pattern('không thể|khả năng|thẩm quyền|chịu|khả thi|năm nay|bó tay|nổi');
/** "Họp xong tôi gọi": one above, of himself. */
const CALLS_BACK = pattern(
  '(?:xong|lát|lát nữa|tí|chút|mai|chiều|tối|về|rảnh|<future>|<today>) (?:(?!(?:việc|báo|hồ|số) )[^ ,.;:?!()]+ ){0,3}(?:anh|chị|tôi|sếp|em(?= gọi)) (?:sẽ )?(?:gọi|trả lời|alo|nghe máy|nhắn|phản hồi)(?: lại| sau| cho em| em| cho)*(?= $)',
);

/** How one saying about one task (or several alike) is to be taken. */
export function judge(saying: Saying, circumstances: Circumstances): Judgement {
  const facts = factsOf(withoutIdioms(saying), circumstances);
  for (const decide of DECISIONS) {
    const judgement = decide(facts);
    if (judgement !== null) return asSaidBy(circumstances.speaker, judgement, facts);
  }
  return ask('info');
}

const isReceiptWithPromise = (facts: Facts): boolean =>
  beginsWithReceipt(facts.saying) &&
  !hasHappened(facts) &&
  !isWorking(facts.saying) &&
  !facts.lacksInput &&
  remainingIn(facts.saying) === null &&
  facts.progress === null &&
  !stands([...facts.completions, ...facts.deliveries, ...facts.starts], 'negated', 'almost', 'partial');

/** A question, unless a report stands beside it. */
function question({ saying, circumstances }: Facts): Judgement | null {
  if (!isQuestion(saying)) return null;
  const answer = answerToNagging(saying);
  if (answer !== null && judge(answer, circumstances).intent === 'done') return assumed('done');
  const statement = statementBesideQuestion(saying);
  const report = statement === null ? null : judge(statement, circumstances);
  if (report === null || !STATUSES.has(report.intent)) return certain('question');
  return report.certainty === 'certain' ? assumed(report.intent) : report;
}
