import type { Agency } from '../../domain/agency.ts';
import type { Assignment, AssignmentRole } from '../../domain/assignment.ts';
import type { Document } from '../../domain/document.ts';
import type { Draft, DraftItem } from '../../domain/draft.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { Task, TaskDeadline } from '../../domain/task.ts';
import type { Unit } from '../../domain/unit.ts';
import { announcedFrom, announcement } from '../chats/announcement.ts';
import { joinParts } from '../../ingestion/join-parts.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { demand } from '../demand.ts';
import { markDuplicates } from './find-duplicates.ts';
import { hasLead, isReadyToSave, stateOf } from './draft-items.ts';
import { newAssignment } from './new-assignment.ts';
import type { Insert, Plan } from '../plan.ts';
import { planNextOccurrence, planReminders } from '../reminding/reminders.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

export interface SaveCommand {
  readonly member: Member;
  readonly draftId: string;
  readonly revision: number;
  /** One item, or everything on which nothing is left to decide. */
  readonly items: number | 'all_ready';
  readonly origin: Origin;
}

export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly draft: Draft;
      readonly tasks: readonly Task[];
      /** When the last of the units will be told; later than now outside working hours, but for what cannot wait. */
      readonly announcedAt: Instant;
      /** Units that have neither a chat nor a head to write to. */
      readonly unreachable: readonly Unit[];
    }
  /** Nothing is saved: it may be work that is given already, which the cards show now. */
  | { readonly kind: 'duplicates'; readonly draft: Draft; readonly items: readonly DraftItem[] }
  | { readonly kind: 'already_decided'; readonly item: DraftItem }
  | { readonly kind: 'needs_lead'; readonly item: DraftItem }
  | { readonly kind: 'nothing_ready'; readonly draft: Draft }
  /** The card belongs to an earlier reading, or the draft is gone. */
  | { readonly kind: 'stale' };

/** Makes tasks of confirmed items: numbers them, assigns them, plans their reminders and tells the units. */
export const saveDraftItems = (app: ApplicationContext, command: SaveCommand): Promise<SaveOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<SaveOutcome>> => {
    demand(actor, 'enter_tasks');
    const draft = await app.store.draft(command.draftId);
    if (draft?.agencyId !== app.agencyId || draft.revision !== command.revision) {
      return { plan: null, outcome: { kind: 'stale' } };
    }
    const chosen =
      command.items === 'all_ready'
        ? draft.items.filter(isReadyToSave)
        : draft.items.filter((item) => item.index === command.items);
    const [first] = chosen;
    if (first === undefined) return { plan: null, outcome: { kind: 'nothing_ready', draft } };
    const decided = chosen.find((item) => item.state !== 'open');
    if (decided) return { plan: null, outcome: { kind: 'already_decided', item: decided } };
    const leaderless = chosen.find((item) => !hasLead(item));
    if (leaderless) return { plan: null, outcome: { kind: 'needs_lead', item: leaderless } };
    const agency = await app.store.agency(app.agencyId);
    if (agency === null) throw new Error('The agency has not been set up');
    // What was given since the card was shown, perhaps by somebody else, is shown before it is given twice.
    const unmarked = chosen.filter(({ duplicateOf }) => duplicateOf == null);
    const found = (await markDuplicates(app, draft, unmarked)).filter(
      ({ duplicateOf }) => duplicateOf != null,
    );
    const marks = new Map(found.map((item) => [item.index, item]));
    const items = draft.items.map((item) => marks.get(item.index) ?? item);
    const certain = chosen.filter(({ index }) => !marks.has(index));
    return certain.length > 0
      ? save(app, command, { ...draft, items }, certain, agency)
      : showDuplicates(command, draft, items, found);
  });

const showDuplicates = (
  { origin }: SaveCommand,
  draft: Draft,
  items: readonly DraftItem[],
  duplicates: readonly DraftItem[],
): Decision<SaveOutcome> => {
  const { id, version: expectedVersion } = draft;
  return {
    plan: {
      changes: [{ op: 'update', entity: 'draft', id, expectedVersion, set: { items } }],
      outbox: [],
      audit: [],
      updateId: origin.updateId,
    },
    outcome: {
      kind: 'duplicates',
      draft: { ...draft, items, version: expectedVersion + 1 },
      items: duplicates,
    },
  };
};

const save = async (
  app: ApplicationContext,
  { member, origin }: SaveCommand,
  draft: Draft,
  chosen: readonly DraftItem[],
  agency: Agency,
): Promise<Decision<SaveOutcome>> => {
  const units = new Map((await app.store.units(app.agencyId)).map((unit) => [unit.id, unit]));
  const document = draft.documentId === null ? documentOf(app, draft, member) : null;
  const documentId = document?.id ?? draft.documentId;
  const announced: Instant[] = [];
  const unreachable = new Map<string, Unit>();

  const inserts: Insert[] = document ? [{ op: 'insert', entity: 'document', row: document }] : [];
  const outbox: Plan['outbox'][number][] = [];
  const audit: Plan['audit'][number][] = [];
  const tasks: Task[] = [];
  const taskOfItem = new Map<number, Task>();
  const author = draft.parts[0]?.origin?.author ?? null;

  for (const [position, item] of chosen.entries()) {
    const task = taskOf(app, draft, item, member, documentId, agency.nextTaskNumber + position);
    const deadline = deadlineOf(app, task, item);
    tasks.push(task);
    taskOfItem.set(item.index, task);
    inserts.push({ op: 'insert', entity: 'task', row: task });
    if (deadline) inserts.push({ op: 'insert', entity: 'deadline', row: deadline });
    audit.push(
      auditEvent(app, {
        action: 'task_created',
        actorId: member.id,
        taskId: task.id,
        source: draft.parts[0]?.origin?.source ?? origin.source,
        after: {
          number: task.number,
          due: deadline?.due ?? null,
          lead: item.lead.map((unit) => unit.mention),
          ...(author === null ? {} : { author }),
        },
      }),
    );
    for (const [part, assignment] of assignmentsOf(app, task, item, deadline).entries()) {
      inserts.push({ op: 'insert', entity: 'assignment', row: assignment });
      const unit = units.get(assignment.unitId);
      const chat = unit && (await chatOfUnit(app, unit));
      const given = announcedFrom(app, assignment.overdueFrom);
      const planned = { assignment, task, deadline, lastReport: null };
      inserts.push(...planReminders(app, planned, { announcedAt: chat ? given : null }));
      if (part === 0) inserts.push(...planNextOccurrence(app, planned));
      if (chat) {
        outbox.push(announcement(app, assignment.id, chat, given, assignment.overdueFrom));
        announced.push(given);
      } else if (unit) unreachable.set(unit.id, unit);
    }
  }

  const items = draft.items.map((item) => {
    const task = taskOfItem.get(item.index);
    return task === undefined
      ? item
      : { ...item, state: 'saved' as const, taskId: task.id, taskNumber: task.number };
  });
  const set = { items, documentId, state: stateOf(items) };
  return {
    plan: {
      changes: [
        ...inserts,
        { op: 'update', entity: 'draft', id: draft.id, expectedVersion: draft.version, set },
        {
          op: 'update',
          entity: 'agency',
          id: agency.id,
          expectedVersion: agency.version,
          set: { nextTaskNumber: agency.nextTaskNumber + chosen.length },
        },
      ],
      outbox,
      audit,
      updateId: origin.updateId,
    },
    outcome: {
      kind: 'saved',
      draft: { ...draft, ...set, version: draft.version + 1 },
      tasks,
      announcedAt: announced.length === 0 ? whenOffice(app) : Math.max(...announced),
      unreachable: [...unreachable.values()],
    },
  };
};

const documentOf = (app: ApplicationContext, draft: Draft, member: Member): Document | null =>
  draft.document && {
    id: app.ids.next(),
    agencyId: app.agencyId,
    ...draft.document,
    text: joinParts(draft.parts.map((part) => part.text)),
    source: sourceOf(draft),
    createdBy: member.id,
    createdAt: app.clock.now(),
  };

const taskOf = (
  app: ApplicationContext,
  draft: Draft,
  item: DraftItem,
  member: Member,
  documentId: string | null,
  number: number,
): Task => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  number,
  documentId,
  item: item.item,
  kind: item.kind,
  category: item.category,
  content: item.content,
  quote: item.quote,
  director: item.director,
  recipient: item.recipient,
  externalParties: item.coordinating.filter((unit) => unit.unitId === null).map((unit) => unit.mention),
  source: sourceOf(draft),
  followsId: null,
  createdBy: member.id,
  createdAt: app.clock.now(),
  version: 1,
});

/** The message that holds the words: the one that was taken up, where it was another than the one that did so. */
const sourceOf = (draft: Draft): Task['source'] =>
  draft.parts[0]?.origin?.source ?? {
    chatId: draft.chatId,
    threadId: draft.threadId,
    messageId: draft.parts[0]?.messageId ?? 0,
  };

const deadlineOf = (app: ApplicationContext, task: Task, item: DraftItem): TaskDeadline | null =>
  item.deadline && {
    ...item.deadline,
    id: app.ids.next(),
    agencyId: app.agencyId,
    taskId: task.id,
    origin: 'document',
    replacesId: null,
    createdAt: app.clock.now(),
  };

const assignmentsOf = (
  app: ApplicationContext,
  task: Task,
  item: DraftItem,
  deadline: TaskDeadline | null,
): Assignment[] => {
  const part = (unitId: string, role: AssignmentRole): Assignment =>
    newAssignment(app, task, unitId, role, deadline);
  const known = (list: DraftItem['lead']): string[] => list.flatMap((unit) => unit.unitId ?? []);
  const leads = new Set(known(item.lead));
  return [
    ...[...leads].map((unitId) => part(unitId, 'lead')),
    ...[...new Set(known(item.coordinating))]
      .filter((unitId) => !leads.has(unitId))
      .map((unitId) => part(unitId, 'coordinating')),
  ];
};
