import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitKey, unitOfButton } from '../../src/telegram/buttons/binding-buttons.ts';
import { CALLBACK_DATA_LIMIT } from '../../src/telegram/buttons/callback-data-limit.ts';
import { packButton, unpackButton } from '../../src/telegram/buttons/callback-data.ts';
import { choiceKey } from '../../src/telegram/buttons/choice-key.ts';
import type { ButtonAction } from '../../src/telegram/buttons/callback-data.ts';
import { REPORT_PERIODS, WORK_PERIODS } from '../../src/domain/work-period.ts';
import type { PeopleAction } from '../../src/telegram/buttons/people-buttons.ts';
import type { UnitPickerAction } from '../../src/telegram/buttons/unit-picker-buttons.ts';
import { someDate } from '../support/calendars.ts';
import { aUnit } from '../support/rows.ts';

fc.configureGlobal({ seed: 20250414 });

const bytes = (text: string): number => Buffer.byteLength(text);

/** Ids as they may come: UUIDs, names with colons and slashes; up to 40 characters of ASCII. */
const id = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...Array.from('abcXYZ019-_:./|#=~ ')) }),
);
const number = fc.integer({ min: 0, max: 36 ** 6 - 1 });
const small = fc.integer({ min: 0, max: 9_999 });

const draftItem = fc.record({
  kind: fc.constantFrom(
    'save_item',
    'edit_deadline',
    'edit_units',
    'edit_content',
    'edit_product',
    'discard_item',
  ),
  draftId: id,
  revision: number,
  index: small,
});
const role = fc.constantFrom('lead' as const, 'coordinating' as const);
const unitPicker: fc.Arbitrary<UnitPickerAction> = fc.oneof(
  fc.record({
    do: fc.constant('tick' as const),
    role,
    offset: number,
    unit: fc.string({ minLength: 1, maxLength: 40 }).map(choiceKey),
  }),
  fc.record({ do: fc.constantFrom('turn' as const, 'clear' as const), role, offset: number }),
  fc.record({ do: fc.constant('close' as const) }),
);
const scope = fc.constantFrom('all' as const, 'charge' as const);
const choiceBy = fc.constantFrom('unit' as const, 'deputy' as const, 'document' as const);
const overdueView = fc.record({
  scope,
  age: fc.constantFrom('any' as const, 'recent' as const, 'long' as const),
  order: fc.constantFrom('unit' as const, 'oldest' as const),
  form: fc.constantFrom('lines' as const, 'table' as const),
  choice: fc.option(fc.record({ by: choiceBy, key: id.map(choiceKey) })),
  offset: number,
});
const key = fc.string({ minLength: 1, maxLength: 40 }).map(choiceKey);
const purpose = fc.constantFrom('invite' as const, 'leave' as const, 'role' as const);
const memberRole = fc.constantFrom('admin' as const, 'staff' as const, 'unit_head' as const);
const people: fc.Arbitrary<PeopleAction> = fc.oneof(
  fc.record({ do: fc.constant('ask_to_join' as const) }),
  fc.record({ do: fc.constant('list' as const), purpose, offset: number }),
  fc.record({ do: fc.constant('pick' as const), purpose, member: key }),
  fc.record({ do: fc.constant('leave' as const), member: key }),
  fc.record({ do: fc.constant('role' as const), role: memberRole, offset: number, member: key }),
  fc.record({ do: fc.constant('role_in_unit' as const), role: memberRole, member: key, unit: key }),
  fc.record({ do: fc.constant('candidates' as const), offset: number, requestId: fc.uuid() }),
  fc.record({ do: fc.constant('admit' as const), requestId: fc.uuid(), member: key }),
  fc.record({ do: fc.constant('turn_down' as const), requestId: fc.uuid() }),
);
const action: fc.Arbitrary<ButtonAction> = fc.oneof(
  draftItem,
  fc.record({
    kind: fc.constant('choose_deadline'),
    draftId: id,
    revision: number,
    index: small,
    option: small,
  }),
  fc.record({ kind: fc.constantFrom('save_all', 'show_standing'), draftId: id, revision: number }),
  fc.record({
    kind: fc.constant('undo_save'),
    draftId: id,
    revision: number,
    firstNumber: number,
    count: number,
  }),
  fc.record({ kind: fc.constant('unit_picker'), picker: unitPicker }),
  fc.record({ kind: fc.constant('people'), people }),
  fc.record({ kind: fc.constant('bind_page'), offset: number }),
  fc.record({
    kind: fc.constantFrom(
      'report_acknowledged',
      'report_in_progress',
      'report_submitted',
      'report_done',
      'report_blocked',
      'ask_extension',
      'correct_report',
      'show_task',
      'set_deadline',
      'accept_completion',
      'return_completion',
      'reopen_completion',
      'choose_new_unit',
      'cancel_task',
      'restore_task',
      'remind_now',
      'show_evidence',
    ),
    assignmentId: id,
  }),
  fc.record({
    kind: fc.constantFrom('approve_extension', 'approve_other_date', 'refuse_extension', 'refuse_transfer'),
    requestId: id,
  }),
  fc.record({
    kind: fc.constant('record_decision'),
    requestId: fc.uuid(),
    leader: fc.option(id.map(choiceKey)),
  }),
  fc.record({
    kind: fc.constant('hand_over_to'),
    assignmentId: fc.uuid(),
    unit: fc.string({ minLength: 1, maxLength: 40 }).map(choiceKey),
  }),
  fc.record({ kind: fc.constantFrom('overdue_page', 'open_tasks_page'), offset: number }),
  fc.record({ kind: fc.constant('overdue_view'), view: overdueView }),
  fc.record({ kind: fc.constant('overdue_options'), by: choiceBy, view: overdueView }),
  fc.record({
    kind: fc.constant('work_list_page'),
    period: fc.constantFrom(...WORK_PERIODS),
    scope,
    offset: number,
  }),
  fc.record({
    kind: fc.constant('period_report'),
    wish: fc.record({ period: fc.constantFrom(...REPORT_PERIODS), isPrevious: fc.boolean(), scope }),
  }),
  fc.record({ kind: fc.constant('ledger_page'), number, offset: number }),
  fc.record({ kind: fc.constantFrom('bind_unit', 'unbind_unit'), unitId: id }),
  fc.record({ kind: fc.constant('choose_day'), date: someDate }),
  fc.record({
    kind: fc.constant('turn_calendar'),
    year: fc.integer({ min: 1970, max: 9_999 }),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constantFrom('type_date', 'calendar_label') }),
);

describe('callback data', () => {
  it('comes back as it was and fits into 64 bytes', () => {
    fc.assert(
      fc.property(action, (wanted) => {
        const data = packButton(wanted);
        expect(bytes(data)).toBeLessThanOrEqual(CALLBACK_DATA_LIMIT);
        expect(unpackButton(data)).toEqual(wanted);
      }),
    );
  });

  it('is different for different actions', () => {
    fc.assert(
      fc.property(action, action, (one, other) => {
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(packButton(one) === packButton(other)).toBe(isSame);
      }),
    );
  });

  it('takes nothing that it would not write itself', () => {
    const letters = fc.string({
      maxLength: 70,
      unit: fc.constantFrom(...Array.from('sduxcSgaitfberpvynYNoBhlMGU01az.:-/é')),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), letters), (data) => {
        const read = unpackButton(data);
        if (read !== null) expect(packButton(read)).toBe(data);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['an unknown letter', 'q:0196a1b2'],
    ['no id', 'f'],
    ['an empty id', 'f:'],
    ['a number too few', 's1:0196a1b2'],
    ['a number too many', 's1.2.3:0196a1b2'],
    ['a leading zero', 's01.2:0196a1b2'],
    ['a negative number', 's-1.2:0196a1b2'],
    ['a capital digit', 's1.A:0196a1b2'],
    ['a number beyond all bounds', 'ozzzzzzz'],
    ['an id where a page has none', 'o10:0196a1b2'],
    ['another program’s data', '{"a":1}'],
    ['more than Telegram allows', `f:${'x'.repeat(63)}`],
  ])('is refused with %s', (_, data) => {
    expect(unpackButton(data)).toBeNull();
  });

  it.each<[string, ButtonAction]>([
    ['a negative number', { kind: 'overdue_page', offset: -10 }],
    ['a fraction', { kind: 'overdue_page', offset: 1.5 }],
    ['an empty id', { kind: 'report_done', assignmentId: '' }],
    ['an id that is too long', { kind: 'report_done', assignmentId: 'x'.repeat(63) }],
  ])('is not written with %s', (_, wrong) => {
    expect(() => packButton(wrong)).toThrow(RangeError);
  });
});

describe('units in callback data', () => {
  const long = 'so-khoa-hoc-quang/Trung tâm Chuyển đổi số và Đổi mới sáng tạo';
  const units = [aUnit('VP'), aUnit('TT', { id: long }), aUnit('TT2', { id: `${long}.` })];

  it('fit although their ids hold many Vietnamese letters', () => {
    expect(bytes(long)).toBeGreaterThan(CALLBACK_DATA_LIMIT);
    for (const unit of units) {
      const read = unpackButton(packButton({ kind: 'bind_unit', unitId: unit.id }));
      expect(read?.kind).toBe('bind_unit');
      if (read?.kind === 'bind_unit') expect(unitOfButton(read, units)).toBe(unit);
    }
  });

  it('keep a short id readable', () => {
    expect(unitKey('skhcn/QLKH&CN')).toBe('skhcn/QLKH&CN');
  });

  it('are not found once they are gone', () => {
    expect(unitOfButton({ unitId: 'skhcn/CĐS' }, units)).toBeUndefined();
  });
});

const sorted = (value: ButtonAction): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
