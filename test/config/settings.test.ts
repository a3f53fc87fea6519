import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SETTINGS, readSettings } from '../../src/config/settings.ts';
import { problemsIn } from './problems.ts';

const DEFAULTS = {
  botToken: null,
  databaseUrl: 'file:data/dondoc.db',
  telegramApiRoot: 'https://api.telegram.org',
  telegramProxy: null,
  configDir: 'config',
  backupDir: null,
  backupAt: '02:00',
  backupKeepDays: 14,
  logLevel: 'info',
};

describe('the settings', () => {
  test('have their defaults where nothing is set, or set to nothing', () => {
    expect(readSettings({})).toEqual(DEFAULTS);
    expect(readSettings({ BOT_TOKEN: '', LOG_LEVEL: ' ', PATH: '/usr/bin' })).toEqual(DEFAULTS);
  });

  test('are what the environment says, without spaces around', () => {
    expect(
      readSettings({
        BOT_TOKEN: ' 123456789:AAf-x_Y \n',
        DATABASE_URL: 'file:///var/lib/dondoc/dondoc.db',
        TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/bot-api//',
        TELEGRAM_PROXY: 'socks5h://user:secret@10.0.0.5:1080',
        CONFIG_DIR: '/etc/dondoc',
        BACKUP_DIR: '/mnt/usb',
        BACKUP_AT: '23:30',
        BACKUP_KEEP_DAYS: '30',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      botToken: '123456789:AAf-x_Y',
      databaseUrl: 'file:///var/lib/dondoc/dondoc.db',
      telegramApiRoot: 'http://127.0.0.1:8081/bot-api',
      telegramProxy: 'socks5h://user:secret@10.0.0.5:1080',
      configDir: '/etc/dondoc',
      backupDir: '/mnt/usb',
      backupAt: '23:30',
      backupKeepDays: 30,
      logLevel: 'debug',
    });
  });

  test.each(['http://proxy:3128', 'https://proxy:3128/', 'socks5://10.0.0.5', 'socks5h://u:p@[::1]:1080'])(
    'take %s for a proxy',
    (TELEGRAM_PROXY) => {
      expect(readSettings({ TELEGRAM_PROXY }).telegramProxy).toBe(TELEGRAM_PROXY);
    },
  );

  test.each(['data/dondoc.db', '/var/lib/dondoc.db', 'C:\\dondoc\\dondoc.db'])(
    'take the path %s for a database',
    (DATABASE_URL) => {
      expect(readSettings({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
    },
  );

  test('that are wrong are all named', () => {
    const where = 'biến môi trường (hoặc tệp .env)';
    expect(
      problemsIn(() =>
        readSettings({
          BOT_TOKEN: 'AAf-x_Y',
          DATABASE_URL: 'postgres://dondoc:secret@db/dondoc',
          TELEGRAM_API_ROOT: 'api.telegram.org',
          TELEGRAM_PROXY: 'socks4://user:secret@10.0.0.5:1080',
          BACKUP_AT: '24:00',
          BACKUP_KEEP_DAYS: '0',
          LOG_LEVEL: 'warning',
        }),
      ),
    ).toEqual([
      `${where}, BOT_TOKEN: không đúng dạng, cần mã do @BotFather cấp: các chữ số, dấu hai chấm, rồi chữ cái, chữ số, dấu - hoặc _ (giá trị đang ghi không hiện ở đây)`,
      `${where}, DATABASE_URL: ghi “postgres://<credentials>@db/dondoc”, cần file: rồi đường dẫn đến tệp dữ liệu, ví dụ file:data/dondoc.db`,
      `${where}, TELEGRAM_API_ROOT: ghi “api.telegram.org”, cần địa chỉ http:// hoặc https://, ví dụ https://api.telegram.org`,
      `${where}, TELEGRAM_PROXY: ghi “socks4://…”, cần địa chỉ proxy http://, https://, socks5:// hoặc socks5h://, ví dụ socks5://10.0.0.5:1080`,
      `${where}, BACKUP_AT: ghi “24:00”, cần giờ và phút dạng HH:mm, từ 00:00 đến 23:59, ví dụ 02:00`,
      `${where}, BACKUP_KEEP_DAYS: ghi “0”, cần số ngày, từ 1 đến 9999, ví dụ 14`,
      `${where}, LOG_LEVEL: ghi “warning”, cần một trong: trace, debug, info, warn, error, fatal, silent (ý là “warn”?)`,
    ]);
  });

  test.each([
    ['BOT_TOKEN', '123456789:AA f-secret'],
    ['BOT_TOKEN', 'BOT_TOKEN=123456789:AAf-secret'],
    ['BOT_TOKEN', '123456789'],
    ['TELEGRAM_PROXY', 'socks5://user:se/cret@host:1080'],
    ['TELEGRAM_PROXY', 'socks5://user:12/secret@host:1080'],
    ['TELEGRAM_PROXY', 'user:secret@host:1080'],
  ])('that are wrong are never shown where they hold a secret: %s=%s', (name, value) => {
    const [problem = '', ...others] = problemsIn(() => readSettings({ [name]: value }));
    expect(others).toEqual([]);
    expect(problem).toContain(name);
    expect(problem).not.toMatch(/secret|cret@|123456789/);
  });
});

describe('.env.example', () => {
  const example = () => readFile(join(import.meta.dirname, '../../.env.example'), 'utf8');

  test('documents every setting as it is declared, with its default', async () => {
    const [, ...documented] = (await example()).trimEnd().split('\n\n');
    expect(documented).toEqual(
      Object.values(SETTINGS).map(({ doc, env, default: value }) =>
        [...doc.map((line) => `# ${line}`), `#${env}=${value ?? ''}`].join('\n'),
      ),
    );
  });

  test('copied as it is, or with every line taken in, changes nothing', async () => {
    expect(parseEnv(await example())).toEqual({});
    const allTakenIn = (await example()).replaceAll(/^#(?=[A-Z_]+=)/gm, '');
    expect(readSettings(parseEnv(allTakenIn))).toEqual(DEFAULTS);
  });
});
