import type { Onlooker } from '../stories/play-story.ts';
import { playStep } from '../stories/play-story.ts';
import type { Place, Step, Story } from '../stories/story.ts';
import type { PageStage } from './page-stage.ts';
import type { LiveEvent, StoryView } from './wire.ts';

/** Tells a story on the page: on to the next thing that is said of it, at each word of the onlooker. */
export class StoryPlayer {
  readonly #stage: PageStage;
  readonly #story: Story;
  readonly #tell: (event: LiveEvent) => void;
  #done = 0;
  #note = '';
  #focus: Pick<StoryView, 'personId' | 'chatId'> = { personId: null, chatId: null };
  #isPlaying = false;
  #error: string | null = null;

  constructor(stage: PageStage, story: Story, tell: (event: LiveEvent) => void) {
    this.#stage = stage;
    this.#story = story;
    this.#tell = tell;
    const [first] = story.steps;
    if (first?.do === 'note') {
      this.#note = first.text;
      this.#done = 1;
    }
  }

  get view(): StoryView {
    const { name, title, steps } = this.#story;
    return {
      name,
      title,
      done: this.#done,
      steps: steps.length,
      note: this.#note,
      ...this.#focus,
      isPlaying: this.#isPlaying,
      error: this.#error,
    };
  }

  /** Goes on up to and including the next note, or to the end. Nothing while it is going on already. */
  async next(): Promise<void> {
    if (this.#isPlaying || this.#error !== null || this.#done === this.#story.steps.length) return;
    this.#isPlaying = true;
    this.#changed();
    try {
      await this.#stage.clock.run(async () => {
        for (const step of this.#story.steps.slice(this.#done)) {
          this.#lookAt(step);
          await playStep(this.#stage.sandbox, step, this.#onlooker());
          this.#done++;
          this.#changed();
          if (step.do === 'note') break;
        }
      });
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error);
    } finally {
      this.#isPlaying = false;
      this.#changed();
    }
  }

  #onlooker(): Onlooker {
    return {
      note: (text) => {
        this.#note = text;
      },
      press: () => undefined,
      network: () => {
        this.#tell({ kind: 'faults', ...this.#stage.faults() });
      },
      tally: ({ groups, seconds }) => {
        this.#note = `Đủ ${groups} nhóm, mỗi nhóm đúng 1 tin, từ tin đầu đến tin cuối ${seconds} giây.`;
      },
    };
  }

  /** What people do is looked at through their own eyes; what is expected, where it is to be seen. */
  #lookAt(step: Step): void {
    switch (step.do) {
      case 'write':
      case 'reply':
      case 'press':
        this.#show(step.who, step.in);
        return;
      case 'expect':
      case 'waitFor':
        this.#showPlace(step.place);
        return;
      default:
    }
  }

  #showPlace(place: Place): void {
    if ('person' in place) this.#show(place.person, undefined);
    else this.#showGroup(place.group);
  }

  #show(who: string, group: string | undefined): void {
    const { sandbox } = this.#stage;
    const personId = sandbox.person(who).id;
    this.#focus = { personId, chatId: group === undefined ? personId : sandbox.group(group).id };
    this.#changed();
  }

  /** A group is seen by someone who is in it: the person looked through already, if they are. */
  #showGroup(code: string): void {
    const { sandbox, world } = this.#stage;
    const chatId = sandbox.group(code).id;
    const members = (world.chats().find(({ id }) => id === chatId)?.memberIds ?? []).filter(
      (id) => id !== sandbox.server.bot.id,
    );
    const { personId: current } = this.#focus;
    const personId = current !== null && members.includes(current) ? current : (members.at(-1) ?? null);
    this.#focus = { personId, chatId };
    this.#changed();
  }

  #changed(): void {
    this.#tell({ kind: 'story', story: this.view });
  }
}
