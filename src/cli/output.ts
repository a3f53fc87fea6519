import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** The reader of our output has gone away (`dondoc … | head`): there is nothing left to do and nothing to complain of. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

/** A stream for results. Writes wait while it is full. */
export class Output {
  private readonly stream: Writable;
  private failure: unknown = null;

  constructor(stream: Writable) {
    this.stream = stream;
    // A failed write is told by an event, perhaps long after the write, and an event without a listener ends the program.
    stream.on('error', (error) => {
      this.failure ??= error;
    });
  }

  /** @throws OutputClosedError, or the error of the stream */
  async line(text: string): Promise<void> {
    this.throwIfFailed();
    if (this.stream.write(`${text}\n`)) return;
    // Whichever comes first; a failure is kept by the listener above.
    await once(this.stream, 'drain').catch(() => undefined);
    this.throwIfFailed();
  }

  /** Resolves when everything is written. @throws OutputClosedError, or the error of the stream */
  async flush(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.stream.write('', () => {
        resolve();
      });
    });
    this.throwIfFailed();
  }

  private throwIfFailed(): void {
    if (this.failure === null) return;
    const isClosed = this.failure instanceof Error && 'code' in this.failure && this.failure.code === 'EPIPE';
    throw isClosed
      ? new OutputClosedError('The output is closed', { cause: this.failure })
      : (this.failure as Error);
  }
}
