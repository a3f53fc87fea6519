import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/application/ports/messenger.ts';
import type { Messenger, SentMessage } from '../../src/application/ports/messenger.ts';
import type { ChatAddress } from '../../src/domain/chat.ts';
import type { Notification } from '../../src/domain/notification.ts';
import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { SandboxUser } from '../../src/sandbox/bot-api/world/user.ts';
import { createMessenger } from '../../src/telegram/transport/sender.ts';
import { renderMessages } from '../../src/telegram/render.ts';
import { openSandbox } from '../sandbox/support/sandbox-bot.ts';
import { aView } from './support/views.ts';

const ASSIGNED: Notification = { kind: 'task_assigned', view: aView() };
/** Three messages. */
const LONG: Notification = {
  kind: 'task_assigned',
  view: aView({ task: { content: 'Rà soát các nội dung được giao; '.repeat(300) } }),
};

const apiOf = (server: BotApiServer): Api => new Api(server.token, { apiRoot: server.apiRoot });

/** Says all of it, each part where the one before has arrived; returns where the last one stands. */
const sendAll = async (
  messenger: Messenger,
  chat: ChatAddress,
  notification: Notification,
): Promise<SentMessage | null> => {
  let last: SentMessage | null = null;
  for (const part of messenger.prepare(notification)) last = await part.send(last ?? chat);
  return last;
};

const setUp = async (): Promise<{
  server: BotApiServer;
  person: SandboxUser;
  send: (chatId: number, threadId?: number | null, notification?: Notification) => Promise<unknown>;
  warnings: string[];
}> => {
  const { api: server } = await openSandbox();
  const person = server.world.addUser({ firstName: 'Minh' });
  person.start();
  const warnings: string[] = [];
  const messenger = createMessenger(apiOf(server), {
    warn: (details) => warnings.push((details as { detour: string }).detour),
  });
  return {
    server,
    person,
    warnings,
    send: (chatId, threadId = null, notification = ASSIGNED) =>
      sendAll(messenger, { chatId, threadId }, notification),
  };
};

const refusal = async (sending: Promise<unknown>): Promise<DeliveryError> => {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`Not a DeliveryError: ${String(error)}`);
  return error;
};

describe('the sender', () => {
  it('sends text, entities and coloured buttons, without link previews', async () => {
    const { server, person, send } = await setUp();
    const sent = await send(person.id);
    const message = server.world.lastFromBot(person);
    const [expected] = renderMessages(ASSIGNED);
    expect(sent).toEqual({ messageId: message.message_id, chatId: person.id, threadId: null });
    expect(message.text).toBe(expected?.text);
    expect(message.entities).toEqual(expect.arrayContaining(expected?.entities ?? []));
    expect(message.reply_markup).toEqual(expected?.keyboard);
    expect(message.link_preview_options?.is_disabled).toBe(true);
  });

  it('sends a long text in parts; the buttons and the id are those of the last', async () => {
    const { server, person, send } = await setUp();
    const sent = await send(person.id, null, LONG);
    const parts = server.world.fromBot(person);
    expect(parts).toHaveLength(3);
    expect(parts.map((part) => part.reply_markup !== undefined)).toEqual([false, false, true]);
    expect(sent).toEqual({ messageId: parts.at(-1)?.message_id, chatId: person.id, threadId: null });
  });

  it('writes into a topic', async () => {
    const { server, person, send } = await setUp();
    const forum = server.world.addSupergroup({
      title: 'Sở',
      isForum: true,
      owner: person,
    });
    const topic = server.world.addTopic(forum, 'Phòng BCVT&CNTT', person);
    await send(forum.id, topic.id);
    expect(server.world.lastFromBot(forum).message_thread_id).toBe(topic.id);
  });

  it('writes to the chat where the topic has been deleted, and says so', async () => {
    const { server, person, send, warnings } = await setUp();
    const forum = server.world.addSupergroup({
      title: 'Sở',
      isForum: true,
      owner: person,
    });
    const topic = server.world.addTopic(forum, 'Phòng BCVT&CNTT', person);
    server.world.deleteTopic(forum, topic.id);
    const sent = await send(forum.id, topic.id, LONG);
    const parts = server.world.fromBot(forum);
    expect(parts.map((part) => part.message_thread_id)).toEqual([undefined, undefined, undefined]);
    expect(sent).toEqual({ messageId: parts.at(-1)?.message_id, chatId: forum.id, threadId: null });
    expect(warnings).toEqual(['thread_gone']);
  });

  it('writes to the chat where the topic has been closed, and says where the message stands', async () => {
    const { server, person, send } = await setUp();
    const forum = server.world.addSupergroup({ title: 'Sở', isForum: true, owner: person });
    const topic = server.world.addTopic(forum, 'Phòng BCVT&CNTT', person);
    server.world.closeTopic(forum, topic.id, person);
    expect(await send(forum.id, topic.id)).toMatchObject({ chatId: forum.id, threadId: null });
    expect(server.world.fromBot(forum)).toHaveLength(1);
  });

  it('follows a group that has become a supergroup, with all parts', async () => {
    const { server, person, send } = await setUp();
    const group = server.world.addGroup({ title: 'Phòng BCVT', owner: person });
    const migrated = server.world.migrate(group, person);
    const sent = await send(group.id, null, LONG);
    const parts = server.world.fromBot(migrated);
    expect(parts).toHaveLength(3);
    expect(sent).toEqual({ messageId: parts.at(-1)?.message_id, chatId: migrated.id, threadId: null });
    // Only the first part was tried in the old group.
    expect(server.calls.count('sendMessage')).toBe(4);
  });

  it.each([
    "Bad Request: can't parse entities: unsupported entity type",
    "Bad Request: can't parse inline keyboard button: invalid button style specified",
  ])('leaves formatting and colours away where the server does not know them: %s', async (description) => {
    const { server, person, send, warnings } = await setUp();
    server.faults.refuse({ method: 'sendMessage' }, { status: 400, description });
    await send(person.id);
    const message = server.world.lastFromBot(person);
    const [expected] = renderMessages(ASSIGNED);
    expect(message.text).toBe(expected?.text);
    expect(message.entities?.some(({ type }) => type === 'bold')).not.toBe(true);
    const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text)).toEqual(
      expected?.keyboard?.inline_keyboard.flat().map(({ text }) => text),
    );
    expect(buttons.some((button) => button.style !== undefined)).toBe(false);
    expect(warnings).toEqual(['plain']);
  });

  it('takes no way around twice', async () => {
    const { server, person, send } = await setUp();
    const description = "Bad Request: can't parse entities: unsupported entity type";
    server.faults.refuse({ method: 'sendMessage', times: 2 }, { status: 400, description });
    const error = await refusal(send(person.id));
    expect([error.kind, error.isUnreachable, error.message]).toEqual([
      'refused',
      false,
      `400: ${description}`,
    ]);
    expect(server.calls.count('sendMessage')).toBe(2);
  });
});

describe('a refusal', () => {
  it('asks to wait exactly as long as Telegram says', async () => {
    const { server, person, send } = await setUp();
    server.faults.tooManyRequests({ method: 'sendMessage' }, 4_321);
    const error = await refusal(send(person.id));
    expect([error.kind, error.retryAfterMs]).toEqual(['wait', 4_321_000]);
  });

  it('of a person who has blocked the bot, left Telegram or never wrote to it is final', async () => {
    const { server, send } = await setUp();
    const blocking = server.world.addUser({ firstName: 'Lan' });
    blocking.start();
    blocking.blockBot();
    const gone = server.world.addUser({ firstName: 'Hà' });
    gone.start();
    gone.deleteAccount();
    const stranger = server.world.addUser({ firstName: 'Tú' });
    for (const { id } of [blocking, gone, stranger, { id: 987_654 }]) {
      const error = await refusal(send(id));
      expect([id, error.kind, error.isUnreachable]).toEqual([id, 'refused', true]);
    }
  });

  it('of a group that the bot is out of, or may not write to, is final', async () => {
    const { server, person, send } = await setUp();
    const left = server.world.addGroup({ title: 'A', owner: person });
    person.kickBot(left);
    const mute = server.world.addSupergroup({ title: 'B', owner: person });
    server.world.setReadOnly(mute, true);
    for (const { id } of [left, mute]) {
      const error = await refusal(send(id));
      expect([id, error.kind, error.isUnreachable]).toEqual([id, 'refused', true]);
    }
  });

  it.each([
    [500, 'Internal Server Error'],
    [502, 'Bad Gateway'],
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('%i is tried again', async (status, description) => {
    const { server, person, send } = await setUp();
    server.faults.refuse({ method: 'sendMessage' }, { status, description });
    const error = await refusal(send(person.id));
    expect([error.kind, error.message]).toEqual(['network', `${status}: ${description}`]);
  });
});

describe('a failing network', () => {
  it('is told apart, before and after the message went out', async () => {
    const { server, person, send } = await setUp();
    server.faults.dropBefore({ method: 'sendMessage' });
    expect((await refusal(send(person.id))).kind).toBe('network');
    server.faults.dropAfter({ method: 'sendMessage' });
    expect((await refusal(send(person.id))).kind).toBe('network');
  });

  it('gives away neither the token nor the text', async () => {
    const { server, person } = await setUp();
    const port = await freePort();
    const closed = createMessenger(
      new Api(server.token, { apiRoot: `http://127.0.0.1:${port}`, sensitiveLogs: true }),
    );
    const unreachable = await refusal(sendAll(closed, { chatId: person.id, threadId: null }, ASSIGNED));
    expect(unreachable.message).toMatch(/^No answer from Telegram \(ECONNREFUSED\)$/);
    server.faults.refuse(
      { method: 'sendMessage' },
      { status: 403, description: 'Forbidden: bot was kicked from the group chat' },
    );
    const refused = await refusal(
      sendAll(createMessenger(apiOf(server)), { chatId: person.id, threadId: null }, ASSIGNED),
    );
    for (const error of [unreachable, refused]) {
      expect(error.cause).toBeUndefined();
      expect(`${error.message} ${error.stack ?? ''}`).not.toContain(server.token.split(':')[1]);
      expect(`${error.message} ${error.stack ?? ''}`).not.toContain('nâng cấp');
    }
  });
});

/** A port on which nothing listens. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
