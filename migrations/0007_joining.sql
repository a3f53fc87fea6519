CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`member_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`used_at` integer,
	`used_by` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_state" CHECK(state in ('open', 'used', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_open` ON `invitations` (`member_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `join_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`telegram_id` integer NOT NULL,
	`name` text NOT NULL,
	`username` text,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`member_id` text,
	`decided_by` text,
	`decided_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "join_requests_state" CHECK(state in ('pending', 'approved', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `join_requests_account` ON `join_requests` (`agency_id`,`telegram_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `join_requests_pending` ON `join_requests` (`agency_id`,`telegram_id`) WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE `members` ADD `declared` text;--> statement-breakpoint
ALTER TABLE `members` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `declared` text;--> statement-breakpoint
ALTER TABLE `units` ADD `version` integer DEFAULT 1 NOT NULL;