// The commands by which a running office is looked after: doctor, deliveries, backup, restore.
import type { Command } from 'commander';
import { ConfigError } from '../config/config-error.ts';
import type { Settings } from '../config/settings.ts';
import { readSettings } from '../config/settings.ts';
import { redactSecrets } from '../support/redact.ts';
import type { ListDeliveries } from './deliveries.ts';
import { addDeliveriesCommand } from './deliveries.ts';
import type { ReadAuditTrail } from './audit.ts';
import { addAuditCommand } from './audit.ts';
import { configFaults, examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { printJson, printReport } from './doctor/report.ts';
import type { DoctorWorld } from './doctor/world.ts';
import type { Output } from './output.ts';
import type { Questions } from './setup/questions.ts';
import type { SetupWorld } from './setup/setup.ts';
import { setUp } from './setup/setup.ts';

/** What these commands need of the program; the entry point gives the real thing. */
export interface Operations {
  readonly doctor: DoctorWorld;
  readonly deliveries: ListDeliveries;
  readonly audit: ReadAuditTrail;
  readonly setup: SetupWorld;
  /** @param folder where to; null: where the daily ones go */
  backUp(
    settings: Settings,
    folder: string | null,
  ): Promise<{ readonly path: string; readonly bytes: number }>;
  restore(
    settings: Settings,
    file: string,
  ): Promise<{ readonly replaced: string | null; readonly migrations: number }>;
}

/** Everything has been said; the program ends with exit code 1. */
export class FaultsFoundError extends Error {
  override readonly name = 'FaultsFoundError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export const addOperationCommands = (
  program: Command,
  env: Environment,
  operations: () => Promise<Operations>,
  output: Output,
  questions: () => Promise<Questions>,
): void => {
  program
    .command('doctor')
    .description('kiểm tra mọi thứ bot cần: khai báo, Telegram, các nhóm, đồng hồ, dữ liệu, bản sao lưu')
    .option('--json', 'in dạng JSON')
    .option('--send-test', 'gửi thử một tin im lặng vào từng chủ đề rồi xóa ngay')
    .action(async ({ json, sendTest }: { json?: true; sendTest?: true }) => {
      const findings = await findingsOf(env, (await operations()).doctor, sendTest === true);
      await (json ? printJson : printReport)(findings, output, (text) => redactSecrets(text, secretsOf(env)));
      if (findings.some(({ level }) => level === 'fault')) throw new FaultsFoundError();
    });

  program
    .command('setup')
    .description('hỏi những gì bot cần, thử với Telegram, rồi ghi .env và khai báo cơ quan')
    .action(async () => {
      const { setup } = await operations();
      if (!(await setUp(env, setup, await questions(), output))) throw new FaultsFoundError();
    });

  addDeliveriesCommand(program, env, async () => (await operations()).deliveries, output);
  addAuditCommand(program, env, async () => (await operations()).audit, output);

  program
    .command('backup')
    .description('sao lưu dữ liệu ngay (cả khi bot đang chạy) và kiểm tra bản sao')
    .option('--to <thư mục>', 'sao lưu vào thư mục này thay cho nơi sao lưu hằng ngày')
    .action(async ({ to }: { to?: string }) => {
      const { path, bytes } = await (await operations()).backUp(readSettings(env), to ?? null);
      await output.line(`Đã sao lưu và kiểm tra: ${path} (${(bytes / 1024 / 1024).toFixed(1)} MB).`);
    });

  program
    .command('restore')
    .description('khôi phục dữ liệu từ một bản sao lưu; phải dừng bot trước')
    .argument('<tệp>', 'tệp do lệnh backup tạo')
    .action(async (file: string) => {
      const { replaced, migrations } = await (await operations()).restore(readSettings(env), file);
      await output.line(`Đã khôi phục dữ liệu từ ${file}.`);
      if (migrations > 0) await output.line(`Bản sao lưu cũ hơn chương trình: đã chuyển ${migrations} bước.`);
      if (replaced !== null) await output.line(`Dữ liệu trước đó vẫn giữ ở ${replaced}.`);
      await output.line(
        'Việc và báo cáo ghi sau lúc sao lưu không có trong dữ liệu này; tin đã gửi sau lúc đó có thể được gửi lại.',
      );
    });
};

const findingsOf = async (
  env: Environment,
  world: DoctorWorld,
  isSending: boolean,
): Promise<readonly Finding[]> => {
  let settings: Settings;
  try {
    settings = readSettings(env);
  } catch (error) {
    if (error instanceof ConfigError) return configFaults(error);
    throw error;
  }
  return examine(settings, world, { isSending });
};

/** What must not be printed, as it stands in the environment. Shorter passwords are parts of ordinary words. */
const secretsOf = (env: Environment): string[] =>
  [env.BOT_TOKEN ?? '', URL.parse(env.TELEGRAM_PROXY ?? '')?.password ?? ''].filter(
    (secret) => secret.length >= 4,
  );
