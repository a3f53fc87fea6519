// The people, units and tasks that the texts are tested with: a fictional Sở in April 2025.
import type { Assignment } from '../../../src/domain/assignment.ts';
import type { Deadline } from '../../../src/domain/deadline.ts';
import { deadlineAt } from '../../../src/domain/deadline.ts';
import type { Document } from '../../../src/domain/document.ts';
import { firstInstantAfter, instantOf } from '../../../src/domain/local-time.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import type { Notification } from '../../../src/domain/notification.ts';
import type { ReminderLine } from '../../../src/domain/reminder-line.ts';
import type { Draft, DraftItem } from '../../../src/domain/draft.ts';
import type { StatusReport } from '../../../src/domain/status-report.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { Unit } from '../../../src/domain/unit.ts';
import { WorkingCalendar } from '../../../src/domain/working-calendar.ts';
import { aDocument, aMember, aReport, aTask, aUnit, anAssignment } from '../../support/rows.ts';

/** Weekends, Giỗ Tổ (7/4) and 30/4–02/5. */
export const CALENDAR = new WorkingCalendar({
  weekend: [6, 7],
  daysOff: {
    '2025-04-07': 'Giỗ Tổ',
    '2025-04-30': 'Ngày Chiến thắng',
    '2025-05-01': 'Quốc tế Lao động',
    '2025-05-02': 'Hoán đổi',
  },
  workingSaturdays: [],
  years: [2025],
});

export const BCVT = aUnit('BCVT&CNTT', { shortName: 'Phòng BCVT&CNTT' });
export const QLCN = aUnit('QLCN', { shortName: 'Phòng QLCN' });
export const VP = aUnit('VP', { shortName: 'Văn phòng Sở' });

export const HEAD = aMember('Lê Văn Minh', {
  role: 'unit_head',
  unitId: BCVT.id,
  title: 'đồng chí Trưởng phòng BCVT&CNTT',
});
export const DEPUTY = aMember('Trần Thị Lan', {
  role: 'deputy',
  title: 'đồng chí Phó Giám đốc Trần Thị Lan',
});

export const NOTICE = aDocument({
  kind: 'THÔNG BÁO',
  number: '45',
  symbol: 'TB-SKHCN',
  title: 'Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025',
  issuedOn: '2025-04-01',
});

export const CONTENT =
  'xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở';

export const aDueDate = (
  due: string,
  bound: Deadline['bound'] = 'by',
  set: Partial<Pick<Deadline, 'precision' | 'raw' | 'rrule' | 'condition'>> = {},
  isBeforeStrict = true,
): Deadline =>
  deadlineAt(
    { raw: `ngày ${due}`, due, bound, precision: 'day', rrule: null, condition: null, ...set },
    CALENDAR,
    isBeforeStrict,
  );

/** "trước ngày 20/4/2025", a Sunday */
export const BEFORE_SUNDAY = aDueDate('2025-04-20', 'before');

export interface ViewSettings {
  readonly task?: Partial<Task>;
  readonly assignment?: Partial<Assignment>;
  readonly unit?: Unit;
  readonly deadline?: Deadline | null;
  readonly document?: Document | null;
  readonly leads?: readonly Unit[];
  readonly coordinating?: readonly Unit[];
  readonly lastReport?: Partial<StatusReport>;
  readonly pendingExtension?: AssignmentView['pendingExtension'];
}

/** Task 23, led by Phòng BCVT&CNTT with Phòng QLCN, due before 20/4/2025. */
export const aView = (set: ViewSettings = {}): AssignmentView => {
  const task = aTask({ number: 23, item: '4', content: CONTENT, ...set.task });
  const unit = set.unit ?? BCVT;
  const deadline = set.deadline === undefined ? BEFORE_SUNDAY : set.deadline;
  const assignment = anAssignment(task, unit, {
    id: `assignment-${task.number}`,
    overdueFrom: deadline?.lastOk == null ? null : firstInstantAfter(deadline.lastOk),
    ...set.assignment,
  });
  return {
    assignment,
    task,
    unit,
    deadline,
    document: set.document === undefined ? NOTICE : set.document,
    leads: set.leads ?? [unit],
    coordinating: set.coordinating ?? [QLCN],
    lastReport: set.lastReport
      ? aReport(assignment, { at: instantOf('2025-04-14', '09:30'), ...set.lastReport })
      : null,
    pendingExtension: set.pendingExtension ?? null,
  };
};

type Of<K extends Notification['kind']> = Extract<Notification, { kind: K }>;

/** A morning message of 16/4/2025. */
export const aMorning = (
  lines: readonly ReminderLine[],
  set: Partial<Of<'reminder'>> = {},
): Of<'reminder'> => ({
  kind: 'reminder',
  today: '2025-04-16',
  lines,
  newlyAssigned: [],
  isForThisHour: false,
  ...set,
});

/** The card of an item, in years of which the days off are known. */
export const aCard = (
  draft: Draft,
  item: DraftItem,
  reminders: Of<'draft_card'>['reminders'] = [],
): Of<'draft_card'> => ({
  kind: 'draft_card',
  draft,
  item,
  reminders,
  unknownYears: [],
  isPressedDaily: true,
});
