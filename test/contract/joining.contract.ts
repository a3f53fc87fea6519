import { describe, expect, it } from 'vitest';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  AGENCY_ID,
  REPORTER,
  SECRETARY,
  START,
  aMember,
  aTask,
  anAgency,
  anAuditEvent,
  anInvitation,
  aJoinRequest,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { MEMBERS, OFFICE, PLANNING, TECHNOLOGY, UNITS, useStore } from './database.ts';

const HOUR = 3_600_000;

export const describeJoining = (create: CreateDatabase): void => {
  describe('who is who', () => {
    const fixture = useStore(create);
    const recordOf = async (memberId: string) => {
      const record = await fixture().store.memberRecord(memberId);
      if (record === null) throw new Error(`There is no member ${memberId}`);
      return record;
    };
    const change = async (memberId: string, set: Parameters<typeof update<'member'>>[2]) => {
      const { store } = fixture();
      await store.commit(aPlan({ changes: [update('member', await recordOf(memberId), set)] }));
    };

    it('an account, role, title and unit given in Telegram stay at the next start', async () => {
      const { store } = fixture();
      await change(REPORTER.id, {
        telegramId: 77,
        role: 'staff',
        title: 'đồng chí Bình',
        unitId: PLANNING.id,
      });
      const changed = { telegramId: 77, role: 'staff', title: 'đồng chí Bình', unitId: PLANNING.id };
      expect(await store.memberByTelegramId(AGENCY_ID, 77)).toMatchObject(changed);
      expect((await store.members(AGENCY_ID)).find(({ id }) => id === REPORTER.id)).toMatchObject(changed);
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      // What the file says is kept beside it: only another word of it is newer.
      const { telegramId, role } = REPORTER;
      expect(await recordOf(REPORTER.id)).toMatchObject({ ...changed, declared: { telegramId, role } });
    });

    it('what the configuration says otherwise than the last time is newer, and only that', async () => {
      const { store } = fixture();
      await change(REPORTER.id, { telegramId: 77, role: 'staff', unitId: PLANNING.id });
      const declared = MEMBERS.map((member) =>
        member.id === REPORTER.id ? { ...member, role: 'secretary' as const, name: 'Tên mới' } : member,
      );
      await store.syncAgency(anAgency(), UNITS, declared);
      expect(await recordOf(REPORTER.id)).toMatchObject({
        name: 'Tên mới',
        role: 'secretary',
        telegramId: 77,
        unitId: PLANNING.id,
      });
    });

    it('an account that the configuration gives to someone is theirs alone', async () => {
      const { store } = fixture();
      await change(REPORTER.id, { telegramId: 77 });
      const declared = MEMBERS.map((member) =>
        member.id === SECRETARY.id ? { ...member, telegramId: 77 } : member,
      );
      await store.syncAgency(anAgency(), UNITS, declared);
      expect((await store.memberByTelegramId(AGENCY_ID, 77))?.id).toBe(SECRETARY.id);
      expect((await recordOf(REPORTER.id)).telegramId).toBeNull();
    });

    it('whoever has left stays away until the configuration lets go of them', async () => {
      const { store } = fixture();
      await change(REPORTER.id, { leftAt: START, isListed: false, telegramId: null });
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect((await store.members(AGENCY_ID)).map(({ id }) => id)).not.toContain(REPORTER.id);
      expect(await store.memberByTelegramId(AGENCY_ID, REPORTER.telegramId ?? 0)).toBeNull();
      expect((await store.formerMembers(AGENCY_ID)).map(({ id }) => id)).toEqual([REPORTER.id]);

      const headless = UNITS.map((unit) => ({ ...unit, headId: null }));
      const others = MEMBERS.filter(({ id }) => id !== REPORTER.id);
      await store.syncAgency(anAgency(), headless, others);
      expect(await store.formerMembers(AGENCY_ID)).toEqual([]);
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect(await store.members(AGENCY_ID)).toEqual(MEMBERS);
    });

    it('a head given in Telegram stays until the configuration names another', async () => {
      const { store } = fixture();
      const post = await store.unitPost(TECHNOLOGY.id);
      expect(post).toMatchObject({ headId: REPORTER.id });
      if (post === null) return;
      await store.commit(aPlan({ changes: [update('unit', post, { headId: SECRETARY.id })] }));
      const headOf = async () =>
        (await store.units(AGENCY_ID)).find(({ id }) => id === TECHNOLOGY.id)?.headId;
      expect(await headOf()).toBe(SECRETARY.id);
      await store.syncAgency(anAgency(), UNITS, MEMBERS);
      expect(await headOf()).toBe(SECRETARY.id);
      const declared = UNITS.map((unit) => (unit.id === TECHNOLOGY.id ? { ...unit, headId: null } : unit));
      await store.syncAgency(anAgency(), declared, MEMBERS);
      expect(await headOf()).toBeNull();
    });

    it('of two who change a member the later one is refused', async () => {
      const { store } = fixture();
      const seen = await recordOf(REPORTER.id);
      const first = aPlan({ changes: [update('member', seen, { telegramId: 77 })] });
      const second = aPlan({ changes: [update('member', seen, { telegramId: 78 })] });
      await store.commit(first);
      await expect(store.commit(second)).rejects.toThrow('no longer has version');
      expect((await recordOf(REPORTER.id)).telegramId).toBe(77);
    });

    it('an account belongs to one member only', async () => {
      const { store } = fixture();
      const plan = aPlan({
        changes: [update('member', await recordOf(REPORTER.id), { telegramId: SECRETARY.telegramId })],
      });
      await expect(store.commit(plan)).rejects.toMatchObject({ name: 'StaleError' });
    });

    it('a link is found by the hash of its code, and a member has one at a time', async () => {
      const { store } = fixture();
      const invitation = anInvitation(REPORTER);
      await store.commit(aPlan({ changes: [insert('invitation', invitation)] }));
      expect(await store.invitationByCode(invitation.codeHash)).toEqual(invitation);
      expect(await store.invitationByCode('another')).toBeNull();
      expect(await store.openInvitation(REPORTER.id)).toEqual(invitation);
      const second = aPlan({ changes: [insert('invitation', anInvitation(REPORTER))] });
      await expect(store.commit(second)).rejects.toMatchObject({ name: 'StaleError' });
      await store.commit(aPlan({ changes: [update('invitation', invitation, { state: 'withdrawn' })] }));
      expect(await store.openInvitation(REPORTER.id)).toBeNull();
      await store.commit(second);
    });

    it('an account has one request pending at a time, and the newest is found', async () => {
      const { store } = fixture();
      const request = aJoinRequest(555);
      await store.commit(aPlan({ changes: [insert('joinRequest', request)] }));
      expect(await store.joinRequest(request.id)).toEqual(request);
      const second = aPlan({
        changes: [insert('joinRequest', aJoinRequest(555, { askedAt: START + HOUR }))],
      });
      await expect(store.commit(second)).rejects.toMatchObject({ name: 'StaleError' });
      await store.commit(aPlan({ changes: [update('joinRequest', request, { state: 'refused' })] }));
      await store.commit(second);
      expect(await store.newestJoinRequest(AGENCY_ID, 555)).toMatchObject({ state: 'pending' });
      expect(await store.newestJoinRequest(AGENCY_ID, 556)).toBeNull();
      expect(await store.pendingJoinRequests(AGENCY_ID)).toHaveLength(1);
      expect(await store.countJoinRequests(AGENCY_ID, START)).toBe(2);
      expect(await store.countJoinRequests(AGENCY_ID, START + 1)).toBe(1);
    });
  });

  describe('the record of everything', () => {
    const fixture = useStore(create);

    it('is read page by page, from and until a moment, of one task', async () => {
      const { store } = fixture();
      const task = aTask();
      const lines = [0, 1, 2, 3].map((hour) =>
        anAuditEvent({ at: START + hour * HOUR, taskId: hour === 2 ? task.id : null }),
      );
      await store.commit(aPlan({ changes: [insert('task', task)], audit: lines }));
      const ids = lines.map(({ id }) => id);
      const filter = { agencyId: AGENCY_ID };
      const first = await store.auditTrail(filter, null, 3);
      expect(first).toEqual(lines.slice(0, 3));
      expect(await store.auditTrail(filter, ids[2] ?? '', 3)).toEqual(lines.slice(3));
      const within = { ...filter, from: START + HOUR, until: START + 3 * HOUR };
      expect((await store.auditTrail(within, null, 9)).map(({ id }) => id)).toEqual(ids.slice(1, 3));
      expect(await store.auditTrail({ ...filter, taskId: task.id }, null, 9)).toEqual(lines.slice(2, 3));
      expect(await store.auditTrail({ agencyId: 'another' }, null, 9)).toEqual([]);
    });

    it.each([
      ['changed', `update audit_events set actor_id = null`],
      ['taken back', `delete from audit_events`],
    ])('is never %s, not even past the program', async (_, statement) => {
      const { store, database } = fixture();
      const line = anAuditEvent({ actorId: SECRETARY.id });
      await store.commit(aPlan({ audit: [line] }));
      await expect(database.run(statement)).rejects.toThrow('append-only');
      expect(await store.auditTrail({ agencyId: AGENCY_ID }, null, 9)).toEqual([line]);
    });
  });

  describe('a member of another unit', () => {
    const fixture = useStore(create);

    it('may be moved to a unit that is declared with them', async () => {
      const { store } = fixture();
      const newcomer = aMember('newcomer', { unitId: OFFICE.id });
      await store.syncAgency(anAgency(), UNITS, [...MEMBERS, newcomer]);
      expect((await store.members(AGENCY_ID)).at(-1)).toEqual(newcomer);
    });
  });
};
