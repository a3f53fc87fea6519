-- Rows that are history: once written they are neither changed nor deleted, whoever asks.
-- A migration that copies one of these tables must create its triggers again.
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN
	SELECT raise(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN
	SELECT raise(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER status_reports_no_update BEFORE UPDATE ON status_reports BEGIN
	SELECT raise(ABORT, 'status_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER status_reports_no_delete BEFORE DELETE ON status_reports BEGIN
	SELECT raise(ABORT, 'status_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deadlines_no_update BEFORE UPDATE ON deadlines BEGIN
	SELECT raise(ABORT, 'deadlines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deadlines_no_delete BEFORE DELETE ON deadlines BEGIN
	SELECT raise(ABORT, 'deadlines is append-only');
END;
--> statement-breakpoint
-- assignments.task_number repeats the number, so neither may move away from the other.
CREATE TRIGGER tasks_keep_their_number BEFORE UPDATE OF number ON tasks WHEN new.number <> old.number BEGIN
	SELECT raise(ABORT, 'a task keeps its number');
END;
--> statement-breakpoint
CREATE TRIGGER assignments_keep_their_task BEFORE UPDATE OF task_id, task_number ON assignments
WHEN new.task_id <> old.task_id OR new.task_number <> old.task_number BEGIN
	SELECT raise(ABORT, 'an assignment keeps its task');
END;
