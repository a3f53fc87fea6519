import type { ExtensionDecisionOutcome } from '../../application/extensions.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import { dateOf, firstInstantAfter, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/notification.ts';
import { extensionKeyboard, taskKeyboard } from '../keyboards.ts';
import { message } from '../message.ts';
import type { FormattedMessage } from '../message.ts';
import { contentLine, field } from './card.ts';
import { bold, capitalize, lines, paragraphs, withoutHint } from './compose.ts';
import { fullMoment, shortMoment } from './dates.ts';
import { deadlineText, unknownYearsLine } from './deadline.ts';
import { quoted, whoAndWhen } from './report.ts';
import { toastExtensionNotDecided } from './toasts.ts';

/** Asked after Xin gia hạn. */
export const extensionDatePrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `🔁 Đề nghị gia hạn việc ${view.task.number} đến ngày nào, vì sao?`,
      contentLine(view),
      `Hạn hiện nay: ${deadlineText(view.deadline)}.`,
      'Trả lời tin này, ví dụ: “đến 09/5, vì chờ ý kiến Sở Tư pháp”.',
    ),
  );

/** The answer names no date that can be read. `problem`: why, as a Vietnamese sentence. */
export const extensionDateProblem = (problem: string): FormattedMessage =>
  message(
    lines(
      capitalize(withoutHint(problem)),
      'Trả lời kèm ngày và lý do, ví dụ: “đến 09/5, vì chờ ý kiến Sở Tư pháp”.',
    ),
  );

/** To the unit: the request has been passed on; the deadline stands until it is decided. */
export const extensionRecorded = (view: AssignmentView, request: ExtensionRequest): FormattedMessage =>
  message(
    lines(
      `🔁 Đã trình lãnh đạo phụ trách đề nghị gia hạn việc ${view.task.number}${until(request)}${ordinal(request)}.`,
      `Trong khi chờ ý kiến, hạn không đổi: ${deadlineText(view.deadline)}.`,
    ),
  );

/** One request is waiting already. */
export const extensionPending = (view: AssignmentView, request: ExtensionRequest): FormattedMessage =>
  message(`Đề nghị gia hạn việc ${view.task.number}${until(request)} đang chờ ý kiến, chưa cần gửi lại.`);

export const extensionNotLater = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Ngày đề nghị không muộn hơn hạn hiện nay của việc ${view.task.number}, hoặc đã qua.`,
      `Hạn hiện nay: ${deadlineText(view.deadline)}. Đề nghị lại với ngày muộn hơn.`,
    ),
  );

/** A unit that coordinates asks. */
export const extensionNotLead = (view: AssignmentView): FormattedMessage => {
  const leads = view.leads.map((unit) => unit.shortName).join(', ');
  return message(
    `${view.unit.shortName} phối hợp việc ${view.task.number}; gia hạn do đơn vị chủ trì${leads === '' ? '' : ` (${leads})`} đề nghị.`,
  );
};

/** The unit has done its part already. */
export const extensionClosed = ({ task, assignment }: AssignmentView): FormattedMessage =>
  message(
    assignment.status === 'submitted'
      ? `Việc ${task.number} đã được báo trình hoặc báo xong nên không cần gia hạn. Nếu chưa xong, trả lời “${task.number} chưa xong” trước.`
      : `Việc ${task.number} không còn mở nên không cần gia hạn.`,
  );

/** To whoever decides. `oldDeadline`: the one in force when it was asked. */
export const extensionRequested = (
  view: AssignmentView,
  request: ExtensionRequest,
  oldDeadline: Deadline | null,
  requester: Member | null,
  unknownYears: readonly number[] = [],
): FormattedMessage =>
  message(
    paragraphs(
      lines(
        bold(
          `🔁 ${view.unit.shortName} đề nghị gia hạn việc ${view.task.number}${fromTo(oldDeadline, request)}${ordinal(request)}.`,
        ),
        contentLine(view),
      ),
      lines(
        `Hạn hiện nay: ${deadlineText(oldDeadline)}`,
        request.newDue === null ? 'Hạn đề nghị: chưa nêu ngày' : `Hạn đề nghị: ${fullMoment(request.newDue)}`,
        quoted('Lý do', request.reason ?? 'không nêu'),
        field('Đề nghị lúc', whoAndWhen(request.requestedAt, requester)),
        unknownYearsLine(unknownYears),
      ),
    ),
    extensionKeyboard(request.id),
  );

/** To the unit: what became of its request. */
export const extensionDecided = (
  view: AssignmentView,
  request: ExtensionRequest,
  decider: Member | null,
): FormattedMessage =>
  message(
    lines(
      bold(
        request.state === 'approved'
          ? `🔁 Việc ${view.task.number} được gia hạn đến ${deadlineDate(view, request)}.`
          : `🔁 Đề nghị gia hạn việc ${view.task.number} không được đồng ý, hạn giữ nguyên.`,
      ),
      overAlready(request),
      contentLine(view),
      request.state === 'approved' && isPlain(view.deadline) ? null : `Hạn: ${deadlineText(view.deadline)}`,
      field('Người quyết định', decider?.title ?? null),
    ),
    taskKeyboard(view),
  );

/** To the person who decided. */
export const extensionDecisionRecorded = (
  view: AssignmentView,
  request: ExtensionRequest,
): FormattedMessage =>
  message(
    lines(
      request.state === 'approved'
        ? `🔁 Đã đồng ý gia hạn việc ${view.task.number} của ${view.unit.shortName} đến ${deadlineDate(view, request)}.`
        : `🔁 Đã ghi không đồng ý gia hạn việc ${view.task.number} của ${view.unit.shortName}; hạn không đổi: ${deadlineText(view.deadline)}.`,
      overAlready(request),
      contentLine(view),
      'Đơn vị sẽ được báo.',
    ),
  );

/** The decision was not taken over; the same words as when a button is pressed. */
export const extensionNotDecided = (
  outcome: Exclude<ExtensionDecisionOutcome, { kind: 'decided' }>,
): FormattedMessage => message(toastExtensionNotDecided(outcome));

/** A reply to a request that is neither a clear yes nor a clear no. */
export const extensionDecisionHint = (): FormattedMessage =>
  message(
    'Chưa rõ ý kiến về đề nghị gia hạn. Trả lời “đồng ý” hoặc “không đồng ý”, hoặc bấm nút dưới đề nghị.',
  );

const until = ({ newDue }: ExtensionRequest): string => (newDue === null ? '' : ` đến ${fullMoment(newDue)}`);

/** " từ 25/4 đến 09/5": years are named where they differ from the year of asking. */
const fromTo = (old: Deadline | null, request: ExtensionRequest): string => {
  const today = localDateOf(request.requestedAt);
  const from = old?.due == null ? '' : ` từ ${shortMoment(old.due, today)}`;
  return request.newDue === null ? from : `${from} đến ${shortMoment(request.newDue, today)}`;
};

/** True where naming the day says everything. */
const isPlain = (deadline: Deadline | null): boolean =>
  deadline?.due != null && deadline.lastOkWorkday === dateOf(deadline.due);

/** Where a request has waited so long that the day it asked for was over when it was granted. */
const overAlready = ({ state, newDue, decidedAt }: ExtensionRequest): string | null =>
  state === 'approved' && newDue !== null && decidedAt !== null && firstInstantAfter(newDue) <= decidedAt
    ? 'Hạn mới đã qua trước khi có ý kiến, nên việc vẫn quá hạn; cần thêm thời gian thì đơn vị đề nghị lại.'
    : null;

const ordinal = (request: ExtensionRequest): string =>
  request.ordinal > 1 ? ` (lần ${request.ordinal})` : '';

const deadlineDate = (view: AssignmentView, request: ExtensionRequest): string =>
  request.newDue === null ? deadlineText(view.deadline) : fullMoment(request.newDue);
