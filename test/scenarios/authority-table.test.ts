// Every button there is, pressed by everyone who may not, with data that no message of theirs bears.
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Action } from '../../src/domain/authority.ts';
import { isAllowed } from '../../src/domain/authority.ts';
import { WHOLE_VIEW } from '../../src/domain/overdue-view.ts';
import { databasePath } from '../../src/persistence/sqlite/database-path.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { packButton } from '../../src/telegram/buttons/callback-data.ts';
import { choiceKey } from '../../src/telegram/buttons/choice-key.ts';
import type { ButtonAction } from '../../src/telegram/buttons/callback-data.ts';
import type { PeopleAction } from '../../src/telegram/buttons/people-buttons.ts';
import { aPlan, insert } from '../support/plans.ts';
import {
  aDeadline,
  aDraft,
  aDraftItem,
  aMember,
  aTask,
  aUnit,
  anAssignment,
  anExtensionRequest,
  under,
} from '../support/rows.ts';
import { ADMINISTRATOR, Office, SECOND_SECRETARY, SECRETARY } from './support/office.ts';

const SECRET = 'thẩm định dự toán';
const ORDER = `Giao Phòng KHTC ${SECRET}, xong trước ngày 25/4/2025.`;
const DRAFT = 'Giao Phòng KHTC lập kế hoạch vốn, xong trước ngày 29/4/2025.';

/** One of each role, of the unit concerned and of another: none of the first three can be the only one who may not. */
const PEOPLE = [
  ADMINISTRATOR,
  SECOND_SECRETARY,
  'GĐ',
  'PGĐ1',
  'PGĐ2',
  'TP.KHTC',
  'CV.KHTC1',
  'TP.BCVT',
  'CV.BCVT1',
] as const;

/** What the buttons are about. */
interface Targets {
  readonly assignmentId: string;
  readonly submittedId: string;
  readonly doneId: string;
  readonly requestId: string;
  readonly draftId: string;
  readonly joinId: string;
  readonly unitId: string;
  readonly memberId: string;
}

/** What a press needs, or one of which it needs; null: it changes nothing for anybody, or only together with a question that was asked before. */
type Needs = Action | readonly Action[] | null;

type Buttons = Readonly<Record<ButtonAction['kind'], readonly (readonly [ButtonAction, Needs])[]>>;

const buttonsOf = (of: Targets): Buttons => {
  const { assignmentId, requestId, unitId } = of;
  const item = { draftId: of.draftId, revision: 1, index: 0 };
  const about = (
    kind: Extract<ButtonAction, { readonly assignmentId: string }>['kind'],
    needs: Needs,
    id = assignmentId,
  ): readonly (readonly [ButtonAction, Needs])[] => [[{ kind, assignmentId: id } as ButtonAction, needs]];
  const onItem = (
    kind: 'save_item' | 'edit_deadline' | 'edit_units' | 'edit_content' | 'edit_product' | 'discard_item',
  ): readonly (readonly [ButtonAction, Needs])[] => [[{ kind, ...item }, 'enter_tasks']];
  const people = (action: PeopleAction, needs: Needs): readonly [ButtonAction, Needs] => [
    { kind: 'people', people: action },
    needs,
  ];
  const member = choiceKey(of.memberId);
  const view = { ...WHOLE_VIEW, choice: null };
  return {
    save_item: onItem('save_item'),
    edit_deadline: onItem('edit_deadline'),
    edit_units: onItem('edit_units'),
    edit_content: onItem('edit_content'),
    edit_product: onItem('edit_product'),
    discard_item: onItem('discard_item'),
    choose_deadline: [[{ kind: 'choose_deadline', ...item, option: 0 }, 'enter_tasks']],
    undo_save: [
      [{ kind: 'undo_save', draftId: of.draftId, revision: 1, firstNumber: 1, count: 1 }, 'enter_tasks'],
    ],
    save_all: [[{ kind: 'save_all', draftId: of.draftId, revision: 1 }, 'enter_tasks']],
    show_standing: [[{ kind: 'show_standing', draftId: of.draftId, revision: 1 }, 'enter_tasks']],
    report_acknowledged: about('report_acknowledged', 'report_status'),
    report_in_progress: about('report_in_progress', 'report_status'),
    report_submitted: about('report_submitted', 'report_status'),
    report_done: about('report_done', 'report_status'),
    report_blocked: about('report_blocked', 'report_status'),
    ask_extension: about('ask_extension', 'request_extension'),
    correct_report: about('correct_report', 'report_status'),
    show_task: about('show_task', 'see_own_unit'),
    set_deadline: about('set_deadline', 'enter_tasks'),
    accept_completion: about('accept_completion', 'decide_completion', of.submittedId),
    return_completion: about('return_completion', 'decide_completion', of.submittedId),
    reopen_completion: about('reopen_completion', 'decide_completion', of.doneId),
    approve_extension: [[{ kind: 'approve_extension', requestId }, 'decide_extension']],
    approve_other_date: [[{ kind: 'approve_other_date', requestId }, 'decide_extension']],
    refuse_extension: [[{ kind: 'refuse_extension', requestId }, 'decide_extension']],
    record_decision: [
      [{ kind: 'record_decision', requestId, leader: null }, 'record_decision'],
      [{ kind: 'record_decision', requestId, leader: choiceKey('skhcn/PGĐ2') }, 'record_decision'],
    ],
    hand_over_to: [
      [{ kind: 'hand_over_to', assignmentId, unit: choiceKey(unitId) }, ['hand_over', 'request_transfer']],
    ],
    refuse_transfer: [[{ kind: 'refuse_transfer', requestId }, 'hand_over']],
    choose_new_unit: about('choose_new_unit', ['hand_over', 'request_transfer']),
    cancel_task: about('cancel_task', 'cancel_task'),
    restore_task: about('restore_task', 'cancel_task'),
    remind_now: about('remind_now', 'remind_now'),
    show_evidence: about('show_evidence', 'see_own_unit'),
    overdue_page: [[{ kind: 'overdue_page', offset: 0 }, null]],
    open_tasks_page: [[{ kind: 'open_tasks_page', offset: 0 }, null]],
    ledger_page: [[{ kind: 'ledger_page', number: 1, offset: 0 }, 'see_own_unit']],
    overdue_view: [[{ kind: 'overdue_view', view }, null]],
    overdue_options: [[{ kind: 'overdue_options', by: 'unit', view }, null]],
    work_list_page: [[{ kind: 'work_list_page', period: 'today', scope: 'all', offset: 0 }, null]],
    period_report: [],
    bind_page: [[{ kind: 'bind_page', offset: 0 }, 'bind_chat']],
    bind_unit: [[{ kind: 'bind_unit', unitId }, 'bind_chat']],
    unbind_unit: [[{ kind: 'unbind_unit', unitId }, 'bind_chat']],
    unit_picker: [[{ kind: 'unit_picker', picker: { do: 'close' } }, null]],
    choose_day: [[{ kind: 'choose_day', date: '2025-05-05' }, null]],
    turn_calendar: [[{ kind: 'turn_calendar', year: 2025, month: 5 }, null]],
    type_date: [[{ kind: 'type_date' }, null]],
    calendar_label: [[{ kind: 'calendar_label' }, null]],
    people: [
      people({ do: 'ask_to_join' }, null),
      people({ do: 'list', purpose: 'invite', offset: 0 }, 'link_members'),
      people({ do: 'list', purpose: 'leave', offset: 0 }, 'change_members'),
      people({ do: 'pick', purpose: 'invite', member }, 'link_members'),
      people({ do: 'pick', purpose: 'role', member }, 'change_members'),
      people({ do: 'leave', member }, 'change_members'),
      people({ do: 'role', role: 'staff', offset: 0, member }, 'change_members'),
      people({ do: 'role_in_unit', role: 'unit_head', member, unit: choiceKey(unitId) }, 'change_members'),
      people({ do: 'candidates', offset: 0, requestId: of.joinId }, 'link_members'),
      people({ do: 'admit', requestId: of.joinId, member }, 'link_members'),
      people({ do: 'turn_down', requestId: of.joinId }, 'link_members'),
    ],
  };
};

const found = <T extends { readonly id: string }>(all: readonly T[], wanted: string): T => {
  const one = all.find(({ id }) => id === wanted);
  if (one === undefined) throw new Error(`There is no ${wanted}`);
  return one;
};

/** All that decisions change. */
const TABLES = [
  'tasks',
  'assignments',
  'deadlines',
  'drafts',
  'status_reports',
  'extension_requests',
  'members',
  'units',
  'chat_bindings',
  'invitations',
  'join_requests',
] as const;

/** Looks past the bot at what is stored. */
const openTables = (databaseUrl: string): (() => string) => {
  const client = new Sqlite(databasePath(databaseUrl), { readonly: true });
  onTestFinished(() => {
    client.close();
  });
  return () =>
    TABLES.map((table) => JSON.stringify(client.prepare(`select * from ${table} order by id`).all())).join(
      '\n',
    );
};

const idsIn = (databaseUrl: string, statement: string): string[] => {
  const client = new Sqlite(databasePath(databaseUrl), { readonly: true });
  const ids = client.prepare<[], string>(statement).pluck().all();
  client.close();
  return ids;
};

const officeAtWork = async (): Promise<{ office: Office; targets: Targets }> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  for (const words of [SECRET, 'rà soát quyết toán', 'đối chiếu công nợ']) {
    await office.write(SECRETARY, ORDER.replace(SECRET, words));
    await office.press(SECRETARY, office.last({ person: SECRETARY }, words), 'Lưu');
  }
  await office.reply(
    'TP.KHTC',
    office.last({ group: 'KHTC' }, SECRET),
    'xin gia hạn đến 09/5/2025 vì chờ số liệu',
  );
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'Việc 2'), 'xong');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'Việc 3'), 'xong');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 3'), 'Xác nhận');
  await office.write(SECRETARY, DRAFT);
  const stranger = office.sandbox.server.world.addUser({ firstName: 'Người lạ' });
  stranger.write('xin chào');
  await office.sandbox.settle();
  await Promise.all([
    stranger.press(office.sandbox.server.world.lastFromBot(stranger), 'Đề nghị được dùng'),
    office.sandbox.settle(),
  ]);
  const { DATABASE_URL } = office.env;
  const [assignmentId = '', submittedId = '', doneId = ''] = idsIn(
    DATABASE_URL,
    'select id from assignments order by task_number',
  );
  const [requestId = ''] = idsIn(DATABASE_URL, `select id from extension_requests where state = 'pending'`);
  const [draftId = ''] = idsIn(DATABASE_URL, `select id from drafts where state = 'open'`);
  const [joinId = ''] = idsIn(DATABASE_URL, `select id from join_requests where state = 'pending'`);
  const targets: Targets = {
    assignmentId,
    submittedId,
    doneId,
    requestId,
    draftId,
    joinId,
    unitId: 'skhcn/KHTC',
    memberId: 'skhcn/CV.QLCN1',
  };
  expect(Object.values(targets)).not.toContain('');
  return { office, targets };
};

/** Presses with forged data under whatever the bot has said to the person last; what they see of it. */
const press = async (
  office: Office,
  who: string,
  action: ButtonAction,
  group: string | null,
): Promise<string> => {
  const place = office.last(group === null ? { person: who } : { group });
  const [answer] = await Promise.all([
    office.sandbox.person(who).pressForged(place.message, packButton(action)),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  expect(answer.answered, `${who}: ${packButton(action)}`).toBe(true);
  return answer.answered ? answer.text : '';
};

test('nobody does by a forged button what the table does not let them do', async () => {
  const { office, targets } = await officeAtWork();
  const { members, units } = await loadConfig(office.env.CONFIG_DIR);
  const unit = found(units, targets.unitId);
  const tables = openTables(office.env.DATABASE_URL);
  const before = tables();
  let pressed = 0;
  for (const [minute, who] of PEOPLE.entries()) {
    // Each with a minute of their own, as nobody presses so many at once.
    await office.goTo(`2025-04-08T09:${String(20 + minute)}`);
    const member = found(members, `skhcn/${who}`);
    const heard = office.heard({ person: who }).length;
    for (const [action, needs] of Object.values(buttonsOf(targets)).flat()) {
      if (needs !== null && [needs].flat().some((each) => isAllowed(member, each, unit))) continue;
      const isOfGroups = action.kind.endsWith('bind_unit') || action.kind === 'bind_page';
      await press(office, who, action, isOfGroups ? 'KHTC' : null);
      expect(tables(), `${who}: ${packButton(action)}`).toBe(before);
      pressed++;
    }
    // Nor do those of other units learn anything by it.
    if (who.endsWith('BCVT') || who.endsWith('BCVT1')) {
      const said = office
        .heard({ person: who })
        .slice(heard)
        .map(({ text }) => text.toLocaleLowerCase('vi'));
      expect(said.filter((text) => text.includes(SECRET))).toEqual([]);
    }
  }
  expect(pressed).toBeGreaterThan(150);
}, 60_000);

test('what is of another agency is out of everyone’s reach, whatever their role', async () => {
  const { office } = await officeAtWork();
  // A second agency in the same database, with work that looks the same.
  const agency = { id: 'other', name: 'Sở Xây dựng' };
  const unit = aUnit('KHTC', { id: 'other/KHTC', agencyId: agency.id });
  const secretary = aMember('other/VT', { agencyId: agency.id, role: 'secretary' });
  // Its number is that of one of ours.
  const task = aTask({
    number: 1,
    agencyId: agency.id,
    createdBy: secretary.id,
    content: 'Việc của sở khác',
  });
  const deadline = aDeadline(task);
  const assignment = anAssignment(task, unit, { ...under(deadline), status: 'submitted' });
  const finished = aTask({ agencyId: agency.id, createdBy: secretary.id, content: 'Việc xong của sở khác' });
  const done = anAssignment(finished, unit, { status: 'done', completedAt: 1 });
  const request = anExtensionRequest(assignment, { requestedBy: secretary.id });
  const draft = aDraft({
    agencyId: agency.id,
    createdBy: secretary.id,
    items: [aDraftItem({ lead: [{ unitId: unit.id, mention: 'Phòng KHTC' }] })],
  });
  const store = openSqliteTaskStore(office.env.DATABASE_URL);
  await store.syncAgency(agency, [unit], [secretary]);
  await store.commit(
    aPlan({
      changes: [
        insert('task', task),
        insert('deadline', deadline),
        insert('assignment', assignment),
        insert('task', finished),
        insert('assignment', done),
        insert('extensionRequest', request),
        insert('draft', draft),
      ],
    }),
  );
  await store.close();
  const foreign: Targets = {
    assignmentId: assignment.id,
    submittedId: assignment.id,
    doneId: done.id,
    requestId: request.id,
    draftId: draft.id,
    joinId: 'nothing',
    unitId: unit.id,
    memberId: secretary.id,
  };
  const tables = openTables(office.env.DATABASE_URL);
  const before = tables();
  for (const [minute, who] of [ADMINISTRATOR, SECRETARY, 'GĐ', 'PGĐ2', 'TP.KHTC'].entries()) {
    await office.goTo(`2025-04-08T09:${String(20 + minute)}`);
    const heard = office.heard({ person: who }).length;
    for (const [action] of Object.values(buttonsOf(foreign)).flat()) {
      const isOfGroups = action.kind.endsWith('bind_unit') || action.kind === 'bind_page';
      await press(office, who, action, isOfGroups ? 'KHTC' : null);
      expect(tables(), `${who}: ${packButton(action)}`).toBe(before);
    }
    const said = office
      .heard({ person: who })
      .slice(heard)
      .map(({ text }) => text);
    expect(said.filter((text) => text.includes('sở khác'))).toEqual([]);
    // Nor does it stand for our own task of the same number.
    for (const kind of ['show_task', 'show_evidence'] as const) {
      const { length } = office.heard({ person: who });
      expect(await press(office, who, { kind, assignmentId: assignment.id }, null)).toContain(
        'Tin này đã cũ',
      );
      expect(office.heard({ person: who })).toHaveLength(length);
    }
  }
}, 60_000);
