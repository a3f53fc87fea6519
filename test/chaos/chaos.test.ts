import { expect, test } from 'vitest';
import { runChaos } from './chaos-run.ts';
import { brokenPromises } from './verdict.ts';

test('a bot that is killed again and again, while Telegram fails it, loses nothing and says nothing twice', async () => {
  const result = await runChaos({ seed: 20250505, kills: 8, unitCount: 12 });
  expect(brokenPromises(result)).toEqual([]);
  expect(result.count.kills).toBe(8);
  expect(result.troubled.said.length).toBeGreaterThan(50);
}, 120_000);
