import { badRequest } from './errors.ts';

/** A file that came with a multipart request. */
export interface UploadedFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/**
 * The parameters of one call, wherever they came from (query string, JSON, form or multipart).
 * Like Telegram, every reader takes both the JSON value and its text form: forms can only carry text.
 */
export class Params {
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(values: ReadonlyMap<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.values = values;
    this.files = files;
  }

  /** For the log of calls: plain values; uploaded files by name and size. */
  toLog(): Record<string, unknown> {
    const files = [...this.files].map(([name, file]): [string, unknown] => [
      name,
      `${file.fileName} (${file.content.byteLength} bytes)`,
    ]);
    return Object.fromEntries([...this.values, ...files]);
  }

  has(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && value !== null;
  }

  /** The parameter as text, '' when absent: the server does not tell the two apart. */
  text(name: string): string {
    const value = this.values.get(name);
    if (typeof value === 'string') return value;
    if (value === undefined || value === null) return '';
    return JSON.stringify(value);
  }

  optionalText(name: string): string | undefined {
    const value = this.text(name);
    return value === '' ? undefined : value;
  }

  /** A whole number; what cannot be read as one counts as absent, and a value outside the range is moved to its edge. */
  integer(name: string, fallback = 0, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name).trim();
    if (!/^[+-]?\d+$/.test(text)) return fallback;
    return Math.min(Math.max(Number(text), min), max);
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).trim().toLowerCase());
  }

  /** A JSON-serialized parameter, or undefined when absent; `what` names it in Telegram's error text. */
  json(name: string, what: string): unknown {
    const value = this.values.get(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${what} JSON object`);
    }
  }

  /** A JSON array, or undefined when absent. */
  jsonArray(name: string, what: string): unknown[] | undefined {
    const value = this.json(name, what);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw badRequest(`expected an Array of ${what}`);
    return value as unknown[];
  }

  /** A JSON object, or undefined when absent. */
  jsonObject(name: string, what: string): Record<string, unknown> | undefined {
    const value = this.json(name, what);
    if (value === undefined) return undefined;
    if (!isObject(value)) throw badRequest(`object expected as ${what}`);
    return value;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
