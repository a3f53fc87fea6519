import { expect } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';

/** The lines that a person gets to see of what is wrong. Fails where nothing is. */
export const problemsIn = (load: () => unknown): string[] => {
  try {
    load();
  } catch (error) {
    return linesOf(error);
  }
  return expect.unreachable('nothing was found wrong');
};

/** The same of something that takes its time. */
export const problemsOf = async (loading: Promise<unknown>): Promise<string[]> =>
  loading.then(() => expect.unreachable('nothing was found wrong'), linesOf);

const linesOf = (error: unknown): string[] => {
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message.split('\n');
};
