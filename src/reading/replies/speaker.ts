// The same words mean another thing from whoever gives the work and from whoever does it: a director's "xong trước thứ
// 6" orders, a unit's promises. Where it is known who speaks, a reading that only the other could mean is put right.
import type { ReplyIntent } from '../findings.ts';
import type { Speaker } from './circumstances.ts';
import type { Facts } from './facts.ts';
import { hasHappened } from './facts.ts';
import type { Judgement } from './judgement.ts';
import { ask, assumed } from './judgement.ts';
import { isPromised, startsLater } from './progress-signs.ts';
import { expressions, has } from './wording.ts';

/** "em làm", "phòng em gửi": also a leader's words to the one addressed. */
const FIRST_PERSON = expressions`
  (?:^ |[,.;] )(?:phòng em|chúng tôi|đơn vị)
`;

const OF_LEADERS: Readonly<Partial<Record<ReplyIntent, ReplyIntent>>> = {
  // Approved, sent back: told by the unit, that is news of the task, and a person is asked which.
  accept_done: 'done',
  returned: 'in_progress',
  approve_extension: 'extension_request',
};

/** What `judgement` means from the mouth of `speaker`; as it is where that is not known. */
export function asSaidBy(speaker: Speaker | undefined, judgement: Judgement, facts: Facts): Judgement {
  if (speaker === 'unit') return fromUnit(judgement, facts);
  return speaker === 'leader' ? fromLeader(judgement, facts) : judgement;
}

function fromUnit(judgement: Judgement, { saying }: Facts): Judgement {
  const other = OF_LEADERS[judgement.intent];
  if (other !== undefined) return ask(other);
  // "Xong trước thứ 6": their own promise.
  const isPromise = judgement.intent === 'instruction' && isPromised(saying) && !has(saying, TO_OTHERS);
  return isPromise ? assumed('in_progress') : judgement;
}

const TO_OTHERS = expressions`
  (?:đề nghị|yêu cầu|nhờ|các|anh|chị|sếp|tôi|phòng(?! em)|<unit>|nếu|thì)
`;

/** "Chưa được." */
const NOT_GOOD_ENOUGH = expressions`
  ^ (?:<task> )?(?:vẫn )?chưa (?:được|ổn|đạt)(?= (?:$|[,.!]))
`;

function fromLeader(judgement: Judgement, facts: Facts): Judgement {
  const { saying } = facts;
  if (judgement.intent === 'extension_request') return assumed('approve_extension');
  const isToCome = isPromised(saying) || startsLater(saying);
  const isWorkAhead = judgement.intent === 'in_progress' || judgement.intent === 'not_started';
  if (isWorkAhead && isToCome && !hasHappened(facts) && !has(saying, FIRST_PERSON))
    return assumed('instruction');
  if (judgement.intent === 'not_done' && has(saying, NOT_GOOD_ENOUGH)) return assumed('returned');
  // Whoever only gives work has none to report as finished.
  return judgement.intent === 'done' ? ask('accept_done') : judgement;
}
