// Puts one word in place of everything in a reply that is one fact: a unit, a date, a number of days, a percentage, a
// cited document, a list of tasks. Order matters: what is read first cannot be taken for something else afterwards.
import type { ReadingContext } from '../context.ts';
import type { NormalizedText } from '../normalize.ts';
import { reduceDocuments } from './document-mentions.ts';
import { reduceEnumerators } from './enumerators.ts';
import { reduceMoments } from './moments.ts';
import { reduceProgress } from './progress-mentions.ts';
import { reduceBareTasks, reduceNamedTasks, reduceOtherTasks } from './task-mentions.ts';
import { reduceUnits } from './unit-mentions.ts';
import type { Word } from './wording.ts';

/** @param known the numbers of the tasks that the answered message listed; empty where that is not known */
export function reduceMentions(
  words: readonly Word[],
  text: NormalizedText,
  context: ReadingContext,
  known: ReadonlySet<number>,
): readonly Word[] {
  // "1) … 2) …" before anything takes the numbers. Units next: "QLKH&CN" holds no Sunday ("CN"). "Tờ trình 45" before tasks, so that 45 is none; "4/6 nội dung" before
  // dates; "việc thứ 2" before weekdays; bare numbers ("23 xong") last, when dates, hours and counts are gone.
  const listed = reduceEnumerators(words, known);
  const units = reduceUnits(listed, text, context);
  const documents = reduceDocuments(units);
  const progress = reduceProgress(documents);
  const named = reduceNamedTasks(progress, known);
  const moments = reduceMoments(named, text, context);
  return reduceBareTasks(reduceOtherTasks(moments), known);
}
