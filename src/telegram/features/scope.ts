import { isAllowed } from '../../domain/authority.ts';
import type { Unit } from '../../domain/unit.ts';
import type { MemberContext } from '../bot-context.ts';
import { isPrivate } from '../bot-context.ts';

/** The units whose tasks are shown; null means the whole agency. */
export type Scope = readonly Unit[] | null;

/**
 * Whose tasks the asker gets to see here: in a group only the group's own, whoever asks; in private everything for those
 * who may, else the asker's own unit.
 */
export const scopeOf = async (ctx: MemberContext): Promise<Scope | 'unbound'> => {
  if (!isPrivate(ctx)) return ctx.boundUnits.length > 0 ? ctx.boundUnits : 'unbound';
  if (isAllowed(ctx.member, 'see_all_units')) return null;
  const units = await ctx.app.store.units(ctx.app.agencyId);
  return units.filter((unit) => unit.id === ctx.member.unitId);
};
