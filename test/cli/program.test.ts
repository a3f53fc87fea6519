import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { DemoChoice } from '../../src/cli/program.ts';
import type { Settings } from '../../src/config/settings.ts';
import { run } from './terminal.ts';

/** Actions that note what they were asked to do. */
const noting = () => {
  const asked: [string, Settings][] = [];
  const choices: DemoChoice[] = [];
  const note = (name: string) => (settings: Settings) => {
    asked.push([name, settings]);
    return Promise.resolve();
  };
  const demo = (settings: Settings, choice: DemoChoice) => {
    choices.push(choice);
    return note('demo')(settings);
  };
  return { asked, choices, actions: { start: note('start'), demo, migrate: note('migrate') } };
};

describe('the command line', () => {
  test.each([
    [[], 'start'],
    [['start'], 'start'],
    [['demo'], 'demo'],
    [['migrate'], 'migrate'],
  ])('%j does its work with the settings of the environment', async (args, name) => {
    const { asked, actions } = noting();
    const { exitCode, stdout, stderr } = await run(args, { actions, env: { LOG_LEVEL: 'warn' } });
    expect(asked).toEqual([[name, expect.objectContaining({ logLevel: 'warn', botToken: null })]]);
    expect([exitCode, stdout.text, stderr.text]).toEqual([0, '', '']);
  });

  test.each<[string[], DemoChoice]>([
    [['demo'], { story: null, isList: false }],
    [['demo', '--story', 'one day'], { story: 'one day', isList: false }],
    [['demo', '--list'], { story: null, isList: true }],
  ])('%j asks for %j', async (args, choice) => {
    const { choices, actions } = noting();
    expect((await run(args, { actions })).exitCode).toBe(0);
    expect(choices).toEqual([choice]);
  });

  test.each([
    [['strat'], 'dondoc: không có lệnh “strat”; có phải: start?'],
    [['thôi'], 'dondoc: không có lệnh “thôi”; chỉ ghi --help để xem các lệnh'],
    [['start', 'now'], 'dondoc: thừa sau “start”: now'],
    [['--token', 'x'], 'dondoc: không có tùy chọn “--token”; thêm --help để xem các tùy chọn'],
    [['demo', '--lits'], 'dondoc: không có tùy chọn “--lits”; có phải: --list?'],
    [['audit', '--format', 'xml'], 'dondoc: “--format <dạng>” ghi “xml”, cần một trong: csv, jsonl'],
    [['read'], 'dondoc: đọc gì? Cần một trong: deadlines, assignments, replies, notice'],
    [
      ['read', 'deadline'],
      'dondoc: không có lệnh “read deadline”. Cần một trong: deadlines, assignments, replies, notice',
    ],
    [['read', 'deadlines', '--units'], 'dondoc: thiếu giá trị của “--units <tệp>”'],
    [['read', 'notice'], 'dondoc: thiếu “tệp”; thêm --help để xem cách gõ'],
    [
      ['read', 'notice', 'a.txt', '--issued', '31/4/2025'],
      'dondoc: “--issued <ngày>” ghi “31/4/2025”, cần ngày dạng 2025-04-01',
    ],
    [
      ['read', 'notice', 'a.txt', '--issued', '2025-04-31'],
      'dondoc: “--issued <ngày>” ghi “2025-04-31”, cần ngày dạng 2025-04-01',
    ],
  ])('%j is answered in one line', async (args, line) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout.text, stderr.text]).toEqual([2, '', `${line}\n`]);
  });

  test('says its version and explains itself', async () => {
    const version = await run(['--version']);
    expect([version.exitCode, version.stdout.text]).toEqual([0, '1.2.3\n']);
    const help = await run(['--help']);
    expect(help.exitCode).toBe(0);
    for (const command of ['start', 'demo', 'migrate', 'read'])
      expect(help.stdout.text).toContain(`  ${command} `);
  });

  test.each([
    [['--help']],
    [['help', 'read']],
    [['audit', '--help']],
    [['deliveries', '--help']],
    [['read', 'notice', '--help']],
  ])('%j says nothing of its own in English', async (args) => {
    const { exitCode, stdout } = await run(args);
    expect(exitCode).toBe(0);
    expect(stdout.text).toMatch(/^Cách gõ: dondoc /u);
    expect(stdout.text).not.toMatch(/usage|options|commands|arguments|default|choices|display|output/iu);
  });

  test('names wrong settings, one a line, and shows no secret', async () => {
    const { actions, asked } = noting();
    const env = { BOT_TOKEN: 'secret', TELEGRAM_PROXY: 'ftp://user:secret@host' };
    const { exitCode, stderr } = await run(['start'], { actions, env });
    expect(exitCode).toBe(2);
    expect(stderr.lines).toEqual([
      expect.stringContaining('BOT_TOKEN: không đúng dạng'),
      expect.stringContaining('TELEGRAM_PROXY: ghi “ftp://…”'),
    ]);
    expect(stderr.text).not.toContain('secret');
    expect(asked).toEqual([]);
  });

  test('tells in one line of what failed, without the token that its message holds', async () => {
    const { actions } = noting();
    const start = () => Promise.reject(new Error('fetch https://api.telegram.org/bot1:TEST/getMe failed'));
    const { exitCode, stderr } = await run([], { actions: { ...actions, start } });
    expect([exitCode, stderr.text]).toEqual([
      1,
      'dondoc: fetch https://api.telegram.org/bot<token>/getMe failed\n',
    ]);
  });

  test('tells where it failed to those who debug', async () => {
    const { actions } = noting();
    const start = () => Promise.reject(new Error('out of luck'));
    const { stderr } = await run([], { actions: { ...actions, start }, env: { LOG_LEVEL: 'debug' } });
    expect(stderr.lines[0]).toBe('dondoc: Error: out of luck');
    expect(stderr.text).toContain('program.test.ts');
  });
});

describe('an output', () => {
  const failing = (code: string) =>
    new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error(`${code}: write failed`), { code }));
      },
    });
  const rows = '{"text": "a"}\n'.repeat(50);
  const readers = { readDeadline: () => null };

  test('that nobody reads any more ends the work without a word', async () => {
    const { exitCode, stderr } = await run(['read', 'deadlines'], {
      stdin: rows,
      readers,
      stdout: failing('EPIPE'),
    });
    expect([exitCode, stderr.text]).toEqual([0, '']);
  });

  test('that is full is a failure', async () => {
    const { exitCode, stderr } = await run(['read', 'deadlines'], {
      stdin: rows,
      readers,
      stdout: failing('ENOSPC'),
    });
    expect([exitCode, stderr.text]).toEqual([1, 'dondoc: ENOSPC: write failed\n']);
  });

  test('that is slow is waited for', async () => {
    let held = 0;
    let mostHeld = 0;
    const stdout = new Writable({
      highWaterMark: 64,
      write: (chunk: Buffer, _encoding, done) => {
        setImmediate(() => {
          if (chunk.length > 0) held--;
          done();
        });
      },
    });
    const readDeadline = () => {
      held++;
      mostHeld = Math.max(mostHeld, held);
      return null;
    };
    const { exitCode } = await run(['read', 'deadlines'], { stdin: rows, readers: { readDeadline }, stdout });
    expect(exitCode).toBe(0);
    expect(held).toBe(0);
    expect(mostHeld).toBeLessThan(5);
  });
});
