import type { AssignmentRole } from '../../domain/assignment.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { agencyQueries } from './agency-queries.ts';
import type { assignmentQueries } from './assignment-queries.ts';
import type { Connection } from './connection.ts';
import { isIn, rowsOf } from './connection.ts';
import type { reportQueries } from './report-queries.ts';
import { assignments } from './schema/work.ts';

interface Queries {
  readonly ofAgency: ReturnType<typeof agencyQueries>;
  readonly ofAssignments: ReturnType<typeof assignmentQueries>;
  readonly ofReports: ReturnType<typeof reportQueries>;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);

/** Reads assignments with all that messages about them need, in a fixed number of statements however many they are. */
export const assignmentViewQuery = (
  { db, client, turn }: Connection,
  { ofAgency, ofAssignments, ofReports }: Queries,
) => {
  const partsOfTasks = db
    .select({
      taskId: assignments.taskId,
      unitId: assignments.unitId,
      role: assignments.role,
      status: assignments.status,
    })
    .from(assignments)
    .where(isIn(assignments.taskId, 'ids'))
    .prepare();

  const read = (ids: readonly string[]): AssignmentView[] => {
    const rows = ofAssignments.assignments(ids);
    if (rows.length === 0) return [];
    const taskIds = present(rows.map(({ taskId }) => taskId));
    const tasks = byId(ofAssignments.tasksById(taskIds));
    const parts = Map.groupBy(rowsOf(partsOfTasks, taskIds), ({ taskId }) => taskId);
    const agencyId = rows[0]?.agencyId ?? '';
    const units = ofAgency.unitsById(
      agencyId,
      present([...parts.values()].flat().map(({ unitId }) => unitId)),
    );
    const unitById = byId(units);
    const order = new Map(units.map(({ id }, position) => [id, position]));
    const deadlines = ofReports.deadlinesById(present(rows.map(({ deadlineId }) => deadlineId)));
    const documents = byId(
      ofReports.documentsById(present([...tasks.values()].map(({ documentId }) => documentId))),
    );
    const reports = byId(ofReports.reportsById(present(rows.map(({ lastReportId }) => lastReportId))));
    const extensions = new Map(
      ofReports.pendingExtensions(ids).map((request) => [request.assignmentId, request]),
    );

    return rows.flatMap((assignment) => {
      const task = tasks.get(assignment.taskId);
      const unit = unitById.get(assignment.unitId);
      // Foreign keys rule this out.
      if (task === undefined || unit === undefined) return [];
      const others = (role: AssignmentRole): Unit[] =>
        (parts.get(task.id) ?? [])
          // A unit whose part was called off or handed over has none any more.
          .filter((part) => part.role === role && part.unitId !== unit.id && part.status !== 'cancelled')
          .flatMap(({ unitId }) => unitById.get(unitId) ?? [])
          .sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
      return {
        assignment,
        task,
        unit,
        deadline: deadlines.get(assignment.deadlineId ?? '') ?? null,
        document: documents.get(task.documentId ?? '') ?? null,
        leads: others('lead'),
        coordinating: others('coordinating'),
        lastReport: reports.get(assignment.lastReportId ?? '') ?? null,
        pendingExtension: extensions.get(assignment.id) ?? null,
      };
    });
  };

  // One snapshot for all statements, although another process may write between them.
  const readTogether = client.transaction(read);
  const readInTurn = new WeakMap<object, Map<string, readonly AssignmentView[]>>();

  /** What a reply is about is asked for where it is read, and again where it is decided. */
  return (ids: readonly string[]): readonly AssignmentView[] => {
    const known = readInTurn.get(turn.current()) ?? new Map<string, readonly AssignmentView[]>();
    readInTurn.set(turn.current(), known);
    const key = ids.join();
    const views = known.get(key) ?? readTogether(ids);
    known.set(key, views);
    return views;
  };
};
