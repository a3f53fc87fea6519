import type { EventEmitter } from 'node:events';

/** The part of `process` that tells of a request to stop. */
export interface SignalSource extends Pick<EventEmitter, 'on' | 'off'> {
  exit(code: number): unknown;
}

export interface ShutdownRequest {
  /** Aborts at the first SIGINT or SIGTERM; its reason is the signal's name. */
  readonly signal: AbortSignal;
  /** Stops listening: signals have their usual effect again. */
  readonly dispose: () => void;
}

/** Exit codes as shells give them to programs ended by a signal: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Turns the first SIGINT (Ctrl-C) or SIGTERM into an orderly stop; a second one ends the program at once, for the
 * person who will not wait.
 */
export const shutdownOnSignals = (source: SignalSource): ShutdownRequest => {
  const controller = new AbortController();
  const handlers = (['SIGINT', 'SIGTERM'] as const).map((name) => {
    const handler = (): void => {
      if (controller.signal.aborted) source.exit(EXIT_CODES[name]);
      else controller.abort(name);
    };
    source.on(name, handler);
    return [name, handler] as const;
  });
  return {
    signal: controller.signal,
    dispose: () => {
      for (const [name, handler] of handlers) source.off(name, handler);
    },
  };
};
