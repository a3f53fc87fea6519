// What the bot says of its own accord about the people of the agency, in the two forms of notification.ts.
import type { JoinRequest } from './joining.ts';
import type { Member } from './member.ts';
import type { Unit } from './unit.ts';

/** What is owed, by reference. */
export type PeopleNewsRequest =
  | { readonly about: 'join_requested' | 'join_decided'; readonly requestId: string }
  /** An account has been tied to a member. `account`: what it calls itself; `isAnother`: in the place of an earlier one. */
  | {
      readonly about: 'linked';
      readonly memberId: string;
      readonly account: string;
      readonly isAnother: boolean;
    }
  /** Someone has left. The units that they headed or had in charge. */
  | {
      readonly about: 'left';
      readonly memberId: string;
      readonly headed: readonly string[];
      readonly inCharge: readonly string[];
    }
  /** To the one who has left. */
  | { readonly about: 'farewell'; readonly memberId: string };

/** Whether it is said to someone who need not be a member: the answer to a request to be let in, and the last word. */
export const isForStranger = (request: {
  readonly kind: string;
  readonly news?: PeopleNewsRequest;
}): boolean =>
  request.kind === 'people' && (request.news?.about === 'join_decided' || request.news?.about === 'farewell');

/** What is said, with the facts of the moment. */
export type PeopleNews =
  | {
      readonly about: 'join_requested';
      readonly request: JoinRequest;
      /** Who has no account yet and may be given this one, in the order of the configuration. */
      readonly candidates: readonly Member[];
      /** Where the list begins to be shown. */
      readonly offset: number;
    }
  /** `member`: who the asker was taken for; null where they were turned down. */
  | { readonly about: 'join_decided'; readonly member: Member | null }
  | {
      readonly about: 'linked';
      readonly member: Member;
      readonly account: string;
      readonly isAnother: boolean;
    }
  | { readonly about: 'left'; readonly member: Member; readonly leftBehind: LeftBehind }
  | { readonly about: 'farewell'; readonly member: Member };

/** What has nobody to look after it when a member leaves or changes role. */
export interface LeftBehind {
  /** Units without a head, and the numbers of their open tasks. */
  readonly headless: readonly { readonly unit: Unit; readonly taskNumbers: readonly number[] }[];
  /** Units that were in the charge of a deputy director, and are in the director's now. */
  readonly uncharged: readonly Unit[];
  /** Tasks whose extension waited for them, and waits for someone else now. */
  readonly extensions: readonly number[];
  /** Drafts they have begun and nobody has decided. */
  readonly openDrafts: number;
}
