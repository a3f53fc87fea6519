import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { LocalMoment } from '../../domain/local-time.ts';
import { dateOf, localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Composed, Request } from './composed.ts';
import type { ApplicationContext } from '../context.ts';
import { sinceGiven } from '../reminding/reminders.ts';

/** What is said of a request for more time, as it stands now. */
export const composeExtension = async (
  app: ApplicationContext,
  asked:
    | Request<'extension_requested'>
    | Request<'extension_stranded'>
    | Request<'extension_noted'>
    | Request<'extension_decided'>,
): Promise<Composed> => {
  const request = await app.store.extensionRequest(asked.requestId);
  const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return { drop: 'the request is gone' };
  const { kind } = asked;
  const isPending = request.state === 'pending';
  const members = await app.store.members(app.agencyId);
  const memberOf = (id: string | null): Member | null => members.find((member) => member.id === id) ?? null;
  switch (kind) {
    case 'extension_requested': {
      if (!isPending) return { drop: 'the request has been decided' };
      const earlier = await deadlinesBefore(app, view);
      return {
        say: {
          kind,
          view,
          request,
          oldDeadline:
            request.oldDeadlineId === null ? null : await app.store.deadlineOf(request.oldDeadlineId),
          requester: memberOf(request.requestedBy),
          unknownYears:
            request.newDue === null
              ? []
              : app.calendar.unknownYears(localDateOf(app.clock.now()), dateOf(request.newDue)),
          ...(earlier.length > MANY_TIMES ? { earlier } : {}),
          ...(asked.turn === undefined ? {} : { turn: asked.turn }),
        },
      };
    }
    case 'extension_stranded': {
      if (!isPending) return { drop: 'the request has been decided' };
      const leaders = members.filter(({ id, role }) => id === view.unit.deputyId || role === 'director');
      if (leaders.some(({ telegramId }) => telegramId !== null)) return { drop: 'a leader can be asked now' };
      return { say: { kind, view, request, leaders } };
    }
    case 'extension_noted':
    case 'extension_decided':
      return {
        say: {
          kind,
          view,
          request,
          decider: memberOf(request.decidedBy),
          recorder: memberOf(await recorderOf(app, view, request)),
        },
      };
  }
};

/** Who has written the decision down for whoever made it; null where they did so themselves. */
const recorderOf = async (
  app: ApplicationContext,
  { task }: AssignmentView,
  { id }: ExtensionRequest,
): Promise<string | null> => {
  const recorded = (await app.store.auditOfTask(task.id)).findLast(
    ({ after }) => after?.requestId === id && after.decidedBy !== undefined,
  );
  return recorded?.actorId ?? null;
};

/** A request after so many extensions says what the deadline was each time. */
const MANY_TIMES = 2;

/** The first deadline of an assignment, then what it was moved to by each extension. */
const deadlinesBefore = async (
  app: ApplicationContext,
  { assignment }: AssignmentView,
): Promise<readonly LocalMoment[]> => {
  const granted = sinceGiven(await app.store.auditOfTask(assignment.taskId), assignment.id).filter(
    ({ action }) => action === 'extension_approved',
  );
  return [granted[0]?.before?.due, ...granted.map(({ after }) => after?.due)].filter((due) => due != null);
};
