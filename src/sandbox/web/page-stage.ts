import type { CallbackAnswer } from '../bot-api/world/records.ts';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { WorldEvent } from '../bot-api/world/events.ts';
import type { SandboxUser } from '../bot-api/world/user.ts';
import type { ChatSummary } from '../bot-api/world/chat-summary.ts';
import type { World } from '../bot-api/world/world.ts';
import type { Sandbox, SandboxPerson, SandboxedBot } from '../sandbox.ts';
import { codeOf } from '../sandbox.ts';
import type { SandboxUnit } from '../sandbox.ts';
import { setStage } from '../stories/stage.ts';
import type { Stage } from '../stories/stage.ts';
import type { Story } from '../stories/story.ts';
import { ClockDriver } from './clock-driver.ts';
import { messageView, pinnedOf, previewOf } from './message-view.ts';
import { ReadMarks } from './read-marks.ts';
import type { ChatView, FaultsView, LiveEvent, MessagesView, OutlookView, PersonView } from './wire.ts';

/** A person of the agency, as the page names them. */
export interface PagePerson extends SandboxPerson {
  readonly role: string;
  readonly title: string;
}

/** The bot of a stage, and what it has in mind. */
export interface PageBot extends SandboxedBot {
  stop(): Promise<void>;
  outlook(): Promise<OutlookView>;
}

/** An agency, and the way to start its bot. */
export interface PageCast {
  readonly people: readonly PagePerson[];
  readonly units: readonly SandboxUnit[];
  readonly startBot: (sandbox: Sandbox) => Promise<PageBot>;
}

/** Which messages are asked for. */
export interface MessagesWanted {
  readonly person: number;
  readonly chat: number;
  /** Only what is in this topic, where 0 is "General"; null for everything. */
  readonly topic: number | null;
  /** Only what stands before this position; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Telegram asks for this long a pause while there are too many requests. */
const PAUSE_SECONDS = 30;

/** The outlook is read again when nothing has happened for this long (real time). */
const OUTLOOK_AFTER_MS = 120;

const MOST_MESSAGES = 100;

/** One sandbox that people look at and act in: what there is to see, and what changes it. */
export class PageStage {
  readonly sandbox: Sandbox;
  readonly clock: ClockDriver;
  readonly #number: number;
  readonly #stage: Stage;
  readonly #bot: PageBot;
  readonly #people: readonly PagePerson[];
  readonly #unitNames: ReadonlyMap<string, string>;
  readonly #marks: ReadMarks;
  readonly #ownerCode: string;
  readonly #tell: (event: LiveEvent) => void;
  readonly #stopListening: (() => void)[];
  #isTooMany = false;
  #outlook: OutlookView | null = null;
  #outlookTimer: NodeJS.Timeout | null = null;

  private constructor(
    number: number,
    stage: Stage,
    bot: PageBot,
    { people, units }: PageCast,
    ownerCode: string,
    tell: (event: LiveEvent) => void,
  ) {
    this.#number = number;
    this.#stage = stage;
    this.#bot = bot;
    this.#people = people;
    this.#unitNames = new Map(units.map((unit) => [unit.id, unit.shortName]));
    this.#ownerCode = ownerCode;
    this.#tell = tell;
    this.sandbox = stage.sandbox;
    this.clock = new ClockDriver(this.sandbox, (clock) => {
      tell({ kind: 'clock', ...clock });
      this.#outlookChanged();
    });
    this.#marks = new ReadMarks(this.world);
    this.#stopListening = [
      this.world.onMessage((entry) => {
        this.#unread(this.#marks.arrived(entry));
      }),
      this.world.onChange((event) => {
        this.#changed(event);
      }),
    ];
  }

  /** Sets a story up, with its own bot and a clock that stands at its beginning. */
  static async open(
    number: number,
    story: Story,
    cast: PageCast,
    tell: (event: LiveEvent) => void,
  ): Promise<PageStage> {
    let bot: PageBot | null = null;
    const stage = await setStage(story, {
      ...cast,
      startBot: async (sandbox) => (bot = await cast.startBot(sandbox)),
    });
    // The stage has been set: its bot is there.
    return new PageStage(number, stage, bot as unknown as PageBot, cast, story.groupOwner, tell);
  }

  get world(): World {
    return this.sandbox.server.world;
  }

  /** Who made the groups. */
  get owner(): SandboxUser {
    return this.sandbox.person(this.#ownerCode);
  }

  get number(): number {
    return this.#number;
  }

  /** Everyone of the agency who has an account, in the agency's order. */
  people(): PersonView[] {
    return this.#people.flatMap((person): PersonView[] => {
      if (person.telegramId === null) return [];
      const { id, name, role, title, unitId } = { ...person, id: person.telegramId };
      const { hasBlockedBot, hasStartedBot: hasStarted } = this.world.user(id);
      const unit = unitId === null ? null : (this.#unitNames.get(unitId) ?? null);
      return [{ id, code: codeOf(person), name, role, title, unit, hasBlockedBot, hasStarted }];
    });
  }

  chats(): ChatView[] {
    return this.world.chats().map((chat) => this.#chatView(chat));
  }

  unread() {
    return this.#marks.all();
  }

  faults(): FaultsView {
    return { isNetworkDown: this.sandbox.server.faults.networkDown, isTooMany: this.#isTooMany };
  }

  /** Reads what the bot has in mind, after much has happened. */
  async readOutlook(): Promise<void> {
    this.#outlook = await this.#bot.outlook();
  }

  /** As it was read last; it is read again when anything has happened. */
  async outlook(): Promise<OutlookView> {
    return (this.#outlook ??= await this.#bot.outlook());
  }

  /** Some messages of a chat as a person sees it, oldest first. */
  messages({ person, chat: chatId, topic, before, limit }: MessagesWanted): MessagesView {
    const viewer = this.world.user(person);
    const wanted = Math.max(1, Math.min(limit, MOST_MESSAGES));
    const found = this.world.excerpt(chatId, viewer, wanted, { before: before ?? Infinity, topic });
    return {
      stage: this.#number,
      messages: found.map(({ position, entry }) => messageView(this.world, position, entry)),
      isStart: found.length < wanted,
    };
  }

  /** A person has a chat before their eyes, down to its end. */
  read(personId: number, chatId: number): void {
    this.#unread(this.#marks.read(personId, chatId));
  }

  /** As if everyone had looked at everything. */
  readAll(): void {
    this.#marks.readAll();
  }

  /** Breaks the way between the bot and Telegram, or mends it. */
  setFaults({ isNetworkDown, isTooMany }: FaultsView): void {
    const { faults } = this.sandbox.server;
    this.#isTooMany = isTooMany;
    faults.clear();
    if (isTooMany) faults.tooManyRequests({ method: '*', times: Infinity }, PAUSE_SECONDS);
    if (isNetworkDown) faults.setNetworkDown(true);
    this.#tell({ kind: 'faults', ...this.faults() });
  }

  /** A person has stopped the bot, or lets it write again. */
  peopleChanged(): void {
    this.#tell({ kind: 'people', people: this.people() });
  }

  /** Lets the consequences of what somebody did happen, and tells of them; what goes wrong is told to everyone. */
  settle(): void {
    this.#watch(this.clock.settle());
  }

  /** Moves the clock to an instant; the way there takes its time. */
  moveTo(instant: number): void {
    this.#watch(this.clock.moveTo(instant));
  }

  async close(): Promise<void> {
    for (const stop of this.#stopListening) stop();
    if (this.#outlookTimer) clearTimeout(this.#outlookTimer);
    this.sandbox.server.faults.clear();
    await this.clock.close();
    await this.#stage.close();
  }

  #changed(event: WorldEvent): void {
    const { chatId } = event;
    switch (event.kind) {
      case 'callback-answer':
        this.#answered(event);
        return;
      case 'chat-action':
        this.#tell({ kind: 'typing', chatId });
        return;
      case 'chat':
        this.#chat(chatId);
        this.peopleChanged();
        return;
      default:
        for (const position of this.world.positionsOf(chatId, event.messageId)) {
          const entry = this.world.entryAt(chatId, position);
          if (entry) this.#message(chatId, position, entry);
        }
        this.#chat(chatId);
        this.#outlookChanged();
    }
  }

  #message(chatId: number, position: number, entry: HistoryEntry): void {
    this.#tell({ kind: 'message', chatId, message: messageView(this.world, position, entry) });
  }

  #answered({ chatId, messageId, userId, answer }: Extract<WorldEvent, { kind: 'callback-answer' }>): void {
    this.#tell({ kind: 'answer', chatId, messageId, personId: userId, ...answerView(answer) });
  }

  #chat(chatId: number): void {
    const chat = this.world.chats().find(({ id }) => id === chatId);
    if (chat) this.#tell({ kind: 'chat', chat: this.#chatView(chat) });
  }

  #chatView(chat: ChatSummary): ChatView {
    const { id, kind } = chat;
    const hasBot = kind === 'private' ? !this.world.user(id).hasBlockedBot : this.world.hasBot(id);
    return { ...chat, hasBot, last: previewOf(this.world, id), pinned: pinnedOf(this.world, id) };
  }

  #unread(unread: ReturnType<ReadMarks['all']>): void {
    if (unread.length > 0) this.#tell({ kind: 'unread', unread });
  }

  #outlookChanged(): void {
    if (this.#outlookTimer) clearTimeout(this.#outlookTimer);
    this.#outlookTimer = setTimeout(() => {
      this.#outlookTimer = null;
      this.#watch(
        this.#bot.outlook().then((outlook) => {
          this.#outlook = outlook;
          this.#tell({ kind: 'outlook', outlook });
        }),
      );
    }, OUTLOOK_AFTER_MS);
  }

  #watch(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#tell({ kind: 'trouble', text: error instanceof Error ? error.message : String(error) });
    });
  }
}

const answerView = (
  answer: CallbackAnswer,
): { readonly isAnswered: boolean; readonly text: string; readonly isAlert: boolean } =>
  answer.answered
    ? { isAnswered: true, text: answer.text, isAlert: answer.showAlert }
    : { isAnswered: false, text: '', isAlert: false };
