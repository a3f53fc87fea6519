/** One thing that is wrong in a file or in the environment, for the person who can put it right. */
export interface ConfigProblem {
  /** The file as its reader knows it ("config/agency.yaml"), or "biến môi trường". */
  readonly file: string;
  /** Counted from 1; null where the problem has no place in a text. */
  readonly line: number | null;
  /** Where in the file: `units[VP].head`; empty for the file as a whole. */
  readonly key: string;
  /** In Vietnamese: what stands there and what was expected. */
  readonly message: string;
}

/** What the office declared cannot be used. Carries every problem found, so that one correction is enough. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** Problems of one file, from its first line to its last. */
export const inLineOrder = (problems: readonly ConfigProblem[]): ConfigProblem[] =>
  problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

const formatProblem = ({ file, line, key, message }: ConfigProblem): string => {
  const place = [file, line === null ? '' : `dòng ${line}`, key].filter((part) => part !== '');
  return `${place.join(', ')}: ${message}`;
};
