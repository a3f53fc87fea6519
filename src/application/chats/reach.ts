import type { ChatAddress } from '../../domain/chat.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';
import { chatsOfUnits, readRoster } from './unit-chat.ts';

/** Which of the units that something concerns will hear of it, and which have neither a chat nor a head to write to. */
export interface Reach {
  readonly reached: readonly Unit[];
  readonly unreached: readonly Unit[];
}

/** Each unit once, in the order given. */
export const reachOf = async (app: ApplicationContext, units: readonly Unit[]): Promise<Reach> => {
  const chatOf = chatsOfUnits(await readRoster(app));
  const lost = new Set((await app.store.unreachableChats(app.agencyId)).map(({ chatId }) => chatId));
  const each = [...new Map(units.map((unit) => [unit.id, unit])).values()];
  const isReached = (unit: Unit): boolean => {
    const chat = chatOf(unit);
    return chat !== null && !lost.has(chat.chatId);
  };
  return {
    reached: each.filter(isReached),
    unreached: each.filter((unit) => !isReached(unit)),
  };
};

/** By its id, the part under which each chat is told of a matter of the whole task: once, however many of its units share it. */
export const partsToTell = async (
  app: ApplicationContext,
  views: readonly AssignmentView[],
): Promise<ReadonlyMap<string, { readonly view: AssignmentView; readonly chat: ChatAddress }>> => {
  const chatOf = chatsOfUnits(await readRoster(app));
  const byChat = new Map<string, { readonly view: AssignmentView; readonly chat: ChatAddress }>();
  const byPart = views.flatMap((view) => {
    const chat = chatOf(view.unit);
    if (chat === null) return [];
    const key = `${chat.chatId}/${chat.threadId ?? ''}`;
    const told = byChat.get(key) ?? { view, chat };
    byChat.set(key, told);
    return [[view.assignment.id, told] as const];
  });
  return new Map(byPart);
};
