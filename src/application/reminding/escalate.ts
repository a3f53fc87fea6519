import { isAtRest, isOverdue } from '../../domain/assignment.ts';
import type { ChatAddress } from '../../domain/chat.ts';
import type { EscalationStep } from '../../domain/escalation.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { tomorrow } from '../../domain/reminder-plan.ts';
import type { Reminder, ReminderReason } from '../../domain/reminder.ts';
import { isEscalation, stepOf } from '../../domain/reminder.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe } from '../context.ts';
import type { Insert, Plan, Update } from '../plan.ts';
import { asGivenLast, planStep, settle, stepAfter, stepBefore } from './reminders.ts';
import { chatsOfUnits, privateChat } from '../chats/unit-chat.ts';
import type { Roster } from '../chats/unit-chat.ts';

type Parts = Pick<Plan, 'changes' | 'outbox' | 'audit'>;

/**
 * Takes the steps that are due: tells in private whoever comes next that nothing has been heard of a task past its
 * deadline, one message for each person and step. A step that can reach nobody is passed over with its reason; the one
 * after it comes at its own time, never on the same day.
 */
export const escalate = async (
  app: ApplicationContext,
  due: readonly Reminder[],
  views: ReadonlyMap<string, AssignmentView>,
  roster: Roster,
): Promise<Parts> => {
  const changes: (Insert | Update)[] = [];
  const audit: Parts['audit'][number][] = [];
  const outbox: Parts['outbox'][number][] = [];
  const bundles = new Map<string, { chat: ChatAddress; step: EscalationStep; told: Told[] }>();
  const recipientsOf = recipientsIn(roster);

  for (const reminder of due) {
    const found = views.get(reminder.assignmentId);
    if (!isEscalation(reminder.rung)) continue;
    const view = found && (await asGivenLast(app, found));
    const step = stepOf(reminder.rung);
    const standing = view === undefined ? null : standingOf(app, view, step);
    if (view === undefined || standing === null) {
      changes.push(settle(reminder, 'cancelled', 'no_longer_due'));
      continue;
    }
    if (standing !== 'silent') {
      changes.push(settle(reminder, 'skipped', standing));
      changes.push(...planStep(app, view, stepBefore(step), tomorrow(app.clock.now())));
      continue;
    }
    changes.push(...planStep(app, view, step, tomorrow(app.clock.now())));
    const recipients = recipientsOf(step, view);
    if (typeof recipients === 'string') {
      changes.push(settle(reminder, 'skipped', recipients));
      audit.push(stepTaken(app, view, 'escalation_passed_over', { step, reason: recipients }));
      continue;
    }
    const told: Told = { reminder, view, outboxId: null };
    for (const chat of recipients) {
      const key = `${step}/${chat.chatId}`;
      const bundle = bundles.get(key) ?? { chat, step, told: [] };
      bundle.told.push(told);
      bundles.set(key, bundle);
    }
    // The director reads of it in the weekly summary: nothing is sent now.
    if (recipients.length === 0) {
      changes.push(settle(reminder, 'queued', null));
      audit.push(stepTaken(app, view, 'escalated', { step }));
    }
  }

  for (const { chat, step, told } of bundles.values()) {
    const reminderIds = told.map(({ reminder }) => reminder.id);
    const key = `escalation:${step}:${reminderIds[0] ?? ''}:${chat.chatId}`;
    const message = owe(app, chat, { kind: 'escalation', step, reminderIds }, key);
    outbox.push(message);
    for (const each of told) {
      // Several secretaries hear of it; the row names the first message.
      if (each.outboxId === null) {
        each.outboxId = message.id;
        changes.push(settle(each.reminder, 'queued', null, message.id));
        audit.push(stepTaken(app, each.view, 'escalated', { step, outboxId: message.id }));
      }
    }
  }
  return { changes, outbox, audit };
};

interface Told {
  readonly reminder: Reminder;
  readonly view: AssignmentView;
  outboxId: string | null;
}

/** Whether a step is still called for: null where the matter is settled, else why it is not taken now. */
const standingOf = (
  app: ApplicationContext,
  view: AssignmentView,
  step: EscalationStep,
): 'silent' | 'extension_pending' | 'reported' | null => {
  const now = app.clock.now();
  const { assignment, pendingExtension } = view;
  if (assignment.role !== 'lead' || isAtRest(assignment.status) || !isOverdue(assignment, now)) return null;
  if (pendingExtension !== null) return 'extension_pending';
  const next = stepAfter(app, view, stepBefore(step), 0);
  return next === null ? null : next.fireAt > now ? 'reported' : 'silent';
};

/**
 * The private chats of those who hear of a step, or why there are none. Nobody hears twice: whoever has been told as
 * someone else is left out. No chats at all: the step needs no message.
 */
const recipientsIn = (
  roster: Roster,
): ((step: EscalationStep, view: AssignmentView) => readonly ChatAddress[] | ReminderReason) => {
  const members = new Map(roster.members.map((member) => [member.id, member]));
  const secretaries = roster.members.filter(({ role }) => role === 'secretary');
  const chatOf = chatsOfUnits(roster);
  return (step, { unit }) => {
    if (step === 'director') return [];
    const head = members.get(unit.headId ?? '');
    const deputy = members.get(unit.deputyId ?? '');
    const holders = { head: [head], secretary: secretaries, deputy: [deputy] }[step].filter(
      (member) => member !== undefined,
    );
    if (holders.length === 0) return 'post_vacant';
    const chats = holders.flatMap((member) => privateChat(member) ?? []);
    if (chats.length === 0) return 'no_telegram';
    const told = step === 'head' ? chatOf(unit) : privateChat(head);
    const left = chats.filter(({ chatId }) => chatId !== told?.chatId);
    return left.length === 0 ? 'already_told' : left;
  };
};

const stepTaken = (
  app: ApplicationContext,
  { assignment }: AssignmentView,
  action: 'escalated' | 'escalation_passed_over',
  after: { readonly step: EscalationStep; readonly reason?: string; readonly outboxId?: string },
): Parts['audit'][number] =>
  auditEvent(app, {
    action,
    taskId: assignment.taskId,
    assignmentId: assignment.id,
    after: { ...after, deadlineId: assignment.deadlineId },
  });
