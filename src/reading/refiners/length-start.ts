// Where a length of time begins: "kể từ ngày ký", "kể từ ngày 04/4/2025", "sau khi UBND tỉnh phê duyệt".
import type { LocalMoment } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { DOCUMENT_KINDS } from '../lexicon/look-alike-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import type { Candidate } from './candidate.ts';
import { eventText } from './conditions.ts';
import { resolve } from './resolve.ts';
import type { Doubt } from './resolved.ts';

export type LengthStart =
  | {
      readonly kind: 'known';
      readonly at: LocalMoment;
      readonly to: number;
      readonly assumptions: readonly string[];
      readonly doubt: Doubt | null;
    }
  /** Not known yet: the length runs from when this happens. */
  | { readonly kind: 'event'; readonly event: string; readonly to: number };

const SINCE = phraseSet(
  'kể từ, tính từ, từ, sau, sau khi, kể từ sau, kể từ khi, từ khi, tính từ khi, ngay sau khi, kể từ lúc, từ lúc, kể từ thời điểm, tính từ thời điểm, từ thời điểm, so với',
);

/** The document's own date: it is signed, issued, published, given out. */
const ISSUED = phraseSet(`
  ngày ký, ngày ký ban hành, ngày ban hành, ngày ra, ngày ra văn bản, ngày phát hành, ngày công bố, ngày có văn bản, ngày có thông báo, ban hành, ký, ký ban hành, ngày giao, ngày giao việc, ngày giao nhiệm vụ, ngày được giao, ngày được giao nhiệm vụ, được giao, giao việc,
  hôm nay, nay, bây giờ, giờ, lúc này, ngày hôm nay, thời điểm này, thời điểm ban hành, ngày văn bản này, ngày thông báo, ngày thông báo này, ngày họp giao ban này, ngày có hiệu lực thông báo này
`);

const RECEIVED = phraseSet(
  'ngày nhận được, ngày nhận, nhận được, nhận, ngày tiếp nhận, ngày tiếp nhận được, ngày nhận đủ',
);

/** What is received is the paper itself. */
const THIS_PAPER = phraseSet(
  'văn bản, công văn, thông báo, thông báo kết luận, kết luận, kế hoạch, quyết định, chỉ đạo, phiếu giao việc, nhiệm vụ, phiếu chuyển, tin nhắn, giấy mời, tin, yêu cầu, việc, giao việc, thư, email, công điện, ý kiến chỉ đạo',
);

const FARTHEST_DATE_IN_TOKENS = 16;

/** Null where nothing after the length says where it begins. */
export function startOfLength(candidate: Candidate, context: ReadingContext): LengthStart | null {
  const { tokens, expression, text, index, clauseTo } = candidate;
  const since = SINCE.at(tokens, tokens.isMark(expression.to, ',') ? expression.to + 1 : expression.to);
  // "10 ngày, sau đó trình": what comes next.
  if (since === null || since.to > clauseTo || tokens.is(since.to, 'đó', 'này')) return null;
  const next = text.expressions[index + 1];
  if (
    next?.kind === 'moment' &&
    next.to <= clauseTo &&
    next.from - since.to <= FARTHEST_DATE_IN_TOKENS &&
    !hasMark(tokens, since.to, next.from)
  ) {
    const resolution = resolve(next, context);
    if (resolution?.kind === 'time')
      return {
        kind: 'known',
        at: resolution.last,
        to: next.to,
        assumptions: resolution.assumptions,
        doubt: resolution.doubt,
      };
  }
  return (
    issued(candidate, since.to, context) ??
    received(candidate, since.to, context) ?? { kind: 'event', ...eventText(tokens, since.to, clauseTo) }
  );
}

/** "kể từ ngày ký Biên bản bàn giao 16/5": the date belongs to the start as long as no mark stands between. */
function hasMark(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens.at(i)?.kind === 'mark' && !tokens.isGlued(i)) return true;
  return false;
}

/** "ngày ký", "ngày ban hành Thông báo này", not "ngày ký hợp đồng". */
function issued({ tokens, clauseTo }: Candidate, at: number, context: ReadingContext): LengthStart | null {
  const found = ISSUED.at(tokens, at);
  const end = (found && endOfPaper(tokens, found.to, clauseTo)) ?? endOfPaperIssued(tokens, at);
  if (end === null) return null;
  return {
    kind: 'known',
    at: context.writtenAt,
    to: end,
    assumptions: [`“${tokens.slice(at, end)}” được hiểu là ngày viết`],
    doubt: null,
  };
}

/** The end of "Thông báo này", of nothing at all; null where it is another paper or thing. */
function endOfPaper(tokens: Tokens, at: number, clauseTo: number): number | null {
  if (tokens.is(at, 'này')) return at + 1;
  const paper = THIS_PAPER.at(tokens, at);
  if (paper !== null) {
    if (tokens.is(paper.to, 'này')) return paper.to + 1;
    return isEndOfPhrase(tokens, paper.to, clauseTo) ? paper.to : null;
  }
  const document = DOCUMENT_KINDS.at(tokens, at);
  // "kể từ ngày ký biên bản này": the paper that says so.
  if (document !== null && tokens.is(document.to, 'này')) return document.to + 1;
  return document !== null || !isEndOfPhrase(tokens, at, clauseTo) ? null : at;
}

const isEndOfPhrase = (tokens: Tokens, i: number, clauseTo: number): boolean =>
  i >= clauseTo ||
  tokens.at(i)?.kind !== 'word' ||
  tokens.is(i, 'các', 'phải', 'đơn', 'phòng', 'gửi', 'báo', 'nhé', 'nha', 'ạ', 'để', 'và', 'đề');

/** The end of "ngày Thông báo này được ban hành". */
function endOfPaperIssued(tokens: Tokens, at: number): number | null {
  const paper = THIS_PAPER.at(tokens, tokens.is(at, 'ngày') ? at + 1 : at);
  if (paper === null || !tokens.is(paper.to, 'này')) return null;
  const verb = BEING_ISSUED.at(tokens, paper.to + 1);
  return verb !== null ? verb.to : null;
}

const BEING_ISSUED = phraseSet(
  'được ban hành, ban hành, được ký, được phát hành, phát hành, có hiệu lực, được ký ban hành, được gửi, được công bố',
);

/** "ngày nhận được văn bản này": close to the day of writing, but not known. */
function received({ tokens, clauseTo }: Candidate, at: number, context: ReadingContext): LengthStart | null {
  const found = RECEIVED.at(tokens, at);
  if (found === null || THIS_PAPER.at(tokens, found.to) === null) return null;
  const end = endOfPaper(tokens, found.to, clauseTo);
  if (end === null) return null;
  const question = `“${tokens.slice(at, end)}” chưa rõ ngày nào, đang tính từ ngày viết. Giữ như vậy?`;
  return {
    kind: 'known',
    at: context.writtenAt,
    to: end,
    assumptions: ['ngày nhận được coi như ngày viết'],
    doubt: { question, alternatives: [] },
  };
}
