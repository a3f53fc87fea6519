// From what was said to what it means: facts first collected, then an ordered list of decisions, the first that holds.
// A false "done" is the worst mistake of all, so "done" comes after everything that could speak against it.
import type { ReplyIntent } from '../findings.ts';
import { stands } from './act.ts';
import { beginsWithReceipt, commits, isAssent, isBareYes, isReceipt, isSocial, takesIn } from './assent.ts';
import { decisionIn } from './decisions.ts';
import { asksForExtension, extensionDecision } from './extension.ts';
import type { Circumstances } from './circumstances.ts';
import { intendsByShape, orderShapeOf, ordersByShape } from './clause-shape.ts';
import type { Facts } from './facts.ts';
import { factsOf, hasHappened, isCompleted, isDelivered } from './facts.ts';
import { isOfEveryday } from './everyday.ts';
import { isHeld } from './completions.ts';
import { cannotComplete, handoverIn } from './handover.ts';
import { withoutIdioms } from './idioms.ts';
import type { Judgement } from './judgement.ts';
import { STATUSES, ask, assumed, certain } from './judgement.ts';
import {
  holdsBack,
  isAskedOfUnit,
  isBareImperative,
  isConditionalOrder,
  isNextStep,
  isOrder,
  isOrderOfSteps,
  isOrderToGroup,
  isToReportBack,
  isToldToReportBack,
  ordersOthers,
} from './orders.ts';
import { isAnnouncement, isDoneSince, isObstructed, runsAgain } from './obstacles.ts';
import { withoutReason } from './reasons.ts';
import { isOnTrack, isWorking } from './progress-signs.ts';
import { answerToNagging, isOpenQuestion, isQuestion, statementBesideQuestion } from './questions.ts';
import { asksForLaterReminder } from './reminders.ts';
import { asSaidBy } from './speaker.ts';
import { done, inProgress, notDone, notStarted, perhapsDone, submitted } from './status.ts';
import { cannotActYet, remainingIn, waitsForInput } from './waiting.ts';
import type { Saying } from './wording.ts';
import { WORD, find, has, mentionOf, pattern, upTo } from './wording.ts';

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
  ({ saying, circumstances }) => {
    const decision = extensionDecision(saying);
    // "Cho phòng lùi hạn với ạ": who looks up asks.
    const isPlea =
      decision === 'approve_extension' &&
      has(saying, BARE_GRANT) &&
      (circumstances.bearing === 'up' || has(saying, WHY));
    return isPlea ? assumed('extension_request') : assumedIf(decision);
  },

  // "mai nhắc lại em" and "cho em đến mai" ask in the form of orders or questions, so before those. One who has
  // delivered asks for nothing ("đừng nhắc nữa, em gửi rồi").
  (facts) =>
    asksForLaterReminder(facts.saying) && !isDelivered(facts) && !isCompleted(facts)
      ? certain('snooze')
      : null,
  (facts) => {
    if (!asksForExtension(facts.saying) || isCompleted(facts)) return null;
    // "Đã gửi phần lời, biểu số liệu em gửi sau": tells of the rest, and asks nothing.
    const isMoreToCome =
      (stands(facts.deliveries, 'affirmed') || remainingIn(facts.saying) !== null) &&
      !has(facts.saying, PLEADS);
    return isMoreToCome ? null : assumed('extension_request');
  },

  ({ saying, circumstances }) =>
    isOrderToGroup(saying) ||
    isNextStep(saying) ||
    (!isOpenQuestion(saying) && orderShapeOf(saying, circumstances) === 'addressed')
      ? assumed('instruction')
      : null,
  (facts) => {
    if (!cannotComplete(facts.saying)) return null;
    const isForNow = (facts.isObstructed || facts.lacksInput) && !has(facts.saying, FOR_GOOD);
    return assumed(isForNow ? 'blocked' : 'cannot_complete');
  },
  (facts) => {
    const decision = decisionIn(facts.saying);
    // "Đã nghiệm thu, thanh lý xong" reports.
    if (
      decision === 'accept_done' &&
      isCompleted(facts) &&
      (!has(facts.saying, CONFIRMS) || isHeld(facts.saying))
    )
      return null;
    const isToldFirst = [ordersOthers, isOrderOfSteps, holdsBack, isToReportBack].some((is) =>
      is(facts.saying),
    );
    if (decision === 'returned' && isToldFirst) return assumed('instruction');
    // "Báo cáo Giám đốc, chỉ tiêu này không đạt được ạ": nobody sends work back to one above.
    const isOwnNews =
      hasHappened(facts) || (facts.circumstances.bearing === 'up' && has(facts.saying, ADDRESSED));
    return decision === 'returned' && isOwnNews ? null : assumedIf(decision);
  },

  question,
  (facts) =>
    ((isOrder(facts.saying) && !isOwnPromise(facts)) ||
      isToldToReportBack(facts.saying) ||
      isOrderByShape(facts)) &&
    (!hasHappened(facts) || isAskedOfUnit(facts.saying) || isOrderOfSteps(facts.saying))
      ? assumed('instruction')
      : null,

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

  // From here on no word tells what is meant: the likeliest reading is asked about.
  perhapsDone,
  ({ saying }) => (has(saying, TASK_IN_ORDER) ? ask('done') : null),
  // What was broken works: whether that was the task is asked.
  ({ saying }) => (runsAgain(saying) ? ask('done') : null),
  (facts) =>
    stands([...facts.preparations, ...facts.deliveries], 'affirmed') || has(facts.saying, ANY_FACT)
      ? ask('in_progress')
      : null,
  (facts) => (stands(facts.deliveries, 'unclear') && has(facts.saying, HANDS_OVER) ? ask('submitted') : null),
  (facts) => {
    if (!stands(facts.completions, 'ordered')) return null;
    return ask(has(facts.saying, OWN) ? 'in_progress' : 'instruction');
  },
  (facts) =>
    facts.completions.some(({ standing }) => standing !== 'subordinate') ? ask('in_progress') : null,
  ({ saying }) => (mentionOf(saying, 'check') === null ? null : ask('ack')),
  ({ saying }) => (has(saying, BARE_TIME) ? ask('in_progress') : null),
  ({ saying, circumstances }) =>
    isBareImperative(saying) ||
    ordersByShape(saying, circumstances) ||
    orderShapeOf(saying, circumstances) !== null
      ? ask('instruction')
      : null,
  ({ saying, circumstances }) => (intendsByShape(saying, circumstances) ? ask('ack') : null),
  ({ saying }) => (has(saying, TROUBLE) ? ask('blocked') : null),
  ({ saying }) => (has(saying, NOT_YET_ANYTHING) ? ask('not_done') : null),
];

/** "thôi không làm nữa, tỉnh hủy rồi": not one unit's refusal. */
const DROPPED = pattern(
  '^ thôi|(?:tỉnh|sở|bộ|ubnd|ubnd tỉnh|trung ương|cấp trên|sếp|lãnh đạo|giám đốc) (?:đã |vừa |mới )?(?:hủy|huỷ|bỏ|rút|dừng|thu hồi|không yêu cầu|không cần)',
);
const PLEADS = pattern('muộn|chậm|trễ|xin|cho (?:em|phòng|phép)|mong|đề nghị|gia hạn|lùi|được không|khất');
/** Permission that nobody gives: no yes goes before it. */
const BARE_GRANT = pattern(
  '^ (?:<task> )?(?:(?:anh|chị|sếp) )?(?:cho|(?:lùi|dời|hoãn|gia hạn) (?:cho|giúp))',
);
const WHY = pattern(
  '(?:do|vì|bởi|tại) [^,.;?!]*(?:chưa|không|bận|đang|thiếu|hết|mất|hỏng|ốm|mưa|bão|kẹt|nhiều)',
);
/** "em xin không làm việc này" */
const OF_ONESELF = pattern('xin|(?:em|phòng em|tôi|mình) (?:không|từ chối|thôi)');
/** "em tập trung làm dứt điểm" */
const OWN = pattern(
  '(?:(?<! (?:anh|các|chị) )em|phòng em|bên em|chúng tôi) (?:sẽ |đang |cũng |phải )*(?:tập trung|khẩn trương|đẩy nhanh|chủ động|cố|ráng)',
);
const OF_A_TASK = pattern(
  '<task>|<all>|<rest>|việc|nhiệm vụ|báo cáo|em|phòng em|tôi|nên|số liệu|hồ sơ|kinh phí',
);
const NOT_ABLE = pattern('(?:chưa|không) (?:[^,.;?!]*được|dám|thể)');
/** What no one can remove. */
const FOR_GOOD = pattern('không thể|khả năng|thẩm quyền|chịu|khả thi|năm nay|bó tay|nổi');
/** Something is wrong, though no obstacle has that name. */
const TROUBLE = pattern(
  '(?:không|chẳng|chưa) [^,.;?!]* được|khó|thiếu|mất|hỏng|lỗi|hết (?!(?:rồi|sức|lòng|cả|việc|giờ|pin|hồn|hạn|hơi|cách) )[^ ,.;:?!()<]+',
);
const NOT_YET_ANYTHING = pattern('chưa');
/** "Mai.", "Khoảng thứ 6": when, and nothing else. */
const BARE_TIME = pattern('^ (?:(?:đến|tới|trước|khoảng|tầm|chắc|hẹn) )?(?:<future>|<today>)(?= (?:$|[,.]))');
const ADDRESSED = pattern('<address>');
/** "Họp xong tôi gọi": one above, of himself. */
const CALLS_BACK = pattern(
  '(?:xong|lát|lát nữa|tí|chút|mai|chiều|tối|về|rảnh|<future>|<today>) (?:anh|chị|tôi|sếp) (?:sẽ )?(?:gọi|trả lời|alo|nghe máy|nhắn|phản hồi)(?: lại| sau| cho em| em| cho)*(?= $)',
);
/** "Việc số 9 ok rồi" */
const TASK_IN_ORDER = pattern(
  '^ <task> (?:thì |đã |cũng )?(?:ok|ổn|ngon|êm|đâu vào đấy)(?: hết| cả)? rồi(?= (?:$|[,.]))',
);
/** "Lập danh sách gửi anh trước 16h": the last step is one to whoever speaks. */
const HANDED_TO_ME = pattern(
  '(?:gửi|nộp|trình|báo|báo cáo|đưa|mang|chuyển) (?:cho |lên |lại )*(?:anh|chị|tôi|sếp)(?= (?:$|[,.]|trước|trong|<future>|<today>|ngay|gấp|xem|ký|duyệt))',
);
const UNIT_AT_ONCE = pattern(
  `^ (?:phòng|đơn vị|chi cục|trung tâm|văn phòng|<unit>) (?:sẽ )?${WORD} ${upTo(2)}(?:ngay|luôn|liền)(?= (?:$|[,.]))`,
);
const CONFIRMS = pattern(
  'kết thúc (?:việc|nhiệm vụ|<task>)|đồng ý|nhất trí|xác nhận|công nhận|ghi nhận|đóng|duyệt|đạt',
);
/** "đã …" with a verb that no list knows. */
const ANY_FACT = pattern(
  '(?:^|em|phòng em|phòng|tôi|<unit>|<task>|này|[,.]) (?:đã|vừa) (?!(?:nhận|biết|rõ|xem|đọc|nghe|hiểu|nắm|thấy|bảo|nói|nhắc|cố|bận|ốm|nghỉ|về|đi|quên|nhầm|trễ|quá|có|được|là|hết) )[^ ,.;:?!()]+',
);
/** "Em gửi anh báo cáo": handed over now, but to whom and for what is not said. */
const HANDS_OVER = pattern(
  '(?:(?:em|phòng em|tôi|mình)(?: xin| kính)?|^ (?:xin|kính)) (?:gửi|nộp|chuyển|bàn giao|up|đẩy)|^ gửi(?! kèm)',
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

/** "Vâng, phòng thực hiện ngay": the unit speaks of itself to whoever asked. */
const isOwnPromise = ({ saying, circumstances }: Facts): boolean =>
  takesIn(saying) || (circumstances.bearing === 'up' && has(saying, UNIT_AT_ONCE));

/** A word urges, or the bare verb stands beside words that look down. */
function isOrderByShape({ saying, circumstances, isObstructed: isInTheWay }: Facts): boolean {
  const shape = orderShapeOf(saying, circumstances);
  if (shape === 'urged') return !isInTheWay;
  return (
    shape === 'bare' && (circumstances.bearing === 'down' || (find(saying, HANDED_TO_ME)?.first ?? 0) > 1)
  );
}

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
