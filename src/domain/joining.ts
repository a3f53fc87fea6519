// How a person of the agency and an account of Telegram come together: by a link made for them, or because they asked.
import type { Instant } from './local-time.ts';

/** A link by which one member ties an account to their name, once. */
export interface Invitation {
  readonly id: string;
  readonly agencyId: string;
  readonly memberId: string;
  /** SHA-256 of the code in the link, in hexadecimal. The code itself is kept nowhere. */
  readonly codeHash: string;
  /** The member who made it; null for the one that the set-up prints. */
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  /** From this moment on it is worth nothing. */
  readonly expiresAt: Instant;
  /** `withdrawn`: a later link for the same member has taken its place. */
  readonly state: 'open' | 'used' | 'withdrawn';
  readonly usedAt: Instant | null;
  /** The account it was used from. */
  readonly usedBy: number | null;
  readonly version: number;
}

/** Someone whose account is unknown asks to be taken for a member of the agency. */
export interface JoinRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly telegramId: number;
  /** As the account calls itself: whoever decides must know better. */
  readonly name: string;
  readonly username: string | null;
  readonly askedAt: Instant;
  readonly state: 'pending' | 'approved' | 'refused';
  /** Who it turned out to be. */
  readonly memberId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
}
