import type { Invitation, JoinRequest } from '../../domain/joining.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member, MemberRecord } from '../../domain/member.ts';
import type { UnitPost } from '../../domain/unit.ts';

/** Who has joined, who wants to, and who has left. */
export interface JoiningStore {
  /** Of any standing. */
  memberRecord(memberId: string): Promise<MemberRecord | null>;
  /** Who has left by command, as long as the configuration declares them. */
  formerMembers(agencyId: string): Promise<readonly Member[]>;
  /** Of a unit of any standing. */
  unitPost(unitId: string): Promise<UnitPost | null>;
  /** Of whatever agency: the hash of a code belongs to one link only. */
  invitationByCode(codeHash: string): Promise<Invitation | null>;
  /** Over or not; a member has one at most. */
  openInvitation(memberId: string): Promise<Invitation | null>;
  joinRequest(requestId: string): Promise<JoinRequest | null>;
  /** The last one of an account, decided or not. */
  newestJoinRequest(agencyId: string, telegramId: number): Promise<JoinRequest | null>;
  /** Oldest first. */
  pendingJoinRequests(agencyId: string): Promise<readonly JoinRequest[]>;
  /** Made at or after `since`. */
  countJoinRequests(agencyId: string, since: Instant): Promise<number>;
}
