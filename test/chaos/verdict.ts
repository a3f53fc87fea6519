import type { ChaosResult } from './chaos-run.ts';

/** What breaks the promise: nothing lost, nothing twice but what was on its way when the bot died, nothing out of hours. */
export const brokenPromises = ({ count, troubled, difference }: ChaosResult): readonly string[] => {
  const excused = (chatId: number): number =>
    (count.inHandByChat.get(chatId) ?? 0) + (troubled.acceptedUnheard.get(chatId) ?? 0);
  return [
    ...difference.facts.map((fact) => `stored differently: ${fact}`),
    ...difference.lost.map((fact) => `never said: ${fact}`),
    ...difference.unheardOf.map((fact) => `not said in peace: ${fact}`),
    ...difference.outOfHours.map((fact) => `out of hours: ${fact}`),
    ...troubled.stillOwed.map((message) => `still owed at the end: ${message}`),
    ...[...difference.answersLost].map(([chatId, lost]) => `chat ${chatId}: ${lost} answers lost`),
    ...[...difference.copies].flatMap(([chatId, copies]) =>
      copies > excused(chatId)
        ? [`chat ${chatId}: ${copies} copies, but only ${excused(chatId)} messages were on their way`]
        : [],
    ),
  ];
};

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

/** The figures of a run, in the order in which they matter. */
export const figures = (
  result: ChaosResult,
): readonly (readonly [name: string, value: string | number])[] => {
  const { days, count, troubled, difference, errors } = result;
  return [
    ['days lived', days],
    ['kills', count.kills],
    ['bots on a full disk', count.fullDisks],
    ['messages said', troubled.said.length],
    ['promises broken', brokenPromises(result).length],
    ['messages in hand at kills', `${count.inHand}, at most ${count.mostInHand} at one`],
    ['accepted, but the bot never heard', sum(troubled.acceptedUnheard.values())],
    ['messages said twice', sum(difference.copies.values())],
    ['answers in other words after a kill', difference.answersReplaced],
    ['answers lost', sum(difference.answersLost.values())],
    ['told that their message had counted', difference.toldAgain],
    ['faults', [...count.faults].map(([name, times]) => `${name} ${times}`).join(', ')],
    ...[...errors].map(([message, times]) => [`logged: ${message}`, times] as const),
  ];
};
