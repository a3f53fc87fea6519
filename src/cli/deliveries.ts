// `dondoc deliveries`: who was told what, when, and who answered.
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { Settings } from '../config/settings.ts';
import { readSettings } from '../config/settings.ts';
import type { Delivery } from '../domain/ledger.ts';
import type { Instant } from '../domain/local-time.ts';
import { dateOf, instantOf, localDateOf, localMoment, timeOf, timeOfDayOf } from '../domain/local-time.ts';
import { parseMoment } from './input-rows.ts';
import type { Output } from './output.ts';

/** Which messages to list; null does not restrict. */
interface DeliveriesQuery {
  readonly taskNumber: number | null;
  /** The code of a unit that the message is about, in whatever case. */
  readonly unitCode: string | null;
  readonly since: Instant | null;
  readonly isFailed: boolean;
  /** Whether to list what was dropped too. */
  readonly withDropped: boolean;
  readonly limit: number;
}

/** A message with what it and the answers to it are called in Vietnamese. */
interface NamedDelivery extends Delivery {
  readonly what: string;
  /** Null where it arrived or is still to be sent. */
  readonly why: string | null;
  readonly answers: readonly string[];
}

/** The newest first. @throws UsageError where there is no such task or unit */
export type ListDeliveries = (
  settings: Settings,
  query: DeliveriesQuery,
) => Promise<readonly NamedDelivery[]>;

interface Options {
  readonly task?: number;
  readonly unit?: string;
  readonly since?: Instant;
  readonly failed?: true;
  readonly dropped?: true;
  readonly limit: number;
  readonly json?: true;
}

const USUAL_LIMIT = 100;

export const addDeliveriesCommand = (
  program: Command,
  env: Readonly<Record<string, string | undefined>>,
  list: () => Promise<ListDeliveries>,
  output: Output,
): void => {
  program
    .command('deliveries')
    .description('liệt kê các tin: gửi cho ai, lúc nào, đã đến chưa, ai đã phản hồi')
    .option('--task <số>', 'chỉ tin về một việc', numberOption)
    .option('--unit <mã>', 'chỉ tin về một đơn vị')
    .option('--since <ngày>', 'chỉ tin từ ngày (hoặc phút) này', sinceOption)
    .option('--failed', 'chỉ tin không gửi được')
    .option('--dropped', 'cả tin đã bỏ vì không còn đúng, hoặc không còn gì để nói')
    .option('--limit <số tin>', 'chỉ bấy nhiêu tin mới nhất', numberOption, USUAL_LIMIT)
    .option('--json', 'in dạng JSON')
    .action(async ({ task, unit, since, failed, dropped, limit, json }: Options) => {
      const query: DeliveriesQuery = {
        taskNumber: task ?? null,
        unitCode: unit ?? null,
        since: since ?? null,
        isFailed: failed === true,
        withDropped: dropped === true,
        limit,
      };
      const found = await (await list())(readSettings(env), query);
      await (json ? printJson(found, output) : printTable(found, limit, output));
    });
};

const numberOption = (value: string): number => {
  const number = Number(value.replace(/^#/, ''));
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('cần một số, ví dụ 23');
  return number;
};

const sinceOption = (value: string): Instant => {
  const moment = parseMoment(value);
  if (moment === null) throw new InvalidArgumentError('cần ngày dạng 2025-04-01');
  return instantOf(dateOf(moment), timeOf(moment) ?? '00:00');
};

const STATES: Readonly<Record<Delivery['state'], string>> = {
  queued: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  failed: 'lỗi',
  dropped: 'đã bỏ',
};

const HEADINGS = ['Lúc', 'Trạng thái', 'Tin', 'Việc', 'Nơi nhận', 'Phản hồi, lý do', 'Liên kết'] as const;

const printTable = async (
  deliveries: readonly NamedDelivery[],
  limit: number,
  output: Output,
): Promise<void> => {
  if (deliveries.length === 0) return output.line('Không có tin nào.');
  const rows = [HEADINGS, ...deliveries.map(rowOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)));
    await output.line(cells.join('  ').trimEnd());
  }
  if (deliveries.length === limit) await output.line(`… mới nhất ${limit} tin; xem thêm: --limit, --since.`);
};

const rowOf = (delivery: NamedDelivery): readonly string[] => [
  shown(delivery.notBefore ?? delivery.at),
  STATES[delivery.state],
  delivery.what,
  delivery.taskNumbers.join(', '),
  delivery.recipient ?? String(delivery.chatId),
  delivery.answers.length > 0 ? delivery.answers.join('; ') : (delivery.why ?? ''),
  delivery.link ?? '',
];

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** In letters as they are seen: Vietnamese ones are one column wide each, however they are encoded. */
const lengthOf = (text: string): number => Array.from(segmenter.segment(text)).length;

const shown = (at: Instant): string => `${localDateOf(at)} ${timeOfDayOf(at)}`;

const asMoment = (at: Instant | null): string | null =>
  at === null ? null : localMoment(localDateOf(at), timeOfDayOf(at));

const printJson = (deliveries: readonly NamedDelivery[], output: Output): Promise<void> =>
  output.line(
    JSON.stringify(
      deliveries.map(({ answers: _, what: __, why: ___, ...delivery }) => ({
        ...delivery,
        at: asMoment(delivery.at),
        notBefore: asMoment(delivery.notBefore),
        acknowledgements: delivery.acknowledgements.map((each) => ({ ...each, at: asMoment(each.at) })),
      })),
      null,
      2,
    ),
  );
