// One browser for all test files: started before the first, closed after the last.
import type { TestProject } from 'vitest/node';
import { chromiumPath, launchChromiumServer } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser listens; '' where there is none. */
    browserEndpoint: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (chromiumPath === null) {
    provide('browserEndpoint', '');
    return () => Promise.resolve();
  }
  const server = await launchChromiumServer();
  provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
