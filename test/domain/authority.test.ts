import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/domain/authority.ts';
import { isAllowed } from '../../src/domain/authority.ts';
import type { Role } from '../../src/domain/member.ts';
import { aMember, aUnit } from '../support/rows.ts';

const ROLES = [
  'admin',
  'secretary',
  'director',
  'deputy',
  'unit_head',
  'staff',
] as const satisfies readonly Role[];

// Who may do what, in the order of ROLES: '+' for every unit, 'own' for the unit they work in, 'charge' for the units
// in their charge, '-' never.
const TABLE: Readonly<Record<Action, string>> = {
  enter_tasks: /*      */ '+ + - -      -   -',
  bind_chat: /*        */ '+ + - -      -   -',
  link_members: /*     */ '+ + - -      -   -',
  link_administrators: /**/ '+ - - -      -   -',
  change_members: /*   */ '+ - - -      -   -',
  report_status: /*    */ '+ + - -      own own',
  request_extension: /**/ '- + - -      own own',
  decide_extension: /* */ '- - + charge -   -',
  record_decision: /*  */ '- + - -      -   -',
  decide_completion: /**/ '- + + charge -   -',
  request_transfer: /* */ '- - - -      own own',
  hand_over: /*        */ '+ + + -      -   -',
  cancel_task: /*      */ '+ + + -      -   -',
  remind_now: /*       */ '- + + charge -   -',
  see_overdue: /*      */ '+ + + +      own own',
  see_all_units: /*    */ '+ + + +      -   -',
  see_own_unit: /*     */ '+ + + +      own own',
};

const CASES = (Object.entries(TABLE) as [Action, string][]).flatMap(([action, row]) =>
  row.split(/ +/).map((scope, column) => [action, ROLES[column] ?? 'staff', scope] as const),
);

describe('who may do what', () => {
  test('is decided for every action and role', () => {
    expect(CASES).toHaveLength(Object.keys(TABLE).length * ROLES.length);
  });

  test.each(CASES)('%s, %s: %s', (action, role, scope) => {
    const own = aUnit('VP', { deputyId: 'someone' });
    const member = aMember('asker', { role, unitId: own.id });
    const inCharge = aUnit('KHTC', { deputyId: member.id });
    const other = aUnit('QLCN', { deputyId: 'someone' });
    const vacant = aUnit('CĐS', { deputyId: null });
    const may = (unit = other) => isAllowed(member, action, unit);

    expect(may(own)).toBe(scope === '+' || scope === 'own');
    expect(may(inCharge)).toBe(scope === '+' || scope === 'charge');
    expect(may(other)).toBe(scope === '+');
    expect(may(vacant)).toBe(scope === '+');
    // Asked without a unit: whether there is any for which they may.
    expect(isAllowed(member, action)).toBe(scope !== '-');
  });

  test.each(CASES)('%s, %s: never in another agency', (action, role) => {
    const member = aMember('asker', { role, unitId: 'unit-VP' });
    const foreign = aUnit('VP', { agencyId: 'another', deputyId: member.id });
    expect(isAllowed(member, action, foreign)).toBe(false);
  });

  test('a person without a unit has no own unit', () => {
    const member = aMember('asker', { role: 'staff', unitId: null });
    expect(isAllowed(member, 'report_status', aUnit('VP'))).toBe(false);
  });
});
