import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../../src/application/ports/messenger.ts';
import { SendGate } from '../../../src/application/sending/send-gate.ts';
import { UNKNOWN } from '../../../src/application/sending/send-windows.ts';
import type { SendingHold } from '../../../src/domain/chat.ts';
import { MovableClock } from '../../../src/sandbox/movable-clock.ts';

const START = Date.UTC(2025, 3, 8, 2);
const GROUP = -5;
const OTHER = -6;
const PERSON = 7;

/** What the gate keeps, as a database would. */
class Kept {
  holds: SendingHold[] = [];
  sent: { chatId: number; sentAt: number }[] = [];

  sendingHolds = () => Promise.resolve(this.holds);
  messagesSentSince = (since: number) => Promise.resolve(this.sent.filter(({ sentAt }) => sentAt >= since));
  holdSending = (hold: SendingHold) => {
    this.holds = [...this.holds.filter(({ chatId }) => chatId !== hold.chatId), hold];
    return Promise.resolve();
  };
}

/** A gate that has been passed once, so that the way is known to be open. */
const openGate = async (kept = new Kept(), clock = new MovableClock(START)) => {
  const gate = new SendGate({ clock, store: kept, random: () => 0.5 });
  await gate.restore();
  await pass(gate, 99);
  return { gate, clock, kept };
};

const pass = (gate: SendGate, chatId: number): Promise<string> =>
  gate.take(chatId).through(() => Promise.resolve('sent'));

const meet = (gate: SendGate, chatId: number, error: DeliveryError): Promise<unknown> =>
  gate
    .take(chatId)
    .through(() => Promise.reject(error))
    .catch((reason: unknown) => reason);

const tooMany = (seconds: number) =>
  new DeliveryError('wait', '429: Too Many Requests', { retryAfterMs: seconds * 1_000 });
const unreachable = () => new DeliveryError('network', 'No answer from Telegram');

describe('the limits', () => {
  test('a place is taken until a window’s length after the answer', async () => {
    const { gate, clock } = await openGate();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const sending = gate.take(GROUP).through(() => promise);
    expect(gate.opensAt(GROUP)).toBe(UNKNOWN);
    expect(gate.opensAt(OTHER)).toBe(clock.now());
    clock.jumpTo(START + 700);
    resolve(undefined);
    await sending;
    expect(gate.opensAt(GROUP)).toBe(START + 1_700);
  });

  test('twenty a minute in a group, at once or not; a person has no such limit', async () => {
    const { gate, clock } = await openGate();
    for (let count = 0; count < 20; count++) {
      for (const chatId of [GROUP, PERSON]) await pass(gate, chatId);
      clock.jumpTo(clock.now() + 1_000);
    }
    expect(gate.opensAt(GROUP)).toBe(START + 60_000);
    expect(gate.opensAt(PERSON)).toBe(clock.now());
    clock.jumpTo(START + 60_000);
    expect(gate.opensAt(GROUP)).toBe(START + 60_000);
    await pass(gate, GROUP);
    expect(gate.opensAt(GROUP)).toBe(START + 61_000);
  });

  test('thirty a second over all', async () => {
    const { gate, clock } = await openGate();
    // The one that opened the gate counts too.
    for (let chatId = 1; chatId <= 29; chatId++) await pass(gate, chatId);
    expect([gate.room(), gate.opensAt(500)]).toEqual([0, START + 1_000]);
    expect(gate.nextOpening()).toBe(START + 1_000);
    clock.jumpTo(START + 1_000);
    expect(gate.room()).toBe(30);
  });

  test('what has gone to another chat, as after a group became a supergroup, counts there', async () => {
    const { gate, clock } = await openGate();
    const place = gate.take(GROUP);
    await place.through(() => Promise.resolve('sent'));
    place.wentTo(OTHER);
    expect(gate.opensAt(OTHER)).toBe(clock.now() + 1_000);
  });

  test('what was not sent takes no place', async () => {
    const { gate } = await openGate();
    const place = gate.take(GROUP);
    place.leave();
    place.leave();
    expect(gate.opensAt(GROUP)).toBe(START);
    expect(gate.room()).toBe(29);
  });

  test('what the process before has sent counts', async () => {
    const kept = new Kept();
    kept.sent = Array.from({ length: 20 }, (_, index) => ({
      chatId: GROUP,
      sentAt: START - 30_000 + index * 1_000,
    }));
    const { gate } = await openGate(kept);
    expect(gate.opensAt(GROUP)).toBe(START + 30_000);
  });

  test('a clock that is set back makes nothing wait longer than the window', async () => {
    const { gate, clock } = await openGate();
    await pass(gate, GROUP);
    clock.jumpTo(START - 7 * 86_400_000);
    expect(gate.opensAt(GROUP)).toBe(clock.now() + 1_000);
  });

  test('an answer waits for its turn, and gets it before the outbox', async () => {
    const { gate, clock } = await openGate();
    for (let chatId = 1; chatId <= 29; chatId++) await pass(gate, chatId);
    const answer = gate.waitForPlace(PERSON, new AbortController().signal);
    clock.jumpTo(START + 1_000);
    // Woken, but not run yet: its place is kept.
    expect(gate.room()).toBe(29);
    const place = await answer;
    expect(place).not.toBeNull();
    const [closed] = await closedChats(gate);
    expect(closed).toContain(PERSON);
    place?.leave();
  });

  test('whoever stops waiting gets no place', async () => {
    const { gate } = await openGate();
    await pass(gate, PERSON);
    const stopping = new AbortController();
    const waiting = gate.waitForPlace(PERSON, stopping.signal);
    stopping.abort();
    expect(await waiting).toBeNull();
    expect(gate.room()).toBe(28);
  });
});

const closedChats = async (gate: SendGate): Promise<ReadonlySet<number>[]> => {
  const seen: ReadonlySet<number>[] = [];
  await gate.fill((_room, closed) => {
    seen.push(closed);
    return Promise.resolve([]);
  });
  return seen;
};

describe('a 429', () => {
  test('of one chat is for that chat: the next message, alone, arrives', async () => {
    const { gate, clock, kept } = await openGate();
    const error = await meet(gate, GROUP, tooMany(40));
    expect(error).toMatchObject({ retryAfterMs: 40_000 });
    expect(gate.opensAt(GROUP)).toBe(START + 40_000);
    expect(gate.room()).toBe(1);
    await pass(gate, OTHER);
    expect(gate.room()).toBeGreaterThan(20);
    expect(gate.opensAt(GROUP)).toBe(START + 40_000);
    clock.jumpTo(START + 40_000);
    expect(gate.opensAt(GROUP)).toBe(START + 40_000);
    expect(kept.holds.map(({ chatId }) => chatId)).toEqual([GROUP]);
  });

  test('of two chats in a row is for the bot: nothing leaves until it is over, and one message goes first', async () => {
    const { gate, clock, kept } = await openGate();
    await meet(gate, GROUP, tooMany(40));
    clock.jumpTo(START + 1_000);
    await meet(gate, OTHER, tooMany(39));
    expect([gate.room(), gate.opensAt(PERSON), gate.nextOpening()]).toEqual([
      0,
      START + 40_000,
      START + 40_000,
    ]);
    expect(kept.holds.map(({ chatId }) => chatId)).toContain(null);
    clock.jumpTo(START + 40_000);
    expect(gate.room()).toBe(1);
    await pass(gate, PERSON);
    expect(gate.room()).toBeGreaterThan(20);
  });

  test('of the same chat again is still that chat’s', async () => {
    const { gate, clock } = await openGate();
    await meet(gate, GROUP, tooMany(2));
    clock.jumpTo(START + 2_000);
    await meet(gate, GROUP, tooMany(5));
    expect([gate.opensAt(GROUP), gate.opensAt(PERSON)]).toEqual([START + 7_000, START + 2_000]);
  });

  test('is known to the next process, for the chat and for the bot, to the millisecond', async () => {
    const { gate, clock, kept } = await openGate();
    await meet(gate, GROUP, tooMany(4_000));
    await meet(gate, OTHER, tooMany(40));
    const next = new SendGate({ clock, store: kept, random: () => 0 });
    await next.restore();
    expect([next.opensAt(PERSON), next.opensAt(GROUP)]).toEqual([START + 40_000, START + 4_000_000]);
    clock.jumpTo(START + 40_000);
    expect([next.opensAt(PERSON), next.opensAt(GROUP)]).toEqual([START + 40_000, START + 4_000_000]);
  });

  test('holds nobody after the clock has been set back', async () => {
    const { gate, clock } = await openGate();
    await meet(gate, GROUP, tooMany(40));
    await meet(gate, OTHER, tooMany(40));
    clock.jumpTo(START - 3_600_000);
    expect(gate.opensAt(GROUP)).toBe(clock.now());
    expect(gate.room()).toBe(1);
  });

  test('that cannot be kept holds as long as the process lives', async () => {
    const { gate, kept } = await openGate();
    kept.holdSending = () => Promise.reject(new Error('database or disk is full'));
    expect(await meet(gate, GROUP, tooMany(40))).toMatchObject({ kind: 'wait' });
    expect(gate.opensAt(GROUP)).toBe(START + 40_000);
  });
});

describe('while Telegram is out of reach', () => {
  test('one failure lets one message try at once, the next ones ever later, with some chance in it', async () => {
    const { gate, clock } = await openGate();
    await meet(gate, GROUP, unreachable());
    expect(gate.room()).toBe(1);
    const waits: number[] = [];
    for (let tries = 1; tries <= 7; tries++) {
      await meet(gate, PERSON + tries, unreachable());
      waits.push((gate.opensAt(500) - clock.now()) / 1_000);
      clock.jumpTo(gate.opensAt(500));
      expect(gate.room()).toBe(1);
    }
    // Three quarters of 2, 4, 8 … 60 seconds: chance is a half here.
    expect(waits).toEqual([1.5, 3, 6, 12, 24, 45, 45]);
    await pass(gate, PERSON);
    expect(gate.room()).toBeGreaterThan(20);
  });

  test('calls that were on their way when it broke count as one failure', async () => {
    const { gate, clock } = await openGate();
    const places = [1, 2, 3, 4].map((chatId) => gate.take(chatId));
    for (const place of places) {
      await place.through(() => Promise.reject(unreachable())).catch(() => undefined);
    }
    expect([gate.room(), gate.opensAt(500)]).toEqual([1, clock.now()]);
  });

  test('while one message tries the way, no other does', async () => {
    const { gate } = await openGate();
    await meet(gate, GROUP, unreachable());
    const probe = gate.take(PERSON);
    expect([gate.room(), gate.opensAt(OTHER)]).toEqual([0, UNKNOWN]);
    probe.leave();
    expect(gate.room()).toBe(1);
  });

  test('a refusal is an answer: the way is open', async () => {
    const { gate } = await openGate();
    await meet(gate, GROUP, unreachable());
    await meet(gate, GROUP, new DeliveryError('refused', '403: Forbidden'));
    expect(gate.room()).toBeGreaterThan(20);
  });

  test('an answer to another call lets a message try at once', async () => {
    const { gate, clock } = await openGate();
    for (let tries = 0; tries < 6; tries++) await meet(gate, GROUP, unreachable());
    expect(gate.room()).toBe(0);
    gate.heard();
    expect([gate.room(), gate.opensAt(500)]).toEqual([1, clock.now()]);
  });

  test('a new process begins with one message', () => {
    const gate = new SendGate({ clock: new MovableClock(START), store: new Kept(), random: () => 0 });
    expect(gate.room()).toBe(1);
  });

  test('a clock that is set back does not put the next try off', async () => {
    const { gate, clock } = await openGate();
    for (let tries = 0; tries < 9; tries++) await meet(gate, GROUP, unreachable());
    clock.jumpTo(START - 86_400_000);
    expect(gate.room()).toBe(1);
  });
});
