import { Sandbox } from '../sandbox.ts';
import type { SandboxPerson, SandboxUnit, SandboxedBot } from '../sandbox.ts';
import { instantOfStep } from './moments.ts';
import type { Story } from './story.ts';

/** Starts the bot against the sandbox's server; the same bot as ever. */
type StartBot = (sandbox: Sandbox) => Promise<SandboxedBot & { stop(): Promise<void> }>;

/** The agency that a story is about, and its bot. */
export interface Cast {
  readonly people: readonly SandboxPerson[];
  readonly units: readonly SandboxUnit[];
  readonly startBot: StartBot;
}

/** A sandbox in which a story can begin. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly close: () => Promise<void>;
}

/** Sets a story up: everyone has opened the chat with the bot, and each unit's group is bound to it. */
export const setStage = async (story: Story, { people, units, startBot }: Cast): Promise<Stage> => {
  const { startAt, groupOwner, forums = {} } = story;
  const sandbox = await Sandbox.open({
    startAt: instantOfStep(startAt),
    people,
    units,
    groupOwner,
    forums,
    rateLimits: true,
  });
  let bot: Awaited<ReturnType<StartBot>> | null = null;
  const close = async (): Promise<void> => {
    await bot?.stop();
    await sandbox.close();
  };
  try {
    bot = await startBot(sandbox);
    sandbox.attach(bot);
    await sandbox.everyoneStarts();
    await sandbox.bindGroups(groupOwner);
    return { sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
};
