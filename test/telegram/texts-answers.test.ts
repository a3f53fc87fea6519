import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/local-time.ts';
import type { OverdueOverview } from '../../src/domain/answers.ts';
import type { Role } from '../../src/domain/member.ts';
import { WHOLE_VIEW } from '../../src/domain/overdue-view.ts';
import type { FormattedMessage } from '../../src/telegram/transport/message.ts';
import { render } from '../../src/telegram/render.ts';
import {
  alreadyBound,
  bindAsk,
  bindInGroup,
  bindUnknownUnit,
  boundText,
  introduction,
} from '../../src/telegram/texts/binding.ts';
import { commandMenu } from '../../src/telegram/texts/commands.ts';
import {
  extensionClosed,
  extensionDateProblem,
  extensionDatePrompt,
  extensionDecisionHint,
  extensionDecisionRecorded,
  extensionNotDecided,
  extensionNotLater,
  extensionNotLead,
  extensionPending,
  extensionRecorded,
} from '../../src/telegram/texts/extension.ts';
import { overdueAnswer, ownOverdueAnswer } from '../../src/telegram/texts/overdue.ts';
import { helpText, notAllowed, startText, unboundChat } from '../../src/telegram/texts/people.ts';
import {
  draftReplyHint,
  genericError,
  notAQuestionForHere,
  nothingUnderstood,
  unsupportedMessage,
} from '../../src/telegram/texts/problems.ts';
import {
  blockedReasonPrompt,
  completionRecorded,
  corrected,
  correctionPrompt,
  nothingToDecide,
  reportUnclear,
  reportUnderstood,
  whichTask,
} from '../../src/telegram/texts/report.ts';
import * as toasts from '../../src/telegram/texts/toasts.ts';
import { aMember, aReport, anExtensionRequest } from '../support/rows.ts';
import { picture } from './support/picture.ts';
import { BCVT, DEPUTY, HEAD, QLCN, VP, aDueDate, aView } from './support/views.ts';

const PLAN = aView();
const OTHER = aView({
  task: { number: 25, content: 'trình Giám đốc Sở ban hành kế hoạch công tác năm 2025' },
});
const AFTERNOON = instantOf('2025-04-16', '16:20');

describe('what is overdue', () => {
  const STUCK = aView({
    task: { number: 21, content: 'tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND' },
    deadline: aDueDate('2025-04-11'),
    lastReport: { kind: 'blocked', reason: 'chờ ý kiến Sở Tư pháp' },
  });
  const RULES = aView({
    unit: QLCN,
    task: { number: 31, content: 'tham mưu Quy chế phối hợp' },
    deadline: aDueDate('2025-04-18'),
  });
  const answer: OverdueOverview = {
    at: instantOf('2025-04-21', '08:00'),
    taskCount: 3,
    unitCount: 2,
    countByUnit: new Map([
      [BCVT.id, 2],
      [QLCN.id, 1],
    ]),
    lines: [
      { view: STUCK, workingDaysOverdue: 6 },
      { view: PLAN, workingDaysOverdue: 1 },
      { view: RULES, workingDaysOverdue: 0 },
    ],
    offset: 0,
    pageSize: 10,
    isOwnOnly: false,
    view: WHOLE_VIEW,
    narrowed: null,
    anyAgeCount: 3,
    longCount: 0,
    countOfAll: 3,
    countInCharge: null,
  };

  /** Turning pages; what else stands under the list is tried over HTTP. */
  const pages = (shown: FormattedMessage) =>
    (shown.keyboard?.inline_keyboard ?? [])
      .map((row) => row.map(({ text }) => text))
      .filter((row) => row.some((text) => /Trước|Sau/u.test(text) && !text.startsWith('Lâu')));

  it('is told by unit', () => {
    expect(picture(overdueAnswer(answer))).toMatchInlineSnapshot(`
      "Quá hạn đến 08h00 thứ Hai, 21/4: toàn Sở có 3 việc, 2 đơn vị

      Phòng BCVT&CNTT (2)
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 6 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, quá hạn 1 ngày làm việc; chưa có báo cáo

      Phòng QLCN (1)
      Việc 31 · Tham mưu Quy chế phối hợp
      hạn 18/4, mới quá hạn; chưa có báo cáo

      Bấm số để xem từng việc.
      [21] [23] [31]
      [Lọc đơn vị] [Lọc phụ trách] [Lọc văn bản]
      [Lâu nhất trước] [Dạng bảng]"
    `);
  });

  it('is told to a unit of itself only', () => {
    const own = { ...answer, taskCount: 2, unitCount: 1, lines: answer.lines.slice(0, 2), isOwnOnly: true };
    expect(picture(ownOverdueAnswer(own, [BCVT]))).toMatchInlineSnapshot(`
      "Quá hạn đến 08h00 thứ Hai, 21/4: 2 việc

      Phòng BCVT&CNTT
      Việc 21 · Tham mưu Quyết định bãi bỏ Quyết định số 25/2018/QĐ-UBND
      hạn 11/4, quá hạn 6 ngày làm việc; đang vướng: chờ ý kiến Sở Tư pháp (14/4)
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…
      hạn trước 20/4, quá hạn 1 ngày làm việc; chưa có báo cáo

      Bấm số để xem từng việc và báo tình hình.
      [21] [23]"
    `);
  });

  it('is calm where nothing is', () => {
    const none = { ...answer, taskCount: 0, unitCount: 0, lines: [] };
    expect(picture(overdueAnswer(none))).toMatchInlineSnapshot(
      `"Đến 08h00 thứ Hai, 21/4: toàn Sở không có việc quá hạn."`,
    );
    expect(picture(ownOverdueAnswer(none, [BCVT, QLCN]))).toMatchInlineSnapshot(
      `"Đến 08h00 thứ Hai, 21/4: Phòng BCVT&CNTT, Phòng QLCN không có việc quá hạn."`,
    );
  });

  it('comes in pages, with counts over all of them, and folded after ten lines', () => {
    const lines = Array.from({ length: 8 }, (_, index) => ({
      view: aView({ task: { number: 40 + index } }),
      workingDaysOverdue: 1,
    }));
    const page = overdueAnswer({
      ...answer,
      taskCount: 23,
      countByUnit: new Map([[BCVT.id, 23]]),
      lines,
      offset: 8,
      pageSize: 8,
    });
    expect(page.text.text.split('\n').slice(0, 4)).toEqual([
      'Quá hạn đến 08h00 thứ Hai, 21/4: toàn Sở có 23 việc, 2 đơn vị (9–16)',
      '',
      'Phòng BCVT&CNTT (23)',
      'Việc 40 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo…',
    ]);
    expect(pages(page)).toEqual([['‹ Trước', 'Sau ›']]);
    const fold = page.text.entities.find(({ type }) => type === 'expandable_blockquote');
    expect(page.text.text.slice(fold?.offset).startsWith('Việc 44 ·')).toBe(true);
  });

  it.each([
    [0, [['Sau ›']]],
    [10, [['‹ Trước', 'Sau ›']]],
    [20, [['‹ Trước']]],
  ])('has the buttons that lead somewhere (from line %i of 23)', (offset, expected) => {
    expect(pages(overdueAnswer({ ...answer, taskCount: 23, offset }))).toEqual(expected);
  });
});

describe('reports', () => {
  const submitted = aReport(PLAN.assignment, {
    kind: 'submitted',
    documentNumber: '45/TTr-SKHCN',
    at: AFTERNOON,
  });
  const done = aReport(OTHER.assignment, {
    kind: 'done',
    text: 'Đã hoàn thành, gửi Báo cáo số 12/BC-BCVT ngày 16/4',
    documentNumber: '12/BC-BCVT',
    documentDate: '2025-04-16',
    at: AFTERNOON,
  });

  it('are shown as they were understood', () => {
    const outcomes = [{ view: PLAN, report: submitted, awaitsAcceptance: false }];
    expect(picture(reportUnderstood(outcomes))).toMatchInlineSnapshot(`
      "Đã ghi: việc 23 đã trình, Tờ trình số 45/TTr-SKHCN.
      [Sửa]"
    `);
    expect(picture(corrected(outcomes))).toMatchInlineSnapshot(`
      "Đã sửa: việc 23 đã trình, Tờ trình số 45/TTr-SKHCN.
      [Sửa]"
    `);
  });

  it('on several tasks can be corrected one by one', () => {
    const outcomes = [
      { view: PLAN, report: submitted, awaitsAcceptance: false },
      { view: OTHER, report: done, awaitsAcceptance: true },
    ];
    expect(picture(reportUnderstood(outcomes))).toMatchInlineSnapshot(`
      "Đã ghi: việc 23 đã trình, Tờ trình số 45/TTr-SKHCN.
      Đã ghi: việc 25 đã xong, Báo cáo số 12/BC-BCVT ngày 16/4.
      Văn phòng sẽ xác nhận hoàn thành.
      [Sửa việc 23] [Sửa việc 25]"
    `);
  });

  it('of a coordinating unit concern its part', () => {
    const view = aView({ unit: QLCN, assignment: { role: 'coordinating' } });
    const outcomes = [{ view, report: { ...done, documentNumber: null }, awaitsAcceptance: true }];
    expect(picture(reportUnderstood(outcomes))).toMatchInlineSnapshot(`
      "Đã ghi: việc 23 đã xong phần phối hợp.
      [Sửa]"
    `);
  });

  it('that are not clear are asked about', () => {
    expect(picture(reportUnclear({ view: PLAN, guess: 'Chưa rõ, có thể là: đã xong' })))
      .toMatchInlineSnapshot(`
      "Chưa rõ việc 23 đã xong, đã trình hay đang làm. Chọn giúp:
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Có thể là: đã xong
      [Đã xong] [Đã trình, chờ ý kiến]
      [Đang làm] [Vướng]"
    `);
    const nothing = picture(reportUnclear({ view: PLAN, guess: 'Chưa rõ ý trả lời' }));
    expect(nothing).toBe(picture(reportUnclear({ view: PLAN, guess: null })));
    expect(picture(reportUnclear({ view: PLAN, guess: null }))).toMatchInlineSnapshot(`
      "Chưa rõ việc 23 đã xong, đã trình hay đang làm. Chọn giúp:
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      [Đã xong] [Đã trình, chờ ý kiến]
      [Đang làm] [Vướng]"
    `);
  });

  it('that name no task are asked about', () => {
    expect(picture(whichTask([PLAN, OTHER]))).toMatchInlineSnapshot(`
      "Báo cáo này là của việc nào?
      Việc 23 · Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai…
      Việc 25 · Trình Giám đốc Sở ban hành kế hoạch công tác năm 2025
      Trả lời kèm số việc, ví dụ “23 xong”, hoặc bấm nút.
      [23 đã xong] [23 đang làm] [23 vướng]
      [25 đã xong] [25 đang làm] [25 vướng]"
    `);
    const many = Array.from({ length: 7 }, (_, index) => aView({ task: { number: 30 + index } }));
    expect(picture(whichTask(many)).split('\n').at(-1)).toBe('Trả lời kèm số việc, ví dụ “30 xong”.');
  });

  it('are asked for', () => {
    expect(picture(blockedReasonPrompt(PLAN))).toMatchInlineSnapshot(`
      "Việc 23 vướng ở đâu, cần ai tháo gỡ?
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Trả lời tin này; nội dung sẽ được báo lên lãnh đạo phụ trách."
    `);
    expect(picture(correctionPrompt(PLAN))).toMatchInlineSnapshot(`
      "Tình hình đúng của việc 23?
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Trả lời tin này, ví dụ “đang làm 60%”, “đã trình Tờ trình số 45/TTr-SKHCN”, hoặc bấm nút.
      [Đã xong] [Đã trình, chờ ý kiến]
      [Đang làm] [Vướng]"
    `);
  });

  it('of completion go to the secretary', () => {
    const view = aView({ assignment: { status: 'submitted', completedAt: AFTERNOON } });
    expect(picture(render({ kind: 'completion_reported', view, report: done, reporter: HEAD })))
      .toMatchInlineSnapshot(`
      "✅ Phòng BCVT&CNTT báo việc 23 đã xong.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Báo lúc: 16h20 thứ Tư, 16/4, đồng chí Trưởng phòng BCVT&CNTT (trong hạn)
      Kết quả: Báo cáo số 12/BC-BCVT ngày 16/4
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4

      Nguyên văn: Đã hoàn thành, gửi Báo cáo số 12/BC-BCVT ngày 16/4
      [Xác nhận hoàn thành] [Trả lại]"
    `);
  });

  it('of completion say when they came late', () => {
    const view = aView({ deadline: aDueDate('2025-04-15'), assignment: { completedAt: AFTERNOON } });
    const said = picture(
      render({ kind: 'completion_reported', view, report: { ...done, text: null }, reporter: null }),
    );
    expect(said.split('\n')).toContain('Báo lúc: 16h20 thứ Tư, 16/4 (sau hạn)');
    expect(said).not.toContain('Nguyên văn');
  });

  it('of completion are decided', () => {
    const accepted = aView({ assignment: { status: 'done' } });
    const returned = aView({ assignment: { status: 'returned' } });
    expect(picture(render({ kind: 'completion_decided', view: accepted, isAccepted: true })))
      .toMatchInlineSnapshot(`
      "✅ Việc 23 đã được xác nhận hoàn thành.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở"
    `);
    expect(picture(render({ kind: 'completion_decided', view: returned, isAccepted: false })))
      .toMatchInlineSnapshot(`
      "📋 Việc 23 được trả lại để hoàn thiện thêm.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
      Cần hoàn thiện nội dung nào, đề nghị trao đổi với Văn phòng. Khi xong, trả lời tin này hoặc bấm nút.
      [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
    expect(picture(completionRecorded(accepted, true))).toMatchInlineSnapshot(`
      "✅ Đã xác nhận việc 23 của Phòng BCVT&CNTT hoàn thành.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Đơn vị sẽ được báo."
    `);
    expect(picture(completionRecorded(returned, false))).toMatchInlineSnapshot(`
      "Đã trả lại việc 23 để Phòng BCVT&CNTT hoàn thiện thêm.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Đơn vị sẽ được báo."
    `);
    expect(picture(nothingToDecide(accepted))).toMatchInlineSnapshot(
      `"Việc 23 của Phòng BCVT&CNTT đã được xác nhận hoàn thành từ trước. Cần làm tiếp thì gõ /molai 23."`,
    );
    expect(picture(nothingToDecide(PLAN))).toMatchInlineSnapshot(
      `"Việc 23 của Phòng BCVT&CNTT hiện không chờ xác nhận hoàn thành."`,
    );
  });

  it('of an obstacle go to whoever is in charge', () => {
    const report = aReport(PLAN.assignment, {
      kind: 'blocked',
      reason: 'chưa có định mức kinh phí',
      waitingOn: 'Sở Tài chính',
      at: AFTERNOON,
    });
    expect(picture(render({ kind: 'blocked_reported', view: PLAN, report, reporter: HEAD })))
      .toMatchInlineSnapshot(`
      "⚠️ Phòng BCVT&CNTT báo vướng ở việc 23.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Lý do: chưa có định mức kinh phí
      Đang chờ: Sở Tài chính
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
      Báo lúc: 16h20 thứ Tư, 16/4, đồng chí Trưởng phòng BCVT&CNTT
      [Xem việc 23]"
    `);
  });
});

describe('extensions', () => {
  const request = anExtensionRequest(PLAN.assignment, {
    newDue: '2025-05-09',
    ordinal: 2,
    reason: 'chờ ý kiến Sở Tư pháp',
    requestedAt: AFTERNOON,
  });

  it('are asked for', () => {
    expect(picture(extensionDatePrompt(PLAN))).toMatchInlineSnapshot(`
      "🔁 Đề nghị gia hạn việc 23 đến ngày nào, vì sao?
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Hạn hiện nay: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4.
      Trả lời tin này, ví dụ: “đến 09/5, vì chờ ý kiến Sở Tư pháp”."
    `);
    expect(picture(extensionDateProblem('cần một ngày cụ thể.'))).toMatchInlineSnapshot(`
      "Cần một ngày cụ thể.
      Trả lời kèm ngày và lý do, ví dụ: “đến 09/5, vì chờ ý kiến Sở Tư pháp”."
    `);
    expect(picture(extensionDateProblem('Không rõ hạn “abc”. Nhắn lại hạn, ví dụ: 30/4 hoặc 05/5.')))
      .toMatchInlineSnapshot(`
        "Không rõ hạn “abc”.
        Trả lời kèm ngày và lý do, ví dụ: “đến 09/5, vì chờ ý kiến Sở Tư pháp”."
      `);
    expect(picture(extensionRecorded(PLAN, request))).toMatchInlineSnapshot(`
      "🔁 Đã trình lãnh đạo phụ trách đề nghị gia hạn việc 23 đến thứ Sáu, 09/5/2025 (lần 2).
      Trong khi chờ ý kiến, hạn không đổi: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4."
    `);
  });

  it('are not asked for twice, backwards, by the wrong unit or too late', () => {
    const coordinating = aView({ unit: QLCN, assignment: { role: 'coordinating' }, leads: [BCVT] });
    expect(picture(extensionPending(PLAN, request))).toMatchInlineSnapshot(
      `"Đề nghị gia hạn việc 23 đến thứ Sáu, 09/5/2025 đang chờ ý kiến, chưa cần gửi lại."`,
    );
    expect(picture(extensionNotLater(PLAN))).toMatchInlineSnapshot(`
      "Ngày đề nghị không muộn hơn hạn hiện nay của việc 23, hoặc đã qua.
      Hạn hiện nay: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4. Đề nghị lại với ngày muộn hơn."
    `);
    expect(picture(extensionNotLead(coordinating))).toMatchInlineSnapshot(
      `"Phòng QLCN phối hợp việc 23; gia hạn do đơn vị chủ trì (Phòng BCVT&CNTT) đề nghị."`,
    );
    expect(picture(extensionClosed(aView({ assignment: { status: 'submitted' } })))).toMatchInlineSnapshot(
      `"Việc 23 đã được báo trình hoặc báo xong nên không cần gia hạn. Nếu chưa xong, trả lời “23 chưa xong” trước."`,
    );
    expect(picture(extensionClosed(aView({ assignment: { status: 'done' } })))).toMatchInlineSnapshot(
      `"Việc 23 không còn mở nên không cần gia hạn."`,
    );
  });

  it('are put before whoever decides', () => {
    const oldDeadline = aDueDate('2025-04-25');
    expect(
      picture(render({ kind: 'extension_requested', view: PLAN, request, oldDeadline, requester: HEAD })),
    ).toMatchInlineSnapshot(`
      "🔁 Phòng BCVT&CNTT đề nghị gia hạn việc 23 từ 25/4 đến 09/5 (lần 2).
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Hạn hiện nay: chậm nhất thứ Sáu, 25/4/2025
      Hạn đề nghị: thứ Sáu, 09/5/2025
      Lý do: chờ ý kiến Sở Tư pháp
      Đề nghị lúc: 16h20 thứ Tư, 16/4, đồng chí Trưởng phòng BCVT&CNTT
      [Đồng ý] [Không đồng ý]
      [Đồng ý đến ngày khác]"
    `);
  });

  it('say so where they lead into a year of which the days off are not known', () => {
    const asked = {
      kind: 'extension_requested',
      view: PLAN,
      request,
      oldDeadline: null,
      requester: null,
    } as const;
    const line =
      'Lịch nghỉ năm 2026, 2027 chưa được khai báo: mới tính thứ Bảy, Chủ nhật và Tết Âm lịch (dự kiến).';
    expect(picture(render({ ...asked, unknownYears: [2026, 2027] }))).toContain(line);
    expect(picture(render({ ...asked, unknownYears: [] }))).not.toContain('Lịch nghỉ');
  });

  it('are put before whoever decides also without a reason, into the next year', () => {
    const plain = { ...request, newDue: '2026-01-09', ordinal: 1, reason: null };
    const said = picture(
      render({ kind: 'extension_requested', view: PLAN, request: plain, oldDeadline: null, requester: null }),
    ).split('\n');
    expect(said[0]).toBe('🔁 Phòng BCVT&CNTT đề nghị gia hạn việc 23 đến 09/01/2026.');
    expect(said).toContain('Lý do: không nêu');
  });

  it('are decided', () => {
    const approved = { ...request, state: 'approved' } as const;
    const refused = { ...request, state: 'refused' } as const;
    const later = aView({ deadline: aDueDate('2025-05-09') });
    expect(picture(render({ kind: 'extension_decided', view: later, request: approved, decider: DEPUTY })))
      .toMatchInlineSnapshot(`
      "🔁 Việc 23 được gia hạn đến thứ Sáu, 09/5/2025.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Người quyết định: đồng chí Phó Giám đốc Trần Thị Lan
      [Đã nhận] [Đang làm]
      [Đã xong] [Vướng]
      [Xin gia hạn]"
    `);
    expect(picture(render({ kind: 'extension_decided', view: PLAN, request: refused, decider: DEPUTY })))
      .toMatchInlineSnapshot(`
        "🔁 Đề nghị gia hạn việc 23 không được đồng ý, hạn giữ nguyên.
        Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
        Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4
        Người quyết định: đồng chí Phó Giám đốc Trần Thị Lan
        [Đã nhận] [Đang làm]
        [Đã xong] [Vướng]
        [Xin gia hạn]"
      `);
    expect(picture(extensionDecisionRecorded(later, approved))).toMatchInlineSnapshot(`
      "🔁 Đã đồng ý gia hạn việc 23 của Phòng BCVT&CNTT đến thứ Sáu, 09/5/2025.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Đơn vị sẽ được báo."
    `);
    const tooLate = { ...approved, decidedAt: instantOf('2025-05-12', '09:00') };
    expect(picture(extensionDecisionRecorded(later, tooLate))).toMatchInlineSnapshot(`
      "🔁 Đã đồng ý gia hạn việc 23 của Phòng BCVT&CNTT đến thứ Sáu, 09/5/2025.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Đơn vị sẽ được báo."
    `);
    expect(picture(extensionDecisionRecorded(PLAN, refused))).toMatchInlineSnapshot(`
      "🔁 Đã ghi không đồng ý gia hạn việc 23 của Phòng BCVT&CNTT; hạn không đổi: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4.
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Đơn vị sẽ được báo."
    `);
    expect(
      picture(extensionNotDecided({ kind: 'already_decided', request: approved })),
    ).toMatchInlineSnapshot(`"Đề nghị này đã có ý kiến: đồng ý."`);
    expect(picture(extensionDecisionHint())).toMatchInlineSnapshot(
      `"Chưa rõ ý kiến về đề nghị gia hạn. Trả lời “đồng ý” hoặc “không đồng ý”, hoặc bấm nút dưới đề nghị."`,
    );
  });

  it('to a day off name the last working day', () => {
    const view = aView({ deadline: aDueDate('2025-05-10') });
    const said = picture(
      render({
        kind: 'extension_decided',
        view,
        request: { ...request, newDue: '2025-05-10', state: 'approved' },
        decider: null,
      }),
    );
    expect(said.split('\n')).toContain('Hạn: chậm nhất thứ Bảy, 10/5/2025, nên cần xong trong thứ Sáu, 09/5');
  });
});

describe('a message that did not arrive', () => {
  const failed = {
    kind: 'delivery_failed',
    what: 'task_assigned',
    unit: BCVT,
    taskNumbers: [23, 24],
    recipient: null,
    toldInstead: null,
  } as const;

  it.each([
    [
      '403: Forbidden: bot was kicked from the supergroup chat',
      'bot không còn trong nhóm.',
      'Mời bot vào lại nhóm rồi gõ /gan BCVT&CNTT trong nhóm đó.',
    ],
    [
      '403: Forbidden: bot was blocked by the user',
      'người nhận đã chặn hoặc chưa mở trò chuyện với bot.',
      'Đề nghị người nhận mở trò chuyện riêng với bot và bấm Bắt đầu (Start).',
    ],
    [
      '403: Forbidden: user is deactivated',
      'tài khoản Telegram của người nhận không còn.',
      'Nếu đơn vị có nhóm, mời bot vào nhóm rồi gõ /gan BCVT&CNTT trong nhóm đó.',
    ],
    [
      '400: Bad Request: not enough rights to send text messages to the chat',
      'bot chưa được quyền gửi tin trong nhóm.',
      'Đề nghị quản trị nhóm cho bot quyền gửi tin nhắn.',
    ],
    [
      '400: Bad Request: TOPIC_CLOSED',
      'chủ đề của đơn vị trong nhóm đã đóng.',
      'Mở lại chủ đề, hoặc gõ /gan BCVT&CNTT ở chủ đề khác.',
    ],
    [
      '400: Bad Request: something new',
      'Telegram không nhận tin.',
      'Đề nghị báo quản trị viên xem nhật ký của bot.',
    ],
    [
      'TypeError: Cannot read properties of undefined',
      'bot gặp lỗi khi soạn tin.',
      'Đề nghị báo quản trị viên xem nhật ký của bot.',
    ],
  ])('%s', (why, cause, help) => {
    expect(picture(render({ ...failed, why })).split('\n')).toEqual([
      `⚠️ Không gửi được tin giao việc (việc 23, 24) cho Phòng BCVT&CNTT vì ${cause}`,
      help,
      'Trong khi chờ, đề nghị báo trực tiếp cho đơn vị.',
    ]);
  });

  it('names who gets it instead', () => {
    const said = render({ ...failed, why: '403: Forbidden: bot was kicked', toldInstead: HEAD });
    expect(picture(said).split('\n').at(-1)).toBe(`Trong khi chờ, tin được gửi riêng cho ${HEAD.title}.`);
  });

  it.each([
    [
      '403: Forbidden: bot was blocked by the user',
      'người nhận đã chặn hoặc chưa mở trò chuyện với bot.',
      'Đề nghị người nhận mở trò chuyện riêng với bot và bấm Bắt đầu (Start).',
    ],
    [
      '400: Bad Request: chat not found',
      'người nhận chưa mở trò chuyện với bot.',
      'Đề nghị người nhận mở trò chuyện riêng với bot và bấm Bắt đầu (Start).',
    ],
    [
      '403: Forbidden: user is deactivated',
      'tài khoản Telegram của người nhận không còn.',
      'Người nhận có tài khoản mới thì gõ /moi để tạo liên kết kết nối.',
    ],
  ])('to one person: %s', (why, cause, help) => {
    const said = render({ ...failed, what: 'extension_requested', why, recipient: HEAD });
    expect(picture(said).split('\n')).toEqual([
      `⚠️ Không gửi được đề nghị gia hạn (việc 23, 24) cho ${HEAD.title} vì ${cause}`,
      help,
      'Trong khi chờ, đề nghị báo trực tiếp cho người nhận.',
    ]);
  });

  it('without a unit or a task', () => {
    const said = render({
      kind: 'delivery_failed',
      what: 'draft_summary',
      unit: null,
      taskNumbers: [],
      why: 'chat not found',
      recipient: null,
      toldInstead: null,
    });
    expect(picture(said)).toMatchInlineSnapshot(`
      "⚠️ Không gửi được bản tóm tắt việc vừa nhập vì bot không còn trong nhóm.
      Mời bot vào lại nhóm rồi gõ /gan trong nhóm đó."
    `);
  });
});

describe('people', () => {
  const someone = (role: Role): ReturnType<typeof aMember> =>
    aMember('x', { role, title: 'đồng chí Nguyễn Văn An' });

  it('are greeted by role', () => {
    expect(picture(startText(someone('secretary'), 'private', 1))).toMatchInlineSnapshot(`
      "Chào đồng chí Nguyễn Văn An. Đôn Đốc theo dõi việc được giao của Sở: ghi việc, nhắc hạn, nhận báo cáo.

      Giao việc: dán thông báo kết luận, gửi tệp Word, chuyển tiếp tin nhắn, hoặc viết một việc.
      Kiểm tra từng phiếu rồi bấm Lưu; chưa bấm thì chưa gửi cho ai. Sửa tin gốc thì được đọc lại.
      Việc đơn vị báo xong được gửi vào đây để xác nhận hoàn thành.

      /quahan: việc quá hạn toàn Sở
      /viec: việc đang mở toàn Sở
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /chuyen 23 QLCN: chuyển việc cho đơn vị khác; /huy 23: thôi theo dõi
      /molai 23: mở lại việc đã hoàn thành để làm tiếp
      /han: việc chưa có hạn; /han 23 30/4: đặt hạn
      /moi: liên kết để một người kết nối tài khoản"
    `);
    expect(picture(startText(someone('unit_head'), 'private', 1))).toMatchInlineSnapshot(`
      "Chào đồng chí Nguyễn Văn An. Đôn Đốc theo dõi việc được giao của Sở: ghi việc, nhắc hạn, nhận báo cáo.

      Báo tình hình: trả lời tin giao việc hoặc tin nhắc, ví dụ “đang làm 60%”, “đã trình, Tờ trình số 45/TTr-SKHCN”, hoặc bấm nút.
      Nhiều việc: ghi số việc, ví dụ “23 xong, 24 đang làm”. Thả 👍 là đã nhận.
      Kết quả: gửi kèm ảnh hoặc tệp khi trả lời; báo nhầm thì bấm Sửa trong 10 phút.
      Cần thêm thời gian: bấm Xin gia hạn, ghi ngày và lý do. Hạn chỉ đổi khi lãnh đạo phụ trách đồng ý.

      /quahan: việc quá hạn của đơn vị
      /viec: việc đang mở của đơn vị
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /chuyen 23 QLCN: đề nghị chuyển việc không thuộc đơn vị mình"
    `);
    expect(picture(startText(someone('deputy'), 'private', 1))).toMatchInlineSnapshot(`
      "Chào đồng chí Nguyễn Văn An. Đôn Đốc theo dõi việc được giao của Sở: ghi việc, nhắc hạn, nhận báo cáo.

      Đề nghị gia hạn và việc vướng của các đơn vị được gửi vào đây để xin ý kiến.

      /quahan: việc quá hạn của đơn vị phụ trách, toàn Sở
      /viec: việc đang mở toàn Sở
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /molai 23: mở lại việc đã hoàn thành để làm tiếp"
    `);
    expect(picture(startText(someone('staff'), 'group', 1))).toMatchInlineSnapshot(
      `"Đôn Đốc theo dõi việc được giao và nhắc hạn trong nhóm này. Gõ /help để xem cách dùng."`,
    );
  });

  it('are helped by role', () => {
    expect(picture(helpText(someone('secretary'), 'group'))).toMatchInlineSnapshot(`
      "Cách dùng

      Giao việc: gõ /giao và việc cần giao, hoặc trả lời một tin nhắn bằng /giao.
      Kiểm tra từng phiếu rồi bấm Lưu; chưa bấm thì chưa gửi cho ai. Sửa tin gốc thì được đọc lại.

      /quahan: việc quá hạn của đơn vị
      /viec: việc đang mở của đơn vị
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /chuyen 23 QLCN: chuyển việc cho đơn vị khác; /huy 23: thôi theo dõi
      /molai 23: mở lại việc đã hoàn thành để làm tiếp
      /han 23 30/4: đặt hạn cho việc chưa có hạn
      /gan QLCN: gắn nhóm (hoặc chủ đề) này với một đơn vị"
    `);
    expect(picture(helpText(someone('staff'), 'group'))).toMatchInlineSnapshot(`
      "Cách dùng

      Báo tình hình: trả lời tin giao việc hoặc tin nhắc, ví dụ “đang làm 60%”, “đã trình, Tờ trình số 45/TTr-SKHCN”, hoặc bấm nút.
      Nhiều việc: ghi số việc, ví dụ “23 xong, 24 đang làm”. Thả 👍 là đã nhận.
      Kết quả: gửi kèm ảnh hoặc tệp khi trả lời; báo nhầm thì bấm Sửa trong 10 phút.
      Cần thêm thời gian: bấm Xin gia hạn, ghi ngày và lý do. Hạn chỉ đổi khi lãnh đạo phụ trách đồng ý.

      /quahan: việc quá hạn của đơn vị
      /viec: việc đang mở của đơn vị
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /chuyen 23 QLCN: đề nghị chuyển việc không thuộc đơn vị mình"
    `);
    expect(picture(helpText(someone('director'), 'private'))).toMatchInlineSnapshot(`
      "Cách dùng

      Đề nghị gia hạn và việc vướng của các đơn vị được gửi vào đây để xin ý kiến.

      /quahan: việc quá hạn toàn Sở
      /viec: việc đang mở toàn Sở
      /homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới
      /baocao tuần, tháng, quý: số liệu theo đơn vị
      /viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ
      /lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi
      /chuyen 23 QLCN: chuyển việc cho đơn vị khác; /huy 23: thôi theo dõi
      /molai 23: mở lại việc đã hoàn thành để làm tiếp"
    `);
  });

  it('are told in a group that what is for them alone comes in private', () => {
    expect(picture(helpText(someone('deputy'), 'group'))).toContain(
      'Đề nghị gia hạn và việc vướng của các đơn vị được gửi riêng để xin ý kiến.',
    );
  });

  it('that are not known get their id in private, and no data', () => {
    const said = startText(null, 'private', 123_456_789);
    expect(picture(said)).toMatchInlineSnapshot(`
      "Đôn Đốc chỉ dùng trong nội bộ Sở, và tài khoản này chưa có trong danh sách.
      Nếu công tác tại Sở: mở liên kết riêng do Văn phòng gửi, hoặc bấm nút dưới đây để quản trị viên xác nhận.
      Mã số của tài khoản này: 123456789.
      [Đề nghị được dùng]"
    `);
    expect(said.text.entities.map(({ type }) => type)).toEqual(['code']);
    expect(picture(startText(null, 'group', 123_456_789))).toMatchInlineSnapshot(
      `"Tài khoản này chưa có trong danh sách của Sở. Công tác tại Sở thì nhắn riêng cho bot để đề nghị được dùng."`,
    );
  });

  it('may not do everything', () => {
    expect(picture(notAllowed())).toMatchInlineSnapshot(
      `"Phần này thuộc người khác phụ trách. Cần hỗ trợ thì liên hệ Văn phòng."`,
    );
    expect(picture(unboundChat(someone('staff')))).toMatchInlineSnapshot(
      `"Nhóm này chưa gắn với đơn vị nào. Văn phòng hoặc quản trị viên gõ /gan trong nhóm để chọn đơn vị."`,
    );
    expect(picture(unboundChat(someone('admin')))).toMatchInlineSnapshot(
      `"Nhóm này chưa gắn với đơn vị nào. Gõ /gan rồi chọn đơn vị."`,
    );
  });

  it.each<[Role | null, 'private' | 'group', string]>([
    [null, 'private', 'help'],
    [null, 'group', 'viec quahan homnay tuannay sapden baocao lichsu giao han chuyen huy gan help'],
    [
      'admin',
      'private',
      'giao han viec quahan overdue homnay tuannay sapden baocao lichsu chuyen huy moi vaitro roi help',
    ],
    [
      'secretary',
      'private',
      'giao han viec quahan overdue homnay tuannay sapden baocao lichsu chuyen huy molai moi help',
    ],
    [
      'secretary',
      'group',
      'giao han viec quahan homnay tuannay sapden baocao lichsu chuyen huy molai gan help',
    ],
    ['director', 'private', 'viec quahan overdue homnay tuannay sapden baocao lichsu chuyen huy molai help'],
    ['deputy', 'private', 'viec quahan overdue homnay tuannay sapden baocao lichsu molai help'],
    ['unit_head', 'private', 'viec quahan homnay tuannay sapden baocao lichsu chuyen help'],
    ['staff', 'private', 'viec quahan homnay tuannay sapden baocao lichsu chuyen help'],
  ])('have a menu: %s in %s', (role, place, expected) => {
    const menu = commandMenu(role && someone(role), place);
    expect(menu.map(({ command }) => command).join(' ')).toBe(expected);
    for (const { description } of menu) expect(description.length).toBeLessThanOrEqual(100);
  });
});

describe('binding', () => {
  it('is asked about and answered', () => {
    expect(picture(bindAsk([VP, BCVT, QLCN, { ...VP, isGroup: true }]))).toMatchInlineSnapshot(`
      "Nhóm (hoặc chủ đề) này nhận việc của đơn vị nào?
      [Văn phòng Sở] [Phòng BCVT&CNTT]
      [Phòng QLCN]"
    `);
    expect(picture(bindUnknownUnit('phòng xyz', []))).toMatchInlineSnapshot(
      `"Chưa có đơn vị “phòng xyz” trong danh sách. Gõ /gan để chọn từ danh sách."`,
    );
    expect(picture(bindUnknownUnit('phòng CN', [QLCN]))).toMatchInlineSnapshot(`
      "Chưa có đơn vị “phòng CN” trong danh sách. Có phải một trong các đơn vị này:
      [Phòng QLCN]"
    `);
    expect(picture(bindUnknownUnit('', []))).toMatchInlineSnapshot(
      `"Đơn vị này không còn trong danh sách. Gõ /gan để chọn lại."`,
    );
    expect(picture(boundText(QLCN, 'Nhóm cũ', 3))).toMatchInlineSnapshot(`
      "✅ Từ nay việc của Phòng QLCN được gửi vào đây.
      Trước đó gửi ở “Nhóm cũ”.
      Phòng QLCN có 3 việc đang mở; gõ /viec để xem.
      Báo tình hình bằng cách trả lời tin của bot hoặc bấm nút."
    `);
    expect(picture(boundText(QLCN, null, 0))).toMatchInlineSnapshot(`
      "✅ Từ nay việc của Phòng QLCN được gửi vào đây.
      Báo tình hình bằng cách trả lời tin của bot hoặc bấm nút."
    `);
    expect(picture(alreadyBound(QLCN))).toMatchInlineSnapshot(
      `
      "Việc của Phòng QLCN vốn đã được gửi vào đây.
      [Thôi gửi việc của Phòng QLCN vào đây]"
    `,
    );
    expect(picture(bindInGroup())).toMatchInlineSnapshot(
      `"Lệnh /gan dùng trong nhóm của đơn vị: mời bot vào nhóm, rồi gõ /gan tại nhóm hoặc chủ đề nhận việc."`,
    );
    expect(picture(introduction())).toMatchInlineSnapshot(`
      "Đôn Đốc theo dõi việc được giao của Sở và nhắc hạn trong giờ làm việc.
      Trong nhóm, bot chỉ đọc lệnh và tin trả lời tin của bot.
      Văn phòng hoặc quản trị viên gõ /gan để chọn đơn vị nhận việc tại nhóm này."
    `);
  });
});

describe('problems', () => {
  it('say what was expected and what to do', () => {
    expect(picture(genericError())).toMatchInlineSnapshot(
      `"Chưa xử lý được tin vừa rồi. Tin nhắn vẫn còn nguyên, gửi lại giúp sau ít phút."`,
    );
    expect(picture(unsupportedMessage())).toMatchInlineSnapshot(
      `"Hiện chưa đọc được loại tin này. Nhắn bằng chữ, hoặc gõ /help để xem cách dùng."`,
    );
    expect(picture(notAQuestionForHere(PLAN))).toMatchInlineSnapshot(
      `"Câu hỏi về việc 23, đề nghị trao đổi với Văn phòng. Xem chi tiết: /viec 23."`,
    );
    expect(picture(notAQuestionForHere(null))).toMatchInlineSnapshot(
      `"Câu hỏi này, đề nghị trao đổi với Văn phòng. Xem việc đang mở: /viec."`,
    );
    expect(picture(nothingUnderstood(aMember('x', { role: 'staff' })))).toMatchInlineSnapshot(
      `"Chưa hiểu tin này. Báo tình hình thì ghi số việc, ví dụ “23 đang làm 60%”; cách dùng khác: /help."`,
    );
    // Leaders report nothing: they ask.
    expect(picture(nothingUnderstood(aMember('x', { role: 'director' })))).toMatchInlineSnapshot(
      `"Chưa hiểu tin này. Việc quá hạn: /quahan; sắp đến hạn: /sapden; một việc: /viec và số việc; cách dùng khác: /help."`,
    );
    expect(picture(draftReplyHint())).toMatchInlineSnapshot(
      `"Để sửa phiếu, bấm nút dưới phiếu đó: Sửa hạn, Sửa đơn vị hoặc Sửa nội dung."`,
    );
  });

  it('fit into a toast', () => {
    const request = anExtensionRequest(PLAN.assignment);
    const said = [
      toasts.toastNotAllowed(),
      toasts.toastStale(),
      toasts.toastAlreadyDecided(),
      toasts.toastNeedsLead(),
      toasts.toastNothingReady(),
      toasts.toastUnknownPerson(),
      toasts.toastFailed(),
      toasts.toastClosed(aView({ assignment: { status: 'done' } })),
      toasts.toastClosed(aView({ assignment: { status: 'cancelled' } })),
      toasts.toastExtensionNotDecided({
        kind: 'already_decided',
        request: { ...request, state: 'approved' },
      }),
      toasts.toastExtensionNotDecided({ kind: 'already_decided', request: { ...request, state: 'refused' } }),
      toasts.toastExtensionNotDecided({
        kind: 'already_decided',
        request: { ...request, state: 'withdrawn' },
      }),
      toasts.toastExtensionNotDecided({ kind: 'not_allowed' }),
      toasts.toastExtensionNotDecided({ kind: 'not_found' }),
      toasts.toastCompletionNotDecided({ kind: 'nothing_to_decide', view: PLAN }),
      toasts.toastCompletionNotDecided({
        kind: 'nothing_to_decide',
        view: aView({ assignment: { status: 'done' } }),
      }),
      toasts.toastCompletionNotDecided({ kind: 'not_allowed' }),
      toasts.toastCompletionNotDecided({ kind: 'not_found' }),
    ];
    for (const text of said) expect(text.length).toBeLessThanOrEqual(200);
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "Nút này dành cho người phụ trách việc.
      Tin này đã cũ. Dùng tin mới hơn ở phía dưới.
      Phiếu này đã được xử lý từ trước.
      Chưa có đơn vị chủ trì. Bấm Chọn đơn vị trước.
      Chưa có phiếu nào đủ để lưu; cần xác định hạn hoặc đơn vị trước.
      Tài khoản này chưa có trong danh sách của Sở.
      Chưa xử lý được. Bấm lại giúp sau ít phút.
      Việc 23 đã hoàn thành.
      Việc 23 đã thôi theo dõi.
      Đề nghị này đã có ý kiến: đồng ý.
      Đề nghị này đã có ý kiến: không đồng ý.
      Đề nghị này đã được rút lại.
      Gia hạn do Phó Giám đốc phụ trách hoặc Giám đốc quyết định.
      Tin này đã cũ. Dùng tin mới hơn ở phía dưới.
      Việc 23 hiện không chờ xác nhận.
      Việc 23 đã được xác nhận từ trước.
      Xác nhận hoàn thành do Văn phòng hoặc lãnh đạo phụ trách thực hiện.
      Tin này đã cũ. Dùng tin mới hơn ở phía dưới."
    `);
  });
});
