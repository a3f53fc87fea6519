// Those who charge others, or ask for something, and are charged with nothing by the sentence themselves.
import { CONNECTORS } from '../lexicon/connectors.ts';
import { ASSIGNING, REMINDING, REQUESTING } from '../lexicon/charging.ts';
import { SUPERIORS } from '../lexicon/roles.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';
import { isCharged } from './placed-group.ts';
import type { Range } from './ranges.ts';
import { firstFrom } from './ranges.ts';

const superiors = new Phrases([
  [true, SUPERIORS],
  [false, ['bộ phận', 'bộ chỉ huy', 'bộ đội', 'bộ đội biên phòng', 'bộ môn']],
]);

const assigning = new Phrases([[true, ASSIGNING]]);

const reminding = new Phrases([[true, REMINDING]]);

const requesting = new Phrases([[true, REQUESTING]]);

const connectors = new Phrases([[true, CONNECTORS]]);

/** "UBND tỉnh", "Bộ Y tế", but not "Bộ phận Một cửa" */
const isSuperior = (words: readonly Word[], { kind, from, to }: Mention): boolean =>
  kind === 'outside' && superiors.match(words, from, to)?.value === true;

/** "tham mưu văn bản chỉ đạo các đơn vị …": whom the work itself addresses is not charged by the sentence. */
export function isBuried(
  words: readonly Word[],
  { left, clause, previous, dates }: PlacedGroup,
  openClause: Range | null,
): boolean {
  if (left.kind !== 'assigning' || openClause !== clause) return false;
  // "…, Giám đốc Sở giao Phòng B": with who assigns, the clause begins before the verb.
  const start = previous?.to === left.from ? previous.from : left.from;
  const isAfterDate = dates[firstFrom(dates, start) - 1]?.to === start;
  return (
    !/[,;:.(-]/u.test(words[start]?.gap ?? ',') &&
    phraseStart(connectors, words, start, clause.from) === start &&
    !isAfterDate
  );
}

/** "UBND tỉnh giao …", "Phòng A yêu cầu các đơn vị …": it charges others. */
export function isAbove(words: readonly Word[], place: PlacedGroup, first: Mention): boolean {
  if (isSuperior(words, first)) return true;
  // "UBND tỉnh giao Sở chủ trì": the agency itself is charged, not one of its units.
  const charger = place.previous?.members[0];
  // "UBND tỉnh giao Sở A chủ trì, Sở B phối hợp": so are the others in that clause.
  if (isInSuperiorsCharge(words, place, first)) return true;
  const isOwnCharge = isCharged(place) && place.previous?.to === place.left.from && first.kind === 'outside';
  if (isOwnCharge && charger !== undefined && isSuperior(words, charger)) return true;
  const { right, clause, next } = place;
  if (requests(words, place, first)) return true;
  const length = phraseLength(assigning, words, right.to, clause.to);
  if (phraseLength(reminding, words, right.to, clause.to) >= length) return false;
  return right.kind === 'action' && length > 0 && right.to + length === next;
}

export const isInSuperiorsCharge = (
  words: readonly Word[],
  { clause, group }: PlacedGroup,
  first: Mention,
): boolean => first.kind === 'outside' && chargesOthers(words, clause, group.from);

/** True where a clause begins with a body above the agency that charges someone before word `at`. */
function chargesOthers(words: readonly Word[], { from }: Range, at: number): boolean {
  const superior = superiors.match(words, from, at);
  if (superior?.value !== true) return false;
  const end = Math.min(at, from + superior.length + LONGEST_CHARGE);
  for (let index = from + superior.length; index < end; index++)
    if (phraseLength(assigning, words, index, at) > 0) return true;
  return false;
}

const LONGEST_CHARGE = 8;

/** "Sở Tài chính đề nghị …": a body outside the agency that asks for something. */
const requests = (words: readonly Word[], place: PlacedGroup, first: Mention): boolean =>
  first.kind === 'outside' &&
  !first.isTopicLike &&
  !isCharged(place) &&
  !place.right.hasModal &&
  phraseLength(requesting, words, place.group.to, place.clause.to) > 0;

/** Bodies of the agency's own rank or above: what they lead is no order of the agency's. */
const peers = new Phrases([
  [
    true,
    [
      ...SUPERIORS,
      ...[
        'sở',
        'công an',
        'công an tỉnh',
        'bộ chỉ huy quân sự',
        'tỉnh đoàn',
        'mặt trận',
        'liên minh hợp tác xã',
      ],
      ...[
        'ban quản lý',
        'ban dân tộc',
        'ban tuyên giáo',
        'ban tổ chức',
        'liên đoàn lao động',
        'cục',
        'cục thuế',
      ],
      ...['đài phát thanh', 'báo', 'kho bạc', 'ngân hàng nhà nước', 'hội nông dân', 'hội liên hiệp phụ nữ'],
    ],
  ],
]);

/** "Sở Công Thương chủ trì …": nobody charges it, and no date is set. */
export const leadsOutside = (
  words: readonly Word[],
  { group, left, right, clause, dates }: PlacedGroup,
): boolean =>
  right.kind === 'leading' &&
  !right.hasModal &&
  (left.kind === 'start' || left.kind === 'connector') &&
  group.members.every(
    ({ kind, from, to }) => kind === 'outside' && phraseLength(peers, words, from, to) > 0,
  ) &&
  !dates.some(({ from }) => from >= clause.from && from < clause.to);
