import { mkdtempSync, rmSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import type { Instant } from '../../src/domain/local-time.ts';
import { officeOperations } from '../../src/operations.ts';
import { lockDatabase } from '../../src/persistence/sqlite/lock.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxGroup } from '../../src/sandbox/bot-api/world/world.ts';
import { aPlan, insert } from '../support/plans.ts';
import { aBinding, anOutboxMessage } from '../support/rows.ts';
import { run } from './terminal.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');
const NOW = instantOf('2025-04-14', '08:00');
const FOREIGN_TOKEN = '7000000002:AAanother-token-that-nobody-knows-of00';

interface Clinic {
  readonly folder: string;
  readonly sandbox: Sandbox;
  /** Runs the doctor and returns its lines; the secrets are checked to be in none of them. */
  examine(
    more?: Readonly<Record<string, string>>,
    args?: readonly string[],
    now?: Instant,
  ): Promise<{ exitCode: number; lines: string[]; text: string }>;
  /** Puts a unit into another chat than its group. */
  bind(unit: string, group: SandboxGroup, threadId?: number | null): Promise<void>;
}

/** The sample agency, set up so that the doctor finds nothing wrong but what the test breaks. */
const openClinic = async ({ privacyMode = true } = {}): Promise<Clinic> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-doctor-'));
  await cp(CONFIG, join(folder, 'config'), { recursive: true });
  const config = await loadConfig(CONFIG);
  const units = config.units.filter((unit) => unit.isGroup !== true);
  const sandbox = await Sandbox.open({
    startAt: NOW,
    people: config.members,
    units,
    groupOwner: 'VT1',
    privacyMode,
  });
  onTestFinished(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const databaseUrl = `file:${join(folder, 'dondoc.db')}`;
  const store = openSqliteTaskStore(databaseUrl);
  await store.syncAgency(config.agency, config.units, config.members);
  const secretary = config.members.find(({ role }) => role === 'secretary');
  const boundBy = secretary?.id ?? '';
  for (const unit of units) {
    const { id: chatId, title } = sandbox.group(unit.code);
    const binding = aBinding(unit, { chatId, title, boundBy });
    await store.commit(aPlan({ changes: [insert('chatBinding', binding)] }));
  }
  await store.close();
  const env = {
    BOT_TOKEN: sandbox.server.token,
    TELEGRAM_API_ROOT: sandbox.server.apiRoot,
    CONFIG_DIR: join(folder, 'config'),
    DATABASE_URL: databaseUrl,
  };
  await officeOperations(() => NOW).backUp(
    { databaseUrl, backupDir: null } as Parameters<ReturnType<typeof officeOperations>['backUp']>[0],
    null,
  );
  const lock = lockDatabase(databaseUrl, NOW);
  onTestFinished(() => {
    lock.release();
  });
  return {
    folder,
    sandbox,
    async examine(more = {}, args = [], now = NOW) {
      const world = {
        env: { ...env, ...more },
        operations: () => Promise.resolve(officeOperations(() => now)),
      };
      const { exitCode, stdout, stderr } = await run(['doctor', ...args], world);
      const text = stdout.text + stderr.text;
      for (const secret of [sandbox.server.token, FOREIGN_TOKEN, 'mật-khẩu', 'mat-khau']) {
        expect(text).not.toContain(secret);
      }
      return { exitCode, lines: stdout.lines, text };
    },
    async bind(code, { id: chatId, title }, threadId = null) {
      const unit = units.find((each) => each.code === code);
      if (unit === undefined) throw new Error(`No unit ${code}`);
      const open = openSqliteTaskStore(databaseUrl);
      const old = await open.bindingOfUnit(unit.id);
      await open.commit(
        aPlan({
          changes: [
            {
              op: 'update',
              entity: 'chatBinding',
              id: old?.id ?? '',
              expectedVersion: old?.version ?? 0,
              set: { chatId, title, threadId },
            },
          ],
        }),
      );
      await open.close();
    },
  };
};

const faultsOf = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('✗'));

describe('the doctor', () => {
  test('finds nothing wrong with an office that works, while its bot is running', async () => {
    const clinic = await openClinic();
    const { exitCode, lines } = await clinic.examine();
    expect(faultsOf(lines)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(lines.at(-1)).toMatch(/^Không có lỗi/u);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('✓ Telegram nhận mã bot: @dondoc_sandbox_bot.'),
        expect.stringContaining('✓ Chế độ riêng tư đang bật'),
        expect.stringContaining('✓ Đồng hồ của máy khớp với Telegram.'),
        expect.stringContaining(`✓ Bot đang chạy (tiến trình ${process.pid}, từ 08h00 ngày 14/4/2025).`),
        expect.stringContaining('✓ Dữ liệu đúng phiên bản của chương trình'),
        expect.stringContaining('✓ Dữ liệu nguyên vẹn.'),
        expect.stringMatching(/^✓ Nhóm “.*”.*: bot gửi tin được\.$/u),
        expect.stringContaining('✓ Bản sao lưu mới nhất: 08h00 ngày 14/4/2025'),
      ]),
    );
    // It has only looked: nobody has been written to.
    expect(clinic.sandbox.server.calls.count('sendMessage')).toBe(0);
  });

  test('says the same as JSON', async () => {
    const clinic = await openClinic({ privacyMode: false });
    const { exitCode, text } = await clinic.examine({}, ['--json']);
    const report = JSON.parse(text) as { ok: boolean; findings: { check: string; level: string }[] };
    expect(exitCode).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining({ check: 'privacy', level: 'fault' }));
    expect(report.findings).toContainEqual(expect.objectContaining({ check: 'token', level: 'ok' }));
  });
});

describe('the doctor tells in a plain sentence, and with exit code 1, that', () => {
  /** What is broken, with what in the environment or in the arguments, and what is said of it. */
  const expectFault = async (
    clinic: Clinic,
    sentence: RegExp,
    ...how: Parameters<Clinic['examine']>
  ): Promise<string[]> => {
    const { exitCode, lines } = await clinic.examine(...how);
    const faults = faultsOf(lines);
    expect(faults).toEqual([expect.stringMatching(sentence)]);
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toMatch(/^1 lỗi cần sửa/u);
    return lines;
  };

  test('there is no token', async () => {
    await expectFault(await openClinic(), /^✗ Chưa có BOT_TOKEN/u, { BOT_TOKEN: '' });
  });

  test('Telegram does not know the token', async () => {
    await expectFault(await openClinic(), /^✗ Telegram không nhận mã trong BOT_TOKEN/u, {
      BOT_TOKEN: FOREIGN_TOKEN,
    });
  });

  test('privacy mode is off', async () => {
    await expectFault(
      await openClinic({ privacyMode: false }),
      /^✗ Chế độ riêng tư .* đang tắt.*\/setprivacy/u,
    );
  });

  test('Telegram cannot be reached, and looks at all the rest', async () => {
    const clinic = await openClinic();
    clinic.sandbox.server.faults.setNetworkDown(true);
    const lines = await expectFault(clinic, /^✗ Không liên lạc được với Telegram \(ECONNRESET\)/u);
    expect(lines).toContain('✓ Dữ liệu nguyên vẹn.');
  });

  test('Telegram is lost in the middle', async () => {
    const clinic = await openClinic();
    clinic.sandbox.server.faults.refuse(
      { method: 'getChat', times: 99 },
      { status: 502, description: 'Bad Gateway' },
    );
    await expectFault(clinic, /^✗ Mất liên lạc với Telegram \(502: Bad Gateway\)/u);
  });

  test('the proxy cannot be reached', async () => {
    const unused = createServer();
    await new Promise<void>((resolve) => unused.listen(0, '127.0.0.1', resolve));
    const { port } = unused.address() as AddressInfo;
    await new Promise((resolve) => unused.close(resolve));
    await expectFault(await openClinic(), /^✗ Không kết nối được proxy/u, {
      TELEGRAM_PROXY: `socks5://tai-khoan:mat-khau@127.0.0.1:${port}`,
    });
  });

  test('the clock of the machine is wrong', async () => {
    const clinic = await openClinic();
    await expectFault(clinic, /^✗ Đồng hồ của máy chạy nhanh 5 phút/u, {}, [], NOW + 5 * 60_000);
    clinic.sandbox.clock.jumpTo(NOW + 3 * 3_600_000);
    await expectFault(clinic, /^✗ Đồng hồ của máy chạy chậm 3 giờ/u);
    clinic.sandbox.clock.jumpTo(NOW + 45_000);
    expect((await clinic.examine()).exitCode).toBe(0);
  });

  test('the bot was removed from a group', async () => {
    const clinic = await openClinic();
    clinic.sandbox.person('VT1').kickBot(clinic.sandbox.group('KHTC'));
    await expectFault(clinic, /^✗ Nhóm “.*KHTC.*”.*: bot không còn trong nhóm.*\/gan KHTC trong nhóm/u);
  });

  test.each([
    [
      'has been taken its right',
      (clinic: Clinic) => {
        clinic.sandbox.person('VT1').restrictBot(clinic.sandbox.group('KHTC'));
      },
    ],
    [
      'shares that of all members, who may only read',
      (clinic: Clinic) => {
        clinic.sandbox.server.world.setReadOnly(clinic.sandbox.group('KHTC'), true);
      },
    ],
  ])('the bot may not write in a group: it %s', async (_, take) => {
    const clinic = await openClinic();
    take(clinic);
    await expectFault(clinic, /^✗ Nhóm “.*KHTC.*”.*: bot không có quyền gửi tin/u);
    // An administrator may write all the same.
    clinic.sandbox.person('VT1').promoteBot(clinic.sandbox.group('KHTC'));
    expect((await clinic.examine()).exitCode).toBe(0);
  });

  test('a topic is gone, where it may try; the trial leaves nothing behind', async () => {
    const clinic = await openClinic();
    const { world } = clinic.sandbox.server;
    const owner = clinic.sandbox.person('VT1');
    const forum = world.addSupergroup({ title: 'Sở', owner, members: [], isForum: true });
    const topic = world.addTopic(forum, 'KHTC', owner);
    await clinic.bind('KHTC', forum, topic.id);
    expect((await clinic.examine()).lines).toContainEqual(expect.stringMatching(/Chủ đề.*thì chưa thử/u));
    expect((await clinic.examine({}, ['--send-test'])).lines).toContainEqual(
      expect.stringMatching(/^✓ Chủ đề trong nhóm “Sở”.*: đã gửi thử được\.$/u),
    );
    expect(
      world.history(forum).filter((entry) => entry.from?.is_bot && entry.deletedAtMs === undefined),
    ).toEqual([]);
    world.deleteTopic(forum, topic.id);
    await expectFault(clinic, /^✗ Chủ đề trong nhóm “Sở”.*: không gửi được vào chủ đề này/u, {}, [
      '--send-test',
    ]);
  });

  test('a group has no topics any more', async () => {
    const clinic = await openClinic();
    await clinic.bind('KHTC', clinic.sandbox.group('KHTC'), 77);
    await expectFault(clinic, /nhóm không còn chia chủ đề/u);
  });

  test('a chat is marked unreachable', async () => {
    const clinic = await openClinic();
    const config = await loadConfig(CONFIG);
    const store = openSqliteTaskStore(join(clinic.folder, 'dondoc.db'));
    const chatId = config.members.find(({ role }) => role === 'deputy')?.telegramId ?? 0;
    const reason = '403: Forbidden: bot was blocked by the user';
    await store.markUnreachable({ agencyId: config.agency.id, chatId, since: NOW, reason });
    await store.close();
    await expectFault(clinic, /^✗ Không nhắn riêng được cho .* từ 08h00 ngày 14\/4\/2025/u);
  });

  test('messages wait although they could be sent; where they cannot, that is only to be known', async () => {
    const clinic = await openClinic();
    const config = await loadConfig(CONFIG);
    const store = openSqliteTaskStore(join(clinic.folder, 'dondoc.db'));
    const notBefore = NOW - 3 * 3_600_000;
    await store.commit(aPlan({ outbox: [anOutboxMessage({ agencyId: config.agency.id, notBefore })] }));
    await store.close();
    await expectFault(clinic, /^✗ 1 tin chờ gửi quá một giờ, lâu nhất 3 giờ, tuy bot đang chạy/u);
    clinic.sandbox.server.faults.setNetworkDown(true);
    expect((await clinic.examine()).lines).toContainEqual(
      expect.stringMatching(/^! 1 tin chờ gửi .* sẽ được gửi/u),
    );
  });

  test('Telegram wants quiet: said until when, and what waits for that is no fault', async () => {
    const clinic = await openClinic();
    const config = await loadConfig(CONFIG);
    const hour = 3_600_000;
    const hold = async (chatId: number | null, until: number): Promise<void> => {
      const store = openSqliteTaskStore(join(clinic.folder, 'dondoc.db'), { botId: 7, now: () => NOW });
      const message = { agencyId: config.agency.id, chatId: -9, notBefore: NOW - 3 * hour };
      await store.commit(aPlan({ outbox: [anOutboxMessage(message)] }));
      await store.holdSending({ chatId, since: NOW - 4 * hour, until });
      await store.close();
    };
    await hold(-9, NOW + hour);
    const inOneChat = await clinic.examine();
    expect(faultsOf(inOneChat.lines)).toEqual([]);
    expect(inOneChat.lines).toContainEqual(
      expect.stringMatching(/^! Telegram yêu cầu ngừng gửi vào 1 cuộc trò chuyện, lâu nhất đến 09h00/u),
    );
    await hold(null, NOW + 2 * hour);
    expect((await clinic.examine()).lines).toContainEqual(
      expect.stringMatching(/^! Telegram yêu cầu bot ngừng gửi tin đến 10h00 ngày 14\/4\/2025/u),
    );
    await hold(-9, NOW - 1);
    await hold(null, NOW - 1);
    await expectFault(clinic, /^✗ 4 tin chờ gửi quá một giờ/u);
  });

  test('the configuration is wrong: each mistake with its place', async () => {
    const clinic = await openClinic();
    const file = join(clinic.folder, 'config', 'agency.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/role: secretary/u, 'role: secretery'));
    await expectFault(clinic, /^✗ .*agency\.yaml, dòng \d+, .*secretery/u);
  });

  test('a setting is wrong, without showing a secret', async () => {
    const clinic = await openClinic();
    const { exitCode, lines } = await clinic.examine({ TELEGRAM_PROXY: 'ftp://tai-khoan:mat-khau@host' });
    expect(exitCode).toBe(1);
    expect(faultsOf(lines)).toEqual([expect.stringContaining('TELEGRAM_PROXY')]);
  });

  test('the calendar lacks this year', async () => {
    const clinic = await openClinic();
    const later = instantOf('2031-04-14', '08:00');
    const { lines } = await clinic.examine({}, [], later);
    expect(faultsOf(lines)).toContainEqual(expect.stringMatching(/^✗ Thiếu lịch nghỉ năm 2031/u));
    expect(lines).toContainEqual(expect.stringMatching(/^! Chưa có lịch nghỉ năm 2032/u));
  });

  test('nobody hears for a unit', async () => {
    const clinic = await openClinic();
    const file = join(clinic.folder, 'config', 'agency.yaml');
    const written = await readFile(file, 'utf8');
    await writeFile(file, written.replaceAll(/telegram_id: \d+/gu, 'telegram_id:'));
    const client = new Sqlite(join(clinic.folder, 'dondoc.db'));
    client.exec('delete from chat_bindings');
    client.close();
    const { exitCode, lines } = await clinic.examine();
    expect(exitCode).toBe(1);
    expect(faultsOf(lines)).toContainEqual(
      expect.stringMatching(/chưa gắn nhóm và lãnh đạo đơn vị chưa kết nối Telegram.*\/gan KHTC/u),
    );
    expect(faultsOf(lines)).toContainEqual(expect.stringMatching(/^✗ Chưa có văn thư nào kết nối Telegram/u));
    expect(lines).toContainEqual(
      expect.stringMatching(/^! \d+ người chưa kết nối Telegram: .* và \d+ người khác/u),
    );
  });

  test('the database is damaged, or no database', async () => {
    const clinic = await openClinic();
    const path = join(clinic.folder, 'damaged.db');
    await cp(join(clinic.folder, 'backups', 'dondoc-2025-04-14-0800.db'), path);
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0x5a, 4_096 * 3, 4_096 * 12));
    const broken = await clinic.examine({ DATABASE_URL: path });
    expect(faultsOf(broken.lines)).toContainEqual(
      expect.stringMatching(/hỏng \(.*\): dừng bot rồi khôi phục bản sao lưu/u),
    );
    const notes = join(clinic.folder, 'notes.txt');
    await writeFile(notes, 'Ghi chú. '.repeat(1_000));
    const other = await clinic.examine({ DATABASE_URL: notes });
    expect(faultsOf(other.lines)).toContainEqual(expect.stringMatching(/đã hỏng \(SQLITE_NOTADB\)/u));
  });

  test('the database is of a newer version, or of another program', async () => {
    const clinic = await openClinic();
    const client = new Sqlite(join(clinic.folder, 'dondoc.db'));
    client.exec(`insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)`);
    client.close();
    await expectFault(clinic, /^✗ Dữ liệu do phiên bản mới hơn ghi ra: cập nhật chương trình\.$/u);
    const photos = join(clinic.folder, 'photos.db');
    const other = new Sqlite(photos);
    other.exec('create table photos (id text)');
    other.close();
    const { lines } = await clinic.examine({ DATABASE_URL: photos });
    expect(faultsOf(lines)).toContainEqual(expect.stringMatching(/không phải dữ liệu của Đôn Đốc/u));
  });

  test('the newest backup is old', async () => {
    const clinic = await openClinic();
    const later = NOW + 3 * 86_400_000;
    clinic.sandbox.clock.jumpTo(later);
    await expectFault(clinic, /^✗ Bản sao lưu mới nhất: 08h00 ngày 14\/4\/2025, đã 3 ngày/u, {}, [], later);
  });
});

describe('the doctor warns, but does not fail, where', () => {
  test('there is no database yet, no backup and no bot', async () => {
    const clinic = await openClinic();
    const { exitCode, lines } = await clinic.examine({
      DATABASE_URL: join(clinic.folder, 'new', 'dondoc.db'),
    });
    expect(lines).toContainEqual(expect.stringMatching(/^! Chưa có tệp dữ liệu/u));
    expect(lines).toContainEqual(expect.stringMatching(/^! Chưa có bản sao lưu nào/u));
    expect(faultsOf(lines).filter((line) => !line.includes('chưa gắn nhóm'))).toEqual([]);
    expect(exitCode).toBe(faultsOf(lines).length === 0 ? 0 : 1);
  });

  test('a group has become a supergroup, which the bot follows by itself', async () => {
    const clinic = await openClinic();
    const { id: chatId } = clinic.sandbox.group('KHTC');
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    clinic.sandbox.server.faults.refuse({ method: 'getChatMember', chatId }, { status: 400, description });
    const { exitCode, lines } = await clinic.examine();
    expect(lines).toContainEqual(expect.stringMatching(/^✓ Nhóm “.*KHTC.*nhóm vừa được nâng cấp/u));
    expect(exitCode).toBe(0);
  });

  test('the database waits for its migrations', async () => {
    const clinic = await openClinic();
    const client = new Sqlite(join(clinic.folder, 'dondoc.db'));
    client.exec(
      'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
    );
    client.close();
    const { exitCode, lines } = await clinic.examine();
    expect(lines).toContainEqual(
      expect.stringMatching(/^! Dữ liệu của phiên bản cũ, còn thiếu 1 bước chuyển/u),
    );
    expect(exitCode).toBe(0);
  });
});
