import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { parseEnv, stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Output } from '../../../src/cli/output.ts';
import { terminalQuestions } from '../../../src/cli/setup/questions.ts';
import { setUp } from '../../../src/cli/setup/setup.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { officeOperations } from '../../../src/operations.ts';
import { lockDatabase } from '../../../src/persistence/sqlite/lock.ts';
import { openSqliteTaskStore } from '../../../src/persistence/sqlite/sqlite-task-store.ts';
import { openSandbox } from '../../sandbox/support/sandbox-bot.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
/** By the clock of the sandbox's server. */
const NOW = Date.UTC(2025, 3, 14, 2);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-setup-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pathOf = (...names: string[]): string => join(folder, ...names);

/** A person at a terminal, who waits for each question before they answer it. */
class Terminal {
  readonly input = new PassThrough();
  private shown = '';
  private seen = 0;
  private heard: (() => void)[] = [];
  readonly output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      this.shown += chunk.toString();
      for (const hear of this.heard.splice(0)) hear();
      done();
    },
  });

  get text(): string {
    return stripVTControlCharacters(this.shown);
  }

  async answer(question: string, keys: string): Promise<void> {
    for (;;) {
      const at = this.text.indexOf(question, this.seen);
      if (at >= 0) {
        this.seen = at + question.length;
        break;
      }
      await new Promise<void>((resolve) => this.heard.push(resolve));
    }
    // The prompt listens once it has been drawn.
    await new Promise((resolve) => setImmediate(resolve));
    this.input.write(keys);
  }
}

/** Runs the set-up for the sandbox's Telegram, with answers by question. */
const run = async (
  answers: readonly (readonly [question: string, keys: string])[],
  env: Record<string, string> = {},
): Promise<{ text: string; isDone: boolean; token: string; apiRoot: string; username: string }> => {
  const { api } = await openSandbox();
  const terminal = new Terminal();
  const world = { ...officeOperations(() => NOW).setup, folder };
  const settings = {
    TELEGRAM_API_ROOT: api.apiRoot,
    DATABASE_URL: `file:${pathOf('data', 'dondoc.db')}`,
    CONFIG_DIR: pathOf('data', 'config'),
    ...env,
  };
  const done = setUp(settings, world, terminalQuestions(terminal), new Output(terminal.output));
  const said = (async () => {
    for (const [question, keys] of answers)
      await terminal.answer(question, keys.replaceAll('TOKEN', api.token));
  })();
  const isDone = await done;
  await said;
  const me = (await (await fetch(`${api.apiRoot}/bot${api.token}/getMe`)).json()) as {
    result: { username: string };
  };
  return {
    text: terminal.text,
    isDone,
    token: api.token,
    apiRoot: api.apiRoot,
    username: me.result.username,
  };
};

const CONNECTION = [
  ['Mã bot', `TOKEN${ENTER}`],
  ['Proxy', ENTER],
  ['Bot API', ENTER],
] as const;

const AGENCY = [
  ['Thư mục', ENTER],
  ['Tên cơ quan', `Sở Nội vụ tỉnh Hoa Giang${ENTER}`],
  ['Mã nội bộ', ENTER],
  ['Đơn vị 1', ENTER],
  ['Đơn vị 2', `TCBC = Phòng Tổ chức biên chế${ENTER}`],
  ['Đơn vị 3', ENTER],
  ['quản trị viên', `Phùng Gia Huy${ENTER}`],
  ['văn thư', `Bùi Thị Thanh Lam${ENTER}`],
] as const;

describe('dondoc setup', () => {
  test('asks, tries it out, writes it down and prints the first link', async () => {
    const { text, isDone, token, apiRoot, username } = await run([
      ...CONNECTION,
      ...AGENCY,
      ['Ghi các tệp này', ENTER],
    ]);
    expect(isDone).toBe(true);
    expect(text).toContain(`✓ Telegram nhận mã bot: @${username}.`);
    // What was typed is not shown, nor is it said back.
    expect(text).not.toContain(token);

    const env = parseEnv(readFileSync(pathOf('.env'), 'utf8'));
    expect(env).toMatchObject({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      CONFIG_DIR: pathOf('data', 'config'),
    });
    expect(statSync(pathOf('.env')).mode & 0o777).toBe(0o600);
    const office = await loadConfig(pathOf('data', 'config'));
    expect(office.agency).toEqual({ id: 'snvthg', name: 'Sở Nội vụ tỉnh Hoa Giang' });
    expect(office.settings.officeUnitCode).toBe('VP');
    expect(readdirSync(folder)).toEqual(['.env', 'data']);

    const code = new RegExp(`https://t\\.me/${username}\\?start=([\\w-]{22})`, 'u').exec(text)?.[1];
    expect(code).toBeDefined();
    const store = openSqliteTaskStore(`file:${pathOf('data', 'dondoc.db')}`);
    expect(await store.openInvitation('snvthg/QT')).toMatchObject({
      createdBy: null,
      state: 'open',
      createdAt: NOW,
    });
    await store.close();
  });

  test('run again, it keeps what is there', async () => {
    await run([...CONNECTION, ...AGENCY, ['Ghi các tệp này', ENTER]]);
    await writeFile(pathOf('.env'), `${readFileSync(pathOf('.env'), 'utf8')}LOG_LEVEL=debug\n`);
    const before = readFileSync(pathOf('data', 'config', 'agency.yaml'), 'utf8');
    const known = parseEnv(readFileSync(pathOf('.env'), 'utf8')) as Record<string, string>;
    const { text, isDone, apiRoot } = await run(
      [
        ['giữ mã đang có', ENTER],
        ['Proxy', ENTER],
        ['Bot API', ENTER],
        ['Thư mục', ENTER],
        ['Ghi các tệp này', ENTER],
      ],
      { BOT_TOKEN: known.BOT_TOKEN ?? '' },
    );
    expect(isDone).toBe(true);
    expect(text).toContain('Giữ nguyên khai báo có sẵn: Sở Nội vụ tỉnh Hoa Giang, 2 đơn vị, 2 người');
    expect(readFileSync(pathOf('data', 'config', 'agency.yaml'), 'utf8')).toBe(before);
    const env = parseEnv(readFileSync(pathOf('.env'), 'utf8'));
    expect(env).toMatchObject({ BOT_TOKEN: known.BOT_TOKEN, TELEGRAM_API_ROOT: apiRoot, LOG_LEVEL: 'debug' });
  });

  test('what Telegram refuses, or nobody can be, is asked for again in words', async () => {
    const { text, isDone } = await run([
      ['Mã bot', `không phải mã${ENTER}`],
      ['Cần mã do @BotFather cấp', `${'\b'.repeat(20)}123:wrong${ENTER}`],
      ['Proxy', `10.0.0.5${ENTER}`],
      ['Cần địa chỉ proxy', `${'\b'.repeat(20)}0${ENTER}`],
      ['Bot API', ENTER],
      ['Nhập lại các mục trên', ENTER],
      ...CONNECTION,
      ['Thư mục', CTRL_C],
    ]);
    expect(isDone).toBe(false);
    expect(text).toMatch(/✗ Telegram không nhận mã/u);
  });

  test.each([
    ['the token', 0],
    ['the agency', 6],
    ['the last question', 11],
  ])('Ctrl+C at %s leaves nothing', async (_, after) => {
    const all = [...CONNECTION, ...AGENCY, ['Ghi các tệp này', ENTER]] as const;
    const stopped = all
      .slice(0, after + 1)
      .map(([question, keys], index) => [question, index === after ? CTRL_C : keys] as const);
    const { text, isDone } = await run(stopped);
    expect(isDone).toBe(false);
    expect(text).toContain('Đã dừng. Chưa ghi gì.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('“không” at the end writes nothing', async () => {
    const { isDone } = await run([...CONNECTION, ...AGENCY, ['Ghi các tệp này', `k${ENTER}`]]);
    expect(isDone).toBe(false);
    expect(existsSync(pathOf('.env'))).toBe(false);
    expect(existsSync(pathOf('data'))).toBe(false);
  });

  test('beside a bot that runs, everything is written but the link', async () => {
    await run([...CONNECTION, ...AGENCY, ['Ghi các tệp này', ENTER]]);
    const lock = lockDatabase(`file:${pathOf('data', 'dondoc.db')}`, NOW);
    try {
      const { text, isDone } = await run([...CONNECTION, ['Thư mục', ENTER], ['Ghi các tệp này', ENTER]]);
      expect(isDone).toBe(true);
      expect(text).toContain('Bot đang chạy');
      expect(text).not.toContain('?start=');
    } finally {
      lock.release();
    }
  });
});
