import type { Action } from '../domain/authority.ts';
import { isAllowed } from '../domain/authority.ts';
import type { Member } from '../domain/member.ts';
import type { Unit } from '../domain/unit.ts';

/** Someone asks for what is not theirs to do; nothing has been changed. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}

/**
 * Ends a decision of which the person may not take part.
 * @param actor as `decideAs` gives them: who they are at the moment of deciding
 * @throws NotAllowedError
 */
export const demand = (actor: Member, action: Action, unit: Unit | null = null): void => {
  if (!isAllowed(actor, action, unit)) throw new NotAllowedError(`${actor.id} may not ${action}`);
};
