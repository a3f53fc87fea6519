import type { Deadline } from '../../src/domain/deadline.ts';
import type {
  DeadlineFinding,
  NoticeFinding,
  ReplyFinding,
  TaskFinding,
  UnitFinding,
} from '../../src/reading/findings.ts';

// Findings as readers make them, with the particulars that a test is about.

export const deadlineFinding = (
  deadline: Partial<Deadline>,
  finding: Partial<Omit<DeadlineFinding, 'deadline'>> = {},
): DeadlineFinding => ({
  span: [0, 4],
  quote: 'hạn',
  certainty: 'certain',
  readAt: '2025-04-14',
  assumptions: [],
  question: null,
  alternatives: [],
  ...finding,
  deadline: {
    raw: 'hạn',
    due: null,
    bound: 'by',
    precision: 'day',
    lastOk: null,
    lastOkWorkday: null,
    rrule: null,
    condition: null,
    ...deadline,
  },
});

export const unitFinding = (code: string | null, mention: string): UnitFinding => ({
  code,
  mention,
  span: [0, mention.length],
  certainty: 'certain',
});

export const taskFinding = (task: Partial<TaskFinding>): TaskFinding => ({
  item: null,
  kind: 'task',
  category: null,
  span: [0, 1],
  quote: '',
  content: '',
  lead: [],
  coordinating: [],
  excluded: [],
  director: null,
  recipient: null,
  deadline: null,
  urgency: null,
  questions: [],
  ...task,
});

export const replyFinding = (reply: Partial<ReplyFinding>): ReplyFinding => ({
  intent: 'info',
  certainty: 'certain',
  fields: {},
  items: [],
  explanation: '',
  ...reply,
});

export const noticeFinding = (
  document: Partial<NoticeFinding['document']>,
  tasks: readonly TaskFinding[] = [],
): NoticeFinding => ({
  document: {
    number: null,
    symbol: null,
    issuedOn: null,
    place: null,
    kind: null,
    title: null,
    signer: null,
    signerCapacity: null,
    recipients: [],
    secrecy: null,
    ...document,
  },
  tasks,
});
