import type { ServerResponse } from 'node:http';
import { MORNING_STORY } from '../stories/morning-story.ts';
import { playStory } from '../stories/play-story.ts';
import { SAMPLE_NOTICE } from '../stories/sample-notice.ts';
import { STORIES, storyCalled } from '../stories/stories.ts';
import type { Story } from '../stories/story.ts';
import { LiveFeed } from './live-feed.ts';
import { PageError } from './page-error.ts';
import { PageStage } from './page-stage.ts';
import type { MessagesWanted, PageCast } from './page-stage.ts';
import { StoryPlayer } from './story-player.ts';
import type { CommandView, LiveEvent, MessagesView, OutlookView, StateView } from './wire.ts';

/** Finds the agency of a story, and the way to start its bot. */
export type CastFor = (story: Story) => Promise<PageCast>;

/** Who can be chosen at once, by member code; those whom an agency does not have are left out. */
const CAST = ['QT', 'VT1', 'TP.KHTC', 'TP.BCVT', 'PGĐ2', 'GĐ'];

/** Keeps one stage for all pages that are open, and sets a new one when somebody begins anew. */
export class PageHost {
  readonly #castFor: CastFor;
  readonly #feed = new LiveFeed();
  #number = 0;
  #stage: PageStage | null = null;
  #player: StoryPlayer | null = null;
  #error: string | null = null;
  #opening: Promise<void> = Promise.resolve();

  constructor(castFor: CastFor) {
    this.#castFor = castFor;
  }

  /** The stage that people act on. @throws PageError while there is none */
  get stage(): PageStage {
    if (!this.#stage) throw new PageError('Đang chuẩn bị, chờ một chút.');
    return this.#stage;
  }

  /** As {@link PageStage.messages}, of the stage of that number; none where another has taken its place. */
  messages(number: number, wanted: MessagesWanted): MessagesView {
    const stage = this.#stage;
    if (stage?.number !== number) return { stage: this.#number, messages: [], isStart: true };
    return stage.messages(wanted);
  }

  /** The command menu that a person has in a chat of the stage of that number. */
  commands(number: number, person: number, chat: number): readonly CommandView[] {
    const stage = this.#stage;
    return stage?.number === number ? stage.world.commandMenu(chat, stage.world.user(person)) : [];
  }

  get player(): StoryPlayer | null {
    return this.#player;
  }

  /**
   * Begins anew: with a story at its beginning, or on the prepared morning. Resolves when all is ready; what fails is
   * kept in the state.
   * @throws PageError where there is no story of that name
   */
  open(storyName: string | null): Promise<void> {
    const story = storyName === null ? null : storyCalled(storyName);
    if (storyName !== null && story === null) throw new PageError(`Không có câu chuyện “${storyName}”.`);
    const opening = this.#opening.then(() => this.#replace(story));
    this.#opening = opening;
    return opening;
  }

  /** Tells a page what happens for as long as it is open. */
  follow(response: ServerResponse): void {
    this.#feed.add(response);
  }

  async state(): Promise<StateView> {
    const stage = this.#stage;
    const outlook: OutlookView | null = (await stage?.outlook()) ?? null;
    const bot = stage?.sandbox.server.bot;
    return {
      stage: this.#number,
      stageState: stage ? 'ready' : this.#error === null ? 'preparing' : 'failed',
      error: this.#error,
      botId: bot?.id ?? 0,
      botName: bot?.first_name ?? '',
      botUsername: bot?.username ?? '',
      cast: CAST,
      people: stage?.people() ?? [],
      chats: stage?.chats() ?? [],
      unread: stage?.unread() ?? [],
      clock: stage?.clock.view ?? { now: 0, target: null },
      faults: stage?.faults() ?? { isNetworkDown: false, isTooMany: false },
      outlook,
      story: this.#player?.view ?? null,
      stories: STORIES.map(({ name, title }) => ({ name, title })),
      sampleNotice: SAMPLE_NOTICE,
    };
  }

  async close(): Promise<void> {
    await this.#opening;
    this.#feed.close();
    await this.#stage?.close();
    this.#stage = null;
  }

  async #replace(story: Story | null): Promise<void> {
    const old = this.#stage;
    this.#stage = null;
    this.#player = null;
    this.#error = null;
    const number = ++this.#number;
    this.#feed.forget();
    this.#feed.tell({ kind: 'stage', stage: number });
    // What an old stage, or one that is being prepared, has to say is nobody's business.
    const tell = (event: LiveEvent): void => {
      if (this.#stage?.number === number) this.#feed.tell(event);
    };
    try {
      await old?.close();
      const stage = await this.#prepare(number, story ?? MORNING_STORY, story === null, tell);
      this.#stage = stage;
      this.#player = story && new StoryPlayer(stage, story, tell);
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error);
    }
    this.#feed.tell({ kind: 'stage', stage: number });
  }

  async #prepare(
    number: number,
    story: Story,
    isPlayed: boolean,
    tell: (event: LiveEvent) => void,
  ): Promise<PageStage> {
    const stage = await PageStage.open(number, story, await this.#castFor(story), tell);
    if (!isPlayed) {
      stage.readAll();
      return stage;
    }
    try {
      const ignore = (): void => undefined;
      const { sandbox } = stage;
      const { steps } = story;
      // Everything but the last day has been read.
      const lastDay = steps.findLastIndex((step) => step.do === 'wait');
      const onlooker = { note: ignore, press: ignore, network: ignore, tally: ignore };
      await playStory(sandbox, { ...story, steps: steps.slice(0, lastDay) }, onlooker);
      stage.readAll();
      await playStory(sandbox, { ...story, steps: steps.slice(lastDay) }, onlooker);
      await stage.readOutlook();
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }
}
