// A long text comes in many messages: it is read once, when all of them are there.
import type { Draft } from '../../domain/draft.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { DocumentFinding } from '../../reading/findings.ts';
import type { ApplicationContext } from '../context.ts';
import { asLocalMoment, auditEvent, readingContext, unitsOn } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { asDraftItems } from './draft-items.ts';
import { markDuplicates } from './find-duplicates.ts';
import { readParts } from './read-parts.ts';

/**
 * What stands in the text of a draft.
 * @param writtenAt when it was written: "mai" counts from then
 * @param isOrder whether a person has said that it is an order
 */
export const readingOf = async (
  app: ApplicationContext,
  parts: Draft['parts'],
  writtenAt: Instant,
  isOrder: boolean,
): Promise<Pick<Draft, 'document' | 'items'>> => {
  const units = await unitsOn(app, localDateOf(writtenAt));
  const context = readingContext(app, units, asLocalMoment(writtenAt));
  const found = readParts(parts, isOrder, context);
  const document = isDocument(found.document) ? particularsOf(found.document) : null;
  const items = asDraftItems(found.tasks, units);
  return { document, items: await markDuplicates(app, { document, items }) };
};

const isDocument = (found: DocumentFinding): boolean =>
  found.kind !== null || found.symbol !== null || found.number !== null;

const particularsOf = ({ secrecy: _, ...particulars }: DocumentFinding): Draft['document'] => particulars;

/** Reads a draft of which more might have come, and nothing has. @returns it as it is now; null where it is gone, or newer than `revision` */
export const readArrived = (
  app: ApplicationContext,
  { draftId, revision }: { readonly draftId: string; readonly revision: number },
): Promise<Draft | null> =>
  decideAndCommit(app, async (): Promise<Decision<Draft | null>> => {
    const draft = await app.store.draft(draftId);
    if (draft?.revision !== revision) return { plan: null, outcome: null };
    if (!draft.parts.some(({ isUnread }) => isUnread)) return { plan: null, outcome: draft };
    const parts = draft.parts.map(({ isUnread: _, ...part }) => part);
    const set = { parts, ...(await readingOf(app, parts, draft.lastPartAt, false)) };
    return {
      plan: {
        changes: [{ op: 'update', entity: 'draft', id: draftId, expectedVersion: draft.version, set }],
        outbox: [],
        audit: [
          auditEvent(app, {
            action: 'draft_reread',
            actorId: draft.createdBy,
            after: { draftId, revision, items: set.items.length },
          }),
        ],
      },
      outcome: { ...draft, ...set, version: draft.version + 1 },
    };
  });
