import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '../config/config-error.ts';
import type { Settings } from '../config/settings.ts';
import { readSettings } from '../config/settings.ts';
import type { Instant, LocalMoment } from '../domain/local-time.ts';
import { localDateOf } from '../domain/local-time.ts';
import { redactSecrets } from '../support/redact.ts';
import { parseMoment } from './input-rows.ts';
import type { Operations } from './operations.ts';
import { FaultsFoundError, addOperationCommands } from './operations.ts';
import { Output, OutputClosedError } from './output.ts';
import type { Readers, RowKind, Sources } from './reading.ts';
import { readNoticeFile, readRows, readingContexts } from './reading.ts';
import { UsageError } from './usage-error.ts';
import { explainInVietnamese, inVietnamese } from './vietnamese.ts';

/** The exit codes of the program. */
const EXIT = { ok: 0, failed: 1, badInput: 2 } as const;

/** What is asked of the demo. */
export interface DemoChoice {
  /** The story's name as it was typed; null where none is named. */
  readonly story: string | null;
  /** Only to say which stories there are. */
  readonly isList: boolean;
}

/** What the command line needs of the world; the entry point gives the real one. */
export interface CommandLineWorld {
  readonly version: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Instant;
  readonly readers: Readers;
  /** Commands that need the whole program; each resolves when its work is over. */
  readonly actions: Readonly<Record<'start' | 'migrate', (settings: Settings) => Promise<void>>> & {
    readonly demo: (settings: Settings, choice: DemoChoice) => Promise<void>;
  };
  /** Called only for the commands that look after a running office. */
  readonly operations: () => Promise<Operations>;
}

/**
 * Runs one command of the command line and says how it went.
 * @param args what was typed after the program's name; nothing means `start`
 * @returns the exit code: 0, 1 where something failed, 2 where what was typed, piped in or configured cannot be used.
 *   Nothing is thrown: what went wrong is written to standard error, one line each, without tokens or passwords.
 */
export const runCommandLine = async (args: readonly string[], world: CommandLineWorld): Promise<number> => {
  const output = new Output(world.stdout);
  const complain = (message: string): void => {
    world.stderr.write(`${redactSecrets(message)}\n`);
  };
  try {
    await buildProgram(world, output, complain).parseAsync(args.length === 0 ? ['start'] : [...args], {
      from: 'user',
    });
    await output.flush();
    return EXIT.ok;
  } catch (error) {
    if (error instanceof OutputClosedError) return EXIT.ok;
    if (error instanceof FaultsFoundError) return EXIT.failed;
    // Commander has said by itself what is wrong; help and version end this way too, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
    if (error instanceof ConfigError) {
      complain(error.message);
      return EXIT.badInput;
    }
    if (error instanceof UsageError) {
      complain(`dondoc: ${error.message}`);
      return EXIT.badInput;
    }
    // A person wants to know what failed; whoever debugs the program, where.
    const isDebugging = ['debug', 'trace'].includes(world.env.LOG_LEVEL ?? '');
    const message = error instanceof Error ? error.message : String(error);
    complain(`dondoc: ${isDebugging && error instanceof Error ? (error.stack ?? message) : message}`);
    return EXIT.failed;
  }
};

const buildProgram = (
  world: CommandLineWorld,
  output: Output,
  complain: (message: string) => void,
): Command => {
  const program = explainInVietnamese(new Command('dondoc'))
    .description('Đôn Đốc: đọc việc được giao trong văn bản, nhắc đơn vị đúng hạn, trả lời việc nào quá hạn.')
    .version(world.version, '-V, --version', 'xem phiên bản')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      outputError: (text) => {
        complain(`dondoc: ${inVietnamese(text)}`);
      },
    });

  const run = (action: 'start' | 'migrate') => () => world.actions[action](readSettings(world.env));
  program
    .command('start')
    .description('chạy bot (khi không ghi lệnh nào cũng vậy); chưa có BOT_TOKEN thì chạy thử trên máy này')
    .action(run('start'));
  program
    .command('demo')
    .description('kể một câu chuyện trong Telegram giả lập, trên màn hình dòng lệnh')
    .option('--story <tên>', 'câu chuyện nào; không ghi: câu chuyện đầu tiên')
    .option('--list', 'liệt kê các câu chuyện')
    .action(({ story, list }: { story?: string; list?: true }) =>
      world.actions.demo(readSettings(world.env), { story: story ?? null, isList: list === true }),
    );
  program
    .command('migrate')
    .description('chuyển dữ liệu sang dạng của phiên bản này (bot tự làm khi khởi động)')
    .action(run('migrate'));
  addOperationCommands(program, world.env, world.operations, output, async () => {
    // Loaded for the one command that asks anything.
    const { terminalQuestions } = await import('./setup/questions.ts');
    return terminalQuestions({ input: world.stdin, output: world.stdout });
  });
  addReadCommands(program, world, output, complain);
  return program;
};

const addReadCommands = (
  program: Command,
  world: CommandLineWorld,
  output: Output,
  complain: (message: string) => void,
): void => {
  const read = program.command('read').description('đọc câu hoặc văn bản, in ra điều đọc được dạng JSON');
  read.allowExcessArguments().action(() => {
    const [given] = read.args;
    const known = read.commands.map((command) => command.name()).join(', ');
    const complaint = given === undefined ? 'đọc gì?' : `không có lệnh “read ${given}”.`;
    read.error(`error: ${complaint} Cần một trong: ${known}`);
  });

  // Reading needs neither a token nor a database, so a mistake in those must not stop it.
  const contexts = (sources: Sources) =>
    readingContexts(sources, readSettings({ CONFIG_DIR: world.env.CONFIG_DIR }).configDir);
  const today = (): string => localDateOf(world.now());

  const rowCommands: Record<RowKind, string> = {
    deadlines: 'hạn trong mỗi câu',
    assignments: 'ai phải làm gì, hạn nào, trong mỗi câu',
    replies: 'mỗi câu trả lời nói gì về việc nào',
  };
  for (const [kind, what] of Object.entries(rowCommands) as [RowKind, string][]) {
    withSources(read.command(kind))
      .description(`${what}; đưa vào qua đầu vào chuẩn, mỗi dòng một JSON {id, text, ref_date}`)
      .action(async (sources: Sources) => {
        const io = { input: world.stdin, output };
        await readRows(kind, io, world.readers, await contexts(sources), today());
      });
  }

  withSources(read.command('notice'))
    .description('văn bản và các việc trong một thông báo')
    .argument('<tệp>', 'văn bản thuần của thông báo (.txt)')
    .option('--issued <ngày>', 'ngày của thông báo, khi trong văn bản không ghi', momentOption)
    .action(async (file: string, options: Sources & { issued?: LocalMoment }) => {
      const issued = options.issued ?? null;
      const asOf = await readNoticeFile(
        file,
        issued,
        output,
        world.readers,
        await contexts(options),
        today(),
      );
      if (asOf !== null)
        complain(
          `dondoc: ${file} không ghi ngày; đọc như văn bản ngày ${asOf} (đặt ngày khác bằng --issued)`,
        );
    });
};

const withSources = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--units <tệp>',
        'các đơn vị cần nhận ra: tệp agency.yaml, hoặc danh sách {code, name, aliases}',
      ),
    )
    .addOption(
      new Option(
        '--calendar <tệp>',
        'lịch nghỉ: tệp holidays.yaml, hoặc {weekend, days_off, working_saturdays}',
      ),
    );

const momentOption = (value: string): LocalMoment => {
  const moment = parseMoment(value);
  if (moment === null) throw new InvalidArgumentError('cần ngày dạng 2025-04-01');
  return moment;
};
