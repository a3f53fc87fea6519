import { z } from 'zod';
import { LOG_LEVELS } from '../support/logger.ts';
import { redactSecrets } from '../support/redact.ts';
import { describe, suggest } from './check-schema.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError } from './config-error.ts';

/** A setting of the environment, documented where it is declared. `.env.example` says the same, and a test holds it to that. */
interface Setting<Schema extends z.ZodType<unknown, string>, Default extends string | null> {
  /** The environment variable. */
  readonly env: string;
  /** What it is for, in Vietnamese, for the person who edits `.env`. */
  readonly doc: readonly string[];
  /** What holds where it is not set or empty; null: nothing. */
  readonly default: Default;
  /** Its error text is what was expected. */
  readonly schema: Schema;
  /** What may be shown of a wrong value; absent where all of it may. */
  readonly shown?: (value: string) => string | null;
}

const setting = <Schema extends z.ZodType<unknown, string>, Default extends string | null>(
  declared: Setting<Schema, Default>,
): Setting<Schema, Default> => declared;

/** An address of one of the schemes, without a query. Where no path may follow the host, a password with a stray / is caught too. */
const address = (schemes: readonly string[], paths: 'any path' | 'no path', expected: string) =>
  z.string().refine(
    (value) => {
      const url = URL.parse(value);
      return (
        url !== null &&
        schemes.includes(url.protocol.slice(0, -1)) &&
        url.hostname !== '' &&
        url.search === '' &&
        url.hash === '' &&
        (paths === 'any path' || url.pathname === '' || url.pathname === '/')
      );
    },
    { error: expected },
  );

export const SETTINGS = {
  botToken: setting({
    env: 'BOT_TOKEN',
    doc: [
      'Mã của bot do @BotFather cấp, dạng 123456789:ABC… Giữ kín: ai có mã này là điều khiển được bot.',
      'Để trống: chạy thử trong Telegram giả lập trên máy này, không cần mạng.',
    ],
    default: null,
    schema: z.string().regex(/^\d+:[\w-]+$/u, {
      error:
        'mã do @BotFather cấp: các chữ số, dấu hai chấm, rồi chữ cái, chữ số, dấu - hoặc _ (giá trị đang ghi không hiện ở đây)',
    }),
    shown: () => null,
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    doc: [
      'Nơi lưu dữ liệu: một tệp SQLite, có mọi nhiệm vụ. Đừng chép tệp này khi bot đang chạy: dùng bản sao lưu.',
    ],
    default: 'file:data/dondoc.db',
    schema: z.string().regex(/^(?:file:.+|(?![a-z][a-z\d+.-]+:).+)$/iu, {
      error: 'file: rồi đường dẫn đến tệp dữ liệu, ví dụ file:data/dondoc.db',
    }),
  }),
  telegramApiRoot: setting({
    env: 'TELEGRAM_API_ROOT',
    doc: ['Địa chỉ máy chủ Bot API. Chỉ đổi khi cơ quan tự chạy máy chủ Bot API.'],
    default: 'https://api.telegram.org',
    schema: address(
      ['https', 'http'],
      'any path',
      'địa chỉ http:// hoặc https://, ví dụ https://api.telegram.org',
    ).transform((value) => value.replace(/\/+$/u, '')),
  }),
  telegramProxy: setting({
    env: 'TELEGRAM_PROXY',
    doc: [
      'Proxy để ra Telegram khi mạng của cơ quan chặn: http, https, socks5, hoặc socks5h (tên miền do proxy phân giải).',
      'Ví dụ: socks5h://tai-khoan:mat-khau@10.0.0.5:1080',
    ],
    default: null,
    schema: address(
      ['http', 'https', 'socks5', 'socks5h'],
      'no path',
      'địa chỉ proxy http://, https://, socks5:// hoặc socks5h://, ví dụ socks5://10.0.0.5:1080',
    ),
    // The rest may hold a password.
    shown: (value) => (value.includes('://') ? value.replace(/:\/\/.*/u, '://…') : null),
  }),
  configDir: setting({
    env: 'CONFIG_DIR',
    doc: ['Thư mục có agency.yaml và holidays.yaml.'],
    default: 'config',
    schema: z.string(),
  }),
  backupDir: setting({
    env: 'BACKUP_DIR',
    doc: ['Thư mục chứa bản sao lưu. Để trống: thư mục backups cạnh tệp dữ liệu. Nên đặt ở ổ đĩa khác.'],
    default: null,
    schema: z.string(),
  }),
  backupAt: setting({
    env: 'BACKUP_AT',
    doc: ['Giờ sao lưu hằng ngày, theo giờ Việt Nam. Máy tắt vào giờ đó thì bot sao lưu khi chạy lại.'],
    default: '02:00',
    schema: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, {
      error: 'giờ và phút dạng HH:mm, từ 00:00 đến 23:59, ví dụ 02:00',
    }),
  }),
  backupKeepDays: setting({
    env: 'BACKUP_KEEP_DAYS',
    doc: ['Giữ bản sao lưu của bao nhiêu ngày gần nhất; bản cũ hơn bị xóa.'],
    default: '14',
    schema: z
      .string()
      .regex(/^[1-9]\d{0,3}$/u, { error: 'số ngày, từ 1 đến 9999, ví dụ 14' })
      .transform(Number),
  }),
  logLevel: setting({
    env: 'LOG_LEVEL',
    doc: [`Mức ghi nhật ký: ${LOG_LEVELS.join(', ')}.`],
    default: 'info',
    schema: z.enum(LOG_LEVELS, { error: `một trong: ${LOG_LEVELS.join(', ')}` }),
  }),
} as const;

type Declared = typeof SETTINGS;

/** The settings of the environment, checked. What is not set and has no default is null. */
export type Settings = {
  readonly [Name in keyof Declared]:
    z.output<Declared[Name]['schema']> | (null extends Declared[Name]['default'] ? null : never);
};

/**
 * Reads the settings out of an environment. A variable that is empty counts as not set.
 * @throws ConfigError with everything that is wrong; it never contains the bot's token or a password
 */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const problems: ConfigProblem[] = [];
  const entries = Object.entries(SETTINGS).map(([name, declared]) => {
    const given = env[declared.env]?.trim() ?? '';
    const value = given === '' ? declared.default : given;
    if (value === null) return [name, null];
    const result = declared.schema.safeParse(value);
    if (result.success) return [name, result.data];
    problems.push(problem(declared, value, result.error.issues[0]?.message ?? ''));
    return [name, null];
  });
  if (problems.length > 0) throw new ConfigError(problems);
  // Every name of the table has its schema's output or, where nothing is set, the null that its default allows.
  return Object.fromEntries(entries) as Settings;
};

const problem = (declared: Declared[keyof Declared], value: string, expected: string): ConfigProblem => {
  const shown = declared.shown === undefined ? redactSecrets(value) : declared.shown(value);
  const found = shown === null ? 'không đúng dạng' : describe(shown);
  const options = declared.env === 'LOG_LEVEL' ? LOG_LEVELS : [];
  return {
    file: 'biến môi trường (hoặc tệp .env)',
    line: null,
    key: declared.env,
    message: `${found}, cần ${expected}${suggest(value, options)}`,
  };
};
