import { setImmediate as turn } from 'node:timers/promises';
import { Bot } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { StoreUnavailableError } from '../../src/application/plan.ts';
import { Listening } from '../../src/application/sending/listening.ts';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import { Polling } from '../../src/telegram/transport/polling.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

const open = async (handle: (text: string) => void) => {
  const server = await startBotApiServer({ now: () => Date.UTC(2025, 3, 8, 2) });
  const people = ['Lan', 'Minh'].map((firstName) => server.world.addUser({ firstName }));
  const start = () => {
    const bot = new Bot(server.token, { client: { apiRoot: server.apiRoot } });
    bot.on('message:text', (ctx) => {
      handle(ctx.msg.text);
    });
    const polling = new Polling(
      bot,
      SILENT,
      new Listening({ now: () => 0, waitUntil: () => Promise.resolve() }),
      () => Promise.resolve(),
    );
    void polling.run();
    onTestFinished(() => polling.stop());
    return polling;
  };
  onTestFinished(() => server.close());
  const [lan, minh] = people;
  if (!lan || !minh) throw new Error('Nobody is there');
  return { server, lan, minh, start };
};

test('what cannot be stored is handled when it can, in its order, and holds nobody else up', async () => {
  const handled: string[] = [];
  let isFull = true;
  const { server, lan, minh, start } = await open((text) => {
    if (isFull && text.startsWith('lưu')) {
      isFull = false;
      throw new StoreUnavailableError('SQLITE_FULL: database or disk is full');
    }
    handled.push(text);
  });
  lan.write('một');
  lan.write('lưu hai');
  lan.write('ba');
  minh.write('bốn');
  start();
  await server.whenIdle();
  expect(handled).toEqual(['một', 'bốn', 'lưu hai', 'ba']);
});

test('what could not be stored before the end comes to the next process', async () => {
  const handled: string[] = [];
  let isFull = true;
  let tries = 0;
  const { server, lan, start } = await open((text) => {
    if (isFull && text === 'hai') {
      tries++;
      throw new StoreUnavailableError('SQLITE_FULL: database or disk is full');
    }
    handled.push(text);
  });
  lan.write('một');
  lan.write('hai');
  lan.write('ba');
  const first = start();
  while (tries === 0) await turn();
  await first.stop();
  expect(handled).toEqual(['một']);
  isFull = false;
  start();
  await server.whenIdle();
  expect(handled).toEqual(['một', 'hai', 'ba']);
});

test('a message that nothing can be done with does not come again', async () => {
  const handled: string[] = [];
  const { server, lan, start } = await open((text) => {
    handled.push(text);
    throw new Error('A mistake of the program');
  });
  lan.write('một');
  lan.write('hai');
  start();
  await server.whenIdle();
  expect(handled).toEqual(['một', 'hai']);
});
