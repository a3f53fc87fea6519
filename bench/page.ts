// How quickly the sandbox's page is there, and how smoothly a long chat scrolls; in this machine's Chromium.
//   node bench/page.ts [--json]
import type { Browser } from 'playwright-core';
import { HUNDRED_SCHOOLS } from '../src/sandbox/stories/hundred-schools.ts';
import { NO_CHROMIUM, chromiumPath, launchChromium } from '../test/browser/support/chromium.ts';
import { openPage } from '../test/browser/support/page-server.ts';

const RUNS = 7;
const LONG_CHAT = 10_000;
const FRAMES = 240;
const PIXELS_A_FRAME = 90;

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const quantile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** Milliseconds from the beginning of the navigation to the first paint, and to the list of chats. */
const load = async (browser: Browser, url: string): Promise<{ paint: number; chats: number }> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  const measured = await page.evaluate<{ paint: number; chats: number }>(`new Promise((resolve) => {
    const look = () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      if (paint && document.querySelector('.chat-row')) resolve({ paint: paint.startTime, chats: performance.now() });
      else requestAnimationFrame(look);
    };
    look();
  })`);
  await context.close();
  return measured;
};

/** Milliseconds between frames while a long chat is scrolled up without a stop. */
const scroll = async (browser: Browser, url: string, title: string): Promise<readonly number[]> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator(`[data-chat="${title}"]`).click();
  await page.locator('.message').first().waitFor();
  const frames = await page.evaluate<readonly number[]>(`new Promise((resolve) => {
    const chat = document.querySelector('.timeline');
    const frames = [];
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      chat.scrollBy(0, -${PIXELS_A_FRAME});
      if (frames.length < ${FRAMES}) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  })`);
  await page.close();
  return frames;
};

if (chromiumPath === null) throw new Error(NO_CHROMIUM);
const browser = await launchChromium();

const sample = await openPage();
await sample.host.open(null);
const { world, sandbox } = sample.host.stage;
const TITLE = 'Nhóm dài';
const owner = sandbox.person('VT1');
const group = world.addGroup({ title: TITLE, owner, members: [sandbox.person('TP.KHTC')], withBot: false });
for (let number = 1; number <= LONG_CHAT; number++) owner.sendText(group, `Tin số ${number}`);
const loads = [];
for (let run = 0; run < RUNS; run++) loads.push(await load(browser, sample.url));
const frames = await scroll(browser, sample.url, TITLE);
await sample.close();

const large = await openPage(HUNDRED_SCHOOLS);
await large.host.open('hundred-units');
const { people, chats } = await large.host.state();
const largeLoads = [];
for (let run = 0; run < RUNS; run++) largeLoads.push(await load(browser, large.url));
await large.close();
await browser.close();

const result = {
  firstPaintMs: Math.round(
    quantile(
      loads.map(({ paint }) => paint),
      0.5,
    ),
  ),
  people: people.length,
  chats: chats.length,
  loadMs: Math.round(
    quantile(
      largeLoads.map((one) => one.chats),
      0.5,
    ),
  ),
  frameMedianMs: Number(quantile(frames, 0.5).toFixed(1)),
  frameP95Ms: Number(quantile(frames, 0.95).toFixed(1)),
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  process.stdout.write(
    [
      `first paint: ${result.firstPaintMs} ms (bar: 500)`,
      `${result.people} people and ${result.chats} chats are there: ${result.loadMs} ms (bar: 1000)`,
      `a frame while 10,000 messages scroll: ${result.frameMedianMs} ms, 95 % within ${result.frameP95Ms} ms (60 a second: 16.7)`,
      '',
    ].join('\n'),
  );
}
if (result.firstPaintMs > 500 || result.loadMs > 1_000) process.exitCode = 1;
