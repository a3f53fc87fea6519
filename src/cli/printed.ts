// What the read commands print, so that readings can be compared with gold. The names of the fields are those of the
// corpus, which is why some are in snake case.
import type { Deadline } from '../domain/deadline.ts';
import type {
  DeadlineFinding,
  NoticeFinding,
  ReplyFields,
  ReplyFinding,
  TaskFinding,
  UnitFinding,
} from '../reading/findings.ts';

type PrintedId = string | number | null;

export const printedDeadline = (id: PrintedId, finding: DeadlineFinding | null): object => ({
  id,
  ...moments(finding?.deadline),
  askFirst: finding?.certainty === 'ask',
  quote: finding?.quote ?? null,
  ...(finding?.deadline.rrule == null ? {} : { rrule: finding.deadline.rrule }),
});

export const printedAssignments = (id: PrintedId, tasks: readonly TaskFinding[]): object => ({
  id,
  tasks: tasks.map(({ content, ...task }) => ({ content, ...parties(task), deadline: taskDeadline(task) })),
});

export const printedReply = (id: PrintedId, { intent, fields, items }: ReplyFinding): object => ({
  id,
  intent,
  fields: {
    ...printedFields(fields),
    ...(items.length === 0
      ? {}
      : {
          items: items.map((item) => {
            // The item is about one task; numbers that its clause names besides are no part of the row.
            const { taskNumbers: _numbers, ...particulars } = item.fields;
            return { task_no: item.taskNo, intent: item.intent, ...printedFields(particulars) };
          }),
        }),
  },
});

export const printedNotice = ({ document, tasks }: NoticeFinding): object => ({
  document: {
    number: document.number,
    symbol: document.symbol,
    issuedOn: document.issuedOn,
    place: document.place,
    kind: document.kind,
    title: document.title,
    signer: document.signer,
    recipients: document.recipients,
  },
  tasks: tasks.map((task) => ({
    item: task.item,
    kind: task.kind,
    quote: task.quote,
    content: task.content,
    ...parties(task),
    deadline: taskDeadline(task),
  })),
});

const moments = (deadline: Deadline | undefined): object => ({
  due: deadline?.due ?? null,
  bound: deadline?.bound ?? 'none',
  precision: deadline?.precision ?? 'none',
  lastOk: deadline?.lastOk ?? null,
  lastOkWorkday: deadline?.lastOkWorkday ?? null,
});

const taskDeadline = ({ deadline }: Pick<TaskFinding, 'deadline'>): object | null =>
  deadline === null ? null : { ...moments(deadline.deadline), quote: deadline.quote };

const parties = (task: Pick<TaskFinding, 'lead' | 'coordinating' | 'director' | 'recipient'>): object => ({
  lead: task.lead.map(printedUnit),
  coordinating: task.coordinating.map(printedUnit),
  director: task.director,
  recipient: task.recipient,
});

const printedUnit = ({ code, mention }: UnitFinding): object => ({ code, mention });

const FIELD_NAMES: Readonly<Record<keyof ReplyFields, string>> = {
  taskNumbers: 'task_no',
  progress: 'progress',
  newDue: 'new_due',
  extraTime: 'extra',
  eta: 'eta',
  until: 'until',
  docNo: 'doc_no',
  docDate: 'doc_date',
  doneDate: 'done_date',
  reason: 'reason',
  waitingOn: 'waiting_on',
  toUnit: 'to_unit',
  toPerson: 'to_person',
  remaining: 'remaining',
  isPartial: 'partial',
  isOnTrack: 'on_track',
};

/** The fields that the reply names, in the order of the table. */
const printedFields = (fields: ReplyFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(FIELD_NAMES).flatMap(([field, printed]) => {
      const value = fields[field as keyof ReplyFields];
      return value === undefined ? [] : [[printed, value]];
    }),
  );
