CREATE TABLE `sending_holds` (
	`bot_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`bot_id`, `chat_id`)
);
--> statement-breakpoint
CREATE TABLE `unreachable_chats` (
	`agency_id` text NOT NULL,
	`chat_id` integer NOT NULL,
	`since` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`agency_id`, `chat_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `outbox_messages_owed`;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `priority` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `decided_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox_messages` ADD `progress` text;--> statement-breakpoint
CREATE INDEX `outbox_messages_decided` ON `outbox_messages` (`decided_at`) WHERE ready_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_messages_settled` ON `outbox_messages` (`created_at`,`id`) WHERE ready_at is null;--> statement-breakpoint
CREATE INDEX `outbox_messages_owed` ON `outbox_messages` (`chat_id`,`priority`,`created_at`,`id`,`ready_at`,`decided_at`) WHERE ready_at is not null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_processed_updates` (
	`bot_id` integer NOT NULL,
	`update_id` integer NOT NULL,
	`applied_at` integer NOT NULL,
	PRIMARY KEY(`bot_id`, `update_id`)
);
--> statement-breakpoint
INSERT INTO `__new_processed_updates`("bot_id", "update_id", "applied_at") SELECT 0, "update_id", 0 FROM `processed_updates`;--> statement-breakpoint
DROP TABLE `processed_updates`;--> statement-breakpoint
ALTER TABLE `__new_processed_updates` RENAME TO `processed_updates`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `processed_updates_applied` ON `processed_updates` (`applied_at`);--> statement-breakpoint
CREATE INDEX `bot_messages_sent` ON `bot_messages` (`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `bot_messages_outbox` ON `bot_messages` (`outbox_id`) WHERE outbox_id is not null;