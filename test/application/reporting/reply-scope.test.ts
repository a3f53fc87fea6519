import { expect, test } from 'vitest';
import { openTasksMeant } from '../../../src/application/reporting/reply-scope.ts';
import type { ReplyFields, ReplyFinding } from '../../../src/reading/findings.ts';
import { PLANNING, TECHNOLOGY } from '../../support/test-people.ts';
import { TestOffice } from '../../support/test-office.ts';

const saying = (fields: ReplyFields, ...named: readonly (number | 'rest')[]): ReplyFinding => ({
  intent: 'in_progress',
  fields,
  certainty: 'certain',
  explanation: '',
  items: named.map((taskNo) => ({ taskNo, intent: 'in_progress', fields: {} })),
});

test('only the open tasks that a reply may mean are read', async () => {
  const office = await TestOffice.openBound();
  const first = await office.assignOne();
  const second = await office.assignOne();
  const elsewhere = await office.assignOne({ lead: ['QLCN'] });
  const finished = await office.assignOne();
  await office.report(finished, 'done');
  const number = ({ task }: typeof first): number => task.number;
  const meant = async (finding: ReplyFinding, answered: readonly (typeof first)[]): Promise<number[]> =>
    (await openTasksMeant(office.app, [PLANNING.id], finding, answered)).map(number);

  expect(await meant(saying({}), [first])).toEqual([]);
  expect(await meant(saying({ taskNumbers: [number(first)] }), [first])).toEqual([]);
  expect(await meant(saying({ taskNumbers: [number(second)] }), [first])).toEqual([number(second)]);
  expect(await meant(saying({}, number(first), number(second)), [])).toEqual([number(first), number(second)]);
  // Another unit's task, and a number that nobody has.
  expect(await meant(saying({ taskNumbers: [number(elsewhere)] }), [first])).toEqual([]);
  expect(await meant(saying({ taskNumbers: [9_999] }), [])).toEqual([]);
  // Where nothing says which, or "the others" of a list that nobody answered, it may be any of them.
  const all = [number(first), number(second), number(finished)];
  expect(await meant(saying({}), [])).toEqual(all);
  expect(await meant(saying({}, number(first), 'rest'), [])).toEqual(all);
  expect(await openTasksMeant(office.app, [TECHNOLOGY.id], saying({}), [])).toHaveLength(1);
  expect(await openTasksMeant(office.app, [], saying({}), [])).toEqual([]);
});
