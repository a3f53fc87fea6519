import type { TaskStore } from '../../application/ports/task-store.ts';
import type { Config } from '../../config/load-config.ts';
import type { Settings } from '../../config/settings.ts';
import type { Instant } from '../../domain/local-time.ts';

/** Asks Telegram how things stand. Each method rejects with a {@link NoAnswer} where it cannot tell. */
export interface Telegram {
  me(): Promise<{
    readonly username: string;
    readonly readsAllGroupMessages: boolean;
    readonly canJoinGroups: boolean;
  }>;
  /** Null where the server does not say. */
  serverTime(): Promise<Instant | null>;
  chat(chatId: number): Promise<{
    readonly isMember: boolean;
    readonly mayWrite: boolean;
    readonly isForum: boolean;
  }>;
  /** Sends a silent message into a topic and deletes it at once; whether the topic took it. */
  takesMessages(chatId: number, threadId: number, text: string): Promise<boolean>;
  proxyAnswers(): Promise<boolean>;
}

/** `refused`: Telegram answered, and no; `unreachable`: it did not answer. */
export interface NoAnswer extends Error {
  readonly kind: 'refused' | 'unreachable';
  /** Telegram's code for an error; null where there was no answer. */
  readonly code: number | null;
}

/** How the database stands. */
export interface Database {
  readonly path: string;
  readonly exists: boolean;
  readonly isWritable: boolean;
  readonly freeBytes: number;
  readonly bytes: number;
  readonly holder: { readonly pid: number; readonly since: Instant } | null;
  readonly schema:
    | { readonly kind: 'current' }
    | { readonly kind: 'older'; readonly missing: number }
    | { readonly kind: 'newer' }
    | { readonly kind: 'unusable'; readonly why: string }
    | null;
  readonly damage: string | null;
  readonly failure: string | null;
  readonly store: TaskStore | null;
  close(): void;
}

/** What the doctor looks at; the entry point gives the real one. */
export interface DoctorWorld {
  readonly now: () => Instant;
  /** @throws ConfigError */
  loadOffice(configDir: string): Promise<Config>;
  telegram(token: string, settings: Settings): Telegram;
  /** @throws DatabaseError where the address names no file */
  database(databaseUrl: string): Promise<Database>;
  /** When the newest backup was made, and where backups are. */
  backups(settings: Settings): { readonly folder: string; readonly newest: Instant | null };
}
