import type Sqlite from 'better-sqlite3';
import type { Plan } from '../../application/plan.ts';
import { withoutWaitingForDisk } from './connection.ts';

/** So many plans in one commit are several chats at work, and no coincidence. */
const SEVERAL = 4;
const MOMENT_MS = 1;

interface Waiting {
  readonly plan: Plan;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** What became of one plan of a group. */
type Outcome = typeof APPLIED | { readonly isApplied: false; readonly reason: unknown };

const APPLIED = { isApplied: true } as const;

/** Ways to apply a plan; what they throw says why it was not. */
export interface PlanCommit {
  /** In the transaction that is open, which is to be taken back where it throws. */
  readonly apply: (plan: Plan) => void;
  /** Whole or not at all: in a transaction of its own or, inside another, in a savepoint. */
  readonly commit: (plan: Plan) => void;
}

/**
 * Commits the plans that come in at the same time together, each whole or not at all, and all with one wait for the disk.
 * Where one of them fails, which is seldom, all are taken back and each is given a savepoint of its own. A promise resolves
 * when its plan is safe on the disk, unless it is dispensable. Plans are applied in the order in which they came.
 *
 * A plan that comes alone is committed at once. Where several came together just now, more are on their way, and are waited
 * for a moment: PostgreSQL has the same in `commit_delay` and `commit_siblings`.
 */
export const groupCommits = (client: Sqlite.Database, { apply, commit }: PlanCommit) => {
  let waiting: Waiting[] = [];
  let cameTogether = 0;

  const attempt = (plan: Plan): Outcome => {
    try {
      commit(plan);
      return APPLIED;
    } catch (reason) {
      return { isApplied: false, reason };
    }
  };
  const together = client.transaction((group: readonly Waiting[]): Outcome[] => {
    for (const { plan } of group) apply(plan);
    return group.map(() => APPLIED);
  });
  const inSavepoints = client.transaction((group: readonly Waiting[]): Outcome[] =>
    group.map(({ plan }) => {
      const outcome = attempt(plan);
      // A full disk takes back the whole transaction, not the savepoint alone.
      if (!client.inTransaction) throw new Error('The transaction has been taken back');
      return outcome;
    }),
  );
  const outcomesOf = (group: readonly Waiting[]): Outcome[] => {
    if (group.length > 1)
      for (const attemptAll of [together, inSavepoints])
        try {
          return attemptAll.immediate(group);
        } catch {
          // Something is wrong with one of them: each is told what is wrong with it.
        }
    return group.map(({ plan }) => attempt(plan));
  };

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    cameTogether = group.length;
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
        if (waiting.length === 0) {
          if (cameTogether >= SEVERAL) setTimeout(flush, MOMENT_MS);
          else setImmediate(flush);
        }
        waiting.push({ plan, resolve, reject });
      }),
    /** Commits what waits, before the database is closed. */
    flush,
  };
};
