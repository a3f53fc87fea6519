// Decisions on time: more of it asked for or granted, a reminder put off.
import { stands } from './act.ts';
import { asksForExtension, extensionDecision } from './extension.ts';
import type { Facts } from './facts.ts';
import { isCompleted, isDelivered } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { assumed, certain } from './judgement.ts';
import { BODIES } from './people-words.ts';
import { asksForLaterReminder } from './reminders.ts';
import { remainingIn } from './waiting.ts';
import { has, pattern } from './wording.ts';

/** Permission that nobody gives: no yes goes before it. */
const BARE_GRANT = pattern(
  '^ (?:<task> )?(?:(?:anh|chị|sếp) )?(?:cho|(?:lùi|dời|hoãn|gia hạn) (?:cho|giúp))',
);
/** "Anh cho phòng thêm 5 ngày": whoever is asked is named first. */
const ADDRESSEE_GRANTS = pattern(`^ (?:<task> )?(?:anh|chị|sếp) cho (?:${BODIES}|<unit>)`);
const WHY = pattern(
  '(?:do|vì|bởi|tại) [^,.;?!]*(?:chưa|không|bận|đang|thiếu|hết|mất|hỏng|ốm|mưa|bão|kẹt|nhiều)',
);

/** What was granted or refused; "Cho phòng lùi hạn với ạ", from one who looks up or gives a reason, asks for it. */
export function moreTimeDecided({ saying, circumstances }: Facts): Judgement | null {
  const decision = extensionDecision(saying);
  if (decision === null) return null;
  const isPlea =
    decision === 'approve_extension' &&
    has(saying, BARE_GRANT) &&
    (circumstances.bearing === 'up' ||
      has(saying, WHY) ||
      (circumstances.bearing === null && has(saying, ADDRESSEE_GRANTS)));
  return assumed(isPlea ? 'extension_request' : decision);
}

/** One who has delivered asks for nothing ("đừng nhắc nữa, em gửi rồi"). */
export const laterReminderAsked = (facts: Facts): Judgement | null =>
  asksForLaterReminder(facts.saying) && !isDelivered(facts) && !isCompleted(facts) ? certain('snooze') : null;

const PLEADS = pattern('muộn|chậm|trễ|xin|cho (?:em|phòng|phép)|mong|đề nghị|gia hạn|lùi|được không|khất');

/** "Đã gửi phần lời, biểu số liệu em gửi sau" tells of the rest, and asks nothing. */
export function moreTimeAsked(facts: Facts): Judgement | null {
  const { saying, deliveries } = facts;
  if (!asksForExtension(saying) || isCompleted(facts)) return null;
  const isMoreToCome = stands(deliveries, 'affirmed') || remainingIn(saying) !== null;
  return isMoreToCome && !has(saying, PLEADS) ? null : assumed('extension_request');
}
