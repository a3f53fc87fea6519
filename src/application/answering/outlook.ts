// What the bot will do next, for somebody who looks on.
import type { Delivery } from '../../domain/ledger.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Rung } from '../../domain/reminder.ts';
import type { ApplicationContext } from '../context.ts';
import { listDeliveries } from './ledger.ts';

/** One rung that is planned. */
interface PlannedRung {
  readonly at: Instant;
  readonly rung: Rung;
  readonly taskNumber: number;
  readonly content: string;
  /** How messages name the unit. */
  readonly unit: string;
}

/** A task whose deadline is still to come. */
interface ComingDeadline {
  /** The first moment that is too late. */
  readonly overdueFrom: Instant;
  readonly taskNumber: number;
  readonly content: string;
  readonly unit: string;
}

export interface Outlook {
  /** Earliest first. */
  readonly planned: readonly PlannedRung[];
  readonly plannedCount: number;
  /** The earliest deadline that is not over. */
  readonly nextDeadline: ComingDeadline | null;
  /** Messages of any state, the newest first. */
  readonly deliveries: readonly Delivery[];
}

/** Open assignments looked at: more than a person looks through, and few enough to be asked for again and again. */
const MOST_ASSIGNMENTS = 500;

/** Reads what is planned, what is owed and what was sent, as it stands at `now`; `limit` entries of each at most. */
export const readOutlook = async (
  { agencyId, store }: Pick<ApplicationContext, 'agencyId' | 'store'>,
  now: Instant,
  limit: number,
): Promise<Outlook> => {
  const page = { limit: MOST_ASSIGNMENTS, offset: 0 };
  const ids = await store.openAssignmentIds({ agencyId, role: 'lead' }, page);
  const [views, reminders] = await Promise.all([store.assignmentViews(ids), store.plannedReminders(ids)]);
  const viewOf = new Map(views.map((view) => [view.assignment.id, view]));
  const planned = reminders.flatMap(({ assignmentId, rung, fireAt }): PlannedRung[] => {
    const view = viewOf.get(assignmentId);
    if (view === undefined) return [];
    const { task, unit } = view;
    return [{ at: fireAt, rung, taskNumber: task.number, content: task.content, unit: unit.shortName }];
  });
  const coming = views
    .flatMap(({ assignment: { overdueFrom }, task, unit }): ComingDeadline[] =>
      overdueFrom === null || overdueFrom <= now
        ? []
        : [{ overdueFrom, taskNumber: task.number, content: task.content, unit: unit.shortName }],
    )
    .sort((one, other) => one.overdueFrom - other.overdueFrom || one.taskNumber - other.taskNumber);
  return {
    planned: planned.slice(0, limit),
    plannedCount: planned.length,
    nextDeadline: coming[0] ?? null,
    deliveries: await listDeliveries({ agencyId, store }, { withDropped: true }, limit),
  };
};
