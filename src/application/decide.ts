import type { Member } from '../domain/member.ts';
import type { ApplicationContext } from './context.ts';
import { NotAllowedError } from './demand.ts';
import type { Plan } from './plan.ts';
import { StaleError } from './plan.ts';

const MOST_TRIES = 5;

/** What a decision wants done, and what to tell the person who asked. `plan` is null where nothing changes. */
export interface Decision<Outcome> {
  readonly plan: Plan | null;
  readonly outcome: Outcome;
}

/**
 * Reads, decides and commits; where someone else was faster, reads and decides again.
 * @throws DuplicateUpdateError where the update has been applied before: the caller stays silent.
 * @throws StaleError where others keep being faster.
 */
export const decideAndCommit = async <Outcome>(
  app: Pick<ApplicationContext, 'store' | 'outboxGrew'>,
  decide: () => Promise<Decision<Outcome>>,
): Promise<Outcome> => {
  for (let tries = 1; ; tries++) {
    const { plan, outcome } = await decide();
    if (plan === null) return outcome;
    try {
      await app.store.commit(plan);
      if (plan.outbox.length > 0) app.outboxGrew();
      return outcome;
    } catch (error) {
      if (!(error instanceof StaleError) || tries === MOST_TRIES) throw error;
    }
  }
};

/**
 * As {@link decideAndCommit}, for what a person asks. What counts is who they are at the moment of deciding, not when they
 * were recognised: `decide` is given them as they are now, and what it wants done is done only while they are still so.
 * @throws NotAllowedError where they are no longer on the list.
 */
export const decideAs = <Outcome>(
  app: Pick<ApplicationContext, 'store' | 'outboxGrew' | 'agencyId'>,
  { id }: Pick<Member, 'id'>,
  decide: (actor: Member) => Promise<Decision<Outcome>>,
): Promise<Outcome> =>
  decideAndCommit(app, async () => {
    const actor = await app.store.memberRecord(id);
    if (actor?.agencyId !== app.agencyId || !actor.isListed) {
      throw new NotAllowedError(`${id} is not on the list`);
    }
    const { plan, outcome } = await decide(actor);
    if (plan === null) return { plan, outcome };
    const unchanged = { entity: 'member', id, version: actor.version } as const;
    return { plan: { ...plan, expectations: [...(plan.expectations ?? []), unchanged] }, outcome };
  });
