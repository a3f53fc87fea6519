import { describe, expect, test } from 'vitest';
import { StaleError } from '../../../src/application/plan.ts';
import type { SaveOutcome } from '../../../src/application/entering/save-draft-items.ts';
import { saveDraftItems } from '../../../src/application/entering/save-draft-items.ts';
import type { Draft } from '../../../src/domain/draft.ts';
import { localMoment } from '../../../src/domain/local-time.ts';
import { aDraft, aDraftItem, anAgency } from '../../support/rows.ts';
import { aPlan, insert, update } from '../../support/plans.ts';
import { TestOffice, shown } from '../../support/test-office.ts';
import { CHAT_OF, HEAD_OF_PLANNING, SECOND_SECRETARY, SECRETARY } from '../../support/test-people.ts';

const save = (
  office: TestOffice,
  draft: Draft,
  items: number | 'all_ready',
  member = SECRETARY,
): Promise<SaveOutcome> =>
  saveDraftItems(office.app, {
    member,
    draftId: draft.id,
    revision: draft.revision,
    items,
    origin: office.message(draft.chatId),
  });

const numbersOf = (outcome: SaveOutcome): readonly number[] =>
  outcome.kind === 'saved' ? outcome.tasks.map(({ number }) => number) : [];

describe('confirming the items of a draft', () => {
  test('makes numbered tasks with an assignment for each unit', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft(
      { lead: ['KHTC', 'QLCN'], coordinating: ['VP', 'QLCN', 'VNPT'], due: '2025-04-15', bound: 'before' },
      { lead: ['VP'] },
    );
    const outcome = await save(office, draft, 'all_ready');
    expect(numbersOf(outcome)).toEqual([1, 2]);

    const task = await office.store.taskByNumber(office.app.agencyId, 1);
    expect(task).toMatchObject({ externalParties: ['VNPT'], createdBy: SECRETARY.id, createdAt: office.now });
    const assignments = await office.store.assignmentsOfTask(task?.id ?? '');
    const views = await office.store.assignmentViews(assignments.map(({ id }) => id));
    expect(
      views.map(({ unit, assignment, deadline }) => [
        unit.code,
        assignment.role,
        assignment.status,
        deadline?.lastOk,
        shown(assignment.overdueFrom ?? 0),
      ]),
    ).toEqual([
      ['KHTC', 'lead', 'assigned', '2025-04-14', '04-15 00:00'],
      // Named both ways, a unit leads.
      ['QLCN', 'lead', 'assigned', '2025-04-14', '04-15 00:00'],
      ['VP', 'coordinating', 'assigned', '2025-04-14', '04-15 00:00'],
    ]);
  });

  test('plans reminders for those who lead, and for nobody else', async () => {
    const office = await TestOffice.openBound();
    const [lead, coordinating] = await office.assign({
      lead: ['KHTC'],
      coordinating: ['VP'],
      due: '2025-04-15',
      bound: 'before',
    });
    if (!lead || !coordinating) throw new Error('Two units take part');
    expect(await office.planned(lead)).toEqual([
      'before-3 04-09 07:30',
      'before-1 04-11 07:30',
      'on-day 04-14 07:30',
      'overdue 04-15 07:30',
    ]);
    expect(await office.planned(coordinating)).toEqual([]);
  });

  test('tells each unit in its chat, with what is known at that moment', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ lead: ['KHTC'], coordinating: ['VP'], due: '2025-04-15' });
    expect(await office.deliver()).toEqual([
      `task_assigned → ${CHAT_OF.KHTC}`,
      `task_assigned → ${CHAT_OF.VP}`,
    ]);
    expect(office.said('task_assigned').view.leads.map(({ code }) => code)).toEqual(['KHTC']);
    expect(office.nudges).toBeGreaterThan(0);
  });

  test('outside working hours the units are told when the office opens', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-11 18:00' });
    const outcome = await save(office, await office.draft({ due: '2025-04-25' }), 0);
    expect(outcome.kind === 'saved' && shown(outcome.announcedAt)).toBe('04-14 07:30');
    expect(await office.deliver()).toEqual([]);
    office.jumpTo('2025-04-14 07:30');
    expect(await office.deliver()).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
  });

  test('in the night it wakes nobody where the morning is soon enough', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-12 22:50' });
    const outcome = await save(office, await office.draft({ due: '2025-04-13' }), 0);
    expect(outcome.kind === 'saved' && shown(outcome.announcedAt)).toBe('04-13 06:00');
    expect(await office.goTo('2025-04-13 05:59')).toEqual([]);
    expect(await office.goTo('2025-04-13 06:00')).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
    // What is late in the morning is said, since someone has just entered it.
    office.jumpTo('2025-04-13 22:50');
    await office.assign({ due: '2025-04-13' });
    expect(await office.deliver()).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
  });

  test('what would be late before the office opens is said at once, and so is whoever saves it told', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-11 18:00' });
    const outcome = await save(office, await office.draft({ due: '2025-04-13' }), 0);
    expect(outcome.kind === 'saved' && shown(outcome.announcedAt)).toBe('04-11 18:00');
    expect(await office.deliver()).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
    // At half past seven, when the office opens, this would be late by a moment.
    await office.assign({ due: localMoment('2025-04-14', '07:29') });
    expect(await office.deliver()).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
    await office.assign({ due: localMoment('2025-04-14', '07:30') });
    expect(await office.deliver()).toEqual([]);
  });

  test('what is late already can wait for the morning', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-11 18:00' });
    await office.assign({ due: '2025-04-10' });
    expect(await office.deliver()).toEqual([]);
  });

  test('a unit without a chat hears through its head; one without either is named', async () => {
    const office = await TestOffice.open();
    const outcome = await save(office, await office.draft({ lead: ['KHTC', 'QLCN'] }), 0);
    expect(outcome.kind === 'saved' && outcome.unreachable.map(({ code }) => code)).toEqual(['QLCN']);
    expect(await office.deliver()).toEqual([`task_assigned → ${HEAD_OF_PLANNING.telegramId ?? ''}`]);
  });

  test('"save all" takes what is ready and leaves what has to be decided', async () => {
    const office = await TestOffice.openBound();
    const ready = aDraftItem({ index: 0, lead: [{ unitId: 'unit-VP', mention: 'VP' }] });
    const draft = aDraft({
      items: [
        ready,
        { ...ready, index: 1, questions: ['Hạn ngày nào?'] },
        { ...ready, index: 2, kind: 'standing' },
        { ...ready, index: 3, lead: [{ unitId: null, mention: 'Phòng Lạ' }] },
        { ...ready, index: 4, state: 'discarded' },
      ],
    });
    await office.store.commit(aPlan({ changes: [insert('draft', draft)] }));
    const outcome = await save(office, draft, 'all_ready');
    expect(numbersOf(outcome)).toEqual([1]);
    const after = await office.store.draft(draft.id);
    expect(after?.items.map(({ state }) => state)).toEqual(['saved', 'open', 'open', 'open', 'discarded']);
    expect(after?.state).toBe('open');
    expect((await save(office, draft, 'all_ready')).kind).toBe('nothing_ready');
    // One by one: what was asked about may be saved by the secretary's word, a leaderless item may not.
    expect(numbersOf(await save(office, draft, 1))).toEqual([2]);
    expect((await save(office, draft, 3)).kind).toBe('needs_lead');
    expect((await save(office, draft, 4)).kind).toBe('already_decided');
    expect((await save(office, draft, 9)).kind).toBe('nothing_ready');
  });

  test('the document is stored once, however many items are saved one by one', async () => {
    const office = await TestOffice.openBound();
    const item = aDraftItem({ lead: [{ unitId: 'unit-VP', mention: 'VP' }] });
    const draft = aDraft({
      document: {
        number: '27',
        symbol: 'TB-SKHCN',
        kind: 'THÔNG BÁO',
        title: null,
        issuedOn: '2025-04-04',
        place: null,
        signer: null,
        signerCapacity: null,
        recipients: [],
      },
      items: [item, { ...item, index: 1 }],
    });
    await office.store.commit(aPlan({ changes: [insert('draft', draft)] }));
    const outcomes = [await save(office, draft, 0), await save(office, draft, 1)];
    const documents = outcomes.map((outcome) =>
      outcome.kind === 'saved' ? outcome.tasks[0]?.documentId : undefined,
    );
    expect(documents[0]).toEqual(expect.any(String));
    expect(documents[1]).toBe(documents[0]);
    expect((await office.store.draft(draft.id))?.state).toBe('closed');
  });

  test('cards of an earlier reading, of a draft that is gone and of another agency are stale', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] });
    expect((await save(office, { ...draft, revision: 2 }, 0)).kind).toBe('stale');
    expect((await save(office, { ...draft, id: 'unknown' }, 0)).kind).toBe('stale');

    const other = anAgency({ id: 'other', name: 'Sở khác' });
    await office.store.syncAgency(other, [], [{ ...SECRETARY, id: 'theirs', agencyId: 'other' }]);
    const theirs = aDraft({ agencyId: 'other', createdBy: 'theirs' });
    await office.store.commit(aPlan({ changes: [insert('draft', theirs)] }));
    expect((await save(office, theirs, 0)).kind).toBe('stale');
  });

  test('a redelivered press changes nothing', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] }, { lead: ['VP'] });
    const origin = office.message();
    const command = { member: SECRETARY, draftId: draft.id, revision: draft.revision, origin };
    await saveDraftItems(office.app, { ...command, items: 0 });
    await expect(saveDraftItems(office.app, { ...command, items: 1 })).rejects.toThrow('applied already');
    expect((await office.store.agency(office.app.agencyId))?.nextTaskNumber).toBe(2);
  });
});

describe('two secretaries at once', () => {
  test('save one item: one succeeds, the other learns that it is decided', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] });
    const outcomes = await Promise.all([save(office, draft, 0), save(office, draft, 0, SECOND_SECRETARY)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already_decided', 'saved']);
    expect(await office.store.taskByNumber(office.app.agencyId, 2)).toBeNull();
    expect(await office.deliver()).toHaveLength(1);
  });

  test('save everything: each task exists once', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] }, { lead: ['KHTC'] }, { lead: ['QLCN'] });
    const outcomes = await Promise.all([
      save(office, draft, 'all_ready'),
      save(office, draft, 'all_ready', SECOND_SECRETARY),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['nothing_ready', 'saved']);
    expect((await office.store.agency(office.app.agencyId))?.nextTaskNumber).toBe(4);
    expect(await office.deliver()).toHaveLength(3);
  });

  test('save different items and different drafts: all succeed under different numbers', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] }, { lead: ['KHTC'] });
    const other = await office.draft({ lead: ['QLCN'] });
    const outcomes = await Promise.all([
      save(office, draft, 0),
      save(office, draft, 1, SECOND_SECRETARY),
      save(office, other, 0),
    ]);
    expect(outcomes.flatMap(numbersOf).toSorted()).toEqual([1, 2, 3]);
  });

  test('where others keep being faster, nothing is half done', async () => {
    const office = await TestOffice.openBound();
    const draft = await office.draft({ lead: ['VP'] });
    const rival = office.openSecondStore();
    const { store } = office;
    const slow = new Proxy(store, {
      get: (target, name) =>
        name === 'commit'
          ? async (plan: Parameters<typeof store.commit>[0]) => {
              // Someone else takes a number between reading and committing, every time.
              const agency = await rival.agency(office.app.agencyId);
              if (agency) {
                const nextTaskNumber = agency.nextTaskNumber + 1;
                await rival.commit(aPlan({ changes: [update('agency', agency, { nextTaskNumber })] }));
              }
              return store.commit(plan);
            }
          : (Reflect.get(target, name) as unknown),
    });
    const app = { ...office.app, store: slow };
    const command = { member: SECRETARY, draftId: draft.id, revision: 1, items: 0 } as const;
    await expect(saveDraftItems(app, { ...command, origin: office.message() })).rejects.toThrow(StaleError);
    expect((await office.store.draft(draft.id))?.items[0]?.state).toBe('open');
    expect(await office.store.nextOutboxAt()).toBeNull();
  });
});
