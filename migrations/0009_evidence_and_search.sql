ALTER TABLE `status_reports` ADD `evidence` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
-- What tasks are searched by. The rows say which task they are of: a rowid of `tasks` may change when the file is rewritten.
-- "đ" has no mark that could be taken off. The agency stands there as one word, so that nobody searches in another's tasks.
CREATE VIRTUAL TABLE task_words USING fts5(agency, words, task_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO task_words (agency, words, task_id)
SELECT hex(tasks.agency_id),
	replace(replace(concat_ws(' ', tasks.content, documents.number, documents.symbol, documents.title), 'đ', 'd'), 'Đ', 'D'),
	tasks.id
FROM tasks LEFT JOIN documents ON documents.id = tasks.document_id ORDER BY tasks.rowid;
--> statement-breakpoint
CREATE TRIGGER tasks_are_searched AFTER INSERT ON tasks BEGIN
	INSERT INTO task_words (agency, words, task_id)
	SELECT hex(new.agency_id),
		replace(replace(concat_ws(' ', new.content, documents.number, documents.symbol, documents.title), 'đ', 'd'), 'Đ', 'D'),
		new.id
	FROM (SELECT 1) LEFT JOIN documents ON documents.id = new.document_id;
END;
--> statement-breakpoint
CREATE TRIGGER tasks_are_searched_anew AFTER UPDATE OF content ON tasks WHEN new.content <> old.content BEGIN
	UPDATE task_words SET words =
		(SELECT replace(replace(concat_ws(' ', new.content, documents.number, documents.symbol, documents.title), 'đ', 'd'), 'Đ', 'D')
		FROM (SELECT 1) LEFT JOIN documents ON documents.id = new.document_id)
	WHERE task_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER tasks_are_forgotten AFTER DELETE ON tasks BEGIN
	DELETE FROM task_words WHERE task_id = old.id;
END;
