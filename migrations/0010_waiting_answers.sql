CREATE TABLE `waiting_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`bot_id` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`since` integer NOT NULL,
	`content` text NOT NULL
);
