// Why something is not done, in the reply's own words.
import type { ReplyIntent } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import type { Saying } from './wording.ts';
import { clauseEnd, clauseStart, expressions, find, findAll, pattern, quote, sayingOf } from './wording.ts';

const CAUSE = expressions`
  (?:lý do là|lý do|nguyên nhân là|nguyên nhân|vì lý do|do|bởi vì|bởi|tại vì|vì|tại)(?: :)?(?! (?:đâu|sao|anh|chị|đồng chí|<doc>|<future>|<past>) )
`;
const EFFECT = pattern('nên');
const OBSTACLE = expressions`
  (?:đang |bị |gặp |còn |có )*(?:vướng mắc|vướng|kẹt|khó khăn)(?: ở| về| do| vì| khâu| chỗ| trong| :| là)*
`;

/** Behind "do", "vì"; before "nên"; behind "vướng"; of an obstacle or a return that names no cause, all that is said. '' where there is none. */
export function reasonIn(saying: Saying, intent: ReplyIntent, text: NormalizedText): string {
  const { words } = saying;
  const cause = find(saying, CAUSE);
  if (cause !== null) return quote(text, words.slice(cause.end, clauseEnd(words, cause.end)));
  const effect = find(saying, EFFECT);
  if (effect !== null && effect.first > 0)
    return quote(text, words.slice(clauseStart(words, effect.first), effect.first));
  if (intent !== 'blocked' && intent !== 'returned') return '';
  const obstacle = find(saying, OBSTACLE);
  const named =
    obstacle === null ? '' : quote(text, words.slice(obstacle.end, clauseEnd(words, obstacle.end)));
  if (named !== '') return named;
  return quote(
    text,
    words.filter(({ mention }) => mention?.kind !== 'task' && mention?.kind !== 'address'),
  );
}

/** A clause that says why. */
const REASON = pattern(
  '(?:do|vì|bởi|tại(?! (?:phòng(?! em)|hội trường|trụ sở|cơ quan|sở|ubnd|xã|phường|tầng|nhà|địa|nơi|đây|đó|chỗ|buổi|cuộc|hội nghị|sân|khu|<unit>|<doc>))|lý do) [^,.;?!:()]+',
);
/** "Chưa xong do phải tập trung phục vụ đoàn": what is said beside the reason. */
export const withoutReason = (saying: Saying): Saying => {
  const dropped = findAll(saying, REASON);
  return sayingOf(saying.words.filter((_, at) => !dropped.some(({ first, end }) => at >= first && at < end)));
};
