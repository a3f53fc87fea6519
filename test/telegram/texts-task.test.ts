import { describe, expect, it } from 'vitest';
import { asLine } from '../../src/application/answering/answers.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import type { EscalationStep } from '../../src/domain/escalation.ts';
import type { AssignmentView } from '../../src/domain/assignment-view.ts';
import type { EscalationLine, ReminderLine } from '../../src/domain/reminder-line.ts';
import { render } from '../../src/telegram/render.ts';
import {
  openTasksAnswer,
  taskAnswer,
  taskClosed,
  taskGone,
  taskNotFound,
} from '../../src/telegram/texts/task.ts';
import { anExtensionRequest } from '../support/rows.ts';
import { picture } from './support/picture.ts';
import { BCVT, CALENDAR, QLCN, VP, aDueDate, aMorning, aView } from './support/views.ts';

const WEDNESDAY = instantOf('2025-04-16', '07:30');
const MONDAY = instantOf('2025-04-21', '07:30');

const line = (view: AssignmentView, at = WEDNESDAY): ReminderLine => asLine(view, at, CALENDAR);
const reminder = (today: string, ...lines: ReminderLine[]): string =>
  picture(render(aMorning(lines, { today })));

const PLAN = aView();
const TODAY = aView({
  task: { number: 25, content: 'trình Giám đốc Sở ban hành kế hoạch công tác năm 2025' },
  deadline: aDueDate('2025-04-16T17:00:00+07:00', 'by', { precision: 'instant' }),
  lastReport: { kind: 'in_progress', progress: 60 },
  assignment: { status: 'in_progress' },
});
const STUCK = aView({
  task: { number: 21, content: 'tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND' },
  deadline: aDueDate('2025-04-11'),
  lastReport: { kind: 'blocked', reason: 'chờ ý kiến Sở Tư pháp' },
  assignment: { status: 'blocked' },
});
const COORDINATING = aView({
  task: { externalParties: ['VNPT'] },
  unit: QLCN,
  assignment: { role: 'coordinating' },
  leads: [BCVT],
  coordinating: [],
});

describe('a task given to a unit', () => {
  it('is a card with buttons for the unit that leads', () => {
    expect(picture(render({ kind: 'task_assigned', view: PLAN }))).toMatchInlineSnapshot(`
      "📋 Việc 23 · Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4

      Trả lời tin này hoặc bấm nút để báo tình hình.
      [Đã nhận] [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
  });

  it('tells a coordinating unit so, and offers it no extension', () => {
    expect(picture(render({ kind: 'task_assigned', view: COORDINATING }))).toMatchInlineSnapshot(`
      "📋 Việc 23 · Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN, VNPT
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4

      Phòng QLCN là đơn vị phối hợp. Trả lời tin này hoặc bấm nút để báo tình hình.
      [Đã nhận] [Đang làm]
      [Xong phần mình] [Vướng]"
    `);
  });

  it('is the same without document, deadline and other units', () => {
    const view = aView({ document: null, task: { item: null }, deadline: null, coordinating: [] });
    expect(picture(render({ kind: 'task_assigned', view }))).toMatchInlineSnapshot(`
      "📋 Việc 23
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Hạn: chưa có hạn

      Trả lời tin này hoặc bấm nút để báo tình hình.
      [Đã nhận] [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
  });

  it('counts many leading units, its own first', () => {
    const others = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ ...VP, id: code, shortName: `Phòng ${code}` }));
    const view = aView({
      leads: others,
      coordinating: [],
      task: { recipient: 'Văn phòng Sở', director: 'Phó Giám đốc Sở Phan Văn An' },
    });
    expect(picture(render({ kind: 'task_assigned', view })).split('\n')).toEqual(
      expect.arrayContaining([
        'Chủ trì: Phòng BCVT&CNTT, Phòng A, Phòng B và 3 đơn vị khác',
        'Giao đích danh: Phó Giám đốc Sở Phan Văn An',
        'Nơi nhận kết quả: Văn phòng Sở',
      ]),
    );
  });
});

describe('a reminder', () => {
  it('of one task is its card', () => {
    expect(reminder('2025-04-16', line(PLAN))).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Việc 23 của Phòng BCVT&CNTT còn 2 ngày làm việc (thứ Sáu, 18/4).

      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
      Văn bản: Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Báo cáo gần nhất: chưa có

      Trả lời tin này hoặc bấm nút để báo tình hình.
      [Đã nhận] [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
  });

  it.each([
    ['2025-04-15', PLAN, '⏰ Thứ Ba, 15/4. Việc 23 của Phòng BCVT&CNTT còn 3 ngày làm việc (thứ Sáu, 18/4).'],
    ['2025-04-18', PLAN, '⏰ Thứ Sáu, 18/4. Việc 23 của Phòng BCVT&CNTT đến hạn, hôm nay là ngày cuối.'],
    ['2025-04-16', TODAY, '⏰ Thứ Tư, 16/4. Việc 25 của Phòng BCVT&CNTT đến hạn lúc 17h00 hôm nay.'],
    ['2025-04-21', PLAN, '⏰ Thứ Hai, 21/4. Việc 23 của Phòng BCVT&CNTT quá hạn 1 ngày làm việc.'],
    ['2025-05-05', PLAN, '⏰ Thứ Hai, 05/5. Việc 23 của Phòng BCVT&CNTT quá hạn 8 ngày làm việc.'],
  ])('on %s opens with where the task stands', (today, view, expected) => {
    expect(reminder(today, line(view, instantOf(today, '07:30'))).split('\n')[0]).toBe(expected);
  });

  it('on a Saturday says that the day is worked', () => {
    const saturday = '2025-04-26';
    expect(reminder(saturday, line(PLAN, instantOf(saturday, '07:30'))).split('\n')[0]).toContain(
      '⏰ Thứ Bảy, 26/4 (ngày làm việc). Việc 23',
    );
  });

  it('on a Saturday off, of a deadline with an hour, does not call the day worked', () => {
    const due = aView({ deadline: aDueDate('2025-04-19T20:00:00+07:00', 'by', { precision: 'instant' }) });
    const evening = line(due, instantOf('2025-04-19', '18:00'));
    const set = { today: '2025-04-19', isForThisHour: true };
    expect(picture(render(aMorning([evening], set))).split('\n')[0]).toBe(
      '⏰ Thứ Bảy, 19/4. Việc 23 của Phòng BCVT&CNTT đến hạn lúc 20h00 hôm nay.',
    );
    expect(picture(render(aMorning([evening, evening], set)))).toContain('2 việc đến hạn hôm nay');
  });

  it('of several tasks is one message, by urgency', () => {
    expect(reminder('2025-04-16', line(PLAN), line(TODAY), line(STUCK))).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Phòng BCVT&CNTT có 3 việc: 1 đến hạn hôm nay, 1 sắp đến hạn, 1 quá hạn.

      Đến hạn hôm nay
      Việc 25 · Trình Giám đốc Sở ban hành kế hoạch công tác năm 2025
      hạn 17h00 hôm nay; đang làm 60% (14/4)

      Sắp đến hạn
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo

      Quá hạn
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 3 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)

      Trả lời “23 xong”, “25 đang làm 60%” hoặc bấm nút.
      [23 đã xong] [23 đang làm] [23 vướng]
      [25 đã xong] [25 đang làm] [25 vướng]
      [21 đã xong] [21 đang làm] [21 vướng]"
    `);
  });

  it('of several tasks of one kind needs no headings', () => {
    expect(reminder('2025-04-21', line(PLAN, MONDAY), line(STUCK, MONDAY))).toMatchInlineSnapshot(`
      "⏰ Thứ Hai, 21/4. Phòng BCVT&CNTT có 2 việc quá hạn.

      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, quá hạn 1 ngày làm việc; chưa có báo cáo
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 6 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)

      Trả lời “23 xong”, “21 đang làm 60%” hoặc bấm nút.
      [23 đã xong] [23 đang làm] [23 vướng]
      [21 đã xong] [21 đang làm] [21 vướng]"
    `);
  });

  it('names the unit on each line in a chat of several units', () => {
    const other = aView({
      unit: QLCN,
      task: { number: 31, content: 'tham mưu Quy chế phối hợp' },
      deadline: aDueDate('2025-04-17'),
    });
    expect(reminder('2025-04-16', line(PLAN), line(other))).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Phòng BCVT&CNTT, Phòng QLCN có 2 việc sắp đến hạn.

      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      Phòng BCVT&CNTT, hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo
      Việc 31 · Tham mưu Quy chế phối hợp
      Phòng QLCN, hạn 17/4, còn 1 ngày làm việc; chưa có báo cáo

      Trả lời “23 xong”, “31 đang làm 60%” hoặc bấm nút.
      [23 đã xong] [23 đang làm] [23 vướng]
      [31 đã xong] [31 đang làm] [31 vướng]"
    `);
  });

  it('answers by example with numbers of its own tasks', () => {
    const newlyAssigned = [aView({ task: { number: 40 } })];
    const message = picture(render(aMorning([line(PLAN)], { newlyAssigned })));
    expect(message).toContain('Trả lời “23 xong”, “40 đang làm 60%” hoặc bấm nút.');
  });

  it('names what is new in the chat, what others decided, and who is told next', () => {
    const late = { ...line(STUCK), nextStep: { step: 'deputy', on: '2025-04-17', at: '09:00' } } as const;
    const later = {
      ...line(aView({ task: { number: 22 }, deadline: aDueDate('2025-04-11') })),
      nextStep: late.nextStep,
      changes: [{ kind: 'extension_refused' }],
    } as const;
    const moved = {
      ...line(PLAN),
      changes: [{ kind: 'deadline_moved', oldDue: '2025-04-15', newDue: '2025-04-20' }],
    } as const;
    const fresh = [
      aView({ task: { number: 40, content: 'báo cáo quý II' }, deadline: aDueDate('2025-05-09') }),
      aView({
        task: { number: 41, content: 'góp ý dự thảo' },
        assignment: { role: 'coordinating' },
        deadline: null,
      }),
    ];
    const message = picture(render(aMorning([late, later, moved], { newlyAssigned: fresh })));
    expect(message).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Phòng BCVT&CNTT có 3 việc: 1 sắp đến hạn, 2 quá hạn; 2 việc mới giao.

      Sắp đến hạn
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo; mới được gia hạn từ 15/4 đến 20/4

      Quá hạn
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 3 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 22 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn 11/4, quá hạn 3 ngày làm việc; chưa có báo cáo; đề nghị gia hạn không được đồng ý
      Mới giao
      Việc 40 · Báo cáo quý II
      hạn 09/5
      Việc 41 · Góp ý dự thảo
      phối hợp, chưa có hạn

      Nếu chưa có báo cáo, ngày mai sẽ báo Phó Giám đốc phụ trách về việc 21, 22.

      Trả lời “21 xong”, “22 đang làm 60%” hoặc bấm nút.
      [21 đã xong] [21 đang làm] [21 vướng]
      [22 đã xong] [22 đang làm] [22 vướng]
      [23 đã xong] [23 đang làm] [23 vướng]"
    `);
  });

  it('of one task says who is told next, and when', () => {
    const next = (on: string, step: 'head' | 'director', at: string | null = '09:00') =>
      reminder('2025-04-16', { ...line(STUCK), nextStep: { step, on, at } })
        .split('\n')
        .filter((row) => row.startsWith('Nếu'));
    expect(next('2025-04-16', 'head')).toEqual([
      'Nếu chưa có báo cáo, 09h00 hôm nay sẽ báo lãnh đạo đơn vị.',
    ]);
    expect(next('2025-04-16', 'head', null)).toEqual([
      'Nếu chưa có báo cáo, hôm nay sẽ báo lãnh đạo đơn vị.',
    ]);
    expect(next('2025-04-21', 'head')).toEqual([
      'Nếu chưa có báo cáo, thứ Hai, 21/4 sẽ báo lãnh đạo đơn vị.',
    ]);
    expect(next('2025-04-17', 'director')).toEqual([
      'Nếu chưa có báo cáo, từ ngày mai việc này có trong tổng hợp tuần gửi Giám đốc.',
    ]);
  });

  it('has no buttons where there would be too many', () => {
    const many = Array.from({ length: 7 }, (_, index) => line(aView({ task: { number: 30 + index } })));
    const message = render(aMorning(many));
    expect(message.keyboard).toBeNull();
    expect(message.text.text.split('\n').at(-1)).toBe('Trả lời “30 xong”, “31 đang làm 60%”.');
  });
});

describe('silence past the deadline', () => {
  const silent = (view: AssignmentView, set: Partial<EscalationLine> = {}): EscalationLine => ({
    ...line(view),
    nextStep: null,
    passedOver: [],
    ...set,
  });
  const say = (step: EscalationStep, ...lines: EscalationLine[]): string =>
    picture(render({ kind: 'escalation', step, today: '2025-04-16', lines }));
  const LATE = aView({ task: { number: 22 }, deadline: aDueDate('2025-04-11') });
  const OTHER = aView({
    unit: QLCN,
    task: { number: 31, content: 'tham mưu Quy chế phối hợp' },
    deadline: aDueDate('2025-04-14'),
  });

  it('of one task to the head, who can answer', () => {
    expect(say('head', silent(LATE, { nextStep: { step: 'secretary', on: '2025-04-17', at: '09:00' } })))
      .toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Việc 22 của Phòng BCVT&CNTT quá hạn 3 ngày làm việc, chưa có báo cáo.

      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN
      Hạn: chậm nhất thứ Sáu, 11/4/2025
      Văn bản: Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Báo cáo gần nhất: chưa có

      Trả lời tin này hoặc bấm nút để báo tình hình.
      Nếu chưa có báo cáo, ngày mai sẽ báo Văn phòng.
      [Đã nhận] [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
  });

  it('of one task to the deputy in charge, with who could not be told', () => {
    expect(say('deputy', silent(LATE, { passedOver: [{ step: 'head', why: 'no_telegram' }] })))
      .toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. Việc 22 của Phòng BCVT&CNTT quá hạn 3 ngày làm việc, chưa có báo cáo.

      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN
      Hạn: chậm nhất thứ Sáu, 11/4/2025
      Văn bản: Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Báo cáo gần nhất: chưa có
      Chưa báo riêng được lãnh đạo Phòng BCVT&CNTT: chưa kết nối Telegram.
      [Xem việc 22]"
    `);
  });

  it('of several units to the secretary', () => {
    const vacant = { passedOver: [{ step: 'head', why: 'post_vacant' }] } as const;
    expect(say('secretary', silent(STUCK), silent(LATE), silent(OTHER, vacant))).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. 3 việc của 2 đơn vị quá hạn, chưa có báo cáo mới.

      Phòng BCVT&CNTT
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 3 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 22 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn 11/4, quá hạn 3 ngày làm việc; chưa có báo cáo

      Phòng QLCN
      Việc 31 · Tham mưu Quy chế phối hợp
      hạn 14/4, quá hạn 2 ngày làm việc; chưa có báo cáo

      Phòng QLCN chưa có người đứng đầu để báo riêng.

      Gõ /viec và số việc để xem chi tiết, ví dụ: /viec 21"
    `);
  });

  it('of several tasks to the head', () => {
    expect(say('head', silent(STUCK), silent(LATE))).toMatchInlineSnapshot(`
      "⏰ Thứ Tư, 16/4. 2 việc của Phòng BCVT&CNTT quá hạn, chưa có báo cáo mới.

      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 3 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 22 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn 11/4, quá hạn 3 ngày làm việc; chưa có báo cáo

      Trả lời “21 xong”, “22 đang làm 60%” để báo tình hình.
      [21 đã xong] [21 đang làm] [21 vướng]
      [22 đã xong] [22 đang làm] [22 vướng]"
    `);
  });
});

describe('open tasks', () => {
  const page = { at: WEDNESDAY, offset: 0, pageSize: 10 };

  it('of one unit name it once', () => {
    const lines = [line(STUCK), line(PLAN), line(TODAY)];
    expect(picture(openTasksAnswer({ ...page, total: 3, lines }))).toMatchInlineSnapshot(`
      "📋 Phòng BCVT&CNTT: 3 việc đang mở

      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 3 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo
      Việc 25 · Trình Giám đốc Sở ban hành kế hoạch công tác năm 2025
      hạn 17h00 hôm nay; đang làm 60% (14/4)

      Bấm số để xem từng việc.
      [21] [23] [25]"
    `);
  });

  it('of several units name them on each line, with pages', () => {
    const lines = [line(PLAN), line(COORDINATING)];
    expect(picture(openTasksAnswer({ ...page, total: 7, lines, offset: 2, pageSize: 2 })))
      .toMatchInlineSnapshot(`
        "📋 7 việc đang mở (3–4)

        Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
        Phòng BCVT&CNTT, hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo
        Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
        Phòng QLCN (phối hợp), hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4); chưa có báo cáo

        Bấm số để xem từng việc.
        [‹ Trước] [Sau ›]
        [23] [23]"
      `);
  });

  it('none', () => {
    expect(picture(openTasksAnswer({ ...page, total: 0, lines: [] }))).toMatchInlineSnapshot(
      `"Không có việc nào đang mở."`,
    );
  });
});

describe('one task', () => {
  const report = STUCK.lastReport;
  const timeline = [
    { at: instantOf('2025-04-02', '08:05'), who: 'Nguyễn Thị Hoa', link: null, what: { kind: 'created' } },
    {
      at: instantOf('2025-04-10', '07:30'),
      who: null,
      link: null,
      what: { kind: 'reminded', unitName: 'Phòng BCVT&CNTT' },
    },
    ...(report
      ? [
          {
            at: instantOf('2025-04-14', '09:30'),
            who: 'Lê Văn Minh',
            link: null,
            what: { kind: 'reported', unitName: 'Phòng BCVT&CNTT', report },
          } as const,
        ]
      : []),
    {
      at: instantOf('2025-04-14', '09:31'),
      who: 'Lê Văn Minh',
      link: null,
      what: { kind: 'extension_requested', unitName: 'Phòng BCVT&CNTT', newDue: '2025-04-25' },
    },
    {
      at: instantOf('2025-04-15', '16:00'),
      who: 'Trần Thị Lan',
      link: null,
      what: { kind: 'extension_refused', unitName: 'Phòng BCVT&CNTT', oldDue: null, newDue: null },
    },
  ] as const;

  it('with what happened', () => {
    expect(picture(taskAnswer({ at: MONDAY, lines: [line(STUCK, MONDAY)], timeline })))
      .toMatchInlineSnapshot(`
        "📋 Việc 21 · Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
        Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND

        Chủ trì: Phòng BCVT&CNTT
        Phối hợp: Phòng QLCN
        Hạn: chậm nhất thứ Sáu, 11/4/2025
        Tình hình: quá hạn 6 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)

        Quá trình
        08h05 thứ Tư, 02/4 · Giao việc (Nguyễn Thị Hoa)
        07h30 thứ Năm, 10/4 · Nhắc Phòng BCVT&CNTT
        09h30 thứ Hai, 14/4 · Phòng BCVT&CNTT báo đang vướng: chờ ý kiến Sở Tư pháp (Lê Văn Minh)
        09h31 thứ Hai, 14/4 · Phòng BCVT&CNTT đề nghị gia hạn đến 25/4 (Lê Văn Minh)
        16h00 thứ Ba, 15/4 · Không đồng ý gia hạn cho Phòng BCVT&CNTT (Trần Thị Lan)
        [Đang làm]
        [Đã xong] [Vướng]
        [Xin gia hạn]"
      `);
  });

  it('of several units, each with its state', () => {
    const lines = [
      line(PLAN, MONDAY),
      line(aView({ unit: VP, assignment: { status: 'done' }, lastReport: { kind: 'done' } }), MONDAY),
      line(
        aView({ unit: { ...VP, id: 'A', shortName: 'Phòng A' }, deadline: aDueDate('2025-05-09') }),
        MONDAY,
      ),
      line(COORDINATING, MONDAY),
    ];
    expect(picture(taskAnswer({ at: MONDAY, lines, timeline: [] }))).toMatchInlineSnapshot(`
      "📋 Việc 23 · Thông báo số 45/TB-SKHCN ngày 01/4/2025, mục 4
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
      Phòng BCVT&CNTT: quá hạn 1 ngày làm việc; chưa có báo cáo
      Văn phòng Sở: hoàn thành (14/4)
      Phòng A: hạn 09/5; chưa có báo cáo
      Phòng QLCN (phối hợp): chưa có báo cáo"
    `);
  });

  it('that was handed in, with the decision for whoever may make it', () => {
    const settings = { assignment: { status: 'submitted' }, lastReport: { kind: 'submitted' } } as const;
    const handedIn = aView(settings);
    const other = aView({ ...settings, unit: { ...VP, id: 'A', shortName: 'Phòng A' } });
    const buttons = (views: readonly (typeof handedIn)[], mayDecide = () => false) =>
      picture(
        taskAnswer(
          { at: MONDAY, lines: views.map((view) => line(view)), timeline: [] },
          { mayReport: () => true, mayDecide, mayRemind: () => false },
        ),
      )
        .split('\n')
        .filter((shown) => shown.startsWith('['));
    expect(buttons([handedIn], () => true)).toEqual(['[Xác nhận hoàn thành] [Trả lại]']);
    expect(buttons([handedIn, PLAN, other], () => true)).toEqual([
      '[Xác nhận Phòng BCVT&CNTT] [Trả lại Phòng BCVT&CNTT]',
      '[Xác nhận Phòng A] [Trả lại Phòng A]',
    ]);
    expect(buttons([handedIn])).not.toContain('[Xác nhận hoàn thành] [Trả lại]');
    expect(buttons([PLAN], () => true)).not.toContain('[Xác nhận hoàn thành] [Trả lại]');
  });

  it('of several units, with who is told next', () => {
    const nextStep = { step: 'deputy', on: '2025-04-22', at: '09:00' } as const;
    const late = { ...line(PLAN, MONDAY), nextStep };
    const other = { ...late, view: { ...PLAN, unit: { ...VP, id: 'A', shortName: 'Phòng A' } } };
    const told = (...lines: ReminderLine[]) =>
      picture(taskAnswer({ at: MONDAY, lines, timeline: [] }))
        .split('\n')
        .filter((shown) => /nếu chưa/iu.test(shown));
    expect(told(late, line(COORDINATING, MONDAY))).toEqual([
      'Nếu chưa có báo cáo, ngày mai sẽ báo Phó Giám đốc phụ trách.',
    ]);
    expect(told(late, other)).toEqual([
      'Phòng BCVT&CNTT, Phòng A: nếu chưa có báo cáo, ngày mai sẽ báo Phó Giám đốc phụ trách.',
    ]);
  });

  it('folds a long history', () => {
    const created = { at: WEDNESDAY, who: null, link: null, what: { kind: 'created' } } as const;
    const answer = taskAnswer({
      at: MONDAY,
      lines: [line(PLAN)],
      timeline: Array.from({ length: 9 }, () => created),
    });
    expect(answer.text.entities.some(({ type }) => type === 'expandable_blockquote')).toBe(true);
  });

  it.each([
    [aView({ assignment: { status: 'cancelled' } }), 'Tình hình: đã thôi theo dõi'],
    [aView({ assignment: { status: 'done' }, lastReport: { kind: 'done' } }), 'Tình hình: hoàn thành (14/4)'],
    [
      aView({
        assignment: { status: 'submitted' },
        lastReport: { kind: 'submitted', documentNumber: '45/TTr-SKHCN' },
      }),
      'Tình hình: đã trình, Tờ trình số 45/TTr-SKHCN (14/4)',
    ],
    [
      aView({ assignment: { status: 'returned' }, lastReport: { kind: 'done' } }),
      'Tình hình: đã xong (14/4), được trả lại để hoàn thiện',
    ],
    [
      aView({ lastReport: { kind: 'in_progress' }, pendingExtension: anExtensionRequest(PLAN.assignment) }),
      'Tình hình: đang làm (14/4), đang chờ ý kiến về gia hạn',
    ],
    [
      aView({
        lastReport: { kind: 'extension_requested', eta: '2025-05-09' },
        pendingExtension: anExtensionRequest(PLAN.assignment),
      }),
      'Tình hình: đề nghị gia hạn đến 09/5 (14/4), đang chờ ý kiến',
    ],
    [
      aView({
        lastReport: { kind: 'extension_requested', eta: '2025-05-09' },
        deadline: aDueDate('2025-05-09'),
      }),
      'Tình hình: đề nghị gia hạn đến 09/5 (14/4), đã được đồng ý',
    ],
    [
      aView({ lastReport: { kind: 'extension_requested', eta: '2025-05-09' } }),
      'Tình hình: đề nghị gia hạn đến 09/5 (14/4), không được đồng ý',
    ],
    [
      aView({ lastReport: { kind: 'not_done', progress: 40, eta: '2025-04-18' } }),
      'Tình hình: chưa xong, mới được 40%, dự kiến 18/4 (14/4)',
    ],
    [
      aView({ lastReport: { kind: 'in_progress', waitingOn: 'Sở Tài chính' } }),
      'Tình hình: đang làm, đang chờ Sở Tài chính (14/4)',
    ],
    [aView({ lastReport: { kind: 'note', text: 'giao đ/c Hà' } }), 'Tình hình: ghi chú “giao đ/c Hà” (14/4)'],
  ])('says how far it is', (view, expected) => {
    const answer = taskAnswer({ at: WEDNESDAY, lines: [line(view)], timeline: [] });
    expect(answer.text.text.split('\n')).toContain(expected);
  });

  it('that is not there, or closed', () => {
    expect(picture(taskNotFound(99))).toMatchInlineSnapshot(
      `"Không thấy việc 99. Gõ /viec để xem danh sách việc đang mở."`,
    );
    expect(picture(taskGone())).toMatchInlineSnapshot(
      `"Không còn thấy việc này. Gõ /viec để xem danh sách việc đang mở."`,
    );
    expect(picture(taskClosed(aView({ assignment: { status: 'done' } })))).toMatchInlineSnapshot(
      `"Việc 23 đã được xác nhận hoàn thành nên không ghi thêm. Cần mở lại thì báo Văn phòng."`,
    );
    expect(picture(taskClosed(aView({ assignment: { status: 'cancelled' } })))).toMatchInlineSnapshot(
      `"Việc 23 đã thôi theo dõi nên không ghi thêm. Cần theo dõi lại thì báo Văn phòng."`,
    );
  });
});
