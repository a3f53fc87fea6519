import { isAdministrator, isPresent } from './chats.ts';
import type { ChatRecord } from './records.ts';

/** A chat without its messages. */
export interface ChatSummary {
  readonly id: number;
  readonly kind: ChatRecord['kind'];
  /** The group's title, or the person's name. */
  readonly title: string;
  readonly memberIds: readonly number[];
  /** Those members who administer a group. */
  readonly administratorIds: readonly number[];
  /** The supergroup that a group has become. */
  readonly migratedTo: number | null;
  readonly isForum: boolean;
  readonly topics: readonly { readonly id: number; readonly name: string; readonly closed: boolean }[];
}

/** What only groups have. */
const NO_GROUP = { administratorIds: [], migratedTo: null, isForum: false, topics: [] } as const;

export function chatSummary(chat: ChatRecord): ChatSummary {
  if (chat.kind === 'private') {
    const { id, first_name, last_name } = chat.owner.user;
    const title = [first_name, last_name].filter((part) => part !== undefined).join(' ');
    return { ...NO_GROUP, id, kind: chat.kind, title, memberIds: [id] };
  }
  const { id, kind, title, isForum, migratedTo = null } = chat;
  const members = [...chat.members.values()].filter(isPresent);
  return {
    id,
    kind,
    title,
    memberIds: members.map(({ userId }) => userId),
    administratorIds: members.filter(isAdministrator).map(({ userId }) => userId),
    migratedTo,
    isForum,
    topics: [...chat.topics.values()].map((topic) => ({
      id: topic.id,
      name: topic.name,
      closed: topic.closed,
    })),
  };
}
