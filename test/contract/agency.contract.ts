import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  AGENCY_ID,
  SECRETARY,
  aBinding,
  aMember,
  aTask,
  aUnit,
  anAgency,
  anAssignment,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { MEMBERS, OFFICE, PLANNING, TECHNOLOGY, UNITS, useStore } from './database.ts';

const other = { id: 'other-agency', name: 'Sở Xây dựng' };

export const describeAgency = (create: CreateDatabase): void => {
  describe('the agency as configured', () => {
    const fixture = useStore(create);

    it('is read back whole, units and members in the order of the configuration', async () => {
      const { store } = fixture();
      expect(await store.agency(AGENCY_ID)).toEqual(anAgency());
      expect(await store.units(AGENCY_ID)).toEqual(UNITS);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS);
      expect(await store.agency('unknown')).toBeNull();
      expect(await store.units('unknown')).toEqual([]);
      expect(await store.members('unknown')).toEqual([]);
    });

    it('keeps what may be absent in a unit absent, and the rest as it is', async () => {
      const { store } = fixture();
      const unit = aUnit('TT', {
        aliases: ['Trung tâm Ứng dụng', 'TTƯD'],
        weakAliases: ['Trung tâm'],
        isAmbiguous: false,
        isGroup: true,
        isInAllUnits: false,
        validFrom: '2025-03-01',
        validUntil: '2026-12-31',
      });
      await store.syncAgency(anAgency(), [unit, OFFICE], [SECRETARY]);
      expect(await store.units(AGENCY_ID)).toStrictEqual([unit, OFFICE]);
    });

    it('may be written again without changing anything', async () => {
      const { store } = fixture();
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect(await store.agency(AGENCY_ID)).toEqual(anAgency());
      expect(await store.units(AGENCY_ID)).toEqual(UNITS);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS);
    });

    it('is read anew once any process has written it, however often it was read before', async () => {
      const { store, database } = fixture();
      const elsewhere = await database.open();
      const renamed = { ...OFFICE, name: 'Văn phòng Sở' };
      for (const writer of [store, elsewhere]) {
        for (const [units, members] of [
          [[renamed], [SECRETARY]],
          [UNITS, MEMBERS],
        ] as const) {
          await writer.syncAgency(anAgency(), units, members);
          // What another process writes is seen in the next turn of the event loop.
          await turn();
          for (const reader of [store, elsewhere]) {
            expect(await reader.units(AGENCY_ID)).toEqual(units);
            expect(await reader.members(AGENCY_ID)).toEqual(members);
          }
        }
      }
    });

    it('takes a new name, new order and new values', async () => {
      const { store } = fixture();
      const renamed = { ...OFFICE, name: 'Văn phòng Sở', aliases: ['VP Sở'], headId: SECRETARY.id };
      await store.syncAgency(
        anAgency({ name: 'Sở mới' }),
        [PLANNING, renamed, TECHNOLOGY],
        MEMBERS.toReversed(),
      );
      expect((await store.agency(AGENCY_ID))?.name).toBe('Sở mới');
      expect(await store.units(AGENCY_ID)).toEqual([PLANNING, renamed, TECHNOLOGY]);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS.toReversed());
    });

    it('keeps the numbers given to tasks and the version', async () => {
      const { store } = fixture();
      await store.commit(aPlan({ changes: [update('agency', anAgency(), { nextTaskNumber: 24 })] }));
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect(await store.agency(AGENCY_ID)).toEqual(anAgency({ nextTaskNumber: 24, version: 2 }));
    });

    it('no longer lists what is no longer declared, but keeps it for the tasks it has', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await store.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      await store.syncAgency(anAgency(), [TECHNOLOGY, PLANNING], MEMBERS.slice(1));

      expect(await store.units(AGENCY_ID)).toEqual([TECHNOLOGY, PLANNING]);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS.slice(1));
      expect((await store.assignmentViews([assignment.id]))[0]?.unit).toEqual(OFFICE);

      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect(await store.units(AGENCY_ID)).toEqual(UNITS);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS);
    });

    it('changes nothing where a part of it cannot be written', async () => {
      const { store } = fixture();
      const headless = aUnit('NEW', { headId: 'nobody' });
      await expect(store.syncAgency(anAgency({ name: 'Sở mới' }), [headless], [SECRETARY])).rejects.toThrow();
      expect((await store.agency(AGENCY_ID))?.name).toBe(anAgency().name);
      expect(await store.units(AGENCY_ID)).toEqual(UNITS);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS);
    });

    it('does not take over a unit or member of another agency', async () => {
      const { store } = fixture();
      await expect(store.syncAgency(other, [{ ...OFFICE, agencyId: other.id }], [])).rejects.toThrow(
        OFFICE.id,
      );
      await expect(store.syncAgency(other, [], [{ ...SECRETARY, agencyId: other.id }])).rejects.toThrow(
        SECRETARY.id,
      );
      expect(await store.agency(other.id)).toBeNull();
      expect(await store.units(AGENCY_ID)).toEqual(UNITS);
    });

    it('leaves another agency alone', async () => {
      const { store } = fixture();
      const unit = aUnit('QLN', { id: 'other-unit', agencyId: other.id });
      const member = aMember('other-member', { agencyId: other.id, telegramId: SECRETARY.telegramId });
      await store.syncAgency(other, [unit], [member]);
      await store.syncAgency(anAgency(), [], []);
      expect(await store.units(other.id)).toEqual([unit]);
      expect(await store.members(other.id)).toEqual([member]);
      expect(await store.memberByTelegramId(other.id, 1_001)).toEqual(member);
    });
  });

  describe('members by their Telegram id', () => {
    const fixture = useStore(create);

    it('are found in their agency only', async () => {
      const { store } = fixture();
      expect(await store.memberByTelegramId(AGENCY_ID, 1_001)).toEqual(SECRETARY);
      expect(await store.memberByTelegramId(AGENCY_ID, 999)).toBeNull();
      expect(await store.memberByTelegramId(other.id, 1_001)).toBeNull();
    });

    it('are unknown once they are no longer declared', async () => {
      const { store } = fixture();
      await store.syncAgency(anAgency(), UNITS, MEMBERS.slice(1));
      expect(await store.memberByTelegramId(AGENCY_ID, 1_001)).toBeNull();
    });

    it('may change hands', async () => {
      const { store } = fixture();
      const [secretary, reporter, ...rest] = MEMBERS;
      const swapped = [
        { ...secretary, telegramId: reporter.telegramId },
        { ...reporter, telegramId: secretary.telegramId },
      ];
      await store.syncAgency(anAgency(), UNITS, [...swapped, ...rest]);
      expect((await store.memberByTelegramId(AGENCY_ID, 1_001))?.id).toBe(reporter.id);
      expect((await store.memberByTelegramId(AGENCY_ID, 1_002))?.id).toBe(secretary.id);
    });
  });

  describe('the chats of units', () => {
    const fixture = useStore(create);

    it('are found by unit, by chat and topic, and for the whole agency', async () => {
      const { store } = fixture();
      const inGroup = aBinding(OFFICE, { chatId: -1, threadId: null });
      const inTopic = aBinding(TECHNOLOGY, { chatId: -1, threadId: 7, state: 'unreachable' });
      const inSameTopic = aBinding(PLANNING, { chatId: -1, threadId: 7 });
      const bindings = [inGroup, inSameTopic, inTopic];
      await store.commit(aPlan({ changes: bindings.map((row) => insert('chatBinding', row)) }));

      expect(await store.bindings(AGENCY_ID)).toEqual([inTopic, inGroup, inSameTopic]);
      expect(await store.bindings(other.id)).toEqual([]);
      expect(await store.bindingOfUnit(TECHNOLOGY.id)).toEqual(inTopic);
      expect(await store.bindingOfUnit('unknown')).toBeNull();
      expect(await store.bindingsOfChat(AGENCY_ID, { chatId: -1, threadId: null })).toEqual([inGroup]);
      expect(await store.bindingsOfChat(AGENCY_ID, { chatId: -1, threadId: 7 })).toEqual([
        inTopic,
        inSameTopic,
      ]);
      expect(await store.bindingsOfChat(AGENCY_ID, { chatId: -2, threadId: 7 })).toEqual([]);
      expect(await store.bindingsOfChat(other.id, { chatId: -1, threadId: 7 })).toEqual([]);
    });

    it('follow the chat when it moves', async () => {
      const { store } = fixture();
      const binding = aBinding(OFFICE);
      await store.commit(aPlan({ changes: [insert('chatBinding', binding)] }));
      await store.commit(
        aPlan({ changes: [update('chatBinding', binding, { chatId: -100_555, title: 'Nhóm mới' })] }),
      );
      expect(await store.bindingOfUnit(OFFICE.id)).toEqual({
        ...binding,
        chatId: -100_555,
        title: 'Nhóm mới',
        version: 2,
      });
    });
  });
};
