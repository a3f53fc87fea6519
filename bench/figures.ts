/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | '×';
  readonly bar: number;
  /** Whether the value may be at most the bar, or has to be at least that. */
  readonly isAtMost: boolean;
  /** What the value comes from, in few words. */
  readonly detail: string;
}

export const isMet = ({ value, bar, isAtMost }: Figure): boolean => (isAtMost ? value <= bar : value >= bar);

/** How often the bar fits into the value, or the value into the bar: at least 1 where it is met. */
export const ratioOf = ({ value, bar, isAtMost }: Figure): number =>
  isAtMost ? (value === bar ? 1 : bar / value) : value / bar;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that `share` of all values do not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The figures as the README shows them. */
export const markdown = (figures: readonly Figure[]): string =>
  [
    '| figure | value | bar | |',
    '| --- | --- | --- | --- |',
    ...figures.map((figure) => {
      const { name, value, unit, bar, isAtMost } = figure;
      const met = isMet(figure) ? '' : '**missed**';
      return `| ${name} | ${rounded(value)} ${unit} | ${isAtMost ? '≤' : '≥'} ${bar} ${unit} | ${met} |`;
    }),
  ].join('\n');

/** The figures as a table for people. */
export const table = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.value)} ${figure.unit}`,
    `${figure.isAtMost ? '≤' : '≥'} ${figure.bar} ${figure.unit}`,
    rounded(ratioOf(figure)).toString(),
    isMet(figure) ? 'ok' : 'MISSED',
    figure.detail,
  ]);
  const all = [['figure', 'value', 'bar', 'ratio', '', ''], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
