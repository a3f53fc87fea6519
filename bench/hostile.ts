// How much processor time whole documents take, and texts made to be slow. Linear means that ten times the text takes about ten times as long.
import { corpusText, contextOn } from '../test/corpus/order-context.ts';
import { readDeadlines } from '../src/reading/deadline-reader.ts';
import { readWorkOrder } from '../src/reading/notice-reader.ts';

const context = contextOn('2025-04-01');
const SHORT = 100_000;
const LONG = 1_000_000;
const NOTICE_BYTES = 7 * 1024;
const NOTICE_ROUNDS = 200;
/** Milliseconds; below that the processor time of one reading says nothing. */
const SHORTEST_TOLD = 0.1;

const PATTERNS: Readonly<Record<string, string>> = {
  digits: '0123456789',
  slashes: '/',
  'dates run together': '1/2/3/4-',
  '"trước ngày "': 'trước ngày ',
  'cue and date': 'trước ngày 15/4/2025, ',
  '"1. "': '1. ',
  'deep numbering': '1.1.1.1.1.1.1.1 ',
  'letters without a space': 'trướcngày',
  'opening brackets': '(((',
  lines: 'Giao Phòng Kế hoạch\n',
  'units and verbs': 'Phòng Kế hoạch phối hợp Văn phòng Sở rà soát ',
  conditions: 'sau khi trước khi ',
  recurrences: 'hằng tháng ngày 15 ',
  ranges: 'từ 15/4 đến 16/4 và ',
};

/** The body of a notice, again and again until it has the length of a long one. */
function longNotice(): string {
  const notice = corpusText('notices/construction-weekly.txt');
  const from = notice.indexOf('\n1. ');
  const to = notice.indexOf('\nTrên đây');
  const body = notice.slice(from, to < from ? undefined : to);
  let text = notice;
  while (Buffer.byteLength(text) < NOTICE_BYTES) text = text.replace(body, body + body);
  return text;
}

/** Of this thread's processor time: other work on the machine does not count. */
const millisecondsOf = (read: () => unknown): number => {
  const start = process.threadCpuUsage();
  read();
  const end = process.threadCpuUsage();
  return (end.user + end.system - start.user - start.system) / 1000;
};

const best = (read: () => unknown): number => Math.min(...[1, 2].map(() => millisecondsOf(read)));

export interface HostileReport {
  readonly notice: { readonly bytes: number; readonly milliseconds: number };
  readonly texts: readonly {
    readonly reader: string;
    readonly text: string;
    readonly short: number;
    readonly long: number;
    readonly ratio: number;
  }[];
}

export function hostileReport(): HostileReport {
  const notice = longNotice();
  const readNotices = (): void => {
    for (let round = 0; round < NOTICE_ROUNDS; round++) readWorkOrder(notice, context);
  };
  readNotices();
  const milliseconds = millisecondsOf(readNotices) / NOTICE_ROUNDS;
  const readers = {
    deadlines: (text: string) => readDeadlines(text, context),
    'work orders': (text: string) => readWorkOrder(text, context),
  };
  const texts = Object.entries(readers).flatMap(([reader, read]) =>
    Object.entries(PATTERNS).map(([text, pattern]) => {
      const of = (length: number): string =>
        pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
      const [shortText, longText] = [of(SHORT), of(LONG)];
      const short = best(() => read(shortText));
      const long = best(() => read(longText));
      return { reader, text, short, long, ratio: long / Math.max(short, SHORTEST_TOLD) };
    }),
  );
  return {
    notice: { bytes: Buffer.byteLength(notice), milliseconds },
    texts,
  };
}
