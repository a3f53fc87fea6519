import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/application/ports/messenger.ts';
import type { WaitingAnswer } from '../../src/domain/chat.ts';
import { SendGate } from '../../src/application/sending/send-gate.ts';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';
import { AnswerQueue } from '../../src/telegram/transport/answer-queue.ts';

const START = Date.UTC(2025, 3, 8, 2);
const CHAT = 7;
const TO_CHAT = { chatId: CHAT, isMessage: true } as const;

/** A queue, what was said through it and when, and what Telegram answers next. */
class Answering {
  readonly clock = new MovableClock(START);
  readonly gate = new SendGate({
    clock: this.clock,
    random: () => 1,
    store: {
      sendingHolds: () => Promise.resolve([]),
      messagesSentSince: () => Promise.resolve([]),
      holdSending: () => Promise.resolve(),
    },
  });
  readonly warnings: string[] = [];
  /** What is kept, by its id. */
  readonly kept = new Map<string, WaitingAnswer>();
  private keptSoFar = 0;
  readonly queue = new AnswerQueue(
    this.clock,
    this.gate,
    { warn: (_details, message) => this.warnings.push(message) },
    {
      store: {
        keepAnswer: (answer) => Promise.resolve(void this.kept.set(answer.id, answer)),
        forgetAnswer: (id) => Promise.resolve(void this.kept.delete(id)),
        waitingAnswers: () => Promise.resolve([...this.kept.values()]),
      },
      ids: { next: () => `${++this.keptSoFar}` },
    },
  );
  readonly said: string[] = [];
  readonly refusals: DeliveryError[] = [];

  say(what: string, target: Parameters<AnswerQueue['run']>[1] = TO_CHAT, lane = String(CHAT)): Promise<void> {
    return this.queue.run(lane, target, this.attempt(what), target?.isMessage ? { what } : null);
  }

  attempt(what: unknown): () => Promise<void> {
    return () => {
      const refusal = this.refusals.shift();
      if (refusal) return Promise.reject(refusal);
      this.said.push(`${String(what)} ${(this.clock.now() - START) / 1_000}`);
      return Promise.resolve();
    };
  }

  get contents(): unknown[] {
    return [...this.kept.values()].map(({ content }) => content.what);
  }

  async pass(seconds: number): Promise<void> {
    await this.queue.whenIdle();
    await this.clock.advanceTo(this.clock.now() + seconds * 1_000, () => this.queue.whenIdle());
  }
}

const wait = (seconds: number) => new DeliveryError('wait', '429', { retryAfterMs: seconds * 1_000 });
const network = () => new DeliveryError('network', 'No answer from Telegram');

describe('answers', () => {
  test('are given at once, then at the pace of the chat, in their order', async () => {
    const answering = new Answering();
    for (const what of ['one', 'two', 'three']) await answering.say(what);
    expect(answering.said).toEqual(['one 0']);
    expect(answering.queue.isBusy).toBe(false);
    await answering.pass(5);
    expect(answering.said).toEqual(['one 0', 'two 1', 'three 2']);
  });

  test('do not wait for those of another chat', async () => {
    const answering = new Answering();
    await answering.say('here');
    await answering.say('here again');
    await answering.say('there', { chatId: 8, isMessage: true }, 'other');
    expect(answering.said).toEqual(['here 0', 'there 0']);
  });

  test('that change a message, or end a waiting sign, wait for no pace, but for quiet', async () => {
    const answering = new Answering();
    await answering.say('message');
    await answering.say('edit', { chatId: CHAT, isMessage: false }, 'edits');
    await answering.say('toast', null, 'toast');
    expect(answering.said).toEqual(['message 0', 'edit 0', 'toast 0']);
    answering.refusals.push(wait(30));
    await answering.pass(1);
    await answering.say('refused');
    await answering.say('edit', { chatId: CHAT, isMessage: false }, 'edits');
    await answering.pass(60);
    expect(answering.said.slice(3).toSorted()).toEqual(['edit 31', 'refused 31']);
  });

  test('wait exactly as long as Telegram asks, and what is behind them waits too', async () => {
    const answering = new Answering();
    answering.refusals.push(wait(3_600));
    await answering.say('late');
    await answering.say('behind');
    await answering.pass(3_599);
    expect(answering.said).toEqual([]);
    await answering.pass(5);
    expect(answering.said).toEqual(['late 3600', 'behind 3601']);
  });

  test('are tried again when the network fails, later and later', async () => {
    const answering = new Answering();
    answering.refusals.push(network(), network(), network());
    await answering.say('at last');
    await answering.pass(60);
    expect(answering.said).toEqual(['at last 14']);
  });

  test('that Telegram refuses are given up, and the next one is given', async () => {
    const answering = new Answering();
    answering.refusals.push(new DeliveryError('refused', '403: Forbidden'));
    await answering.say('refused');
    await answering.say('next');
    await answering.pass(2);
    expect(answering.said).toEqual(['next 1']);
  });

  test('that have waited for half a day are given up', async () => {
    const answering = new Answering();
    answering.refusals.push(wait(5 * 3_600));
    await answering.say('too late');
    await answering.pass(6 * 3_600);
    await answering.say('fresh');
    expect(answering.said).toEqual(['fresh 21600']);
    expect(answering.warnings.at(-1)).toContain('waited too long');
  });

  test('are kept as long as they wait, and those of the last process are given in their order', async () => {
    const answering = new Answering();
    for (const what of ['one', 'two', 'three']) await answering.say(what);
    await answering.say('edit', { chatId: CHAT, isMessage: false }, String(CHAT));
    expect(answering.contents).toEqual(['two', 'three']);
    await answering.pass(1);
    expect(answering.contents).toEqual(['three']);
    await answering.pass(5);
    expect(answering.contents).toEqual([]);

    const next = new Answering();
    const left = (id: string, what: string) => ({ id, chatId: CHAT, since: START, content: { what } });
    next.kept.set('a', left('a', 'first')).set('b', left('b', 'second'));
    await next.queue.restore(({ what }) => next.attempt(what));
    await next.say('third');
    await next.pass(5);
    expect(next.said).toEqual(['first 0', 'second 1', 'third 2']);
    expect(next.contents).toEqual([]);
  });

  test('that were kept half a day ago, or cannot be read, are given up and hold up nothing', async () => {
    const answering = new Answering();
    const left = (id: string, since: number) => ({ id, chatId: CHAT, since, content: { what: id } });
    answering.kept.set('a', left('a', START - 5 * 3_600_000)).set('b', left('b', START));
    await answering.queue.restore(({ what }) => {
      if (what === 'b') throw new TypeError('not one of this program');
      return answering.attempt(what);
    });
    await answering.say('fresh');
    await answering.pass(5);
    expect(answering.said).toEqual([expect.stringContaining('fresh')]);
    expect(answering.contents).toEqual([]);
  });

  test('that still wait when the bot stops are counted in the log', async () => {
    const answering = new Answering();
    for (const what of ['one', 'two', 'three']) await answering.say(what);
    await answering.queue.stop();
    expect(answering.warnings).toEqual([expect.stringContaining('still waiting')]);
    await answering.pass(10);
    expect(answering.said).toEqual(['one 0']);
  });
});
