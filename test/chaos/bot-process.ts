import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What the bot tells when it has come to rest: the earliest moment that it waits for, null where there is none. */
export interface BotReport {
  readonly nextWake: number | null;
}

/** What the shell counts files in. */
const BLOCK = 512;

/** Starts Node.js by a shell that runs a command first. */
const throughShell = (command: string): { execPath: string; execArgv: string[] } => ({
  execPath: '/bin/sh',
  execArgv: ['-c', `${command}; exec "$0" "$@"`, process.execPath],
});

/** A bot in a process of its own, which may die at any moment. */
export class BotProcess {
  private readonly child: ChildProcess;
  private readonly exit: Promise<null>;
  private hasEnded = false;

  /**
   * @param env the bot's whole environment
   * @param now the moment at which its clock stands, in milliseconds UTC
   * @param room how long a file may become, in bytes, as on a disk that fills up; null for as long as it likes
   * @param tell gets every line of its log
   */
  constructor(
    env: Readonly<Record<string, string>>,
    now: number,
    room: number | null,
    tell: (line: string) => void,
  ) {
    this.child = fork(new URL('./bot.ts', import.meta.url), [String(now)], {
      env,
      silent: true,
      ...(room === null ? {} : throughShell(`ulimit -f ${Math.ceil(room / BLOCK)}`)),
    });
    this.exit = once(this.child, 'exit').then(() => {
      this.hasEnded = true;
      return null;
    });
    let rest = '';
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) tell(line);
    });
  }

  /** Resolves when the bot has started and rests; with null where it died before. */
  whenStarted(): Promise<BotReport | null> {
    return this.nextReport();
  }

  /** Moves the bot's clock and resolves when it rests there; with null where it died. Called with the present moment, it only waits for rest. */
  async goTo(moment: number): Promise<BotReport | null> {
    if (this.hasEnded || !this.child.connected) return this.exit;
    const report = this.nextReport();
    this.child.send(moment, () => undefined);
    return report;
  }

  /** Resolves with null when the process is gone. */
  whenDead(): Promise<null> {
    return this.exit;
  }

  /** Takes effect at once: nothing that the process was about to do happens any more. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Lets the bot end in order. */
  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.exit;
  }

  private nextReport(): Promise<BotReport | null> {
    const report = once(this.child, 'message').then(([message]) => message as BotReport);
    return Promise.race([report, this.exit]);
  }
}
