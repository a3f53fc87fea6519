/** Indexes [from, to) into the words of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Those of `ranges`, which are in order and do not overlap, that lie inside `outer`. */
export function within<T extends Range>(ranges: readonly T[], outer: Range): readonly T[] {
  const start = firstFrom(ranges, outer.from);
  let end = start;
  while (end < ranges.length && (ranges[end]?.to ?? Number.POSITIVE_INFINITY) <= outer.to) end++;
  return ranges.slice(start, end);
}

/** The index of the first of `ranges`, which are in order, that begins at or after `at`. */
export function firstFrom(ranges: readonly Range[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranges that may overlap, for asking again and again, from left to right, whether an index lies in one of them. */
export class RangeSet {
  private readonly merged: Range[] = [];
  private current = 0;

  constructor(ranges: readonly Range[]) {
    for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
      const last = this.merged.at(-1);
      if (last !== undefined && range.from <= last.to) {
        this.merged[this.merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
      } else this.merged.push(range);
    }
  }

  /** The end of the range that `index` lies in; null outside of all. Indexes must not go back. */
  endOf(index: number): number | null {
    while ((this.merged[this.current]?.to ?? Number.POSITIVE_INFINITY) <= index) this.current++;
    const range = this.merged[this.current];
    return range !== undefined && range.from <= index ? range.to : null;
  }
}
