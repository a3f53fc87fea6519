import type { MessageSource } from './chat.ts';
import type { Deadline } from './deadline.ts';
import type { Instant } from './local-time.ts';

/**
 * `task`: to be followed up. `standing`: a general or permanent instruction, followed up only if the secretary wants
 * to. `event_conditioned`: it starts when something happens.
 */
export type TaskKind = 'task' | 'standing' | 'event_conditioned';

/** Whose task it is, where the text says so: "tham mưu UBND tỉnh", "nhiệm vụ của Giám đốc Sở", "phát sinh". */
export type TaskCategory = 'provincial' | 'director' | 'arising';

/** A nhiệm vụ. Who does it, and how far they are, stands in its assignments. */
export interface Task {
  readonly id: string;
  readonly agencyId: string;
  /** What people call it: "việc 23". Unique in the agency. */
  readonly number: number;
  readonly documentId: string | null;
  /** The numbered heading of the document it stands under; null outside one. */
  readonly item: string | null;
  readonly kind: TaskKind;
  readonly category: TaskCategory | null;
  readonly content: string;
  readonly quote: string;
  readonly director: string | null;
  readonly recipient: string | null;
  /** Parties outside the agency that take part, as the text names them ("VNPT"); they get no messages. */
  readonly externalParties: readonly string[];
  readonly source: MessageSource;
  /** The occurrence of recurring work that this one comes after; null for the first one and for work due once. */
  readonly followsId: string | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

/** A deadline an assignment has or had. Rows are never changed: a new date is a new row that replaces the old one. */
export interface TaskDeadline extends Deadline {
  readonly id: string;
  readonly agencyId: string;
  readonly taskId: string;
  readonly origin: 'document' | 'edited' | 'extension';
  readonly replacesId: string | null;
  readonly createdAt: Instant;
}
