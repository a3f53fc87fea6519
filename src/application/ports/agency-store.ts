import type { Agency } from '../../domain/agency.ts';
import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';

/** The agency as it is configured, and the chats of its units. */
export interface AgencyStore {
  /**
   * Writes the agency, its units and members as configured. Units and members that are no longer declared are kept, but no
   * longer listed. What was decided in Telegram since (who a member's account is, what they do, who heads a unit, that
   * they have left) stays as long as the configuration says of it what it said the last time. Idempotent.
   */
  syncAgency(
    agency: Pick<Agency, 'id' | 'name'>,
    units: readonly Unit[],
    members: readonly Member[],
  ): Promise<void>;
  agency(agencyId: string): Promise<Agency | null>;
  /** The units declared now, in the order of the configuration. */
  units(agencyId: string): Promise<readonly Unit[]>;
  /** The members declared now, in the order of the configuration. */
  members(agencyId: string): Promise<readonly Member[]>;
  /** Among the members declared now. */
  memberByTelegramId(agencyId: string, telegramId: number): Promise<Member | null>;
  /** In the order of the units; unreachable chats too. */
  bindings(agencyId: string): Promise<readonly ChatBinding[]>;
  bindingOfUnit(unitId: string): Promise<ChatBinding | null>;
  /** The units served by a chat or topic. */
  bindingsOfChat(agencyId: string, chat: ChatAddress): Promise<readonly ChatBinding[]>;
}
