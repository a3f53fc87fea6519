// Orders known by the build of their sentence: by who is told, by a verb at its head, by a wish at its end. Which verb it is
// need not be known: officials find new ones every day, but they build their orders in few ways.
import { dateOf } from '../../domain/local-time.ts';
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { Cue, REQUESTING_PARTICLES } from '../lexicon/deadline-cues.ts';
import { HANDLING_VERBS } from '../lexicon/handling-verbs.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import { awayAt } from './away.ts';
import type { Candidate } from './candidate.ts';
import { isFronted } from './candidate.ts';
import { DOERS, isOfOccasion } from './governing.ts';

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

/** "Treo cờ Tổ quốc đến hết ngày 03/9", "Tháo bảng tên cũ vào thứ Sáu": the sentence begins with a verb, as orders do. */
export const startsWithAction = (candidate: Candidate): boolean => {
  const { tokens, clauseFrom, cuesFrom } = candidate;
  const at = afterItemMark(tokens, clauseFrom);
  // "Phấn đấu đến cuối năm 2025, …"
  if (at === cuesFrom) return tokens.is(at - 1, 'đấu') && candidate.has(Cue.upto);
  return isActionAt(tokens, at) || isVerbPhrase(candidate, at);
};

/**
 * "Ngầm hóa tuyến cáp vào ngày 25/3", "Biểu dương 10 điển hình trong tháng 3": a word that makes verbs, or one that things
 * follow that can be counted, with a time that a word ties to it; unless the words tell of a state.
 */
function isVerbPhrase(candidate: Candidate, at: number): boolean {
  const { tokens, cuesFrom } = candidate;
  if (!candidate.has(Cue.at | Cue.within) || cuesFrom - at > LONGEST_ORDER_IN_TOKENS) return false;
  const isOrder =
    isMadeVerb(tokens, at) ||
    (hasCountedObject(tokens, at + SYLLABLES_OF_VERB) && DOERS.at(tokens, at) === null);
  if (!isOrder || isOfOccasion(candidate)) return false;
  return !tellsOfState(tokens, at, cuesFrom);
}

const SYLLABLES_OF_VERB = 2;

/** "ngầm hóa", "tin học hóa"; not "văn hóa", "Thanh Hóa". */
const isMadeVerb = (tokens: Tokens, i: number): boolean =>
  !tokens.is(i, 'văn', 'hàng', 'tiêu') &&
  [i + 1, i + 2].some((at) => tokens.is(at, 'hóa') && !tokens.isCapital(at));

const hasCountedObject = (tokens: Tokens, i: number): boolean =>
  !tokens.isCapital(i - 1) &&
  !tokens.is(i - 1, 'số', 'thứ', 'đợt', 'lần', 'khối', 'lớp', 'tổ') &&
  (tokens.isNumber(i)
    ? tokens.at(i + 1)?.kind === 'word' && !tokens.isGlued(i + 1) && !tokens.isCapital(i + 1)
    : tokens.is(i, 'việc', 'vụ', 'chức', 'kết', 'toàn', 'tất'));

/** "tuần này gỡ hết băng rôn xuống nha", "tầm 15/5 a cho đấu thầu lại nhé": a verb at once after the time, or after who is asked. */
export const goesOnWithAction = (candidate: Candidate): boolean =>
  isFronted(candidate) &&
  isActionAt(
    candidate.tokens,
    ASKED.at(candidate.tokens, candidate.expression.to)?.to ?? candidate.expression.to,
  );

/** "tầm 15/5 anh cho đấu thầu lại …": who is asked, and to have it done. */
const ASKED = phraseSet(
  'anh cho, chị cho, em cho, a cho, c cho, e cho, các em, mấy em, mọi người, anh em, tụi em, cả phòng, em, e',
);

const isActionAt = (tokens: Tokens, i: number): boolean =>
  (ACTIONS.at(tokens, i) !== null && NOT_ACTIONS.at(tokens, i) === null) || isHandlingAt(tokens, i);

/** They begin with the word for an act and name somebody or something. */
const NOT_ACTIONS = phraseSet(
  'vận động viên, xuất sắc, giải bóng, dịch tả, dịch bệnh, dịch cúm, dịch sởi, dịch sốt, học sinh, học viên, học kỳ, học phí, thu nhập, bàn ghế, báo chí, chủ nhật, đo đạc viên, đi chợ, đi chơi, đi ăn, đi biển, đi lễ, đi chùa, gặp sự cố',
);

/** Followed by what it is done with: not by a name ("Sơn La"), nor by a mark. */
const isHandlingAt = (tokens: Tokens, i: number): boolean =>
  HANDLING_VERBS.has(tokens.wordAt(i).text) &&
  (tokens.isNumber(i + 1) || (tokens.at(i + 1)?.kind === 'word' && !tokens.isCapital(i + 1)));

/** Before the verb: how. */
const URGING = phraseSet(
  'phấn đấu, khẩn trương, gấp rút, tập trung, tiếp tục, chủ động, nhanh chóng, kịp thời, sớm, tích cực, đồng loạt, quyết tâm, cố gắng, tranh thủ',
);

function afterItemMark(tokens: Tokens, clauseFrom: number): number {
  let at = clauseFrom;
  if (tokens.isMark(at, '-+*•')) at++;
  else if (tokens.isNumber(at) && tokens.isMark(at + 1, '.)')) at += 2;
  return URGING.at(tokens, at)?.to ?? at;
}

/**
 * "Nhà thầu hoàn trả mặt bằng vào ngày 15/10": whoever is given work is said to do something that day. What it is need not
 * be known: of those who are given work orders say what they shall do, unless the words tell of a state.
 */
export function isToldToWork(candidate: Candidate): boolean {
  const { tokens, clauseFrom, cuesFrom, cues, before, after } = candidate;
  if ((before !== null && before.kind !== 'report') || after?.kind === 'event') return false;
  // "Sở Y tế, ngày 18/9/2026": the head of a letter.
  if (cues === 0 && tokens.isMark(cuesFrom - 1, ',')) return false;
  if (isAppointment(candidate)) return false;
  const at = addressed(tokens, clauseFrom);
  const actor = actorAt(candidate, at) ?? namedPerson(candidate, at);
  if (
    actor === null ||
    cuesFrom - actor.to < FEWEST_WORDS_OF_WORK ||
    cuesFrom - actor.to > LONGEST_ORDER_IN_TOKENS
  )
    return false;
  return !tellsOfState(tokens, actor.to, cuesFrom);
}

/** True where the sentence begins with somebody who is given work: a unit or a person by name. */
export function isToSomebody(candidate: Candidate): boolean {
  const { tokens, clauseFrom } = candidate;
  const at = addressed(tokens, clauseFrom);
  const person = PERSONS.at(tokens, at);
  return actorAt(candidate, at) !== null || (person !== null && tokens.isCapital(person.to));
}

/**
 * "Ngày 18/3/2026, Tổ phòng cháy xịt rửa bể nước.", "Trong tháng 4, các xã thắp sáng thêm 5 km đường quê.": of a time that
 * has not begun, what is said of those who are given work is what they shall do.
 */
export function tellsWorkAfter(candidate: Candidate): boolean {
  const { tokens, expression, clauseTo, after } = candidate;
  // "Cuối tuần sau các phòng gửi phiếu tự chấm về Văn phòng": the units are many, the day is theirs without a comma.
  const isHead = tokens.isMark(expression.to, ',') || tokens.is(expression.to, 'các');
  if (!isHead || !isFronted(candidate) || after?.kind === 'event') return false;
  if (expression.kind !== 'period' && (expression.kind !== 'moment' || expression.clock !== null))
    return false;
  const to = tokens.isMark(expression.to, ',') ? expression.to + 1 : expression.to;
  const actor = actorAt(candidate, addressed(tokens, to));
  if (actor === null || clauseTo - actor.to < FEWEST_WORDS_OF_WORK || !isToCome(candidate)) return false;
  if (tokens.is(actor.to, 'đi', 'ăn', 'nghỉ', 'chơi', 'về', 'vào', 'có')) return false;
  const end = Math.min(clauseTo, actor.to + LONGEST_ORDER_IN_TOKENS);
  for (let i = actor.to; i < end; i++) if (tokens.isMark(i, ',')) return false;
  return !tellsOfState(tokens, actor.to, end);
}

const isToCome = ({ resolution, today }: Candidate): boolean =>
  resolution?.kind === 'time' && dateOf(resolution.first) > today;

/** "Đúng 8h sáng thứ 6 để xấp giấy mời ở phòng văn thư nha": a time, something that is handed or made, and a wish. */
export function isWishedFor(candidate: Candidate): boolean {
  const { tokens, expression, clauseTo } = candidate;
  if (expression.kind !== 'moment' || !isFronted(candidate)) return false;
  const from = expression.to + FEWEST_WORDS_OF_WORK;
  const farthest = Math.max(from, clauseTo - MOST_WORDS_AFTER_WISH);
  // "… các đồng chí chuyển bản mềm cho tôi"
  if (RECEIVING.lastWithin(tokens, farthest, clauseTo)?.to === clauseTo) return true;
  const wish = REQUESTING_PARTICLES.lastWithin(tokens, farthest, clauseTo);
  return (
    wish !== null &&
    (OBJECTS.within(tokens, expression.to + 1, wish.from) !== null ||
      RECEIVING.within(tokens, from, wish.from) !== null)
  );
}

const RECEIVING = phraseSet(
  'cho anh, cho chị, cho em, cho tôi, cho mình, cho sếp, cho phòng, cho văn phòng, cho c, cho a, cho e, giúp anh, giúp chị, giúp em, giùm anh, giùm chị, giùm em, hộ anh, hộ chị, hộ em, về văn phòng, về sở, lên sở, lên phòng',
);
const MOST_WORDS_AFTER_WISH = 5;
const OBJECTS = phraseSet(
  'cái, xấp, thùng, hộp, bản, tờ, cuốn, quyển, file, slide, hồ sơ, giấy tờ, giấy mời, danh sách, số liệu, bảng, phiếu, hóa đơn, chứng từ, sổ, chìa khóa, văn bản, công văn, báo cáo, tờ trình, ảnh, hình ảnh, link, con dấu, bàn ghế, quà, hàng, vật tư, mẫu, đơn, thẻ',
);

/** "chiếu phim lúc 19h30 ngày 20/3 tại sân vận động", "súc rửa đường ống từ 22h … đến 4h …": to be attended or known rather than handed in. */
const isAppointment = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'range'
    ? expression.first !== null && expression.last.kind === 'moment' && expression.last.clock !== null
    : expression.kind === 'moment' && expression.clock !== null && tokens.is(expression.to, 'tại', 'ở');

/** "Ông Phan Tấn Huệ bổ túc hồ sơ … vào ngày 17/8": persons do much else, so that a word must tell the day. */
function namedPerson(candidate: Candidate, at: number): { readonly to: number } | null {
  const { tokens, clauseFrom } = candidate;
  const person =
    NOT_ACTORS.at(tokens, at) === null && candidate.has(Cue.at | Cue.within | Cue.upto)
      ? PERSONS.at(tokens, at)
      : null;
  if (person === null || !tokens.isCapital(person.to) || awayAt(tokens, clauseFrom) !== null) return null;
  let to = person.to;
  while (to - person.to < LONGEST_NAME_IN_TOKENS && tokens.isCapital(to)) to++;
  return { to };
}

const LONGEST_NAME_IN_TOKENS = 5;
const PERSONS = phraseSet('ông, bà, đồng chí, đ / c, đc, anh, chị, em, thầy, cô');

const LONGEST_ORDER_IN_TOKENS = 24;
const MOST_STEPS_TO_ACTOR = 5;
const FEWEST_WORDS_OF_WORK = 2;
/** Behind "đề nghị các", "- Giao lãnh đạo". */
function addressed(tokens: Tokens, from: number): number {
  let at = from;
  for (let step = 0; step < MOST_STEPS_TO_ACTOR; step++) {
    const opening = ADDRESSING.at(tokens, at);
    if (opening !== null) at = opening.to;
    else if (tokens.isMark(at, '-+*•.)') || tokens.isNumber(at)) at++;
    else break;
  }
  return at;
}

const actorAt = ({ tokens }: Candidate, i: number): { readonly to: number } | null =>
  NOT_ACTORS.at(tokens, i) !== null ? null : ACTORS.at(tokens, i);

const ADDRESSING = phraseSet(
  'đề nghị, yêu cầu, giao, các, những, mỗi, từng, tất cả, tất cả các, toàn, toàn thể, toàn bộ, lãnh đạo, cán bộ, thủ trưởng, đại diện, 02, hai',
);
const ACTORS = phraseSet(`
  phòng, sở, ban, bộ phận, khoa, tổ, đội, trường, nhà trường, trạm, trung tâm, chi cục, cục, viện, chi bộ, đảng bộ, đảng ủy, ubnd, ủy ban, công ty, doanh nghiệp, nhà thầu, nhà cung cấp, đơn vị, cơ quan, văn phòng, thanh tra, kho bạc, công an, bệnh viện, xã, phường, địa phương, chủ đầu tư, chủ dự án, bên a, bên b, bên bán, bên mua, tư vấn, hợp tác xã, hiệu trưởng, trưởng phòng, trưởng khoa, trưởng trạm, trưởng thôn, chánh văn phòng, kế toán, kế toán trưởng, thủ quỹ, văn thư, thủ kho, lễ tân, bảo vệ, giáo viên, bác sĩ, điều dưỡng, kỹ thuật viên, cán bộ kỹ thuật, liên đoàn, công đoàn, đoàn thanh niên, hội phụ nữ, hội nông dân, mặt trận, viettel, vnpt, điện lực, bưu điện, ngân hàng, báo, đài, hạt, bảo tàng, thư viện, nhà văn hóa, chi nhánh, tổng công ty, xí nghiệp, liên minh, quỹ, tòa án, viện kiểm sát, học viện, đại học, nhà máy, ban chỉ huy, bộ chỉ huy, đồn, câu lạc bộ, trại, vườn quốc gia, cảng, bến xe, tiểu ban, nhóm, kíp, lái xe, nhân viên, chuyên viên
`);
/** They begin with the word for a unit and mean none. */
const NOT_ACTORS = phraseSet(
  'ban hành, ban bố, tổ chức, sở hữu, sở thích, trường hợp, báo cáo, báo động, đội hình, phòng chống, phòng ngừa, phòng họp, phòng trưng bày, phòng khám, viện phí, xã hội, cục bộ, tư vấn viên, bảo vệ môi trường, bảo vệ đề tài, đài tưởng niệm, tổ tiên, bệnh viện phí',
);
/** Whether [from, to), what is said of somebody, tells of a state; of a state of the object ("hộ có hoàn cảnh khó khăn") it may. */
function tellsOfState(tokens: Tokens, from: number, to: number): boolean {
  let predicate = from;
  // "Phòng Kế hoạch - Tài chính": the rest of the name.
  while (predicate < to && (tokens.isCapital(predicate) || tokens.isMark(predicate, '-&'))) predicate++;
  for (let i = from; i < to; i++)
    if (TENSES.at(tokens, i) ?? (i - predicate <= FARTHEST_PREDICATE_IN_TOKENS ? STATES.at(tokens, i) : null))
      return true;
  return false;
}

const FARTHEST_PREDICATE_IN_TOKENS = 5;
/** What has been, is or is not. */
const TENSES = phraseSet('đã, đang, không, chưa, vừa, mới, từng, vẫn, bị, tròn, xảy ra');
/** What somebody is or has: the sentence's predicate, where it stands near the subject. */
const STATES = phraseSet(
  'được, là, có, còn, đạt, thuộc, nằm, gồm, do, chỉ, khoảng, như, hoạt động, bắt đầu, ngừng, tạm ngừng',
);
