import { expect, test } from 'vitest';
import type { ReplyFinding, ReplyIntent } from '../../src/reading/findings.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { corpusFile, repliedAt } from './reply-context.ts';

interface GoldItem {
  readonly task_no: number | string;
  readonly intent: ReplyIntent;
}

interface GoldReply {
  readonly id: string;
  readonly text: string;
  readonly intent: ReplyIntent;
  readonly fields: {
    readonly task_no?: readonly number[];
    readonly progress?: number;
    readonly new_due?: string | null;
    readonly doc_no?: string;
    readonly doc_date?: string;
    readonly done_date?: string;
    readonly until?: string;
    readonly items?: readonly GoldItem[];
  };
  readonly ref_date: string;
  /** Other right readings: intents, or days for the new deadline. */
  readonly alt?: readonly (string | null)[];
}

const rows = corpusFile('replies.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldReply);

const read = rows.map((gold) => ({ gold, found: readReply(gold.text, repliedAt(gold.ref_date)) }));

/** "Cả 5 việc xong hết, riêng việc 4 …": all but one are the rest. */
const itemKey = (taskNo: number | string, intent: string): string =>
  `${String(taskNo).replace(/^all_except:.*/u, 'rest')}: ${intent}`;

const hasRightItems = ({ fields }: GoldReply, { items }: ReplyFinding): boolean => {
  if (fields.items === undefined) return true;
  const wanted = fields.items.map(({ task_no, intent }) => itemKey(task_no, intent));
  const found = items.map(({ taskNo, intent }) => itemKey(taskNo, intent));
  return wanted.toSorted().join() === found.toSorted().join();
};

const hasRightIntent = (gold: GoldReply, found: ReplyFinding): boolean =>
  [gold.intent, ...(gold.alt ?? [])].includes(found.intent) && hasRightItems(gold, found);

const day = (moment: string | undefined): string | undefined => moment?.slice(0, 10);

const hasRightFields = ({ fields: gold, alt = [] }: GoldReply, { fields }: ReplyFinding): boolean =>
  (gold.task_no === undefined || String(gold.task_no) === String(fields.taskNumbers)) &&
  (gold.progress === undefined || gold.progress === fields.progress) &&
  (gold.new_due == null || [gold.new_due, ...alt].includes(day(fields.newDue) ?? null)) &&
  (gold.doc_no === undefined || gold.doc_no === fields.docNo) &&
  (gold.doc_date === undefined || gold.doc_date === fields.docDate) &&
  (gold.done_date === undefined || gold.done_date === fields.doneDate) &&
  (gold.until === undefined || gold.until === day(fields.until));

const isFalselyDone = (gold: GoldReply, { intent, items }: ReplyFinding): boolean => {
  const mayBeDone = [gold.intent, ...(gold.alt ?? [])].some(
    (each) => each === 'done' || each === 'accept_done',
  );
  const doneItems = (gold.fields.items ?? []).filter((item) => item.intent === 'done');
  return (
    (intent === 'done' && !mayBeDone) ||
    (!mayBeDone &&
      items.some(
        (item) =>
          item.intent === 'done' &&
          !doneItems.some((wanted) => itemKey(wanted.task_no, '') === itemKey(item.taskNo, '')),
      ))
  );
};

const wrong = (isRight: (gold: GoldReply, found: ReplyFinding) => boolean): string[] =>
  read
    .filter(({ gold, found }) => !isRight(gold, found))
    .map(({ gold, found }) => `${gold.id} ${found.intent}: ${gold.text}`);

// Today's level: none of the rows is missed. A change may not lower it.
test('every reply of the corpus is taken for what it means', () => {
  expect(wrong(hasRightIntent)).toEqual([]);
});

test('every particular of the corpus is found', () => {
  expect(wrong(hasRightFields)).toEqual([]);
});

test('no reply of the corpus is taken for done that is not', () => {
  expect(wrong((gold, found) => !isFalselyDone(gold, found))).toEqual([]);
});
