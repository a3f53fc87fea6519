import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, SOURCE), 'utf8');

// The page runs in a browser and shares no code with the bot; a kind without a word would be shown as the code's name for it.
test('each kind of message has a name on the page, in both languages', async () => {
  const requests = /export type NotificationRequest =(.*?);\n(?:\n|$)/su.exec(
    await read('domain/notification-request.ts'),
  );
  const kinds = [...(requests?.[1] ?? '').matchAll(/readonly kind: '(\w+)'/gu)].map(([, kind]) => kind);
  expect(kinds).toContain('task_assigned');
  const named = [...(await read('sandbox/web/page/words.js')).matchAll(/\n {2}kinds: \{\n(.*?)\n {2}\}/gsu)];
  expect(named).toHaveLength(2);
  for (const [, names = ''] of named)
    expect([...names.matchAll(/^ {4}(\w+):/gmu)].map(([, kind]) => kind).sort()).toEqual(
      [...new Set(kinds)].sort(),
    );
});
