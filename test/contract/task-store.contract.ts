import { describe } from 'vitest';
import { describeAgency } from './agency.contract.ts';
import { describeAssignmentLists } from './assignment-lists.contract.ts';
import { describeAssignmentViews } from './assignment-views.contract.ts';
import { describeCommit } from './commit.contract.ts';
import { describeConcurrency } from './concurrency.contract.ts';
import { describeCleanUp } from './clean-up.contract.ts';
import { describeAudit } from './audit.contract.ts';
import type { CreateDatabase } from './database.ts';
import { describeDeliveryState } from './delivery-state.contract.ts';
import { describeDigests } from './digests.contract.ts';
import { describeDrafts } from './drafts.contract.ts';
import { describeHistory } from './history.contract.ts';
import { describeJoining } from './joining.contract.ts';
import { describeLedger } from './ledger.contract.ts';
import { describeOutbox } from './outbox.contract.ts';
import { describeRejectedPlans } from './rejected-plans.contract.ts';
import { describeReminders } from './reminders.contract.ts';
import { describeSearch } from './search.contract.ts';
import { describeUpdates } from './updates.contract.ts';

/** What every TaskStore promises, whatever database stands behind it. */
export const describeTaskStore = (name: string, create: CreateDatabase): void => {
  describe(`TaskStore on ${name}`, () => {
    describeAgency(create);
    describeJoining(create);
    describeCommit(create);
    describeRejectedPlans(create);
    describeConcurrency(create);
    describeDrafts(create);
    describeAssignmentLists(create);
    describeAssignmentViews(create);
    describeSearch(create);
    describeDigests(create);
    describeLedger(create);
    describeHistory(create);
    describeReminders(create);
    describeOutbox(create);
    describeAudit(create);
    describeDeliveryState(create);
    describeCleanUp(create);
    describeUpdates(create);
  });
};
