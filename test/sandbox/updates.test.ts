import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, callOk, newBot, openSandbox, runBot, runListener } from './support/sandbox-bot.ts';

const texts = (updates: readonly Update[]): (string | undefined)[] =>
  updates.map((update) => update.message?.text);

test('an offset confirms what is below it; without one the same updates come again', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  for (const text of ['một', 'hai', 'ba']) lan.write(text);

  const first = await callOk<Update[]>(api, 'getUpdates', { limit: 2 });
  expect(texts(first)).toEqual(['một', 'hai']);
  expect(texts(await callOk<Update[]>(api, 'getUpdates'))).toEqual(['một', 'hai', 'ba']);

  const offset = (first.at(-1)?.update_id ?? 0) + 1;
  expect(texts(await callOk<Update[]>(api, 'getUpdates', { offset }))).toEqual(['ba']);
  expect(texts(await callOk<Update[]>(api, 'getUpdates'))).toEqual(['ba']);
});

test('a negative offset keeps that many from the end and forgets the rest', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  for (const text of ['một', 'hai', 'ba']) lan.write(text);
  expect(texts(await callOk<Update[]>(api, 'getUpdates', { offset: -1 }))).toEqual(['ba']);
  expect(texts(await callOk<Update[]>(api, 'getUpdates'))).toEqual(['ba']);
});

test('a held poll is answered as soon as something happens', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const held = callOk<Update[]>(api, 'getUpdates', { timeout: 50 });
  await api.whenPolled();
  lan.write('đây');
  expect(texts(await held)).toEqual(['đây']);
});

test('of two pollers the earlier one is told that another bot runs', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const earlier = call(api, 'getUpdates', { timeout: 50 });
  await api.whenPolled();
  const later = callOk<Update[]>(api, 'getUpdates', { timeout: 50 });
  expect(await earlier).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await api.whenPolled();
  lan.write('ai nghe?');
  expect(texts(await later)).toEqual(['ai nghe?']);
});

test('a second grammY bot on the same token ends the first with a 409', async () => {
  const { api } = await openSandbox();
  const ended = newBot(api).start();
  await api.whenPolled();
  await Promise.all([runBot(api), expect(ended).rejects.toMatchObject({ error_code: 409 })]);
});

test('update types are delivered by request, from the request on', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const note = lan.write('ghi chú');
  lan.react(note, '👍');
  await callOk(api, 'getUpdates', { allowed_updates: ['message_reaction'] });
  lan.write('không ai nghe');
  lan.react(note, '👎');

  const updates = await callOk<Update[]>(api, 'getUpdates');
  expect(updates.map((update) => Object.keys(update)[1])).toEqual(['message', 'message_reaction']);

  await callOk(api, 'getUpdates', { allowed_updates: [] });
  lan.react(note, undefined);
  lan.write('lại nghe');
  const later = await callOk<Update[]>(api, 'getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  expect(texts(later)).toEqual(['lại nghe']);
});

test('an update nobody fetched is gone after 24 hours', async () => {
  const { api, clock } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.write('cũ');
  clock.advanceSeconds(24 * 3600 - 60);
  lan.write('mới');
  clock.advanceSeconds(120);
  expect(texts(await callOk<Update[]>(api, 'getUpdates'))).toEqual(['mới']);
});

test('a redelivered update comes again under its old id', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const updates = await runListener(api);
  lan.write('một');
  lan.write('hai');
  await api.whenIdle();
  const [first] = updates;
  api.redeliver(first?.update_id);
  await api.whenIdle();
  expect(texts(updates)).toEqual(['một', 'hai', 'một']);
  expect(updates[2]?.update_id).toBe(first?.update_id);
  lan.write('ba');
  await api.whenIdle();
  expect(texts(updates)).toEqual(['một', 'hai', 'một', 'ba']);
});

test('what has not been confirmed cannot be redelivered', async () => {
  const { api } = await openSandbox();
  api.world.addUser({ firstName: 'Lan' }).write('chờ');
  expect(() => {
    api.redeliver();
  }).toThrow('has not been confirmed');
});

test('whenIdle names what the bot left lying', async () => {
  const { api } = await openSandbox();
  api.world.addUser({ firstName: 'Lan' }).write('có ai không?');
  await expect(api.whenIdle({ timeoutMs: 10 })).rejects.toThrow('có ai không?');
});

test('ids and dates are the same on every run', async () => {
  const runs = [];
  for (let run = 0; run < 2; run += 1) {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
    lan.start();
    lan.sendText(group, '/viec');
    runs.push(await callOk<Update[]>(api, 'getUpdates'));
  }
  expect(runs[0]).toHaveLength(4);
  expect(runs[1]).toEqual(runs[0]);
});
