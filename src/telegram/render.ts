import type { Notification } from '../domain/notification.ts';
import type { FormattedMessage, OutgoingMessage } from './transport/message.ts';
import { toMessages } from './transport/message.ts';
import { taskCancelled, taskRestored } from './texts/calling-off.ts';
import { chatLost, deliveryFailed } from './texts/delivery.ts';
import { deadlineSet, digestText } from './texts/digest.ts';
import { draftCard, draftSummary } from './texts/draft.ts';
import { escalation } from './texts/escalation.ts';
import { extensionNoted, extensionStranded } from './texts/extension-decisions.ts';
import { extensionDecided, extensionRequested } from './texts/extension.ts';
import { reminderAskedFor } from './texts/remind-now.ts';
import { peopleNews } from './texts/people-news.ts';
import { handedOver, transferRefused, transferRequested, waitedFor } from './texts/handing-over.ts';
import { coordinationNews } from './texts/coordination.ts';
import { reminder } from './texts/reminder.ts';
import { blockedReported, completionDecided, completionReported } from './texts/report.ts';
import { workReopened } from './texts/reopening.ts';
import { seriesEnded } from './texts/series.ts';
import { taskAssigned } from './texts/task.ts';
import { saveUndone } from './texts/undoing.ts';
import { backupFailed, clockWrong } from './texts/upkeep.ts';

/** What the bot says, in Vietnamese. */
export const render = (notification: Notification): FormattedMessage => {
  switch (notification.kind) {
    case 'draft_summary':
      return draftSummary(notification.draft);
    case 'draft_card':
      return draftCard(notification.draft, notification.item, notification.reminders, notification);
    case 'task_assigned':
      return taskAssigned(notification.view);
    case 'deadline_set':
      return deadlineSet(notification.view);
    case 'series_ended':
      return seriesEnded(notification.view);
    case 'reminder_asked_for':
      return reminderAskedFor(notification.today, notification.line, notification.asker);
    case 'digest':
      return digestText(notification.digest);
    case 'reminder':
      return reminder(
        notification.today,
        notification.lines,
        notification.newlyAssigned,
        notification.isForThisHour,
      );
    case 'escalation':
      return escalation(notification.step, notification.today, notification.lines);
    case 'completion_reported':
      return completionReported(notification.view, notification.report, notification.reporter);
    case 'completion_decided':
      return notification.isReopened
        ? workReopened(notification.view, notification.reason ?? null)
        : completionDecided(notification.view, notification.isAccepted, notification.reason);
    case 'blocked_reported':
      return blockedReported(
        notification.view,
        notification.report,
        notification.reporter,
        notification.waitedFor,
      );
    case 'transfer_requested':
      return transferRequested(
        notification.view,
        notification.request,
        notification.toUnit,
        notification.requester,
      );
    case 'transfer_refused':
      return transferRefused(notification.view, notification.decider, notification.reason);
    case 'handed_over':
      return handedOver(notification.view, notification.toUnit);
    case 'coordination_news':
      return coordinationNews(notification.changes);
    case 'save_undone':
      return saveUndone(notification.view);
    case 'task_cancelled':
      return taskCancelled(notification.view, notification.reason);
    case 'task_restored':
      return taskRestored(notification.view);
    case 'waited_for':
      return waitedFor(notification.view, notification.waiting, notification.report.reason);
    case 'extension_requested':
      return extensionRequested(notification);
    case 'extension_stranded':
      return extensionStranded(notification.view, notification.request, notification.leaders);
    case 'extension_noted':
      return extensionNoted(
        notification.view,
        notification.request,
        notification.decider,
        notification.recorder ?? null,
      );
    case 'extension_decided':
      return extensionDecided(
        notification.view,
        notification.request,
        notification.decider,
        notification.recorder ?? null,
      );
    case 'delivery_failed':
      return deliveryFailed(notification);
    case 'chat_lost':
      return chatLost(notification);
    case 'people':
      return peopleNews(notification.news);
    case 'clock_wrong':
      return clockWrong(notification);
    case 'backup_failed':
      return backupFailed(notification);
  }
};

/** The same as messages that Telegram takes, in order. */
export const renderMessages = (notification: Notification): readonly OutgoingMessage[] =>
  toMessages(render(notification));
