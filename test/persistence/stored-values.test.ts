import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, insert } from '../support/plans.ts';
import { SECRETARY, START, aDocument, aDraft, aUnit, anAgency, anOutboxMessage } from '../support/rows.ts';
import { useFolder } from './support.ts';

const folder = useFolder();

it('values are stored so that any database tool can read them', async () => {
  const path = join(folder(), 'dondoc.db');
  const store = openSqliteTaskStore(path);
  await store.syncAgency(anAgency(), [aUnit('VP', { aliases: ['Văn phòng'] })], [SECRETARY]);
  const document = aDocument({ recipients: ['Lưu: VT'] });
  const draft = aDraft({ document: null, threadId: null });
  const message = anOutboxMessage({ chatId: -1_002_003_004_005, notBefore: START });
  await store.commit(
    aPlan({
      changes: [insert('document', document), insert('draft', draft)],
      outbox: [message],
      updateId: 8_589_934_592,
    }),
  );
  await store.close();

  const client = new Sqlite(path);
  const row = (sql: string): unknown => client.prepare(sql).get();
  expect(row(`select typeof(created_at) as kind, created_at as at from documents`)).toEqual({
    kind: 'integer',
    at: START,
  });
  expect(
    row(`select typeof(not_before) as kind, typeof(chat_id) as chat, chat_id from outbox_messages`),
  ).toEqual({
    kind: 'integer',
    chat: 'integer',
    chat_id: -1_002_003_004_005,
  });
  expect(row(`select typeof(update_id) as kind from processed_updates`)).toEqual({ kind: 'integer' });
  expect(row(`select recipients, issued_on from documents`)).toEqual({
    recipients: '["Lưu: VT"]',
    issued_on: '2025-04-04',
  });
  // NULL, not the JSON text `null`.
  expect(row(`select document, thread_id from drafts`)).toEqual({ document: null, thread_id: null });
  expect(row(`select is_listed, is_group from units`)).toEqual({ is_listed: 1, is_group: null });
  client.close();
});
