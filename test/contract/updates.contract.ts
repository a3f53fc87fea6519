import { describe, expect, it } from 'vitest';
import { DuplicateUpdateError } from '../../src/application/plan.ts';
import { aPlan } from '../support/plans.ts';
import type { CreateDatabase } from './database.ts';
import { useStore } from './database.ts';

export const describeUpdates = (create: CreateDatabase): void => {
  describe('updates', () => {
    const fixture = useStore(create);

    it('of one bot are applied once, by whatever process', async () => {
      await fixture().store.commit(aPlan({ updateId: 5 }));
      const next = await fixture().database.open();
      await expect(next.commit(aPlan({ updateId: 5 }))).rejects.toThrow(DuplicateUpdateError);
      await next.commit(aPlan({ updateId: 6 }));
    });

    it('of another bot with the same ids are others', async () => {
      await fixture().store.commit(aPlan({ updateId: 5 }));
      const other = await fixture().database.open(8);
      await other.commit(aPlan({ updateId: 5 }));
      await expect(other.commit(aPlan({ updateId: 5 }))).rejects.toThrow(DuplicateUpdateError);
    });
  });
};
