import type { Instant } from './local-time.ts';

/** What a person may do follows from the role; see authority.ts. */
export type Role = 'admin' | 'secretary' | 'director' | 'deputy' | 'unit_head' | 'staff';

/** A person of the agency, as config/agency.yaml declares them or as has been decided in Telegram since. */
export interface Member {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly role: Role;
  /** How messages address the person: "đồng chí Trưởng phòng QLKH&CN". */
  readonly title: string;
  /** The unit the person works in; null for directors and deputies. */
  readonly unitId: string | null;
  /** Telegram user id, which is also the id of the private chat; null until it is known. */
  readonly telegramId: number | null;
}

/** A member with what only those need who change it. */
export interface MemberRecord extends Member {
  /** False where the configuration no longer declares the person, or they have left: they may do nothing. */
  readonly isListed: boolean;
  /** What the configuration said of them at the last start: otherwise than that, it is newer than what is decided in Telegram. */
  readonly declared: Pick<Member, 'role' | 'title' | 'unitId' | 'telegramId'> | null;
  /** When they left by command; null for whoever has not. */
  readonly leftAt: Instant | null;
  readonly version: number;
}
