// Reads work orders out of the sentences of a message.
import { blocksOf } from './assignments/blocks.ts';
import { workItemsOf } from './assignments/block-reader.ts';
import { sourceOf } from './assignments/reading.ts';
import { taskFindingsOf } from './assignments/task-findings.ts';
import type { ReadingContext } from './context.ts';
import type { TaskFinding } from './findings.ts';
import { normalize } from './normalize.ts';

/**
 * The pieces of work that `text` gives out: who leads, who coordinates, who receives, by when. Spans are UTF-16 units of
 * `text`; days and minutes are in Asia/Ho_Chi_Minh and count from `context.writtenAt`. Never throws; a text without
 * orders gives none.
 */
export function readAssignments(text: string, context: ReadingContext): readonly TaskFinding[] {
  const source = sourceOf(normalize(text), context);
  return taskFindingsOf(source, workItemsOf(source, blocksOf(source.text)));
}
