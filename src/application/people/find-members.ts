import type { Member } from '../../domain/member.ts';
import { fold, normalize } from '../../reading/normalize.ts';
import type { ApplicationContext } from '../context.ts';

/** The members whose name, form of address or code holds what was typed, with or without diacritics; all where nothing was. */
export const findMembers = (typed: string, members: readonly Member[]): readonly Member[] => {
  const wanted = plain(typed);
  const marked = normalize(typed).lower;
  const found = members.filter(({ id, name, title }) =>
    [name, title, codeOf(id)].some((words) => plain(words).includes(wanted)),
  );
  // "Hà" is not "Hạ" for whoever types the marks.
  const exact = found.filter(({ name }) => normalize(name).lower.includes(marked));
  return exact.length > 0 ? exact : found;
};

const plain = (text: string): string => fold(normalize(text).lower);

/** "TP.QLCN" out of `skhcn/TP.QLCN`. */
const codeOf = (memberId: string): string => memberId.slice(memberId.indexOf('/') + 1);

/** Everyone on the list, then those who have left and may be wanted back. */
export const everyone = async (
  app: ApplicationContext,
): Promise<{ readonly members: readonly Member[]; readonly former: readonly Member[] }> => ({
  members: await app.store.members(app.agencyId),
  former: await app.store.formerMembers(app.agencyId),
});
