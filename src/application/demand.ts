import type { Action } from '../domain/authority.ts';
import { isAllowed } from '../domain/authority.ts';
import type { Member } from '../domain/member.ts';
import type { Unit } from '../domain/unit.ts';
import type { ApplicationContext } from './context.ts';

/** Someone asks for what is not theirs to do; nothing has been changed. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}

/**
 * Ends a decision of which the person may not take part: what counts is their role at this moment, not when they were
 * recognised.
 * @throws NotAllowedError
 */
export const demand = async (
  app: ApplicationContext,
  { id }: Pick<Member, 'id'>,
  action: Action,
  unit: Unit | null = null,
): Promise<void> => {
  const member = await app.store.memberRecord(id);
  const isOurs = member?.agencyId === app.agencyId && member.isListed;
  if (!isOurs || !isAllowed(member, action, unit)) throw new NotAllowedError(`${id} may not ${action}`);
};
