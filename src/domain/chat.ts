import type { Instant } from './local-time.ts';
import type { EvidenceFile } from './evidence-file.ts';

/** Where a message goes: a chat and, in a forum, its topic. */
export interface ChatAddress {
  readonly chatId: number;
  /** The forum topic (message_thread_id); null outside forums. */
  readonly threadId: number | null;
}

/** The chat or topic in which a unit gets its tasks. A unit has one at most; a chat may serve several units. */
export interface ChatBinding extends ChatAddress {
  readonly id: string;
  readonly agencyId: string;
  readonly unitId: string;
  readonly title: string;
  readonly boundBy: string;
  readonly boundAt: Instant;
  /** `unreachable`: the bot was removed or blocked there; nothing is sent until it is bound again. */
  readonly state: 'active' | 'unreachable';
  readonly version: number;
}

/** A chat, of a group or with a person, in which the bot cannot write: it was removed or blocked, or has no right to. */
export interface UnreachableChat {
  readonly agencyId: string;
  readonly chatId: number;
  /** When it was noticed; each loss has its own moment. */
  readonly since: Instant;
  /** In Telegram's words. */
  readonly reason: string;
}

/** Telegram wants nothing of the bot for a while. */
export interface SendingHold {
  /** Null: in whatever chat. */
  readonly chatId: number | null;
  readonly since: Instant;
  readonly until: Instant;
}

/** An answer that a chat could not take at once: it is said later, also by the next process. */
export interface WaitingAnswer {
  readonly id: string;
  readonly chatId: number;
  /** When it was to be said. */
  readonly since: Instant;
  /** The message, as whoever sends it wants it back. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a message of the bot is about, so that a reply or a reaction to it can be understood. */
export type MessageSubject =
  | { readonly kind: 'assignments'; readonly assignmentIds: readonly string[] }
  | { readonly kind: 'draft'; readonly draftId: string; readonly index: number | null }
  | { readonly kind: 'extension'; readonly requestId: string }
  | { readonly kind: 'transfer'; readonly requestId: string }
  /** The bot has asked the member for one thing about an assignment; the reply is that thing. */
  | { readonly kind: 'prompt'; readonly prompt: Prompt };

/** One thing the bot has asked a member for. */
export type Prompt =
  | DraftPrompt<'draft_deadline'>
  /** `search`: only units whose name holds these words are offered; absent where all are. */
  | (DraftPrompt<'draft_units'> & { readonly search?: string })
  | DraftPrompt<'draft_content'>
  | DraftPrompt<'draft_product'>
  | {
      readonly ask: 'blocked_reason' | 'extension_date' | 'correction';
      readonly assignmentId: string;
    }
  | { readonly ask: 'task_deadline'; readonly assignmentId: string }
  | { readonly ask: 'extension_grant'; readonly requestId: string }
  /** What a leader has decided, to be written down for them. */
  | { readonly ask: 'leader_decision'; readonly requestId: string; readonly leaderId: string }
  | { readonly ask: 'return_reason'; readonly assignmentId: string }
  | { readonly ask: 'reopen_reason'; readonly assignmentId: string }
  | { readonly ask: 'transfer_unit'; readonly assignmentId: string }
  | { readonly ask: 'transfer_refusal'; readonly requestId: string }
  | { readonly ask: 'cancel_reason'; readonly assignmentId: string }
  /** The number of the paper that finished work ended in. */
  | { readonly ask: 'evidence_number'; readonly assignmentId: string }
  /** Which of several tasks some files are for. */
  | {
      readonly ask: 'evidence_task';
      readonly assignmentIds: readonly string[];
      readonly files: readonly EvidenceFile[];
      /** The album whose pictures they are, and its first message; absent for others. The rest of it is kept with its own messages. */
      readonly album?: { readonly id: string; readonly firstMessageId: number };
    }
  /** A list of tasks without a deadline; the reply names tasks and days. */
  | { readonly ask: 'task_deadlines' };

/** About one item of a draft, in one reading of it. */
interface DraftPrompt<Ask extends string> {
  readonly ask: Ask;
  readonly draftId: string;
  readonly revision: number;
  readonly index: number;
}

/** A message the bot has sent, kept so that replies to it can be read. Its text is not kept. */
export interface BotMessage extends ChatAddress {
  readonly id: string;
  readonly agencyId: string;
  readonly messageId: number;
  readonly subject: MessageSubject;
  readonly sentAt: Instant;
  /** The outbox row it came from; null for a direct answer. */
  readonly outboxId: string | null;
}

/** A message a person wrote, as the source of a change. */
export interface MessageSource extends ChatAddress {
  readonly messageId: number;
  /** Telegram's id of the album that the message is a picture of. */
  readonly albumId?: string;
}

/** True where both are known and one message (or its edit) is the source of both. */
export const isSameMessage = (one: MessageSource | null, other: MessageSource | null): boolean =>
  one !== null && other !== null && one.chatId === other.chatId && one.messageId === other.messageId;
