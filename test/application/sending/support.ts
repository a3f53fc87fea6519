// What the tests of sending share.
import { LEASE_MS } from '../../../src/application/sending/deliver-outbox.ts';
import type { OutboxMessage } from '../../../src/domain/outbox-message.ts';
import type { TestOffice } from '../../support/test-office.ts';

/** The message as it is stored now. */
export const outbox = async (
  office: TestOffice,
  message: OutboxMessage | undefined,
): Promise<OutboxMessage> => {
  const row = await office.store.outboxMessage(message?.id ?? '');
  if (row === null) throw new Error('The message is gone');
  return row;
};

/** The one message that is owed. */
export const only = async (office: TestOffice): Promise<OutboxMessage> => {
  const claimed = await office.store.claimOutbox(office.now, LEASE_MS, 9, new Set());
  const [message] = claimed;
  if (message === undefined || claimed.length > 1) throw new Error(`${claimed.length} messages are owed`);
  return message;
};
