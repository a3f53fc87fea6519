// The many ways in which writers name themselves, put as one: "bên em", "tụi mình", "chi cục", "anh em" become "phòng em".
import type { Bearing } from './circumstances.ts';
import { BODIES } from './people-words.ts';
import type { Word } from './wording.ts';
import { endsClause } from './wording.ts';

/** Bodies that speak of themselves by their bare kind: "Trung tâm sẽ làm ngay ạ". */
const KINDS: ReadonlySet<string> = new Set([...BODIES.split('|'), 'ubnd xã', 'ubnd phường']);
const SYLLABLES = [...KINDS].map((kind) => kind.split(' '));
/** Behind these "em", "mình" are several, and the writer is one of them. */
const TOGETHER = new Set(['bên', 'bọn', 'tụi', 'chúng', 'nhóm', 'team', 'đội', 'thôn']);
const OF_SPEAKER = new Set(['em', 'mình', 'tui', 'tôi', 'cháu']);
/** First syllables of what a subject is followed by that does something, has done it or has not. */
const PREDICATES = new Set(
  'sẽ đã đang vừa mới chưa xin cũng vẫn còn cố ráng nhận thống nhất đồng hứa cam gửi nộp làm thực triển tiếp hoàn báo'.split(
    ' ',
  ),
);
/** Colleagues at work: "anh em đang chạy ngoài hiện trường". */
const MATES = new Set(['đang', 'đã', 'vẫn', 'vừa', 'mới', 'chưa', 'sẽ', 'còn']);

/**
 * `words` with every name of the writer's own side as "phòng em". A bare "phòng", "chi cục" is the writer's own where the
 * reply looks up to whoever asked.
 */
export function withOneFirstPerson(words: readonly Word[], bearing: Bearing | null): readonly Word[] {
  const put: Word[] = [];
  for (let at = 0; at < words.length;) {
    const length = lengthOfSelf(words, at, bearing);
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) {
      if (first !== undefined) put.push(first);
      at++;
      continue;
    }
    put.push({ text: 'phòng', start: first.start, end: length === 1 ? first.end : last.start });
    put.push({ text: 'em', start: length === 1 ? first.end : last.start, end: last.end });
    at += length;
  }
  return put;
}

function lengthOfSelf(words: readonly Word[], at: number, bearing: Bearing | null): number {
  const text = (offset: number): string => words[at + offset]?.text ?? '';
  const named = SYLLABLES.find((kind) => kind.every((syllable, offset) => text(offset) === syllable));
  if (named !== undefined && OF_SPEAKER.has(text(named.length))) return named.length + 1;
  if (TOGETHER.has(text(0)) && OF_SPEAKER.has(text(1))) return 2;
  if (!endsClause(words[at - 1])) return 0;
  if (text(0) === 'anh' && text(1) === 'em' && MATES.has(text(2))) return 2;
  if (bearing !== 'up') return 0;
  const { mention } = words[at] ?? {};
  if (mention?.kind === 'unit' && KINDS.has(mention.name.toLowerCase()) && PREDICATES.has(text(1))) return 1;
  return named !== undefined && PREDICATES.has(text(named.length)) ? named.length : 0;
}
