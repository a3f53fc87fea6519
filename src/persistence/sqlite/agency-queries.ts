import type { Agency } from '../../domain/agency.ts';
import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Connection } from './connection.ts';
import { given, idList, isIn } from './connection.ts';
import { and, asc, eq, getTableColumns, sql } from './drizzle.ts';
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

/**
 * Remembers what was read until the database may hold something else: another process has written, or this one says so.
 * The units are needed for every message, and change only with the configuration.
 */
const remembering = <Row>({ client }: Connection, read: (agencyId: string) => readonly Row[]) => {
  const dataVersion = client.prepare<[], number>('pragma data_version').pluck();
  const known = new Map<string, readonly Row[]>();
  let version = dataVersion.get();
  return {
    of: (agencyId: string): readonly Row[] => {
      const current = dataVersion.get();
      if (current !== version) known.clear();
      version = current;
      const remembered = known.get(agencyId);
      if (remembered !== undefined) return remembered;
      const rows = read(agencyId);
      known.set(agencyId, rows);
      return rows;
    },
    forget: (): void => {
      known.clear();
    },
  };
};

export const agencyQueries = (connection: Connection) => {
  const { db } = connection;
  const agencyById = db
    .select()
    .from(agencies)
    .where(eq(agencies.id, given('id')))
    .prepare();
  const listedUnits = db
    .select(unitColumns)
    .from(units)
    .where(and(eq(units.agencyId, given('agencyId')), IS_LISTED))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const unitsById = db
    .select(unitColumns)
    .from(units)
    .where(isIn(units.id, 'ids'))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const listedMembers = db
    .select(memberColumns)
    .from(members)
    .where(and(eq(members.agencyId, given('agencyId')), IS_LISTED))
    .orderBy(asc(members.position), asc(members.id))
    .prepare();
  const memberOfTelegram = db
    .select(memberColumns)
    .from(members)
    .where(
      and(eq(members.agencyId, given('agencyId')), eq(members.telegramId, given('telegramId')), IS_LISTED),
    )
    .prepare();
  const allBindings = db
    .select(getTableColumns(chatBindings))
    .from(chatBindings)
    .innerJoin(units, eq(units.id, chatBindings.unitId))
    .where(eq(chatBindings.agencyId, given('agencyId')))
    .orderBy(...UNIT_ORDER)
    .prepare();
  const unitBinding = db
    .select()
    .from(chatBindings)
    .where(eq(chatBindings.unitId, given('unitId')))
    .prepare();
  const chatsBindings = db
    .select(getTableColumns(chatBindings))
    .from(chatBindings)
    .innerJoin(units, eq(units.id, chatBindings.unitId))
    .where(
      and(
        eq(chatBindings.agencyId, given('agencyId')),
        eq(chatBindings.chatId, given('chatId')),
        sql`${chatBindings.threadId} is ${given('threadId')}`,
      ),
    )
    .orderBy(...UNIT_ORDER)
    .prepare();

  const ofUnits = remembering(connection, (agencyId) => listedUnits.all({ agencyId }).map(toUnit));
  const ofMembers = remembering(connection, (agencyId): readonly Member[] => listedMembers.all({ agencyId }));

  return {
    agency: (id: string): Agency | null => agencyById.get({ id }) ?? null,
    units: ofUnits.of,
    /** Units of any standing, in the order of the configuration. */
    unitsById: (ids: readonly string[]): Unit[] => unitsById.all({ ids: idList(ids) }).map(toUnit),
    members: ofMembers.of,
    memberByTelegramId: (agencyId: string, telegramId: number): Member | null =>
      memberOfTelegram.get({ agencyId, telegramId }) ?? null,
    /** To be called when this process has changed units or members. */
    forget: (): void => {
      ofUnits.forget();
      ofMembers.forget();
    },
    bindings: (agencyId: string): ChatBinding[] => allBindings.all({ agencyId }),
    bindingOfUnit: (unitId: string): ChatBinding | null => unitBinding.get({ unitId }) ?? null,
    bindingsOfChat: (agencyId: string, { chatId, threadId }: ChatAddress): ChatBinding[] =>
      chatsBindings.all({ agencyId, chatId, threadId }),
  };
};
