import type { Instant } from '../../domain/local-time.ts';
import type { Invitation, JoinRequest } from '../../domain/joining.ts';
import type { Member, MemberRecord } from '../../domain/member.ts';
import type { UnitPost } from '../../domain/unit.ts';
import type { Connection } from './connection.ts';
import { equals, given } from './connection.ts';
import { and, asc, desc, getTableColumns, sql } from './drizzle.ts';
import { invitations, joinRequests, members, units } from './schema/agency.ts';

const { position: _position, ...recordColumns } = getTableColumns(members);
const {
  isListed: _isListed,
  declared: _declared,
  leftAt: _leftAt,
  version: _version,
  ...memberColumns
} = recordColumns;

const { id, agencyId, headId, deputyId, declared, version } = getTableColumns(units);
const postColumns = { id, agencyId, headId, deputyId, declared, version };

/** What changing the people of an agency asks: see TaskStore.memberRecord and what follows it. */
export const joiningQueries = ({ db }: Connection) => {
  const recordById = db.select(recordColumns).from(members).where(equals(members.id, 'id')).prepare();
  const whoLeft = db
    .select(memberColumns)
    .from(members)
    .where(and(equals(members.agencyId, 'agencyId'), sql`${members.leftAt} is not null`))
    .orderBy(asc(members.position), asc(members.id))
    .prepare();
  const postById = db.select(postColumns).from(units).where(equals(units.id, 'id')).prepare();
  const byCode = db.select().from(invitations).where(equals(invitations.codeHash, 'codeHash')).prepare();
  const openOf = db
    .select()
    .from(invitations)
    .where(and(equals(invitations.memberId, 'memberId'), sql.raw(`state = 'open'`)))
    .prepare();
  const requestById = db.select().from(joinRequests).where(equals(joinRequests.id, 'id')).prepare();
  const newestOf = db
    .select()
    .from(joinRequests)
    .where(and(equals(joinRequests.agencyId, 'agencyId'), equals(joinRequests.telegramId, 'telegramId')))
    .orderBy(desc(joinRequests.askedAt), desc(joinRequests.id))
    .limit(1)
    .prepare();
  const pending = db
    .select()
    .from(joinRequests)
    .where(and(equals(joinRequests.agencyId, 'agencyId'), sql.raw(`state = 'pending'`)))
    .orderBy(asc(joinRequests.askedAt), asc(joinRequests.id))
    .prepare();
  const askedSince = db
    .select({ count: sql<number>`count(*)` })
    .from(joinRequests)
    .where(and(equals(joinRequests.agencyId, 'agencyId'), sql`${joinRequests.askedAt} >= ${given('since')}`))
    .prepare();

  return {
    memberRecord: (memberId: string): MemberRecord | null => recordById.get({ id: memberId }) ?? null,
    formerMembers: (agencyId: string): Member[] => whoLeft.all({ agencyId }),
    unitPost: (unitId: string): UnitPost | null => postById.get({ id: unitId }) ?? null,
    invitationByCode: (codeHash: string): Invitation | null => byCode.get({ codeHash }) ?? null,
    openInvitation: (memberId: string): Invitation | null => openOf.get({ memberId }) ?? null,
    joinRequest: (requestId: string): JoinRequest | null => requestById.get({ id: requestId }) ?? null,
    newestJoinRequest: (agencyId: string, telegramId: number): JoinRequest | null =>
      newestOf.get({ agencyId, telegramId }) ?? null,
    pendingJoinRequests: (agencyId: string): JoinRequest[] => pending.all({ agencyId }),
    countJoinRequests: (agencyId: string, since: Instant): number =>
      askedSince.get({ agencyId, since })?.count ?? 0,
  };
};
