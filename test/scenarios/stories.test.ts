// The stories of the demo, each with what it expects of the bot, against the whole product.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { loadConfig, withAgency } from '../../src/config/load-config.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { ONE_DAY_STORY } from '../../src/sandbox/stories/one-day-story.ts';
import { playStory } from '../../src/sandbox/stories/play-story.ts';
import type { Onlooker } from '../../src/sandbox/stories/play-story.ts';
import { setStage } from '../../src/sandbox/stories/stage.ts';
import { STORIES, storyCalled } from '../../src/sandbox/stories/stories.ts';
import type { Story } from '../../src/sandbox/stories/story.ts';
import { createLogger } from '../../src/support/logger.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'config');

const play = async (story: Story): Promise<{ sandbox: Sandbox; told: string[]; errors: string[] }> => {
  const sample = await loadConfig(SAMPLE);
  const office = story.agency === undefined ? sample : withAgency(sample, story.agency);
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const errors: string[] = [];
  const { sandbox, close } = await setStage(story, {
    people: office.members,
    units: office.units.filter((unit) => unit.isGroup !== true),
    startBot: async ({ server, clock }) => {
      const app = buildApp(
        {
          token: server.token,
          connection: { apiRoot: server.apiRoot, proxy: null },
          databaseUrl: `file:${join(folder, 'office.db')}`,
          office,
          log: createLogger({ level: 'error', destination: { write: (line) => errors.push(line) } }),
        },
        { clock, everyMinute: (handler) => clock.everyMinute(handler) },
      );
      await app.start();
      return app;
    },
  });
  onTestFinished(close);
  const told: string[] = [];
  const onlooker: Onlooker = {
    note: (text) => told.push(text),
    press: (who, _chatId, label) => told.push(`${who}: ${label}`),
    network: (state) => told.push(state),
    tally: ({ says, groups, mostInASecond }) => told.push(`${says}: ${groups}, ${mostInASecond}`),
  };
  await playStory(sandbox, story, onlooker);
  return { sandbox, told, errors };
};

test.each(STORIES.map((story) => [story.name, story] as const))(
  'the story “%s” is true of the bot',
  async (_name, story) => {
    const { sandbox, told, errors } = await play(story);
    expect(errors).toEqual([]);
    expect(told.length).toBeGreaterThan(4);
    expect(sandbox.server.overLimits()).toBe(0);
    // Whoever watches is told something of it, and something is expected.
    expect(story.steps.some((step) => step.do === 'expect')).toBe(true);
  },
);

test('a story that is not true of the bot says what the bot said instead', async () => {
  const { startAt, groupOwner, watched } = ONE_DAY_STORY;
  const base = { name: 'untrue', title: 'Không đúng', startAt, groupOwner, watched };
  const order = 'Giao Phòng KHTC thẩm định dự toán, hoàn thành chậm nhất ngày 15/4/2025.';
  const wrote = { do: 'write', who: 'VT1', text: order } as const;
  const place = { person: 'VT1' };
  const card = { do: 'expect', place, says: 'Phòng KHTC' } as const;
  const endings: readonly (readonly [Story['steps'][number], string])[] = [
    [{ ...card, says: 'Phòng QLCN' }, 'Expected some of “Phòng QLCN” in VT1, there are 0'],
    [{ ...card, times: 2 }, 'Expected 2 of “Phòng KHTC” in VT1, there are 1'],
    [{ ...card, at: '2025-04-11T15:01' }, 'came to VT1 at 2025-04-11T15:00'],
    [{ ...card, with: ['16/4'] }, 'missing: 16/4'],
    [{ ...card, without: ['15/4'] }, 'unwanted: 15/4'],
    [
      { do: 'waitFor', place, says: '⏰', until: '2025-04-11T15:02' },
      'has not said “⏰” by 2025-04-11T15:02',
    ],
    [{ do: 'tally', says: 'Việc 1', groups: ['KHTC', 'CĐS'] }, 'KHTC 0 times, CĐS 0 times'],
    [
      { do: 'press', who: 'VT1', under: 'Phòng KHTC', does: 'accept completion' },
      'has sent VT1 no message about “Phòng KHTC” with a button to accept completion',
    ],
    [{ do: 'reply', who: 'VT1', to: 'gia hạn', text: 'đồng ý' }, 'no message about “gia hạn”'],
    [{ do: 'reply', who: 'VT1', text: 'đồng ý' }, 'that asks for an answer'],
  ];
  for (const [ending, why] of endings) {
    await expect(play({ ...base, steps: [wrote, card, ending] })).rejects.toThrow(why);
  }
});

test('a story is found by its name as people write it', () => {
  expect(storyCalled(' One day ')).toBe(ONE_DAY_STORY);
  expect(storyCalled('hundred_units')?.title).toContain('một trăm đơn vị');
  expect(storyCalled('two-days')).toBeNull();
});

/** The program's demo in a process of its own. */
const demo = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'dondoc.js'), 'demo', ...args], {
    cwd: tmpdir(),
    env: {},
  });

test('beside a real bot the demo loads nothing, and says how to see it all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, '.env'), 'BOT_TOKEN=123456789:secret\n');
  const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(ROOT, 'dondoc.js'), 'demo', ...args], { cwd: folder, env });
  const refusal = {
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('BOT_TOKEN= npm run demo') as string,
  };
  expect(await run({}).catch((error: unknown) => error)).toMatchObject(refusal);
  expect(await run({}, '--list').catch((error: unknown) => error)).toMatchObject(refusal);
  const listed = await run({ BOT_TOKEN: '' }, '--list');
  expect(listed.stdout).toContain(ONE_DAY_STORY.title);
});

test('the demo tells the story asked for, lists them all, and answers an unknown name with the names', async () => {
  const [listed, unknown, played] = await Promise.all([
    demo('--list'),
    demo('--story', 'two days').catch((error: unknown) => error),
    demo('--story', 'outage'),
  ]);
  expect(listed.stdout.trimEnd().split('\n')).toEqual(
    STORIES.map(({ name, title }) => `${name.padEnd(13)}  ${title}`),
  );
  const names = 'notice, one-day, extension, outage, hundred-units';
  const sentence = `dondoc: không có câu chuyện “two days”; chọn một trong: ${names}.\n`;
  expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: sentence });
  expect(played.stdout).toContain('✗ Bot mất kết nối với Telegram.');
  expect(played.stdout.trimEnd().endsWith('» Hết câu chuyện.')).toBe(true);
  // What the log has to say of the outage is not part of the story.
  expect(played.stderr).toBe('');
  expect(played.stdout).not.toContain('{"level"');
});
