import { DateTime } from 'luxon';
import type { LocalMoment } from '../domain/local-time.ts';
import { ZONE, isRealDate, localDateOf, localMoment, timeOfDayOf } from '../domain/local-time.ts';
import { UsageError } from './usage-error.ts';

/** A text to read, one line of the input. */
export interface InputRow {
  /** Carried over to the output as it is; null where the row has none. */
  readonly id: string | number | null;
  readonly text: string;
  /** When it was written; null where the row does not say. */
  readonly writtenAt: LocalMoment | null;
}

/** Rows of JSON, `{id, text, ref_date}`, one a line, as they come in. Empty lines are passed over. @throws UsageError with the line's number */
export async function* inputRows(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<InputRow> {
  let number = 0;
  for await (const line of lines(input)) {
    number++;
    if (line.trim() !== '') yield parseRow(line, number);
  }
}

/** A day, or a minute of a day in any zone (Asia/Ho_Chi_Minh where none is named); null where `value` is neither. */
export const parseMoment = (value: string): LocalMoment | null => {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(value);
  if (parts === null || !isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return null;
  if (!value.includes('T')) return value;
  const parsed = DateTime.fromISO(value, { zone: ZONE });
  if (!parsed.isValid) return null;
  return localMoment(localDateOf(parsed.toMillis()), timeOfDayOf(parsed.toMillis()));
};

/** Splits at line feeds only: JSON strings may hold other characters that some readers take for line ends. */
async function* lines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new UsageError('đầu vào không phải chữ UTF-8', { cause });
    }
  };
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decode(chunk);
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decode();
  if (rest !== '') yield rest;
}

const parseRow = (line: string, number: number): InputRow => {
  const place = `dòng ${number} của đầu vào`;
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (cause) {
    throw new UsageError(`${place} không phải JSON`, { cause });
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new UsageError(`${place}: cần dạng {"id", "text", "ref_date"}`);
  }
  const { id = null, text, ref_date: refDate = null } = row as Record<string, unknown>;
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') {
    throw new UsageError(`${place}: "id" phải là chữ hoặc số`);
  }
  if (typeof text !== 'string') throw new UsageError(`${place}: thiếu "text", hoặc "text" không phải chữ`);
  if (refDate === null) return { id, text, writtenAt: null };
  const writtenAt = typeof refDate === 'string' ? parseMoment(refDate) : null;
  if (writtenAt === null) {
    throw new UsageError(
      `${place}: "ref_date" ghi ${JSON.stringify(refDate)}, cần ngày dạng 2025-04-01 hoặc 2025-04-01T08:00:00+07:00`,
    );
  }
  return { id, text, writtenAt };
};
