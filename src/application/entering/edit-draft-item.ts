import type { AssignmentRole } from '../../domain/assignment.ts';
import { deadlineAt } from '../../domain/deadline.ts';
import type { Draft, DraftItem, DraftUnit } from '../../domain/draft.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import { ALL_UNITS, membersOfAllUnits } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import { explainDeadline } from '../../reading/deadline-explanation.ts';
import { readTypedDeadline } from '../../reading/deadline-reader.ts';
import type { DeadlineFinding } from '../../reading/findings.ts';
import { detectSecrecy } from '../../reading/notice-reader.ts';
import { wantsNoDeadline } from '../../reading/short-answers.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { asLocalMoment, auditEvent, readingContext, unitsOn } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { demand } from '../demand.ts';
import { cardOf, stateOf, withItem } from './draft-items.ts';
import { markDuplicates } from './find-duplicates.ts';
import { findUnitsByRole, searchUnits } from './find-unit.ts';

/** Which item of which reading of a draft a person means. */
export interface ItemReference {
  readonly draftId: string;
  readonly revision: number;
  readonly index: number;
}

export interface EditCommand extends ItemReference {
  readonly member: Member;
  readonly origin: Origin;
  readonly edit:
    | { readonly kind: 'discard' }
    /** The deadline as the secretary typed it, or "không hạn". */
    | { readonly kind: 'deadline'; readonly text: string }
    /** One of the other readings shown on the card. */
    | { readonly kind: 'alternative'; readonly option: number }
    /** "VP chủ trì, QLCN phối hợp", or just a unit, which then leads. */
    | { readonly kind: 'units'; readonly text: string }
    /** Gives a unit the role, or takes it away where it has it. */
    | { readonly kind: 'tick_unit'; readonly unitId: string; readonly role: AssignmentRole }
    /** Takes a role away from all units. */
    | { readonly kind: 'clear_units'; readonly role: AssignmentRole }
    /** What is to be done, in words that replace those read. */
    | { readonly kind: 'content'; readonly text: string }
    /** What is to come of it. */
    | { readonly kind: 'product'; readonly text: string };
}

export type EditOutcome =
  | { readonly kind: 'edited'; readonly draft: Draft; readonly item: DraftItem }
  | { readonly kind: 'already_decided'; readonly item: DraftItem }
  | { readonly kind: 'bad_deadline'; readonly problem: string }
  /** `similar`: those whose name holds what was typed. */
  | {
      readonly kind: 'unknown_units';
      readonly units: readonly Unit[];
      readonly similar: readonly Unit[];
    }
  | { readonly kind: 'bad_words'; readonly problem: 'empty' | 'too_long' }
  | { readonly kind: 'secret'; readonly stamp: string }
  | { readonly kind: 'stale' };

/** Changes one item of a draft as the secretary decided; what was asked about that part of it is then answered. */
export const editDraftItem = (app: ApplicationContext, command: EditCommand): Promise<EditOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<EditOutcome>> => {
    demand(actor, 'enter_tasks');
    const found = await findItem(app, command);
    if (found === null) return { plan: null, outcome: { kind: 'stale' } };
    const { draft, item } = found;
    if (item.state !== 'open') return { plan: null, outcome: { kind: 'already_decided', item } };
    const units = await unitsOn(app, localDateOf(app.clock.now()));
    const change = changeOf(app, command.edit, draft, item, units);
    if ('problem' in change) return { plan: null, outcome: change.problem };
    const edited = withItem(draft, item.index, change.set);
    const items = saysAnew(command.edit) ? await markEdited(app, draft, edited, item.index) : edited;
    const set = { items, state: stateOf(items) };
    return {
      plan: {
        changes: [{ op: 'update', entity: 'draft', id: draft.id, expectedVersion: draft.version, set }],
        outbox: [],
        audit: [
          auditEvent(app, {
            action: command.edit.kind === 'discard' ? 'draft_item_discarded' : 'draft_edited',
            actorId: command.member.id,
            source: command.origin.source,
            before: { due: item.deadline?.due ?? null, lead: item.lead.map((unit) => unit.mention) },
            after: { draftId: draft.id, index: item.index, edit: command.edit.kind },
          }),
        ],
        updateId: command.origin.updateId,
      },
      outcome: {
        kind: 'edited',
        draft: { ...draft, ...set, version: draft.version + 1 },
        item: items.find(({ index }) => index === item.index) ?? item,
      },
    };
  });

/** True where the edit may make it other work than it was. */
const saysAnew = ({ kind }: EditCommand['edit']): boolean =>
  kind !== 'discard' && kind !== 'deadline' && kind !== 'alternative';

/** What has been changed is compared anew with the work that is given already. */
const markEdited = async (
  app: ApplicationContext,
  draft: Draft,
  edited: readonly DraftItem[],
  index: number,
): Promise<readonly DraftItem[]> => {
  const [marked] = await markDuplicates(
    app,
    draft,
    edited.filter((item) => item.index === index),
  );
  return edited.map((item) => (item.index === index ? (marked ?? item) : item));
};

/** Shows the standing orders of a draft, which have no card until someone wants them; each once. */
export const showStandingOrders = (
  app: ApplicationContext,
  command: {
    readonly member: Member;
    readonly draftId: string;
    readonly revision: number;
    readonly origin: Origin;
  },
): Promise<'shown' | 'stale'> =>
  decideAs(app, command.member, async (actor): Promise<Decision<'shown' | 'stale'>> => {
    demand(actor, 'enter_tasks');
    const draft = await app.store.draft(command.draftId);
    if (draft?.agencyId !== app.agencyId || draft.revision !== command.revision) {
      return { plan: null, outcome: 'stale' };
    }
    const outbox = draft.items
      .filter((item) => item.kind === 'standing')
      .map((item) => cardOf(app, draft, item.index));
    return {
      plan: { changes: [], outbox, audit: [], updateId: command.origin.updateId },
      outcome: 'shown',
    };
  });

/** The item as it is now; null where its card belongs to an earlier reading. */
export const findItem = async (
  app: ApplicationContext,
  reference: ItemReference,
): Promise<{ draft: Draft; item: DraftItem } | null> => {
  const draft = await app.store.draft(reference.draftId);
  const item = draft?.items.find(({ index }) => index === reference.index);
  const isCurrent = draft?.agencyId === app.agencyId && draft.revision === reference.revision;
  return isCurrent && item ? { draft, item } : null;
};

const changeOf = (
  app: ApplicationContext,
  edit: EditCommand['edit'],
  draft: Draft,
  item: DraftItem,
  units: readonly Unit[],
): { set: Partial<DraftItem> } | { problem: EditOutcome } => {
  switch (edit.kind) {
    case 'discard':
      return { set: { state: 'discarded' } };
    case 'alternative': {
      const due = item.alternatives[edit.option];
      if (due === undefined || item.deadline === null) return { set: {} };
      const deadline = deadlineAt({ ...item.deadline, due }, app.calendar, app.conventions.isBeforeStrict);
      return withDeadline(item, deadline);
    }
    case 'deadline': {
      if (wantsNoDeadline(edit.text)) return withDeadline(item, null);
      const context = readingContext(app, units, asLocalMoment(app.clock.now()));
      const found = readTypedDeadline(edit.text, context);
      if ('problem' in found) return { problem: { kind: 'bad_deadline', problem: found.problem } };
      return withDeadline(item, found.deadline, found);
    }
    case 'units': {
      const context = readingContext(app, units, asLocalMoment(draft.createdAt));
      const named = findUnitsByRole(edit.text, context);
      const exact = named.lead.flatMap((code) => unitsOf(code, units));
      const similar = exact.length > 0 ? [] : searchUnits(edit.text, units);
      const lead = similar.length === 1 ? similar.map(asDraftUnit) : exact;
      if (lead.length === 0) return { problem: { kind: 'unknown_units', units, similar } };
      const coordinating = named.coordinating?.flatMap((code) => unitsOf(code, units)) ?? item.coordinating;
      const leads = new Set(lead.map((unit) => unit.unitId));
      return {
        set: {
          lead,
          coordinating: coordinating.filter((unit) => !leads.has(unit.unitId)),
          questions: questionsOfDeadline(item),
        },
      };
    }
    case 'tick_unit': {
      const unit = units.find(({ id }) => id === edit.unitId);
      if (unit === undefined) return { problem: { kind: 'stale' } };
      return { set: ticked(item, unit, edit.role) };
    }
    case 'clear_units':
      return { set: { [edit.role]: [] } };
    case 'content': {
      const problem = problemOf(edit.text);
      return problem === null ? { set: { content: edit.text.trim() } } : { problem };
    }
    case 'product': {
      const content = `${item.content.replace(PRODUCT, '').replace(/[\s.;,]+$/u, '')}. ${PRODUCT_LABEL} ${edit.text.trim()}`;
      const problem = problemOf(edit.text) ?? problemOf(content);
      return problem === null ? { set: { content } } : { problem };
    }
  }
};

const PRODUCT_LABEL = 'Sản phẩm:';
const PRODUCT = /\.?\s*Sản phẩm:.*$/su;

const LONGEST_CONTENT = 2_000;

const problemOf = (text: string): EditOutcome | null => {
  const stamp = detectSecrecy(text);
  if (stamp !== null) return { kind: 'secret', stamp };
  if (!/\p{L}/u.test(text)) return { kind: 'bad_words', problem: 'empty' };
  return text.trim().length > LONGEST_CONTENT ? { kind: 'bad_words', problem: 'too_long' } : null;
};

const questionsOfDeadline = (item: DraftItem): string[] =>
  item.deadlineQuestion === null ? [] : [item.deadlineQuestion];

/** The units of the item with one given the role, or without it. A unit has one role; mentions that are no unit stay. */
const ticked = (item: DraftItem, unit: Unit, role: AssignmentRole): Partial<DraftItem> => {
  const has = item[role].some(({ unitId }) => unitId === unit.id);
  const without = (units: readonly DraftUnit[]): DraftUnit[] =>
    units.filter(({ unitId }) => unitId !== unit.id);
  const lead = without(item.lead);
  const coordinating = without(item.coordinating);
  if (!has) (role === 'lead' ? lead : coordinating).push(asDraftUnit(unit));
  const isLed = lead.some(({ unitId }) => unitId !== null);
  return { lead, coordinating, ...(isLed ? { questions: questionsOfDeadline(item) } : {}) };
};

/** The item with a deadline of the secretary's own. A doubt that the typed words raise is asked about in turn. */
const withDeadline = (
  item: DraftItem,
  deadline: DraftItem['deadline'],
  reading: DeadlineFinding | null = null,
): { set: Partial<DraftItem> } => {
  const question = reading?.question ?? null;
  const others = item.questions.filter((asked) => asked !== item.deadlineQuestion);
  return {
    set: {
      deadline,
      explanation: reading && explainDeadline(reading),
      alternatives: reading?.alternatives ?? [],
      deadlineQuestion: question,
      questions: question === null ? others : [question, ...others],
    },
  };
};

const unitsOf = (code: string, units: readonly Unit[]): DraftUnit[] =>
  (code === ALL_UNITS ? membersOfAllUnits(units) : units.filter((unit) => unit.code === code)).map(
    asDraftUnit,
  );

const asDraftUnit = (unit: Unit): DraftUnit => ({ unitId: unit.id, mention: unit.shortName });
