const MOST_REMEMBERED = 1_000;

/** The newest ids that this process has seen: more than ever come twice. */
export class RecentIds<Id> {
  private readonly ids = new Set<Id>();

  has(id: Id): boolean {
    return this.ids.has(id);
  }

  add(id: Id): void {
    this.ids.add(id);
    const [oldest] = this.ids;
    if (this.ids.size > MOST_REMEMBERED && oldest !== undefined) this.ids.delete(oldest);
  }
}
