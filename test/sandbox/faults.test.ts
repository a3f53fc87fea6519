import { GrammyError, HttpError } from 'grammy';
import { describe, expect, test } from 'vitest';
import type { RateLimits } from '../../src/sandbox/bot-api/rate-limits.ts';
import { call, callOk, newBot, openSandbox, runBot } from './support/sandbox-bot.ts';

async function openPrivateChat() {
  const { api, clock } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  return { api, clock, lan, bot: newBot(api).api };
}

describe('refusals on request', () => {
  test('so many calls of a method, then it works again', async () => {
    const { api, lan, bot } = await openPrivateChat();
    api.faults.refuse(
      { method: 'sendMessage', times: 2 },
      { status: 500, description: 'Internal Server Error' },
    );
    const failed = { error_code: 500, description: 'Internal Server Error' };
    await expect(bot.sendMessage(lan.id, 'một')).rejects.toMatchObject(failed);
    await expect(bot.sendMessage(lan.id, 'một')).rejects.toBeInstanceOf(GrammyError);
    await bot.sendMessage(lan.id, 'một');
    expect(api.world.fromBot(lan).map(({ text }) => text)).toEqual(['một']);
  });

  test('only one chat, or everything but polling', async () => {
    const { api, lan, bot } = await openPrivateChat();
    const an = api.world.addUser({ firstName: 'An' });
    an.start();
    api.faults.tooManyRequests({ method: 'sendMessage', chatId: an.id, times: Infinity }, 3600);
    await bot.sendMessage(lan.id, 'tới');
    await expect(bot.sendMessage(an.id, 'không tới')).rejects.toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 3600',
      parameters: { retry_after: 3600 },
    });
    api.faults.clear();
    api.faults.refuse({ method: '*' }, { status: 502, description: 'Bad Gateway' });
    await expect(call(api, 'getUpdates')).resolves.toMatchObject({ ok: true });
    await expect(call(api, 'getMe')).resolves.toMatchObject({ error_code: 502 });
    await expect(call(api, 'getMe')).resolves.toMatchObject({ ok: true });
  });
});

describe('lost connections', () => {
  test('before the call took effect', async () => {
    const { api, lan, bot } = await openPrivateChat();
    api.faults.dropBefore({ method: 'sendMessage' });
    await expect(bot.sendMessage(lan.id, 'mất')).rejects.toBeInstanceOf(HttpError);
    expect(api.world.fromBot(lan)).toEqual([]);
    expect(api.calls.of('sendMessage').map(({ outcome }) => outcome)).toEqual([
      { kind: 'dropped', tookEffect: false },
    ]);
  });

  test('after the call took effect: the message is there, and the bot cannot know', async () => {
    const { api, lan, bot } = await openPrivateChat();
    api.faults.dropAfter({ method: 'sendMessage' });
    await expect(bot.sendMessage(lan.id, 'tới')).rejects.toBeInstanceOf(HttpError);
    expect(api.world.fromBot(lan).map(({ text }) => text)).toEqual(['tới']);
    expect(api.calls.of('sendMessage').map(({ outcome }) => outcome)).toEqual([
      { kind: 'dropped', tookEffect: true },
    ]);
  });

  test('the network is down: nothing gets through, updates wait', async () => {
    const { api, lan, bot } = await openPrivateChat();
    api.faults.setNetworkDown(true);
    lan.write('có ai không?');
    await expect(bot.sendMessage(lan.id, 'một')).rejects.toBeInstanceOf(HttpError);
    await expect(call(api, 'getMe')).rejects.toThrow();
    api.faults.setNetworkDown(false);
    await bot.sendMessage(lan.id, 'hai');
    expect(api.world.fromBot(lan).map(({ text }) => text)).toEqual(['hai']);
    await expect(callOk(api, 'getUpdates')).resolves.toMatchObject([
      {},
      { message: { text: 'có ai không?' } },
    ]);
  });

  test('a poll that is being held is cut when the network goes down', async () => {
    const { api } = await openPrivateChat();
    await callOk(api, 'getUpdates', { offset: -1 });
    const held = callOk(api, 'getUpdates', { offset: 2 ** 31, timeout: 50 });
    await api.whenPolled();
    api.faults.setNetworkDown(true);
    await expect(held).rejects.toThrow();
  });
});

test('a delayed call is answered in the end', async () => {
  const { api, lan, bot } = await openPrivateChat();
  api.faults.delay({ method: 'sendMessage' }, 20);
  await bot.sendMessage(lan.id, 'chậm');
  expect(api.world.lastFromBot(lan).text).toBe('chậm');
});

test('the log knows every call, with what came of it', async () => {
  const { api, clock, lan, bot } = await openPrivateChat();
  await bot.sendMessage(lan.id, 'một');
  clock.advanceSeconds(5);
  await expect(bot.sendMessage(42, 'hai')).rejects.toThrow();
  expect(api.calls.count('SENDMESSAGE')).toBe(2);
  expect(api.calls.of().map(({ params, atMs, outcome }) => [params.text, atMs, outcome.kind])).toEqual([
    ['một', clock.nowMs - 5000, 'ok'],
    ['hai', clock.nowMs, 'refused'],
  ]);
  api.calls.clear();
  expect(api.calls.of()).toEqual([]);
});

describe('flood control', () => {
  async function openLimited(rateLimits: boolean | RateLimits = true) {
    const { api, clock } = await openSandbox({ rateLimits });
    const people = Array.from({ length: 31 }, (_, index) =>
      api.world.addUser({ firstName: `Người ${index}` }),
    );
    for (const person of people) person.start();
    const [owner = api.world.addUser({ firstName: 'Chủ' })] = people;
    const group = api.world.addSupergroup({ title: 'Phòng', owner });
    const send = (chatId: number) => call(api, 'sendMessage', { chat_id: chatId, text: 'nhắc việc' });
    return { api, clock, people, group, send };
  }

  test('is off unless asked for', async () => {
    const { send, group } = await openLimited(false);
    for (let sent = 0; sent < 25; sent += 1)
      await expect(send(group.id)).resolves.toMatchObject({ ok: true });
  });

  test('one message a second in a chat', async () => {
    const { clock, people, send } = await openLimited();
    const id = people[0]?.id ?? 0;
    await expect(send(id)).resolves.toMatchObject({ ok: true });
    clock.nowMs += 400;
    await expect(send(id)).resolves.toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    clock.advanceSeconds(1);
    await expect(send(id)).resolves.toMatchObject({ ok: true });
  });

  test('twenty a minute in a group, and retry_after tells exactly when', async () => {
    const { clock, group, send } = await openLimited();
    for (let sent = 0; sent < 20; sent += 1) {
      await expect(send(group.id)).resolves.toMatchObject({ ok: true });
      clock.advanceSeconds(1);
    }
    await expect(send(group.id)).resolves.toMatchObject({ parameters: { retry_after: 40 } });
    clock.advanceSeconds(39);
    await expect(send(group.id)).resolves.toMatchObject({ parameters: { retry_after: 1 } });
    clock.advanceSeconds(1);
    await expect(send(group.id)).resolves.toMatchObject({ ok: true });
  });

  test('thirty a second over all chats', async () => {
    const { people, send } = await openLimited();
    const answers = [];
    for (const { id } of people) answers.push(await send(id));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
    expect(answers.at(-1)).toMatchObject({ error_code: 429 });
  });

  test('limits of one’s own; edits and answers do not count', async () => {
    const { api, group, send } = await openLimited({
      overallPerSecond: 1,
      perChatPerSecond: 1,
      perGroupPerMinute: 1,
    });
    const sent = await send(group.id);
    const { message_id } = sent.result as { message_id: number };
    for (const text of ['một', 'hai', 'ba']) {
      await callOk(api, 'editMessageText', { chat_id: group.id, message_id, text });
    }
    await expect(send(group.id)).resolves.toMatchObject({ parameters: { retry_after: 60 } });
  });
});

test('grammY’s own polling lives through a 429 and gets everything', async () => {
  const { api, lan } = await openPrivateChat();
  const seen: (string | undefined)[] = [];
  api.faults.tooManyRequests({ method: 'getUpdates' }, 0);
  await runBot(api, (bot) => {
    bot.on('message', (ctx) => {
      seen.push(ctx.message.text);
    });
  });
  lan.write('vẫn nghe');
  await api.whenIdle();
  expect(seen).toEqual(['/start', 'vẫn nghe']);
});
