// Reads whole documents: what they are, who signed them, and the work they give out.
import { localMoment } from '../domain/local-time.ts';
import { blocksOf } from './assignments/blocks.ts';
import { workItemsOf } from './assignments/block-reader.ts';
import type { Source } from './assignments/reading.ts';
import { sourceOf, writtenAt } from './assignments/reading.ts';
import { taskFindingsOf } from './assignments/task-findings.ts';
import type { ReadingContext } from './context.ts';
import type { DocumentFinding, NoticeFinding, TaskFinding } from './findings.ts';
import { normalize } from './normalize.ts';
import type { Footer } from './notices/footer.ts';
import { footerOf } from './notices/footer.ts';
import { hasDocumentLayout, isInvitation, isNewsPage } from './notices/genre.ts';
import type { Header } from './notices/header.ts';
import { headerOf } from './notices/header.ts';
import type { Secrecy } from './notices/secrecy.ts';
import { secrecyOf } from './notices/secrecy.ts';

/**
 * Reads a document laid out by Nghị định 30/2020/NĐ-CP, tolerant of what was lost on the way. Its deadlines count from
 * its own date of issue, or from `context.writtenAt` where it has none. Never throws.
 */
export function readNotice(text: string, context: ReadingContext): NoticeFinding {
  const source = sourceOf(normalize(text), context);
  const header = headerOf(source.text);
  return noticeFrom(source, header, footerOf(source.text, header.bodyStart));
}

/** Reads a document as {@link readNotice} does, and anything else as a message, whose document fields are all null. */
export function readWorkOrder(text: string, context: ReadingContext): NoticeFinding {
  const source = sourceOf(normalize(text), context);
  const header = headerOf(source.text);
  const footer = footerOf(source.text, header.bodyStart);
  if (hasDocumentLayout(header, footer)) return noticeFrom(source, header, footer);
  const tasks = isNewsPage(source.words, header, footer)
    ? []
    : taskFindingsOf(source, workItemsOf(source, blocksOf(source.text)));
  return { document: { ...NO_DOCUMENT, secrecy: secrecyOf(source.text) }, tasks };
}

/** The stamp of a state secret on `text`, which is then refused; the words in prose are no stamp. */
export const detectSecrecy = (text: string): Secrecy | null => secrecyOf(normalize(text));

const NO_DOCUMENT: Omit<DocumentFinding, 'secrecy'> = {
  number: null,
  symbol: null,
  issuedOn: null,
  place: null,
  kind: null,
  title: null,
  signer: null,
  signerCapacity: null,
  recipients: [],
};

function noticeFrom(source: Source, header: Header, footer: Footer): NoticeFinding {
  const { bodyStart, ...particulars } = header;
  const { bodyEnd, ...end } = footer;
  const document = { ...particulars, ...end, secrecy: secrecyOf(source.text) };
  if (isNewsPage(source.words, header, footer)) return { document, tasks: [] };
  const dated =
    header.issuedOn === null
      ? source
      : writtenAt(source, localMoment(header.issuedOn, source.context.conventions.startOfMorning));
  const blocks = blocksOf(dated.text, bodyStart, Math.max(bodyStart, bodyEnd));
  const tasks = taskFindingsOf(dated, workItemsOf(dated, blocks));
  return { document, tasks: isInvitation(header) ? tasks.filter(isCharged) : tasks };
}

/** "Đề nghị Phòng KHTC chuẩn bị tài liệu, gửi trước ngày 24/11": someone is named, and a day. */
const isCharged = ({ lead, deadline }: TaskFinding): boolean =>
  lead.length > 0 && deadline?.deadline.due != null;
