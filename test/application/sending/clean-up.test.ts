import { expect, test } from 'vitest';
import { cleanUp } from '../../../src/application/sending/clean-up.ts';
import { aPlan, insert, update } from '../../support/plans.ts';
import { aBotMessage, anOutboxMessage } from '../../support/rows.ts';
import { TestOffice } from '../../support/test-office.ts';

const DAY_MS = 86_400_000;

test('what is older than a year and closed goes, in many small steps; what is open or owed stays', async () => {
  const office = await TestOffice.openBound();
  const open = await office.assignOne();
  const closed = await office.assignOne({ lead: ['QLCN'] });
  await office.deliver();
  const [toOpen, toClosed] = office.messenger.arrived;
  await office.store.commit(
    aPlan({ changes: [update('assignment', closed.assignment, { status: 'cancelled' })] }),
  );
  const owed = anOutboxMessage({ createdAt: office.now });
  await office.store.commit(aPlan({ outbox: [owed] }));
  const many = Array.from({ length: 1_200 }, (_, messageId) =>
    aBotMessage({
      messageId,
      chatId: 5,
      sentAt: office.now,
      subject: { kind: 'assignments', assignmentIds: [] },
    }),
  );
  await office.store.commit(aPlan({ changes: many.map((message) => insert('botMessage', message)) }));

  expect(await cleanUp(office.app)).toEqual({ updates: 0, messages: 0, outbox: 0 });
  office.clock.jumpTo(office.now + 401 * DAY_MS);
  const { messages, outbox } = await cleanUp(office.app);
  expect([messages, outbox]).toEqual([1_201, 1]);
  expect(await office.store.botMessage(toOpen?.chatId ?? 0, toOpen?.messageId ?? 0)).not.toBeNull();
  expect(await office.store.botMessage(toClosed?.chatId ?? 0, toClosed?.messageId ?? 0)).toBeNull();
  expect(await office.store.outboxMessageByKey(`assigned:${open.assignment.id}`)).not.toBeNull();
  expect(await office.store.outboxMessageByKey(`assigned:${closed.assignment.id}`)).toBeNull();
  expect(await office.store.outboxMessage(owed.id)).not.toBeNull();
  expect(await cleanUp(office.app)).toEqual({ updates: 0, messages: 0, outbox: 0 });
});

test('it can be stopped between two steps, and the next run goes on', async () => {
  const office = await TestOffice.open();
  const many = Array.from({ length: 700 }, (_, messageId) =>
    aBotMessage({ messageId, sentAt: office.now, subject: { kind: 'assignments', assignmentIds: [] } }),
  );
  await office.store.commit(aPlan({ changes: many.map((message) => insert('botMessage', message)) }));
  office.clock.jumpTo(office.now + 401 * DAY_MS);
  expect((await cleanUp(office.app, AbortSignal.abort())).messages).toBe(500);
  expect((await cleanUp(office.app)).messages).toBe(200);
});
