// Work that changes hands.
import type { HandOverOutcome } from '../../application/deciding/hand-over.ts';
import type { TransferOutcome, TransferRefusalOutcome } from '../../application/deciding/transfers.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { TransferRequest } from '../../domain/transfer-request.ts';
import type { Unit } from '../../domain/unit.ts';
import {
  MOST_UNITS,
  handOverKeyboard,
  newUnitKeyboard,
  partsKeyboard,
  transferKeyboard,
} from '../keyboards/handling-keyboards.ts';
import { showTaskKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, field, unitIsTold, unitsAreTold } from './card.ts';
import { bold, lines, paragraphs, shorten } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { quoted, whoAndWhen } from './report.ts';

/** To the secretaries: a unit says that a task is somebody else's. */
export const transferRequested = (
  view: AssignmentView,
  request: TransferRequest,
  toUnit: Unit | null,
  requester: Member | null,
): FormattedMessage =>
  message(
    paragraphs(
      lines(
        bold(
          `📋 ${view.unit.shortName} đề nghị chuyển việc ${view.task.number} ${toUnit === null ? 'cho đơn vị khác' : `cho ${toUnit.shortName}`}.`,
        ),
        contentLine(view),
      ),
      lines(
        request.reason === null ? null : quoted('Nguyên văn', request.reason),
        field('Hạn', deadlineText(view.deadline)),
        field('Đề nghị lúc', whoAndWhen(request.requestedAt, requester)),
      ),
      `Trong khi chờ, ${view.unit.shortName} vẫn chủ trì.`,
    ),
    transferKeyboard(view, request.id, toUnit),
  );

/** To the unit: its wish has been put before the secretaries. */
export const transferRecorded = (view: AssignmentView, toUnit: Unit | null): FormattedMessage =>
  message(
    lines(
      `Đã ghi: đề nghị chuyển việc ${view.task.number} ${toUnit === null ? 'cho đơn vị khác' : `cho ${toUnit.shortName}`}. Văn phòng sẽ quyết định.`,
      `Trong khi chờ, ${view.unit.shortName} vẫn chủ trì, hạn không đổi: ${deadlineText(view.deadline)}.`,
    ),
  );

export const transferNotRecorded = (
  outcome: Extract<TransferOutcome, { kind: 'pending' | 'not_lead' | 'closed' }>,
): FormattedMessage => {
  const { task, unit } = outcome.view;
  switch (outcome.kind) {
    case 'pending':
      return message(`Đề nghị chuyển việc ${task.number} đang chờ Văn phòng quyết định, chưa cần gửi lại.`);
    case 'not_lead':
      return message(
        `${unit.shortName} phối hợp việc ${task.number}; chuyển việc do đơn vị chủ trì đề nghị.`,
      );
    case 'closed':
      return message(`Việc ${task.number} đã báo xong hoặc không còn mở nên không chuyển nữa.`);
  }
};

/** To the unit: the task stays with it. */
export const transferRefused = (
  view: AssignmentView,
  decider: Member | null,
  reason: string | null,
): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} vẫn do ${view.unit.shortName} chủ trì.`),
      contentLine(view),
      reason === null
        ? 'Cần biết thêm vì sao thì trao đổi với Văn phòng.'
        : quoted('Lý do không chuyển', reason),
      `Hạn không đổi: ${deadlineText(view.deadline)}`,
      field('Người quyết định', decider?.title ?? null),
      'Trả lời tin này hoặc bấm nút để báo tình hình.',
    ),
    taskKeyboard(view),
  );

/** Asked after Không chuyển: the unit that asked hears it. */
export const transferRefusalPrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Việc ${view.task.number} vẫn để ${view.unit.shortName} chủ trì, vì sao?`,
      contentLine(view),
      'Trả lời tin này, ghi lý do để báo đơn vị; hoặc trả lời “bỏ qua” để không nêu. Không trả lời thì đề nghị vẫn chờ quyết định.',
    ),
  );

/** To the person who decided that it stays. */
export const transferRefusalRecorded = (view: AssignmentView, isReached: boolean): FormattedMessage =>
  message(
    lines(
      `Việc ${view.task.number} vẫn do ${view.unit.shortName} chủ trì.`,
      contentLine(view),
      unitIsTold(view.unit, isReached),
    ),
  );

/** To the unit that has led the work so far. */
export const handedOver = (view: AssignmentView, toUnit: Unit): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} được chuyển cho ${toUnit.shortName} chủ trì.`),
      contentLine(view),
      `${view.unit.shortName} không cần báo cáo việc này nữa.`,
    ),
  );

/** To the person who handed it over. */
export const handOverRecorded = ({
  view,
  to,
  reach,
}: Extract<HandOverOutcome, { kind: 'handed_over' }>): FormattedMessage =>
  message(
    lines(
      `Đã chuyển việc ${view.task.number} từ ${view.unit.shortName} sang ${to.shortName} chủ trì.`,
      contentLine(view),
      `Hạn không đổi: ${deadlineText(view.deadline)}.`,
      unitsAreTold(reach),
    ),
    showTaskKeyboard(view),
  );

/** To whoever decides, where words seem to ask for it: nothing is done before the button is pressed. */
export const handOverOffer = (view: AssignmentView, to: Unit): FormattedMessage =>
  message(
    lines(
      `Chuyển việc ${view.task.number} của ${view.unit.shortName} cho ${to.shortName}?`,
      contentLine(view),
      `Chưa bấm nút thì ${view.unit.shortName} vẫn chủ trì.`,
    ),
    handOverKeyboard(view, to),
  );

/** Why nothing was handed over; short enough for a pressed button. */
export const notHandedOver = (outcome: Exclude<HandOverOutcome, { kind: 'handed_over' }>): string => {
  switch (outcome.kind) {
    case 'leads_already':
      return `${outcome.to.shortName} đã chủ trì việc ${outcome.view.task.number}.`;
    case 'not_lead':
      return `${outcome.view.unit.shortName} chỉ phối hợp việc ${outcome.view.task.number}; chuyển phần của đơn vị chủ trì.`;
    case 'closed':
      return outcome.view.assignment.status === 'submitted'
        ? `Việc ${outcome.view.task.number} đã báo xong hoặc đã trình nên không chuyển; cần chuyển thì trả lại trước.`
        : `Việc ${outcome.view.task.number} không còn do ${outcome.view.unit.shortName} thực hiện.`;
    case 'unit_gone':
      return 'Đơn vị này không còn hoạt động. Chọn đơn vị khác.';
    case 'not_allowed':
      return 'Chuyển việc do Văn phòng quyết định.';
    case 'not_found':
      return 'Không còn thấy việc này.';
  }
};

export const transferNotRefused = (outcome: Exclude<TransferRefusalOutcome, { kind: 'refused' }>): string => {
  switch (outcome.kind) {
    case 'already_decided':
      return DECIDED[outcome.request.state];
    case 'not_allowed':
      return 'Chuyển việc do Văn phòng quyết định.';
    case 'not_found':
      return 'Không còn thấy đề nghị này.';
  }
};

const DECIDED: Readonly<Record<TransferRequest['state'], string>> = {
  pending: 'Đề nghị này đang chờ quyết định.',
  approved: 'Việc này đã được chuyển.',
  refused: 'Đề nghị này đã được quyết định: không chuyển.',
  withdrawn: 'Đề nghị này đã được rút lại.',
};

/** A reply to a proposal that is neither a clear yes nor a clear no. */
export const transferHint = (): FormattedMessage =>
  message(
    'Chưa rõ ý kiến về đề nghị chuyển việc. Trả lời “đồng ý”, “không chuyển” hoặc tên đơn vị nhận, hoặc bấm nút dưới đề nghị.',
  );

/** Which unit gets it: by a button, or typed in reply. */
export const newUnitPrompt = (view: AssignmentView, units: readonly Unit[]): FormattedMessage =>
  message(
    lines(
      `Chuyển việc ${view.task.number} của ${view.unit.shortName} cho đơn vị nào?`,
      contentLine(view),
      units.length > MOST_UNITS
        ? 'Trả lời tin này, ghi tên đơn vị.'
        : 'Bấm nút, hoặc trả lời tin này, ghi tên đơn vị.',
    ),
    newUnitKeyboard(view, units),
  );

export const newUnitUnknown = (typed: string): FormattedMessage =>
  message(
    `Không rõ đơn vị “${shorten(typed, 60)}”. Trả lời tin này, ghi tên hoặc mã đơn vị như trong danh sách.`,
  );

/** Several units lead the task: whose part? */
export const whichPart = (views: readonly AssignmentView[]): FormattedMessage =>
  message(
    `Việc ${views[0]?.task.number ?? ''} có ${views.length} đơn vị chủ trì. Chuyển phần của đơn vị nào?`,
    partsKeyboard(views),
  );

/** /chuyen without a number. */
export const handOverHowTo = (): FormattedMessage =>
  message(
    'Sau /chuyen là số của việc và đơn vị nhận, ví dụ: /chuyen 23 QLCN. Văn phòng chuyển ngay; đơn vị khác gõ thì thành đề nghị gửi Văn phòng.',
  );

/** The task has no part that could change hands. */
export const nothingToHandOver = (number: number): FormattedMessage =>
  message(`Việc ${number} không còn phần nào đang thực hiện để chuyển.`);

/** To a coordinating unit: the one that leads waits for it. */
export const waitedFor = (view: AssignmentView, waiting: Unit, reason: string | null): FormattedMessage =>
  message(
    lines(
      bold(`⚠️ Việc ${view.task.number}: ${waiting.shortName} đang chờ ${view.unit.shortName} phối hợp.`),
      contentLine(view),
      reason === null ? null : quoted('Nội dung', reason),
      `Hạn: ${deadlineText(view.deadline)}`,
      'Trả lời tin này hoặc bấm nút để báo tình hình phần phối hợp.',
    ),
    taskKeyboard(view),
  );
