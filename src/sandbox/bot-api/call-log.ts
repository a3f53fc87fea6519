import type { ResponseParameters } from 'grammy/types';

export type CallOutcome =
  | { readonly kind: 'ok'; readonly result: unknown }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly description: string;
      readonly parameters?: ResponseParameters;
    }
  /** The connection was reset; `tookEffect` tells whether the call had been carried out. */
  | { readonly kind: 'dropped'; readonly tookEffect: boolean };

export interface Call {
  /** As the bot wrote it. */
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch, by the sandbox clock. */
  readonly atMs: number;
  readonly outcome: CallOutcome;
}

/** Every call the bot made and was answered, oldest first; a poll that is being held is not in it yet. */
export class CallLog {
  #calls: Call[] = [];

  add(call: Call): void {
    this.#calls.push(call);
  }

  /** The calls of one method, or all of them. */
  of(method?: string): readonly Call[] {
    return method === undefined
      ? [...this.#calls]
      : this.#calls.filter((call) => isSame(call.method, method));
  }

  count(method: string): number {
    return this.of(method).length;
  }

  clear(): void {
    this.#calls = [];
  }
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
