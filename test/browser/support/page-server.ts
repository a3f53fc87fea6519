import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../../src/app.ts';
import { loadConfig, withAgency } from '../../../src/config/load-config.ts';
import { openOutlook } from '../../../src/outlook.ts';
import { PageHost } from '../../../src/sandbox/web/page-host.ts';
import type { CastFor } from '../../../src/sandbox/web/page-host.ts';
import { servePage, takePort } from '../../../src/sandbox/web/page-server.ts';
import { createLogger } from '../../../src/support/logger.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'config');

/** The page of the sandbox on a free port, with the real bot behind it. */
export interface OpenPage {
  readonly url: string;
  readonly host: PageHost;
  /** What the bot's log said at level error. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** @param agency what its agency.yaml would say; the sample agency unless told */
export const openPage = async (agency?: object): Promise<OpenPage> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  const errors: string[] = [];
  let stages = 0;
  const castFor: CastFor = async (story) => {
    const sample = await loadConfig(SAMPLE);
    const declared = story.agency ?? agency;
    const office = declared === undefined ? sample : withAgency(sample, declared);
    return {
      people: office.members,
      units: office.units.filter((unit) => unit.isGroup !== true),
      startBot: async ({ server, clock }) => {
        const databaseUrl = `file:${join(folder, `stage-${++stages}.db`)}`;
        const app = buildApp(
          {
            token: server.token,
            connection: { apiRoot: server.apiRoot, proxy: null },
            databaseUrl,
            office,
            log: createLogger({ level: 'error', destination: { write: (line) => errors.push(line) } }),
          },
          { clock, everyMinute: (handler) => clock.everyMinute(handler) },
        );
        await app.start();
        const outlook = openOutlook(office.agency.id, databaseUrl);
        return {
          whenIdle: () => app.whenIdle(),
          outlook: () => outlook.read(clock.now(), 60),
          stop: async () => {
            await outlook.close();
            await app.stop();
          },
        };
      },
    };
  };
  const host = new PageHost(castFor);
  const server = servePage(await takePort(0), host);
  return {
    url: server.url,
    host,
    errors,
    close: async () => {
      await server.close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
