import { describe, expect, test } from 'vitest';
import { deliver } from '../../../src/application/sending/deliver-outbox.ts';
import { aPlan, update } from '../../support/plans.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF, DEPUTY, PLANNING, TECHNOLOGY } from '../../support/test-people.ts';
import { only, outbox } from './support.ts';

/** Gives the unit another chat, without the announcements that /gan would make. */
const rebind = async (office: TestOffice, unitId: string, chatId: number): Promise<void> => {
  const binding = await office.store.bindingOfUnit(unitId);
  if (binding === null) throw new Error('The unit has no chat');
  await office.store.commit(
    aPlan({ changes: [update('chatBinding', binding, { chatId, state: 'active' })] }),
  );
};

describe('a group that has become a supergroup', () => {
  test('is followed: the message is settled there, and so is everything after it', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-11' });
    office.messenger.move(CHAT_OF.KHTC, -100_500);
    const message = await only(office);
    await deliver(office.app, office.messenger, message, office.gate.take(message.chatId));
    expect(await outbox(office, message)).toMatchObject({ state: 'sent', chatId: -100_500 });
    expect((await office.store.bindingOfUnit(PLANNING.id))?.chatId).toBe(-100_500);
    const [arrived] = office.messenger.arrived;
    expect(await office.store.botMessage(-100_500, arrived?.messageId ?? 0)).not.toBeNull();
    expect(await office.goTo('2025-04-11 07:30')).toEqual([`reminder → ${-100_500}`]);
  });
});

describe('a unit that has moved to another chat since', () => {
  test('hears there what was owed, and the old chat hears nothing', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-08 18:00' });
    await office.assign();
    await rebind(office, PLANNING.id, -7_000);
    office.jumpTo('2025-04-09 07:30');
    expect(await office.deliver()).toEqual(['task_assigned → -7000']);
  });

  test('takes its part of a bundle with it', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, -7_000);
    await office.bind(TECHNOLOGY, -7_000);
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-11' });
    await office.deliver();
    office.jumpTo('2025-04-11 07:30');
    await office.tick();
    await rebind(office, TECHNOLOGY.id, -7_001);
    expect(await office.deliver()).toEqual(['reminder → -7000', 'reminder → -7001']);
    const units = office.messenger.arrived
      .slice(-2)
      .map(({ notification }) =>
        notification.kind === 'reminder' ? notification.lines.map(({ view }) => view.unit.code) : [],
      );
    expect(units).toEqual([['KHTC'], ['QLCN']]);
  });

  test('what leaders and secretaries hear stays with them', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    await office.report(view, { kind: 'blocked', reason: 'Chờ ý kiến' });
    await rebind(office, PLANNING.id, -7_000);
    expect(await office.deliver()).toEqual([`blocked_reported → ${DEPUTY.telegramId ?? ''}`]);
  });
});
