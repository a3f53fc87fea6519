// The long run: `npm run chaos -- --kills 200 --units 50 --seed 1`.
import { parseArgs } from 'node:util';
import { runChaos } from './chaos-run.ts';
import { brokenPromises, figures } from './verdict.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    units: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

say(`seed ${values.seed}`);
const result = await runChaos({
  seed: Number(values.seed),
  kills: Number(values.kills),
  unitCount: Number(values.units),
  tell: say,
});
for (const [name, value] of figures(result)) say(`${name.padEnd(38)}${value}`);
const broken = brokenPromises(result);
for (const promise of broken) say(`BROKEN: ${promise}`);
process.exitCode = broken.length === 0 ? 0 : 1;
