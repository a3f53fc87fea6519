import { describe, expect, test } from 'vitest';
import { editDraftItem, showStandingOrders } from '../../../src/application/entering/edit-draft-item.ts';
import type { EditCommand, EditOutcome } from '../../../src/application/entering/edit-draft-item.ts';
import { receiveWorkOrder, rereadWorkOrder } from '../../../src/application/entering/receive-work-order.ts';
import type { WorkOrderOutcome } from '../../../src/application/entering/receive-work-order.ts';
import { saveDraftItems } from '../../../src/application/entering/save-draft-items.ts';
import type { Draft } from '../../../src/domain/draft.ts';
import { aDraft, aDraftItem } from '../../support/rows.ts';
import { aPlan, insert } from '../../support/plans.ts';
import { TestOffice } from '../../support/test-office.ts';
import { SECOND_SECRETARY, SECRETARY } from '../../support/test-people.ts';

const CHAT = SECRETARY.telegramId ?? 0;
const ORDER =
  'Giao Phòng KHTC chủ trì, phối hợp Phòng QLCN xây dựng kế hoạch chuyển đổi số, xong trước ngày 15/4/2025.';
/** A text as long as those that Telegram cuts, without anything in it. */
const FILLER = 'Nội dung cuộc họp được ghi lại đầy đủ trong biên bản.\n'.repeat(60);

interface Written {
  readonly messageId?: number;
  readonly writtenAt?: number;
  readonly updateId?: number;
}

const receive = (office: TestOffice, text: string, written: Written = {}): Promise<WorkOrderOutcome> => {
  const { source, updateId } = office.message(CHAT);
  return receiveWorkOrder(office.app, {
    chatId: CHAT,
    threadId: null,
    messageId: source?.messageId ?? 0,
    text,
    note: null,
    file: null,
    origin: null,
    isOrder: false,
    writtenAt: office.now,
    member: SECRETARY,
    updateId,
    ...written,
  });
};

const reread = (office: TestOffice, text: string, messageId: number): Promise<WorkOrderOutcome | null> =>
  rereadWorkOrder(office.app, {
    chatId: CHAT,
    threadId: null,
    messageId,
    text,
    note: null,
    file: null,
    origin: null,
    isOrder: false,
    writtenAt: office.now,
    member: SECRETARY,
    updateId: office.message(CHAT).updateId,
  });

const drafts = (office: TestOffice): Promise<readonly Draft[]> =>
  office.store.openDrafts(office.app.agencyId);

const onlyDraft = async (office: TestOffice): Promise<Draft> => {
  const [draft, ...others] = await drafts(office);
  if (draft === undefined || others.length > 0) throw new Error('There is one draft');
  return draft;
};

describe('a text becomes a draft', () => {
  test('with what was found in it, shown to whoever wrote it, at any hour', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-08 21:00' });
    expect(await receive(office, ORDER)).toEqual({ kind: 'drafted' });
    const { items, state, document } = await onlyDraft(office);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      lead: [{ unitId: 'unit-KHTC' }],
      coordinating: [{ unitId: 'unit-QLCN' }],
      deadline: { due: '2025-04-15', lastOk: '2025-04-14' },
      state: 'open',
    });
    expect([state, document]).toEqual(['open', null]);
    expect(await office.deliver()).toEqual([`draft_summary → ${CHAT}`, `draft_card → ${CHAT}`]);
    expect(office.said('draft_card').reminders.map(({ rung }) => rung)).toEqual([
      'before-3',
      'before-1',
      'on-day',
      'overdue',
    ]);
    // Nothing is a task before a person says so.
    expect(await office.store.taskByNumber(office.app.agencyId, 1)).toBeNull();
  });

  test('but not where there is no order in it, nor twice for one update', async () => {
    const office = await TestOffice.openBound();
    expect((await receive(office, 'Cảm ơn các đồng chí.')).kind).toBe('nothing_found');
    await receive(office, ORDER, { updateId: 900 });
    await expect(receive(office, ORDER, { updateId: 900 })).rejects.toThrow('applied already');
    expect(await drafts(office)).toHaveLength(1);
  });

  test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])(
    'nor where it is stamped %s: nothing of it is kept',
    async (stamp) => {
      const office = await TestOffice.openBound();
      expect(await receive(office, `${stamp}\n${ORDER}`)).toEqual({ kind: 'secret', stamp });
      expect(await drafts(office)).toEqual([]);
      expect(await office.deliver()).toEqual([]);
    },
  );

  test('joined with its continuation, which follows at once', async () => {
    const office = await TestOffice.openBound();
    await receive(office, `${ORDER}\n${FILLER}`);
    expect(await office.deliver()).toEqual([]);
    office.clock.jumpTo(office.now + 1_000);
    await receive(office, 'Giao Văn phòng Sở: Phòng VP tổng hợp kết quả, báo cáo trước ngày 20/4/2025.');
    const draft = await onlyDraft(office);
    expect([draft.parts.length, draft.revision]).toEqual([2, 2]);
    expect(draft.items[0]?.lead).toMatchObject([{ unitId: 'unit-KHTC' }]);
    office.clock.jumpTo(office.now + 10_000);
    const shown = await office.deliver();
    expect(shown.filter((line) => line.startsWith('draft_summary'))).toHaveLength(1);
    expect(office.said('draft_summary').draft.revision).toBe(2);
  });

  test('on its own where it comes later, where the one before was short, or where it is an old message forwarded', async () => {
    const office = await TestOffice.openBound();
    await receive(office, ORDER);
    await receive(office, ORDER);
    expect(await drafts(office)).toHaveLength(2);
    await receive(office, `${ORDER}\n${FILLER}`);
    await receive(office, ORDER, { writtenAt: office.now - 86_400_000 });
    expect(await drafts(office)).toHaveLength(4);
    await receive(office, `${ORDER}\n${FILLER}`);
    office.clock.jumpTo(office.now + 11_000);
    await receive(office, ORDER);
    expect(await drafts(office)).toHaveLength(6);
  });

  test('and is forgotten where a later part shows that it is secret', async () => {
    const office = await TestOffice.openBound();
    await receive(office, `${ORDER}\n${FILLER}`);
    const { id } = await onlyDraft(office);
    expect(await receive(office, `TỐI MẬT\n${ORDER}`)).toEqual({ kind: 'secret', stamp: 'TỐI MẬT' });
    expect(await office.store.draft(id)).toMatchObject({ parts: [], items: [], state: 'closed' });
    office.clock.jumpTo(office.now + 10_000);
    expect(await office.deliver()).toEqual([]);
  });
});

describe('a message edited afterwards', () => {
  test('is read again, and only the new reading is shown', async () => {
    const office = await TestOffice.openBound();
    await receive(office, ORDER, { messageId: 70 });
    const edited = ORDER.replace('15/4/2025', '25/4/2025');
    expect(await reread(office, edited, 70)).toEqual({ kind: 'drafted' });
    const draft = await onlyDraft(office);
    expect([draft.revision, draft.items[0]?.deadline?.due]).toEqual([2, '2025-04-25']);
    expect(await office.deliver()).toEqual([`draft_summary → ${CHAT}`, `draft_card → ${CHAT}`]);
    expect(office.said('draft_card').draft.revision).toBe(2);
  });

  test('changes nothing once a task has been saved from it, and nothing where it was no order', async () => {
    const office = await TestOffice.openBound();
    await receive(office, ORDER, { messageId: 70 });
    const draft = await onlyDraft(office);
    const origin = office.message(CHAT);
    const { id: draftId, revision } = draft;
    await saveDraftItems(office.app, { member: SECRETARY, draftId, revision, items: 0, origin });
    expect(await reread(office, ORDER.replace('15/4', '25/4'), 70)).toEqual({ kind: 'decided_already' });
    expect(await reread(office, ORDER, 71)).toBeNull();
  });
});

describe('an item is edited', () => {
  const prepared = async () => {
    const office = await TestOffice.openBound();
    const draft = aDraft({
      chatId: CHAT,
      items: [
        aDraftItem({
          lead: [{ unitId: null, mention: 'Phòng Lạ' }],
          questions: ['Ngày nào?', 'Đơn vị nào?'],
          deadlineQuestion: 'Ngày nào?',
          alternatives: ['2025-04-18', '2025-04-20'],
          deadline: {
            raw: 'cuối tuần',
            due: '2025-04-18',
            bound: 'by',
            precision: 'week',
            lastOk: '2025-04-18',
            lastOkWorkday: '2025-04-18',
            rrule: null,
            condition: null,
          },
        }),
        aDraftItem({ index: 1, kind: 'standing' }),
      ],
    });
    await office.store.commit(aPlan({ changes: [insert('draft', draft)] }));
    const edit = (what: EditCommand['edit'], more: Partial<EditCommand> = {}): Promise<EditOutcome> =>
      editDraftItem(office.app, {
        member: SECRETARY,
        draftId: draft.id,
        revision: 1,
        index: 0,
        origin: office.message(CHAT),
        edit: what,
        ...more,
      });
    return { office, draft, edit };
  };

  test('its deadline by words; what was asked about it is answered', async () => {
    const { office, draft, edit } = await prepared();
    expect((await edit({ kind: 'deadline', text: 'trước ngày 20/4/2025' })).kind).toBe('edited');
    expect((await office.store.draft(draft.id))?.items[0]).toMatchObject({
      deadline: { due: '2025-04-20', lastOk: '2025-04-19', lastOkWorkday: '2025-04-18' },
      questions: ['Đơn vị nào?'],
      deadlineQuestion: null,
      alternatives: [],
    });
  });

  test('its deadline by one of the other readings', async () => {
    const { office, draft, edit } = await prepared();
    await edit({ kind: 'alternative', option: 1 });
    expect((await office.store.draft(draft.id))?.items[0]?.deadline).toMatchObject({
      due: '2025-04-20',
      lastOk: '2025-04-20',
      lastOkWorkday: '2025-04-18',
    });
  });

  test.each(['không hạn', 'Không có hạn.', 'ko hạn', 'không hạn'.normalize('NFD')])(
    '%s: no deadline',
    async (text) => {
      const { office, draft, edit } = await prepared();
      await edit({ kind: 'deadline', text });
      expect((await office.store.draft(draft.id))?.items[0]).toMatchObject({
        deadline: null,
        deadlineQuestion: null,
      });
    },
  );

  test('not by words that are no date', async () => {
    const { office, draft, edit } = await prepared();
    expect((await edit({ kind: 'deadline', text: 'ngày 31/4/2025' })).kind).toBe('bad_deadline');
    expect((await edit({ kind: 'deadline', text: 'xin chào' })).kind).toBe('bad_deadline');
    expect((await office.store.draft(draft.id))?.version).toBe(1);
  });

  test('its units by words: roles where they are named, else all lead', async () => {
    const { office, draft, edit } = await prepared();
    const units = async () => {
      const item = (await office.store.draft(draft.id))?.items[0];
      return [item?.lead.map(({ unitId }) => unitId), item?.coordinating.map(({ unitId }) => unitId)];
    };
    await edit({ kind: 'units', text: 'Phòng KHTC chủ trì, Phòng QLCN phối hợp' });
    expect(await units()).toEqual([['unit-KHTC'], ['unit-QLCN']]);
    expect((await office.store.draft(draft.id))?.items[0]?.questions).toEqual(['Ngày nào?']);
    // Who coordinated stays, but for who leads now.
    await edit({ kind: 'units', text: 'QLCN' });
    expect(await units()).toEqual([['unit-QLCN'], []]);
    expect((await edit({ kind: 'units', text: 'abc' })).kind).toBe('unknown_units');
  });

  test('away; then nothing about it can be decided any more', async () => {
    const { office, draft, edit } = await prepared();
    expect(await edit({ kind: 'discard' })).toMatchObject({ kind: 'edited', item: { state: 'discarded' } });
    expect((await edit({ kind: 'deadline', text: '20/4/2025' })).kind).toBe('already_decided');
    expect((await office.store.draft(draft.id))?.state).toBe('open');
    await edit({ kind: 'discard' }, { index: 1 });
    expect((await office.store.draft(draft.id))?.state).toBe('closed');
  });

  test('by two people at once: both edits count', async () => {
    const { office, draft, edit } = await prepared();
    await Promise.all([
      edit({ kind: 'deadline', text: '22/4/2025' }),
      edit({ kind: 'units', text: 'QLCN' }, { member: SECOND_SECRETARY }),
    ]);
    expect((await office.store.draft(draft.id))?.items[0]).toMatchObject({
      deadline: { due: '2025-04-22' },
      lead: [{ unitId: 'unit-QLCN' }],
      questions: [],
    });
  });

  test('not on a card of an earlier reading', async () => {
    const { edit } = await prepared();
    expect((await edit({ kind: 'discard' }, { revision: 2 })).kind).toBe('stale');
    expect((await edit({ kind: 'discard' }, { index: 7 })).kind).toBe('stale');
    expect((await edit({ kind: 'discard' }, { draftId: 'unknown' })).kind).toBe('stale');
  });

  test('standing orders are shown when asked for, once', async () => {
    const { office, draft } = await prepared();
    const show = (revision = 1) =>
      showStandingOrders(office.app, {
        member: SECRETARY,
        draftId: draft.id,
        revision,
        origin: office.message(CHAT),
      });
    expect(await show()).toBe('shown');
    expect(await show()).toBe('shown');
    expect(await office.deliver()).toEqual([`draft_card → ${draft.chatId}`]);
    expect(office.said('draft_card').item.index).toBe(1);
    expect(await show(2)).toBe('stale');
  });
});
