import type { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { agencyFileIn, holidaysFileIn, loadCalendar, loadReadingUnits } from '../config/load-config.ts';
import type { LocalDate, LocalMoment } from '../domain/local-time.ts';
import { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ReadingContext } from '../reading/context.ts';
import type { DeadlineFinding, NoticeFinding, ReplyFinding, TaskFinding } from '../reading/findings.ts';
import { UnreadableTextError, decodeText } from '../support/text-encoding.ts';
import { inputRows } from './input-rows.ts';
import type { Output } from './output.ts';
import { printedAssignments, printedDeadline, printedNotice, printedReply } from './printed.ts';
import { UsageError } from './usage-error.ts';

/** The readers, each a pure function of a text and what is known besides. */
export interface Readers {
  readDeadline(text: string, context: ReadingContext): DeadlineFinding | null;
  readAssignments(text: string, context: ReadingContext): readonly TaskFinding[];
  readReply(text: string, context: ReadingContext): ReplyFinding;
  readNotice(text: string, context: ReadingContext): NoticeFinding;
}

/** Which files to read with. Those that are not named come from the configuration folder. */
export interface Sources {
  readonly units?: string;
  readonly calendar?: string;
}

export type RowKind = 'deadlines' | 'assignments' | 'replies';

type ContextAt = (writtenAt: LocalMoment) => ReadingContext;

/** What readings need besides the moment at which a text was written. @throws ConfigError */
export const readingContexts = async (sources: Sources, configDir: string): Promise<ContextAt> => {
  const { units, conventions } = await loadReadingUnits(sources.units ?? agencyFileIn(configDir));
  const calendar = new WorkingCalendar(await loadCalendar(sources.calendar ?? holidaysFileIn(configDir)));
  return (writtenAt) => ({ writtenAt, units, conventions, calendar });
};

/** Reads each row of the input as it comes and prints what was found, a line each. Rows without a date count as written `today`. @throws UsageError at the first bad row */
export const readRows = async (
  kind: RowKind,
  io: { input: Readable; output: Output },
  readers: Readers,
  contextAt: ContextAt,
  today: LocalDate,
): Promise<void> => {
  for await (const { id, text, writtenAt } of inputRows(io.input)) {
    const context = contextAt(writtenAt ?? today);
    await io.output.line(JSON.stringify(printedRow(kind, id, text, context, readers)));
  }
};

/**
 * Reads a notice and prints what was found. Its words count from `issued`, else from the date that the document
 * itself bears, else from `today`.
 * @returns the day it was read as of where neither is known, else null
 * @throws UsageError where the document bears the stamp of a state secret: such a text is not processed
 */
export const readNoticeFile = async (
  file: string,
  issued: LocalMoment | null,
  output: Output,
  readers: Readers,
  contextAt: ContextAt,
  today: LocalDate,
): Promise<LocalDate | null> => {
  const text = await noticeText(file);
  let finding = readers.readNotice(text, contextAt(issued ?? today));
  const { issuedOn, secrecy } = finding.document;
  if (secrecy !== null)
    throw new UsageError(
      `${file}: văn bản có dấu ${secrecy} nên không được đọc; xử lý theo quy định về bảo vệ bí mật nhà nước`,
    );
  if (issued === null && issuedOn !== null) finding = readers.readNotice(text, contextAt(issuedOn));
  await output.line(JSON.stringify(printedNotice(finding), null, 2));
  return issued === null && issuedOn === null ? today : null;
};

const printedRow = (
  kind: RowKind,
  id: string | number | null,
  text: string,
  context: ReadingContext,
  readers: Readers,
): object => {
  switch (kind) {
    case 'deadlines':
      return printedDeadline(id, readers.readDeadline(text, context));
    case 'assignments':
      return printedAssignments(id, readers.readAssignments(text, context));
    case 'replies':
      return printedReply(id, readers.readReply(text, context));
  }
};

/** Formats that are not text, by the first bytes of their files. */
const BINARY_FORMATS = [
  { name: 'tệp PDF', start: '%PDF' },
  { name: 'tệp Word (.docx)', start: 'PK\u0003\u0004' },
  { name: 'tệp Word (.doc)', start: 'ÐÏ\u0011à' },
];

const noticeText = async (file: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new UsageError(`${file}: ${whyUnreadable(cause)}`, { cause });
  }
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const format = BINARY_FORMATS.find((candidate) => start.startsWith(candidate.start));
  const hint = 'lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó';
  if (format !== undefined) throw new UsageError(`${file}: chưa đọc được ${format.name}; ${hint}`);
  try {
    return decodeText(bytes);
  } catch (cause) {
    if (!(cause instanceof UnreadableTextError)) throw cause;
    const type = extname(file);
    throw new UsageError(
      `${file}: không phải chữ UTF-8 hay UTF-16${type === '' ? '' : ` (${type})`}; ${hint}`,
      {
        cause,
      },
    );
  }
};

const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') return 'không có tệp này';
  if (code === 'EISDIR') return 'đây là thư mục, cần một tệp';
  return `không đọc được (${code})`;
};
