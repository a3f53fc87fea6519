import { describe, expect, test } from 'vitest';
import { interpretReply } from '../../../src/application/reporting/interpret-reply.ts';
import type { Interpretation, ReplyScope } from '../../../src/application/reporting/interpret-reply.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import type { ReplyFields, ReplyFinding, ReplyIntent, ReplyItem } from '../../../src/reading/findings.ts';
import { aTask, aUnit, anAssignment } from '../../support/rows.ts';

const viewOf = (number: number): AssignmentView => {
  const task = aTask({ number });
  const unit = aUnit('KHTC');
  return {
    task,
    unit,
    assignment: anAssignment(task, unit),
    deadline: null,
    document: null,
    leads: [],
    coordinating: [],
    lastReport: null,
    pendingExtension: null,
  };
};

const [ONE, TWO, THREE] = [viewOf(1), viewOf(2), viewOf(3)];
const NOTHING_ANSWERED: ReplyScope = { answered: [], open: [ONE, TWO, THREE] };
const ANSWERS_ONE: ReplyScope = { answered: [ONE], open: [ONE, TWO, THREE] };
const ANSWERS_TWO: ReplyScope = { answered: [ONE, TWO], open: [ONE, TWO, THREE] };

const WORDS = 'lời của đơn vị';

const finding = (
  intent: ReplyIntent,
  fields: ReplyFields = {},
  more: Partial<Pick<ReplyFinding, 'certainty' | 'items'>> = {},
): ReplyFinding => ({ intent, fields, certainty: 'certain', items: [], explanation: '…', ...more });

/** What is understood, in short: "report 1 done", "extension 1 2025-04-18", "which_task 1 2". */
const shortly = (meaning: Interpretation): string[] => {
  switch (meaning.kind) {
    case 'actions':
      return meaning.actions.map((action) => {
        const { number } = action.view.task;
        if (action.kind === 'report') return `report ${number} ${action.content.kind}`;
        if (action.kind === 'extension') return `extension ${number} ${action.newDue ?? '?'}`;
        return `${action.kind} ${number}`;
      });
    case 'which_task':
      return [`which_task ${meaning.candidates.map(({ task }) => task.number).join(' ')}`];
    case 'unclear':
      return [`unclear ${meaning.view.task.number}`];
    case 'unknown_number':
      return [`unknown ${meaning.number}`];
    case 'question':
      return [`question ${meaning.view?.task.number ?? ''}`.trim()];
    case 'nothing':
      return ['nothing'];
  }
};

const understood = (found: ReplyFinding, scope: ReplyScope): string[] =>
  shortly(interpretReply(found, WORDS, scope));

describe('a reply to the message of one task', () => {
  test.each<readonly [ReplyIntent, string]>([
    ['ack', 'report 1 acknowledged'],
    ['done', 'report 1 done'],
    ['submitted', 'report 1 submitted'],
    ['in_progress', 'report 1 in_progress'],
    ['not_done', 'report 1 not_done'],
    ['not_started', 'report 1 not_done'],
    ['blocked', 'report 1 blocked'],
    ['reassign', 'transfer 1'],
    ['wrong_recipient', 'transfer 1'],
    ['cannot_complete', 'report 1 blocked'],
    ['decline', 'report 1 blocked'],
    ['delegate', 'report 1 note'],
    ['snooze', 'report 1 note'],
    ['extension_request', 'extension 1 ?'],
    ['accept_done', 'accept 1'],
    ['returned', 'return 1'],
    ['question', 'question 1'],
    ['info', 'nothing'],
    ['instruction', 'nothing'],
    ['cancel_task', 'nothing'],
    ['pause_task', 'nothing'],
    ['correction', 'unclear 1'],
    ['approve_extension', 'unclear 1'],
    ['reject_extension', 'unclear 1'],
    ['multi', 'unclear 1'],
  ])('%s: %s', (intent, expected) => {
    expect(understood(finding(intent), ANSWERS_ONE)).toEqual([expected]);
  });

  test('keeps the particulars', () => {
    const fields = {
      progress: 60,
      docNo: '45/TTr-SKHCN',
      docDate: '2025-04-08',
      reason: 'thiếu số liệu',
      waitingOn: 'Phòng KHTC',
      eta: '2025-04-11',
    };
    const meaning = interpretReply(finding('in_progress', fields), WORDS, ANSWERS_ONE);
    expect(meaning).toEqual({
      kind: 'actions',
      isCorrection: false,
      actions: [
        {
          kind: 'report',
          view: ONE,
          content: {
            kind: 'in_progress',
            text: WORDS,
            progress: 60,
            documentNumber: '45/TTr-SKHCN',
            documentDate: '2025-04-08',
            reason: 'thiếu số liệu',
            waitingOn: 'Phòng KHTC',
            eta: '2025-04-11',
          },
        },
      ],
    });
  });

  test('who is stuck is heard with a reason, if only in their own words', () => {
    const reasonOf = (fields: ReplyFields): unknown => {
      const meaning = interpretReply(finding('blocked', fields), WORDS, ANSWERS_ONE);
      const [action] = meaning.kind === 'actions' ? meaning.actions : [];
      return action?.kind === 'report' ? action.content.reason : null;
    };
    expect(reasonOf({})).toBe(WORDS);
    expect(reasonOf({ reason: 'chờ kinh phí' })).toBe('chờ kinh phí');
  });

  test('what is not clear is asked about, never recorded', () => {
    expect(understood(finding('done', {}, { certainty: 'ask' }), ANSWERS_ONE)).toEqual(['unclear 1']);
    expect(understood(finding('extension_request', {}, { certainty: 'ask' }), ANSWERS_ONE)).toEqual([
      'unclear 1',
    ]);
    expect(understood(finding('done', {}, { certainty: 'assumed' }), ANSWERS_ONE)).toEqual(['report 1 done']);
  });

  test('a day for more time is taken as named; a length of time is asked about', () => {
    expect(understood(finding('extension_request', { newDue: '2025-04-18' }), ANSWERS_ONE)).toEqual([
      'extension 1 2025-04-18',
    ]);
    const fields = { newDue: '2025-04-10', extraTime: { amount: 2, unit: 'day' } } as const;
    expect(understood(finding('extension_request', fields), ANSWERS_ONE)).toEqual(['extension 1 ?']);
  });
});

describe('which task is meant', () => {
  test.each<readonly [string, ReplyFinding, ReplyScope, readonly string[]]>([
    [
      'a number, whatever was answered',
      finding('done', { taskNumbers: [3] }),
      ANSWERS_ONE,
      ['report 3 done'],
    ],
    [
      'several numbers with one status',
      finding('done', { taskNumbers: [1, 3] }),
      NOTHING_ANSWERED,
      ['report 1 done', 'report 3 done'],
    ],
    ['a number that is not open here', finding('done', { taskNumbers: [9] }), ANSWERS_ONE, ['unknown 9']],
    ['a report on a message of two tasks', finding('done'), ANSWERS_TWO, ['which_task 1 2']],
    [
      '"đã nhận" to a message of two tasks',
      finding('ack'),
      ANSWERS_TWO,
      ['report 1 acknowledged', 'report 2 acknowledged'],
    ],
    ['"đã nhận" to nothing in particular', finding('ack'), NOTHING_ANSWERED, ['which_task 1 2 3']],
    ['a report to nothing in particular', finding('done'), NOTHING_ANSWERED, ['which_task 1 2 3']],
    ['a report where one task is open', finding('done'), { answered: [], open: [TWO] }, ['report 2 done']],
    ['a report where none is', finding('done'), { answered: [], open: [] }, ['nothing']],
    ['a question about one of several', finding('question'), ANSWERS_TWO, ['question']],
    ['a question by number', finding('question', { taskNumbers: [3] }), ANSWERS_TWO, ['question 3']],
    [
      'a number without a clear meaning',
      finding('done', { taskNumbers: [2] }, { certainty: 'ask' }),
      ANSWERS_ONE,
      ['unclear 2'],
    ],
  ])('%s', (_case, found, scope, expected) => {
    expect(understood(found, scope)).toEqual(expected);
  });
});

describe('a reply on several tasks', () => {
  const item = (taskNo: ReplyItem['taskNo'], intent: ReplyIntent, fields: ReplyFields = {}): ReplyItem => ({
    taskNo,
    intent,
    fields,
  });
  const items = (...parts: readonly ReplyItem[]) => finding('multi', {}, { items: parts });

  test.each<readonly [string, ReplyFinding, ReplyScope, readonly string[]]>([
    [
      'each gets its own',
      items(item(1, 'done'), item(3, 'extension_request', { newDue: '2025-04-18' })),
      NOTHING_ANSWERED,
      ['report 1 done', 'extension 3 2025-04-18'],
    ],
    [
      '"các việc còn lại" are the others of the message',
      items(item(1, 'done'), item('rest', 'in_progress')),
      ANSWERS_TWO,
      ['report 1 done', 'report 2 in_progress'],
    ],
    [
      '"các việc còn lại" are the others that are open, where no message was answered',
      items(item(1, 'done'), item('rest', 'in_progress')),
      NOTHING_ANSWERED,
      ['report 1 done', 'report 2 in_progress', 'report 3 in_progress'],
    ],
    [
      'nothing is left for "các việc còn lại"',
      items(item(1, 'done'), item('rest', 'in_progress')),
      ANSWERS_ONE,
      ['report 1 done'],
    ],
    [
      'one number is not known: nothing is recorded',
      items(item(1, 'done'), item(9, 'done')),
      ANSWERS_TWO,
      ['unknown 9'],
    ],
    [
      'one part is no report: nothing is recorded',
      items(item(1, 'done'), item(2, 'question')),
      ANSWERS_TWO,
      ['unclear 2'],
    ],
    [
      'unclear as a whole: nothing is recorded',
      { ...items(item(1, 'done'), item(2, 'done')), certainty: 'ask' },
      ANSWERS_TWO,
      ['unclear 1'],
    ],
    ['only a rest of nothing', items(item('rest', 'done')), { answered: [], open: [] }, ['nothing']],
  ])('%s', (_case, found, scope, expected) => {
    expect(understood(found, scope)).toEqual(expected);
  });

  test('the message answered comes before what is open elsewhere', () => {
    const answered = viewOf(1);
    const meaning = interpretReply(items(item(1, 'done')), WORDS, { answered: [answered], open: [ONE] });
    expect(meaning.kind === 'actions' && meaning.actions[0]?.view).toBe(answered);
  });

  test('a correction is one', () => {
    const found = finding('correction', {}, { items: [item(1, 'in_progress')] });
    expect(interpretReply(found, WORDS, ANSWERS_ONE)).toMatchObject({ kind: 'actions', isCorrection: true });
  });
});
