// Everything the decisions ask about a saying, worked out once.
import type { Act } from './act.ts';
import { stands } from './act.ts';
import { preparationsOf, startsOf, submissionsOf } from './acts.ts';
import { completionsOf } from './completions.ts';
import type { Delivery } from './deliveries.ts';
import { deliveriesOf } from './deliveries.ts';
import { isObstructed, lacksInput } from './obstacles.ts';
import type { OtherAct } from './other-acts.ts';
import { otherActsOf } from './other-acts.ts';
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
  /** Facts told by verbs that no list knows. */
  readonly others: readonly OtherAct[];
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

const ATTENDING = new Set(['dự', 'tham dự', 'tiếp', 'đón', 'có mặt']);

/** "Tiếp đoàn xong, em quay lại làm": what is over before the task is gone on with delivers nothing of it. */
const withoutAttendance = (
  { words }: Saying,
  deliveries: readonly Delivery[],
  completions: readonly Act[],
): Delivery[] =>
  deliveries.map((act) => {
    const isOver = completions.some(
      ({ standing, found }) =>
        standing === 'subordinate' && found.first >= act.found.end && found.end < words.length,
    );
    return isOver && ATTENDING.has(act.found.text) ? { ...act, standing: 'subordinate' } : act;
  });

export function factsOf(saying: Saying, circumstances: Circumstances): Facts {
  const ratio = mentionOf(saying, 'ratio');
  const completions = ownActs(completionsOf(saying), saying, circumstances);
  const deliveries = ownActs(
    withoutAttendance(saying, deliveriesOf(saying), completions),
    saying,
    circumstances,
  );
  const submissions = submissionsOf(saying);
  const preparations = preparationsOf(saying);
  const starts = startsOf(saying);
  const known = [...completions, ...deliveries, ...submissions, ...preparations, ...starts];
  return {
    saying,
    completions,
    deliveries,
    submissions,
    preparations,
    starts,
    others: ownActs(otherActsOf(saying, known), saying, circumstances),
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

/** "đã cắm biển": told as a fact, by a verb that no list knows, and nobody else is to do anything. */
export const isToldAsFact = ({ others }: Facts): boolean =>
  others.some(({ standing, isFinal }) => standing === 'affirmed' && isFinal);

/** Anything at all was completed, sent or submitted. */
export const hasHappened = (facts: Facts): boolean =>
  isCompleted(facts) || stands(facts.deliveries, 'affirmed') || stands(facts.submissions, 'affirmed');
