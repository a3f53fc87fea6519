import type { Member } from '../../domain/member.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { announcementsOf } from './announcement.ts';
import type { ApplicationContext } from '../context.ts';

/**
 * The open tasks of the units that a member heads and that have no chat: what nobody could be told of until the head could
 * be written to. Those that were announced before do not go out again.
 */
export const toldTo = async (
  app: ApplicationContext,
  { id, telegramId }: Pick<Member, 'id' | 'telegramId'>,
): Promise<readonly OutboxMessage[]> => {
  if (telegramId === null) return [];
  const announced: OutboxMessage[] = [];
  for (const unit of await app.store.units(app.agencyId)) {
    if (unit.headId !== id || (await app.store.bindingOfUnit(unit.id))?.state === 'active') continue;
    announced.push(...(await announcementsOf(app, unit.id, { chatId: telegramId, threadId: null })));
  }
  return announced;
};
