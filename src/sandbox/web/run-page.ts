import { PageHost } from './page-host.ts';
import type { CastFor } from './page-host.ts';
import { servePage, takePort } from './page-server.ts';

export interface PageRun {
  /** Finds a story's agency and bot; `port` tells two programs on one machine apart. */
  readonly castFor: (port: number) => CastFor;
  readonly print: (line: string) => void;
  readonly until: AbortSignal;
  /** The first port to try; the usual one unless told, any free one where 0. */
  readonly port?: number;
}

/** Serves the whole product in a page on this machine, until the signal aborts. */
export const runPage = async ({ castFor, print, until, port }: PageRun): Promise<void> => {
  const taken = await takePort(port);
  const host = new PageHost(castFor(taken.port));
  const page = servePage(taken, host);
  const aborted = new Promise<void>((resolve) => {
    until.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
    if (until.aborted) resolve();
  });
  try {
    print(`Mở trong trình duyệt: ${page.url}`);
    print('Dán thông báo này → xem dự thảo → tua đến ngày nhắc. Nhấn Ctrl-C để dừng.');
    void host.open(null);
    await aborted;
  } finally {
    await page.close();
    await host.close();
  }
};
