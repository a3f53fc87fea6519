import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLine } from '../../src/application/answering/answers.ts';
import { ESCALATION_STEPS } from '../../src/domain/escalation.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import type { Notification } from '../../src/domain/notification.ts';
import { CALLBACK_DATA_LIMIT } from '../../src/telegram/buttons/callback-data-limit.ts';
import { unpackButton } from '../../src/telegram/buttons/callback-data.ts';
import { sendOptions, toMessages } from '../../src/telegram/transport/message.ts';
import type { OutgoingMessage } from '../../src/telegram/transport/message.ts';
import { render, renderMessages } from '../../src/telegram/render.ts';
import { aDraft, aDraftItem, aMember, aReport, anExtensionRequest } from '../support/rows.ts';
import { BEFORE_SUNDAY, CALENDAR, HEAD, NOTICE, aCard, aMorning, aView } from './support/views.ts';

fc.configureGlobal({ seed: 20250414 });

const MORNING = instantOf('2025-04-16', '07:30');
/** Ids as the program makes them. */
const ID = '0196a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';

/** Everything the bot can say on its own initiative, with `text` wherever people's words go. */
const everything = (text: string): Notification[] => {
  const view = aView({
    task: {
      content: text,
      quote: text,
      director: text,
      recipient: text,
      externalParties: [text, text],
      item: '4',
    },
    assignment: { id: ID },
    document: { ...NOTICE, kind: text, number: null, title: text },
    lastReport: { kind: 'note', text },
  });
  const item = aDraftItem({
    content: text,
    quote: `${text}.`,
    lead: [{ unitId: view.unit.id, mention: text }],
    coordinating: [{ unitId: null, mention: text }],
    director: text,
    recipient: text,
    deadline: { ...BEFORE_SUNDAY, raw: text },
    explanation: text,
    questions: [text, text],
    alternatives: ['2025-04-18', '2025-04-20'],
    urgency: text,
  });
  const draft = aDraft({ id: ID, items: [item], document: { ...NOTICE, title: text, symbol: text } });
  const report = aReport(view.assignment, {
    kind: 'blocked',
    text,
    reason: text,
    waitingOn: text,
    documentNumber: text,
  });
  const request = anExtensionRequest(view.assignment, { id: ID, reason: text, raw: text });
  const person = aMember('x', { title: text });
  const line = asLine(view, MORNING, CALENDAR);
  const silent = { ...line, passedOver: [{ step: 'head', why: 'no_telegram' }] } as const;
  return [
    { kind: 'draft_summary', draft },
    aCard(draft, item, [{ rung: 'on-day', fireAt: MORNING }]),
    aCard(
      {
        ...draft,
        parts: [
          { messageId: 1, text, file: text, origin: { author: text, writtenAt: MORNING, source: null } },
        ],
      },
      {
        ...item,
        duplicateOf: {
          taskId: ID,
          taskNumber: 12,
          assignmentId: ID,
          unit: text,
          content: text,
          deadline: BEFORE_SUNDAY,
          isCertain: false,
        },
      },
    ),
    aCard(draft, { ...item, state: 'saved' }),
    aCard(draft, { ...item, state: 'discarded' }),
    { kind: 'task_assigned', view },
    { kind: 'save_undone', view },
    aMorning([line]),
    aMorning(Array.from({ length: 40 }, () => line)),
    aMorning([line], { newlyAssigned: [view, view] }),
    ...ESCALATION_STEPS.flatMap((step): Notification[] => [
      { kind: 'escalation', step, today: '2025-04-16', lines: [silent] },
      { kind: 'escalation', step, today: '2025-04-16', lines: Array.from({ length: 40 }, () => silent) },
    ]),
    { kind: 'completion_reported', view, report, reporter: person },
    { kind: 'completion_decided', view, isAccepted: true },
    { kind: 'completion_decided', view, isAccepted: false },
    { kind: 'completion_decided', view, isAccepted: false, isReopened: true, reason: view.task.content },
    { kind: 'coordination_news', changes: [{ kind: 'lead_changed', view, from: view.unit }] },
    {
      kind: 'coordination_news',
      changes: Array.from({ length: 40 }, () => ({ kind: 'reopened' as const, view })),
    },
    { kind: 'blocked_reported', view, report, reporter: person },
    { kind: 'extension_requested', view, request, oldDeadline: BEFORE_SUNDAY, requester: person },
    { kind: 'extension_decided', view, request: { ...request, state: 'approved' }, decider: person },
    {
      kind: 'delivery_failed',
      what: 'reminder',
      unit: view.unit,
      taskNumbers: [23],
      why: text,
      recipient: null,
      toldInstead: null,
    },
  ];
};

/** What Telegram demands of a message, and people of us. */
const check = (messages: readonly OutgoingMessage[]): void => {
  expect(messages.length).toBeGreaterThan(0);
  for (const [position, { text, entities, keyboard }] of messages.entries()) {
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(text.isWellFormed()).toBe(true);
    for (const { offset, length } of entities) {
      expect(length).toBeGreaterThan(0);
      expect(offset + length).toBeLessThanOrEqual(text.length);
    }
    if (position < messages.length - 1) expect(keyboard).toBeNull();
    for (const button of keyboard?.inline_keyboard.flat() ?? []) {
      expect(button.text.length).toBeLessThanOrEqual(40);
      const data = 'callback_data' in button ? button.callback_data : '';
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(CALLBACK_DATA_LIMIT);
      expect(unpackButton(data)).not.toBeNull();
    }
  }
};

const HOSTILE: readonly (readonly [string, string])[] = [
  ['markup', '<b>không</b> & <a href="x">*đậm* _nghiêng_ `mã` [liên kết](tg://user?id=1) ||che|| \\'],
  ['emoji', '📋⏰✅👩‍💻🇻🇳 '.repeat(50)],
  ['a very long text', 'Rà soát, tham mưu Giám đốc Sở báo cáo UBND tỉnh; '.repeat(210)],
  ['a very long word', 'x'.repeat(10_000)],
  ['a very long line of emoji', '👩‍💻'.repeat(2_500)],
  ['many lines', 'một\n'.repeat(3_000)],
  ['direction marks', '\u202eđảo ngược\u202c \u2067trái\u2069 \u200fphải\u200e'],
  ['nothing to see', '\u200f\u202e \n\t'],
  ['an empty text', ''],
  ['half a surrogate pair', 'a\ud83d b\udccb c'],
  ['control characters', 'a\u0000b\u0007c\u001bd\r\ne'],
  ['combining marks', 'Thông báo kết luận '.normalize('NFD').repeat(300)],
];

describe('every message', () => {
  it.each(HOSTILE)('can be sent with %s in it', (_, text) => {
    for (const notification of everything(text)) check(renderMessages(notification));
  });

  it('can be sent whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        for (const notification of everything(text)) check(renderMessages(notification));
      }),
      { numRuns: 60 },
    );
  });

  it('shows markup as it was written', () => {
    const [, markup] = HOSTILE[0] ?? ['', ''];
    const [card] = renderMessages({ kind: 'task_assigned', view: aView({ task: { content: markup } }) });
    expect(card?.text).toContain(markup);
    expect(card?.entities.map(({ type }) => type)).toEqual(['bold']);
  });

  it('gives the whole content on a card, folded where it is long', () => {
    const content = Array.from({ length: 900 }, (_, index) => `ý ${index}`).join('; ');
    const parts = renderMessages({ kind: 'task_assigned', view: aView({ task: { content } }) });
    const words = parts.map(({ text }) => text).join(' ');
    for (let index = 1; index < 900; index++) expect(words).toContain(`ý ${index}`);
    expect(
      parts.map(({ entities }) => entities.some(({ type }) => type === 'expandable_blockquote')),
    ).toEqual(parts.map(() => true));
  });

  it('shortens the content in lists', () => {
    const line = asLine(aView({ task: { content: 'nội dung rất dài '.repeat(40) } }), MORNING, CALENDAR);
    const { text } = render(aMorning([line, line])).text;
    for (const row of text.split('\n')) expect(row.length).toBeLessThanOrEqual(110);
    expect(text).toContain('nội dung…');
  });

  it('lets no direction mark turn the words after it', () => {
    const view = aView({
      task: { content: 'kế hoạch \u202eđảo' },
      lastReport: { kind: 'note', text: '\u2067x' },
    });
    for (const { text } of renderMessages(aMorning([asLine(view, MORNING, CALENDAR)]))) {
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it('speaks without exclamation marks, with one emoji at most', () => {
    const emoji = /\p{Extended_Pictographic}/gu;
    for (const notification of everything('nội dung')) {
      const { text } = render(notification).text;
      expect(text).not.toContain('!');
      expect(text.match(emoji)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(text).not.toMatch(/(^|\s)(bạn|quý khách|hệ thống đã)(\s|$)/iu);
    }
  });

  it('stays within twelve lines before a fold on an ordinary day', () => {
    const view = aView();
    const report = aReport(view.assignment, {
      kind: 'blocked',
      reason: 'chờ Sở Tài chính',
      waitingOn: 'Sở Tài chính',
    });
    const request = anExtensionRequest(view.assignment, { reason: 'chờ Sở Tài chính' });
    const item = aDraftItem({
      content: view.task.content,
      coordinating: [{ unitId: null, mention: 'VNPT' }],
      deadline: BEFORE_SUNDAY,
      explanation: 'trước ngày 20/4/2025',
      questions: ['Đơn vị nào chủ trì?'],
    });
    const draft = aDraft({ document: NOTICE, items: [item] });
    const line = asLine(view, MORNING, CALENDAR);
    const ordinary: Notification[] = [
      { kind: 'draft_summary', draft },
      aCard(draft, item, [{ rung: 'on-day', fireAt: MORNING }]),
      { kind: 'task_assigned', view },
      aMorning([line]),
      aMorning(Array.from({ length: 9 }, () => line)),
      { kind: 'completion_reported', view, report, reporter: HEAD },
      { kind: 'blocked_reported', view, report, reporter: HEAD },
      { kind: 'extension_requested', view, request, oldDeadline: BEFORE_SUNDAY, requester: HEAD },
      { kind: 'extension_decided', view, request, decider: HEAD },
    ];
    for (const notification of ordinary) {
      const { text, entities } = render(notification).text;
      const fold = entities.find(({ type }) => type === 'expandable_blockquote')?.offset;
      expect(text.slice(0, fold).trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    }
  });
});

describe('buttons', () => {
  it('lead where they say, in their colours', () => {
    const { keyboard } = render({ kind: 'task_assigned', view: aView({ assignment: { id: ID } }) });
    const drawn = keyboard?.inline_keyboard.map((row) =>
      row.map((button) => [
        button.text,
        button.style ?? 'plain',
        'callback_data' in button ? unpackButton(button.callback_data) : null,
      ]),
    );
    expect(drawn).toEqual([
      [
        ['Đã nhận', 'primary', { kind: 'report_acknowledged', assignmentId: ID }],
        ['Đang làm', 'plain', { kind: 'report_in_progress', assignmentId: ID }],
      ],
      [
        ['Đã xong', 'success', { kind: 'report_done', assignmentId: ID }],
        ['Vướng', 'danger', { kind: 'report_blocked', assignmentId: ID }],
      ],
      [['Xin gia hạn', 'plain', { kind: 'ask_extension', assignmentId: ID }]],
    ]);
  });

  it('are not offered on a task that is over', () => {
    for (const status of ['done', 'cancelled'] as const) {
      expect(render({ kind: 'task_assigned', view: aView({ assignment: { status } }) }).keyboard).toBeNull();
    }
  });

  it('carry the item, the reading and the choice', () => {
    const item = aDraftItem({
      index: 3,
      alternatives: ['2025-04-18', '2025-04-20'],
      lead: [{ unitId: 'u', mention: 'VP' }],
    });
    const draft = aDraft({ id: ID, revision: 2, items: [item] });
    const actions = render(aCard(draft, item))
      .keyboard?.inline_keyboard.flat()
      .map((button) => ('callback_data' in button ? unpackButton(button.callback_data) : null));
    const at = { draftId: ID, revision: 2, index: 3 };
    expect(actions).toEqual([
      { kind: 'choose_deadline', ...at, option: 0 },
      { kind: 'choose_deadline', ...at, option: 1 },
      { kind: 'save_item', ...at },
      { kind: 'discard_item', ...at },
      { kind: 'edit_deadline', ...at },
      { kind: 'edit_units', ...at },
      { kind: 'edit_content', ...at },
    ]);
  });

  it('of a summary carry the reading', () => {
    const items = [0, 1].map((index) => aDraftItem({ index, lead: [{ unitId: 'u', mention: 'VP' }] }));
    const draft = aDraft({
      id: ID,
      revision: 2,
      items: [...items, aDraftItem({ index: 2, kind: 'standing' })],
    });
    const actions = render({ kind: 'draft_summary', draft })
      .keyboard?.inline_keyboard.flat()
      .map((button) => ('callback_data' in button ? unpackButton(button.callback_data) : null));
    expect(actions).toEqual([
      { kind: 'save_all', draftId: ID, revision: 2 },
      { kind: 'show_standing', draftId: ID, revision: 2 },
    ]);
  });

  it('decide about extensions and completions', () => {
    const view = aView({ assignment: { id: ID } });
    const request = anExtensionRequest(view.assignment, { id: ID });
    const actionsOf = (notification: Notification): unknown[] =>
      (render(notification).keyboard?.inline_keyboard.flat() ?? []).map((button) =>
        'callback_data' in button ? unpackButton(button.callback_data) : null,
      );
    expect(
      actionsOf({ kind: 'extension_requested', view, request, oldDeadline: null, requester: HEAD }),
    ).toEqual([
      { kind: 'approve_extension', requestId: ID },
      { kind: 'refuse_extension', requestId: ID },
      { kind: 'approve_other_date', requestId: ID },
    ]);
    const report = aReport(view.assignment, { kind: 'done' });
    expect(actionsOf({ kind: 'completion_reported', view, report, reporter: HEAD })).toEqual([
      { kind: 'accept_completion', assignmentId: ID },
      { kind: 'return_completion', assignmentId: ID },
    ]);
    expect(actionsOf({ kind: 'blocked_reported', view, report, reporter: HEAD })).toEqual([
      { kind: 'show_task', assignmentId: ID },
    ]);
  });
});

describe('sending options', () => {
  it('take buttons away from a message that is edited without any', () => {
    const [outgoing] = toMessages(render({ kind: 'completion_decided', view: aView(), isAccepted: true }));
    expect(outgoing && 'reply_markup' in sendOptions(outgoing)).toBe(false);
  });
});
