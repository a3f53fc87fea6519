-- The rows of a database in use when 0000_initial was the newest migration. Never edited: rows of a later schema go
-- into a file of their own, named after the migration that was then the newest.
insert into agencies values ('a', 'Sở Khoa học và Công nghệ', 24, 7);
insert into members values ('m1', 'a', 'Nguyễn Thị An', 'secretary', 'đồng chí Văn thư', null, 1001, 0, 1);
insert into units values ('u1', 'a', 'VP', 'Văn phòng', 'Văn phòng', '["VP Sở"]', '["Văn phòng"]', 1, null, 'm1', null, '2025-03-01', null, 0, 1);
insert into units values ('u2', 'a', 'QLCN', 'Phòng Quản lý công nghệ', 'Phòng QLCN', '[]', null, null, null, null, 'm1', null, null, 1, 1);
insert into members values ('m2', 'a', 'Trần Văn Bình', 'unit_head', 'đồng chí Trưởng phòng', 'u2', null, 1, 1);
insert into chat_bindings values ('b1', 'a', 'u2', -2001, 7, 'Nhóm QLCN', 'm1', 1744000000000, 'active', 1);
insert into documents values ('d1', 'a', '45', 'TB-SKHCN', 'Thông báo', 'Kết luận giao ban', '2025-04-04', 'Hà Nội', 'Lê Văn C', 'Chánh Văn phòng', '["Lưu: VT"]', 'Phòng QLCN chủ trì.', '{"chatId":1001,"threadId":null,"messageId":10}', 'm1', 1744000000000);
insert into drafts values ('f1', 'a', 1001, null, 'm1', 1744000000000, '[{"messageId":10,"text":"Phòng QLCN chủ trì."}]', 1744000000000, null, 'd1', '[]', 1, 'open', 1);
insert into draft_parts values (1001, 10, 'f1');
insert into tasks values ('t1', 'a', 23, 'd1', 'II.3', 'task', 'provincial', 'Tham mưu kế hoạch', 'chủ trì tham mưu', 'UBND tỉnh', null, '["VNPT"]', '{"chatId":1001,"threadId":null,"messageId":10}', 'm1', 1744000000000, 2);
insert into deadlines values ('l1', 'a', 't1', 'trước ngày 15/4/2025', '2025-04-15', 'before', 'day', '2025-04-14', '2025-04-14', null, null, 'document', null, 1744000000000);
insert into deadlines values ('l2', 'a', 't1', 'thứ 6', '2025-04-18T17:00:00+07:00', 'by', 'instant', '2025-04-18T17:00:00+07:00', '2025-04-18', null, null, 'extension', 'l1', 1744100000000);
insert into assignments values ('s1', 'a', 't1', 23, 'u2', 'lead', 'in_progress', 'l2', 1744970460000, 60, null, null, null, 1, 1744000000000, 5);
insert into assignments values ('s2', 'a', 't1', 23, 'u1', 'coordinating', 'assigned', null, null, null, null, null, null, 0, 1744000000000, 1);
insert into status_reports values ('r1', 'a', 's1', 'm2', 1744200000000, 'in_progress', 'đang làm, được 60%', 60, '45/TTr-SKHCN', '2025-04-08', null, 'ý kiến Sở Tài chính', null, '{"chatId":-2001,"threadId":7,"messageId":20}', null);
update assignments set last_report_id = 'r1', last_report_at = 1744200000000 where id = 's1';
insert into extension_requests values ('x1', 'a', 's1', 'm2', 1744050000000, '2025-04-18T17:00:00+07:00', 'thứ 6', 'chờ số liệu', 'l1', 1, 'approved', 'm1', 1744100000000, null, 2);
insert into extension_requests values ('x2', 'a', 's1', 'm2', 1744300000000, null, 'xin lùi', null, 'l2', 2, 'pending', null, null, null, 1);
insert into reminders values ('e1', 'a', 's1', 'before-1', 1744850000000, 'planned', null, null, 1);
insert into reminders values ('e2', 'a', 's1', 'before-3', 1744600000000, 'queued', null, 'o1', 2);
insert into outbox_messages (id, agency_id, chat_id, thread_id, request, dedupe_key, state, not_before, created_at, attempts, lease_until, sent_at, message_id, reason, version)
values ('o1', 'a', -2001, 7, '{"kind":"reminder","reminderIds":["e2"]}', 'reminder:e2', 'sent', 1744600000000, 1744600000000, 1, null, 1744600001000, 30, null, 3),
       ('o2', 'a', 1001, null, '{"kind":"extension_requested","requestId":"x2"}', 'extension:x2', 'queued', 1744300000000, 1744300000000, 0, null, null, null, null, 1);
insert into bot_messages values ('g1', 'a', -2001, 7, 30, '{"kind":"assignments","assignmentIds":["s1"]}', 1744600001000, 'o1');
insert into audit_events values ('v1', 'a', 1744000000000, 'm1', 'task_created', 't1', null, '{"chatId":1001,"threadId":null,"messageId":10}', null, '{"number":23}');
insert into processed_updates values (555);
