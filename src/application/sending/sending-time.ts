import type { Instant } from '../../domain/local-time.ts';
import type { Notification } from '../../domain/notification.ts';
import { announcedFrom } from '../announcement.ts';
import type { ApplicationContext } from '../context.ts';
import { whenOffice } from '../context.ts';

/** From when on something may be said: an answer at any hour, everything else in working hours, also where it was held up until the night; only a deadline whose own hour lies outside them is reminded of there. */
export const mayBeSaidFrom = (app: ApplicationContext, notification: Notification): Instant => {
  switch (notification.kind) {
    case 'draft_summary':
    case 'draft_card':
      return app.clock.now();
    case 'task_assigned':
      return announcedFrom(app, notification.view.assignment.overdueFrom);
    case 'reminder':
      return notification.isForThisHour ? app.clock.now() : whenOffice(app);
    default:
      return whenOffice(app);
  }
};
