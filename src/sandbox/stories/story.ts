import type { StoryAction } from './actions.ts';

/** A person's chat with the bot, by the member's code, or a unit's group, by the unit's code. */
export type Place = { readonly person: string } | { readonly group: string };

/** Someone writes something, in the chat with the bot or in a unit's group. */
export type Saying =
  | { readonly do: 'write'; readonly who: string; readonly in?: string; readonly text: string }
  /** Answers the newest message of the bot that contains `to`; the newest that asks for an answer where nothing is said. */
  | {
      readonly do: 'reply';
      readonly who: string;
      readonly in?: string;
      readonly to?: string;
      readonly text: string;
    };

/**
 * One thing that happens in a story. People are named by their member code, groups by their unit's code; a minute is
 * `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh; words are looked for in whatever case.
 */
export type Step =
  /** A line that explains to the onlooker what comes next. */
  | { readonly do: 'note'; readonly text: string }
  /** The clock goes on to this minute; everything on the way happens. */
  | { readonly do: 'wait'; readonly until: string }
  /** The clock goes on to the next minute at which the bot says these words there, and no further than `until`. */
  | { readonly do: 'waitFor'; readonly place: Place; readonly says: string; readonly until: string }
  | Saying
  /** Everything is said before the bot has answered any of it. */
  | { readonly do: 'atOnce'; readonly sayings: readonly Saying[] }
  /** Presses a button under the newest message that has one which does that, and that contains `under` where it is told. */
  | {
      readonly do: 'press';
      readonly who: string;
      readonly in?: string;
      readonly does: StoryAction;
      readonly under?: string;
    }
  /** The way between the bot and Telegram breaks, or is there again. People's way is not the bot's. */
  | { readonly do: 'network'; readonly is: 'down' | 'up' }
  | Expectation
  /** In each of these groups the bot has said the words in exactly one message; the onlooker is told how it went. */
  | { readonly do: 'tally'; readonly says: string; readonly groups: readonly string[] };

/** What must be true of the messages of the bot in one chat; onlookers see nothing of it. */
export interface Expectation {
  readonly do: 'expect';
  readonly place: Place;
  /** Words of the messages that are meant. */
  readonly says: string;
  /** How many such messages there are since the story began; at least one unless told. */
  readonly times?: number;
  /** The minute at which the newest of them came. */
  readonly at?: string;
  /** What the newest of them says too, and what it does not. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** A story that the sandbox plays, in a terminal, on a page or as a test. */
export interface Story {
  readonly name: string;
  readonly title: string;
  /** When it begins: a minute as in {@link Step}. */
  readonly startAt: string;
  /** The agency it is about, declared as in agency.yaml; the sample agency unless told. */
  readonly agency?: object;
  /** Who makes the groups and binds them before the story begins. */
  readonly groupOwner: string;
  /** Units whose group has topics, by the unit's code; the unit's work goes into the first of them. */
  readonly forums?: Readonly<Record<string, readonly string[]>>;
  /** The chats that the onlooker follows: people's private chats and units' groups. */
  readonly watched: { readonly people: readonly string[]; readonly groups: readonly string[] };
  readonly steps: readonly Step[];
}
