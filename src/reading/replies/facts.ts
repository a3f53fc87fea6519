// Everything the decisions ask about a saying, worked out once.
import type { Act } from './act.ts';
import { stands } from './act.ts';
import { preparationsOf, startsOf, submissionsOf } from './acts.ts';
import { completionsOf } from './completions.ts';
import type { Delivery } from './deliveries.ts';
import { deliveriesOf } from './deliveries.ts';
import { isObstructed, lacksInput } from './obstacles.ts';
import type { Circumstances } from './circumstances.ts';
import type { Saying } from './wording.ts';
import { clauseStart, mentionOf } from './wording.ts';

export interface Facts {
  readonly saying: Saying;
  readonly completions: readonly Act[];
  readonly deliveries: readonly Delivery[];
  readonly submissions: readonly Act[];
  readonly preparations: readonly Act[];
  readonly starts: readonly Act[];
  /** Share of the work that is done, 0–100, where a percentage or a ratio ("4/6 nội dung") says so. */
  readonly progress: number | null;
  readonly isObstructed: boolean;
  readonly lacksInput: boolean;
  readonly circumstances: Circumstances;
}

/** "Phòng KHTC làm xong rồi" in the mouth of another unit is that unit's news. */
const ownActs = <A extends Act>(
  acts: readonly A[],
  { words }: Saying,
  { ownUnits }: Circumstances,
): readonly A[] =>
  acts.map((act) => {
    const subject = words[clauseStart(words, act.found.first)]?.mention;
    const isForeign =
      ownUnits.size > 0 && subject?.kind === 'unit' && !(subject.code !== null && ownUnits.has(subject.code));
    return isForeign && act.standing === 'affirmed' ? { ...act, standing: 'unclear' } : act;
  });

export function factsOf(saying: Saying, circumstances: Circumstances): Facts {
  const ratio = mentionOf(saying, 'ratio');
  return {
    saying,
    completions: ownActs(completionsOf(saying), saying, circumstances),
    deliveries: ownActs(deliveriesOf(saying), saying, circumstances),
    submissions: submissionsOf(saying),
    preparations: preparationsOf(saying),
    starts: startsOf(saying),
    progress: mentionOf(saying, 'pct')?.value ?? (ratio === null ? null : (100 * ratio.part) / ratio.whole),
    isObstructed: isObstructed(saying),
    lacksInput: lacksInput(saying),
    circumstances,
  };
}

/** "xong rồi", "đã hoàn thành". */
export const isCompleted = ({ completions }: Facts): boolean => stands(completions, 'affirmed');

/** "đã gửi", "nộp rồi": not for review, not a part of it. */
export const isDelivered = ({ deliveries }: Facts): boolean =>
  deliveries.some(({ standing, purpose }) => standing === 'affirmed' && purpose === 'final');

/** Anything at all was completed, sent or submitted. */
export const hasHappened = (facts: Facts): boolean =>
  isCompleted(facts) || stands(facts.deliveries, 'affirmed') || stands(facts.submissions, 'affirmed');
