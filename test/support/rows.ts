// Rows for tests. Each builder gives a whole, valid row; a test says only what it is about:
//
//   aTask({ number: 7 })    anAssignment(task, unit, { status: 'blocked' })
//
// Ids are told apart by a counter, and later ones sort after earlier ones, as the ids of the program do.
import type { Agency } from '../../src/domain/agency.ts';
import type { Assignment } from '../../src/domain/assignment.ts';
import type { AuditEvent } from '../../src/domain/audit-event.ts';
import type { BotMessage, ChatBinding } from '../../src/domain/chat.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Draft, DraftItem } from '../../src/domain/draft.ts';
import type { ExtensionRequest } from '../../src/domain/extension-request.ts';
import { firstInstantAfter, instantOf } from '../../src/domain/local-time.ts';
import type { Invitation, JoinRequest } from '../../src/domain/joining.ts';
import type { Member } from '../../src/domain/member.ts';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import { PRIORITY } from '../../src/domain/outbox-message.ts';
import type { Reminder } from '../../src/domain/reminder.ts';
import type { StatusReport } from '../../src/domain/status-report.ts';
import type { Task, TaskDeadline } from '../../src/domain/task.ts';
import type { TransferRequest } from '../../src/domain/transfer-request.ts';
import type { Unit } from '../../src/domain/unit.ts';

export const AGENCY_ID = 'agency';

/** Monday 7 April 2025, 08:00 in Việt Nam: when the rows were made. */
export const START = instantOf('2025-04-07', '08:00');

/** The chat in which the secretary writes to the bot. */
const SECRETARY_CHAT = 1_001;

let count = 0;
const nextId = (kind: string): string => `${kind}-${String((count += 1)).padStart(6, '0')}`;

export const anAgency = (set: Partial<Agency> = {}): Agency => ({
  id: AGENCY_ID,
  name: 'Sở Khoa học và Công nghệ',
  nextTaskNumber: 1,
  plannedWith: null,
  version: 1,
  ...set,
});

export const aUnit = (code: string, set: Partial<Unit> = {}): Unit => ({
  id: `unit-${code}`,
  agencyId: AGENCY_ID,
  code,
  name: `Phòng ${code}`,
  shortName: `Phòng ${code}`,
  aliases: [],
  headId: null,
  deputyId: null,
  isInAllUnits: true,
  validFrom: null,
  validUntil: null,
  ...set,
});

export const aMember = (id: string, set: Partial<Member> = {}): Member => ({
  id,
  agencyId: AGENCY_ID,
  name: `Nguyễn Thị ${id}`,
  role: 'staff',
  title: `đồng chí ${id}`,
  unitId: null,
  telegramId: null,
  ...set,
});

/** The member whom the builders below name as the one who entered things. */
export const SECRETARY = aMember('secretary', { role: 'secretary', telegramId: SECRETARY_CHAT });

/** The member who reports, in the builders below. */
export const REPORTER = aMember('reporter', { role: 'unit_head', telegramId: 1_002 });

export const aBinding = (unit: Unit, set: Partial<ChatBinding> = {}): ChatBinding => ({
  id: nextId('binding'),
  agencyId: unit.agencyId,
  unitId: unit.id,
  chatId: -2_001,
  threadId: null,
  title: `Nhóm ${unit.code}`,
  boundBy: SECRETARY.id,
  boundAt: START,
  state: 'active',
  version: 1,
  ...set,
});

export const aDocument = (set: Partial<Document> = {}): Document => ({
  id: nextId('document'),
  agencyId: AGENCY_ID,
  number: '45',
  symbol: 'TB-SKHCN',
  kind: 'Thông báo',
  title: 'Kết luận cuộc họp giao ban',
  issuedOn: '2025-04-04',
  place: 'Hà Nội',
  signer: 'Trần Văn Bình',
  signerCapacity: 'Chánh Văn phòng',
  recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  text: 'Phòng KHTC chủ trì tham mưu kế hoạch.',
  source: { chatId: SECRETARY_CHAT, threadId: null, messageId: 10 },
  createdBy: SECRETARY.id,
  createdAt: START,
  ...set,
});

export const aDraftItem = (set: Partial<DraftItem> = {}): DraftItem => ({
  index: 0,
  item: '1',
  kind: 'task',
  category: null,
  content: 'Tham mưu kế hoạch',
  quote: 'Phòng KHTC chủ trì tham mưu kế hoạch.',
  lead: [{ unitId: null, mention: 'Phòng KHTC' }],
  coordinating: [],
  director: null,
  recipient: null,
  deadline: null,
  explanation: null,
  questions: [],
  deadlineQuestion: null,
  alternatives: [],
  urgency: null,
  state: 'open',
  taskId: null,
  taskNumber: null,
  ...set,
});

export const aDraft = (set: Partial<Draft> = {}): Draft => ({
  id: nextId('draft'),
  agencyId: AGENCY_ID,
  chatId: SECRETARY_CHAT,
  threadId: null,
  createdBy: SECRETARY.id,
  createdAt: START,
  parts: [{ messageId: 10, text: 'Phòng KHTC chủ trì tham mưu kế hoạch.' }],
  lastPartAt: START,
  document: null,
  documentId: null,
  items: [aDraftItem()],
  revision: 1,
  state: 'open',
  version: 1,
  ...set,
});

export const aTask = (set: Partial<Task> = {}): Task => ({
  id: nextId('task'),
  agencyId: AGENCY_ID,
  number: (count += 1),
  documentId: null,
  item: null,
  kind: 'task',
  category: null,
  content: 'Tham mưu kế hoạch',
  quote: 'Phòng KHTC chủ trì tham mưu kế hoạch.',
  director: null,
  recipient: null,
  externalParties: [],
  source: { chatId: SECRETARY_CHAT, threadId: null, messageId: 10 },
  followsId: null,
  createdBy: SECRETARY.id,
  createdAt: START,
  version: 1,
  ...set,
});

/** "trước ngày 15/4/2025", which is in time up to 14/4. */
export const aDeadline = (task: Task, set: Partial<TaskDeadline> = {}): TaskDeadline => ({
  id: nextId('deadline'),
  agencyId: task.agencyId,
  taskId: task.id,
  raw: 'trước ngày 15/4/2025',
  due: '2025-04-15',
  bound: 'before',
  precision: 'day',
  lastOk: '2025-04-14',
  lastOkWorkday: '2025-04-14',
  rrule: null,
  condition: null,
  origin: 'document',
  replacesId: null,
  createdAt: START,
  ...set,
});

export const anAssignment = (task: Task, unit: Unit, set: Partial<Assignment> = {}): Assignment => ({
  id: nextId('assignment'),
  agencyId: task.agencyId,
  taskId: task.id,
  unitId: unit.id,
  role: 'lead',
  status: 'assigned',
  deadlineId: null,
  overdueFrom: null,
  progress: null,
  completedAt: null,
  lastReportId: null,
  lastReportAt: null,
  extensionCount: 0,
  excusedDays: 0,
  createdAt: START,
  version: 1,
  ...set,
});

/** The fields by which an assignment is under a deadline. */
export const under = (deadline: TaskDeadline): Pick<Assignment, 'deadlineId' | 'overdueFrom'> => ({
  deadlineId: deadline.id,
  overdueFrom: deadline.lastOk === null ? null : firstInstantAfter(deadline.lastOk),
});

export const aReport = (assignment: Assignment, set: Partial<StatusReport> = {}): StatusReport => ({
  id: nextId('report'),
  agencyId: assignment.agencyId,
  assignmentId: assignment.id,
  memberId: REPORTER.id,
  at: START,
  kind: 'in_progress',
  text: 'Phòng đang làm',
  progress: null,
  documentNumber: null,
  documentDate: null,
  reason: null,
  waitingOn: null,
  eta: null,
  source: { chatId: -2_001, threadId: null, messageId: 20 },
  correctsId: null,
  evidence: [],
  ...set,
});

export const anExtensionRequest = (
  assignment: Assignment,
  set: Partial<ExtensionRequest> = {},
): ExtensionRequest => ({
  id: nextId('extension'),
  agencyId: assignment.agencyId,
  assignmentId: assignment.id,
  requestedBy: REPORTER.id,
  requestedAt: START,
  newDue: '2025-04-18',
  raw: 'xin lùi đến thứ 6',
  reason: null,
  oldDeadlineId: assignment.deadlineId,
  ordinal: 1,
  state: 'pending',
  decidedBy: null,
  decidedAt: null,
  grantedDue: null,
  decisionReason: null,
  source: null,
  version: 1,
  ...set,
});

export const aTransferRequest = (
  assignment: Assignment,
  set: Partial<TransferRequest> = {},
): TransferRequest => ({
  id: nextId('transfer'),
  agencyId: assignment.agencyId,
  assignmentId: assignment.id,
  requestedBy: REPORTER.id,
  requestedAt: START,
  toUnitId: null,
  reason: 'việc này thuộc phòng khác',
  state: 'pending',
  decidedBy: null,
  decidedAt: null,
  givenToId: null,
  source: null,
  version: 1,
  ...set,
});

export const aReminder = (assignment: Assignment, set: Partial<Reminder> = {}): Reminder => ({
  id: nextId('reminder'),
  agencyId: assignment.agencyId,
  assignmentId: assignment.id,
  rung: 'before-3',
  fireAt: instantOf('2025-04-09', '07:30'),
  state: 'planned',
  reason: null,
  outboxId: null,
  version: 1,
  ...set,
});

export const anOutboxMessage = (set: Partial<OutboxMessage> = {}): OutboxMessage => {
  const id = nextId('outbox');
  return {
    id,
    agencyId: AGENCY_ID,
    chatId: -2_001,
    threadId: null,
    request: { kind: 'task_assigned', assignmentId: 'assignment-000000' },
    dedupeKey: `key-of-${id}`,
    state: 'queued',
    notBefore: START,
    createdAt: START,
    priority: PRIORITY.ordinary,
    decidedAt: START,
    attempts: 0,
    leaseUntil: null,
    progress: null,
    sentAt: null,
    messageId: null,
    reason: null,
    version: 1,
    ...set,
  };
};

export const aBotMessage = (set: Partial<BotMessage> = {}): BotMessage => ({
  id: nextId('message'),
  agencyId: AGENCY_ID,
  chatId: -2_001,
  threadId: null,
  messageId: 30,
  subject: { kind: 'assignments', assignmentIds: ['assignment-000000'] },
  sentAt: START,
  outboxId: null,
  ...set,
});

export const anAuditEvent = (set: Partial<AuditEvent> = {}): AuditEvent => ({
  id: nextId('audit'),
  agencyId: AGENCY_ID,
  at: START,
  actorId: SECRETARY.id,
  action: 'task_created',
  taskId: null,
  assignmentId: null,
  source: null,
  before: null,
  after: null,
  ...set,
});

export const anInvitation = (member: Member, set: Partial<Invitation> = {}): Invitation => {
  const id = nextId('invitation');
  return {
    id,
    agencyId: member.agencyId,
    memberId: member.id,
    codeHash: `hash of ${id}`,
    createdBy: SECRETARY.id,
    createdAt: START,
    expiresAt: START + 48 * 3_600_000,
    state: 'open',
    usedAt: null,
    usedBy: null,
    version: 1,
    ...set,
  };
};

export const aJoinRequest = (telegramId: number, set: Partial<JoinRequest> = {}): JoinRequest => ({
  id: nextId('join'),
  agencyId: AGENCY_ID,
  telegramId,
  name: 'Nguyễn Văn Lạ',
  username: null,
  askedAt: START,
  state: 'pending',
  memberId: null,
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...set,
});
