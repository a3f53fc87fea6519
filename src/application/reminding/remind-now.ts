import { isAtRest } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

export interface RemindNowCommand {
  readonly member: Member;
  readonly assignmentId: string;
  readonly origin: Origin;
}

export type RemindNowOutcome =
  /** `at`: when the unit hears of it, which is the next working hour. */
  | { readonly kind: 'queued'; readonly view: AssignmentView; readonly at: Instant }
  /** Somebody has had the unit asked today already. */
  | { readonly kind: 'asked_today'; readonly view: AssignmentView }
  /** There is nothing to ask: the unit has done its part, or only coordinates. */
  | { readonly kind: 'at_rest'; readonly view: AssignmentView }
  | { readonly kind: 'no_chat'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/** Asks the unit how its task stands, once a day at most, in working hours, in the name of whoever is in charge. */
export const remindNow = (
  app: ApplicationContext,
  { member, assignmentId, origin }: RemindNowCommand,
): Promise<RemindNowOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<RemindNowOutcome>> => {
    const [view] = await app.store.assignmentViews([assignmentId]);
    if (view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    if (!isAllowed(actor, 'remind_now', view.unit)) return { plan: null, outcome: { kind: 'not_allowed' } };
    const { assignment } = view;
    if (assignment.role !== 'lead' || isAtRest(assignment.status))
      return { plan: null, outcome: { kind: 'at_rest', view } };
    const chat = await chatOfUnit(app, view.unit);
    if (chat === null) return { plan: null, outcome: { kind: 'no_chat', view } };
    const at = whenOffice(app);
    const key = dedupeKey(assignmentId, localDateOf(at));
    if (await app.store.hasBeenOwed(key)) return { plan: null, outcome: { kind: 'asked_today', view } };
    const request = { kind: 'reminder_asked_for', assignmentId, memberId: member.id } as const;
    return {
      plan: {
        changes: [],
        // Two people at once owe the same message, and both have asked.
        outbox: [owe(app, chat, request, key, at)],
        audit: [
          auditEvent(app, {
            action: 'reminder_asked_for',
            actorId: member.id,
            taskId: assignment.taskId,
            assignmentId,
            source: origin.source,
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: { kind: 'queued', view, at },
    };
  });

const dedupeKey = (assignmentId: string, day: LocalDate): string =>
  `reminder_asked_for:${assignmentId}:${day}`;
