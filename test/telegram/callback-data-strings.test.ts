// The very strings that stand under messages sent long ago: their buttons must go on doing what they did.
import { expect, it } from 'vitest';
import { localDate } from '../../src/domain/local-time.ts';
import { WHOLE_VIEW } from '../../src/domain/overdue-view.ts';
import { packButton, unpackButton } from '../../src/telegram/buttons/callback-data.ts';
import type { ButtonAction } from '../../src/telegram/buttons/callback-data.ts';

const ID = '01960c2f-6d3e-7abc-8def-0123456789ab';
const OTHER = '01960c2f-7000-7abc-8def-0123456789ab';
const KEY = 'q1w2e3r4t5y6u7i8';

const item = { draftId: ID, revision: 3, index: 12 };
const ofTask = { assignmentId: ID };
const ofRequest = { requestId: ID };

type Kind = ButtonAction['kind'];
type Written = { readonly [K in Kind]: readonly (readonly [ButtonAction & { readonly kind: K }, string])[] };

/** Every kind has a line here, and a line is never changed. */
const WRITTEN: Written = {
  save_item: [[{ kind: 'save_item', ...item }, 's3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  edit_deadline: [[{ kind: 'edit_deadline', ...item }, 'd3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  edit_units: [[{ kind: 'edit_units', ...item }, 'u3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  edit_content: [[{ kind: 'edit_content', ...item }, 'C3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  edit_product: [[{ kind: 'edit_product', ...item }, 'q3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  discard_item: [[{ kind: 'discard_item', ...item }, 'x3.c:01960c2f-6d3e-7abc-8def-0123456789ab']],
  choose_deadline: [
    [{ kind: 'choose_deadline', ...item, option: 1 }, 'c3.c.1:01960c2f-6d3e-7abc-8def-0123456789ab'],
  ],
  save_all: [[{ kind: 'save_all', draftId: ID, revision: 40 }, 'S14:01960c2f-6d3e-7abc-8def-0123456789ab']],
  show_standing: [
    [{ kind: 'show_standing', draftId: ID, revision: 0 }, 'g0:01960c2f-6d3e-7abc-8def-0123456789ab'],
  ],
  undo_save: [
    [
      { kind: 'undo_save', draftId: ID, revision: 2, firstNumber: 123_456, count: 9 },
      'J2.2n9c.9:01960c2f-6d3e-7abc-8def-0123456789ab',
    ],
  ],
  report_acknowledged: [
    [{ kind: 'report_acknowledged', ...ofTask }, 'a:01960c2f-6d3e-7abc-8def-0123456789ab'],
  ],
  report_in_progress: [[{ kind: 'report_in_progress', ...ofTask }, 'i:01960c2f-6d3e-7abc-8def-0123456789ab']],
  report_submitted: [[{ kind: 'report_submitted', ...ofTask }, 't:01960c2f-6d3e-7abc-8def-0123456789ab']],
  report_done: [[{ kind: 'report_done', ...ofTask }, 'f:01960c2f-6d3e-7abc-8def-0123456789ab']],
  report_blocked: [[{ kind: 'report_blocked', ...ofTask }, 'b:01960c2f-6d3e-7abc-8def-0123456789ab']],
  ask_extension: [[{ kind: 'ask_extension', ...ofTask }, 'e:01960c2f-6d3e-7abc-8def-0123456789ab']],
  correct_report: [[{ kind: 'correct_report', ...ofTask }, 'r:01960c2f-6d3e-7abc-8def-0123456789ab']],
  show_task: [[{ kind: 'show_task', ...ofTask }, 'v:01960c2f-6d3e-7abc-8def-0123456789ab']],
  show_evidence: [[{ kind: 'show_evidence', ...ofTask }, 'F:01960c2f-6d3e-7abc-8def-0123456789ab']],
  set_deadline: [[{ kind: 'set_deadline', ...ofTask }, 'h:01960c2f-6d3e-7abc-8def-0123456789ab']],
  remind_now: [[{ kind: 'remind_now', ...ofTask }, 'R:01960c2f-6d3e-7abc-8def-0123456789ab']],
  accept_completion: [[{ kind: 'accept_completion', ...ofTask }, 'y:01960c2f-6d3e-7abc-8def-0123456789ab']],
  return_completion: [[{ kind: 'return_completion', ...ofTask }, 'n:01960c2f-6d3e-7abc-8def-0123456789ab']],
  reopen_completion: [[{ kind: 'reopen_completion', ...ofTask }, 'j0:01960c2f-6d3e-7abc-8def-0123456789ab']],
  choose_new_unit: [[{ kind: 'choose_new_unit', ...ofTask }, 'H:01960c2f-6d3e-7abc-8def-0123456789ab']],
  cancel_task: [[{ kind: 'cancel_task', ...ofTask }, 'X:01960c2f-6d3e-7abc-8def-0123456789ab']],
  restore_task: [[{ kind: 'restore_task', ...ofTask }, 'V:01960c2f-6d3e-7abc-8def-0123456789ab']],
  approve_extension: [
    [{ kind: 'approve_extension', ...ofRequest }, 'Y:01960c2f-6d3e-7abc-8def-0123456789ab'],
  ],
  approve_other_date: [
    [{ kind: 'approve_other_date', ...ofRequest }, 'A:01960c2f-6d3e-7abc-8def-0123456789ab'],
  ],
  refuse_extension: [[{ kind: 'refuse_extension', ...ofRequest }, 'N:01960c2f-6d3e-7abc-8def-0123456789ab']],
  refuse_transfer: [[{ kind: 'refuse_transfer', ...ofRequest }, 'E:01960c2f-6d3e-7abc-8def-0123456789ab']],
  record_decision: [
    [{ kind: 'record_decision', ...ofRequest, leader: null }, `j1:${ID}`],
    [{ kind: 'record_decision', ...ofRequest, leader: KEY }, `j1:${ID}/${KEY}`],
  ],
  hand_over_to: [
    [
      { kind: 'hand_over_to', ...ofTask, unit: KEY },
      'T:01960c2f-6d3e-7abc-8def-0123456789ab/q1w2e3r4t5y6u7i8',
    ],
  ],
  overdue_page: [[{ kind: 'overdue_page', offset: 40 }, 'o14']],
  open_tasks_page: [[{ kind: 'open_tasks_page', offset: 0 }, 'p0']],
  ledger_page: [[{ kind: 'ledger_page', number: 23, offset: 10 }, 'ln.a']],
  overdue_view: [
    [{ kind: 'overdue_view', view: { ...WHOLE_VIEW, choice: null } }, 'O0.0.0.0.0'],
    [
      {
        kind: 'overdue_view',
        view: {
          scope: 'charge',
          age: 'long',
          order: 'oldest',
          form: 'table',
          offset: 20,
          choice: { by: 'deputy', key: KEY },
        },
      },
      'O1.2.1.1.k:1q1w2e3r4t5y6u7i8',
    ],
  ],
  overdue_options: [
    [
      {
        kind: 'overdue_options',
        by: 'document',
        view: { scope: 'all', age: 'recent', order: 'unit', form: 'lines', offset: 0, choice: null },
      },
      'P2.0.1.0.0.0',
    ],
  ],
  period_report: [
    [{ kind: 'period_report', wish: { period: 'week', isPrevious: false, scope: 'all' } }, 'W0.0.0'],
    [{ kind: 'period_report', wish: { period: 'quarter', isPrevious: true, scope: 'charge' } }, 'W2.1.1'],
  ],
  work_list_page: [
    [{ kind: 'work_list_page', period: 'week', scope: 'charge', offset: 15 }, 'w1.1.f'],
    [{ kind: 'work_list_page', period: 'today', scope: 'all', offset: 0 }, 'w0.0.0'],
  ],
  bind_page: [[{ kind: 'bind_page', offset: 8 }, 'G8']],
  bind_unit: [[{ kind: 'bind_unit', unitId: 'skhcn/KHTC' }, 'B:skhcn/KHTC']],
  unbind_unit: [[{ kind: 'unbind_unit', unitId: 'skhcn/QLKH&CN' }, 'U:skhcn/QLKH&CN']],
  choose_day: [[{ kind: 'choose_day', date: localDate(2025, 4, 18) }, 'D1k9.4.i']],
  turn_calendar: [[{ kind: 'turn_calendar', year: 2026, month: 2 }, 'm1ka.2']],
  type_date: [[{ kind: 'type_date' }, 'k']],
  calendar_label: [[{ kind: 'calendar_label' }, 'z']],
  people: [
    [{ kind: 'people', people: { do: 'ask_to_join' } }, 'M0'],
    [{ kind: 'people', people: { do: 'list', purpose: 'role', offset: 6 } }, 'M1.2.6'],
    [{ kind: 'people', people: { do: 'pick', purpose: 'invite', member: KEY } }, 'M2.0:q1w2e3r4t5y6u7i8'],
    [{ kind: 'people', people: { do: 'leave', member: KEY } }, 'M3:q1w2e3r4t5y6u7i8'],
    [
      { kind: 'people', people: { do: 'role', role: 'deputy', offset: 0, member: KEY } },
      'M4.3.0:q1w2e3r4t5y6u7i8',
    ],
    [
      { kind: 'people', people: { do: 'role_in_unit', role: 'unit_head', member: KEY, unit: KEY } },
      'M5.4:q1w2e3r4t5y6u7i8/q1w2e3r4t5y6u7i8',
    ],
    [
      { kind: 'people', people: { do: 'candidates', offset: 6, requestId: OTHER } },
      'M6.6:01960c2f-7000-7abc-8def-0123456789ab',
    ],
    [
      { kind: 'people', people: { do: 'admit', requestId: OTHER, member: KEY } },
      'M7:01960c2f-7000-7abc-8def-0123456789ab/q1w2e3r4t5y6u7i8',
    ],
    [
      { kind: 'people', people: { do: 'turn_down', requestId: OTHER } },
      'M8:01960c2f-7000-7abc-8def-0123456789ab',
    ],
  ],
  unit_picker: [
    [
      { kind: 'unit_picker', picker: { do: 'tick', role: 'coordinating', offset: 8, unit: KEY } },
      'K0.1.8:q1w2e3r4t5y6u7i8',
    ],
    [{ kind: 'unit_picker', picker: { do: 'turn', role: 'lead', offset: 16 } }, 'K1.0.g'],
    [{ kind: 'unit_picker', picker: { do: 'clear', role: 'lead', offset: 0 } }, 'K2.0.0'],
    [{ kind: 'unit_picker', picker: { do: 'close' } }, 'K3'],
  ],
};

const lines = Object.values<readonly (readonly [ButtonAction, string])[]>(WRITTEN).flat();

it.each(lines.map(([action, data]) => [data, action] as const))(
  '%s is written and read back',
  (data, action) => {
    expect(packButton(action)).toBe(data);
    expect(unpackButton(data)).toEqual(action);
  },
);

it('a unit whose id is too long is written by a digest of it', () => {
  const unitId = 'so-khoa-hoc/Trung tâm Chuyển đổi số và Đổi mới sáng tạo';
  expect(packButton({ kind: 'bind_unit', unitId })).toBe('B:#Qq-Zro7XgAWeLIMgLp-Esx0xfsWQTo3C-gnSi5DPrxI');
});
