DROP INDEX `reminders_planned_of_assignment`;--> statement-breakpoint
CREATE INDEX `reminders_of_assignment` ON `reminders` (`assignment_id`,`fire_at`,`id`);--> statement-breakpoint
ALTER TABLE `agencies` ADD `planned_with` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `follows_id` text REFERENCES tasks(id);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_follows` ON `tasks` (`follows_id`) WHERE follows_id is not null;