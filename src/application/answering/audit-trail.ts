import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AuditFilter } from '../ports/audit-store.ts';
import type { TaskStore } from '../ports/task-store.ts';

const AT_ONCE = 1_000;

/** One line of the record with the names that its ids stand for today. */
export interface NamedAuditEvent extends AuditEvent {
  /** Null for the bot itself. */
  readonly actorName: string | null;
  /** Null where the event is about no task. */
  readonly taskNumber: number | null;
}

export interface AuditQuery {
  readonly agencyId: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly taskId: string | null;
}

/** The record in the order in which it was written, however long it is: a page is read when it is asked for. */
export async function* auditTrail(
  store: Pick<TaskStore, 'auditTrail' | 'memberRecord' | 'tasks'>,
  { agencyId, from, until, taskId }: AuditQuery,
): AsyncGenerator<NamedAuditEvent> {
  const filter: AuditFilter = {
    agencyId,
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(taskId === null ? {} : { taskId }),
  };
  const names = new Map<string, string | null>();
  const nameOf = async (id: Member['id'] | null): Promise<string | null> => {
    if (id === null) return null;
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = (await store.memberRecord(id))?.name ?? null;
    names.set(id, name);
    return name;
  };
  for (let after: string | null = null; ;) {
    const page: readonly AuditEvent[] = await store.auditTrail(filter, after, AT_ONCE);
    const tasks = await store.tasks([...new Set(page.flatMap((event) => event.taskId ?? []))]);
    const numbers = new Map(tasks.map(({ id, number }) => [id, number]));
    for (const event of page) {
      const taskNumber = numbers.get(event.taskId ?? '') ?? null;
      yield { ...event, actorName: await nameOf(event.actorId), taskNumber };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    after = last.id;
  }
}
