import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/local-time.ts';
import type { Draft, DraftItem } from '../../src/domain/draft.ts';
import type { PlannedReminder } from '../../src/domain/notification.ts';
import { draftCard, draftSummary } from '../../src/telegram/texts/draft.ts';
import {
  alreadyDecided,
  draftDeadlineProblem,
  draftDeadlinePrompt,
  draftHowTo,
  draftItemEdited,
  draftNothingFound,
  draftStale,
  draftUnitsPrompt,
  draftUnitsUnknown,
  editedAfterSave,
  saved,
  secretRefused,
} from '../../src/telegram/texts/draft-answers.ts';
import { aDraft, aDraftItem, aTask } from '../support/rows.ts';
import { picture } from './support/picture.ts';
import { BCVT, BEFORE_SUNDAY, CONTENT, NOTICE, QLCN, VP, aDueDate } from './support/views.ts';

const named = (...units: readonly { id: string; shortName: string }[]): DraftItem['lead'] =>
  units.map((unit) => ({ unitId: unit.id, mention: unit.shortName }));

const REVIEW = aDraftItem({
  index: 0,
  item: '1',
  content: 'rà soát tất cả thủ tục hành chính, đề xuất đơn giản hóa',
  quote:
    'Các phòng, đơn vị rà soát tất cả thủ tục hành chính để đề xuất đơn giản hóa, gửi Văn phòng Sở tổng hợp trước ngày 15/4/2025.',
  lead: named(BCVT, QLCN),
  recipient: 'Văn phòng Sở',
  deadline: aDueDate('2025-04-15', 'before'),
});
const PLAN = aDraftItem({
  index: 1,
  item: '4',
  content: CONTENT,
  quote: CONTENT,
  lead: named(BCVT),
  coordinating: [...named(QLCN), { unitId: null, mention: 'VNPT' }],
  deadline: BEFORE_SUNDAY,
  explanation:
    'trước ngày 20/4/2025 (Chủ nhật) → còn đúng hạn đến hết 19/4; ngày làm việc cuối cùng là thứ Sáu, 18/4',
});
const WORKSHOP = aDraftItem({
  index: 2,
  item: '6',
  content: 'tổ chức hội thảo',
  quote: 'tổ chức hội thảo',
  lead: [],
  director: 'Phó Giám đốc Sở Phan Văn An',
  urgency: 'khẩn trương',
  questions: ['Đơn vị nào chủ trì?'],
});
const REPORT = aDraftItem({
  index: 3,
  item: null,
  content: 'báo cáo công tác tuần',
  quote: 'báo cáo công tác tuần',
  lead: named(VP),
  deadline: aDueDate('2025-04-18', 'by', { raw: 'cuối tuần' }),
  explanation: '“cuối tuần” → thứ Sáu, 18/4',
  questions: ['“Cuối tuần” là thứ Sáu, 18/4 hay Chủ nhật, 20/4?'],
  deadlineQuestion: '“Cuối tuần” là thứ Sáu, 18/4 hay Chủ nhật, 20/4?',
  alternatives: ['2025-04-18', '2025-04-20'],
});
const STANDING = aDraftItem({
  index: 4,
  item: '9',
  kind: 'standing',
  content: 'chủ động thực hiện nhiệm vụ được giao',
  quote: 'chủ động thực hiện nhiệm vụ được giao',
  lead: named(VP),
});
const ITEMS = [REVIEW, PLAN, WORKSHOP, REPORT, STANDING];
const DRAFT = aDraft({ document: NOTICE, items: ITEMS });

const RUNGS: readonly PlannedReminder[] = [
  { rung: 'before-3', fireAt: instantOf('2025-04-15', '07:30') },
  { rung: 'before-1', fireAt: instantOf('2025-04-17', '07:30') },
  { rung: 'on-day', fireAt: instantOf('2025-04-18', '07:30') },
  { rung: 'overdue', fireAt: instantOf('2025-04-21', '07:30') },
];

/** The draft after the secretary has decided about items, by position: "s" saved, "x" discarded, "." open. */
const after = (decisions: string): Draft => ({
  ...DRAFT,
  items: ITEMS.map((item, position) => {
    const decision = decisions.charAt(position);
    if (decision === 's')
      return { ...item, state: 'saved', taskId: `task-${position}`, taskNumber: 23 + position };
    return decision === 'x' ? { ...item, state: 'discarded' } : item;
  }),
});

describe('the summary of a draft', () => {
  it('counts what was found and says what is left to decide', () => {
    expect(picture(draftSummary(DRAFT))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Có 4 việc, 3 việc có hạn.
      Cần xác định trước khi lưu: phiếu 3 (đơn vị chủ trì), phiếu 4 (hạn).
      1 chỉ đạo chung để riêng, chưa theo dõi.

      Phiếu của từng việc ở bên dưới. Chưa có gì được lưu hay gửi đi.
      [Lưu tất cả (2)]
      [Xem chỉ đạo chung (1)]"
    `);
  });

  it('names a document without a number by its title', () => {
    const document = { ...NOTICE, number: null };
    expect(picture(draftSummary({ ...DRAFT, document, items: [PLAN] }))).toMatchInlineSnapshot(`
      "📋 Thông báo “Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025” ngày 01/4/2025

      Có 1 việc, có hạn.

      Phiếu của việc này ở bên dưới. Chưa có gì được lưu hay gửi đi."
    `);
  });

  it('is short for one task in a message', () => {
    expect(picture(draftSummary(aDraft({ items: [PLAN] })))).toMatchInlineSnapshot(`
      "📋 Việc giao trong tin nhắn

      Có 1 việc, có hạn.

      Phiếu của việc này ở bên dưới. Chưa có gì được lưu hay gửi đi."
    `);
  });

  it('says so where no task has a deadline', () => {
    const items = [WORKSHOP, { ...REVIEW, deadline: null }];
    expect(picture(draftSummary(aDraft({ items })))).toMatchInlineSnapshot(`
      "📋 Việc giao trong tin nhắn

      Có 2 việc, đều chưa có hạn.
      Cần xác định trước khi lưu: phiếu 1 (đơn vị chủ trì).

      Phiếu của từng việc ở bên dưới. Chưa có gì được lưu hay gửi đi.
      [Lưu tất cả (1)]"
    `);
  });

  it('says so where there are only standing orders', () => {
    expect(picture(draftSummary({ ...DRAFT, items: [STANDING] }))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Không có việc cụ thể.
      1 chỉ đạo chung để riêng, chưa theo dõi.
      [Xem chỉ đạo chung (1)]"
    `);
  });

  it('says what to do where nothing was found', () => {
    expect(picture(draftSummary({ ...DRAFT, items: [] }))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Chưa thấy việc nào được giao trong văn bản này.
      Nếu có, nhắn riêng từng việc, ví dụ: “Giao Phòng A chủ trì làm X, xong trước ngày 15/4”."
    `);
  });

  it('follows what has been decided', () => {
    expect(picture(draftSummary(after('ssx')))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Đã lưu 2 việc (23, 24), bỏ 1.
      Còn 1 phiếu chưa xử lý, có hạn.
      Cần xác định trước khi lưu: phiếu 4 (hạn).
      1 chỉ đạo chung để riêng, chưa theo dõi.
      [Xem chỉ đạo chung (1)]"
    `);
  });

  it('ends with the numbers of the tasks', () => {
    expect(picture(draftSummary(after('sssx')))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Đã lưu 3 việc (23–25), bỏ 1.
      1 chỉ đạo chung để riêng, chưa theo dõi.
      [Xem chỉ đạo chung (1)]"
    `);
  });

  it('tells when everything was discarded', () => {
    expect(picture(draftSummary(after('xxxxx')))).toMatchInlineSnapshot(`
      "📋 Thông báo số 45/TB-SKHCN ngày 01/4/2025
      Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I/2025

      Đã bỏ 5 việc."
    `);
  });
});

describe('the card of a draft’s item', () => {
  it('shows who does what by when, how the deadline was read, and the reminders', () => {
    expect(picture(draftCard(DRAFT, PLAN, RUNGS))).toMatchInlineSnapshot(`
      "📋 Phiếu 2/4 · mục 4
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở

      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN, VNPT (chưa có trong danh sách đơn vị)
      Hạn: trước 20/4/2025 (Chủ nhật)
      trước ngày 20/4/2025 (Chủ nhật) → còn đúng hạn đến hết 19/4; ngày làm việc cuối cùng là thứ Sáu, 18/4
      Nhắc: thứ Ba, 15/4; thứ Năm, 17/4; thứ Sáu, 18/4 (ngày cuối); sau đó mỗi sáng làm việc nếu quá hạn
      [Lưu] [Bỏ]
      [Sửa hạn] [Sửa đơn vị]
      [Sửa nội dung]"
    `);
  });

  it('counts many units and folds their names, but for those that nobody knows', () => {
    const schools = Array.from({ length: 100 }, (_, index) => ({
      unitId: `school-${index}`,
      mention: `Trường số ${index + 1}`,
    }));
    const item = { ...PLAN, lead: [...schools, { unitId: null, mention: 'VNPT' }], coordinating: [] };
    for (const state of ['open', 'saved'] as const) {
      const { text } = draftCard(DRAFT, { ...item, state, taskNumber: 23 }, RUNGS);
      const rows = text.text.split('\n');
      expect(rows).toContain('Chủ trì: 101 đơn vị, trong đó VNPT (chưa có trong danh sách đơn vị)');
      const [fold] = text.entities.filter(({ type }) => type === 'expandable_blockquote');
      expect(text.text.slice(fold?.offset, (fold?.offset ?? 0) + (fold?.length ?? 0))).toMatch(
        /^Trường số 1, Trường số 2,.*Trường số 100/u,
      );
    }
  });

  it('names the hours of a day, other ways of pressing, and years of which the days off are not known', () => {
    const at = (day: string, time: string): number => instantOf(`2025-04-${day}`, time);
    const reminders = [
      { rung: 'before-1', fireAt: at('17', '14:00') },
      { rung: 'on-day', fireAt: at('18', '07:30') },
      { rung: 'on-day', fireAt: at('18', '13:30') },
      { rung: 'hours-2', fireAt: at('19', '18:00') },
      { rung: 'overdue', fireAt: at('21', '07:30') },
    ];
    const facts = { unknownYears: [2025], isPressedDaily: false };
    const said = picture(draftCard(DRAFT, PLAN, reminders, facts)).split('\n');
    expect(said).toContain(
      'Nhắc: thứ Năm, 17/4; thứ Sáu, 18/4 (ngày cuối); 13h30 cùng ngày; 18h00 thứ Bảy, 19/4; sau đó nhắc lại nếu quá hạn',
    );
    const line =
      'Lịch nghỉ năm 2025 chưa được khai báo: mới tính thứ Bảy, Chủ nhật và Tết Âm lịch (dự kiến).';
    expect(said).toContain(line);
    expect(
      picture(draftCard(DRAFT, { ...PLAN, state: 'saved', taskNumber: 23 }, [], facts)).split('\n'),
    ).toContain(line);
  });

  it('adds the words of the document where the content is not simply these words', () => {
    const card = draftCard(DRAFT, REVIEW, RUNGS.slice(1));
    expect(picture(card)).toMatchInlineSnapshot(`
      "📋 Phiếu 1/4 · mục 1
      Rà soát tất cả thủ tục hành chính, đề xuất đơn giản hóa

      Chủ trì: Phòng BCVT&CNTT, Phòng QLCN
      Nơi nhận kết quả: Văn phòng Sở
      Hạn: trước 15/4/2025 (thứ Ba), nên cần xong trong thứ Hai, 14/4
      Nhắc: thứ Năm, 17/4; thứ Sáu, 18/4 (ngày cuối); sau đó mỗi sáng làm việc nếu quá hạn

      Theo “5 rõ” còn thiếu: sản phẩm.

      Nguyên văn: Các phòng, đơn vị rà soát tất cả thủ tục hành chính để đề xuất đơn giản hóa, gửi Văn phòng Sở tổng hợp trước ngày 15/4/2025.
      [Lưu] [Bỏ]
      [Sửa hạn] [Sửa đơn vị]
      [Sửa nội dung] [Thêm sản phẩm]"
    `);
    const quote = card.text.entities.find(({ type }) => type === 'expandable_blockquote');
    expect(card.text.text.slice(quote?.offset)).toBe(`Nguyên văn: ${REVIEW.quote}`);
  });

  it('cannot be saved while no unit leads', () => {
    expect(picture(draftCard(DRAFT, WORKSHOP, []))).toMatchInlineSnapshot(`
      "📋 Phiếu 3/4 · mục 6
      Tổ chức hội thảo

      Chủ trì: chưa rõ đơn vị nào
      Giao đích danh: Phó Giám đốc Sở Phan Văn An
      Hạn: chưa có hạn
      Mức độ: khẩn trương

      Cần xác định trước khi lưu
      Đơn vị nào chủ trì?

      Theo “5 rõ” còn thiếu: thời hạn, sản phẩm.
      [Bỏ]
      [Thêm hạn] [Chọn đơn vị]
      [Sửa nội dung] [Thêm sản phẩm]"
    `);
  });

  it('offers the other readings of a deadline', () => {
    expect(picture(draftCard(DRAFT, REPORT, RUNGS))).toMatchInlineSnapshot(`
      "📋 Phiếu 4/4
      Báo cáo công tác tuần

      Chủ trì: Văn phòng Sở
      Hạn: chậm nhất thứ Sáu, 18/4/2025
      “cuối tuần” → thứ Sáu, 18/4
      Nhắc: thứ Ba, 15/4; thứ Năm, 17/4; thứ Sáu, 18/4 (ngày cuối); sau đó mỗi sáng làm việc nếu quá hạn

      Cần xác định trước khi lưu
      “Cuối tuần” là thứ Sáu, 18/4 hay Chủ nhật, 20/4?
      [18/4] [20/4]
      [Lưu] [Bỏ]
      [Sửa hạn] [Sửa đơn vị]
      [Sửa nội dung]
      [Lưu tất cả các phiếu]"
    `);
  });

  it('keeps standing orders apart', () => {
    expect(picture(draftCard(DRAFT, STANDING, []))).toMatchInlineSnapshot(`
      "📋 Chỉ đạo chung 1/1 · mục 9
      Chủ động thực hiện nhiệm vụ được giao

      Chủ trì: Văn phòng Sở
      Hạn: chưa có hạn
      [Lưu] [Bỏ]
      [Sửa hạn] [Sửa đơn vị]
      [Sửa nội dung]"
    `);
  });

  it.each(['trước ngày 20/4/2025', 'trước ngày 20 tháng 4 năm 2025', 'hạn: 20.04.2025'])(
    'explains no deadline that is written in full: %s',
    (raw) => {
      const item = { ...PLAN, deadline: aDueDate('2025-04-20', 'before', { raw }) };
      const card = picture(draftCard(DRAFT, item, RUNGS));
      expect(card).toContain('Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4\nNhắc: ');
      expect(card).not.toContain(item.explanation);
    },
  );

  it.each(['trước ngày 20/4', 'từ 18/4/2025 đến 20/4/2025', 'trước ngày 21/4/2025'])(
    'explains a deadline that had to be worked out: %s',
    (raw) => {
      const item = { ...PLAN, deadline: aDueDate('2025-04-20', 'before', { raw }) };
      expect(picture(draftCard(DRAFT, item, RUNGS))).toContain(item.explanation);
    },
  );

  it('says of a reminder on a Saturday that the day is worked', () => {
    const saturday = { rung: 'before-1', fireAt: instantOf('2025-04-26', '07:30') } as const;
    expect(picture(draftCard(DRAFT, PLAN, [saturday])).split('\n')).toContain(
      'Nhắc: thứ Bảy, 26/4 (ngày làm việc)',
    );
  });

  it('says the last working day itself where the explanation does not', () => {
    const item = { ...PLAN, explanation: 'trước ngày 20/4/2025' };
    expect(picture(draftCard(DRAFT, item, RUNGS))).toContain(
      'Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4\ntrước ngày 20/4/2025\n',
    );
  });

  it.each([
    [[], 'Nhắc: không còn mốc nhắc nào'],
    [RUNGS.slice(2, 3), 'Nhắc: thứ Sáu, 18/4 (ngày cuối)'],
    [RUNGS.slice(3), 'Nhắc: mỗi sáng làm việc nếu quá hạn, từ thứ Hai, 21/4'],
  ])('names the reminders that are left', (reminders, expected) => {
    expect(picture(draftCard(DRAFT, PLAN, reminders)).split('\n')).toContain(expected);
  });

  it('has no buttons once it is saved', () => {
    const draft = after('.s');
    expect(picture(draftCard(draft, draft.items[1] ?? PLAN, []))).toMatchInlineSnapshot(`
      "✅ Đã lưu: việc 24
      Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở
      Chủ trì: Phòng BCVT&CNTT
      Phối hợp: Phòng QLCN, VNPT (chưa có trong danh sách đơn vị)
      Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4"
    `);
  });

  it('has no buttons once it is discarded', () => {
    const draft = after('..x');
    expect(picture(draftCard(draft, draft.items[2] ?? PLAN, []))).toMatchInlineSnapshot(`
      "Đã bỏ phiếu 3
      Tổ chức hội thảo"
    `);
  });
});

describe('what the secretary hears while entering tasks', () => {
  const now = instantOf('2025-04-19', '10:00');
  const tasks = [aTask({ number: 23 }), aTask({ number: 24 }), aTask({ number: 25 })];

  it('one task saved', () => {
    const outcome = { tasks: tasks.slice(0, 1), draft: after('ssss'), announcedAt: now, unreachable: [] };
    expect(picture(saved({ kind: 'saved', ...outcome }, now))).toMatchInlineSnapshot(`
      "✅ Đã lưu việc 23.
      [Hoàn tác (trong 10 phút)]"
    `);
  });

  it('several tasks saved outside working hours', () => {
    const announcedAt = instantOf('2025-04-21', '07:30');
    const outcome = { tasks, draft: after('s'), announcedAt, unreachable: [] };
    expect(picture(saved({ kind: 'saved', ...outcome }, now))).toMatchInlineSnapshot(`
      "✅ Đã lưu 3 việc: 23–25. Còn 3 phiếu chưa xử lý.
      Đơn vị sẽ nhận lúc 07h30 thứ Hai, 21/4 vì hiện ngoài giờ làm việc.
      [Hoàn tác (trong 10 phút)]"
    `);
  });

  it('a task saved whose units cannot be written to', () => {
    const outcome = {
      tasks: tasks.slice(0, 1),
      draft: after('ssss'),
      announcedAt: now,
      unreachable: [QLCN, VP],
    };
    expect(picture(saved({ kind: 'saved', ...outcome }, now))).toMatchInlineSnapshot(`
      "✅ Đã lưu việc 23.
      Chưa có nơi gửi cho Phòng QLCN, Văn phòng Sở. Mời bot vào nhóm của đơn vị rồi gõ /gan trong nhóm đó; việc sẽ được gửi ngay sau khi gắn.
      [Hoàn tác (trong 10 phút)]"
    `);
  });

  it('how to enter a task', () => {
    expect(picture(draftHowTo())).toMatchInlineSnapshot(`
      "Để giao việc, gõ /giao rồi viết việc cần giao, hoặc trả lời tin nhắn, tệp có việc đó bằng /giao.
      Ví dụ: /giao Phòng A chủ trì, phối hợp Phòng B làm X, xong trước ngày 15/4"
    `);
  });

  it('nothing found', () => {
    expect(picture(draftNothingFound())).toMatchInlineSnapshot(`
      "Chưa thấy việc nào được giao trong tin nhắn này.
      Cần có đơn vị và việc phải làm, ví dụ: “Giao Phòng A chủ trì, phối hợp Phòng B làm X, xong trước ngày 15/4”. Thông báo kết luận thì dán cả văn bản, hoặc gửi tệp Word."
    `);
  });

  it('a state secret', () => {
    expect(picture(secretRefused('TỐI MẬT'))).toMatchInlineSnapshot(`
      "⚠️ Văn bản có dấu TỐI MẬT nên không được đọc và không được lưu.
      Đề nghị xóa tin nhắn này khỏi Telegram và xử lý văn bản theo quy định về bảo vệ bí mật nhà nước."
    `);
  });

  it('the question after Sửa hạn', () => {
    expect(picture(draftDeadlinePrompt(PLAN))).toMatchInlineSnapshot(`
      "Hạn mới của “xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở”?
      Đang ghi: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4.
      Chọn ngày dưới đây (ngày trong ngoặc là ngày nghỉ), hoặc trả lời tin này, ví dụ: trước 17h00 18/4, thứ Sáu tuần sau, không hạn."
    `);
  });

  it('a deadline that cannot be read', () => {
    expect(picture(draftDeadlineProblem('không rõ ngày “31/4”: tháng 4 có 30 ngày'))).toMatchInlineSnapshot(`
      "Không rõ ngày “31/4”: tháng 4 có 30 ngày.
      Nhắn lại hạn, ví dụ: 30/4, trước 17h00 30/4, hoặc “không hạn”."
    `);
    expect(picture(draftDeadlineProblem('Không rõ hạn “abc”. Nhắn lại hạn, ví dụ: 30/4, thứ Sáu tuần sau.')))
      .toMatchInlineSnapshot(`
      "Không rõ hạn “abc”.
      Nhắn lại hạn, ví dụ: 30/4, trước 17h00 30/4, hoặc “không hạn”."
    `);
  });

  it('the question after Sửa đơn vị', () => {
    expect(picture(draftUnitsPrompt(PLAN))).toMatchInlineSnapshot(`
      "Đơn vị nào chủ trì, đơn vị nào phối hợp “xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở”?
      Đang ghi: chủ trì Phòng BCVT&CNTT; phối hợp Phòng QLCN, VNPT.
      Chọn dưới đây, hoặc trả lời tin này bằng tên đơn vị, một phần của tên cũng được, ví dụ: “VP chủ trì, QLCN phối hợp”."
    `);
  });

  it('units that cannot be read', () => {
    expect(picture(draftUnitsUnknown('phòng xyz', [VP, BCVT, QLCN]))).toMatchInlineSnapshot(`
      "Không thấy đơn vị chủ trì nào trong “phòng xyz”.
      Các đơn vị: VP, BCVT&CNTT, QLCN.
      Nhắn lại, ví dụ: “VP chủ trì, QLCN phối hợp”."
    `);
  });

  it('an item edited, with something left to decide', () => {
    expect(picture(draftItemEdited(REPORT))).toMatchInlineSnapshot(`
      "Đã sửa “báo cáo công tác tuần”.
      Chủ trì: Văn phòng Sở. Hạn: chậm nhất thứ Sáu, 18/4/2025.
      “Cuối tuần” là thứ Sáu, 18/4 hay Chủ nhật, 20/4?"
    `);
  });

  it('an item edited, ready to be saved', () => {
    expect(picture(draftItemEdited(PLAN))).toMatchInlineSnapshot(`
      "Đã sửa “xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở giai đoạn 2025–2027, báo cáo Giám đốc Sở”.
      Chủ trì: Phòng BCVT&CNTT. Hạn: trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4.
      Phiếu phía trên đã đổi theo; bấm Lưu khi đúng."
    `);
  });

  it('a card of an earlier reading', () => {
    expect(picture(draftStale())).toMatchInlineSnapshot(
      `"Văn bản đã được sửa và đọc lại, phiếu này là của lần đọc trước. Dùng phiếu mới ở phía dưới."`,
    );
  });

  it('an item decided before', () => {
    expect(picture(alreadyDecided({ ...WORKSHOP, state: 'saved' }))).toMatchInlineSnapshot(
      `"“tổ chức hội thảo” đã được lưu thành việc từ trước."`,
    );
    expect(picture(alreadyDecided({ ...WORKSHOP, state: 'discarded' }))).toMatchInlineSnapshot(
      `"“tổ chức hội thảo” đã được bỏ từ trước."`,
    );
  });

  it('a message edited after its tasks were saved', () => {
    expect(picture(editedAfterSave())).toMatchInlineSnapshot(
      `"Tin nhắn này đã được sửa, nhưng việc trong đó đã lưu nên giữ như cũ. Nếu nội dung thay đổi, nhắn việc mới."`,
    );
  });
});
