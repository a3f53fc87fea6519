import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import type { TaskFinding, UnitFinding } from '../../src/reading/findings.ts';
import { contextOn, corpusText } from '../corpus/order-context.ts';

interface Phrasings {
  readonly orders: readonly {
    readonly lead: readonly string[];
    readonly helps?: readonly string[];
    readonly leftOut?: readonly string[];
    readonly due: string | null;
    readonly phrasings: readonly string[];
  }[];
  readonly noOrders: readonly string[];
}

const WRITTEN_ON = '2025-04-01';
const table = parse(corpusText('order-phrasings.yaml')) as Phrasings;

const read = (text: string): readonly TaskFinding[] => readAssignments(text, contextOn(WRITTEN_ON));

const namesOf = (
  tasks: readonly TaskFinding[],
  units: (task: TaskFinding) => readonly UnitFinding[],
): string[] => [...new Set(tasks.flatMap(units).map(({ code, mention }) => code ?? mention))].toSorted();

describe.each(table.orders)('$lead by $due', ({ lead, helps = [], leftOut = [], due, phrasings }) => {
  test.each(phrasings)('%s', (text) => {
    const tasks = read(text);
    expect(tasks).not.toEqual([]);
    const leads = namesOf(tasks, (task) => task.lead);
    expect(leads).toEqual(lead.toSorted());
    const helpers = namesOf(tasks, (task) => task.coordinating).filter((name) => !leads.includes(name));
    expect(helpers).toEqual(helps.toSorted());
    expect(namesOf(tasks, (task) => task.excluded)).toEqual(leftOut.toSorted());
    const dues = tasks.flatMap(({ deadline }) => deadline?.deadline.due ?? []);
    expect(dues[0] ?? null).toBe(due);
  });
});

test.each(table.noOrders)('no order in: %s', (text) => {
  expect(read(text)).toEqual([]);
});
