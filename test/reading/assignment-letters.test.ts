import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import { DISTURBANCES, withoutLines } from '../corpus/disturbances.ts';
import type { MadeLetter } from '../corpus/letters-generator.ts';
import { madeLetters } from '../corpus/letters-generator.ts';
import { contextOn } from '../corpus/order-context.ts';
import { REGISTRIES } from '../corpus/registries.ts';

const SEED = 20_261_122;
const LETTERS_PER_AGENCY = 480;
/** All shapes ten times over. */
const LETTERS_DISTURBED = 120;
const MOST_FAILURES_SHOWN = 12;

/** What is read wrong in a letter, or null. Every task must be found, in order, and nothing else. */
function wrongIn(
  { tasks, day, shape }: MadeLetter,
  text: string,
  registry: keyof typeof REGISTRIES,
): string | null {
  const found = readAssignments(text, contextOn(day, REGISTRIES[registry])).map(
    ({ lead, coordinating, deadline }) => ({
      lead: lead.map(({ code, mention }) => code ?? mention).toSorted(),
      coordinating: coordinating.map(({ code, mention }) => code ?? mention).toSorted(),
      due: deadline?.deadline.due ?? null,
    }),
  );
  const wanted = tasks.map(({ lead, coordinating, due }) => ({
    lead: lead.toSorted(),
    coordinating: coordinating.toSorted(),
    due,
  }));
  const isRight = JSON.stringify(found) === JSON.stringify(wanted);
  return isRight
    ? null
    : `${shape}: ${text}\n  found ${JSON.stringify(found)}\n  want  ${JSON.stringify(wanted)}`;
}

const registries = Object.keys(REGISTRIES) as (keyof typeof REGISTRIES)[];

describe.each(registries)('letters made up for an agency of %s', (registry) => {
  const letters = madeLetters(REGISTRIES[registry], LETTERS_PER_AGENCY, SEED);

  test.each(DISTURBANCES)('$name: every task is read, and nothing else', ({ name, apply }) => {
    const seen = name === 'as written' ? letters : letters.slice(0, LETTERS_DISTURBED);
    const wrong = seen.flatMap((letter) => wrongIn(letter, apply(letter.text), registry) ?? []);
    const share = 1 - wrong.length / seen.length;
    expect(share, wrong.slice(0, MOST_FAILURES_SHOWN).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('line breaks lost: numbered lists are read all the same', () => {
    const numbered = letters.filter(({ shape }) =>
      ['numbered lines', 'closing date', 'items named by their numbers', 'headings with points'].includes(
        shape,
      ),
    );
    const wrong = numbered.flatMap((letter) => wrongIn(letter, withoutLines(letter.text), registry) ?? []);
    const share = 1 - wrong.length / numbered.length;
    expect(share, wrong.slice(0, MOST_FAILURES_SHOWN).join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
