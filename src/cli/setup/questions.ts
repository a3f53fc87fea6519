import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import password from '@inquirer/password';

/** Questions to the person at the terminal. Each rejects with {@link SetupStoppedError} where they have had enough. */
export interface Questions {
  /** @param check what is wrong with an answer, in Vietnamese; null where nothing is */
  text(question: string, initial: string, check?: (answer: string) => string | null): Promise<string>;
  /** What is typed is not shown. */
  secret(question: string, check?: (answer: string) => string | null): Promise<string>;
  yes(question: string, initial: boolean): Promise<boolean>;
}

/** The person at the terminal has stopped it (Ctrl+C), or their input has come to its end. */
export class SetupStoppedError extends Error {
  override readonly name = 'SetupStoppedError';
}

/** What the library calls an end by Ctrl+C, and one because the input is closed. */
const ENDINGS = new Set(['ExitPromptError', 'AbortPromptError', 'CancelPromptError']);

/** Asks in a terminal. */
export const terminalQuestions = (streams: {
  readonly input: Readable;
  readonly output: Writable;
}): Questions => {
  const closed = new AbortController();
  streams.input.once('end', () => {
    closed.abort();
  });
  const context = (): { input: Readable; output: Writable; signal: AbortSignal } => ({
    input: streams.input,
    output: forOneQuestion(streams.output),
    signal: closed.signal,
  });
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && ENDINGS.has(error.name)) {
        throw new SetupStoppedError('stopped', { cause: error });
      }
      throw error;
    }
  };
  const validate =
    (check?: (answer: string) => string | null) =>
    (answer: string): true | string =>
      check?.(answer.trim()) ?? true;
  return {
    text: async (message, initial, check) =>
      (
        await asked(() =>
          input(
            { message, validate: validate(check), ...(initial === '' ? {} : { default: initial }) },
            context(),
          ),
        )
      ).trim(),
    secret: async (message, check) =>
      (
        await asked(() =>
          password(
            {
              message,
              validate: validate(check),
              toggleMask: false,
              theme: { style: { maskedText: '(không hiện chữ đang gõ)' } },
            },
            context(),
          ),
        )
      ).trim(),
    yes: (message, initial) =>
      asked(() =>
        confirm(
          {
            message,
            default: initial,
            theme: {
              keywords: { yes: 'Có', no: 'Không', error: () => 'Trả lời “c” (có) hoặc “k” (không).' },
            },
          },
          context(),
        ),
      ),
  };
};

/** A stream onto another one, which stays open when the library ends it after its question. */
const forOneQuestion = (output: Writable): Writable =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      output.write(chunk, done);
    },
  });
