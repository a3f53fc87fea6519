// The particulars of a reply, taken from its own words.
import { dateOf } from '../../domain/local-time.ts';
import type { ReplyFields, ReplyIntent } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import { isOnTrack } from './progress-signs.ts';
import { personIn, unitIn } from './receiver.ts';
import { reasonIn } from './reasons.ts';
import { remainingIn } from './waiting.ts';
import { waitedForIn } from './waited-for.ts';
import type { Mention, Saying } from './wording.ts';
import { has, mentionOf, pattern, quote } from './wording.ts';

type Fields = { -readonly [K in keyof ReplyFields]: ReplyFields[K] };

/** Intents whose cause is worth keeping. */
const REASONED: ReadonlySet<ReplyIntent> = new Set([
  'blocked',
  'not_done',
  'not_started',
  'extension_request',
  'decline',
  'cannot_complete',
  'returned',
  'reassign',
  'pause_task',
  'cancel_task',
  'reject_extension',
]);
const WAITING: ReadonlySet<ReplyIntent> = new Set([
  'submitted',
  'in_progress',
  'blocked',
  'not_done',
  'not_started',
]);
/** Intents in which a date ahead is a promise. */
const PROMISING: ReadonlySet<ReplyIntent> = new Set([...WAITING, 'ack', 'done']);

const PARTLY = pattern('gần|sắp|cơ bản|một phần|1 phần|phần|hẳn|hầu như|một nửa');

/** The particulars that matter for `intent`; what is not named is absent. */
export function fieldsOf(saying: Saying, intent: ReplyIntent, text: NormalizedText): ReplyFields {
  const fields: Fields = {};
  const tasks = saying.words.flatMap(({ mention }) => (mention?.kind === 'task' ? mention.numbers : []));
  if (tasks.length > 0) fields.taskNumbers = [...new Set(tasks)];
  addProgress(fields, saying, intent, text);
  addDocument(fields, saying);
  addMoments(fields, saying, intent);
  if (intent === 'extension_request' || intent === 'approve_extension') addExtension(fields, saying);
  if (intent === 'reassign') addUnit(fields, saying);
  if (intent === 'delegate') addPerson(fields, saying, text);
  const reason = REASONED.has(intent) ? reasonIn(saying, intent, text) : '';
  if (reason !== '') fields.reason = reason;
  const waitedFor = WAITING.has(intent) ? waitedForIn(saying, text) : '';
  if (waitedFor !== '') fields.waitingOn = waitedFor;
  return fields;
}

function addProgress(fields: Fields, saying: Saying, intent: ReplyIntent, text: NormalizedText): void {
  const percent = mentionOf(saying, 'pct')?.value;
  if (percent !== undefined && percent <= 100) fields.progress = percent;
  else if (intent === 'not_started') fields.progress = 0;
  if (intent !== 'in_progress') return;
  const remaining = remainingIn(saying);
  const missing = remaining?.groups.missing ?? remaining?.groups.left;
  if (remaining !== null && missing !== undefined) {
    const length = missing.split(' ').length;
    fields.remaining = quote(text, saying.words.slice(remaining.end - length, remaining.end));
  }
  if (remaining !== null || mentionOf(saying, 'ratio') !== null || has(saying, PARTLY))
    fields.isPartial = true;
  if (isOnTrack(saying)) fields.isOnTrack = true;
}

function addDocument(fields: Fields, saying: Saying): void {
  const at = saying.words.findIndex(({ mention }) => mention?.kind === 'doc');
  const mention = saying.words[at]?.mention;
  if (mention?.kind !== 'doc') return;
  fields.docNo = mention.number;
  const date = momentOf(saying.words[at + 1]?.mention);
  if (date !== null) fields.docDate = dateOf(date);
}

const momentOf = (mention: Mention | undefined): string | null =>
  mention !== undefined && 'moment' in mention ? mention.moment : null;

function addMoments(fields: Fields, saying: Saying, intent: ReplyIntent): void {
  const moments = saying.words.flatMap(({ mention }, at) => {
    const moment = momentOf(mention);
    if (moment === null || dateOf(moment) === fields.docDate) return [];
    // "hạn cũ 16/4" is what the new one takes the place of.
    if (saying.words.slice(Math.max(0, at - 2), at).some(({ text }) => text === 'cũ')) return [];
    return [{ kind: mention?.kind, moment }];
  });
  const ahead =
    moments.findLast(({ kind }) => kind === 'future') ?? moments.findLast(({ kind }) => kind === 'today');
  const behind = moments.find(({ kind }) => kind === 'past');
  if (intent === 'done' && behind !== undefined) fields.doneDate = dateOf(behind.moment);
  if (ahead === undefined) return;
  if (intent === 'extension_request' || intent === 'approve_extension') fields.newDue = ahead.moment;
  else if (intent === 'snooze') fields.until = ahead.moment;
  else if (PROMISING.has(intent)) fields.eta = ahead.moment;
}

/** "thêm 2 ngày": the days may count from today or from the old deadline; both are kept, and a person decides. */
function addExtension(fields: Fields, saying: Saying): void {
  const span = mentionOf(saying, 'span');
  if (span === null) return;
  fields.extraTime = span.length;
  if (fields.newDue === undefined && span.moment !== null) fields.newDue = span.moment;
}

function addUnit(fields: Fields, saying: Saying): void {
  const unit = unitIn(saying);
  if (unit !== '') fields.toUnit = unit;
}

function addPerson(fields: Fields, saying: Saying, text: NormalizedText): void {
  const person = personIn(saying, text);
  if (person !== '') fields.toPerson = person;
}
