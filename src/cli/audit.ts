// `dondoc audit`: the record of who did what, for whoever must look into it.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { DateTime } from 'luxon';
import type { NamedAuditEvent } from '../application/answering/audit-trail.ts';
import type { Settings } from '../config/settings.ts';
import { readSettings } from '../config/settings.ts';
import type { Instant } from '../domain/local-time.ts';
import { dateOf, firstInstantAfter, instantOf, timeOf } from '../domain/local-time.ts';
import { ACTION_NAMES } from './audit-actions.ts';
import { parseMoment } from './input-rows.ts';
import type { Output } from './output.ts';

/** Which lines to read; null does not restrict. */
interface Query {
  /** At or after this moment. */
  readonly from: Instant | null;
  /** Before this moment. */
  readonly until: Instant | null;
  readonly taskNumber: number | null;
}

/** In the order in which they were written. @throws UsageError where there is no such task */
export type ReadAuditTrail = (settings: Settings, query: Query) => AsyncIterable<NamedAuditEvent>;

const FORMATS = ['csv', 'jsonl'] as const;

interface Options {
  readonly task?: number;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly format: (typeof FORMATS)[number];
}

export const addAuditCommand = (
  program: Command,
  env: Readonly<Record<string, string | undefined>>,
  read: () => Promise<ReadAuditTrail>,
  output: Output,
): void => {
  program
    .command('audit')
    .description('xuất nhật ký ai đã làm gì, lúc nào, từ tin nào')
    .option('--from <ngày>', 'từ ngày (hoặc phút) này', (value) => momentOption(value, 'first'))
    .option('--to <ngày>', 'đến hết ngày này, hoặc trước phút này', (value) => momentOption(value, 'last'))
    .option('--task <số>', 'chỉ của một việc', taskOption)
    .addOption(
      new Option('--format <dạng>', 'bảng để mở bằng phần mềm bảng tính, hoặc mỗi dòng một JSON')
        .choices(FORMATS)
        .default('csv'),
    )
    .action(async ({ task, from, to, format }: Options) => {
      const query: Query = { from: from ?? null, until: to ?? null, taskNumber: task ?? null };
      const events = (await read())(readSettings(env), query);
      // Not before the record could be opened: what cannot be read leaves no empty table.
      let isBegun = false;
      const begin = async (): Promise<void> => {
        if (!isBegun && format === 'csv') await output.line(HEADINGS);
        isBegun = true;
      };
      for await (const event of events) {
        await begin();
        await output.line(format === 'csv' ? asCsv(event) : JSON.stringify(asJson(event)));
      }
      await begin();
    });
};

const taskOption = (value: string): number => {
  const number = Number(value.replace(/^#/, ''));
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('cần số của việc, ví dụ 23');
  return number;
};

/** A day without an hour is meant whole. */
const momentOption = (value: string, end: 'first' | 'last'): Instant => {
  const moment = parseMoment(value);
  if (moment === null) throw new InvalidArgumentError('cần ngày dạng 2025-04-01');
  const time = timeOf(moment);
  if (end === 'last' && time === null) return firstInstantAfter(moment);
  return instantOf(dateOf(moment), time ?? '00:00');
};

/** "2025-04-14T08:05:07.123+07:00" */
const asTime = (at: Instant): string =>
  DateTime.fromMillis(at, { zone: 'Asia/Ho_Chi_Minh' }).toISO() ?? String(at);

const asJson = ({ at, agencyId: _, ...event }: NamedAuditEvent): object => ({ ...event, at: asTime(at) });

/** By this the usual spreadsheets know that the letters are UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS: readonly { readonly heading: string; readonly of: (event: NamedAuditEvent) => string }[] = [
  { heading: 'Thời điểm', of: ({ at }) => asTime(at) },
  { heading: 'Người thực hiện', of: ({ actorId, actorName }) => actorName ?? actorId ?? 'bot' },
  { heading: 'Hành động', of: ({ action }) => ACTION_NAMES[action] },
  { heading: 'Việc', of: ({ taskNumber }) => (taskNumber === null ? '' : String(taskNumber)) },
  { heading: 'Trước', of: ({ before }) => asText(before) },
  { heading: 'Sau', of: ({ after }) => asText(after) },
  { heading: 'Tin gốc', of: ({ source }) => asText(source) },
  { heading: 'Phần việc', of: ({ assignmentId }) => assignmentId ?? '' },
  { heading: 'Mã hành động', of: ({ action }) => action },
  { heading: 'Mã dòng', of: ({ id }) => id },
];

const asText = (facts: object | null): string => (facts === null ? '' : JSON.stringify(facts));

const asCsv = (event: NamedAuditEvent): string => COLUMNS.map(({ of }) => cell(of(event))).join(',');

/** What a spreadsheet would take for a formula is marked as text; the rest is quoted where it must be (RFC 4180). */
const cell = (value: string): string => {
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const HEADINGS = `${BYTE_ORDER_MARK}${COLUMNS.map(({ heading }) => cell(heading)).join(',')}`;
