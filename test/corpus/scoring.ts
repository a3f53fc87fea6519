// Scores readings of orders and notices against what a person wrote down for them. Units count by their code; a body
// outside the registry counts by its name, which may carry a title or a place.
import type { NoticeFinding, TaskFinding, UnitFinding } from '../../src/reading/findings.ts';

/** One order with its answer. */
export interface GoldOrder {
  readonly id: string;
  readonly text: string;
  readonly registry?: string;
  readonly ref_date: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly due?: string | null;
  readonly bound?: string;
  /** False for a text that orders nothing, or only what is followed up by nobody. */
  readonly is_task?: boolean;
  /** Other right leads. */
  readonly alt?: readonly (readonly string[])[];
  /** Other right deadlines. */
  readonly alt_due?: readonly (string | null)[];
  readonly exclude?: readonly string[];
  readonly recipient?: string;
  readonly external?: readonly string[];
}

export interface GoldNotice {
  readonly registry: string;
  /** The day it is read on, where it has no date of its own. */
  readonly readOn?: string;
  readonly doc: {
    readonly number: string | null;
    readonly symbol: string | null;
    readonly place: string;
    readonly issuedOn: string | null;
    readonly signer: string | null;
    readonly kind: string | null;
    readonly title: string;
    readonly recipients: number;
  };
  readonly tasks: readonly {
    readonly item: string;
    readonly kind: string;
    readonly task: string;
    readonly lead: readonly string[];
    readonly coordinating: readonly string[];
    readonly director?: string;
    readonly due: string | null;
    readonly bound: string;
    readonly alt?: readonly (string | null)[];
  }[];
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

const keyOf = (unit: UnitFinding | string): string =>
  plain(typeof unit === 'string' ? unit : (unit.code ?? unit.mention));

const isNear = (a: string, b: string): boolean =>
  a === b || (a.length > 8 && b.includes(a)) || (b.length > 8 && a.includes(b));

const sameUnits = (gold: readonly string[], found: readonly (UnitFinding | string)[]): boolean => {
  const wanted = new Set(gold.map(keyOf));
  const got = new Set(found.map(keyOf));
  return wanted.size === got.size && [...wanted].every((a) => [...got].some((b) => isNear(a, b)));
};

const boundClass = (bound: string | undefined): string =>
  bound === 'before' || bound === 'recurring'
    ? bound
    : bound === undefined || bound === 'none'
      ? 'none'
      : 'by';

const sameDeadline = (
  gold: { readonly due?: string | null; readonly bound?: string },
  others: readonly (string | null)[],
  found: TaskFinding['deadline'] | undefined,
): boolean => {
  const due = found?.deadline.due ?? null;
  const isAlternative = others.some((other) => other === due);
  if (isAlternative) return true;
  const isRecurring = boundClass(gold.bound) === 'recurring';
  const isRightBound = boundClass(found?.deadline.bound) === boundClass(gold.bound);
  return isRightBound && (due === (gold.due ?? null) || (isRecurring && (gold.due ?? null) === null));
};

export interface OrderScore {
  readonly whole: number;
  readonly lead: number;
  readonly failures: readonly string[];
}

/** Share of orders read right as a whole, and of those whose lead is right. */
export function scoreOrders<T extends GoldOrder>(
  rows: readonly T[],
  read: (row: T) => readonly TaskFinding[],
): OrderScore {
  let whole = 0;
  let lead = 0;
  const failures: string[] = [];
  for (const row of rows) {
    const tasks = read(row);
    const leads = tasks.flatMap((task) => task.lead);
    const leadKeys = new Set(leads.map(keyOf));
    const outside = new Set((row.external ?? []).map(keyOf));
    const helpers = tasks
      .flatMap((task) => task.coordinating)
      .filter((unit) => !leadKeys.has(keyOf(unit)) && !outside.has(keyOf(unit)));
    const isNothing = row.is_task === false && tasks.length === 0;
    const isLeadRight = isNothing || [row.lead, ...(row.alt ?? [])].some((gold) => sameUnits(gold, leads));
    const isHelpRight =
      isNothing || sameUnits(row.coordinating, helpers) || (row.alt !== undefined && isLeadRight);
    const dated = tasks.find((task) => task.deadline?.deadline.due != null) ?? tasks[0];
    const isDateRight = sameDeadline(row, row.alt_due ?? [], dated?.deadline);
    if (isLeadRight) lead++;
    if (isLeadRight && isHelpRight && isDateRight) whole++;
    else failures.push(`${row.id}: ${row.text} → ${tasks.map(summary).join(' | ')}`);
  }
  return { whole: whole / rows.length, lead: lead / rows.length, failures };
}

const summary = (task: TaskFinding): string =>
  `${task.lead.map(keyOf).join('+')} / ${task.coordinating.map(keyOf).join('+')} / ${task.deadline?.deadline.due ?? '-'} ${task.deadline?.deadline.bound ?? ''}`;

export interface NoticeScore {
  readonly recall: number;
  readonly precision: number;
  readonly lead: number;
  readonly coordinating: number;
  readonly due: number;
  readonly failures: readonly string[];
}

const LEAST_OVERLAP = 0.55;

/** Pairs the tasks of a notice with those a person found in it, by their words. */
export function scoreNotice(gold: GoldNotice, found: NoticeFinding): NoticeScore {
  const wordsOf = (text: string): Set<string> =>
    new Set(
      plain(text)
        .split(' ')
        .filter((word) => word.length > 1),
    );
  const share = (a: Set<string>, b: Set<string>): number =>
    [...a].filter((word) => b.has(word)).length / a.size;
  const pairs = gold.tasks.flatMap((wanted, index) =>
    found.tasks.map((task) => {
      const words = wordsOf(wanted.task);
      const overlap = Math.max(share(words, wordsOf(task.content)), share(words, wordsOf(task.quote)) * 0.9);
      const bonus =
        (sameUnits(wanted.lead, task.lead) ? 0.2 : 0) +
        (wanted.due === (task.deadline?.deadline.due ?? null) ? 0.1 : 0);
      return { index, task, score: overlap + bonus };
    }),
  );
  const matched = new Map<number, TaskFinding>();
  const used = new Set<TaskFinding>();
  for (const { index, task, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (score < LEAST_OVERLAP || matched.has(index) || used.has(task)) continue;
    matched.set(index, task);
    used.add(task);
  }
  const failures = found.tasks.filter((task) => !used.has(task)).map((task) => `extra: ${task.quote}`);
  const right = { lead: 0, coordinating: 0, due: 0 };
  for (const [index, wanted] of gold.tasks.entries()) {
    const task = matched.get(index);
    if (task === undefined) {
      failures.push(`missing: ${wanted.task}`);
      continue;
    }
    if (sameUnits(wanted.lead, task.lead)) right.lead++;
    else failures.push(`lead of ${wanted.task}: ${summary(task)}`);
    if (sameUnits(wanted.coordinating, task.coordinating)) right.coordinating++;
    else failures.push(`help with ${wanted.task}: ${summary(task)}`);
    if (sameDeadline(wanted, wanted.alt ?? [], task.deadline)) right.due++;
    else failures.push(`deadline of ${wanted.task}: ${summary(task)}`);
  }
  return {
    recall: matched.size / gold.tasks.length,
    precision: found.tasks.length === 0 ? 1 : matched.size / found.tasks.length,
    lead: right.lead / matched.size,
    coordinating: right.coordinating / matched.size,
    due: right.due / matched.size,
    failures,
  };
}
