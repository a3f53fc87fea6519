/** One thing that happens in a story. People are named by their member code, groups by their unit's code. */
export type Step =
  /** A line that explains to the onlooker what comes next. */
  | { readonly do: 'note'; readonly text: string }
  /** The clock goes on to this minute, `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh; everything on the way happens. */
  | { readonly do: 'wait'; readonly until: string }
  | { readonly do: 'write'; readonly who: string; readonly in?: string; readonly text: string }
  /** Answers the newest message of the bot that contains `to`. */
  | {
      readonly do: 'reply';
      readonly who: string;
      readonly in?: string;
      readonly to: string;
      readonly text: string;
    }
  /** Presses the button whose label begins with `button` under the newest message that contains `under`. */
  | {
      readonly do: 'press';
      readonly who: string;
      readonly in?: string;
      readonly under: string;
      readonly button: string;
    };

/** A story that the sandbox plays, in a terminal or as a test. */
export interface Story {
  readonly name: string;
  readonly title: string;
  /** When it begins, `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh. */
  readonly startAt: string;
  /** Who makes the groups and binds them before the story begins. */
  readonly groupOwner: string;
  /** The chats that the onlooker follows: people's private chats and units' groups. */
  readonly watched: { readonly people: readonly string[]; readonly groups: readonly string[] };
  readonly steps: readonly Step[];
}
