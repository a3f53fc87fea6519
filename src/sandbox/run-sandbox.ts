import { NOTICE_STORY } from './stories/notice-story.ts';
import { instantOfStep, playStory } from './stories/play-story.ts';
import { Transcript } from './stories/transcript.ts';
import { Sandbox, codeOf } from './sandbox.ts';
import type { SandboxPerson, SandboxUnit, SandboxedBot } from './sandbox.ts';

/** Starts the bot against the sandbox's server; the same bot as ever. */
type StartBot = (sandbox: Sandbox) => Promise<SandboxedBot & { stop(): Promise<void> }>;

export interface SandboxRun {
  readonly people: readonly SandboxPerson[];
  readonly units: readonly SandboxUnit[];
  readonly startBot: StartBot;
  readonly print: (line: string) => void;
  /** Ends the sandbox; without it, it ends when the story does. */
  readonly until: AbortSignal | null;
}

/** Runs the whole product on this machine alone: the bot, a Telegram of its own, and a story of a working week. */
export const runSandbox = async ({ people, units, startBot, print, until }: SandboxRun): Promise<void> => {
  const story = NOTICE_STORY;
  const sandbox = await Sandbox.open({
    startAt: instantOfStep(story.startAt),
    people,
    units,
    groupOwner: story.groupOwner,
  });
  let bot: Awaited<ReturnType<StartBot>> | null = null;
  try {
    bot = await startBot(sandbox);
    sandbox.attach(bot);
    await sandbox.everyoneStarts();
    await sandbox.bindGroups(story.groupOwner);
    const names = new Map(people.map((person) => [codeOf(person), person.name]));
    const nameOf = (code: string): string => names.get(code) ?? code;
    const unitNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
    const transcript = new Transcript(
      sandbox,
      [
        ...story.watched.people.map((code) => ({
          chatId: sandbox.person(code).id,
          title: `Chat riêng: ${nameOf(code)}`,
        })),
        ...story.watched.groups.map((code) => ({
          chatId: sandbox.group(code).id,
          title: `Nhóm ${unitNames.get(code) ?? code}`,
        })),
      ],
      names,
      print,
    );
    print(`Câu chuyện mẫu: ${story.title}`);
    transcript.follow();
    await playStory(sandbox, story, transcript);
    transcript.note('Hết câu chuyện.');
    if (until !== null && !until.aborted) {
      print('');
      print('Bot vẫn đang chạy trong Telegram giả lập. Nhấn Ctrl-C để dừng.');
      await new Promise((resolve) => {
        until.addEventListener('abort', resolve, { once: true });
      });
    }
  } finally {
    await bot?.stop();
    await sandbox.close();
  }
};
