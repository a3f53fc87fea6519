// What goes wrong between the bot and Telegram while it answers, and what clocks do.
import { expect, test } from 'vitest';
import type { FaultTarget } from '../../src/sandbox/bot-api/faults.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import {
  GROUP,
  HEAD,
  ORDER,
  expectNoFault,
  listen,
  openWithTask,
  taskMessage,
} from './support/robustness.ts';

const secretary = { person: SECRETARY };

interface Trouble {
  readonly name: string;
  readonly cause: (office: Office, target: FaultTarget) => void;
  /** By when the answer has been given, on the day that begins at nine. */
  readonly over: string;
  /** How often it is read: a connection that breaks after the message was taken costs a second copy. */
  readonly copies: number;
}

const TROUBLES: readonly Trouble[] = [
  {
    name: 'wait 40 seconds',
    cause: ({ sandbox }, target) => {
      sandbox.server.faults.tooManyRequests(target, 40);
    },
    over: '09:02',
    copies: 1,
  },
  {
    name: 'wait an hour',
    cause: ({ sandbox }, target) => {
      sandbox.server.faults.tooManyRequests(target, 3_600);
    },
    over: '10:01',
    copies: 1,
  },
  {
    name: 'an error of Telegram’s own',
    cause: ({ sandbox }, target) => {
      sandbox.server.faults.refuse({ ...target, times: 3 }, { status: 502, description: 'Bad Gateway' });
    },
    over: '09:02',
    copies: 1,
  },
  {
    name: 'no connection',
    cause: ({ sandbox }, target) => {
      sandbox.server.faults.dropBefore({ ...target, times: 3 });
    },
    over: '09:02',
    copies: 1,
  },
  {
    name: 'a connection that breaks after the message was taken',
    cause: ({ sandbox }, target) => {
      sandbox.server.faults.dropAfter(target);
    },
    over: '09:02',
    copies: 2,
  },
];

test.for(TROUBLES)('an answer that meets “$name” comes when it can', async ({ cause, over, copies }) => {
  const office = await openWithTask();
  const said = listen(office, GROUP);
  cause(office, { method: 'sendMessage' });
  await office.reply(HEAD, taskMessage(office), 'đang làm 60%');
  await office.goTo(`2025-04-10T${over}`);
  expect(said()).toEqual(Array<unknown>(copies).fill('Đã ghi: việc 1 đang làm 60%.'));
  // The late answer is as good as any other.
  await office.reply(HEAD, office.last(GROUP, 'Đã ghi'), 'đang làm 80%');
  expect(said()).toEqual(['Đã ghi: việc 1 đang làm 80%.']);
  expectNoFault(office);
});

test.for(TROUBLES)('a card that meets “$name” is brought up to date when it can', async ({ cause, over }) => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'Phiếu 1/1');
  cause(office, { method: 'editMessageText' });
  expect(await office.press(SECRETARY, card, 'Lưu')).toBe('');
  await office.goTo(`2025-04-10T${over}`);
  const now = office.heard(secretary).find(({ messageId }) => messageId === card.messageId);
  expect(now?.text).toContain('Đã lưu: việc 1');
  expect(now?.keyboard).toBeUndefined();
  expect(office.about(secretary, '✅ Đã lưu việc 1')).toHaveLength(1);
  expect(office.about(GROUP, '📋 Việc 1')).toHaveLength(1);
  expectNoFault(office);
});

test.for(TROUBLES)('a press that meets “$name” counts once', async ({ cause, over }) => {
  const office = await openWithTask();
  const said = listen(office, GROUP);
  cause(office, { method: 'answerCallbackQuery' });
  // The person sees the button wait; what they did has been done and said.
  const pressed = office.sandbox.person(HEAD).press(taskMessage(office).message, 'Đã nhận');
  await office.sandbox.settle();
  expect(said()).toEqual(['Đã ghi: việc 1 đã nhận.']);
  await office.goTo(`2025-04-10T${over}`);
  await pressed;
  expect(said()).toEqual([]);
  expectNoFault(office);
});

test('whoever answers a copy that a crash has left behind is heard', async () => {
  const office = await openWithTask();
  const said = listen(office, GROUP);
  const { faults } = office.sandbox.server;
  // The answer arrives twice; the bot knows only the second.
  faults.dropAfter({ method: 'sendMessage' });
  await office.reply(HEAD, taskMessage(office), 'đang làm 60%');
  await office.goTo('2025-04-10T09:02');
  const [copy] = office.about(GROUP, 'Đã ghi');
  if (!copy) throw new Error('There was no answer');
  expect(said()).toHaveLength(2);

  await office.reply(HEAD, copy, '1 đang làm 80%');
  expect(said()).toEqual(['Đã ghi: việc 1 đang làm 80%.']);
  // Where it is not clear which task is meant, the bot asks; thanks are left alone.
  await office.reply(HEAD, copy, 'cảm ơn nhé');
  expect(said()).toEqual([]);
  expectNoFault(office);
});

test('an answer that Telegram refuses is given up without a word, and what it tells of stays', async () => {
  const office = await openWithTask();
  office.sandbox.server.faults.refuse(
    { method: 'sendMessage', chatId: office.sandbox.group('KHTC').id },
    { status: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
  );
  const said = listen(office, GROUP);
  await office.reply(HEAD, taskMessage(office), 'đang làm 60%');
  expect(said()).toEqual([]);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('đang làm 60%');
  expectNoFault(office);
});

test('whoever was left without an answer by a crash is told that their message counted; nobody is told twice', async () => {
  const office = await openWithTask();
  const deputy = { person: DEPUTY };
  await office.write(SECRETARY, ORDER.replace('thẩm định', 'tổng hợp'));
  await office.press(SECRETARY, office.last(secretary, 'Phiếu'), 'Lưu');
  await office.say(HEAD, 'KHTC', '/viec');
  await office.reply(HEAD, office.last(GROUP, 'đang mở'), '1 xong; 2 xin lùi đến 29/4');
  expect(office.about(deputy, '🔁')).toHaveLength(1);
  const said = listen(office, GROUP);
  const { server } = office.sandbox;

  // Telegram has not heard that the update was handled, and sends it to the next process.
  await office.restart();
  server.redeliver();
  await office.sandbox.settle();
  expect(said().at(-1)).toContain('đã được ghi nhận từ trước');
  server.redeliver();
  await office.sandbox.settle();
  expect(said().join('\n')).not.toContain('ghi nhận từ trước');
  expect(office.about(deputy, '🔁')).toHaveLength(1);
  expect(office.about(secretary, 'báo việc 1 đã xong')).toHaveLength(1);

  // A press that is delivered twice ends its waiting sign and does nothing more; its person is told once.
  await office.press(DEPUTY, office.last(deputy, '🔁'), 'Đồng ý');
  await office.restart();
  server.redeliver();
  await office.sandbox.settle();
  server.redeliver();
  await office.sandbox.settle();
  expect(office.about(GROUP, 'được gia hạn')).toHaveLength(1);
  expect(office.about(deputy, 'Nút vừa bấm đã được ghi nhận')).toHaveLength(1);
  expectNoFault(office);
});

test('while the network is down for hours, people’s words and the bot’s reminders wait', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  await office.goTo('2025-04-21T07:00');
  const said = listen(office, GROUP);
  const { faults } = office.sandbox.server;
  faults.setNetworkDown(true);
  await office.goTo('2025-04-21T13:40');
  expect(said()).toEqual([]);
  // Telegram keeps what is written meanwhile.
  office.sandbox.person('TP.CĐS').write('1 đang làm 30%');
  faults.setNetworkDown(false);
  await office.sandbox.settle();
  expect(office.last({ person: 'TP.CĐS' }).text).toBe('Đã ghi: việc 1 đang làm 30%.');
  await office.goTo('2025-04-21T13:50');
  expect(said()).toEqual([expect.stringContaining('còn 3 ngày làm việc')]);
  expectNoFault(office);
});

test('a clock that jumps over days, or back, loses and repeats nothing', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  const { clock } = office.sandbox;
  const said = listen(office, GROUP);
  const hours = (count: number): number => count * 3_600_000;

  // Asleep from Friday to Monday noon: the reminder of half past seven comes late, and once.
  clock.jumpTo(clock.now() + hours(3 * 24 - 2));
  await office.goTo('2025-04-21T14:05');
  expect(said()).toEqual([expect.stringMatching(/^⏰.*\n?[^]*còn 3 ngày làm việc/u)]);

  // Set back over the reminder: it does not come again, and the bot answers as before.
  clock.jumpTo(clock.now() - hours(8));
  await office.say(HEAD, 'KHTC', '/viec 1');
  expect(said()).toEqual([expect.stringContaining('📋 Việc 1')]);
  await office.reply(HEAD, taskMessage(office), 'đang làm 60%');
  expect(said()).toEqual(['Đã ghi: việc 1 đang làm 60%.']);
  await office.goTo('2025-04-21T15:00');
  expect(said()).toEqual([]);
  await office.goTo('2025-04-23T07:35');
  expect(said()).toEqual([expect.stringContaining('còn 1 ngày làm việc')]);
  expectNoFault(office);
});
