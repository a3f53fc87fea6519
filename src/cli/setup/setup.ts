// `dondoc setup`: asks what the bot needs, tries it out, and writes it down all at once at the end. What is there already is
// kept unless the person at the terminal says otherwise, so that it can be run again.
import { join, resolve } from 'node:path';
import { readAgency } from '../../config/agency-file.ts';
import { ConfigError } from '../../config/config-error.ts';
import type { Config } from '../../config/load-config.ts';
import { agencyFileIn, holidaysFileIn } from '../../config/load-config.ts';
import type { Settings } from '../../config/settings.ts';
import { SETTINGS, readSettings } from '../../config/settings.ts';
import { parseYaml } from '../../config/yaml-file.ts';
import type { Instant } from '../../domain/local-time.ts';
import { redactSecrets } from '../../support/redact.ts';
import type { CheckName } from '../doctor/finding.ts';
import { botFindings } from '../doctor/telegram-findings.ts';
import type { Telegram } from '../doctor/world.ts';
import type { Output } from '../output.ts';
import type { NewAgency } from './agency-text.ts';
import { agencyText, idFrom } from './agency-text.ts';
import { withVariables } from './env-file.ts';
import { readIfThere, writeWhole } from './files.ts';
import type { Questions } from './questions.ts';
import { SetupStoppedError } from './questions.ts';

/** The first link, by which whoever looks after the bot becomes known to it. */
type FirstLink =
  | { readonly kind: 'made'; readonly code: string; readonly name: string; readonly expiresAt: Instant }
  /** There is an administrator whose account is known: they make links themselves. */
  | { readonly kind: 'not_needed' }
  /** A bot works with the database. */
  | { readonly kind: 'in_use' };

/** What the set-up needs of the program. */
export interface SetupWorld {
  readonly now: () => Instant;
  /** Where .env and relative paths are. */
  readonly folder: string;
  telegram(token: string, settings: Settings): Telegram;
  /** @throws ConfigError */
  loadOffice(configDir: string): Promise<Config>;
  /** The calendar of days off that comes with the program. */
  sampleHolidays(): string;
  /** The .env that comes with the program, in which nothing is set. */
  sampleEnv(): string;
  /** @throws DatabaseError */
  firstLink(settings: Settings): Promise<FirstLink>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NEW_CONFIG_DIR = join('data', 'config');
/** Only for whoever runs the bot. */
const OWN_MODE = 0o600;
const COMMON_MODE = 0o644;

/**
 * Asks, tries, writes, and prints the administrator's first link.
 * @returns whether it came to its end; what was begun before left nothing
 * @throws ConfigError where an agency is declared already, and wrongly
 */
export const setUp = async (
  env: Environment,
  world: SetupWorld,
  questions: Questions,
  output: Output,
): Promise<boolean> => {
  try {
    await runSetUp(env, world, questions, output);
    return true;
  } catch (error) {
    if (!(error instanceof SetupStoppedError)) throw error;
    await output.line('');
    await output.line('Đã dừng. Chưa ghi gì.');
    return false;
  }
};

const runSetUp = async (
  env: Environment,
  world: SetupWorld,
  questions: Questions,
  output: Output,
): Promise<void> => {
  await output.line(
    'Cài đặt Đôn Đốc. Bấm Ctrl+C để dừng bất cứ lúc nào; chỉ ghi ở bước cuối, sau khi hỏi lại.',
  );
  await output.line('');
  const { variables, username } = await askConnection(env, world, questions, output);
  const configDir = await questions.text(
    'Thư mục khai báo cơ quan',
    given(env.CONFIG_DIR) ?? NEW_CONFIG_DIR,
    notEmpty,
  );
  const files = await askAgency(world, resolve(world.folder, configDir), questions, output);
  const set = { ...variables, CONFIG_DIR: configDir };
  const envPath = join(world.folder, '.env');
  const paths = [...files.map(({ path }) => path), envPath];
  await output.line('');
  await output.line(`Sẽ ghi: ${paths.join(', ')} (trong .env: ${Object.keys(set).join(', ')}).`);
  if (!(await questions.yes('Ghi các tệp này?', true))) throw new SetupStoppedError('declined');
  // The .env comes last: as long as it does not name the rest, nothing uses it.
  for (const { path, text } of files) writeWhole(path, text, COMMON_MODE);
  writeWhole(envPath, withVariables(readIfThere(envPath) ?? world.sampleEnv(), set), OWN_MODE);
  await output.line('✓ Đã ghi.');
  await output.line('');
  await tellFirstLink(await world.firstLink(readSettings({ ...env, ...set })), username, output);
};

/** Findings about what is asked for here. */
const TYPED: ReadonlySet<CheckName> = new Set<CheckName>(['token', 'proxy', 'telegram']);

interface Connection {
  /** What of it belongs into .env. */
  readonly variables: Readonly<Record<string, string>>;
  /** The bot's; null where Telegram could not be asked. */
  readonly username: string | null;
}

/** Asks for the token and the way to Telegram until they work, or are wanted as they are. */
const askConnection = async (
  env: Environment,
  world: SetupWorld,
  questions: Questions,
  output: Output,
): Promise<Connection> => {
  let known = env;
  for (;;) {
    const hasToken = (known.BOT_TOKEN ?? '') !== '';
    const typed = await questions.secret(
      `Mã bot do @BotFather cấp${hasToken ? ' (bỏ trống: giữ mã đang có)' : ''}`,
      (answer) => (answer === '' && hasToken ? null : problemWith('botToken', answer)),
    );
    const proxy = await questions.text(
      'Proxy để ra Telegram, ví dụ socks5h://10.0.0.5:1080 (gõ 0 nếu không dùng)',
      given(known.TELEGRAM_PROXY) ?? '0',
      (answer) => (answer === '0' ? null : problemWith('telegramProxy', answer)),
    );
    const apiRoot = await questions.text(
      'Địa chỉ máy chủ Bot API',
      given(known.TELEGRAM_API_ROOT) ?? SETTINGS.telegramApiRoot.default,
      (answer) => problemWith('telegramApiRoot', answer),
    );
    const variables = {
      BOT_TOKEN: typed === '' ? (known.BOT_TOKEN ?? '') : typed,
      TELEGRAM_PROXY: proxy === '0' ? '' : proxy,
      TELEGRAM_API_ROOT: apiRoot,
    };
    known = { ...known, ...variables };
    const settings = readSettings(variables);
    await output.line('Đang hỏi Telegram…');
    const telegram = world.telegram(variables.BOT_TOKEN, settings);
    const { findings } = await botFindings(telegram, settings, world.now);
    const secrets = [variables.BOT_TOKEN, URL.parse(proxy)?.password ?? ''].filter(
      ({ length }) => length >= 4,
    );
    for (const { level, message } of findings) {
      const mark = level === 'ok' ? '✓' : level === 'warning' ? '!' : '✗';
      await output.line(redactSecrets(`${mark} ${message}`, secrets));
    }
    // Of what was typed; a clock that is wrong, or privacy mode, is put right elsewhere.
    const isWell = findings.every(({ level, check }) => level !== 'fault' || !TYPED.has(check));
    if (isWell || !(await questions.yes('Nhập lại các mục trên?', true))) {
      return { variables, username: await usernameOf(telegram) };
    }
  }
};

const usernameOf = (telegram: Telegram): Promise<string | null> =>
  telegram.me().then(
    ({ username }) => username,
    () => null,
  );

/** What is wrong with a value, by the words of the setting itself; null where nothing is. */
const problemWith = (name: keyof typeof SETTINGS, value: string): string | null => {
  const result = SETTINGS[name].schema.safeParse(value);
  return result.success ? null : `Cần ${result.error.issues[0]?.message ?? 'giá trị khác'}.`;
};

/** A variable that is empty counts as not set. */
const given = (value: string | undefined): string | null => {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

const notEmpty = (answer: string): string | null => (answer === '' ? 'Cần ghi mục này.' : null);

interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** An agency that is declared already is kept as it is; else it is asked for. The files that are to be written. */
const askAgency = async (
  world: SetupWorld,
  folder: string,
  questions: Questions,
  output: Output,
): Promise<readonly NewFile[]> => {
  const holidays: readonly NewFile[] =
    readIfThere(holidaysFileIn(folder)) === null
      ? [{ path: holidaysFileIn(folder), text: world.sampleHolidays() }]
      : [];
  const path = agencyFileIn(folder);
  if (readIfThere(path) !== null) {
    // Read alone: the calendar may still be missing.
    const { agency, units, members } =
      holidays.length === 0
        ? await world.loadOffice(folder)
        : readAgency(parseYaml(path, readIfThere(path) ?? ''));
    await output.line(
      `✓ Giữ nguyên khai báo có sẵn: ${agency.name}, ${units.filter(({ isGroup }) => isGroup !== true).length} đơn vị, ${members.length} người (${path}).`,
    );
    return holidays;
  }
  for (;;) {
    const text = agencyText(await askNewAgency(questions, output));
    try {
      readAgency(parseYaml(path, text));
      return [{ path, text }, ...holidays];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      await output.line(`✗ ${error.message}`);
      await output.line('Nhập lại phần cơ quan giúp.');
    }
  }
};

const UNIT = /^(?<code>[^=]+?)\s*=\s*(?<name>.+)$/u;

const askNewAgency = async (questions: Questions, output: Output): Promise<NewAgency> => {
  const name = await questions.text('Tên cơ quan', '', notEmpty);
  const id = await questions.text('Mã nội bộ của cơ quan, không đổi về sau', idFrom(name), (answer) =>
    /^[a-z][a-z0-9-]*$/u.test(answer) ? null : 'Cần chữ thường không dấu, số, gạch nối.',
  );
  await output.line('Các đơn vị, mỗi lần một đơn vị: mã = tên đầy đủ. Đơn vị đầu tiên là Văn phòng.');
  const units: { code: string; name: string }[] = [];
  for (;;) {
    const answer = await questions.text(
      units.length === 0 ? 'Đơn vị 1' : `Đơn vị ${units.length + 1} (bỏ trống: đủ rồi)`,
      units.length === 0 ? 'VP = Văn phòng Sở' : '',
      (typed) =>
        (typed === '' && units.length > 0) || UNIT.test(typed)
          ? null
          : 'Ghi mã, dấu bằng, rồi tên, ví dụ KHTC = Phòng Kế hoạch - Tài chính.',
    );
    const { code, name: called } = UNIT.exec(answer)?.groups ?? {};
    if (code === undefined || called === undefined) break;
    units.push({ code, name: called });
  }
  const administrator = await questions.text('Họ tên quản trị viên của bot', '', notEmpty);
  const secretary = await questions.text('Họ tên văn thư (người nhập và duyệt nhiệm vụ)', '', notEmpty);
  return { id, name, units, administrator, secretary };
};

const tellFirstLink = async (link: FirstLink, username: string | null, output: Output): Promise<void> => {
  switch (link.kind) {
    case 'made':
      await output.line(`Liên kết của quản trị viên ${link.name}, dùng được một lần, trong 48 giờ:`);
      await output.line(`https://t.me/${username ?? 'TÊN_BOT'}?start=${link.code}`);
      if (username === null) await output.line('Thay TÊN_BOT bằng tên của bot (không có dấu @).');
      await output.line('Khởi động bot (npm start), rồi mở liên kết này trên điện thoại của quản trị viên.');
      await output.line(
        'Sau đó, quản trị viên gõ /moi trong trò chuyện với bot để tạo liên kết cho những người khác.',
      );
      return;
    case 'not_needed':
      await output.line(
        'Quản trị viên đã kết nối. Gõ /moi trong trò chuyện với bot để tạo liên kết cho người khác.',
      );
      return;
    case 'in_use':
      await output.line(
        'Bot đang chạy: khởi động lại để dùng cài đặt mới. Quản trị viên gõ /moi để tạo liên kết; chưa có quản trị viên nào kết nối thì dừng bot rồi chạy lại lệnh setup.',
      );
      return;
  }
};
