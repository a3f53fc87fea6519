import type { Instant, LocalMoment } from '../../domain/local-time.ts';
import type { Role } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { NEEDS_A_DAY } from '../../reading/deadline-explanation.ts';
import { readTypedDeadline } from '../../reading/deadline-reader.ts';
import type { ReplyFinding } from '../../reading/findings.ts';
import type { Speaker } from '../../reading/replies/circumstances.ts';
import { readReply } from '../../reading/reply-reader.ts';
import type { GivenReason } from '../../reading/short-answers.ts';
import {
  declinesTransfer,
  isPlainRefusal,
  openingNumbers,
  readGivenReason,
} from '../../reading/short-answers.ts';
import type { ApplicationContext } from '../context.ts';
import { asLocalMoment, readingContext } from '../context.ts';
import { findUnit } from '../entering/find-unit.ts';

/** Those who give and accept work speak of it otherwise than those who do it; a secretary may be either. */
const SPEAKERS: Partial<Record<Role, Speaker>> = {
  director: 'leader',
  deputy: 'leader',
  unit_head: 'unit',
  staff: 'unit',
};

/** Reads a reply with what is known of the tasks of the message it answers and of the person who wrote it. */
export const understandReply = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
  answered: readonly AssignmentView[],
  role: Role,
): Promise<ReplyFinding> => {
  const units = await app.store.units(app.agencyId);
  const speaker = SPEAKERS[role];
  const numbers = answered.map((view) => view.task.number);
  const read = (taskNumbers: readonly number[]): ReplyFinding =>
    readReply(text, readingContext(app, units, asLocalMoment(writtenAt)), {
      answersReminder: answered.length > 0,
      taskNumbers,
      units: answered.map((view) => view.unit.code),
      ...(speaker === undefined ? {} : { speaker }),
    });
  // "24 xong" in reply to a message on task 23 is about task 24, whatever was answered: 23 must not become done by it.
  const opening = openingNumbers(text);
  if (numbers.length === 0 || opening.every((number) => numbers.includes(number))) return read(numbers);
  const named = numbersIn(read([])).filter((number) => opening.includes(number));
  return read([...new Set([...numbers, ...named])]);
};

/** The numbers of tasks that a reply names. */
export const numbersIn = ({ fields, items }: ReplyFinding): readonly number[] => {
  const ofItems = items.flatMap(({ taskNo }) => (taskNo === 'rest' ? [] : [taskNo]));
  return [...new Set([...(fields.taskNumbers ?? []), ...ofItems])];
};

/** Reads the answer to "xin gia hạn đến ngày nào?": a date, perhaps with a reason, perhaps in a whole sentence. */
export const understandExtension = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
): Promise<{ newDue: LocalMoment; reason: string | null } | { problem: string }> => {
  const units = await app.store.units(app.agencyId);
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  for (const sentence of [text, `xin gia hạn đến ${text}`]) {
    const { newDue, reason } = readReply(sentence, context).fields;
    if (newDue !== undefined) return { newDue, reason: reason ?? null };
  }
  const typed = readTypedDeadline(text, context);
  if ('problem' in typed) return typed;
  const { due } = typed.deadline;
  return due === null ? { problem: NEEDS_A_DAY } : { newDue: due, reason: null };
};

/** What a leader answers to a request for more time. */
export type ReadDecision =
  | { readonly kind: 'approve'; readonly newDue?: LocalMoment }
  | { readonly kind: 'refuse'; readonly reason: string | null };

/** Reads the answer to a request for more time. Null where it does not say plainly: "đã nhận" takes note and no more. */
export const understandDecision = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
): Promise<ReadDecision | null> => {
  if (isPlainRefusal(text)) return { kind: 'refuse', reason: reasonIn(text) };
  const units = await app.store.units(app.agencyId);
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  const said = readReply(text, context);
  // "Đồng ý.", "Ok em." leave out what they agree to.
  const isBareYes = said.intent === 'ack' || said.intent === 'accept_done';
  const { intent, certainty, fields } = isBareYes
    ? readReply(`${text.replace(/[\s.!]+$/u, '')} gia hạn`, context)
    : said;
  if (certainty === 'ask' || said.certainty === 'ask') return null;
  if (intent === 'reject_extension') return { kind: 'refuse', reason: reasonIn(text) };
  if (intent !== 'approve_extension') return null;
  return fields.newDue === undefined ? { kind: 'approve' } : { kind: 'approve', newDue: fields.newDue };
};

/** The words of a decision, where they say more than the decision itself: three or four do not ("không đồng ý", "trả lại"). */
export const reasonIn = (text: string): string | null =>
  text.trim().split(/\s+/u).length <= 4 ? null : text.trim();

/** What someone answers who was asked why, before something is done. */
export const understandReason = (text: string): GivenReason => readGivenReason(text);

/** Reads the date agreed to where it is another than the one asked for. */
export const understandGrant = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
): Promise<{ newDue: LocalMoment } | { problem: string }> => {
  const decision = await understandDecision(app, text, writtenAt);
  if (decision?.kind === 'approve' && decision.newDue !== undefined) return { newDue: decision.newDue };
  const read = await understandExtension(app, text, writtenAt);
  return 'problem' in read ? read : { newDue: read.newDue };
};

/** What a secretary answers to a proposal that another unit gets a task: to the one proposed (null), or to the one named. */
export type ReadTransferDecision =
  { readonly kind: 'approve'; readonly toUnit: string | null } | { readonly kind: 'refuse' };

/** Reads the answer to such a proposal. Null where it does not say plainly. */
export const understandTransfer = async (
  app: ApplicationContext,
  text: string,
  writtenAt: Instant,
): Promise<ReadTransferDecision | null> => {
  if (declinesTransfer(text)) return { kind: 'refuse' };
  const units = await app.store.units(app.agencyId);
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  const { fields, intent } = readReply(text, context);
  const named = fields.toUnit ?? findUnit(text, units)?.code;
  if (intent === 'question') return null;
  if (named !== undefined) return { kind: 'approve', toUnit: named };
  const decision = await understandDecision(app, text, writtenAt);
  if (decision === null) return null;
  return decision.kind === 'refuse' ? { kind: 'refuse' } : { kind: 'approve', toUnit: null };
};
