import type { Entities, Insert, Plan, Update, VersionedEntities } from '../../src/application/plan.ts';

/** A plan that does what is given and nothing else. */
export const aPlan = (parts: Partial<Plan> = {}): Plan => ({ changes: [], outbox: [], audit: [], ...parts });

export const insert = <E extends keyof Entities>(entity: E, row: Entities[E]): Insert =>
  ({ op: 'insert', entity, row }) as Insert;

/** Changes a row as it was read: `row.version` is what the store must still have. */
export const update = <E extends keyof VersionedEntities>(
  entity: E,
  row: { readonly id: string; readonly version: number },
  set: Extract<Update, { entity: E }>['set'],
): Update => ({ op: 'update', entity, id: row.id, expectedVersion: row.version, set }) as Update;
