// How near the delivery of 2,000 messages to 200 chats (half of them groups) comes to what Telegram's limits allow. The
// server enforces them: 30 messages a second over all, 1 a second in a chat, 20 a minute in a group.
//   node bench/delivery.ts [--real] [--json]
// By a clock that is moved, which is exact and takes seconds; with --real by that of the machine, which takes a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../src/application/ports/clock.ts';
import { buildApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { Config } from '../src/config/load-config.ts';
import { instantOf } from '../src/domain/local-time.ts';
import { openSqliteTaskStore } from '../src/persistence/sqlite/sqlite-task-store.ts';
import { startBotApiServer } from '../src/sandbox/bot-api/server.ts';
import { DOCUMENTED_RATE_LIMITS } from '../src/sandbox/bot-api/rate-limits.ts';
import type { BotApiServer } from '../src/sandbox/bot-api/server.ts';
import { MovableClock } from '../src/sandbox/movable-clock.ts';
import { createLogger } from '../src/support/logger.ts';
import { systemClock } from '../src/support/system-clock.ts';
import { writeOffice } from '../test/support/large-office.ts';
import { aPlan, insert } from '../test/support/plans.ts';
import { aBinding, aTask, anAssignment, anOutboxMessage } from '../test/support/rows.ts';

const CHATS = 200;
const MESSAGES_EACH = 10;
/** A Tuesday morning in office hours. */
const START = instantOf('2025-04-08', '09:00');
const NEVER = Number.MAX_SAFE_INTEGER;

export interface DeliveryFigures {
  /** Messages a second, as a share of what the limits allow. */
  readonly shareOfTheLimits: number;
  /** How often the server answered 429. */
  readonly refused: number;
  readonly seconds: number;
  readonly secondsAtTheLimits: number;
}

/** The machine's clock, set to START: the messages may not be said on a Sunday. */
const clockFrom = (start: number): Clock => {
  const ahead = start - systemClock.now();
  return {
    now: () => systemClock.now() + ahead,
    waitUntil: (instant, signal) =>
      systemClock.waitUntil(instant === NEVER ? instant : instant - ahead, signal),
  };
};

/** Everyone of the agency in a Telegram of their own; the groups that the bot writes to are those of every second unit. */
const fillServer = (server: BotApiServer, office: Config): Map<string, number> => {
  for (const { name, telegramId } of office.members) {
    if (telegramId !== null) server.world.addUser({ id: telegramId, firstName: name }).start();
  }
  const owner = server.world.addUser({ firstName: 'Quản trị' });
  const units = office.units.filter(({ code }) => code.startsWith('PB'));
  return new Map(
    units
      .filter((_, index) => index % 2 === 0)
      .map((unit) => [unit.id, server.world.addGroup({ title: unit.name, owner }).id]),
  );
};

/** Tasks that their units have not been told of. */
const owe = async (path: string, office: Config, groups: ReadonlyMap<string, number>): Promise<void> => {
  const store = openSqliteTaskStore(path);
  const { agency } = office;
  await store.syncAgency(agency, office.units, office.members);
  const [secretary] = office.members.filter(({ role }) => role === 'secretary');
  let number = 0;
  for (const unit of office.units.filter(({ code }) => code.startsWith('PB'))) {
    const groupId = groups.get(unit.id);
    const head = office.members.find(({ id }) => id === unit.headId);
    const boundBy = secretary?.id ?? '';
    const changes =
      groupId === undefined ? [] : [insert('chatBinding', aBinding(unit, { chatId: groupId, boundBy }))];
    const outbox = [];
    for (let count = 0; count < MESSAGES_EACH; count++) {
      const task = aTask({ agencyId: agency.id, number: (number += 1), createdBy: boundBy });
      const assignment = anAssignment(task, unit);
      changes.push(insert('task', task), insert('assignment', assignment));
      outbox.push(
        anOutboxMessage({
          agencyId: agency.id,
          chatId: groupId ?? head?.telegramId ?? 0,
          request: { kind: 'task_assigned', assignmentId: assignment.id },
          notBefore: START,
          createdAt: START,
          decidedAt: START,
        }),
      );
    }
    await store.commit(aPlan({ changes, outbox }));
  }
  await store.close();
};

/** By a movable clock unless `isReal`. */
export const measureDelivery = async ({ isReal = false } = {}): Promise<DeliveryFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  writeOffice(folder, CHATS, 'bench');
  const office = await loadConfig(folder);
  const movable = new MovableClock(START);
  const clock = isReal ? clockFrom(START) : movable;
  const server = await startBotApiServer({ now: () => clock.now(), rateLimits: true });
  const path = `file:${join(folder, 'bench.db')}`;
  try {
    await owe(path, office, fillServer(server, office));
    const app = buildApp(
      {
        token: server.token,
        connection: { apiRoot: server.apiRoot, proxy: null },
        databaseUrl: path,
        office,
        log: createLogger({ level: 'error', destination: process.stderr }),
      },
      { clock, everyMinute: (handler) => movable.everyMinute(handler) },
    );
    await app.start();
    const sentAt = (): number[] =>
      server.calls
        .of('sendMessage')
        .filter(({ outcome }) => outcome.kind === 'ok')
        .map(({ atMs }) => atMs);
    // The clock goes on when what people wrote has been handled: the bot hears them out before it says anything itself.
    const rest = async (): Promise<void> => {
      await server.whenIdle();
      await app.whenIdle();
    };
    const waits = new AbortController();
    while (sentAt().length < CHATS * MESSAGES_EACH) {
      if (isReal) await systemClock.waitUntil(systemClock.now() + 1_000, waits.signal);
      else {
        await rest();
        await movable.advanceTo(movable.nextWake() ?? movable.now() + 1_000, rest);
      }
    }
    await app.stop();
    const times = sentAt();
    const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
    // The first thirty leave at once, and thirty more at every full second: no chat has more than it may take meanwhile.
    const { overallPerSecond } = DOCUMENTED_RATE_LIMITS;
    const secondsAtTheLimits = Math.ceil((CHATS * MESSAGES_EACH) / overallPerSecond) - 1;
    return {
      shareOfTheLimits: secondsAtTheLimits / seconds,
      refused: server.overLimits(),
      seconds,
      secondsAtTheLimits,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  const figures = await measureDelivery({ isReal: process.argv.includes('--real') });
  const { shareOfTheLimits, refused, seconds, secondsAtTheLimits } = figures;
  const words =
    `${CHATS * MESSAGES_EACH} messages to ${CHATS} chats: ${seconds} s; the limits allow ${secondsAtTheLimits} s\n` +
    `${(shareOfTheLimits * 100).toFixed(1)} % of the limits, ${refused} answers 429`;
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(figures) : words}\n`);
}
