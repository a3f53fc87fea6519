import type { Instant } from '../../domain/local-time.ts';
import type { Notification } from '../../domain/notification.ts';
import { announcedFrom } from '../chats/announcement.ts';
import type { ApplicationContext } from '../context.ts';
import { whenOffice } from '../context.ts';
import type { Clock } from '../ports/clock.ts';

/** From when on something may be said: an answer at any hour, everything else in working hours, also where it was held up until the night; only a deadline whose own hour lies outside them is reminded of there. */
export const mayBeSaidFrom = (app: ApplicationContext, notification: Notification): Instant => {
  switch (notification.kind) {
    case 'draft_summary':
    case 'draft_card':
    // By a clock that is wrong no hour is known; it is owed only in the right ones.
    case 'clock_wrong':
      return app.clock.now();
    case 'task_assigned':
      return announcedFrom(app, notification.view.assignment.overdueFrom);
    case 'reminder':
      return notification.isForThisHour ? app.clock.now() : whenOffice(app);
    default:
      return whenOffice(app);
  }
};

/** What a long message takes at the pace of a full group. */
const GRACE_MS = 120_000;

/** The same for the rest of what has been begun: the end of office hours does not cut it in two. */
export const mayGoOnFrom = (app: ApplicationContext, notification: Notification): Instant => {
  const now = app.clock.now();
  const clock: Clock = {
    now: () => now - GRACE_MS,
    waitUntil: (instant, signal) => app.clock.waitUntil(instant, signal),
  };
  const earlier = { ...app, clock };
  const isJustOver = mayBeSaidFrom(earlier, notification) <= now - GRACE_MS;
  return isJustOver ? now : mayBeSaidFrom(app, notification);
};
