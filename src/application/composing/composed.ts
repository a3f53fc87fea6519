import type { Notification } from '../../domain/notification.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';

/** What to say now, or why there is nothing to say any more (in English, for the ledger). */
export type Composed = { readonly say: Notification } | { readonly drop: string };

export type Request<K extends NotificationRequest['kind']> = Extract<NotificationRequest, { kind: K }>;
