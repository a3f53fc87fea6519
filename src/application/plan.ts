import type { Agency } from '../domain/agency.ts';
import type { Assignment } from '../domain/assignment.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { BotMessage, ChatBinding } from '../domain/chat.ts';
import type { Document } from '../domain/document.ts';
import type { Draft } from '../domain/draft.ts';
import type { ExtensionRequest } from '../domain/extension-request.ts';
import type { Invitation, JoinRequest } from '../domain/joining.ts';
import type { MemberRecord } from '../domain/member.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { StatusReport } from '../domain/status-report.ts';
import type { Task, TaskDeadline } from '../domain/task.ts';
import type { TransferRequest } from '../domain/transfer-request.ts';
import type { UnitPost } from '../domain/unit.ts';

/** Everything a plan may insert, by name. */
export interface Entities {
  readonly document: Document;
  readonly draft: Draft;
  readonly task: Task;
  readonly deadline: TaskDeadline;
  readonly assignment: Assignment;
  readonly statusReport: StatusReport;
  readonly extensionRequest: ExtensionRequest;
  readonly transferRequest: TransferRequest;
  readonly reminder: Reminder;
  readonly chatBinding: ChatBinding;
  readonly botMessage: BotMessage;
  readonly invitation: Invitation;
  readonly joinRequest: JoinRequest;
}

/** Everything a plan may change: rows that carry a version. */
export interface VersionedEntities {
  readonly agency: Agency;
  readonly draft: Draft;
  readonly task: Task;
  readonly assignment: Assignment;
  readonly extensionRequest: ExtensionRequest;
  readonly transferRequest: TransferRequest;
  readonly reminder: Reminder;
  readonly chatBinding: ChatBinding;
  readonly invitation: Invitation;
  readonly joinRequest: JoinRequest;
  readonly member: MemberRecord;
  readonly unit: UnitPost;
  readonly outboxMessage: OutboxMessage;
}

export type Insert = {
  [E in keyof Entities]: { readonly op: 'insert'; readonly entity: E; readonly row: Entities[E] };
}[keyof Entities];

/** Sets fields of a row that must still have `expectedVersion`; the store makes the version one higher. */
export type Update = {
  [E in keyof VersionedEntities]: {
    readonly op: 'update';
    readonly entity: E;
    readonly id: string;
    readonly expectedVersion: number;
    readonly set: Partial<Omit<VersionedEntities[E], 'id' | 'agencyId' | 'version'>>;
  };
}[keyof VersionedEntities];

/** Takes a row away that must still have `expectedVersion`; only of what is no record of anything. */
export interface Delete {
  readonly op: 'delete';
  readonly entity: 'chatBinding';
  readonly id: string;
  readonly expectedVersion: number;
}

/** Demands that a row which the decision has read, but does not change, is still as it was read. */
interface Expectation {
  readonly entity: keyof VersionedEntities;
  readonly id: string;
  readonly version: number;
}

/**
 * What a decision wants done, as data. A store applies all of it or nothing.
 *
 * Rows are applied in the order given, so that a row comes after the rows it refers to. New rows carry version 1.
 */
export interface Plan {
  readonly changes: readonly (Insert | Update | Delete)[];
  /** Messages owed. A row whose dedupe key is stored already is left out silently. */
  readonly outbox: readonly OutboxMessage[];
  readonly audit: readonly AuditEvent[];
  readonly expectations?: readonly Expectation[];
  /** The Telegram update this answers: a second plan with the same id changes nothing and fails with {@link DuplicateUpdateError}. */
  readonly updateId?: number | undefined;
  /** True for what a power cut may take back, though a crash of the program may not: it need not wait for the disk. */
  readonly isDispensable?: boolean;
}

/** Someone else changed a row in the meantime: read again and decide again. */
export class StaleError extends Error {
  override readonly name = 'StaleError';
}

/** Nothing can be stored at present: the disk is full or does not answer. The same plan may succeed later. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The update was applied before. */
export class DuplicateUpdateError extends Error {
  override readonly name = 'DuplicateUpdateError';
  readonly updateId: number;

  constructor(updateId: number) {
    super(`Update ${updateId} has been applied already`);
    this.updateId = updateId;
  }
}
