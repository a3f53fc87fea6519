// Decisions on orders, each stronger than the next: told to many, told, perhaps told.
import { takesIn } from './assent.ts';
import { ordersByShape } from './clause-shape.ts';
import type { Facts } from './facts.ts';
import { hasHappened } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { ask, assumed } from './judgement.ts';
import { orderShapeOf } from './order-build.ts';
import {
  isAskedOfUnit,
  isNextStep,
  isOrder,
  isOrderOfSteps,
  isOrderToGroup,
  isToldToReportBack,
} from './orders.ts';
import { isOpenQuestion } from './questions.ts';
import { WORD, find, has, pattern, upTo } from './wording.ts';

/** Said to those who are named, or as the next step by whoever has read what was handed in. */
export const instructionToNamed = ({ saying, circumstances }: Facts): Judgement | null =>
  isOrderToGroup(saying) ||
  isNextStep(saying) ||
  (!isOpenQuestion(saying) && orderShapeOf(saying, circumstances) === 'addressed')
    ? assumed('instruction')
    : null;

/** An order, unless something has been done already: then what sounds like one may be part of the report. */
export function instruction(facts: Facts): Judgement | null {
  const { saying } = facts;
  if (hasHappened(facts) && !isAskedOfUnit(saying) && !isOrderOfSteps(saying)) return null;
  if ((isOrder(saying) && !isOwnPromise(facts)) || isToldToReportBack(saying)) return assumed('instruction');
  return instructionByShape(facts);
}

/** Asked last: a bare verb may as well begin a report. */
export const perhapsInstruction = ({ saying, circumstances }: Facts): Judgement | null =>
  ordersByShape(saying, circumstances) || orderShapeOf(saying, circumstances) !== null
    ? ask('instruction')
    : null;

const UNIT_AT_ONCE = pattern(
  `^ (?:phòng|đơn vị|chi cục|trung tâm|văn phòng|<unit>) (?:sẽ )?${WORD} ${upTo(2)}(?:ngay|luôn|liền)(?= (?:$|[,.]))`,
);
/** "Vâng, phòng thực hiện ngay": the unit speaks of itself to whoever asked. */
const isOwnPromise = ({ saying, circumstances }: Facts): boolean =>
  takesIn(saying) || (circumstances.bearing === 'up' && has(saying, UNIT_AT_ONCE));

/** "Lập danh sách gửi anh trước 16h": the last step is one to whoever speaks. */
const HANDED_TO_ME = pattern(
  '(?:gửi|nộp|trình|báo|báo cáo|đưa|mang|chuyển) (?:cho |lên |lại )*(?:anh|chị|tôi|sếp)(?= (?:$|[,.]|trước|trong|<future>|<today>|ngay|gấp|xem|ký|duyệt))',
);
/** A word urges, the last step is one to whoever speaks, or the bare verb stands beside words that look down. */
function instructionByShape({ saying, circumstances, isObstructed }: Facts): Judgement | null {
  const shape = orderShapeOf(saying, circumstances);
  if (shape === 'urged') return isObstructed ? null : assumed('instruction');
  if (shape !== 'bare') return null;
  const isHandedOver = (find(saying, HANDED_TO_ME)?.first ?? 0) > 1;
  if (isHandedOver) return assumed('instruction');
  return circumstances.bearing === 'down' ? ask('instruction') : null;
}
