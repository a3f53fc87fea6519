import type { Member, Role } from './member.ts';
import type { Unit } from './unit.ts';

/** Everything a person can ask the bot to do. */
export type Action =
  | 'enter_tasks'
  | 'bind_chat'
  /** Ties accounts to members: makes links, says who a stranger is. */
  | 'link_members'
  /** The same for administrators, who may do what the others may not. */
  | 'link_administrators'
  | 'change_members'
  | 'report_status'
  | 'request_extension'
  | 'decide_extension'
  /** Writes down what a leader has decided in another way. */
  | 'record_decision'
  | 'decide_completion'
  | 'request_transfer'
  /** Gives a unit's part to another unit. */
  | 'hand_over'
  | 'cancel_task'
  | 'remind_now'
  | 'see_overdue'
  | 'see_all_units'
  | 'see_own_unit';

/** `own`: only for the unit the person works in; `charge`: only for units in a deputy's charge. */
type Scope = 'any' | 'own' | 'charge' | 'none';

const everyone = (scope: Scope): Record<Role, Scope> => ({
  admin: scope,
  secretary: scope,
  director: scope,
  deputy: scope,
  unit_head: scope,
  staff: scope,
});

/** Who may do what. The one place where authority is decided; every button and command asks it again when it arrives. */
const TABLE: Readonly<Record<Action, Readonly<Record<Role, Scope>>>> = {
  enter_tasks: { ...everyone('none'), admin: 'any', secretary: 'any' },
  bind_chat: { ...everyone('none'), admin: 'any', secretary: 'any' },
  link_members: { ...everyone('none'), admin: 'any', secretary: 'any' },
  link_administrators: { ...everyone('none'), admin: 'any' },
  change_members: { ...everyone('none'), admin: 'any' },
  report_status: { ...everyone('none'), unit_head: 'own', staff: 'own', secretary: 'any', admin: 'any' },
  request_extension: { ...everyone('none'), unit_head: 'own', staff: 'own', secretary: 'any' },
  decide_extension: { ...everyone('none'), director: 'any', deputy: 'charge' },
  record_decision: { ...everyone('none'), secretary: 'any' },
  decide_completion: { ...everyone('none'), secretary: 'any', director: 'any', deputy: 'charge' },
  request_transfer: { ...everyone('none'), unit_head: 'own', staff: 'own' },
  hand_over: { ...everyone('none'), admin: 'any', secretary: 'any', director: 'any' },
  cancel_task: { ...everyone('none'), admin: 'any', secretary: 'any', director: 'any' },
  remind_now: { ...everyone('none'), secretary: 'any', director: 'any', deputy: 'charge' },
  see_overdue: { ...everyone('any'), unit_head: 'own', staff: 'own' },
  see_all_units: { ...everyone('any'), unit_head: 'none', staff: 'none' },
  see_own_unit: { ...everyone('any'), unit_head: 'own', staff: 'own' },
};

/** Whether `member` may do `action`, for `unit` where the action concerns one. Nobody may do anything in another agency. */
export const isAllowed = (member: Member, action: Action, unit: Unit | null = null): boolean => {
  if (unit !== null && unit.agencyId !== member.agencyId) return false;
  switch (TABLE[action][member.role]) {
    case 'any':
      return true;
    case 'own':
      return unit === null || member.unitId === unit.id;
    case 'charge':
      return unit === null || unit.deputyId === member.id;
    case 'none':
      return false;
  }
};

/** Whether `actor` may tie an account to `target`: to an administrator only an administrator may. */
export const mayLink = (actor: Member, target: Pick<Member, 'agencyId' | 'role'>): boolean =>
  actor.agencyId === target.agencyId &&
  isAllowed(actor, target.role === 'admin' ? 'link_administrators' : 'link_members');
