import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, instantOf } from '../../src/domain/local-time.ts';
import { accountOf, compare } from './account.ts';
import type { Account, Difference } from './account.ts';
import { ChaosOffice } from './chaos-office.ts';
import type { ChaosOfficeOptions } from './chaos-office.ts';
import { FIRST_DAY, OfficeLife } from './days.ts';
import { Random } from './random.ts';
import { Troubles } from './troubles.ts';
import type { TroubleCount } from './troubles.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly kills: number;
  readonly unitCount: number;
  /** Told how far it is. */
  readonly tell?: (line: string) => void;
}

export interface ChaosResult {
  readonly days: number;
  readonly count: TroubleCount;
  /** What the bot logged as errors in the trouble, and how often. */
  readonly errors: ReadonlyMap<string, number>;
  readonly troubled: Account;
  readonly difference: Difference;
}

/**
 * Lives days in an office while everything goes wrong, as many as it takes to kill the bot so often; then the same days
 * in peace; and compares what has come of them.
 */
export const runChaos = async ({ seed, kills, unitCount, tell }: ChaosOptions): Promise<ChaosResult> => {
  const stage: { troubles?: Troubles } = {};
  const [days, count, errors, troubled] = await inOffice(
    {
      unitCount,
      trouble: (server, database) =>
        (stage.troubles = new Troubles(server, database, new Random(seed), kills)),
    },
    async (office) => {
      const { troubles } = stage;
      if (troubles === undefined) throw new Error('There is no trouble');
      troubles.begin();
      const life = new OfficeLife(office);
      let lived = 0;
      while (lived === 0 || !troubles.isOver) {
        const day = addDays(FIRST_DAY, lived++);
        await life.live(day);
        tell?.(`${day}: ${troubles.count.kills} kills`);
      }
      troubles.end();
      return [lived, troubles.count, office.errors, await finish(office, life, lived)];
    },
  );
  const peace = await inOffice({ unitCount }, async (office) => {
    const life = new OfficeLife(office);
    for (let day = 0; day < days; day++) await life.live(addDays(FIRST_DAY, day));
    return finish(office, life, days);
  });
  return { days, count, errors, troubled, difference: compare(peace, troubled) };
};

const finish = async (office: ChaosOffice, life: OfficeLife, days: number): Promise<Account> => {
  await life.rest(addDays(FIRST_DAY, days));
  await office.stop();
  return accountOf(office);
};

const inOffice = async <T>(
  options: Pick<ChaosOfficeOptions, 'unitCount' | 'trouble'>,
  live: (office: ChaosOffice) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-chaos-'));
  const office = await ChaosOffice.open({ ...options, folder, startAt: instantOf(FIRST_DAY, '06:30') });
  try {
    return await live(office);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
