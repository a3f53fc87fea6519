import type { Plan } from './plan.ts';
import { StaleError } from './plan.ts';
import type { ApplicationContext } from './context.ts';

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
