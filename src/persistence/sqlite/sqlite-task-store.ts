import type Sqlite from 'better-sqlite3';
import type { Plan } from '../../application/plan.ts';
import type { TaskStore } from '../../application/ports/task-store.ts';
import { agencyQueries } from './agency-queries.ts';
import { cellsQueries } from './cells-queries.ts';
import { cleanUpQueries } from './clean-up.ts';
import { assignmentQueries } from './assignment-queries.ts';
import { assignmentViewQuery } from './assignment-views.ts';
import { auditQueries } from './audit-queries.ts';
import { planCommit } from './commit.ts';
import { deliveryStateQueries } from './delivery-state.ts';
import type { BotIdentity } from './delivery-state.ts';
import { digestQueries } from './digest-queries.ts';
import { draftQueries } from './draft-queries.ts';
import { drizzle } from './drizzle.ts';
import { eventLoopTurn } from './event-loop-turn.ts';
import { groupCommits } from './group-commit.ts';
import { joiningQueries } from './joining-queries.ts';
import { ledgerQueries } from './ledger-queries.ts';
import { openDatabase } from './open.ts';
import { outboxQueries } from './outbox.ts';
import { recentChanges } from './recent-changes.ts';
import { reminderQueries } from './reminder-queries.ts';
import { reportQueries } from './report-queries.ts';
import { searchQuery } from './search-query.ts';
import { agencySync } from './sync-agency.ts';

/** The same function behind a promise: what it throws, the promise rejects with. It has run when the call returns. */
const async =
  <Arguments extends unknown[], Result>(run: (...args: Arguments) => Result) =>
  (...args: Arguments): Promise<Result> =>
    new Promise((resolve) => {
      resolve(run(...args));
    });

/** Whoever only looks has no updates to apply. */
const NO_BOT: BotIdentity = { botId: 0, now: () => 0 };

/** What of a plan is remembered between messages; see remembering.ts. */
const REMEMBERED: ReadonlySet<Plan['changes'][number]['entity']> = new Set(['member', 'unit', 'chatBinding']);

/** The store on an open database that has the schema of this program. Every statement that does not depend on a plan is prepared here. */
export const taskStoreOn = (client: Sqlite.Database, bot: BotIdentity = NO_BOT): TaskStore => {
  const turn = eventLoopTurn();
  const connection = { client, db: drizzle({ client }), turn };
  const ofAgency = agencyQueries(connection);
  const ofDrafts = draftQueries(connection);
  const ofAssignments = assignmentQueries(connection);
  const ofReports = reportQueries(connection);
  const ofDigests = digestQueries(connection);
  const ofCells = cellsQueries(connection);
  const ofLedger = ledgerQueries(connection);
  const ofReminders = reminderQueries(connection);
  const ofOutbox = outboxQueries(connection);
  const ofAudit = auditQueries(connection);
  const ofJoining = joiningQueries(connection);
  const ofDelivery = deliveryStateQueries(connection, bot);
  const syncAgency = agencySync(connection);
  const plans = planCommit(connection, bot);
  const forgetting =
    (write: (plan: Plan) => void) =>
    (plan: Plan): void => {
      turn.end();
      if (plan.changes.some(({ entity }) => REMEMBERED.has(entity))) ofAgency.forget();
      write(plan);
    };
  const commits = groupCommits(client, {
    apply: forgetting(plans.apply),
    commit: forgetting(plans.commit),
  });

  return {
    commit: commits.commit,
    syncAgency: async((...declared: Parameters<typeof syncAgency>) => {
      turn.end();
      syncAgency(...declared);
      ofAgency.forget();
    }),
    agency: async(ofAgency.agency),
    units: async(ofAgency.units),
    members: async(ofAgency.members),
    memberByTelegramId: async(ofAgency.memberByTelegramId),
    memberRecord: async(ofJoining.memberRecord),
    formerMembers: async(ofJoining.formerMembers),
    unitPost: async(ofJoining.unitPost),
    invitationByCode: async(ofJoining.invitationByCode),
    openInvitation: async(ofJoining.openInvitation),
    joinRequest: async(ofJoining.joinRequest),
    newestJoinRequest: async(ofJoining.newestJoinRequest),
    pendingJoinRequests: async(ofJoining.pendingJoinRequests),
    countJoinRequests: async(ofJoining.countJoinRequests),
    bindings: async(ofAgency.bindings),
    bindingOfUnit: async(ofAgency.bindingOfUnit),
    bindingsOfChat: async(ofAgency.bindingsOfChat),
    draft: async(ofDrafts.draft),
    draftOfPart: async(ofDrafts.draftOfPart),
    latestOpenDraft: async(ofDrafts.latestOpenDraft),
    openDrafts: async(ofDrafts.openDrafts),
    taskByNumber: async(ofAssignments.taskByNumber),
    tasks: async(ofAssignments.tasksById),
    taskFollowing: async(ofAssignments.taskFollowing),
    assignment: async(ofAssignments.assignment),
    assignments: async(ofAssignments.assignments),
    assignmentsOfTask: async(ofAssignments.assignmentsOfTask),
    assignmentViews: async(assignmentViewQuery(connection, { ofAgency, ofAssignments, ofReports })),
    openAssignmentIds: async(ofAssignments.openAssignmentIds),
    searchAssignments: async(searchQuery(connection)),
    openAssignmentIdsSince: async(ofAssignments.openAssignmentIdsSince),
    countOpenAssignments: async(ofAssignments.countOpenAssignments),
    unitIdsWithOpenTasks: async(ofAssignments.unitIdsWithOpenTasks),
    overdueAssignmentIds: async(ofAssignments.overdueAssignmentIds),
    overdueCounts: async(ofAssignments.overdueCounts),
    overdueDocuments: async(ofAssignments.overdueDocuments),
    document: async((id: string) => ofReports.documentsById([id])[0] ?? null),
    dueAssignments: async(ofDigests.dueAssignments),
    assignmentsWaiting: async(ofDigests.assignmentsWaiting),
    undatedAssignments: async(ofDigests.undatedAssignments),
    assignmentsAskingForTime: async(ofDigests.assignmentsAskingForTime),
    assignmentsBeforeDirector: async(ofDigests.assignmentsBeforeDirector),
    cellsByUnit: async(ofCells.cellsByUnit),
    statusReport: async(ofReports.statusReport),
    reportsOfAssignment: async(ofReports.reportsOfAssignment),
    extensionRequest: async(ofReports.extensionRequest),
    pendingExtension: async(ofReports.pendingExtension),
    pendingExtensionsOf: async(ofReports.pendingExtensionsOf),
    transferRequest: async(ofReports.transferRequest),
    pendingTransfer: async(ofReports.pendingTransfer),
    pendingTransfersOf: async(ofReports.pendingTransfersOf),
    deadlinesOfTask: async(ofReports.deadlinesOfTask),
    deadlineOf: async(ofReports.deadlineOf),
    firstDeadlineOf: async(ofReports.firstDeadlineOf),
    auditOfTask: async(ofReports.auditOfTask),
    auditOfTasks: async(ofReports.auditOfTasks),
    waitingReminderMessages: async(ofReminders.waitingReminderMessages),
    dueReminders: async(ofReminders.dueReminders),
    plannedReminders: async(ofReminders.plannedReminders),
    remindersFrom: async(ofReminders.remindersFrom),
    unplannedAssignments: async(ofAudit.unplannedAssignments),
    assignmentsOfAlbum: async(ofAudit.assignmentsOfAlbum),
    tasksChangedAfter: async(recentChanges(connection).tasksChangedAfter),
    auditTrail: async(ofAudit.auditTrail),
    reminders: async(ofReminders.reminders),
    claimOutbox: async(ofOutbox.claimOutbox),
    releaseOutbox: async(ofOutbox.releaseOutbox),
    lateMessages: async(ofAudit.lateMessages),
    outboxMessage: async(ofOutbox.outboxMessage),
    outboxMessageByKey: async(ofOutbox.outboxMessageByKey),
    outboxMessages: async(ofLedger.outboxMessages),
    keysInUse: async(ofLedger.keysInUse),
    hasBeenOwed: async(ofLedger.hasBeenOwed),
    deliveries: async(ofLedger.deliveries),
    owedAbout: async(ofLedger.owedAbout),
    failedMessages: async(ofOutbox.failedMessages),
    nextOutboxAt: async(ofOutbox.nextOutboxAt),
    botMessage: async(ofOutbox.botMessage),
    latestBotMessage: async(ofOutbox.latestBotMessage),
    wasApplied: async(ofDelivery.wasApplied),
    messagesSentSince: async(ofDelivery.messagesSentSince),
    holdSending: async(ofDelivery.holdSending),
    sendingHolds: async(ofDelivery.sendingHolds),
    keepAnswer: async(ofDelivery.keepAnswer),
    forgetAnswer: async(ofDelivery.forgetAnswer),
    waitingAnswers: async(ofDelivery.waitingAnswers),
    markUnreachable: async(ofDelivery.markUnreachable),
    markReachable: async(ofDelivery.markReachable),
    unreachableChats: async(ofDelivery.unreachableChats),
    cleanUp: async(cleanUpQueries(connection)),
    close: async(() => {
      commits.flush();
      client.close();
    }),
  };
};

/**
 * The store in an SQLite file, which is created where it is missing and brought to the schema of this program.
 * @param databaseUrl `file:PATH` or a path; see databasePath.
 * @param bot whose updates are applied; left out where none are
 * @throws DatabaseError where the file cannot be used; its message is one line for the operator.
 */
export const openSqliteTaskStore = (databaseUrl: string, bot?: BotIdentity): TaskStore =>
  taskStoreOn(openDatabase(databaseUrl), bot);
