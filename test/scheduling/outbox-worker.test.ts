import { describe, expect, onTestFinished, test } from 'vitest';
import { LEASE_MS } from '../../src/application/sending/deliver-outbox.ts';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import { OutboxWorker } from '../../src/scheduling/outbox-worker.ts';
import { aPlan } from '../support/plans.ts';
import { anOutboxMessage } from '../support/rows.ts';
import { TestOffice } from '../support/test-office.ts';
import { CHAT_OF } from '../support/test-people.ts';

/** Everything that people wrote has been read. */
/** Everything has been read, and the clock is right. */
const HEARD = { isBehind: false, until: 0, onCaughtUp: () => undefined };
const RIGHT_CLOCK = { state: 'right' } as const;

/** An office with a worker that is stopped when the test is over. */
class WorkingOffice {
  readonly office: TestOffice;
  readonly worker: OutboxWorker;
  readonly errors: string[] = [];
  /** How often the database was asked for work. */
  looks = 0;

  private constructor(office: TestOffice) {
    this.office = office;
    const store = new Proxy(office.store, {
      get: (target, name) => {
        if (name === 'claimOutbox') this.looks++;
        return Reflect.get(target, name) as unknown;
      },
    });
    const app = {
      ...office.app,
      store,
      outboxGrew: () => {
        this.worker.nudge();
      },
    };
    Object.assign(office.app, { outboxGrew: app.outboxGrew });
    this.worker = new OutboxWorker(app, office.messenger, office.gate, HEARD, RIGHT_CLOCK, {
      error: (_details, message) => this.errors.push(message),
    });
    onTestFinished(() => this.worker.stop());
  }

  static async open(options: Parameters<typeof TestOffice.openBound>[0] = {}): Promise<WorkingOffice> {
    return new WorkingOffice(await TestOffice.openBound(options));
  }

  /** Owes messages that are true as long as their task is open. */
  async owe(...messages: readonly Partial<OutboxMessage>[]): Promise<void> {
    const { assignment } = await this.assignment();
    await this.office.store.commit(
      aPlan({
        outbox: messages.map((message) =>
          anOutboxMessage({
            request: { kind: 'task_assigned', assignmentId: assignment.id },
            notBefore: this.office.now,
            createdAt: this.office.now,
            chatId: CHAT_OF.KHTC,
            ...message,
          }),
        ),
      }),
    );
    this.worker.nudge();
  }

  /** Starts the worker and waits until it has nothing to do. */
  async start(): Promise<void> {
    this.worker.start();
    await this.worker.whenIdle();
  }

  /** Lets time pass, with everything that happens in it. */
  async pass(milliseconds: number): Promise<void> {
    await this.office.clock.advanceTo(this.office.now + milliseconds, () => this.worker.whenIdle());
  }

  /** When messages arrived, in seconds after `from`. */
  secondsSince(from: number): number[] {
    return this.office.messenger.arrived.map(({ at }) => (at - from) / 1_000);
  }

  /** An open task, announced before the test begins. */
  async assignment() {
    const [known] = await this.office.store.openAssignmentIds(
      { agencyId: this.office.app.agencyId },
      { limit: 1, offset: 0 },
    );
    if (known !== undefined) {
      const [view] = await this.office.store.assignmentViews([known]);
      if (view) return view;
    }
    const view = await this.office.assignOne();
    await this.office.deliver();
    // The limits have forgotten it.
    this.office.clock.jumpTo(this.office.now + 60_000);
    this.office.messenger.arrived.length = 0;
    this.office.messenger.attempts = 0;
    return view;
  }
}

const times = (count: number, message: Partial<OutboxMessage> = {}) =>
  Array.from({ length: count }, () => message);

describe('the pace', () => {
  test('one message a second in a group, and no more than twenty in any minute', async () => {
    const working = await WorkingOffice.open();
    await working.owe(...times(45));
    const from = working.office.now;
    await working.start();
    await working.pass(180_000);
    const minute = (offset: number) => Array.from({ length: 20 }, (_, index) => offset + index);
    expect(working.secondsSince(from)).toEqual([...minute(0), ...minute(60), 120, 121, 122, 123, 124]);
  });

  test('thirty messages in any second over all chats, and each chat gets its turn', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    const { assignment } = await working.assignment();
    const failed = anOutboxMessage({
      state: 'failed',
      request: { kind: 'task_assigned', assignmentId: assignment.id },
    });
    await office.store.commit(aPlan({ outbox: [failed] }));
    const request = { kind: 'delivery_failed', outboxId: failed.id } as const;
    // Sixty groups with three messages each, the first one's before the second's.
    for (let chatId = -101; chatId >= -160; chatId--) await working.owe(...times(3, { chatId, request }));
    const from = office.now;
    await working.start();
    await working.pass(10_000);
    const expected = Array.from({ length: 180 }, (_, index) => Math.floor(index / 30));
    expect(working.secondsSince(from)).toEqual(expected);
    const firstSixty = office.messenger.arrived.slice(0, 60).map(({ chatId }) => chatId);
    expect(new Set(firstSixty).size).toBe(60);
  });

  test('one message is on its way at a time, unless Telegram is slow', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    await office.assign({ lead: ['VP'] });
    await working.start();
    await office.assign({ lead: ['KHTC', 'QLCN'] });
    const release = office.messenger.hold();
    working.worker.nudge();
    while (office.messenger.attempts < 2) await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(office.messenger.attempts).toBe(2);
    office.clock.jumpTo(office.now + 33);
    while (office.messenger.attempts < 3) await new Promise(setImmediate);
    release();
    await working.worker.whenIdle();
    expect(office.messenger.arrived).toHaveLength(3);
  });

  test('one message a second in a private chat', async () => {
    const working = await WorkingOffice.open();
    // Secretaries have a private chat; what is said to units follows the unit.
    const { assignment } = await working.assignment();
    const failed = anOutboxMessage({
      state: 'failed',
      request: { kind: 'task_assigned', assignmentId: assignment.id },
    });
    await working.office.store.commit(aPlan({ outbox: [failed] }));
    const request = { kind: 'delivery_failed', outboxId: failed.id } as const;
    await working.owe(...times(3, { chatId: 11, request }));
    const from = working.office.now;
    await working.start();
    await working.pass(5_000);
    expect(working.secondsSince(from)).toEqual([0, 1, 2]);
  });

  test('chats do not wait for each other', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    await office.assign({ lead: ['KHTC', 'QLCN', 'VP'] });
    await office.assign({ lead: ['KHTC', 'QLCN', 'VP'] });
    const from = office.now;
    await working.start();
    await working.pass(10_000);
    expect(working.secondsSince(from)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('what is dropped costs the chat no time', async () => {
    const working = await WorkingOffice.open();
    const gone = { kind: 'task_assigned', assignmentId: 'unknown' } as const;
    await working.owe({ request: gone }, { request: gone }, {});
    const from = working.office.now;
    await working.start();
    expect(working.secondsSince(from)).toEqual([0]);
  });
});

describe('waiting', () => {
  test('is not a busy loop: the database is asked when there may be something', async () => {
    const working = await WorkingOffice.open();
    await working.assignment();
    await working.owe({ notBefore: working.office.now + 3_600_000 });
    await working.start();
    const { looks } = working;
    await working.pass(3_599_000);
    expect(working.looks - looks).toBe(0);
    await working.pass(1_000);
    expect(working.office.messenger.arrived).toHaveLength(1);
    expect(working.looks - looks).toBeLessThanOrEqual(3);
  });

  test('for a resting chat is not a busy loop either', async () => {
    const working = await WorkingOffice.open();
    await working.owe(...times(10));
    await working.start();
    await working.pass(60_000);
    expect(working.office.messenger.arrived).toHaveLength(10);
    expect(working.looks).toBeLessThanOrEqual(40);
  });

  test('ends at once when something is owed', async () => {
    const working = await WorkingOffice.open();
    await working.start();
    expect(working.office.clock.nextWake()).toBe(Number.MAX_SAFE_INTEGER);
    await working.office.assign();
    await working.worker.whenIdle();
    expect(working.office.messenger.arrived).toHaveLength(1);
  });

  test('is over the moment the clock says so, before anyone has noticed', async () => {
    const working = await WorkingOffice.open();
    await working.owe({ notBefore: working.office.now + 60_000 });
    await working.start();
    working.office.clock.jumpTo(working.office.now + 60_000);
    // Asked in the same instant: not idle until the message is out.
    await working.worker.whenIdle();
    expect(working.office.messenger.arrived).toHaveLength(1);
  });
});

describe('when things go wrong', () => {
  test('the network comes back: everything arrives, in the order of each chat', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    office.messenger.isConnected = false;
    await office.assign({ lead: ['KHTC', 'QLCN'], content: 'Việc thứ nhất' });
    await office.assign({ lead: ['KHTC', 'QLCN'], content: 'Việc thứ hai' });
    await working.start();
    await working.pass(600_000);
    expect(office.messenger.arrived).toEqual([]);
    office.messenger.isConnected = true;
    await working.pass(600_000);
    expect(office.messenger.arrived).toHaveLength(4);
    expect(working.errors).toEqual([]);
  });

  test('a chat that wants quiet gets it, for all that is owed there, and no other chat waits', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    const until = office.now + 1_800_000;
    office.messenger.wantQuiet(CHAT_OF.KHTC, until);
    for (let index = 0; index < 3; index++) await office.assign({ lead: ['KHTC', 'QLCN'] });
    await working.start();
    await working.pass(60_000);
    expect(office.messenger.arrived.map(({ chatId }) => chatId)).toEqual(
      Array.from({ length: 3 }, () => CHAT_OF.QLCN),
    );
    // One attempt told of it; the others did not try.
    expect(office.messenger.attempts).toBe(4);
    await office.assign({ lead: ['VP'] });
    await working.pass(60_000);
    expect(office.messenger.arrived.at(-1)?.chatId).toBe(CHAT_OF.VP);
    await working.pass(1_800_000);
    const late = office.messenger.arrived.filter(({ chatId }) => chatId === CHAT_OF.KHTC);
    expect(late.map(({ at }) => (at - until) / 1_000)).toEqual([0, 1, 2]);
  });

  test('a defect that shows in one message keeps no other from going out, and is tried again later', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    office.messenger.breakFor(CHAT_OF.QLCN);
    await office.assign({ lead: ['KHTC', 'QLCN', 'VP'] });
    await working.start();
    expect(office.messenger.arrived.map(({ chatId }) => chatId)).toEqual([CHAT_OF.KHTC, CHAT_OF.VP]);
    expect(working.errors).toHaveLength(1);
    office.messenger.welcome(CHAT_OF.QLCN);
    await working.pass(60_000);
    expect(office.messenger.arrived.at(-1)?.chatId).toBe(CHAT_OF.QLCN);
  });

  test('while Telegram is out of reach one message at a time tries the way, ever more rarely', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    await office.assign({ lead: ['VP'] });
    await working.start();
    office.messenger.isConnected = false;
    for (let count = 0; count < 20; count++) await office.assign({ lead: ['KHTC', 'QLCN'] });
    const { attempts } = office.messenger;
    await working.pass(3_600_000);
    // 2, 4, 8, 16, 32 seconds, then every minute.
    expect(office.messenger.attempts - attempts).toBeLessThan(70);
    expect(office.messenger.attempts - attempts).toBeGreaterThan(50);
    office.messenger.isConnected = true;
    await working.pass(240_000);
    expect(office.messenger.arrived).toHaveLength(41);
  });

  test('nothing more is sent while what was sent cannot be written down', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    await office.assign({ lead: ['KHTC', 'QLCN', 'VP'] });
    const { store } = office;
    let isFull = true;
    const full = new Proxy(store, {
      get: (target, name) =>
        name === 'commit' && isFull
          ? () => Promise.reject(new Error('database or disk is full'))
          : (Reflect.get(target, name) as unknown),
    });
    const errors: string[] = [];
    const worker = new OutboxWorker(
      { ...office.app, store: full },
      office.messenger,
      office.gate,
      HEARD,
      RIGHT_CLOCK,
      {
        error: (_details, message) => errors.push(message),
      },
    );
    onTestFinished(() => worker.stop());
    worker.start();
    await worker.whenIdle();
    await office.clock.advanceTo(office.now + 10 * LEASE_MS, () => worker.whenIdle());
    expect(office.messenger.arrived).toHaveLength(1);
    expect(errors.length).toBeGreaterThan(10);
    isFull = false;
    await office.clock.advanceTo(office.now + 60_000, () => worker.whenIdle());
    expect(office.messenger.arrived.map(({ chatId }) => chatId).toSorted()).toEqual(
      [CHAT_OF.KHTC, CHAT_OF.QLCN, CHAT_OF.VP].toSorted(),
    );
  });

  test('a database that cannot be read is tried again after a pause, during which the worker is at rest', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    let isBroken = true;
    const store = new Proxy(office.store, {
      get: (target, name) => {
        if (name === 'claimOutbox' && isBroken) {
          return () => {
            working.looks++;
            return Promise.reject(new Error('disk I/O error'));
          };
        }
        return Reflect.get(target, name) as unknown;
      },
    });
    const errors: string[] = [];
    const worker = new OutboxWorker(
      { ...office.app, store },
      office.messenger,
      office.gate,
      HEARD,
      RIGHT_CLOCK,
      {
        error: (_details, message) => errors.push(message),
      },
    );
    onTestFinished(() => worker.stop());
    await office.assign();
    worker.start();
    await worker.whenIdle();
    expect(errors).toHaveLength(1);
    await office.clock.advanceTo(office.now + 60_000, () => worker.whenIdle());
    expect(errors.length).toBeGreaterThan(5);
    expect(errors.length).toBeLessThanOrEqual(14);
    isBroken = false;
    await office.clock.advanceTo(office.now + 5_000, () => worker.whenIdle());
    expect(office.messenger.arrived).toHaveLength(1);
  });

  test('a clock that is set back does not keep a chat waiting', async () => {
    const working = await WorkingOffice.open();
    await working.owe({}, { notBefore: 0 });
    await working.start();
    expect(working.office.messenger.arrived).toHaveLength(1);
    working.office.clock.jumpTo(working.office.now - 3_600_000);
    working.worker.nudge();
    await working.worker.whenIdle();
    // As long as the chat's own pace takes, and no longer.
    await working.pass(1_000);
    expect(working.office.messenger.arrived).toHaveLength(2);
  });
});

describe('stopping', () => {
  test('finishes what is in hand and begins nothing new', async () => {
    const working = await WorkingOffice.open();
    const { office } = working;
    await office.assign({ lead: ['KHTC', 'QLCN'] });
    await office.assign({ lead: ['KHTC'] });
    const release = office.messenger.hold();
    working.worker.start();
    while (office.messenger.attempts < 1) await new Promise(setImmediate);
    let isStopped = false;
    const stopped = working.worker.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    release();
    await stopped;
    expect(office.messenger.arrived).toHaveLength(1);
    // It is settled, and the others still wait for their turn.
    const owed = await office.store.claimOutbox(office.now, LEASE_MS, 9, new Set());
    expect(owed).toHaveLength(2);
  });

  test('while it waits is immediate, and so is stopping what never began', async () => {
    const working = await WorkingOffice.open();
    await working.worker.stop();
    const other = await WorkingOffice.open();
    await other.start();
    await other.worker.stop();
    await other.worker.whenIdle();
    await other.office.assign();
    expect(other.office.messenger.arrived).toEqual([]);
  });
});
