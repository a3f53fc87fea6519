import type { AssignmentView } from '../../domain/assignment-view.ts';
import { isAtRest } from '../../domain/assignment.ts';
import { finalStep } from '../../domain/escalation.ts';
import type { Instant } from '../../domain/local-time.ts';
import { CLOCK_TOLERANCE_MS } from '../../domain/outbox-message.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { planRungs } from '../../domain/reminder-plan.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { isEscalation, isLadderRung } from '../../domain/reminder.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { untoldLoss } from './delivery-notices.ts';
import type { PlanMark, Unplanned } from '../ports/reminder-store.ts';
import { ladderOf, lastStepOf, stepAfter, timetableOf } from '../reminding/reminders.ts';
import { isSaid, isSame, replanReminders } from '../reminding/replan.ts';

/**
 * Why messages that may be sent have not been: Telegram wants quiet, it cannot be reached, the machine's clock is wrong,
 * what people wrote was not read yet, others go first; or nobody knows.
 */
type Lateness = 'held' | 'cut_off' | 'clock' | 'unread' | 'queue' | 'unexplained';

/** What the auditor asks of the running bot. */
export interface WayToTelegram {
  /** Whether Telegram could not be reached when it was tried last. */
  isCutOff(): boolean;
  /** Whether the machine's clock is so wrong that nothing is said of its own accord. */
  isClockWrong(): boolean;
  /** Whether, at some time since a moment, nothing was said because people's words had not been read. */
  wasUnreadSince(moment: Instant): boolean;
}

/** What an audit has found, in numbers. */
export interface DeliveryAudit {
  /** Assignments that had no reminder or no step of the escalation ahead, and have what is missing now. */
  readonly replanned: number;
  /** Assignments without one ahead because no rung or step is left, or none that is not said otherwise. */
  readonly atTheEnd: number;
  /** Assignments that should have one ahead and still have none: a defect of the program. */
  readonly unplanned: number;
  /** Messages whose worker has not been heard of, and which may be sent again. */
  readonly released: number;
  readonly late: Readonly<Record<Lateness, number>>;
  /** Lost chats of which nobody had been told. */
  readonly lossesTold: number;
}

/** A message that may be sent, and has not been for so long, is late. */
const LATE_MS = 10 * 60_000;
/** Assignments looked at, and repaired, together: few enough that nobody who asks something meanwhile has to wait. */
const PAGE = 200;
/** More late messages than this are no worse. */
const MOST_LATE = 1_000;

/**
 * Makes the auditor of what is owed to people. Each audit looks whether every open assignment with a deadline has a
 * reminder and a step of the escalation ahead or a reason for none, whether messages are stuck, and whether lost chats
 * have been told of. It repairs what it can: a repair plans, releases or owes, and leaves a line in the audit trail; it
 * sends nothing by itself, and repeated it finds nothing left to do.
 */
export const deliveryAuditor = (
  app: ApplicationContext,
  way: WayToTelegram,
): (() => Promise<DeliveryAudit>) => {
  /** Assignments that lack what they need not have any more, as they were when that was seen. */
  const ended = new Map<string, Unplanned>();
  return async () => ({
    ...(await auditReminders(app, ended)),
    ...(await auditMessages(app, way)),
    lossesTold: await auditLosses(app),
  });
};

const auditReminders = async (
  app: ApplicationContext,
  ended: Map<string, Unplanned>,
): Promise<Pick<DeliveryAudit, 'replanned' | 'atTheEnd' | 'unplanned'>> => {
  const before = new Map(ended);
  ended.clear();
  const final = finalStep(app.settings.escalation);
  let replanned = 0;
  let unplanned = 0;
  let mark: PlanMark | null = null;
  do {
    const page = await app.store.unplannedAssignments(app.agencyId, final, mark, PAGE);
    const unknown: Unplanned[] = [];
    for (const each of page.unplanned) {
      if (isAsSeen(each, before.get(each.assignmentId))) ended.set(each.assignmentId, each);
      else unknown.push(each);
    }
    if (unknown.length > 0) {
      const repaired = await repairPlans(app, unknown);
      for (const each of repaired.atTheEnd) ended.set(each.assignmentId, each);
      replanned += repaired.replanned;
      unplanned += repaired.unplanned;
    }
    mark = page.next;
    await nextTurn();
  } while (mark !== null);
  return { replanned, unplanned, atTheEnd: ended.size };
};

const isAsSeen = (found: Unplanned, seen: Unplanned | undefined): boolean =>
  found.version === seen?.version && found.lacksRung === seen.lacksRung && found.lacksStep === seen.lacksStep;

const repairPlans = async (
  app: ApplicationContext,
  found: readonly Unplanned[],
): Promise<{ replanned: number; unplanned: number; atTheEnd: readonly Unplanned[] }> => {
  const ids = found.map(({ assignmentId }) => assignmentId);
  await replanReminders(app, ids);
  const planned = Map.groupBy(await app.store.plannedReminders(ids), ({ assignmentId }) => assignmentId);
  const views = new Map((await app.store.assignmentViews(ids)).map((view) => [view.assignment.id, view]));
  const said = Map.groupBy(
    (await app.store.remindersFrom(ids, app.clock.now() + 1)).filter(isSaid),
    ({ assignmentId }) => assignmentId,
  );
  const atTheEnd: Unplanned[] = [];
  let replanned = 0;
  let unplanned = 0;
  for (const each of found) {
    const view = views.get(each.assignmentId);
    const rungs = (planned.get(each.assignmentId) ?? []).map(({ rung }) => rung);
    const isRungMissing = each.lacksRung && !rungs.some(isLadderRung);
    const isStepMissing = each.lacksStep && !rungs.some(isEscalation);
    const saidOfIt = said.get(each.assignmentId) ?? [];
    const isInOrder =
      view !== undefined &&
      // It was finished in the meantime.
      (isAtRest(view.assignment.status) ||
        ((!isRungMissing || !isRungLeft(app, view, saidOfIt)) &&
          (!isStepMissing || !(await isStepLeft(app, view)))));
    if (!isInOrder) unplanned++;
    else if (isRungMissing === each.lacksRung && isStepMissing === each.lacksStep) atTheEnd.push(each);
    else replanned++;
  }
  return { replanned, unplanned, atTheEnd };
};

const isRungLeft = (
  app: ApplicationContext,
  { task, deadline }: AssignmentView,
  said: readonly Reminder[],
): boolean =>
  planRungs(deadline, ladderOf(app, task), timetableOf(app), app.clock.now()).some(
    (rung) => !rung.isPast && !said.some((row) => isSame(row, rung)),
  );

const isStepLeft = async (app: ApplicationContext, view: AssignmentView): Promise<boolean> =>
  stepAfter(app, view, await lastStepOf(app, view.assignment), app.clock.now()) !== null;

const auditMessages = async (
  app: ApplicationContext,
  way: WayToTelegram,
): Promise<Pick<DeliveryAudit, 'released' | 'late'>> => {
  const now = app.clock.now();
  const late: Record<Lateness, number> = {
    held: 0,
    cut_off: 0,
    clock: 0,
    unread: 0,
    queue: 0,
    unexplained: 0,
  };
  let released = 0;
  const messages = await app.store.lateMessages(now - LATE_MS, MOST_LATE);
  if (messages.length === 0) return { released, late };
  const isHeld = await holds(app, now);
  const isSending = (await app.store.messagesSentSince(now - LATE_MS)).some(({ sentAt }) => sentAt <= now);
  for (const message of messages) {
    if (message.state === 'sending') released += await release(app, message.id);
    else if (isHeld(message)) late.held++;
    else if (way.isCutOff()) late.cut_off++;
    else if (way.isClockWrong()) late.clock++;
    else if (way.wasUnreadSince(now - LATE_MS)) late.unread++;
    else if (isSending) late.queue++;
    else late.unexplained++;
  }
  return { released, late };
};

const holds = async (
  app: ApplicationContext,
  now: Instant,
): Promise<(message: Pick<OutboxMessage, 'chatId'>) => boolean> => {
  const inForce = (await app.store.sendingHolds()).filter(
    ({ since, until }) => until > now && since <= now + CLOCK_TOLERANCE_MS,
  );
  const chats = new Set(inForce.map(({ chatId }) => chatId));
  return ({ chatId }) => chats.has(null) || chats.has(chatId);
};

/** Lets a message go that its worker has left behind, as a crash does; returns how many that were. */
const release = (app: ApplicationContext, outboxId: string): Promise<number> =>
  decideAndCommit(app, async (): Promise<Decision<number>> => {
    const now = app.clock.now();
    const message = await app.store.outboxMessage(outboxId);
    // Looked at again: whoever has it may have settled it in the meantime.
    if (message?.state !== 'sending' || (message.leaseUntil ?? now) > now - LATE_MS) {
      return { plan: null, outcome: 0 };
    }
    const { id, version, request } = message;
    const set = { state: 'queued', leaseUntil: null, notBefore: now, decidedAt: now } as const;
    const repaired = { repair: 'lease_released', outboxId: id, kind: request.kind };
    return {
      plan: {
        changes: [{ op: 'update', entity: 'outboxMessage', id, expectedVersion: version, set }],
        outbox: [],
        audit: [
          auditEvent(app, {
            action: 'delivery_repaired',
            before: { leaseUntil: message.leaseUntil },
            after: repaired,
          }),
        ],
      },
      outcome: 1,
    };
  });

/** Sees to it that someone knows of each chat of a unit that cannot be written to; returns of how many nobody knew. */
const auditLosses = async (app: ApplicationContext): Promise<number> => {
  const { agencyId } = app;
  const bindings = await app.store.bindings(agencyId);
  const known = new Set((await app.store.unreachableChats(agencyId)).map(({ chatId }) => chatId));
  for (const { state, chatId } of bindings) {
    if (state === 'active' || known.has(chatId)) continue;
    await app.store.markUnreachable({ agencyId, chatId, since: app.clock.now(), reason: 'unknown' });
  }
  const bound = new Set(bindings.map(({ chatId }) => chatId));
  let told = 0;
  for (const lost of await app.store.unreachableChats(agencyId)) {
    if (!bound.has(lost.chatId)) continue;
    told += await decideAndCommit(app, async (): Promise<Decision<number>> => {
      const outbox = await untoldLoss(app, lost);
      if (outbox.length === 0) return { plan: null, outcome: 0 };
      const after = { repair: 'loss_told', chatId: lost.chatId, reason: lost.reason };
      const audit = [auditEvent(app, { action: 'delivery_repaired', after })];
      return { plan: { changes: [], outbox, audit }, outcome: 1 };
    });
  }
  return told;
};

/** Lets everything else that is waiting happen. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
