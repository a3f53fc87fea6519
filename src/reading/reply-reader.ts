// Reads a reply to one of the bot's messages: what it reports, asks or decides, about which tasks.
//
// text → normalize → words in standard spelling → politeness out → mentions (dates, documents, tasks) → parts by task →
// judge → fields → finding
import { dateOf } from '../domain/local-time.ts';
import type { ReadingContext } from './context.ts';
import type { Certainty, ReplyFields, ReplyFinding, ReplyIntent, ReplyItem } from './findings.ts';
import type { NormalizedText } from './normalize.ts';
import { normalize } from './normalize.ts';
import { spellOut } from './replies/chat-spelling.ts';
import { correctedSaying } from './replies/correction.ts';
import { explain } from './replies/explanation.ts';
import type { Bearing, Circumstances, Speaker } from './replies/circumstances.ts';
import { fieldsOf } from './replies/fields.ts';
import { judge } from './replies/judge.ts';
import type { Judgement } from './replies/judgement.ts';
import { STATUSES, ask, assumed } from './replies/judgement.ts';
import { withOneFirstPerson } from './replies/first-person.ts';
import { reduceMentions } from './replies/mentions.ts';
import { withoutPoliteness } from './replies/politeness.ts';
import type { TaskPart } from './replies/several-tasks.ts';
import { splitByTask } from './replies/several-tasks.ts';
import { tokenizeReply } from './replies/tokenize-reply.ts';
import type { Saying } from './replies/wording.ts';
import { endsClause, has, pattern, sayingOf } from './replies/wording.ts';

/** What is known of the message that was answered. */
export interface ReplyOptions {
  /** True where it reminded or asked for a status: "Rồi." then means "done", not "received". */
  readonly answersReminder?: boolean;
  /** The numbers of the tasks it listed: other bare numbers are no tasks, and "xong" is unsure where there were several. */
  readonly taskNumbers?: readonly number[];
  /** Who wrote it, where that is known: one of the unit, or one who gives and accepts work. */
  readonly speaker?: Speaker;
  /** Codes of the units that have its tasks: "Phòng KHTC xong rồi" reports nothing for another. */
  readonly units?: readonly string[];
}

/** Telegram's limit for a message. Longer texts are documents, not replies. */
const LONGEST_REPLY = 4_096;

/** Intents that make a reply on several tasks a report, rather than one question or order about them all. */
const REPORTED: ReadonlySet<ReplyIntent> = new Set([
  ...STATUSES,
  'ack',
  'reassign',
  'delegate',
  'cannot_complete',
  'decline',
  'accept_done',
  'returned',
  'cancel_task',
  'pause_task',
  'approve_extension',
  'reject_extension',
]);

/**
 * Reads one reply. Dates are days or minutes in Asia/Ho_Chi_Minh, counted from `context.writtenAt`. Never throws.
 * `done` only where the words say outright that the work is finished and nothing in them speaks against it; anything
 * unclear has certainty `ask` and the likeliest other intent.
 */
export function readReply(text: string, context: ReadingContext, options: ReplyOptions = {}): ReplyFinding {
  const understood = understand(text, context, options);
  return { ...understood, explanation: explain(understood, dateOf(context.writtenAt), context.units) };
}

type Understood = Omit<ReplyFinding, 'explanation'>;

const understood = (
  intent: ReplyIntent,
  certainty: Certainty,
  fields: ReplyFields = {},
  items: readonly ReplyItem[] = [],
): Understood => ({ intent, certainty, fields, items });

function understand(text: string, context: ReadingContext, options: ReplyOptions): Understood {
  if (text.length > LONGEST_REPLY) return understood('info', 'ask');
  const normal = normalize(text);
  const { words, hasAssent, bearing } = withoutPoliteness(spellOut(tokenizeReply(normal)));
  const mentioned = reduceMentions(words, normal, context, new Set(options.taskNumbers));
  const saying = sayingOf(withOneFirstPerson(mentioned, bearing));
  if (saying.words.length > 0) return new ReplyReading(normal, options, bearing).read(saying);
  return understood(hasAssent ? 'ack' : 'info', 'certain');
}

class ReplyReading {
  private readonly text: NormalizedText;
  private readonly options: ReplyOptions;
  private readonly circumstances: Circumstances;

  constructor(text: NormalizedText, options: ReplyOptions, bearing: Bearing | null) {
    this.text = text;
    this.options = options;
    this.circumstances = {
      answersReminder: options.answersReminder === true,
      bearing,
      speaker: options.speaker,
      ownUnits: new Set(options.units),
    };
  }

  read(saying: Saying): Understood {
    const corrected = correctedSaying(saying);
    if (corrected !== null) return this.readCorrection(corrected);
    const parts = splitByTask(saying);
    const items = parts === null ? [] : this.itemsOf(parts);
    if (!items.some(({ item }) => REPORTED.has(item.intent))) return this.readOne(saying);
    const certainty = worst(items.map((each) => each.certainty));
    return understood(
      'multi',
      certainty,
      {},
      items.map(({ item }) => item),
    );
  }

  private readOne(saying: Saying): Understood {
    const { intent, certainty } = judge(saying, this.circumstances);
    const fields = fieldsOf(saying, intent, this.text);
    // "xong" in answer to a list says of none of its tasks that it is finished.
    const isAnyOfSeveral =
      (this.options.taskNumbers?.length ?? 0) > 1 && fields.taskNumbers === undefined && STATUSES.has(intent);
    return understood(intent, isAnyOfSeveral ? 'ask' : certainty, fields);
  }

  private itemsOf(parts: readonly TaskPart[]): { item: ReplyItem; certainty: Certainty }[] {
    return parts.flatMap(({ tasks, saying, isException }) => {
      // Among others "4 rồi" says that it is done; "trừ việc 4" that it is not.
      const { intent, certainty } = isException
        ? assumed('not_done')
        : (ticked(saying) ??
          inTime(saying) ??
          goneUp(saying) ??
          inOrder(saying) ??
          judge(saying, { ...this.circumstances, answersReminder: true }));
      const fields = fieldsOf(saying, intent, this.text);
      const numbers = tasks === 'rest' ? (['rest'] as const) : tasks;
      return numbers.map((taskNo) => ({ item: { taskNo, intent, fields }, certainty }));
    });
  }

  private readCorrection(saying: Saying): Understood {
    const parts = splitByTask(saying);
    if (parts !== null)
      return understood(
        'correction',
        'assumed',
        {},
        this.itemsOf(parts).map(({ item }) => item),
      );
    const { intent, fields } = this.readOne(saying);
    const { taskNumbers = [], ...particulars } = fields;
    const items = taskNumbers.map((taskNo) => ({ taskNo, intent, fields: particulars }));
    return understood('correction', 'ask', fields, items);
  }
}

/** "Việc 1 hoàn thành đúng hạn, việc 3 trễ": among reports no order. */
const inTime = (saying: Saying): Judgement | null => (has(saying, IN_TIME) ? assumed('done') : null);
const IN_TIME = pattern(
  '^ (?:hoàn thành|xong) (?:trước hạn|đúng hạn|sớm|đúng tiến độ|kịp hạn)(?: rồi)?(?= [.,;]? ?$)',
);

/** "1 xong; 3 trình ký": among reports no order either. */
const goneUp = (saying: Saying): Judgement | null => (has(saying, GONE_UP) ? assumed('submitted') : null);
const GONE_UP = pattern(
  '^ (?:đã |đang |vừa )?(?:trình ký|trình|trình duyệt|trình lãnh đạo|trình sếp)(?: rồi)?(?= [.,;]? ?$)',
);

/** "Việc 3 ok rồi, việc 5 chưa": among reports no assent, but not quite said either. */
const inOrder = (saying: Saying): Judgement | null => (has(saying, IN_ORDER) ? ask('done') : null);
const IN_ORDER = pattern('^ (?:thì |đã )?(?:ok|ổn|ngon|đâu vào đấy|êm)(?: hết| cả)? rồi(?= [.,;]? ?$)');

/** "✅ 1, ❌ 3": a mark beside a task's number; null where more is said. */
function ticked({ words }: Saying): Judgement | null {
  const marks = words.filter((word) => !endsClause(word));
  const [mark] = marks;
  if (marks.length !== 1 || mark === undefined) return null;
  if (mark.mention?.kind === 'check') return assumed('done');
  if (mark.mention?.kind === 'wait') return assumed('in_progress');
  return mark.mention?.kind === 'cross' ? assumed('not_done') : null;
}

const RANK: Readonly<Record<Certainty, number>> = { certain: 0, assumed: 1, ask: 2 };

const worst = (certainties: readonly Certainty[]): Certainty =>
  certainties.reduce((a, b) => (RANK[a] >= RANK[b] ? a : b), 'certain');
