CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`next_task_number` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `chat_bindings` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`thread_id` integer,
	`title` text NOT NULL,
	`bound_by` text NOT NULL,
	`bound_at` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bound_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chat_bindings_state" CHECK(state in ('active', 'unreachable'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_bindings_unit` ON `chat_bindings` (`unit_id`);--> statement-breakpoint
CREATE INDEX `chat_bindings_chat` ON `chat_bindings` (`chat_id`,`thread_id`);--> statement-breakpoint
CREATE INDEX `chat_bindings_agency` ON `chat_bindings` (`agency_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`title` text NOT NULL,
	`unit_id` text,
	`telegram_id` integer,
	`position` integer NOT NULL,
	`is_listed` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_role" CHECK(role in ('admin', 'secretary', 'director', 'deputy', 'unit_head', 'staff'))
);
--> statement-breakpoint
CREATE INDEX `members_in_order` ON `members` (`agency_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_telegram` ON `members` (`agency_id`,`telegram_id`) WHERE is_listed = 1 and telegram_id is not null;--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`aliases` text NOT NULL,
	`weak_aliases` text,
	`is_ambiguous` integer,
	`is_group` integer,
	`head_id` text,
	`deputy_id` text,
	`valid_from` text,
	`valid_until` text,
	`position` integer NOT NULL,
	`is_listed` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`head_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_in_order` ON `units` (`agency_id`,is_listed desc,`position`,`id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`number` text,
	`symbol` text,
	`kind` text,
	`title` text,
	`issued_on` text,
	`place` text,
	`signer` text,
	`signer_capacity` text,
	`recipients` text NOT NULL,
	`text` text NOT NULL,
	`source` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_issued_on" CHECK(issued_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE TABLE `draft_parts` (
	`chat_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`draft_id` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_parts_message` ON `draft_parts` (`chat_id`,`message_id`,`draft_id`);--> statement-breakpoint
CREATE INDEX `draft_parts_draft` ON `draft_parts` (`draft_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`thread_id` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`parts` text NOT NULL,
	`last_part_at` integer NOT NULL,
	`document` text,
	`document_id` text,
	`items` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_state" CHECK(state in ('open', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `drafts_open_of_member` ON `drafts` (`chat_id`,`created_by`,`created_at`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `drafts_open` ON `drafts` (`agency_id`,`created_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`task_id` text,
	`assignment_id` text,
	`source` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_events_task` ON `audit_events` (`task_id`,`at`,`id`) WHERE task_id is not null;--> statement-breakpoint
CREATE TABLE `bot_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`thread_id` integer,
	`message_id` integer NOT NULL,
	`subject` text NOT NULL,
	`sent_at` integer NOT NULL,
	`outbox_id` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bot_messages_message` ON `bot_messages` (`chat_id`,`message_id`,`sent_at`,`id`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`thread_id` integer,
	`request` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`state` text NOT NULL,
	`not_before` integer NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`sent_at` integer,
	`message_id` integer,
	`reason` text,
	`version` integer NOT NULL,
	`ready_at` integer GENERATED ALWAYS AS (case state when 'queued' then not_before when 'sending' then lease_until end) VIRTUAL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_messages_state" CHECK(state in ('queued', 'sending', 'sent', 'failed', 'dropped')),
	CONSTRAINT "outbox_messages_lease" CHECK(state <> 'sending' or lease_until is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_dedupe` ON `outbox_messages` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_messages_ready` ON `outbox_messages` (`ready_at`) WHERE ready_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_messages_owed` ON `outbox_messages` (`created_at`,`id`,`ready_at`,`chat_id`) WHERE ready_at is not null;--> statement-breakpoint
CREATE TABLE `processed_updates` (
	`update_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`task_id` text NOT NULL,
	`task_number` integer NOT NULL,
	`unit_id` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`deadline_id` text,
	`overdue_from` integer,
	`progress` integer,
	`completed_at` integer,
	`last_report_id` text,
	`last_report_at` integer,
	`extension_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deadline_id`) REFERENCES `deadlines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_report_id`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_role" CHECK(role in ('lead', 'coordinating')),
	CONSTRAINT "assignments_status" CHECK(status in ('assigned', 'acknowledged', 'in_progress', 'blocked', 'submitted', 'returned', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_unit_of_task` ON `assignments` (`task_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `assignments_open` ON `assignments` (`agency_id`,`overdue_from`,`task_number`,`id`,`role`) WHERE status not in ('done', 'cancelled');--> statement-breakpoint
CREATE INDEX `assignments_open_of_unit` ON `assignments` (`unit_id`,`overdue_from`,`task_number`,`id`,`role`) WHERE status not in ('done', 'cancelled');--> statement-breakpoint
CREATE INDEX `assignments_late` ON `assignments` (`unit_id`,`overdue_from`,`task_number`,`id`) WHERE role = 'lead' and overdue_from is not null and status in ('assigned', 'acknowledged', 'in_progress', 'blocked', 'returned');--> statement-breakpoint
CREATE TABLE `deadlines` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`task_id` text NOT NULL,
	`raw` text NOT NULL,
	`due` text,
	`bound` text NOT NULL,
	`precision` text NOT NULL,
	`last_ok` text,
	`last_ok_workday` text,
	`rrule` text,
	`condition` text,
	`origin` text NOT NULL,
	`replaces_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `deadlines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deadlines_bound" CHECK(bound in ('before', 'by', 'on', 'within', 'recurring', 'none')),
	CONSTRAINT "deadlines_precision" CHECK(precision in ('instant', 'half_day', 'day', 'week', 'month', 'quarter', 'half_year', 'year', 'none')),
	CONSTRAINT "deadlines_origin" CHECK(origin in ('document', 'edited', 'extension')),
	CONSTRAINT "deadlines_due" CHECK(due glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' or due glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:00+07:00'),
	CONSTRAINT "deadlines_last_ok" CHECK(last_ok glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' or last_ok glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:00+07:00'),
	CONSTRAINT "deadlines_last_ok_workday" CHECK(last_ok_workday glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE INDEX `deadlines_task` ON `deadlines` (`task_id`);--> statement-breakpoint
CREATE TABLE `extension_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`new_due` text,
	`raw` text NOT NULL,
	`reason` text,
	`old_deadline_id` text,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`source` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`old_deadline_id`) REFERENCES `deadlines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extension_requests_state" CHECK(state in ('pending', 'approved', 'refused', 'withdrawn')),
	CONSTRAINT "extension_requests_new_due" CHECK(new_due glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' or new_due glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:00+07:00')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extension_requests_pending` ON `extension_requests` (`assignment_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`rung` text NOT NULL,
	`fire_at` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`outbox_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminders_state" CHECK(state in ('planned', 'queued', 'skipped', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `reminders_planned` ON `reminders` (`fire_at`,`id`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `reminders_planned_of_assignment` ON `reminders` (`assignment_id`,`fire_at`) WHERE state = 'planned';--> statement-breakpoint
CREATE TABLE `status_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`progress` integer,
	`document_number` text,
	`document_date` text,
	`reason` text,
	`waiting_on` text,
	`eta` text,
	`source` text,
	`corrects_id` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_id`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "status_reports_kind" CHECK(kind in ('acknowledged', 'in_progress', 'submitted', 'done', 'blocked', 'not_done', 'extension_requested', 'note'))
);
--> statement-breakpoint
CREATE INDEX `status_reports_assignment` ON `status_reports` (`assignment_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`number` integer NOT NULL,
	`document_id` text,
	`item` text,
	`kind` text NOT NULL,
	`category` text,
	`content` text NOT NULL,
	`quote` text NOT NULL,
	`director` text,
	`recipient` text,
	`external_parties` text NOT NULL,
	`source` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tasks_kind" CHECK(kind in ('task', 'standing', 'event_conditioned')),
	CONSTRAINT "tasks_category" CHECK(category in ('provincial', 'director', 'arising'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_number` ON `tasks` (`agency_id`,`number`);