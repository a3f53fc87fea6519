import type { Block } from './blocks.ts';
import type { PlacedDeadline } from './reading.ts';
import type { WorkItem } from './work-item.ts';

/** The work found so far, in order of appearance, and the dates that later sentences set for it. */
export class WorkList {
  private readonly found: WorkItem[] = [];
  /** Everything before this index has a deadline. */
  private firstUndated = 0;

  get items(): readonly WorkItem[] {
    return this.found;
  }

  get length(): number {
    return this.found.length;
  }

  get last(): WorkItem | undefined {
    return this.found.at(-1);
  }

  /** Adds work; a deputy director who is only to direct belongs to the work beside, in the same block. */
  add(item: WorkItem): void {
    const last = this.found.at(-1);
    if (last?.block !== item.block) this.found.push(item);
    else if (item.isDirecting) this.directFromLast(item);
    else if (last.isDirecting) {
      item.director ??= last.director;
      item.deadline ??= last.deadline;
      // "… chỉ đạo công tác chuẩn bị; Phòng A là cơ quan thường trực": for what is directed.
      if (item.content === '') item.content = last.content;
      this.found[this.found.length - 1] = item;
    } else this.found.push(item);
  }

  private directFromLast({ block, director, deadline }: WorkItem): void {
    const last = this.found.at(-1);
    if (last !== undefined) last.deadline ??= deadline;
    for (let index = this.found.length - 1; index >= 0; index--) {
      const other = this.found[index];
      if (other?.block !== block || other.director !== null) return;
      other.director = director;
    }
  }

  /** Gives `deadline` to all work from index `first` on that has none. */
  dateFrom(first: number, deadline: PlacedDeadline): void {
    for (let index = Math.max(first, this.firstUndated); index < this.found.length; index++) {
      const item = this.found[index];
      if (item !== undefined) item.deadline ??= deadline;
    }
    if (first <= this.firstUndated) this.firstUndated = this.found.length;
  }

  /** Gives `deadline` to all work without one that is `suited`; false where none is, with or without a deadline. */
  dateWhere(suited: (item: WorkItem) => boolean, deadline: PlacedDeadline): boolean {
    const items = this.found.filter(suited);
    for (const item of items) item.deadline ??= deadline;
    return items.length > 0;
  }

  /** True where some work from index `first` on has no deadline and is `suited`. */
  hasUndated(first: number, suited: (item: WorkItem) => boolean): boolean {
    for (let index = Math.max(first, this.firstUndated); index < this.found.length; index++) {
      const item = this.found[index];
      if (item?.deadline === null && suited(item)) return true;
    }
    return false;
  }

  /** The index of the first of the last items that stand under `parent`, or of the first item of all under none. */
  firstUnder(parent: Block | null): number {
    if (parent === null) return 0;
    let first = this.found.length;
    while (first > 0 && isUnder(this.found[first - 1]?.block ?? null, parent)) first--;
    return first;
  }
}

function isUnder(block: Block | null, ancestor: Block): boolean {
  for (let at = block; at !== null; at = at.parent) if (at === ancestor) return true;
  return false;
}
