// An agency at work for tests of the application: a real database file, a clock that is moved by the test, and a
// messenger that behaves. Times are written as `yyyy-MM-dd HH:mm` in Asia/Ho_Chi_Minh.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ApplicationContext, Origin } from '../../src/application/context.ts';
import { decideCompletion } from '../../src/application/deciding/decide-completion.ts';
import { LEASE_MS, deliver } from '../../src/application/sending/deliver-outbox.ts';
import type { DeliveryResult } from '../../src/application/sending/deliver-outbox.ts';
import { decideExtension } from '../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../src/application/deciding/extensions.ts';
import type { TaskStore } from '../../src/application/ports/task-store.ts';
import { queueDueReminders } from '../../src/application/reminding/queue-due-reminders.ts';
import { SendGate } from '../../src/application/sending/send-gate.ts';
import { recordReport } from '../../src/application/reporting/record-report.ts';
import type {
  ReportCommand,
  ReportContent,
  ReportResult,
} from '../../src/application/reporting/record-report.ts';
import { saveDraftItems } from '../../src/application/entering/save-draft-items.ts';
import type { SaveOutcome } from '../../src/application/entering/save-draft-items.ts';
import type { AgencySettings } from '../../src/domain/agency.ts';
import type { AuditEvent } from '../../src/domain/audit-event.ts';
import type { ChatBinding } from '../../src/domain/chat.ts';
import { DEFAULT_CONVENTIONS } from '../../src/domain/conventions.ts';
import type { Bound } from '../../src/domain/deadline.ts';
import { deadlineAt } from '../../src/domain/deadline.ts';
import type { Draft, DraftItem } from '../../src/domain/draft.ts';
import type { Instant, LocalMoment } from '../../src/domain/local-time.ts';
import { instantOf, localDateOf, timeOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import type { Member } from '../../src/domain/member.ts';
import type { AssignmentView } from '../../src/domain/assignment-view.ts';
import type { Notification } from '../../src/domain/notification.ts';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';
import { officialCalendar } from './calendars.ts';
import { FakeMessenger } from './fake-messenger.ts';
import { NO_ESCALATION, standardLadder } from './ladders.ts';
import { aPlan, insert } from './plans.ts';
import { AGENCY_ID, aBinding, aDraft, aDraftItem, anAgency } from './rows.ts';
import {
  SECRETARY,
  SECOND_SECRETARY,
  DIRECTOR,
  DEPUTY,
  HEAD_OF_PLANNING,
  STAFF_OF_PLANNING,
  STAFF_OF_TECHNOLOGY,
  OFFICE,
  PLANNING,
  TECHNOLOGY,
  CHAT_OF,
} from './test-people.ts';

const SETTINGS: AgencySettings = {
  isBeforeStrict: true,
  ladder: standardLadder(),
  ladderOfCategory: {},
  // What the unit itself hears is told apart from what others hear of it.
  escalation: NO_ESCALATION,
  // Lists come on top of what a test is about, unless it is about them.
  digests: { deputy_week: null, director_week: null, secretary_day: null, undated_week: null },
  workingHours: { morning: ['07:30', '11:30'], afternoon: ['13:30', '17:00'] },
  acceptance: 'secretary',
  extensionPatience: 2,
  officeUnitCode: 'VP',
};

export const at = (written: string): Instant => {
  const [date = '', time = ''] = written.split(' ');
  return instantOf(date, time);
};

/** "04-11 07:30" */
export const shown = (instant: Instant): string => `${localDateOf(instant).slice(5)} ${timeOfDayOf(instant)}`;

/** What a test wants to become a task: units by code, the deadline as day or minute with its bound. */
export interface Wanted {
  readonly lead?: readonly string[];
  readonly coordinating?: readonly string[];
  readonly due?: LocalMoment | null;
  readonly bound?: Bound;
  readonly content?: string;
  readonly category?: DraftItem['category'];
  /** The rule of work that comes again, of which `due` is the first occurrence. */
  readonly rrule?: string;
}

export interface TestOfficeOptions {
  /** When the clock begins; a Tuesday morning in working hours unless told. */
  readonly now?: string;
  readonly settings?: Partial<AgencySettings>;
  /** Changes to the members above, by id: `{ director: { telegramId: null } }`. */
  readonly members?: Readonly<Record<string, Partial<Member>>>;
}

/** Real files, in memory where the system has such a folder: hundreds of databases, each commit waiting for its disk. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** One empty database, migrated once and copied for each test. */
const migrated = async (): Promise<Buffer> => {
  const folder = mkdtempSync(join(FOLDER, 'dondoc-template-'));
  const path = join(folder, 'empty.db');
  await openSqliteTaskStore(`file:${path}`).close();
  const database = readFileSync(path);
  rmSync(folder, { recursive: true });
  return database;
};
const emptyDatabase = await migrated();

export class TestOffice {
  readonly app: ApplicationContext;
  readonly store: TaskStore;
  readonly clock: MovableClock;
  readonly messenger: FakeMessenger;
  /** Knows no chance: what is waited for after a failure is as long as it may be. */
  readonly gate: SendGate;
  /** How often the application said that a message is owed. */
  nudges = 0;
  private members: readonly Member[] = [];
  /** Of the database file. */
  readonly path: string;
  private updateId = 0;
  private messageId = 5_000;
  private ids = 0;

  private constructor(path: string, { now = '2025-04-08 09:00', settings = {} }: TestOfficeOptions) {
    this.path = path;
    this.clock = new MovableClock(at(now));
    this.messenger = new FakeMessenger(this.clock);
    this.store = openSqliteTaskStore(`file:${path}`, { botId: 7_000_000_001, now: () => this.clock.now() });
    this.gate = new SendGate({ clock: this.clock, store: this.store, random: () => 1 });
    this.app = {
      agencyId: AGENCY_ID,
      settings: { ...SETTINGS, ...settings },
      conventions: DEFAULT_CONVENTIONS,
      calendar: officialCalendar,
      store: this.store,
      clock: this.clock,
      ids: { next: () => `id-${String((this.ids += 1)).padStart(8, '0')}` },
      outboxGrew: () => {
        this.nudges++;
      },
    };
  }

  /** Opens the agency; nobody has a chat but people with their private ones. */
  static async open(options: TestOfficeOptions = {}): Promise<TestOffice> {
    const folder = mkdtempSync(join(FOLDER, 'dondoc-office-'));
    const path = join(folder, 'office.db');
    writeFileSync(path, emptyDatabase);
    const office = new TestOffice(path, options);
    onTestFinished(async () => {
      await office.store.close();
      rmSync(folder, { recursive: true });
    });
    const members = [
      SECRETARY,
      SECOND_SECRETARY,
      DIRECTOR,
      DEPUTY,
      HEAD_OF_PLANNING,
      STAFF_OF_PLANNING,
      STAFF_OF_TECHNOLOGY,
    ].map((member) => ({ ...member, ...options.members?.[member.id] }));
    await office.store.syncAgency(anAgency(), [OFFICE, PLANNING, TECHNOLOGY], members);
    office.members = members;
    return office;
  }

  /** The same with every unit's group bound. */
  static async openBound(options: TestOfficeOptions = {}): Promise<TestOffice> {
    const office = await TestOffice.open(options);
    await office.bind(OFFICE, CHAT_OF.VP);
    await office.bind(PLANNING, CHAT_OF.KHTC);
    await office.bind(TECHNOLOGY, CHAT_OF.QLCN);
    return office;
  }

  /** Another process on the same database. */
  openSecondStore(): TaskStore {
    const store = openSqliteTaskStore(`file:${this.path}`);
    onTestFinished(() => store.close());
    return store;
  }

  get now(): Instant {
    return this.clock.now();
  }

  /** Sets the clock, with nothing in between. */
  jumpTo(written: string): void {
    this.clock.jumpTo(at(written));
  }

  /** A message that someone writes now, as the origin of a change. */
  message(chatId: number = CHAT_OF.KHTC): Origin {
    return {
      updateId: (this.updateId += 1),
      source: { chatId, threadId: null, messageId: (this.messageId += 1) },
    };
  }

  async bind(unit: Unit, chatId: number, threadId: number | null = null): Promise<ChatBinding> {
    const binding = aBinding(unit, { chatId, threadId });
    await this.store.commit(aPlan({ changes: [insert('chatBinding', binding)] }));
    return binding;
  }

  /** A draft of the secretary, as the reader would have made it. */
  async draft(...items: readonly Wanted[]): Promise<Draft> {
    const draft = aDraft({ items: items.map((wanted, index) => this.itemOf(wanted, index)) });
    await this.store.commit(aPlan({ changes: [insert('draft', draft)] }));
    return draft;
  }

  /** Confirms one task and returns its assignments, leads first. */
  async assign(wanted: Wanted = {}): Promise<readonly AssignmentView[]> {
    const draft = await this.draft(wanted);
    const save = (): Promise<SaveOutcome> =>
      saveDraftItems(this.app, {
        member: SECRETARY,
        draftId: draft.id,
        revision: draft.revision,
        items: 0,
        origin: this.message(SECRETARY.telegramId ?? 0),
      });
    const first = await save();
    // The same work given twice is meant here.
    const outcome = first.kind === 'duplicates' ? await save() : first;
    const [task] = outcome.kind === 'saved' ? outcome.tasks : [];
    if (task === undefined) throw new Error(`The task was not saved: ${outcome.kind}`);
    const assignments = await this.store.assignmentsOfTask(task.id);
    return this.store.assignmentViews(assignments.map(({ id }) => id));
  }

  /** Confirms one task of one unit. */
  async assignOne(wanted: Wanted = {}): Promise<AssignmentView> {
    const [view] = await this.assign(wanted);
    if (view === undefined) throw new Error('The task has no lead');
    return view;
  }

  /** Someone of the unit reports, by a message of their own unless told. */
  report(
    { assignment }: AssignmentView,
    content: ReportContent | ReportContent['kind'],
    member: Member = HEAD_OF_PLANNING,
    more: Partial<Pick<ReportCommand, 'origin' | 'isCorrection'>> = {},
  ): Promise<ReportResult> {
    const said = typeof content === 'string' ? { kind: content } : content;
    const reports = [{ assignmentId: assignment.id, content: said }];
    return recordReport(this.app, { member, reports, origin: this.message(), ...more });
  }

  /** The secretary accepts finished work, or sends it back. */
  async decideWork({ assignment }: AssignmentView, isAccepted: boolean): Promise<void> {
    const origin = this.message(SECRETARY.telegramId ?? 0);
    const command = { member: SECRETARY, assignmentId: assignment.id, isAccepted, origin };
    const { kind } = await decideCompletion(this.app, command);
    if (kind !== 'decided') throw new Error(`Nothing was decided: ${kind}`);
  }

  /** The head asks for more time and the deputy in charge agrees. */
  async extend({ assignment }: AssignmentView, newDue: LocalMoment): Promise<void> {
    const origin = this.message();
    const wish = { assignmentId: assignment.id, newDue, raw: `đến ${newDue}`, reason: null, origin };
    const asked = await requestExtension(this.app, { member: HEAD_OF_PLANNING, ...wish });
    if (asked.kind !== 'requested') throw new Error(`Not asked: ${asked.kind}`);
    const answer = { requestId: asked.request.id, isApproved: true };
    await decideExtension(this.app, {
      member: DEPUTY,
      ...answer,
      origin: this.message(DEPUTY.telegramId ?? 0),
    });
  }

  /** The configuration declares the unit no longer. */
  async dissolve(unit: Unit): Promise<void> {
    const units = [OFFICE, PLANNING, TECHNOLOGY].filter(({ id }) => id !== unit.id);
    await this.store.syncAgency(anAgency(), units, this.members);
  }

  /** The configuration declares the person no longer, nor the posts that they held. */
  async leave({ id }: Member): Promise<void> {
    const units = [OFFICE, PLANNING, TECHNOLOGY].map((unit) => ({
      ...unit,
      headId: unit.headId === id ? null : unit.headId,
      deputyId: unit.deputyId === id ? null : unit.deputyId,
    }));
    this.members = this.members.filter((member) => member.id !== id);
    await this.store.syncAgency(anAgency(), units, this.members);
  }

  async view({ assignment }: AssignmentView): Promise<AssignmentView> {
    const [view] = await this.store.assignmentViews([assignment.id]);
    if (view === undefined) throw new Error('The assignment is gone');
    return view;
  }

  /** The reminders still planned, as "before-3 04-09 07:30". */
  async planned({ assignment }: AssignmentView): Promise<readonly string[]> {
    const reminders = await this.store.plannedReminders([assignment.id]);
    return reminders.map(({ rung, fireAt }) => `${rung} ${shown(fireAt)}`);
  }

  tick(): Promise<number> {
    return queueDueReminders(this.app);
  }

  /** Takes what may be sent now, one a chat, and delivers it. */
  async deliverOnce(): Promise<readonly (DeliveryResult & { readonly message: OutboxMessage })[]> {
    const claimed = await this.store.claimOutbox(this.now, LEASE_MS, 100, new Set());
    const results = [];
    for (const message of claimed) {
      const result = await deliver(this.app, this.messenger, message, this.gate.take(message.chatId));
      results.push({ message, ...result });
    }
    return results;
  }

  /** Delivers all that may be sent now; returns what arrived, as "task_assigned → -1002". */
  async deliver(): Promise<readonly string[]> {
    const before = this.messenger.arrived.length;
    while ((await this.deliverOnce()).length > 0);
    return this.arrivedSince(before);
  }

  /** Lets a minute's tick and its messages happen at that time; returns what arrived. */
  async goTo(written: string): Promise<readonly string[]> {
    this.jumpTo(written);
    await this.tick();
    return this.deliver();
  }

  /** The last notification of a kind that arrived. */
  said<K extends Notification['kind']>(kind: K): Extract<Notification, { kind: K }> {
    const found = this.messenger.arrived.findLast(({ notification }) => notification.kind === kind);
    if (found === undefined) throw new Error(`No ${kind} has arrived`);
    return found.notification as Extract<Notification, { kind: K }>;
  }

  /** What the audit trail says of a task: its actions, oldest first. */
  async trail({ task }: AssignmentView): Promise<readonly AuditEvent['action'][]> {
    return (await this.store.auditOfTask(task.id)).map(({ action }) => action);
  }

  private arrivedSince(before: number): readonly string[] {
    return this.messenger.arrived
      .slice(before)
      .map(
        ({ chatId, threadId, notification }) =>
          `${notification.kind} → ${chatId}${threadId ? `/${threadId}` : ''}`,
      );
  }

  private itemOf(wanted: Wanted, index: number): DraftItem {
    const {
      lead = ['KHTC'],
      coordinating = [],
      due = null,
      bound = 'by',
      content = 'Tham mưu kế hoạch',
      category = null,
      rrule = null,
    } = wanted;
    const units = (codes: readonly string[]): DraftItem['lead'] =>
      codes.map((code) =>
        [OFFICE, PLANNING, TECHNOLOGY].some((unit) => unit.code === code)
          ? { unitId: `unit-${code}`, mention: `Phòng ${code}` }
          : { unitId: null, mention: code },
      );
    const precision = due !== null && timeOf(due) !== null ? 'instant' : 'day';
    const named = { raw: '…', due, bound, precision, rrule, condition: null } as const;
    const deadline = due === null ? null : deadlineAt(named, officialCalendar, true);
    return aDraftItem({
      index,
      content,
      category,
      lead: units(lead),
      coordinating: units(coordinating),
      deadline,
    });
  }
}
