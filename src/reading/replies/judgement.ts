import type { Certainty, ReplyIntent } from '../findings.ts';

/** What a saying is taken for, and how sure that is. */
export interface Judgement {
  readonly intent: ReplyIntent;
  readonly certainty: Certainty;
}

export const certain = (intent: ReplyIntent): Judgement => ({ intent, certainty: 'certain' });
export const assumed = (intent: ReplyIntent): Judgement => ({ intent, certainty: 'assumed' });
export const ask = (intent: ReplyIntent): Judgement => ({ intent, certainty: 'ask' });

/** Intents that report on the work, and so change a status. */
export const STATUSES: ReadonlySet<ReplyIntent> = new Set([
  'done',
  'submitted',
  'in_progress',
  'not_done',
  'not_started',
  'blocked',
  'extension_request',
]);
