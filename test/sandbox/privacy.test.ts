import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import type { SandboxGroup } from '../../src/sandbox/bot-api/world/world.ts';
import type { SandboxUser } from '../../src/sandbox/bot-api/world/user.ts';
import { newBot, openSandbox, runListener } from './support/sandbox-bot.ts';

interface Scene {
  readonly lan: SandboxUser;
  readonly hung: SandboxUser;
  readonly otherBot: SandboxUser;
  readonly group: SandboxGroup;
  /** A message of our bot, of a person, and of another bot. */
  readonly ours: Message;
  readonly theirs: Message;
  readonly others: Message;
}

type Heard = 'always' | 'as administrator or without privacy mode' | 'never';

const CASES: readonly (readonly [string, Heard, (scene: Scene) => void])[] = [
  [
    'plain text',
    'as administrator or without privacy mode',
    ({ lan, group }) => lan.sendText(group, 'xong rồi'),
  ],
  [
    'a mention',
    'as administrator or without privacy mode',
    ({ lan, group }) => lan.sendText(group, '@dondoc_sandbox_bot xong rồi'),
  ],
  [
    'a command addressed to it',
    'always',
    ({ lan, group }) => lan.sendText(group, '/viec@dondoc_sandbox_bot'),
  ],
  [
    'a command addressed to it later in the text',
    'always',
    ({ lan, group }) => lan.sendText(group, 'gõ /viec@DonDoc_Sandbox_Bot'),
  ],
  [
    'a command addressed to another bot',
    'as administrator or without privacy mode',
    ({ lan, group }) => lan.sendText(group, '/viec@other_bot'),
  ],
  ['an unaddressed command', 'always', ({ lan, group }) => lan.sendText(group, '/viec')],
  [
    'an unaddressed command in the middle of a text',
    'as administrator or without privacy mode',
    ({ lan, group }) => lan.sendText(group, 'gõ /viec'),
  ],
  [
    'an unaddressed command after another bot wrote',
    'as administrator or without privacy mode',
    ({ lan, otherBot, group }) => {
      otherBot.sendText(group, 'tôi đây');
      lan.sendText(group, '/viec');
    },
  ],
  ['a reply to it', 'always', ({ lan, ours }) => lan.reply(ours, 'xong')],
  [
    'a reply to a person',
    'as administrator or without privacy mode',
    ({ lan, theirs }) => lan.reply(theirs, 'xong'),
  ],
  ['a reply to a person with a command', 'always', ({ lan, theirs }) => lan.reply(theirs, '/viec')],
  [
    'a reply to another bot with a command for ours',
    'as administrator or without privacy mode',
    ({ lan, others }) => lan.reply(others, '/viec@dondoc_sandbox_bot'),
  ],
  [
    'a document with a caption',
    'as administrator or without privacy mode',
    ({ lan, group }) => lan.sendDocument(group, { fileName: 'a.pdf', content: 'x' }, { caption: 'xem' }),
  ],
  [
    'a document with a command as its caption',
    'always',
    ({ lan, group }) => lan.sendDocument(group, { fileName: 'a.pdf', content: 'x' }, { caption: '/doc' }),
  ],
  [
    'somebody who joins',
    'always',
    ({ hung, group }) => {
      hung.join(group);
    },
  ],
  [
    'what another bot writes',
    'never',
    ({ otherBot, group }) => otherBot.sendText(group, '/viec@dondoc_sandbox_bot'),
  ],
  ['a reply of another bot', 'never', ({ otherBot, ours }) => otherBot.reply(ours, 'xong')],
];

const MODES = [
  ['in privacy mode', { privacyMode: true, isAdministrator: false }],
  ['as an administrator', { privacyMode: true, isAdministrator: true }],
  ['with privacy mode off', { privacyMode: false, isAdministrator: false }],
] as const;

test.each(
  MODES.flatMap(([mode, setting]) =>
    CASES.map(([what, heard, act]) => ({ mode, setting, what, heard, act })),
  ),
)('$mode: $what ($heard)', async ({ setting, heard, act }) => {
  const { api } = await openSandbox({ privacyMode: setting.privacyMode });
  const lan = api.world.addUser({ firstName: 'Lan' });
  const hung = api.world.addUser({ firstName: 'Hùng' });
  const otherBot = api.world.addUser({ firstName: 'Khác', username: 'other_bot', isBot: true });
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan, members: [otherBot] });
  if (setting.isAdministrator) lan.promoteBot(group);
  const others = otherBot.sendText(group, 'bot khác');
  const theirs = lan.sendText(group, 'chuyện riêng');
  const ours = await newBot(api).api.sendMessage(group.id, 'Việc 23');
  const updates = await runListener(api);
  await api.whenIdle();
  updates.length = 0;

  act({ lan, hung, otherBot, group, ours, theirs, others });
  await api.whenIdle();

  const isExpected =
    heard === 'always' || (heard !== 'never' && (setting.isAdministrator || !setting.privacyMode));
  expect(updates.filter(({ message }) => message !== undefined)).toHaveLength(isExpected ? 1 : 0);
});

test('edits follow the same rule', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const group = api.world.addGroup({ title: 'Phòng', owner: lan });
  const updates = await runListener(api);
  const talk = lan.sendText(group, 'chuyện riêng');
  const command = lan.sendText(group, '/viec 23');
  lan.edit(talk, 'chuyện khác');
  lan.edit(command, '/viec 24');
  await api.whenIdle();
  expect(updates.flatMap(({ edited_message }) => edited_message?.text ?? [])).toEqual(['/viec 24']);
});

test('in private the bot gets everything', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const updates = await runListener(api);
  lan.write('không phải lệnh');
  await api.whenIdle();
  expect(updates).toHaveLength(1);
});

test('a topic the bot opened does not make everything in it a reply to the bot', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, isForum: true });
  lan.promoteBot(forum);
  const topic = await newBot(api).api.createForumTopic(forum.id, 'QLKH&CN');
  lan.demoteBot(forum);
  const updates = await runListener(api);
  await api.whenIdle();
  updates.length = 0;
  lan.sendText(forum, 'nói chuyện', { threadId: topic.message_thread_id });
  lan.sendText(forum, '/viec', { threadId: topic.message_thread_id });
  await api.whenIdle();
  expect(updates.map(({ message }) => message?.text)).toEqual(['/viec']);
});
