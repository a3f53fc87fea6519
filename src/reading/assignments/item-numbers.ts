import type { Block } from './blocks.ts';

/** The letters of points in Vietnamese documents (Nghị định 30/2020/NĐ-CP): there is no f, j, w or z, and đ follows d. */
const POINT_LETTERS = Array.from('abcdđeghiklmnopqrstuvxy');

/**
 * The number that each piece of work has in its document, given the blocks it stands in: "4" where an item holds one,
 * "8.a", "8.b" in order of appearance where it holds several. A point that has its own letter keeps it. Null outside a
 * numbered list.
 */
export function itemNumbers(blocks: readonly Block[]): (string | null)[] {
  const paths = blocks.map(({ path }) => path.join('.'));
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  const used = new Map<string, number>();
  return paths.map((path) => {
    if (path === '') return null;
    if (counts.get(path) === 1) return path;
    const order = used.get(path) ?? 0;
    used.set(path, order + 1);
    const isPoint = /\p{L}$/u.test(path) && path.includes('.');
    return isPoint ? `${path}${order + 1}` : `${path}.${letterAt(order)}`;
  });
}

function letterAt(order: number): string {
  const letter = POINT_LETTERS[order % POINT_LETTERS.length] ?? '';
  const round = Math.floor(order / POINT_LETTERS.length);
  return round === 0 ? letter : `${letter}${round + 1}`;
}
