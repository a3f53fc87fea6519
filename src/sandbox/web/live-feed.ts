import type { ServerResponse } from 'node:http';
import type { LiveEvent } from './wire.ts';

/** What happens within this time reaches the pages together (real time): a clock that is moved makes a lot happen. */
const GATHERED_FOR_MS = 25;

/** A comment now and then keeps a quiet connection from being taken for a dead one. */
const HEARTBEAT_MS = 20_000;

/** Tells every open page what happens, by server-sent events: each carries a list of events in their order. */
export class LiveFeed {
  readonly #pages = new Set<ServerResponse>();
  /** In the order of the newest word of each; by what they are about. */
  readonly #waiting = new Map<string, LiveEvent>();
  #told = 0;
  #timer: NodeJS.Timeout | null = null;
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => {
      for (const page of this.#pages) page.write(': still here\n\n');
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Takes over a response for as long as the page is open. The page reads the state when the stream begins. */
  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 500\n\nevent: hello\ndata: {}\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  /** Tells all pages. An event takes the place of an earlier one of the same meaning that is not out yet. */
  tell(event: LiveEvent): void {
    const key = keyOf(event) ?? `event ${++this.#told}`;
    this.#waiting.delete(key);
    this.#waiting.set(key, event);
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, GATHERED_FOR_MS);
  }

  /** Forgets what is not out yet: it was of a stage that is over. */
  forget(): void {
    this.#waiting.clear();
  }

  close(): void {
    clearInterval(this.#heartbeat);
    if (this.#timer) clearTimeout(this.#timer);
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  #flush(): void {
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    const events = [...this.#waiting.values()];
    this.#waiting.clear();
    const data = `data: ${JSON.stringify(events)}\n\n`;
    for (const page of this.#pages) page.write(data);
  }
}

/** Events of which only the newest counts. */
const keyOf = (event: LiveEvent): string | null => {
  switch (event.kind) {
    case 'clock':
    case 'faults':
    case 'outlook':
    case 'people':
    case 'story':
    case 'stage':
      return event.kind;
    case 'chat':
      return `chat ${event.chat.id}`;
    case 'message':
      return `message ${event.chatId} ${event.message.position}`;
    default:
      return null;
  }
};
