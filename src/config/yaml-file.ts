import { readFile } from 'node:fs/promises';
import type { Document, ErrorCode, YAMLError } from 'yaml';
import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { UnreadableTextError, decodeText } from '../support/text-encoding.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError } from './config-error.ts';

/** Keys and list positions (from 0) that lead to a value. */
export type Path = readonly PropertyKey[];

/** A YAML (or JSON) file that was read without a syntax error, and knows which line each value stands in. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  /** A problem at `path`, or at the nearest place above it that exists. */
  problem(path: Path, message: string): ConfigProblem;
}

/** Takes note of one problem at a place of the file. */
export type Report = (path: Path, message: string) => void;

/** Reads and parses a file. @throws ConfigError where it cannot be read, is not text, or is not YAML. */
export const readYamlFile = async (file: string): Promise<YamlFile> => {
  let text: string;
  try {
    text = decodeText(await readFile(file));
  } catch (error) {
    throw new ConfigError([{ file, line: null, key: '', message: whyUnreadable(error) }]);
  }
  return parseYaml(file, text);
};

/** Parses the text of `file`. Letters are composed (NFC), so that "Phòng" is one word however it was typed. @throws ConfigError */
export const parseYaml = (file: string, text: string): YamlFile => {
  const lines = new LineCounter();
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines, prettyErrors: false });
  const mistakes = document.errors.map((error) => ({
    code: error.code,
    line: lines.linePos(error.pos[0]).line,
    message: syntaxMessage(error),
  }));
  if (mistakes.length > 0) {
    throw new ConfigError(
      realMistakes(mistakes).map(({ line, message }) => ({ file, line, key: '', message })),
    );
  }
  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    const message =
      'dấu * ở đầu giá trị gọi một tên chưa khai báo; nếu là chữ thường, đặt trong dấu nháy: "*…"';
    throw new ConfigError([{ file, line: null, key: '', message }]);
  }
  return {
    file,
    data,
    problem: (path, message) => ({
      file,
      line: lineOf(document, lines, path),
      key: keyOf(data, path),
      message,
    }),
  };
};

const whyUnreadable = (error: unknown): string => {
  if (error instanceof UnreadableTextError) return 'tệp không phải văn bản UTF-8; lưu lại với bảng mã UTF-8';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'không có tệp này';
  if (code === 'EISDIR') return 'đây là thư mục, cần một tệp';
  if (code === 'EACCES' || code === 'EPERM') return 'không có quyền đọc tệp này';
  return `không đọc được tệp (${String(code ?? error)})`;
};

interface Mistake {
  readonly code: ErrorCode;
  readonly line: number;
  readonly message: string;
}

/**
 * The mistakes that somebody made: a key twice leaves the rest as it is, any other mistake of syntax makes the parser
 * stumble over what comes after it. A tab is the cause of whatever else is wrong in its line.
 */
const realMistakes = (mistakes: readonly Mistake[]): readonly Mistake[] => {
  const position = mistakes.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  const first = mistakes[position];
  if (first === undefined) return mistakes;
  const tab = mistakes.find(({ code, line }) => code === 'TAB_AS_INDENT' && line === first.line);
  return [...mistakes.slice(0, position), tab ?? first];
};

const SYNTAX_MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'giá trị bắt đầu bằng dấu * phải đặt trong dấu nháy: "*…"',
  BAD_INDENT: 'dòng này thụt lề không khớp với các dòng cùng nhóm, hoặc dòng trên thiếu dấu đóng ngoặc',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự đặc biệt (@, %, `…) phải đặt trong dấu nháy: "@…"',
  BLOCK_AS_IMPLICIT_KEY: 'có hai dấu hai chấm trên một dòng; đặt giá trị trong dấu nháy: tên: "a: b"',
  BLOCK_IN_FLOW: 'trong ngoặc [ ] hoặc { } không dùng được dấu gạch đầu dòng',
  DUPLICATE_KEY: 'mục này đã khai báo ở trên, mỗi mục chỉ một lần',
  MISSING_CHAR: 'thiếu dấu nháy, dấu ngoặc đóng hoặc dấu hai chấm ở dòng này hay dòng trên',
  MULTILINE_IMPLICIT_KEY: 'tên mục và dấu hai chấm phải nằm trên cùng một dòng',
  MULTIPLE_DOCS: 'tệp chỉ được có một phần, bỏ dòng ---',
  TAB_AS_INDENT: 'thụt lề bằng phím Tab không dùng được, thay bằng dấu cách',
  UNEXPECTED_TOKEN: 'chỗ này không đúng cú pháp YAML; xem lại thụt lề, dấu hai chấm và dấu nháy',
};

const syntaxMessage = ({ code, message }: YAMLError): string =>
  SYNTAX_MESSAGES[code] ?? `không đúng cú pháp YAML (${message})`;

/** The line of a key, list item or value; of the nearest thing above it where there is none. */
const lineOf = (document: Document, lines: LineCounter, path: Path): number | null => {
  let node: unknown = document.contents;
  let offset: number | null = startOf(node);
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === null ? null : lines.linePos(offset).line;
};

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);

/** A path as people read it: list items by their code where they have one, else by their place from 1. */
const keyOf = (data: unknown, path: Path): string => {
  let key = '';
  let value: unknown = data;
  for (const step of path) {
    value = childOf(value, step);
    if (typeof step === 'number') key += `[${codeOf(value) ?? `thứ ${step + 1}`}]`;
    else key += key === '' ? String(step) : `.${String(step)}`;
  }
  return key;
};

const childOf = (value: unknown, step: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;

const codeOf = (value: unknown): string | null => {
  const code = childOf(value, 'code');
  return typeof code === 'string' && code !== '' ? code : null;
};
