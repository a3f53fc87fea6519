import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../src/domain/audit-event.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import { standingAt } from '../../src/domain/standing.ts';
import { aDeadline, aTask, aUnit, anAssignment, anAuditEvent } from '../support/rows.ts';

const task = aTask();
const day = (date: number): number => instantOf(`2025-04-${String(date).padStart(2, '0')}`, '09:00');
const first = aDeadline(task, { createdAt: day(1), due: '2025-04-10', lastOk: '2025-04-10' });
const moved = aDeadline(task, {
  createdAt: day(12),
  due: '2025-04-20',
  lastOk: '2025-04-20',
  replacesId: first.id,
});
const DEADLINES = new Map([first, moved].map((each) => [each.id, each]));
const part = anAssignment(task, aUnit('KHTC'), { deadlineId: moved.id });
const other = anAssignment(task, aUnit('QLCN'), { deadlineId: moved.id });

type Facts = NonNullable<AuditEvent['after']>;

const event = (date: number, action: AuditEvent['action'], after: Facts = {}, id = part.id): AuditEvent =>
  anAuditEvent({ at: day(date), action, taskId: task.id, assignmentId: id, after });

const HISTORY = [
  event(3, 'status_reported', { status: 'in_progress' }),
  event(5, 'status_reported', { status: 'submitted' }),
  event(6, 'status_corrected', { status: 'submitted' }),
  event(7, 'completion_returned', { status: 'returned' }),
  event(8, 'status_reported', { status: 'submitted' }),
  event(9, 'completion_accepted', { status: 'done' }),
  event(11, 'completion_reopened', { status: 'returned' }),
  event(13, 'task_cancelled', { status: 'cancelled' }),
  event(14, 'task_restored', { status: 'returned' }),
];

const at = (date: number, events: readonly AuditEvent[] = HISTORY, of = part) =>
  standingAt(of, events, DEADLINES, day(date));

const FROM_FIRST = instantOf('2025-04-11');
const FROM_MOVED = instantOf('2025-04-21');

describe('how a part stood', () => {
  test.each([
    [2, 'assigned', null, FROM_FIRST],
    [3, 'in_progress', null, FROM_FIRST],
    [5, 'submitted', day(5), FROM_FIRST],
    // Other words for the same do not make it finished later.
    [6, 'submitted', day(5), FROM_FIRST],
    [7, 'returned', null, FROM_FIRST],
    [9, 'done', day(8), FROM_FIRST],
    [11, 'returned', null, FROM_FIRST],
    [12, 'returned', null, FROM_MOVED],
    [13, 'cancelled', null, FROM_MOVED],
    [14, 'returned', null, FROM_MOVED],
  ] as const)('on the %ith: %s', (date, status, completedAt, overdueFrom) => {
    expect(at(date)).toEqual({ status, completedAt, overdueFrom });
  });

  test('is nobody’s before the unit got it, and again where the unit gets it back', () => {
    const events = [
      event(3, 'status_reported', { status: 'blocked' }),
      event(4, 'handed_over', { status: 'cancelled', toAssignmentId: other.id }),
      event(5, 'status_reported', { status: 'in_progress' }, other.id),
      event(6, 'handed_over', { status: 'cancelled', toAssignmentId: part.id }, other.id),
    ];
    const both = (date: number) => [at(date, events), at(date, events, other)].map((each) => each?.status);
    expect(both(3)).toEqual(['blocked', undefined]);
    expect(both(4)).toEqual(['cancelled', 'assigned']);
    expect(both(5)).toEqual(['cancelled', 'in_progress']);
    expect(both(6)).toEqual(['assigned', 'cancelled']);
  });

  test('of a unit that coordinates is none of the report’s, nor is what was saved by mistake', () => {
    expect(at(9, [], { ...part, role: 'coordinating' })).toBeNull();
    const undone = anAuditEvent({ at: day(2), action: 'save_undone', taskId: task.id });
    expect(at(1, [undone])?.status).toBe('assigned');
    expect(at(3, [undone])?.status).toBe('cancelled');
  });

  test('without a deadline then, it was late at no time', () => {
    const late = aDeadline(task, { createdAt: day(12), replacesId: null });
    const own = { ...part, deadlineId: late.id };
    expect(standingAt(own, [], new Map([[late.id, late]]), day(3))?.overdueFrom).toBeNull();
  });
});
