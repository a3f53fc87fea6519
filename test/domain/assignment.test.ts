import { describe, expect, test } from 'vitest';
import type { AssignmentStatus } from '../../src/domain/assignment.ts';
import { STATUSES_THAT_CAN_BE_LATE, isAtRest, isOpen, isOverdue } from '../../src/domain/assignment.ts';
import { instantOf } from '../../src/domain/local-time.ts';

const overdueFrom = instantOf('2025-04-15');

/** Whether it is open, at rest, and overdue once the deadline has passed. */
const TABLE: Readonly<Record<AssignmentStatus, readonly [boolean, boolean, boolean]>> = {
  assigned: [true, false, true],
  acknowledged: [true, false, true],
  in_progress: [true, false, true],
  blocked: [true, false, true],
  returned: [true, false, true],
  submitted: [true, true, false],
  done: [false, true, false],
  cancelled: [false, true, false],
};

describe.each(Object.entries(TABLE))('%s', (name, [open, rests, late]) => {
  const status = name as AssignmentStatus;

  test('is open, at rest, late or not', () => {
    expect(isOpen({ status })).toBe(open);
    expect(isAtRest(status)).toBe(rests);
    expect((STATUSES_THAT_CAN_BE_LATE as readonly AssignmentStatus[]).includes(status)).toBe(late);
  });

  test('is overdue from the first instant too late on, and only as the lead', () => {
    const lead = { role: 'lead', status, overdueFrom } as const;
    expect(isOverdue(lead, overdueFrom - 1)).toBe(false);
    expect(isOverdue(lead, overdueFrom)).toBe(late);
    expect(isOverdue({ ...lead, overdueFrom: null }, overdueFrom)).toBe(false);
    expect(isOverdue({ ...lead, role: 'coordinating' }, overdueFrom)).toBe(false);
  });
});
