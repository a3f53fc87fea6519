// What the tests of reminders share.
import type { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF } from '../../support/test-people.ts';

export const [TO_PLANNING, TO_TECHNOLOGY] = [`reminder → ${CHAT_OF.KHTC}`, `reminder → ${CHAT_OF.QLCN}`];

/** The task numbers of the last reminder, with the working days left, or with a minus those overdue. */
export const lastReminder = (office: TestOffice): readonly string[] =>
  office
    .said('reminder')
    .lines.map(
      ({ view, workingDaysLeft, workingDaysOverdue }) =>
        `${view.task.number}: ${workingDaysOverdue === null ? (workingDaysLeft ?? '?') : -workingDaysOverdue}`,
    );
