// Cuts a reply on several tasks into what it says of each: "1 xong, 2 đang làm", "Cả 5 việc xong hết, riêng việc 4 chờ ký".
import type { Mention, Saying, Word } from './wording.ts';
import { endsClause, sayingOf } from './wording.ts';

/** What is said about some tasks: by number, or about the rest of them. */
export interface TaskPart {
  readonly tasks: readonly number[] | 'rest';
  readonly saying: Saying;
  /** True for "trừ việc 4": named only as an exception, with no word of its own. */
  readonly isException: boolean;
}

type TaskMention = Extract<Mention, { kind: 'task' | 'rest' | 'all' }>;

interface Segment {
  readonly tasks: readonly TaskMention[];
  readonly words: readonly Word[];
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that join parts and say nothing of a task. */
const JOINTS = setOf(
  'còn riêng và nhưng mà thì là các trừ ngoài ngoại chỉ mỗi với cả nhất đó này cũng có hiện về đối tuy nhiên trong : - , . ; ( ) !',
);
const CLAUSE_OPENERS = setOf('còn riêng và nhưng trừ ngoài ngoại');
const EXCEPTIONS = setOf('trừ ngoài ngoại');
const CONTRASTS = setOf('trừ ngoài ngoại riêng mỗi');
const CONDITIONS = setOf('thì mới');
/** "xong việc 3 rồi làm việc 4" */
const NEXT_ACTS = setOf('làm gửi nộp trình chuyển qua sang tính mới hãy báo');
const NEAR = 3;

const taskOf = (word: Word | undefined): TaskMention | null => {
  const mention = word?.mention;
  return mention?.kind === 'task' || mention?.kind === 'rest' || mention?.kind === 'all' ? mention : null;
};

const tasksIn = (words: readonly Word[]): TaskMention[] => words.flatMap((word) => taskOf(word) ?? []);

const saysSomething = (words: readonly Word[]): boolean =>
  words.some((word) => taskOf(word) === null && !JOINTS.has(word.text) && word.mention?.kind !== 'address');

const isContrast = (words: readonly Word[]): boolean =>
  words.slice(0, NEAR).some(({ text }) => CONTRASTS.has(text));

const WHOLLY = setOf('hết cả tất đều');
/** "Xong hết rồi, còn việc 3 chờ ký" */
const isRemainder = (words: readonly Word[], before: readonly Word[]): boolean =>
  words.slice(0, NEAR).some(({ text }) => text === 'còn') && before.some(({ text }) => WHOLLY.has(text));

/** The parts of a reply on several tasks; null where it is about one, or about all alike. */
export function splitByTask(saying: Saying): TaskPart[] | null {
  const opened = openingException(saying.words);
  if (opened !== null) return opened;
  if (tasksIn(saying.words).length < 2 && !hasException(saying)) return null;
  const segments = joinSilent(clausesOf(saying).flatMap(splitClause));
  const firstTask = segments.findIndex(({ tasks }) => tasks.length > 0);
  const preamble = segments.slice(0, firstTask).flatMap(({ words }) => words);
  const parts = groupByTask(segments.slice(firstTask)).map(toPart);
  // "Xong hết, riêng việc 4 chờ ký": what comes first is said of the others.
  const isException = ({ tasks, words }: Segment): boolean =>
    tasks.length > 0 && (isContrast(words) || isRemainder(words, preamble));
  if (saysSomething(preamble) && segments.some(isException))
    parts.unshift({ tasks: 'rest', saying: sayingOf(preamble), isException: false });
  return parts.length < 2 ? null : parts;
}

/** "Ngoài việc 2 ra thì xong hết": the exception first, the others without a word for them. */
function openingException(words: readonly Word[]): TaskPart[] | null {
  const from = words[0]?.mention?.kind === 'address' ? 1 : 0;
  const behind = words.findIndex(({ text }, at) => at > from + 1 && (text === 'thì' || text === ','));
  if (!EXCEPTIONS.has(words[from]?.text ?? '') || behind < 0) return null;
  const exception = words.slice(from, behind);
  const others = words.slice(behind + 1);
  const tasks = tasksIn(exception).flatMap((task) => (task.kind === 'task' ? task.numbers : []));
  const isPlain = tasks.length > 0 && tasksIn(others).length === 0 && saysSomething(others);
  if (!isPlain) return null;
  const said = withoutJoints(exception.filter((word) => taskOf(word) === null && word.text !== 'ra'));
  return [
    { tasks, saying: sayingOf(said), isException: said.length === 0 },
    { tasks: 'rest', saying: sayingOf(withoutJoints(others)), isException: false },
  ];
}

/** One task named, the others meant: "Xong hết trừ việc 9". */
const hasException = ({ words }: Saying): boolean =>
  words.some(
    (word, at) =>
      (CONTRASTS.has(word.text) || isRemainder([word], words.slice(0, at))) &&
      saysSomething(words.slice(0, at)) &&
      words.slice(at, at + NEAR).some((next) => taskOf(next) !== null),
  );

/** A clause without a task goes on about the one before. */
function groupByTask(segments: readonly Segment[]): Segment[] {
  const groups: Segment[] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (segment.tasks.length > 0 || last === undefined) groups.push(segment);
    else groups[groups.length - 1] = joined(last, segment);
  }
  return groups;
}

const joined = (a: Segment, b: Segment): Segment => ({
  tasks: [...a.tasks, ...b.tasks],
  words: [...a.words, ...b.words],
});

function clausesOf({ words }: Saying): Word[][] {
  const clauses: Word[][] = [[]];
  for (const [at, word] of words.entries()) {
    const opensClause =
      CLAUSE_OPENERS.has(word.text) &&
      tasksIn(words.slice(at + 1, at + 1 + NEAR)).length > 0 &&
      saysSomething(clauses.at(-1) ?? []);
    if (opensClause) clauses.push([]);
    clauses.at(-1)?.push(word);
    if (endsClause(word) && word.text !== ':') clauses.push([]);
  }
  return clauses.filter((clause) => clause.length > 0);
}

/** "việc 1 xong việc 2 đang làm" without a comma: cut before each task, or behind it where the status comes first. */
function splitClause(clause: readonly Word[]): Segment[] {
  const at = clause.flatMap((word, index) => (taskOf(word) === null ? [] : [index]));
  const [first = 0] = at;
  const isStatusFirst = saysSomething(clause.slice(0, first));
  // "xong việc 3 thì làm việc 4" is one order, not two reports.
  const isCondition =
    isStatusFirst &&
    clause
      .slice(first)
      .some(
        ({ text }, index, rest) =>
          CONDITIONS.has(text) || (text === 'rồi' && NEXT_ACTS.has(rest[index + 1]?.text ?? '')),
      );
  if (at.length < 2 || isCondition) return [{ tasks: tasksIn(clause), words: clause }];
  const cuts = isStatusFirst ? at.slice(0, -1).map((index) => index + 1) : at.slice(1);
  return [0, ...cuts].map((from, index) => {
    const words = clause.slice(from, cuts[index] ?? clause.length);
    return { tasks: tasksIn(words), words };
  });
}

/** "Xin gia hạn việc 3, việc 4 đến 30/4": what follows the last of the list belongs to them all. */
const GOES_ON = setOf(
  'đến tới sang qua hết trước vào trong do vì tại bởi thêm rồi luôn <future> <today> <past> <span>',
);
const goesOn = ({ words }: Segment, before: Segment | undefined): boolean => {
  const behind = words.findLastIndex((word) => taskOf(word) !== null) + 1;
  const startsWithTask = words
    .slice(0, behind)
    .every((word) => taskOf(word) !== null || JOINTS.has(word.text));
  return (
    before !== undefined &&
    taskOf(before.words.findLast((word) => !endsClause(word))) !== null &&
    before.words.some((word) => !JOINTS.has(word.text) && taskOf(word) === null) &&
    startsWithTask &&
    GOES_ON.has(words[behind]?.text ?? '') &&
    !words.slice(behind).some(({ text }) => PREDICATES.has(text))
  );
};
const PREDICATES = setOf('xong chưa đang đã vướng trình gửi nộp làm hoàn triển chờ xin <pct>');

const isStatusFirst = ({ words }: Segment): boolean =>
  taskOf(words.findLast((word) => !endsClause(word))) !== null && taskOf(words[0]) === null;

/** "Hoàn thành: việc 1, việc 2. Đang làm: việc 3": with a full stop, or another status next, the list is over. */
const endsList = ({ words }: Segment, next: Segment | undefined): boolean =>
  /^[.;]$/u.test(words.at(-1)?.text ?? '') && next !== undefined && taskOf(next.words[0]) === null;

/** "Việc 2, việc 5: xong" and "Đã xong việc 2, việc 5": a task without a word of its own shares its neighbour's. */
function joinSilent(segments: readonly Segment[]): Segment[] {
  const done: Segment[] = [];
  let waiting: Segment | null = null;
  for (const [index, segment] of segments.entries()) {
    const merged: Segment = waiting === null ? segment : joined(waiting, segment);
    const isSilent = merged.tasks.length > 0 && !saysSomething(merged.words) && !isContrast(merged.words);
    waiting = isSilent ? merged : null;
    const last = done.at(-1);
    if (last !== undefined && goesOn(merged, last)) done[done.length - 1] = joined(last, merged);
    else if (!isSilent) done.push(merged);
    else if (last !== undefined && isStatusFirst(last) && endsList(merged, segments[index + 1])) {
      done[done.length - 1] = joined(last, merged);
      waiting = null;
    }
  }
  if (waiting === null) return done;
  const last = done.at(-1);
  return last !== undefined && last.tasks.length > 0
    ? [...done.slice(0, -1), joined(last, waiting)]
    : [...done, waiting];
}

function toPart({ tasks, words }: Segment): TaskPart {
  const numbers = tasks.flatMap((task) => (task.kind === 'task' ? task.numbers : []));
  const said = withoutJoints(words.filter((word) => taskOf(word) === null));
  return {
    tasks: numbers.length > 0 ? numbers : 'rest',
    saying: sayingOf(said),
    isException: words.slice(0, NEAR).some(({ text }) => EXCEPTIONS.has(text)) && !saysSomething(said),
  };
}

/** "việc 8 xong chứ việc 18 chưa": leads over to the next. */
const ENDS = setOf('xong rồi thành tất hết chưa');
const leadsOver = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === 'chứ' && ENDS.has(words[at - 1]?.text ?? '');

/** Joints at the start are no part of what is said ("còn việc 7 đang chờ…"); a question mark at the end is. */
function withoutJoints(words: readonly Word[]): readonly Word[] {
  const isJoint = (word: Word): boolean => JOINTS.has(word.text) || endsClause(word);
  const from = words.findIndex((word) => !isJoint(word));
  const to =
    words.findLastIndex((word, at) => word.text === '?' || !(endsClause(word) || leadsOver(words, at))) + 1;
  return from < 0 ? [] : words.slice(from, to);
}
