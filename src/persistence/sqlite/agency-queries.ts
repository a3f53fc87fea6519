import type { Agency } from '../../domain/agency.ts';
import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Connection } from './connection.ts';
import { equals, isIn, rowsOf } from './connection.ts';
import { and, asc, eq, getTableColumns, sql } from './drizzle.ts';
import { remembering } from './remembering.ts';
import { IS_LISTED, agencies, chatBindings, members, units } from './schema/agency.ts';

const {
  position: _unitPosition,
  isListed: _unitIsListed,
  declared: _unitDeclared,
  version: _unitVersion,
  ...unitColumns
} = getTableColumns(units);
const {
  position: _memberPosition,
  isListed: _memberIsListed,
  declared: _memberDeclared,
  leftAt: _memberLeftAt,
  version: _memberVersion,
  ...memberColumns
} = getTableColumns(members);

type UnitRow = Omit<typeof units.$inferSelect, 'position' | 'isListed' | 'declared' | 'version'>;

const toUnit = ({ weakAliases, isAmbiguous, isGroup, ...unit }: UnitRow): Unit => ({
  ...unit,
  ...(weakAliases !== null && { weakAliases }),
  ...(isAmbiguous !== null && { isAmbiguous }),
  ...(isGroup !== null && { isGroup }),
});

/** The order of the configuration; what it no longer declares comes last. */
export const UNIT_ORDER = [sql`${units.isListed} desc`, asc(units.position), asc(units.id)] as const;

export const agencyQueries = (connection: Connection) => {
  const { db } = connection;
  const agencyById = db.select().from(agencies).where(equals(agencies.id, 'id')).prepare();
  const listedUnits = db
    .select(unitColumns)
    .from(units)
    .where(and(equals(units.agencyId, 'agencyId'), IS_LISTED))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const anyUnits = db
    .select(unitColumns)
    .from(units)
    .where(isIn(units.id, 'ids'))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const listedMembers = db
    .select(memberColumns)
    .from(members)
    .where(and(equals(members.agencyId, 'agencyId'), IS_LISTED))
    .orderBy(asc(members.position), asc(members.id))
    .prepare();
  const allBindings = db
    .select(getTableColumns(chatBindings))
    .from(chatBindings)
    .innerJoin(units, eq(units.id, chatBindings.unitId))
    .where(equals(chatBindings.agencyId, 'agencyId'))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const unitBinding = db.select().from(chatBindings).where(equals(chatBindings.unitId, 'unitId')).prepare();

  const ofUnits = remembering(connection, (agencyId) => listedUnits.all({ agencyId }).map(toUnit));
  const ofMembers = remembering(connection, (agencyId): readonly Member[] => listedMembers.all({ agencyId }));
  const ofBindings = remembering(connection, (agencyId): readonly ChatBinding[] =>
    allBindings.all({ agencyId }),
  );

  /** Units of any standing, in the order of the configuration. Most are among those that an agency declares now. */
  const unitsById = (agencyId: string, ids: readonly string[]): Unit[] => {
    const wanted = new Set(ids);
    const declared = ofUnits.of(agencyId).filter(({ id }) => wanted.has(id));
    return declared.length === wanted.size ? declared : rowsOf(anyUnits, ids).map(toUnit);
  };

  return {
    agency: (id: string): Agency | null => agencyById.get({ id }) ?? null,
    units: ofUnits.of,
    unitsById,
    members: ofMembers.of,
    memberByTelegramId: (agencyId: string, telegramId: number): Member | null =>
      ofMembers.of(agencyId).find((member) => member.telegramId === telegramId) ?? null,
    /** To be called when this process has changed units, members or bindings. */
    forget: (): void => {
      ofUnits.forget();
      ofMembers.forget();
      ofBindings.forget();
    },
    bindings: ofBindings.of,
    bindingOfUnit: (unitId: string): ChatBinding | null => unitBinding.get({ unitId }) ?? null,
    bindingsOfChat: (agencyId: string, { chatId, threadId }: ChatAddress): ChatBinding[] =>
      ofBindings.of(agencyId).filter((each) => each.chatId === chatId && each.threadId === threadId),
  };
};
