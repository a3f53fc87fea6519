// Who was told what of a task, and who answered.
import { FormattedString } from '@grammyjs/parse-mode';
import type { Acknowledgement, Delivery, LedgerAnswer } from '../../domain/ledger.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { pageKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, capitalize, lines, list, paragraphs, shorten } from './compose.ts';
import { clockTime } from './dates.ts';
import { messageName, whyNotSent } from './delivery.ts';

const PAGE_SIZE = 8;
const LONGEST_NAME = 60;

/** A page of what was said of a task, the newest first; an offset that no longer exists becomes the last page. */
export const ledgerAnswer = ({ at, task, deliveries }: LedgerAnswer, wanted: number): FormattedMessage => {
  const total = deliveries.length;
  if (total === 0) return message(`Việc ${task.number} chưa có tin nào được gửi.`);
  const today = localDateOf(at);
  const offset = wanted < total ? wanted : Math.floor((total - 1) / PAGE_SIZE) * PAGE_SIZE;
  const shown = deliveries.toReversed().slice(offset, offset + PAGE_SIZE);
  const pages = total > PAGE_SIZE ? ` (${offset + 1}–${offset + shown.length})` : '';
  return message(
    paragraphs(
      bold(`📋 Việc ${task.number}: ${total} tin${pages}`),
      list({ heading: null, entries: shown.map((delivery) => deliveryLines(delivery, today)) }),
    ),
    pageKeyboard({ kind: 'ledger_page', number: task.number }, { offset, pageSize: PAGE_SIZE }, total),
  );
};

const deliveryLines = (delivery: Delivery, today: LocalDate): FormattedString => {
  const { kind, recipient, link } = delivery;
  const to = recipient === null ? '' : ` → ${shorten(recipient, LONGEST_NAME)}`;
  return lines(
    FormattedString.join([
      `${momentWords(delivery, today)} · ${capitalize(messageName(kind))}${to}`,
      ...(link === null ? [] : [' · ', FormattedString.link('xem tin', link)]),
    ]),
    answered(delivery, today),
  );
};

const momentWords = ({ state, at, notBefore }: Delivery, today: LocalDate): string =>
  state === 'queued' || state === 'sending'
    ? `Chờ gửi từ ${clockTime(notBefore ?? at, today)}`
    : clockTime(at, today);

const answered = ({ state, kind, acknowledgements, reason }: Delivery, today: LocalDate): string | null => {
  if (state === 'failed') return `Không gửi được: ${whyNotSent(reason ?? '')}`;
  if (acknowledgements.length > 0) return acknowledgements.map((each) => answerWords(each, today)).join('; ');
  return state === 'sent' && EXPECTS_ANSWER.has(kind) ? 'Chưa có phản hồi' : null;
};

const EXPECTS_ANSWER: ReadonlySet<Delivery['kind']> = new Set([
  'task_assigned',
  'reminder',
  'reminder_asked_for',
  'extension_requested',
]);

const ANSWERS: Readonly<Record<Acknowledgement['kind'], string>> = {
  acknowledged: 'đã nhận',
  in_progress: 'báo đang làm',
  submitted: 'báo đã trình',
  done: 'báo đã xong',
  blocked: 'báo vướng',
  not_done: 'báo chưa xong',
  extension_requested: 'đề nghị gia hạn',
  note: 'có ghi chú',
  decided: 'đã cho ý kiến',
};

/** "Tô Thị Mỹ Hạnh đã nhận lúc 09h40 thứ Năm, 10/4" */
export const answerWords = ({ who, kind, at }: Acknowledgement, today: LocalDate): string =>
  `${who === null ? capitalize(ANSWERS[kind]) : `${who} ${ANSWERS[kind]}`} lúc ${clockTime(at, today)}`;

/** /lichsu without a number. */
export const ledgerHowTo = (): FormattedMessage =>
  message('Sau /lichsu là số của việc, ví dụ /lichsu 23: tin nào đã gửi cho ai, lúc nào, ai đã phản hồi.');
