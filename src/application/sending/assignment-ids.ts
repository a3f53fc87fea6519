import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { ApplicationContext } from '../context.ts';

/** The assignments a message is about, so that replies to it can be read. */
export const assignmentIdsOf = async (
  app: Pick<ApplicationContext, 'store'>,
  request: NotificationRequest,
): Promise<readonly string[]> => {
  switch (request.kind) {
    case 'reminder':
    case 'escalation':
      return (await app.store.reminders(request.reminderIds)).map(({ assignmentId }) => assignmentId);
    case 'extension_requested':
    case 'extension_stranded':
    case 'extension_noted':
    case 'extension_decided': {
      const asked = await app.store.extensionRequest(request.requestId);
      return asked ? [asked.assignmentId] : [];
    }
    case 'transfer_requested':
    case 'transfer_refused': {
      const asked = await app.store.transferRequest(request.requestId);
      return asked ? [asked.assignmentId] : [];
    }
    case 'task_assigned':
    case 'deadline_set':
    case 'reminder_asked_for':
    case 'series_ended':
    case 'handed_over':
    case 'save_undone':
    case 'task_cancelled':
    case 'task_restored':
    case 'waited_for':
    case 'completion_reported':
    case 'completion_decided':
    case 'blocked_reported':
      return [request.assignmentId];
    case 'coordination_news':
      return request.parts.map(({ assignmentId }) => assignmentId);
    case 'draft_summary':
    case 'draft_card':
    case 'digest':
    case 'delivery_failed':
    case 'chat_lost':
    case 'people':
    case 'clock_wrong':
    case 'backup_failed':
      return [];
  }
};
