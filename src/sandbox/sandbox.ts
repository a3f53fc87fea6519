import { startBotApiServer } from './bot-api/server.ts';
import type { BotApiServer, BotApiServerOptions } from './bot-api/server.ts';
import type { SandboxUser } from './bot-api/world/user.ts';
import type { SandboxGroup, SandboxTopic } from './bot-api/world/world.ts';
import { MovableClock } from './movable-clock.ts';

/** A person of the agency, as far as Telegram is concerned. */
export interface SandboxPerson {
  /** The member's id, which ends with the member's code: `skhcn/VT1`. */
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly telegramId: number | null;
}

/** A unit whose group is set up. */
export interface SandboxUnit {
  readonly id: string;
  readonly code: string;
  readonly shortName: string;
}

/** What the bot tells of itself, so that the sandbox knows when it has come to rest. */
export interface SandboxedBot {
  whenIdle(): Promise<void>;
}

export interface SandboxOptions extends Omit<BotApiServerOptions, 'now'> {
  /** The instant at which the clock stands in the beginning. */
  readonly startAt: number;
  readonly people: readonly SandboxPerson[];
  readonly units: readonly SandboxUnit[];
  /** The person who makes the groups and adds the bot: a member's code. */
  readonly groupOwner: string;
  /** Units whose group is a forum with these topics, by the unit's code. */
  readonly forums?: Readonly<Record<string, readonly string[]>>;
}

/** Waits up to this long are part of what is going on (the pace of sending); longer ones wait for the clock to be moved. */
const PACE_MS = 20_000;

/** "VT1" out of `skhcn/VT1`. */
export const codeOf = (person: Pick<SandboxPerson, 'id'>): string =>
  person.id.slice(person.id.indexOf('/') + 1);

/** An agency's people and groups in a Telegram of their own, with a clock that stands still until it is moved. */
export class Sandbox {
  readonly server: BotApiServer;
  readonly clock: MovableClock;
  private readonly users = new Map<string, SandboxUser>();
  private readonly groups = new Map<string, SandboxGroup>();
  /** The topic that a unit's work goes into, by the unit's code. */
  private readonly topics = new Map<string, SandboxTopic>();
  private bot: SandboxedBot | null = null;

  private constructor(server: BotApiServer, clock: MovableClock) {
    this.server = server;
    this.clock = clock;
  }

  /** Starts the Bot API server and fills it with the people and one group for each unit. */
  static async open(given: SandboxOptions): Promise<Sandbox> {
    const { startAt, people, units, groupOwner, forums = {}, ...options } = given;
    const clock = new MovableClock(startAt);
    const server = await startBotApiServer({ now: () => clock.now(), ...options });
    const sandbox = new Sandbox(server, clock);
    try {
      sandbox.fill({ people, units, groupOwner, forums });
    } catch (error) {
      await server.close();
      throw error;
    }
    return sandbox;
  }

  private fill({
    people,
    units,
    groupOwner,
    forums,
  }: Required<Pick<SandboxOptions, 'people' | 'units' | 'groupOwner' | 'forums'>>): void {
    const { world } = this.server;
    for (const person of people) {
      if (person.telegramId === null) continue;
      this.users.set(codeOf(person), world.addUser({ id: person.telegramId, firstName: person.name }));
    }
    const owner = this.person(groupOwner);
    for (const unit of units) {
      const members = people
        .filter((person) => person.unitId === unit.id && codeOf(person) !== groupOwner)
        .flatMap((person) => this.users.get(codeOf(person)) ?? []);
      const topics = forums[unit.code] ?? [];
      const options = { title: unit.shortName, owner, members };
      const group =
        topics.length === 0 ? world.addGroup(options) : world.addSupergroup({ ...options, isForum: true });
      this.groups.set(unit.code, group);
      const [first] = topics.map((name) => world.addTopic(group, name, owner));
      if (first) this.topics.set(unit.code, first);
    }
  }

  /** The bot that works against this server; its rest is waited for. */
  attach(bot: SandboxedBot): void {
    this.bot = bot;
  }

  /** A person by the member's code. */
  person(code: string): SandboxUser {
    const user = this.users.get(code);
    if (!user) throw new Error(`Nobody called ${code} in the sandbox`);
    return user;
  }

  /** A unit's group by the unit's code. */
  group(unitCode: string): SandboxGroup {
    const group = this.groups.get(unitCode);
    if (!group) throw new Error(`No group of ${unitCode} in the sandbox`);
    return group;
  }

  /** Everyone opens their chat with the bot, which may write to them from then on. */
  async everyoneStarts(): Promise<void> {
    for (const user of this.users.values()) user.start();
    await this.settle();
  }

  /** The group's owner makes each group, or its first topic, the place of its unit. */
  async bindGroups(owner: string): Promise<void> {
    const user = this.person(owner);
    for (const [code, group] of this.groups) {
      const topic = this.topics.get(code);
      user.sendText(group, `/gan ${code}`, topic ? { threadId: topic.id } : {});
    }
    await this.settle();
  }

  /** Waits until the bot has handled and sent everything, letting the clock go on by the seconds that its pace takes. */
  async settle(): Promise<void> {
    await this.rest();
    for (;;) {
      const wake = this.clock.nextWake();
      if (wake === null || wake - this.clock.now() > PACE_MS) return;
      await this.clock.advanceTo(wake, () => this.rest());
    }
  }

  /** Moves the clock to an instant; every minute on the way really happens. */
  async advanceTo(instant: number): Promise<void> {
    await this.clock.advanceTo(instant, () => this.rest());
    await this.settle();
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private async rest(): Promise<void> {
    await this.heard();
    await this.bot?.whenIdle();
    // What was sent may have been answered in the meantime.
    await this.heard();
  }

  /** What people wrote while the bot is cut off waits until it no longer is. */
  private async heard(): Promise<void> {
    if (!this.server.faults.networkDown) await this.server.whenIdle();
  }
}
