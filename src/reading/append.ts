/**
 * `list` with `item` behind it; null is an empty one. Most lists of a sentence have one item: it is given no room for more,
 * where an empty list that is added to makes room for seventeen.
 */
export function append<T>(list: T[] | null, item: T): T[] {
  if (list === null) return [item];
  list.push(item);
  return list;
}
