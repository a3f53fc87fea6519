import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BotApiServer } from '../src/sandbox/bot-api/server.ts';

const ROOT = join(import.meta.dirname, '..');
const MB = 1024;

/** What `npm start` gives to Node.js. */
const npmStart = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
};

const settingsFor = (configDir: string, database: string) => ({
  CONFIG_DIR: configDir,
  DATABASE_URL: `file:${database}`,
  LOG_LEVEL: 'error',
});

/** A bot in a process of its own, that polls a Bot API server. */
export class RealBot {
  /** From the start of the process to its first long poll, in milliseconds. */
  readonly firstPollMs: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, firstPollMs: number) {
    this.child = child;
    this.firstPollMs = firstPollMs;
  }

  /** The program as an operator starts it. @throws where it ends before it polls */
  static dondoc(server: BotApiServer, configDir: string, database: string): Promise<RealBot> {
    return RealBot.start(server, npmStart(), settingsFor(configDir, database));
  }

  /** The same without Telegram's limits. */
  static unlimited(server: BotApiServer, configDir: string, database: string): Promise<RealBot> {
    const program = join(import.meta.dirname, 'unlimited-bot.ts');
    const flags = npmStart().filter((argument) => argument.startsWith('--'));
    return RealBot.start(server, [...flags, program], settingsFor(configDir, database));
  }

  /** A bot that says what it hears, with nothing but grammY. */
  static echo(server: BotApiServer): Promise<RealBot> {
    return RealBot.start(server, [join(import.meta.dirname, 'echo-bot.ts')], {});
  }

  private static async start(
    server: BotApiServer,
    command: readonly string[],
    settings: Readonly<Record<string, string>>,
  ): Promise<RealBot> {
    const start = performance.now();
    const env = { BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot, ...settings };
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // Where something goes wrong here, no bot is left behind.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    const ended = once(child, 'exit').then(() => {
      throw new Error(`“${command.join(' ')}” ended before it polled`);
    });
    await Promise.race([server.whenPolled(), ended]);
    ended.catch(() => undefined);
    return new RealBot(child, performance.now() - start);
  }

  /** Memory that the process holds now, and the most that it ever held, in MB; Linux only. */
  memory(): { now: number; most: number } {
    const status = readFileSync(`/proc/${this.child.pid ?? 0}/status`, 'utf8');
    const kilobytes = (name: string): number =>
      Number(new RegExp(`${name}:\\s*(\\d+)`, 'u').exec(status)?.[1]);
    return { now: kilobytes('VmRSS') / MB, most: kilobytes('VmHWM') / MB };
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
