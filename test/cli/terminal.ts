import { Readable, Writable } from 'node:stream';
import type { CommandLineWorld } from '../../src/cli/program.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import type { Readers } from '../../src/cli/reading.ts';

/** A stream that keeps what is written to it. */
class Screen extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }

  get lines(): string[] {
    return this.text.split('\n').filter((line) => line !== '');
  }
}

/** Readers that nobody should call. */
const noReaders: Readers = {
  readDeadline: () => unexpected(),
  readAssignments: () => unexpected(),
  readReply: () => unexpected(),
  readNotice: () => unexpected(),
};

const unexpected = (): never => {
  throw new Error('this command should not have read anything');
};

export interface Session {
  readonly exitCode: number;
  readonly stdout: Screen;
  readonly stderr: Screen;
}

/** Runs a command at 2025-04-14T08:00 in Việt Nam, with the sample agency. */
export const run = async (
  args: readonly string[],
  world: Partial<Omit<CommandLineWorld, 'stdin' | 'stderr' | 'readers'>> & {
    readonly stdin?: string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
    readonly readers?: Partial<Readers>;
  } = {},
): Promise<Session> => {
  const stdout = new Screen();
  const stderr = new Screen();
  const { stdin = '', readers, ...rest } = world;
  const exitCode = await runCommandLine(args, {
    version: '1.2.3',
    stdout,
    stderr,
    env: {},
    now: () => Date.UTC(2025, 3, 14, 1),
    actions: {
      start: () => Promise.resolve(unexpected()),
      demo: () => Promise.resolve(unexpected()),
      migrate: () => Promise.resolve(unexpected()),
    },
    operations: () => Promise.resolve(unexpected()),
    ...rest,
    stdin: Readable.from(typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin, { objectMode: false }),
    readers: { ...noReaders, ...readers },
  });
  return { exitCode, stdout, stderr };
};
