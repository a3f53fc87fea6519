import { codeOf } from './sandbox.ts';
import { playStory } from './stories/play-story.ts';
import { setStage } from './stories/stage.ts';
import type { Cast } from './stories/stage.ts';
import type { Story } from './stories/story.ts';
import { Transcript } from './stories/transcript.ts';

export interface SandboxRun extends Cast {
  readonly story: Story;
  readonly print: (line: string) => void;
}

/** Runs the whole product on this machine alone: the bot, a Telegram of its own, and a story that is told as it happens, to its end. */
export const runSandbox = async ({ story, print, ...cast }: SandboxRun): Promise<void> => {
  const { people, units } = cast;
  const { sandbox, close } = await setStage(story, cast);
  try {
    const names = new Map(people.map((person) => [codeOf(person), person.name]));
    const unitNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
    const transcript = new Transcript(
      sandbox,
      [
        ...story.watched.people.map((code) => ({
          chatId: sandbox.person(code).id,
          title: `Chat riêng: ${names.get(code) ?? code}`,
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
  } finally {
    await close();
  }
};
