// Whether a sentence asks for anything at the time it names: by what it is about, or by naming nothing but the time.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { Cue, PARTICLES } from '../lexicon/deadline-cues.ts';
import { REFERRING } from '../lexicon/look-alike-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import { awayAt } from './away.ts';
import type { Candidate } from './candidate.ts';
import type { LandmarkMatch } from './reading-text.ts';
import { hasCue, hasOrderBefore, isFronted, orderBefore } from './candidate.ts';

/** "3-1", "15.4" with nothing that makes it a date. */
export const isLoneWeakDate = ({ expression }: Candidate): boolean =>
  expression.kind === 'moment' && expression.isWeak;

const MOST_WORDS_BESIDE = 10;

/** The message is the time and politeness: "thứ 6 tuần tới", "EOD nhé em", "ngày 15/4 này". A citation beside it does not count. */
export function isAlone(candidate: Candidate): boolean {
  const { tokens, cuesFrom, expression, clauseTo } = candidate;
  return (
    isPolite(tokens, afterCitation(candidate), cuesFrom) &&
    isPolite(tokens, expression.to, beforeBracket(tokens, expression.to, clauseTo))
  );
}

/** The token after "Thực hiện Công văn số …," at the head of the clause. */
function afterCitation({ tokens, clauseFrom, cuesFrom }: Candidate): number {
  if (!REFERRING.at(tokens, clauseFrom)) return clauseFrom;
  const farthest = Math.max(clauseFrom, cuesFrom - MOST_WORDS_BESIDE - 1);
  for (let i = cuesFrom - 1; i > farthest; i--) if (tokens.isMark(i, ',:')) return i + 1;
  return clauseFrom;
}

/** The token before "(theo Kế hoạch số …)" at the end of the clause. */
function beforeBracket(tokens: Candidate['tokens'], from: number, clauseTo: number): number {
  if (!tokens.isMark(clauseTo - 1, ')')) return clauseTo;
  for (let i = from; i < Math.min(clauseTo, from + MOST_WORDS_BESIDE); i++)
    if (tokens.isMark(i, '(')) return i;
  return clauseTo;
}

function isPolite(tokens: Candidate['tokens'], from: number, to: number): boolean {
  if (to - from > MOST_WORDS_BESIDE) return false;
  for (let i = from; i < to;) {
    const particle = PARTICLES.at(tokens, i);
    if (particle && particle.to <= to) i = particle.to;
    else if (tokens.at(i)?.kind === 'mark') i++;
    else return false;
  }
  return true;
}

/** "cấm xe từ 18h00 đến 22h00", "mưa lớn đến ngày 18/10": a stretch of which nothing says that anybody works. */
export function isAboutWork(candidate: Candidate): boolean {
  const { expression, after } = candidate;
  if (expression.kind === 'range' && expression.first === null) return true;
  return (
    hasOrderBefore(candidate) ||
    isToldToWork(candidate) ||
    startsWithAction(candidate) ||
    (after !== null && after.kind !== 'event') ||
    isAlone(candidate) ||
    isAloneBetweenCommas(candidate)
  );
}

/** "hết năm nay nha, ko vội", "thêm 2 ngày, tới 10/10 nha": with its cue it is a message in itself. */
export function isAloneBetweenCommas({
  tokens,
  cues,
  cuesFrom,
  clauseFrom,
  expression,
  clauseTo,
}: Candidate): boolean {
  if (cues === 0 && !REQUESTING_PARTICLES.at(tokens, expression.to)) return false;
  let to = expression.to;
  while (to < clauseTo && to - expression.to <= MOST_WORDS_BESIDE && !tokens.isMark(to, ',')) to++;
  return (cuesFrom === clauseFrom || tokens.isMark(cuesFrom - 1, ',')) && isPolite(tokens, expression.to, to);
}

/** "mai nhé, mốt anh bận" */
const REQUESTING_PARTICLES = phraseSet(
  'nhé, nha, nhá, nhe, nghe, nghen, nghen em, hen, ạ, luôn nhé, luôn nha',
);

const MOST_WORDS_OF_THING = 6;
const MOST_WORDS_ASKED = 14;

/** "hồ sơ trong ngày 19/8 nha cả nhà": a short message that names a thing, a time and asks politely. */
export function isThingAskedFor(candidate: Candidate): boolean {
  const { tokens, expression, clauseFrom, clauseTo, cuesFrom, before } = candidate;
  return (
    (hasCue(candidate, Cue.within | Cue.at) || tokens.is(expression.from, 'trong')) &&
    (before === null || before.kind === 'report') &&
    (cuesFrom - clauseFrom <= MOST_WORDS_OF_THING ||
      (cuesFrom - clauseFrom <= MOST_WORDS_ASKED && awayAt(tokens, clauseFrom) === null)) &&
    REQUESTING_PARTICLES.at(tokens, expression.to) !== null &&
    isPolite(tokens, expression.to, clauseTo)
  );
}

/** "KHTC tính lại, chiều có số nhé": after an order, that something be there by then. */
export function isToBeThere({
  text,
  tokens,
  expression,
  clauseFrom,
  clauseTo,
  cuesFrom,
  after,
}: Candidate): boolean {
  if (
    !tokens.is(expression.to, 'có') ||
    !tokens.isMark(cuesFrom - 1, ',') ||
    tokens.is(cuesFrom - 2, 'rồi') ||
    after?.kind === 'event'
  )
    return false;
  const end = Math.min(clauseTo, expression.to + MOST_WORDS_OF_THING + 1);
  const please = REQUESTING_PARTICLES.within(tokens, expression.to + 2, end);
  return (
    please !== null &&
    isPolite(tokens, please.to, clauseTo) &&
    text.landmarkBefore(cuesFrom, clauseFrom)?.kind === 'work'
  );
}

/** Verbs too weak to make a sentence an order: they begin any sentence. */
const WEAK_VERBS = new Set([
  'dự',
  'họp',
  'vào',
  'lên',
  'tiếp',
  'tham dự',
  'có',
  'bám',
  'lo',
  'sớm',
  'mời',
  'trực',
  'đón',
  'bảo đảm',
  'đảm bảo',
  'nhận',
]);

const ACTIONS = phraseSet(ACTION_VERBS.filter((verb) => !WEAK_VERBS.has(verb)).join(', '));

/** "Treo cờ Tổ quốc đến hết ngày 03/9": the sentence begins with a verb, as orders do. */
const startsWithAction = ({ tokens, clauseFrom }: Candidate): boolean => {
  const isItem =
    tokens.isMark(clauseFrom, '-+*•') || (tokens.isNumber(clauseFrom) && tokens.isMark(clauseFrom + 1, '.)'));
  return (
    ACTIONS.at(tokens, isItem ? clauseFrom + (tokens.isNumber(clauseFrom) ? 2 : 1) : clauseFrom) !== null
  );
};

const FARTHEST_WORK_IN_TOKENS = 24;

/** "tổ chức tập huấn trong tháng 12": to be held some day of that stretch. */
const isHolding = ({ tokens, expression }: Candidate, { kind, from, to }: LandmarkMatch): boolean =>
  kind === 'event' &&
  tokens.is(from, 'tổ') &&
  to - from > 2 &&
  (expression.kind === 'period' ||
    (expression.kind === 'moment' && expression.weekday === null && expression.day === null));

/**
 * "Nhà thầu hoàn trả mặt bằng vào ngày 15/10": whoever is given work is said to do something that day. What it is need not
 * be known: of those who are given work orders say what they shall do, unless the words tell of a state.
 */
function isToldToWork(candidate: Candidate): boolean {
  const { tokens, clauseFrom, cuesFrom, cues, before, after } = candidate;
  if ((before !== null && before.kind !== 'report') || after?.kind === 'event') return false;
  // "Sở Y tế, ngày 18/9/2026": the head of a letter.
  if (cues === 0 && tokens.isMark(cuesFrom - 1, ',')) return false;
  let at = clauseFrom;
  for (let step = 0; step < MOST_STEPS_TO_ACTOR; step++) {
    const opening = ADDRESSING.at(tokens, at);
    if (opening) at = opening.to;
    else if (tokens.isMark(at, '-+*•.)') || tokens.isNumber(at)) at++;
    else break;
  }
  const actor = NOT_ACTORS.at(tokens, at) ? null : (ACTORS.at(tokens, at) ?? namedPerson(candidate, at));
  if (!actor || cuesFrom - actor.to < FEWEST_WORDS_OF_WORK || cuesFrom - actor.to > FARTHEST_WORK_IN_TOKENS)
    return false;
  for (let i = actor.to; i < cuesFrom; i++) if (STATES.at(tokens, i)) return false;
  return true;
}

/** "Ông Phan Tấn Huệ bổ túc hồ sơ … vào ngày 17/8": persons do much else, so that a word must tell the day. */
function namedPerson(candidate: Candidate, at: number): { readonly to: number } | null {
  const { tokens, clauseFrom } = candidate;
  const person = hasCue(candidate, Cue.at | Cue.within | Cue.upto) ? PERSONS.at(tokens, at) : null;
  if (!person || !tokens.isCapital(person.to) || awayAt(tokens, clauseFrom) !== null) return null;
  let to = person.to;
  while (to - person.to < LONGEST_NAME_IN_TOKENS && tokens.isCapital(to)) to++;
  return { to };
}

const LONGEST_NAME_IN_TOKENS = 5;
const PERSONS = phraseSet('ông, bà, đồng chí, đ / c, đc, anh, chị, em, thầy, cô');

const MOST_STEPS_TO_ACTOR = 5;
const FEWEST_WORDS_OF_WORK = 2;
const ADDRESSING = phraseSet(
  'đề nghị, yêu cầu, giao, các, những, mỗi, từng, tất cả, tất cả các, toàn thể, toàn bộ, lãnh đạo, cán bộ, thủ trưởng, đại diện, 02, hai',
);
const ACTORS = phraseSet(`
  phòng, sở, ban, bộ phận, khoa, tổ, đội, trường, nhà trường, trạm, trung tâm, chi cục, cục, viện, chi bộ, đảng bộ, đảng ủy, ubnd, ủy ban, công ty, doanh nghiệp, nhà thầu, nhà cung cấp, đơn vị, cơ quan, văn phòng, thanh tra, kho bạc, công an, bệnh viện, xã, phường, địa phương, chủ đầu tư, chủ dự án, bên a, bên b, bên bán, bên mua, tư vấn, hợp tác xã, hiệu trưởng, trưởng phòng, trưởng khoa, trưởng trạm, trưởng thôn, chánh văn phòng, kế toán, kế toán trưởng, thủ quỹ, văn thư, thủ kho, lễ tân, bảo vệ, giáo viên, bác sĩ, điều dưỡng, kỹ thuật viên, cán bộ kỹ thuật, liên đoàn, công đoàn, đoàn thanh niên, hội phụ nữ, hội nông dân, mặt trận, viettel, vnpt, điện lực, bưu điện, ngân hàng, báo, đài, hạt, bảo tàng, thư viện, nhà văn hóa, chi nhánh, tổng công ty, xí nghiệp, liên minh, quỹ, tòa án, viện kiểm sát, học viện, đại học, nhà máy, ban chỉ huy, bộ chỉ huy, đồn, câu lạc bộ, trại, vườn quốc gia, cảng, bến xe, tiểu ban, nhóm, kíp, lái xe, nhân viên, chuyên viên
`);
/** They begin with the word for a unit and mean none. */
const NOT_ACTORS = phraseSet(
  'ban hành, ban bố, tổ chức, sở hữu, sở thích, trường hợp, báo cáo, báo động, đội hình, phòng chống, phòng ngừa, phòng họp, phòng trưng bày, phòng khám, viện phí, xã hội, cục bộ, tư vấn viên, bảo vệ môi trường, bảo vệ đề tài, đài tưởng niệm, tổ tiên, bệnh viện phí',
);
const STATES = phraseSet(
  'đã, đang, được, bị, là, có, còn, đạt, thuộc, không, chưa, vừa, mới, tròn, nằm, gồm, từng, do, chỉ, khoảng, như, vẫn, hoạt động, bắt đầu, ở',
);

/** The sentence orders something at that time: "mai gửi anh", "trình Lãnh đạo Sở vào thứ Tư", "9h sáng T2 phải có trên bàn". */
export function isBesideWork(candidate: Candidate): boolean {
  const { expression, cuesFrom, tokens } = candidate;
  const before = orderBefore(candidate);
  const after = candidate.after;
  const isTimeAlone =
    expression.kind === 'moment' &&
    expression.day === null &&
    expression.weekday === null &&
    expression.week === null;
  if (isLoneWeakDate(candidate) || isTimeAlone) {
    const isTouching =
      (after?.kind === 'work' || after?.kind === 'duty') && isPolite(tokens, expression.to, after.from);
    return isTouching || (before?.kind === 'work' && before.to === cuesFrom && !isLoneWeakDate(candidate));
  }
  if (before)
    return (
      (before.kind === 'work' || before.kind === 'duty' || isHolding(candidate, before)) &&
      cuesFrom - before.to <= FARTHEST_WORK_IN_TOKENS
    );
  if (!after)
    return (
      startsWithAction(candidate) ||
      // "tuần này gỡ hết băng rôn xuống nha"
      (isFronted(candidate) && ACTIONS.at(tokens, expression.to) !== null) ||
      isToldToWork(candidate)
    );
  return (
    (after.kind === 'work' || after.kind === 'duty') && after.from - expression.to <= FARTHEST_WORK_IN_TOKENS
  );
}
