// Somebody asks for something, and has lost their role by the moment it would be done: nothing is done.
import { expect, test } from 'vitest';
import type { ApplicationContext, Origin } from '../../src/application/context.ts';
import { bindChat, unbindChat } from '../../src/application/chats/bind-chat.ts';
import { NotAllowedError } from '../../src/application/demand.ts';
import { cancelTask, restoreTask } from '../../src/application/deciding/cancel-task.ts';
import { decideCompletion } from '../../src/application/deciding/decide-completion.ts';
import { decideExtension } from '../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../src/application/deciding/extensions.ts';
import { handOver } from '../../src/application/deciding/hand-over.ts';
import { setDeadlines } from '../../src/application/deciding/set-deadlines.ts';
import { refuseTransfer, requestTransfer } from '../../src/application/deciding/transfers.ts';
import { editDraftItem } from '../../src/application/entering/edit-draft-item.ts';
import { receiveWorkOrder } from '../../src/application/entering/receive-work-order.ts';
import { saveDraftItems } from '../../src/application/entering/save-draft-items.ts';
import { undoSave } from '../../src/application/entering/undo-save.ts';
import { changeRole, leave } from '../../src/application/people/change-member.ts';
import { invite } from '../../src/application/people/invitations.ts';
import { askToJoin, decideJoin } from '../../src/application/people/join-requests.ts';
import { remindNow } from '../../src/application/reminding/remind-now.ts';
import { recordReport } from '../../src/application/reporting/record-report.ts';
import type { LocalDate } from '../../src/domain/local-time.ts';
import type { Member, MemberRecord } from '../../src/domain/member.ts';
import { aPlan, update } from '../support/plans.ts';
import { TestOffice } from '../support/test-office.ts';
import { CHAT_OF, DEPUTY, HEAD_OF_PLANNING, SECRETARY, TECHNOLOGY } from '../support/test-people.ts';

/** What a person asks, once all that it needs is there; `app` is what they ask it of. */
type Asked = (
  app: ApplicationContext,
  origin: Origin,
) => Promise<{ readonly kind: string } | readonly object[]>;

/** Makes ready what the person will ask. */
type Ready = (office: TestOffice) => Promise<Asked>;

const DUE = '2025-04-18' as LocalDate;
const LATER = '2025-04-25' as LocalDate;

const CASES: readonly (readonly [what: string, actor: Member, ready: Ready])[] = [
  [
    'an order is written',
    SECRETARY,
    () =>
      Promise.resolve((app, { updateId }) =>
        receiveWorkOrder(app, {
          chatId: 11,
          threadId: null,
          messageId: 1,
          text: 'Giao Phòng KHTC báo cáo trước ngày 25/4/2025.',
          note: null,
          file: null,
          origin: null,
          isOrder: true,
          writtenAt: app.clock.now(),
          member: SECRETARY,
          updateId,
        }),
      ),
  ],
  [
    'a card is edited',
    SECRETARY,
    async (office) => {
      const { id: draftId, revision } = await office.draft({});
      const edit = { kind: 'content', text: 'Việc khác' } as const;
      return (app, origin) =>
        editDraftItem(app, { member: SECRETARY, draftId, revision, index: 0, edit, origin });
    },
  ],
  [
    'a task is saved',
    SECRETARY,
    async (office) => {
      const { id: draftId, revision } = await office.draft({});
      return (app, origin) => saveDraftItems(app, { member: SECRETARY, draftId, revision, items: 0, origin });
    },
  ],
  [
    'what was saved is taken back',
    SECRETARY,
    async (office) => {
      const { id: draftId, revision } = await office.draft({});
      const command = { member: SECRETARY, draftId, revision };
      await saveDraftItems(office.app, { ...command, items: 0, origin: office.message(11) });
      return (app, origin) => undoSave(app, { ...command, firstNumber: 1, count: 1, origin });
    },
  ],
  [
    'a unit reports',
    HEAD_OF_PLANNING,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const reports = [{ assignmentId: assignment.id, content: { kind: 'done' } }] as const;
      return (app, origin) => recordReport(app, { member: HEAD_OF_PLANNING, reports, origin });
    },
  ],
  [
    'more time is asked for',
    HEAD_OF_PLANNING,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const wish = { assignmentId: assignment.id, newDue: LATER, raw: 'đến 25/4', reason: null };
      return (app, origin) => requestExtension(app, { member: HEAD_OF_PLANNING, ...wish, origin });
    },
  ],
  [
    'more time is granted',
    DEPUTY,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const wish = { assignmentId: assignment.id, newDue: LATER, raw: 'đến 25/4', reason: null };
      const origin = office.message();
      const asked = await requestExtension(office.app, { member: HEAD_OF_PLANNING, ...wish, origin });
      const requestId = asked.kind === 'requested' ? asked.request.id : '';
      return (app, from) =>
        decideExtension(app, { member: DEPUTY, requestId, isApproved: true, origin: from });
    },
  ],
  [
    'finished work is accepted',
    SECRETARY,
    async (office) => {
      const view = await office.assignOne({ due: DUE });
      await office.report(view, 'done');
      const { id: assignmentId } = view.assignment;
      return (app, origin) =>
        decideCompletion(app, { member: SECRETARY, assignmentId, isAccepted: true, origin });
    },
  ],
  [
    'a transfer is asked for',
    HEAD_OF_PLANNING,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const wish = { assignmentId: assignment.id, toUnitId: TECHNOLOGY.id, reason: null };
      return (app, origin) => requestTransfer(app, { member: HEAD_OF_PLANNING, ...wish, origin });
    },
  ],
  [
    'a transfer is refused',
    SECRETARY,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const wish = { assignmentId: assignment.id, toUnitId: TECHNOLOGY.id, reason: null };
      const origin = office.message();
      const asked = await requestTransfer(office.app, { member: HEAD_OF_PLANNING, ...wish, origin });
      const requestId = asked.kind === 'requested' ? asked.request.id : '';
      return (app, from) => refuseTransfer(app, { member: SECRETARY, requestId, reason: null, origin: from });
    },
  ],
  [
    'work is handed over',
    SECRETARY,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      const command = { member: SECRETARY, assignmentId: assignment.id, toUnitId: TECHNOLOGY.id };
      return (app, origin) => handOver(app, { ...command, origin });
    },
  ],
  [
    'a task is called off',
    SECRETARY,
    async (office) => {
      const { task } = await office.assignOne({ due: DUE });
      return (app, origin) => cancelTask(app, { member: SECRETARY, taskId: task.id, reason: null, origin });
    },
  ],
  [
    'a task is taken up again',
    SECRETARY,
    async (office) => {
      const { task } = await office.assignOne({ due: DUE });
      const command = { member: SECRETARY, taskId: task.id };
      await cancelTask(office.app, { ...command, reason: null, origin: office.message(11) });
      return (app, origin) => restoreTask(app, { ...command, origin });
    },
  ],
  [
    'a deadline is set',
    SECRETARY,
    async (office) => {
      const { task } = await office.assignOne();
      const wishes = [{ number: task.number, words: '25/4' }];
      return (app, origin) =>
        setDeadlines(app, { member: SECRETARY, wishes, writtenAt: app.clock.now(), origin });
    },
  ],
  [
    'a unit is to be reminded',
    DEPUTY,
    async (office) => {
      const { assignment } = await office.assignOne({ due: DUE });
      return (app, origin) => remindNow(app, { member: DEPUTY, assignmentId: assignment.id, origin });
    },
  ],
  [
    'a chat is bound',
    SECRETARY,
    () =>
      Promise.resolve((app, origin) =>
        bindChat(app, {
          member: SECRETARY,
          chatId: -9,
          threadId: null,
          unitId: TECHNOLOGY.id,
          title: 'Nhóm khác',
          origin,
        }),
      ),
  ],
  [
    'a chat is unbound',
    SECRETARY,
    () =>
      Promise.resolve((app, origin) =>
        unbindChat(app, {
          member: SECRETARY,
          chatId: CHAT_OF.QLCN,
          threadId: null,
          unitId: TECHNOLOGY.id,
          origin,
        }),
      ),
  ],
  [
    'a stranger is let in',
    SECRETARY,
    async (office) => {
      const account = { telegramId: 99, name: 'Người mới', username: null };
      await askToJoin(office.app, { account, origin: office.message(99) });
      const request = await office.store.newestJoinRequest(office.app.agencyId, 99);
      const requestId = request?.id ?? '';
      return (app, origin) => decideJoin(app, { member: SECRETARY, requestId, memberId: null, origin });
    },
  ],
  [
    'somebody is invited',
    SECRETARY,
    () => Promise.resolve((app, origin) => invite(app, { member: SECRETARY, memberId: 'head-KHTC', origin })),
  ],
];

/** For what only administrators do; nobody else has them in the test office. */
const AS_ADMIN: readonly (readonly [what: string, actor: Member, ready: Ready])[] = [
  [
    'somebody is taken off the list',
    DEPUTY,
    () => Promise.resolve((app, origin) => leave(app, { member: DEPUTY, memberId: 'staff-KHTC', origin })),
  ],
  [
    'somebody is given another role',
    DEPUTY,
    () =>
      Promise.resolve((app, origin) =>
        changeRole(app, {
          member: DEPUTY,
          memberId: 'staff-KHTC',
          role: 'unit_head',
          unitId: 'unit-QLCN',
          origin,
        }),
      ),
  ],
];

const recordOf = async (office: TestOffice, { id }: Member): Promise<MemberRecord> => {
  const record = await office.store.memberRecord(id);
  if (record === null) throw new Error(`Nobody called ${id}`);
  return record;
};

/** The application, where somebody else changes the person at the very moment at which their decision is committed. */
const whileChanging = (
  office: TestOffice,
  actor: Member,
  change: Partial<MemberRecord>,
): ApplicationContext => {
  let isChanged = false;
  const { store } = office;
  return {
    ...office.app,
    store: {
      ...store,
      commit: async (plan) => {
        if (!isChanged) {
          isChanged = true;
          await store.commit(aPlan({ changes: [update('member', await recordOf(office, actor), change)] }));
        }
        await store.commit(plan);
      },
    },
  };
};

const trailOf = async (office: TestOffice): Promise<number> =>
  (await office.store.auditTrail({ agencyId: office.app.agencyId }, null, 1_000)).length;

const open = async ([, actor, ready]: (typeof CASES)[number]): Promise<readonly [TestOffice, Asked]> => {
  const isByAdmin = AS_ADMIN.some(([, , one]) => one === ready);
  const office = await TestOffice.openBound(isByAdmin ? { members: { [actor.id]: { role: 'admin' } } } : {});
  return [office, await ready(office)];
};

test.each([...CASES, ...AS_ADMIN])('while %s, the person leaves: nothing is done', async (...each) => {
  const [office, ask] = await open(each);
  const before = await trailOf(office);
  const app = whileChanging(office, each[1], { isListed: false, leftAt: office.now, telegramId: null });
  await expect(ask(app, office.message())).rejects.toThrow(NotAllowedError);
  expect(await trailOf(office)).toBe(before);
});

test.each([...CASES, ...AS_ADMIN])(
  'while %s, the person gets another role: nothing is done',
  async (...each) => {
    const [office, ask] = await open(each);
    const before = await trailOf(office);
    const app = whileChanging(office, each[1], { role: 'staff', unitId: 'unit-QLCN' });
    const outcome = await ask(app, office.message()).catch((error: unknown) => {
      if (error instanceof NotAllowedError) return { kind: 'not_allowed' };
      throw error;
    });
    expect(outcome).toMatchObject({ kind: 'not_allowed' });
    expect(await trailOf(office)).toBe(before);
  },
);

test.each(CASES)('while %s, only the title of the person changes: it is done', async (...each) => {
  const [office, ask] = await open(each);
  const before = await trailOf(office);
  const app = whileChanging(office, each[1], { title: 'đồng chí Phó' });
  const outcome = await ask(app, office.message());
  expect(outcome).not.toMatchObject({ kind: 'not_allowed' });
  expect(await trailOf(office)).toBeGreaterThan(before);
});
