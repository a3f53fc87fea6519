import { describe, expect, it } from 'vitest';
import { asLine } from '../../src/application/answering/answers.ts';
import { NO_CELLS } from '../../src/domain/four-cells.ts';
import type { Delivery } from '../../src/domain/ledger.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import type { AssignmentView } from '../../src/domain/assignment-view.ts';
import type { DeputyWeek, Excerpt, SecretaryDay } from '../../src/domain/digest-view.ts';
import { deadlinePrompt, deadlinesSet } from '../../src/telegram/texts/deadline-answers.ts';
import { deadlineSet, digestText } from '../../src/telegram/texts/digest.ts';
import { ledgerAnswer } from '../../src/telegram/texts/ledger.ts';
import { aDraft, aDraftItem, aTask } from '../support/rows.ts';
import { picture } from './support/picture.ts';
import { BCVT, CALENDAR, NOTICE, QLCN, aDueDate, aView } from './support/views.ts';

const TODAY = '2025-04-14';
const NOW = instantOf(TODAY, '07:30');
const NOTHING: Excerpt = { total: 0, lines: [] };

const some = (views: readonly AssignmentView[], total = views.length): Excerpt => ({
  total,
  lines: views.map((view) => asLine(view, NOW, CALENDAR)),
});

const late = aView({ task: { number: 31 }, unit: QLCN, deadline: aDueDate('2025-04-11') });
const due = aView();
const blocked = aView({
  task: { number: 35 },
  deadline: aDueDate('2025-05-30'),
  assignment: { status: 'blocked' },
  lastReport: { kind: 'blocked', reason: 'chưa có hướng dẫn của Sở Tài chính' },
});

const week: DeputyWeek = {
  kind: 'deputy_week',
  today: TODAY,
  until: '2025-04-18',
  openCount: 7,
  overdue: NOTHING,
  due: NOTHING,
  extensions: NOTHING,
  submitted: NOTHING,
  blocked: NOTHING,
};

describe('the week of a deputy', () => {
  it('names what waits, the most pressing first', () => {
    const said = digestText({
      ...week,
      overdue: some([late]),
      due: some([due], 3),
      blocked: some([blocked]),
    });
    expect(picture(said)).toMatchInlineSnapshot(`
      "📋 Từ thứ Hai, 14/4 đến thứ Sáu, 18/4, các đơn vị đồng chí phụ trách có 1 việc quá hạn, 3 việc đến hạn, 1 việc đang vướng.

      Quá hạn (1)
      Việc 31 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      Phòng QLCN, hạn 11/4, quá hạn 1 ngày làm việc; chưa có báo cáo

      Đang vướng (1)
      Việc 35 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      Phòng BCVT&CNTT, hạn 30/5, còn 31 ngày làm việc; đang vướng: chưa có hướng dẫn của Sở Tài chính (14/4)
      Đến hạn (3)
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      Phòng BCVT&CNTT, hạn trước 20/4, còn 4 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo
      … và 2 việc khác

      Gõ /viec và số việc để xem chi tiết, /quahan để xem việc quá hạn."
    `);
  });

  it('says once what waits in two ways', () => {
    const stuck: AssignmentView = { ...blocked, deadline: aDueDate('2025-04-11') };
    const said = picture(digestText({ ...week, overdue: some([late, stuck]), blocked: some([stuck]) }));
    expect(said).toContain('có 2 việc quá hạn, 1 việc đang vướng.');
    expect(said).toContain('Đang vướng (1)\nViệc 35: đã nêu ở trên');
    expect(said.split('chưa có hướng dẫn của Sở Tài chính')).toHaveLength(2);
  });

  it('is one line where nothing presses', () => {
    expect(picture(digestText(week))).toMatchInlineSnapshot(
      `"Từ thứ Hai, 14/4 đến thứ Sáu, 18/4: các đơn vị đồng chí phụ trách chưa có việc nào đến hạn, quá hạn hay chờ ý kiến; 7 việc đang thực hiện."`,
    );
    expect(picture(digestText({ ...week, today: '2025-04-18' }))).toMatchInlineSnapshot(
      `"Thứ Sáu, 18/4: các đơn vị đồng chí phụ trách chưa có việc nào đến hạn, quá hạn hay chờ ý kiến; 7 việc đang thực hiện."`,
    );
  });

  it('folds what does not fit on a phone', () => {
    const many = Array.from({ length: 8 }, (_, index) => aView({ task: { number: 40 + index } }));
    const { text } = digestText({ ...week, overdue: some([late]), due: some(many, 12) }).text;
    const { entities } = digestText({ ...week, overdue: some([late]), due: some(many, 12) }).text;
    const fold = entities.find(({ type }) => type === 'expandable_blockquote');
    const inSight = text
      .slice(0, fold?.offset ?? text.length)
      .trim()
      .split('\n');
    expect(inSight.length).toBeLessThanOrEqual(13);
    expect(text).toContain('… và 4 việc khác');
  });
});

it('the week of the director counts by unit', () => {
  const cells = { doneInTime: 3, doneLate: 1, openInTime: 4, openLate: 2, submitted: 1, undated: 1 };
  const said = digestText({
    kind: 'director_week',
    today: TODAY,
    since: '2025-04-07',
    units: [
      { unit: BCVT, cells },
      { unit: QLCN, cells: { ...NO_CELLS, openInTime: 2 } },
      { unit: null, cells: { ...NO_CELLS, doneInTime: 1 } },
    ],
    escalated: some([late]),
    extensions: NOTHING,
  });
  expect(picture(said)).toMatchInlineSnapshot(`
    "📋 Tổng hợp tuần, thứ Hai, 14/4

    Hoàn thành từ 07/4: 4 đúng hạn, 1 quá hạn
    Đang thực hiện: 6 trong hạn, 2 quá hạn, 1 chưa có hạn
    Đã báo xong hoặc đã trình, chờ xác nhận: 1

    Quá hạn, đã nhắc các cấp mà chưa có báo cáo (1)
    Việc 31 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
    Phòng QLCN, hạn 11/4, quá hạn 1 ngày làm việc; chưa có báo cáo

    Theo đơn vị
    Phòng BCVT&CNTT: hoàn thành 4 (1 quá hạn); đang thực hiện 7 (2 quá hạn, 1 chưa có hạn); chờ xác nhận 1
    Phòng QLCN: đang thực hiện 2
    Đơn vị trước đây: hoàn thành 1"
  `);
});

const day: SecretaryDay = {
  kind: 'secretary_day',
  transfers: [],
  today: TODAY,
  failed: [],
  unitsWithoutChat: [],
  formerUnits: [],
  unreachable: [],
  drafts: [],
  submitted: NOTHING,
  undated: 0,
};

it('the day of a secretary names what is stuck, with what to do', () => {
  const draft = aDraft({ document: NOTICE, items: [aDraftItem(), aDraftItem({ index: 1 })] });
  const message = aDraft({
    parts: [{ messageId: 1, text: 'Giao Phòng CĐS lập kế hoạch, xong trước 18/4.' }],
  });
  const said = digestText({
    ...day,
    failed: [{ what: 'task_assigned', unit: QLCN, taskNumbers: [31, 32] }],
    unitsWithoutChat: [QLCN],
    unreachable: ['Nhóm Phòng QLCN', 'Lê Văn Minh'],
    drafts: [
      { draft, openItems: 2 },
      { draft: message, openItems: 1 },
    ],
    submitted: some([aView({ assignment: { status: 'submitted' }, lastReport: { kind: 'done' } })]),
    undated: 4,
  });
  expect(picture(said)).toMatchInlineSnapshot(`
    "📋 Thứ Hai, 14/4: việc cần Văn phòng xử lý

    Không gửi được (1)
    Tin giao việc (việc 31, 32) của Phòng QLCN

    Đơn vị chưa có nơi nhận tin (1)
    Phòng QLCN: mời bot vào nhóm của đơn vị rồi gõ /gan QLCN

    Nơi bot không gửi được tin (2)
    Nhóm Phòng QLCN
    Lê Văn Minh
    Phiếu chưa lưu (2)
    Thông báo số 45/TB-SKHCN ngày 01/4/2025 (nhập 07/4): 2 việc chưa lưu
    “Giao Phòng CĐS lập kế hoạch, xong trước 18/4.” (nhập 07/4): 1 việc chưa lưu

    Chờ xác nhận hoàn thành (1)
    Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai…
    Phòng BCVT&CNTT; đã xong (14/4)

    Gõ /viec và số việc để xác nhận hoàn thành hoặc trả lại.
    4 việc mới giao chưa có hạn. Gõ /han để xem và đặt hạn."
  `);
  expect(picture(digestText({ ...day, formerUnits: [{ unit: QLCN, taskNumbers: [3, 7] }] })))
    .toMatchInlineSnapshot(`
      "📋 Thứ Hai, 14/4: việc cần Văn phòng xử lý

      Đơn vị không còn hoạt động, còn việc đang mở (1)
      Phòng QLCN: việc 3, 7

      Gõ /chuyen 3 và tên đơn vị nhận để chuyển việc."
    `);
  expect(picture(digestText({ ...day, undated: 1 }))).toMatchInlineSnapshot(`
    "📋 Thứ Hai, 14/4: việc cần Văn phòng xử lý

    1 việc mới giao chưa có hạn. Gõ /han để xem và đặt hạn."
  `);
});

it('what has no deadline is asked for, with buttons', () => {
  const waiting = aView({
    task: { number: 12 },
    unit: QLCN,
    deadline: {
      raw: 'sau khi Luật Khoa học ban hành',
      due: null,
      bound: 'none',
      precision: 'none',
      lastOk: null,
      lastOkWorkday: null,
      rrule: null,
      condition: 'Luật Khoa học ban hành',
    },
  });
  const undated = aView({ task: { number: 9, createdAt: instantOf('2025-03-20', '09:00') }, deadline: null });
  const said = digestText({
    kind: 'undated_week',
    today: TODAY,
    old: 1,
    undated: some([undated, waiting], 9),
  });
  expect(picture(said)).toMatchInlineSnapshot(`
    "📋 9 việc chưa có hạn, trong đó 1 việc đã giao trên 2 tuần

    Việc 9 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
    Phòng BCVT&CNTT, giao 20/3; chưa có báo cáo
    Việc 12 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
    Phòng QLCN, giao 07/4, chờ “Luật Khoa học ban hành”; chưa có báo cáo
    … và 7 việc khác

    Trả lời tin này để đặt hạn, ví dụ “9 hạn 28/4”, hoặc bấm nút.
    [Đặt hạn việc 9] [Đặt hạn việc 12]"
  `);
});

it('a deadline that was missing is told to its unit', () => {
  expect(picture(deadlineSet(aView({ deadline: aDueDate('2025-04-30') })))).toMatchInlineSnapshot(`
    "📋 Hạn của việc 23: chậm nhất thứ Tư, 30/4/2025 (ngày nghỉ), nên cần xong trong thứ Ba, 29/4
    Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

    Trả lời tin này hoặc bấm nút để báo tình hình.
    [Đã nhận] [Đang làm]
    [Đã xong] [Vướng]
    [Xin gia hạn]"
  `);
  const coordinating = aView({ unit: QLCN, assignment: { role: 'coordinating' }, leads: [BCVT] });
  expect(picture(deadlineSet(coordinating))).toMatchInlineSnapshot(`
    "📋 Hạn của việc 23: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
    Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

    Phòng QLCN là đơn vị phối hợp. Trả lời tin này hoặc bấm nút để báo tình hình.
    [Đã nhận] [Đang làm]
    [Xong phần mình] [Vướng]"
  `);
});

it('whoever sets deadlines reads what became of each', () => {
  const view = aView({ deadline: aDueDate('2025-04-29') });
  const said = deadlinesSet(
    [
      { kind: 'set', view, reach: { reached: [view.unit], unreached: [] } },
      { kind: 'has_deadline', view: late },
      { kind: 'closed', view: aView({ task: { number: 24 } }) },
      { kind: 'not_found', number: 99 },
      { kind: 'past', number: 26 },
      { kind: 'unclear', number: 25, problem: 'Không rõ ngày “31/4”: tháng 4 có 30 ngày.' },
    ],
    TODAY,
  );
  expect(picture(said)).toMatchInlineSnapshot(`
    "Đã đặt hạn việc 23 (Phòng BCVT&CNTT): chậm nhất thứ Ba, 29/4/2025.
    Việc 31 đã có hạn: chậm nhất thứ Sáu, 11/4/2025. Cần đổi thì đơn vị chủ trì đề nghị gia hạn, lãnh đạo phụ trách quyết định.
    Việc 24 không còn mở nên không đặt hạn.
    Không thấy việc 99.
    Chưa đặt được hạn việc 26. Ngày nêu đã qua. Ví dụ: /han 26 28/4
    Chưa đặt được hạn việc 25. Không rõ ngày “31/4”: tháng 4 có 30 ngày. Ví dụ: /han 25 28/4
    Đơn vị sẽ được báo."
  `);
  expect(picture(deadlinePrompt(view, TODAY))).toMatchInlineSnapshot(`
    "Việc 23 (Phòng BCVT&CNTT) cần xong khi nào?
    Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
    Chọn ngày dưới đây (ngày trong ngoặc là ngày nghỉ), hoặc trả lời tin này, ví dụ: 28/4, thứ Sáu tuần sau, trước 17h00 ngày mai."
  `);
});

const delivery: Delivery = {
  id: 'one',
  kind: 'task_assigned',
  state: 'sent',
  at: instantOf('2025-04-10', '09:00'),
  notBefore: null,
  chatId: -1_001_234_567_890,
  threadId: null,
  taskNumbers: [23],
  unitCodes: ['QLCN'],
  recipient: 'Nhóm Phòng QLCN',
  link: 'https://t.me/c/1234567890/7',
  acknowledgements: [],
  reason: null,
};

it('the ledger says who was told what, when, and who answered', () => {
  const said = ledgerAnswer(
    {
      at: NOW,
      task: aTask({ number: 23 }),
      deliveries: [
        {
          ...delivery,
          acknowledgements: [
            {
              taskNumber: 23,
              at: instantOf('2025-04-10', '09:40'),
              who: 'Lê Văn Minh',
              kind: 'acknowledged',
            },
          ],
        },
        { ...delivery, id: 'two', kind: 'reminder', recipient: null, link: null },
        {
          ...delivery,
          id: 'three',
          kind: 'completion_reported',
          recipient: 'Bùi Thị Thanh Lam',
          state: 'failed',
          link: null,
          reason: '403: Forbidden: bot was blocked by the user',
        },
        {
          ...delivery,
          id: 'four',
          kind: 'reminder',
          state: 'queued',
          notBefore: instantOf(TODAY, '07:30'),
          link: null,
        },
      ],
    },
    0,
  );
  expect(picture(said)).toMatchInlineSnapshot(`
    "📋 Việc 23: 4 tin

    Chờ gửi từ 07h30 thứ Hai, 14/4 · Tin nhắc hạn → Nhóm Phòng QLCN
    09h00 thứ Năm, 10/4 · Tin báo hoàn thành → Bùi Thị Thanh Lam
    Không gửi được: người nhận đã chặn hoặc chưa mở trò chuyện với bot
    09h00 thứ Năm, 10/4 · Tin nhắc hạn
    Chưa có phản hồi
    09h00 thứ Năm, 10/4 · Tin giao việc → Nhóm Phòng QLCN · xem tin
    Lê Văn Minh đã nhận lúc 09h40 thứ Năm, 10/4"
  `);
  expect(said.text.entities.filter(({ type }) => type === 'text_link')).toHaveLength(1);
});

it('the ledger has pages, and one that is gone becomes the last', () => {
  const deliveries = Array.from({ length: 19 }, (_, index) => ({ ...delivery, id: `${index}` }));
  const answer = { at: NOW, task: aTask({ number: 23 }), deliveries };
  const buttons = (offset: number) =>
    ledgerAnswer(answer, offset)
      .keyboard?.inline_keyboard.flat()
      .map(({ text }) => text);
  expect(buttons(0)).toEqual(['Sau ›']);
  expect(buttons(8)).toEqual(['‹ Trước', 'Sau ›']);
  expect(buttons(16)).toEqual(['‹ Trước']);
  expect(ledgerAnswer(answer, 800).text.text).toContain('(17–19)');
  expect(picture(ledgerAnswer({ ...answer, deliveries: [] }, 0))).toMatchInlineSnapshot(
    `"Việc 23 chưa có tin nào được gửi."`,
  );
});
