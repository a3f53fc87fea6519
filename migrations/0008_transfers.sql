CREATE TABLE `transfer_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`to_unit_id` text,
	`reason` text,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`given_to_id` text,
	`source` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_to_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfer_requests_state" CHECK(state in ('pending', 'approved', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_requests_pending` ON `transfer_requests` (`assignment_id`) WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE `assignments` ADD `excused_days` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `extension_requests` ADD `granted_due` text;--> statement-breakpoint
ALTER TABLE `extension_requests` ADD `decision_reason` text;