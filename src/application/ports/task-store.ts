import type { Instant } from '../../domain/local-time.ts';
import type { Plan } from '../plan.ts';
import type { AgencyStore } from './agency-store.ts';
import type { AssignmentStore } from './assignment-store.ts';
import type { AuditStore } from './audit-store.ts';
import type { DeliveryStateStore } from './delivery-state-store.ts';
import type { DigestStore } from './digest-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { JoiningStore } from './joining-store.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { ReminderStore } from './reminder-store.ts';
import type { ReportStore } from './report-store.ts';

/**
 * Reads rows and commits plans. What may be asked stands in one file for each part of the store. What this process has
 * written is read at once, what another has from the next turn of the event loop on.
 */
export interface TaskStore
  extends
    AgencyStore,
    JoiningStore,
    DraftStore,
    AssignmentStore,
    DigestStore,
    ReportStore,
    AuditStore,
    ReminderStore,
    OutboxStore,
    DeliveryStateStore {
  /**
   * Applies the plan in one transaction, or nothing of it.
   * @throws StaleError where a row is gone or has another version than expected, or where another plan was faster with
   *   something there is one of: a task number, a unit's chat, a unit's part in a task, a pending extension request.
   * @throws DuplicateUpdateError where the update id has been committed before.
   * @throws StoreUnavailableError where nothing can be stored at present.
   */
  commit(plan: Plan): Promise<void>;

  /**
   * Deletes, in one short transaction, some rows that nobody will ask for again: see {@link Rubbish}.
   * @returns where to go on; null where there is nothing left
   */
  cleanUp(
    what: Rubbish,
    before: Instant,
    limit: number,
    from: CleanUpMark | null,
  ): Promise<CleanUpMark | null>;

  close(): Promise<void>;
}

/**
 * What may be deleted once it is older than some moment. `updates`: that an update has been applied; `holds`: Telegram's
 * wish for quiet that is over; `messages`: what a message of the bot was about, unless something it was about is still
 * open; `outbox`: a settled message, unless one of the above or a message still owed refers to it, or a task it was about
 * is open.
 */
export type Rubbish = 'updates' | 'holds' | 'messages' | 'outbox';

/** How far a cleaning has come, and how many rows it has deleted so far. */
export interface CleanUpMark {
  readonly at: Instant;
  readonly id: string;
  readonly deleted: number;
}
