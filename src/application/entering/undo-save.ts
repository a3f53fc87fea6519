import type { Draft, DraftItem } from '../../domain/draft.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import { announcementKey } from '../chats/announcement.ts';
import type { Composed, Request } from '../composing/composed.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { demand } from '../demand.ts';
import type { Plan } from '../plan.ts';
import { settle } from '../reminding/reminders.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

/** How long what was saved can be taken back as if it had not been. */
const UNDO_WITHIN_MS = 10 * 60_000;

export interface UndoCommand {
  readonly member: Member;
  readonly draftId: string;
  readonly revision: number;
  /** The tasks that were saved at once have numbers one after the other. */
  readonly firstNumber: number;
  readonly count: number;
  readonly origin: Origin;
}

export type UndoOutcome =
  | {
      readonly kind: 'undone';
      readonly draft: Draft;
      readonly items: readonly DraftItem[];
      readonly numbers: readonly number[];
    }
  | { readonly kind: 'too_late'; readonly number: number }
  /** A unit has said more than that it has received the task. */
  | { readonly kind: 'at_work'; readonly view: AssignmentView }
  | { readonly kind: 'stale' };

/**
 * Takes back what was saved within the last ten minutes: the items of the draft are open again, nobody is reminded, and
 * units that have been told are told that it was a mistake. Later, or once a unit is at work, a task is called off instead.
 */
export const undoSave = (app: ApplicationContext, command: UndoCommand): Promise<UndoOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<UndoOutcome>> => {
    const { firstNumber, count } = command;
    const refused = (outcome: UndoOutcome): Decision<UndoOutcome> => ({ plan: null, outcome });
    demand(actor, 'enter_tasks');
    const draft = await app.store.draft(command.draftId);
    if (draft?.agencyId !== app.agencyId || draft.revision !== command.revision)
      return refused({ kind: 'stale' });
    const saved = draft.items.filter(
      ({ state, taskNumber }) =>
        state === 'saved' &&
        taskNumber !== null &&
        taskNumber >= firstNumber &&
        taskNumber < firstNumber + count,
    );
    const views = await viewsOf(app, saved);
    const [first] = views;
    if (first === undefined) return refused({ kind: 'stale' });
    if (views.some(({ task }) => app.clock.now() > task.createdAt + UNDO_WITHIN_MS))
      return refused({ kind: 'too_late', number: first.task.number });
    for (const view of views) if (await isAtWork(app, view)) return refused({ kind: 'at_work', view });
    return undo(app, command, draft, saved, views);
  });

const viewsOf = async (
  app: ApplicationContext,
  items: readonly DraftItem[],
): Promise<readonly AssignmentView[]> => {
  const taskIds = items.flatMap(({ taskId }) => taskId ?? []);
  const parts = await Promise.all(taskIds.map((taskId) => app.store.assignmentsOfTask(taskId)));
  return app.store.assignmentViews(parts.flat().map(({ id }) => id));
};

const isAtWork = async (app: ApplicationContext, view: AssignmentView): Promise<boolean> => {
  const { status, id } = view.assignment;
  const isUntouched = status === 'assigned' || status === 'acknowledged';
  return !isUntouched || view.pendingExtension !== null || (await app.store.pendingTransfer(id)) !== null;
};

const undo = async (
  app: ApplicationContext,
  { member, origin }: UndoCommand,
  draft: Draft,
  saved: readonly DraftItem[],
  views: readonly AssignmentView[],
): Promise<Decision<UndoOutcome>> => {
  const indexes = new Set(saved.map(({ index }) => index));
  const items = draft.items.map((item) =>
    indexes.has(item.index) ? { ...item, state: 'open' as const, taskId: null, taskNumber: null } : item,
  );
  const set = { items, state: 'open' } as const;
  const changes: Plan['changes'][number][] = [
    { op: 'update', entity: 'draft', id: draft.id, expectedVersion: draft.version, set },
  ];
  const outbox: Plan['outbox'][number][] = [];
  for (const { assignment, unit } of views) {
    const { id, version: expectedVersion } = assignment;
    changes.push({ op: 'update', entity: 'assignment', id, expectedVersion, set: { status: 'cancelled' } });
    const planned = await app.store.plannedReminders([id]);
    changes.push(...planned.map((reminder) => settle(reminder, 'cancelled', 'called_off')));
    const chat = await chatOfUnit(app, unit);
    const told = { kind: 'save_undone', assignmentId: id } as const;
    // At once: until then somebody may begin.
    if (chat) outbox.push(owe(app, chat, told, `undone:${id}`, app.clock.now(), PRIORITY.today));
  }
  const audit = saved.map(({ taskId, taskNumber, index }) =>
    auditEvent(app, {
      action: 'save_undone',
      actorId: member.id,
      taskId,
      source: origin.source,
      before: { number: taskNumber },
      after: { draftId: draft.id, index },
    }),
  );
  const restored = { ...draft, ...set, version: draft.version + 1 };
  return {
    plan: { changes, outbox, audit, updateId: origin.updateId },
    outcome: {
      kind: 'undone',
      draft: restored,
      items: items.filter(({ index }) => indexes.has(index)),
      numbers: saved.flatMap(({ taskNumber }) => taskNumber ?? []),
    },
  };
};

/** Only a unit that has been given the task hears that it was a mistake. */
export const composeUndone = async (
  app: ApplicationContext,
  { assignmentId }: Request<'save_undone'>,
): Promise<Composed> => {
  const given = await app.store.outboxMessageByKey(announcementKey(assignmentId));
  if (given?.state !== 'sent') return { drop: 'the unit has not been given the task' };
  const [view] = await app.store.assignmentViews([assignmentId]);
  return view === undefined ? { drop: 'the task is gone' } : { say: { kind: 'save_undone', view } };
};
