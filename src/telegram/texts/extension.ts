import type { ExtensionDecisionOutcome } from '../../application/deciding/decide-extension.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { LocalMoment } from '../../domain/local-time.ts';
import { dateOf, firstInstantAfter, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Notification } from '../../domain/notification.ts';
import { extensionKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, field, unitIsTold } from './card.ts';
import { bold, capitalize, lines, paragraphs, withoutHint } from './compose.ts';
import { fullMoment, shortMoment, weekdayDate } from './dates.ts';
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
export const extensionRecorded = (
  view: AssignmentView,
  request: ExtensionRequest,
  isLeaderReached = true,
): FormattedMessage =>
  message(
    lines(
      `🔁 ${isLeaderReached ? 'Đã trình lãnh đạo phụ trách' : 'Đã chuyển Văn phòng để xin ý kiến lãnh đạo về'} đề nghị gia hạn việc ${view.task.number}${until(request)}${ordinal(request)}.`,
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

/** To whoever decides. */
export const extensionRequested = ({
  view,
  request,
  oldDeadline,
  requester,
  unknownYears = [],
  earlier = [],
  turn,
}: Omit<Extract<Notification, { kind: 'extension_requested' }>, 'kind'>): FormattedMessage =>
  message(
    paragraphs(
      waiting(request, turn),
      lines(
        bold(
          `🔁 ${view.unit.shortName} đề nghị gia hạn việc ${view.task.number}${fromTo(oldDeadline, request)}${ordinal(request)}.`,
        ),
        contentLine(view),
      ),
      lines(
        manyTimes(earlier, request),
        `Hạn hiện nay: ${deadlineText(oldDeadline)}`,
        request.newDue === null ? 'Hạn đề nghị: chưa nêu ngày' : `Hạn đề nghị: ${fullMoment(request.newDue)}`,
        quoted('Lý do', request.reason ?? 'không nêu'),
        field('Đề nghị lúc', whoAndWhen(request.requestedAt, requester)),
        unknownYearsLine(unknownYears),
      ),
    ),
    extensionKeyboard(request.id),
  );

/** Why the request comes again. */
const waiting = (
  { requestedAt }: ExtensionRequest,
  turn: 'again' | 'director' | undefined,
): string | null => {
  if (turn === undefined) return null;
  const since = weekdayDate(localDateOf(requestedAt), localDateOf(requestedAt));
  return turn === 'again'
    ? `Đề nghị sau gửi từ ${since}, đang chờ ý kiến.`
    : `Đề nghị sau gửi Phó Giám đốc phụ trách từ ${since}, chưa có ý kiến, nên trình Giám đốc.`;
};

/** "Gia hạn nhiều lần: 10/4 → 15/4 → 18/4, nay đề nghị đến 25/4" */
const manyTimes = (
  earlier: readonly LocalMoment[],
  { newDue, requestedAt }: ExtensionRequest,
): string | null => {
  if (earlier.length === 0) return null;
  const short = (due: LocalMoment): string => shortMoment(due, localDateOf(requestedAt));
  const now = newDue === null ? '' : `, nay đề nghị đến ${short(newDue)}`;
  return `Gia hạn nhiều lần: hạn đầu ${earlier.map(short).join(' → ')}${now}`;
};

/** To the unit: what became of its request. */
export const extensionDecided = (
  view: AssignmentView,
  request: ExtensionRequest,
  decider: Member | null,
  recorder: Member | null = null,
): FormattedMessage =>
  message(
    lines(
      bold(
        request.state === 'approved'
          ? `🔁 Việc ${view.task.number} được gia hạn đến ${deadlineDate(view, request)}.`
          : `🔁 Đề nghị gia hạn việc ${view.task.number} không được đồng ý, hạn giữ nguyên.`,
      ),
      otherDate(request),
      overAlready(request),
      request.decisionReason === null ? null : quoted('Ý kiến', request.decisionReason),
      contentLine(view),
      request.state === 'approved' && isPlain(view.deadline) ? null : `Hạn: ${deadlineText(view.deadline)}`,
      field(
        'Người quyết định',
        decider && `${decider.title}${recorder === null ? '' : ` (${recorder.title} ghi theo ý kiến)`}`,
      ),
    ),
    taskKeyboard(view),
  );

/** To the person who decided, or who wrote down what a leader has decided. */
export const extensionDecisionRecorded = (
  view: AssignmentView,
  request: ExtensionRequest,
  isReached = true,
  leader: Member | null = null,
): FormattedMessage => {
  const work = `gia hạn việc ${view.task.number} của ${view.unit.shortName}`;
  const whose = leader === null ? '' : ` ý kiến của ${leader.title}:`;
  const approved = leader === null ? 'Đã đồng ý' : `Đã ghi${whose} đồng ý`;
  return message(
    lines(
      request.state === 'approved'
        ? `🔁 ${approved} ${work} đến ${deadlineDate(view, request)}.`
        : `🔁 Đã ghi${whose} không đồng ý ${work}; hạn không đổi: ${deadlineText(view.deadline)}.`,
      overAlready(request),
      contentLine(view),
      unitIsTold(view.unit, isReached),
    ),
  );
};

/** The decision was not taken over; the same words as when a button is pressed. */
export const extensionNotDecided = (
  outcome: Exclude<ExtensionDecisionOutcome, { kind: 'decided' }>,
): FormattedMessage => message(toastExtensionNotDecided(outcome));

/** A reply to a request that is neither a clear yes nor a clear no. */
export const extensionDecisionHint = (): FormattedMessage =>
  message(
    'Chưa rõ ý kiến về đề nghị gia hạn. Trả lời “đồng ý” hoặc “không đồng ý”, hoặc bấm nút dưới đề nghị.',
  );

export const until = ({ newDue }: ExtensionRequest): string =>
  newDue === null ? '' : ` đến ${fullMoment(newDue)}`;

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
const overAlready = ({ state, grantedDue, decidedAt }: ExtensionRequest): string | null =>
  state === 'approved' &&
  grantedDue !== null &&
  decidedAt !== null &&
  firstInstantAfter(grantedDue) <= decidedAt
    ? 'Hạn mới đã qua trước khi có ý kiến, nên việc vẫn quá hạn; cần thêm thời gian thì đơn vị đề nghị lại.'
    : null;

const ordinal = (request: ExtensionRequest): string =>
  request.ordinal > 1 ? ` (lần ${request.ordinal})` : '';

/** The date agreed to; in rows that are older than this field it is the one asked for. */
export const deadlineDate = (view: AssignmentView, { grantedDue, newDue }: ExtensionRequest): string => {
  const date = grantedDue ?? newDue;
  return date === null ? deadlineText(view.deadline) : fullMoment(date);
};

/** Where another date was agreed to than the one asked for, this is said. */
const otherDate = ({ grantedDue, newDue, requestedAt }: ExtensionRequest): string | null =>
  grantedDue === null || newDue === null || grantedDue === newDue
    ? null
    : `Đơn vị đề nghị đến ${shortMoment(newDue, localDateOf(requestedAt))}.`;
