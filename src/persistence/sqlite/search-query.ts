import type { AssignmentFilter, Found, Page } from '../../application/ports/assignment-store.ts';
import type { Connection } from './connection.ts';
import { idList } from './connection.ts';

/** Tasks looked at, the newest first, where the words stand in very many. */
const MOST_MATCHES = 500;

/** The words as the index has them: "Đ" has no mark that could be taken off, so that it is a letter of its own to SQLite. */
const folded = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Searches the tasks of an agency by words: see TaskStore.searchAssignments. The index is kept by triggers of the migration that made it. */
export const searchQuery = ({ client }: Connection) => {
  const search = client.prepare<[Record<string, unknown>], { id: string; total: number }>(
    `with found as materialized (
       select task_id from task_words where task_words match @words order by rowid desc limit ${MOST_MATCHES}),
     -- max(role): 'lead' sorts after 'coordinating', and the other columns come from its row.
     parts as (
       select assignments.id as id, max(role), status in ('done', 'cancelled') as is_closed, task_number
       from found join assignments on assignments.task_id = found.task_id
       where agency_id = @agencyId
         and (@unitIds is null or unit_id in (select value from json_each(@unitIds)))
         and (@role is null or role = @role)
       group by assignments.task_id)
     select id, count(*) over () as total from parts
     order by is_closed, task_number desc limit @limit offset @offset`,
  );

  return ({ agencyId, unitIds, role }: AssignmentFilter, text: string, { limit, offset }: Page): Found => {
    const words = folded(text);
    if (words.length === 0) return { total: 0, ids: [] };
    const rows = search.all({
      words: `agency : "${Buffer.from(agencyId).toString('hex')}" AND words : "${words.join(' ')}"`,
      agencyId,
      unitIds: unitIds === undefined ? null : idList(unitIds),
      role: role ?? null,
      limit,
      offset,
    });
    return { total: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
  };
};
