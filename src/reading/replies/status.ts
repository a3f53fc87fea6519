// Decisions about how far a task has come, each on one status. `judge.ts` puts them in order.
import type { Act } from './act.ts';
import { stands } from './act.ts';
import { commits } from './assent.ts';
import type { Facts } from './facts.ts';
import { hasHappened, isCompleted, isDelivered, isToldAsFact } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { ask, assumed, certain } from './judgement.ts';
import { lacksMeans } from './obstacles.ts';
import {
  deniesFirst,
  hasNoTime,
  isBegun,
  isNearly,
  isNotInTime,
  isNotYet,
  isOnTrack,
  isPromised,
  isWorking,
  startsLater,
} from './progress-signs.ts';
import { standingOf } from './standing.ts';
import { isHeldAbove, isUndecided, leavesPartOpen, remainingIn, waitsForDecision } from './waiting.ts';
import type { Saying } from './wording.ts';
import { expressions, findAll, has, mentionOf, pattern, sayingOf, startsWith, upTo } from './wording.ts';

/** Asked about while it is going on: "đang lấy ý kiến các phòng" is still work, "đang trình ký" is not. */
const STILL_WORK = new Set(['lấy ý kiến', 'xin chữ ký']);
/** Questions sent round: their answers are material for the work. */
const isAskedAround = ({ deliveries }: Facts): boolean =>
  deliveries.some(({ standing, purpose }) => standing === 'affirmed' && purpose === 'answer');

/** "đang xin chữ ký lãnh đạo": the last step of all. */
const SUPERIOR_NEXT = pattern('(?:của )?(?:lãnh đạo|giám đốc|phó giám đốc|sếp|ban giám đốc|chủ tịch)');
const isAtSuperior = ({ words }: Saying, at: number): boolean =>
  startsWith(sayingOf(words.slice(at)).said, SUPERIOR_NEXT);

/** "đang xin ý kiến các phòng": as "lấy ý kiến", whatever it is called. */
const GROUP_NEXT = pattern('(?:của )?(?:các|mấy|một số|những|\\d+|anh em|nội bộ|cả phòng)');
const isAskedOfGroup = ({ words }: Saying, at: number): boolean =>
  words[at - 1]?.text === 'kiến' && startsWith(sayingOf(words.slice(at)).said, GROUP_NEXT);

/** "em có báo cáo anh rồi" of something finished: told, not handed up. */
const isMereTelling = (facts: Facts): boolean =>
  isCompleted(facts) && facts.submissions.every(({ found }) => found.text.includes('báo cáo'));
/** "Xong rồi, biên bản em để trên bàn chị": where the finished paper lies. */
const LEFT_ON_DESK = pattern('(?:để|đặt) (?:ở |trên |lên )*bàn');
const TO_BE_SIGNED = pattern('tờ trình|dự thảo|bản thảo|bản nháp|trình|ký|duyệt|ý kiến|xem xét|chờ|đợi');
const isFiled = (facts: Facts): boolean =>
  isCompleted(facts) && has(facts.saying, LEFT_ON_DESK) && !has(facts.saying, TO_BE_SIGNED);

const ISSUED = new Set(['ban hành', 'ký ban hành', 'phát hành', 'công bố']);
/** "chuyển văn thư phát hành", "trình ký ban hành": for them to do. */
const FOR_OTHERS = new Set(['thư', 'để', 'chờ', 'trình', 'sở', 'đốc', 'đạo']);
const ISSUED_BY_NOW = pattern('(?:phát hành|ban hành) (?:xong|rồi)');
const isIssued = ({ saying, deliveries }: Facts): boolean =>
  has(saying, ISSUED_BY_NOW) ||
  deliveries.some(
    ({ standing, found }) =>
      standing === 'affirmed' &&
      ISSUED.has(found.text) &&
      !FOR_OTHERS.has(saying.words[found.first - 1]?.text ?? ''),
  );

const isHeldUp = ({ saying }: Facts): boolean =>
  waitsForDecision(saying) !== null || isHeldAbove(saying) || isUndecided(saying);

/** "Đang chờ Kho bạc xác nhận, các phần khác em vẫn làm" */
const REST_GOES_ON = pattern(
  '^ (?:<task> )?(?:em |phòng em )?(?:vẫn )?đang (?:làm|soạn|viết|triển khai|thực hiện|hoàn thiện)(?= [,.;])|(?:phần|việc|nội dung|khâu|mục) (?:khác|còn lại|kia)[^.;?!]* (?:vẫn|đang|cứ)|vẫn (?:đang )?(?:làm|triển khai|thực hiện)',
);
/** "Làm xong nhưng chưa được ký": what is lacking is for others to give. */
const DONE_BUT_UNSIGNED = pattern(
  '(?:xong|hoàn thành|hoàn tất)(?: rồi)? (?:, )?(?:nhưng|mà|chỉ) (?:(?!(?:em|phòng em|mình) )[^ ,.;:?!()]+ ){0,3}?chưa (?:được |có |thấy |ai )*(?:ký|duyệt|chữ ký|phê duyệt|đóng dấu|ban hành|phát hành|ý kiến|cho ý kiến)',
);
/** Once one's own part is over, what is waited for is an answer to it. */
const AWAITS_ANSWER = pattern(
  '(?:chờ|đợi) (?:(?:kết quả|hồi âm|tin)(?= (?:$|[,.]))|(?:chánh văn phòng|văn phòng|văn thư|pháp chế|kế toán|lãnh đạo|sếp|anh|chị|<unit>) (?:[^ ,.;:?!()]+ ){0,2}?(?:soát|rà|kiểm tra|xem|đọc|thẩm|duyệt|chấp nhận))',
);
const ALREADY = pattern('(?:đã|vừa) [^,.;?!]*, [^.;?!]*');

/** "xong, chờ ký"; "đã trình"; "gửi rồi nhưng chưa có ý kiến". */
export function submitted(facts: Facts): Judgement | null {
  const { saying, submissions, deliveries } = facts;
  if (stands(submissions, 'negated') || leavesPartOpen(saying)) return null;
  if (has(saying, DONE_BUT_UNSIGNED)) return assumed('submitted');
  const isGoingUp = submissions.some(
    ({ standing, found }) =>
      standing === 'working' &&
      (!STILL_WORK.has(found.text) || isAtSuperior(saying, found.end)) &&
      !isAskedOfGroup(saying, found.end),
  );
  if (isFiled(facts)) return null;
  if (stands(submissions, 'affirmed') && (isMereTelling(facts) || (isIssued(facts) && !isHeldUp(facts))))
    return null;
  if (stands(submissions, 'affirmed') || isGoingUp) return certain('submitted');
  // "Phòng đã tham mưu, trình Giám đốc": the "đã" holds for both.
  if (stands(submissions, 'unclear') && has(saying, ALREADY)) return assumed('submitted');
  const hasGoneUp = stands(submissions, 'unclear', 'expected') && mentionOf(saying, 'future') === null;
  if ((isCompleted(facts) || hasGoneUp) && isUndecided(saying)) return assumed('submitted');
  if (facts.isObstructed) return null;
  const isOwnPartOver =
    stands(deliveries, 'affirmed') || isCompleted(facts) || stands(facts.completions, 'partial');
  if (!isOwnPartOver && lacksMeans(saying)) return null;
  // "đang chờ Sở X trả lời nhưng không ảnh hưởng tiến độ": the work goes on.
  if (!isOwnPartOver && (startsLater(saying) || isOnTrack(saying) || has(saying, REST_GOES_ON))) return null;
  if (waitsForDecision(saying) !== null && !isAskedAround(facts))
    return isOwnPartOver ? certain('submitted') : assumed('submitted');
  if (has(saying, HANDS_UP)) return assumed('submitted');
  if (isHeldAbove(saying) || (isOwnPartOver && isUndecided(saying))) return assumed('submitted');
  if (isOwnPartOver && has(saying, AWAITS_ANSWER)) return assumed('submitted');
  const isForReview =
    !isIssued(facts) &&
    deliveries.some(({ standing, purpose }) => standing === 'affirmed' && purpose === 'review');
  const isPerhapsForReview =
    !isDelivered(facts) &&
    !isCompleted(facts) &&
    facts.others.some(({ standing, isForReview: is }) => is && standing === 'affirmed');
  if (isForReview) return assumed('submitted');
  return isPerhapsForReview ? ask('submitted') : null;
}

const NOT_ABLE_TO = pattern('chưa thể (?:làm|triển khai|thực hiện|bắt đầu|tiến hành|soạn|tổng hợp)');
const NO_ONE_DOES = pattern(
  'chưa (?:phân công|giao(?: cho)? ai|cử (?:được )?(?:ai|người))|chưa có ai (?:đụng|rờ|sờ|rớ|ngó|chạm|bắt tay)|chưa ai (?:đụng|rờ|sờ|rớ|ngó|chạm|bắt tay|làm|nhận|phụ trách|động|thực hiện|triển khai|xử lý|lo)',
);
/** "Kính trình anh xem xét", "Gửi anh bản thảo để cho ý kiến": handed up by saying so. */
const HANDS_UP = expressions`
  (?:^|[,.;]) (?:em |phòng em |phòng |tôi )?(?:xin |kính )*trình (?:anh|chị|sếp|lãnh đạo|giám đốc|phó giám đốc|ubnd|chủ tịch)(?! .*(?:sau|<future>|<today>))
  ^ (?:em |phòng em |phòng |tôi )?(?:xin |kính )*gửi (?:anh|chị|sếp|lãnh đạo|giám đốc) (?!.*(?:sau|<future>|<today>) )[^.;?!]*(?:cho ý kiến|góp ý|xem giúp|xem xét|duyệt|ký)
`;

const WHOLLY_DONE = pattern('xong (?:hẳn|hết|hoàn toàn|toàn bộ|sạch) rồi');
const NOT_EVEN = pattern('chưa(?! kịp)|chưa kịp (?:làm|xem|đọc|có|động) gì');

export function notStarted(facts: Facts): Judgement | null {
  const { saying, completions, progress } = facts;
  // "Chưa thể làm do phòng A chưa chuyển hồ sơ": held up by others.
  if (facts.lacksInput && has(saying, NOT_ABLE_TO)) return null;
  if (hasHappened(facts)) return null;
  if (progress === 0) return certain('not_started');
  if (has(saying, NO_ONE_DOES)) return certain('not_started');
  if (isBegun(saying)) return null;
  // "Em chưa gửi, đang bận": what was not sent may well be begun.
  if (hasNoTime(saying) && !isPromised(saying) && !stands(facts.deliveries, 'negated'))
    return assumed('not_started');
  if (stands(facts.starts, 'negated') && has(saying, NOT_EVEN) && !isWorking(saying))
    return certain('not_started');
  const isUnderWay = stands(completions, 'expected', 'almost') || isWorking(saying);
  const hasBegun = progress !== null || stands([...facts.preparations, ...facts.starts], 'affirmed');
  return startsLater(saying) && !isUnderWay && !hasBegun ? assumed('not_started') : null;
}

/** "Thống kê xong, gửi phòng A rồi": a part that was finished before the whole was handed in leaves nothing open. */
const openOf = ({ completions, deliveries }: Facts): readonly Act[] =>
  completions.filter(
    ({ standing, found }) =>
      standing !== 'partial' ||
      !deliveries.some(
        (act) => act.standing === 'affirmed' && act.purpose === 'final' && act.found.first >= found.end,
      ),
  );

export function inProgress(facts: Facts): Judgement | null {
  const { saying, completions, deliveries, progress } = facts;
  if (progress !== null && progress < 100) return certain('in_progress');
  if (stands(openOf(facts), 'almost', 'partial', 'working')) return certain('in_progress');
  if (isNearly(saying) && !has(saying, WHOLLY_DONE)) return certain('in_progress');
  if (isWorking(saying) || stands(deliveries, 'working')) return certain('in_progress');
  if (isBegun(saying) && !isCompleted(facts) && !isDelivered(facts)) return assumed('in_progress');
  // "em sẽ rà soát và báo cáo anh" only promises to begin.
  const isMerePromise = commits(saying) && !isPromised(saying);
  if (stands(facts.submissions, 'almost', 'expected') && !isMerePromise) return assumed('in_progress');
  if (remainingIn(saying) !== null && !isNotInTime(saying)) return assumed('in_progress');
  if (isCompleted(facts)) return null;
  const isStep =
    !isIssued(facts) &&
    deliveries.some(({ standing, purpose }) => standing === 'affirmed' && purpose !== 'final');
  if (isStep) return assumed('in_progress');
  if (isDelivered(facts)) return null;
  // "em sẽ hoàn thành đúng hạn" promises to begin with; it stands with the assents.
  // "Đã hiệu chuẩn 12 thiết bị theo kế hoạch": as it was to be, not as it goes.
  const isTimely = isOnTrack(saying) && !commits(saying) && !isToldAsFact(facts);
  const isDenied = stands([...completions, ...facts.deliveries, ...facts.submissions], 'negated');
  return (isPromised(saying) && !isDenied && !deniesFirst(saying)) || isTimely
    ? assumed('in_progress')
    : null;
}

export function notDone(facts: Facts): Judgement | null {
  const { saying, completions, deliveries, submissions } = facts;
  if ((isCompleted(facts) || isDelivered(facts)) && leavesPartOpen(saying)) return assumed('in_progress');
  const isDenied = stands(completions, 'negated');
  // "phòng X chưa gửi số liệu" denies nothing of one's own work.
  const isUnsent = (stands(deliveries, 'negated') || stands(submissions, 'negated')) && !facts.lacksInput;
  if (isDenied || isUnsent) return isCompleted(facts) ? ask('in_progress') : certain('not_done');
  if (isNotInTime(saying) && !isCompleted(facts) && !isDelivered(facts)) return assumed('not_done');
  return isNotYet(saying) && !facts.lacksInput ? certain('not_done') : null;
}

/** Besides the fact: "xong xuôi rồi, mai em gửi bản giấy" is done, "xong rồi, mai em trình" is not. */
const EXTRA = pattern(
  '(?:(?:bản|hồ sơ) (?:giấy|cứng|scan|gốc|chính|in|mềm|đóng dấu|ký số|ký|ký tay|ký tươi|có dấu|có dấu đỏ|dấu đỏ|có chữ ký|pdf|word|đẹp)|file|hóa đơn|hình ảnh|ảnh|biên nhận|chứng từ|(?:nộp|gửi|bổ sung) thêm)',
);
/** "Bản giấy nộp rồi, bản điện tử mai em nộp": one of two, and neither is said to be the extra. */
const ONE_OF_TWO = pattern(
  `(?:bản|file|phần|biểu|mục) [^,.;?!]* rồi (?:[,.;] )?(?:còn |riêng )?(?:bản|file|phần|biểu|mục) (?:[^ ,.;:?!()]+ )${upTo(5)}(?:<future>|<today>|chưa|đang|sẽ|nốt|sau)`,
);
const EMPHASIS = expressions`
  (?:xong|hoàn thành|gửi|nộp) (?:hết|cả|rồi|xuôi|toàn bộ|tất)
  (?:đã|vừa|mới) (?:[^ ,.;:?!()]+ ){0,4}?(?:xong|hoàn thành|hoàn tất)
`;
const APPROVED = pattern(
  '(?:đã )?(?:được|có|nhận được) (?:[^ ,.;:?!()]+ ){0,5}?(?:phê duyệt|duyệt|chấp thuận|thông qua|chữ ký|ký|quyết định)',
);
const TICKED = pattern('<check> (?:<task>|<all>)|(?:<task>|<all>) <check>');
const SHARE = pattern('<pct>|<ratio>');
const SHORT = 4;

/** Words beside "xong" that make its claim a matter to ask about. */
const DOUBT = expressions`
  chưa|chờ|đợi|trừ|ngoại trừ|chỉ trừ
  (?:không|chẳng)(?! (?:có |còn |gặp |phát hiện |phát sinh )?(?:gì|tồn|hồ sơ tồn|việc nào|nội dung nào|trường hợp|vi phạm|sai|đơn vị|vụ|vướng|vướng mắc|khó khăn|trở ngại|trục trặc|thiếu|sao) )
  hình như|có lẽ|chắc là|nghe nói|tưởng
  [,.] (?:giờ|bây giờ) (?:lập|viết|soạn|tổng hợp|làm|rà|in|hoàn thiện|chỉnh|sửa|phân tích|nhập|tính|trình|xin)(?! (?:việc khác|gì))
  [,.;] <future> ${upTo(1)}(?:đoàn|hội nghị|lễ|lớp|buổi|họp|khai mạc|tổ chức|triển khai|lắp|thi công|mở thầu|chạy thử|nghiệm thu|kiểm tra)
  (?:họ|các (?:xã|phòng|đơn vị|sở|trường|hộ)) (?:sẽ |mai )?(?:trả|gửi lại|nộp lại|điền|phản hồi|trả lời|góp ý)(?! (?:đủ|xong|rồi|hết))
  để (?:em|phòng em|mình) ${upTo(2)}(?:kiểm tra|rà|rà soát|sửa|chỉnh|soát|xem lại|làm lại)
  (?:giờ|bây giờ) (?:em |phòng em )?(?:mới(?! xong)|sẽ|bắt đầu|còn)|[,.] (?:giờ|bây giờ) (?:em|phòng em|bên em)(?! (?:xong|rảnh|về|nghỉ|đi) )|(?:em|phòng em|mình) (?:sẽ |mới |bắt đầu )*(?:triển khai|tiến hành|bắt đầu)(?! (?:xong|rồi|từ|hết))
  [,.] (?:đang |giờ )?chuẩn bị [^ ,.;:?!()]+
  trong mơ|kiếp (?:trước|sau|nào)|cái nịt|(?:nói |em )?đùa|nói (?:thế|vậy) thôi|gộp|(?:mới|giờ) (?:làm|tính) (?:cái|việc|phần) (?:này|kia)
`;

/** "100%", "6/6 nội dung", and no word that takes it back ("nếu đạt 100%"). */
const isWholly = ({ saying, progress }: Facts): boolean =>
  progress === 100 &&
  findAll(saying, SHARE).every((found) => ['affirmed', 'unclear'].includes(standingOf(saying, found)));

/** "xong rồi nhưng phải sửa": what follows a "but" takes the claim back, unless it only owns up to being late. */
const BUT = pattern('(?:nhưng|nhưng mà|tuy nhiên|mà)(?= [^ ,.;:?!()])');
const ONLY_LATE = pattern('(?:bị |hơi |có )*(?:trễ|chậm|muộn)');

function isTakenBack({ saying, completions, deliveries }: Facts): boolean {
  const but = findAll(saying, BUT).at(-1);
  if (but === undefined) return false;
  const after = sayingOf(saying.words.slice(but.end));
  return startsWith(after.said, ONLY_LATE)
    ? false
    : ![...completions, ...deliveries].some(
        ({ standing, found }) => standing === 'affirmed' && found.first >= but.end,
      );
}

/** "Đã rà soát, không có trường hợp nào vi phạm": the outcome of a review is its end. */
const NOTHING_FOUND = pattern(
  '(?:không|chưa) (?:có|phát hiện|phát sinh) [^,.;?!]*(?:vi phạm|sai phạm|sai sót|trường hợp|phát sinh|bất thường|tồn tại)',
);

/** Comes last: only where the words say so and nothing in them speaks against it. */
export function done(facts: Facts): Judgement | null {
  const { saying, completions } = facts;
  const isTicked = has(saying, TICKED) && saying.words.length < SHORT;
  const hasResult = stands(facts.preparations, 'affirmed') && has(saying, NOTHING_FOUND);
  if (!isCompleted(facts) && !isDelivered(facts) && !isWholly(facts) && !isTicked && !hasResult) return null;
  if (stands([...completions, ...facts.deliveries], 'undone')) return ask('in_progress');
  if (has(saying, ONE_OF_TWO)) return ask('in_progress');
  if (has(saying, DOUBT) || isTakenBack(facts) || remainingIn(saying) !== null) return ask('in_progress');
  const isMoreToCome = stands([...facts.deliveries, ...facts.submissions, ...facts.preparations], 'expected');
  if (isMoreToCome && !has(saying, EXTRA)) return ask('in_progress');
  if (stands(completions, 'expected', 'ordered', 'conditional', 'asked', 'almost', 'partial', 'negated'))
    return ask('in_progress');
  if (isCompleted(facts))
    return has(saying, EMPHASIS) || saying.words.length <= SHORT ? certain('done') : assumed('done');
  if (has(saying, APPROVED)) return ask('done');
  return isDelivered(facts) ? assumed('done') : certain('done');
}

/** Told as a fact by a verb that no list knows: whether it ends the task is asked, where nothing speaks against it. */
export function perhapsDone(facts: Facts): Judgement | null {
  const { saying, completions, deliveries, submissions, preparations } = facts;
  if (!isToldAsFact(facts)) return null;
  const isStep = stands([...preparations, ...facts.starts], 'affirmed', 'expected', 'working');
  const isMoreToCome = [...completions, ...deliveries, ...submissions].some(
    ({ standing }) => standing !== 'affirmed' && standing !== 'unclear',
  );
  const isDoubtful =
    has(saying, DOUBT) || isTakenBack(facts) || remainingIn(saying) !== null || facts.isObstructed;
  return isStep || isMoreToCome || isDoubtful ? null : ask('done');
}
