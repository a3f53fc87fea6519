// Decisions of those in charge on what was handed in, and on the task itself.
import { isHeld } from './completions.ts';
import { decisionIn } from './decisions.ts';
import type { Facts } from './facts.ts';
import { hasHappened, isCompleted } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { assumed } from './judgement.ts';
import { holdsBack, isOrderOfSteps, isToReportBack, ordersOthers } from './orders.ts';
import { has, mentionOf, pattern } from './wording.ts';

const CONFIRMS = pattern(
  'kết thúc (?:việc|nhiệm vụ|<task>)|đồng ý|nhất trí|xác nhận|công nhận|ghi nhận|đóng|duyệt|đạt',
);

/** Accepted, sent back, cancelled or paused; null where the words are the unit's own news. */
export function verdict(facts: Facts): Judgement | null {
  const { saying, circumstances } = facts;
  const decision = decisionIn(saying);
  if (decision === null) return null;
  // "Đã nghiệm thu, thanh lý xong" reports.
  if (decision === 'accept_done' && isCompleted(facts) && (!has(saying, CONFIRMS) || isHeld(saying)))
    return null;
  if (decision !== 'returned') return assumed(decision);
  if ([ordersOthers, isOrderOfSteps, holdsBack, isToReportBack].some((is) => is(saying)))
    return assumed('instruction');
  // "Báo cáo Giám đốc, chỉ tiêu này không đạt được ạ": nobody sends work back to one above.
  const isOwnNews =
    hasHappened(facts) || (circumstances.bearing === 'up' && mentionOf(saying, 'address') !== null);
  return isOwnNews ? null : assumed('returned');
}
