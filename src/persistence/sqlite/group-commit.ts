import type Sqlite from 'better-sqlite3';
import type { Plan } from '../../application/plan.ts';
import { withoutWaitingForDisk } from './connection.ts';

interface Waiting {
  readonly plan: Plan;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** What became of one plan of a group. */
type Outcome = { readonly isApplied: true } | { readonly isApplied: false; readonly reason: unknown };

/**
 * Commits the plans that come in at the same time together: each in a savepoint of its own, whole or not at all, and
 * all with one wait for the disk, which is most of what a commit takes. A promise resolves when its plan is safe on the
 * disk, unless it is dispensable. Plans are applied in the order in which they came.
 * @param apply applies one plan in a transaction of its own or, inside another, in a savepoint
 */
export const groupCommits = (client: Sqlite.Database, apply: (plan: Plan) => void) => {
  let waiting: Waiting[] = [];

  const attempt = (plan: Plan): Outcome => {
    try {
      apply(plan);
      return { isApplied: true };
    } catch (reason) {
      return { isApplied: false, reason };
    }
  };
  const together = client.transaction((group: readonly Waiting[]): Outcome[] =>
    group.map(({ plan }) => {
      const outcome = attempt(plan);
      // A full disk takes back the whole transaction, not the savepoint alone.
      if (!client.inTransaction) throw new Error('The transaction has been taken back');
      return outcome;
    }),
  );
  const outcomesOf = (group: readonly Waiting[]): Outcome[] => {
    if (group.length > 1) {
      try {
        return together.immediate(group);
      } catch {
        // One by one, so that each is told what is wrong with it.
      }
    }
    return group.map(({ plan }) => attempt(plan));
  };

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const isDispensable = group.every(({ plan }) => plan.isDispensable);
    const outcomes = isDispensable
      ? withoutWaitingForDisk(client, () => outcomesOf(group))
      : outcomesOf(group);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.isApplied) group[index]?.resolve();
      else group[index]?.reject(outcome.reason);
    }
  };

  return {
    commit: (plan: Plan): Promise<void> =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ plan, resolve, reject });
      }),
    /** Commits what waits, before the database is closed. */
    flush,
  };
};
