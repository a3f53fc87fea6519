import { describe, expect, test } from 'vitest';
import { ALL_UNITS } from '../../src/domain/unit.ts';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import type { TaskFinding } from '../../src/reading/findings.ts';
import { contextOn, unitsOf } from '../corpus/order-context.ts';

const read = (text: string, registry = 'science', day = '2025-04-01'): readonly TaskFinding[] =>
  readAssignments(text, contextOn(day, unitsOf(registry)));

/** "VP→15/4" style: who leads, who helps, by when. */
const brief = (tasks: readonly TaskFinding[]): string[] =>
  tasks.map(({ lead, coordinating, deadline }) => {
    const names = (units: TaskFinding['lead']): string =>
      units.map(({ code, mention }) => code ?? mention).join('+');
    const help = coordinating.length > 0 ? ` & ${names(coordinating)}` : '';
    return `${names(lead)}${help}${deadline?.deadline.due == null ? '' : ` ${deadline.deadline.due}`}`;
  });

describe('where the deadline stands', () => {
  test.each([
    ['in front', 'Trước ngày 20-4, Phòng CĐS hoàn thiện kế hoạch.', ['CĐS 2025-04-20']],
    ['in front, without a comma', 'Sáng mai phòng CĐS kiểm tra máy chủ.', ['CĐS 2025-04-02T11:30:00+07:00']],
    [
      'in front of each',
      'Trước ngày 10/4, Phòng CĐS gửi dự thảo; trước ngày 15/4, Văn phòng Sở trình ký.',
      ['CĐS 2025-04-10', 'VP 2025-04-15'],
    ],
    [
      'in a closing clause for all',
      'Phòng CĐS lo kỹ thuật, Phòng KHTC lo kinh phí, xong trước ngày 15/4/2025.',
      ['CĐS 2025-04-15', 'KHTC 2025-04-15'],
    ],
    [
      'in a closing sentence for all above',
      'Giao Phòng CĐS xây dựng kế hoạch. Giao Văn phòng Sở chuẩn bị hội trường. Các nhiệm vụ trên hoàn thành trước ngày 20/4/2025.',
      ['CĐS 2025-04-20', 'VP 2025-04-20'],
    ],
    [
      'in the next sentence',
      'Giao Phòng CĐS rà soát máy chủ. Thời hạn hoàn thành: 18/4/2025.',
      ['CĐS 2025-04-18'],
    ],
    [
      'in the heading of a list',
      'Các việc cần xong trước ngày 18/4/2025:\n- Phòng CĐS: báo cáo DTI\n- Văn phòng Sở: lịch tuần',
      ['CĐS 2025-04-18', 'VP 2025-04-18'],
    ],
    [
      'under a list',
      '- Phòng CĐS: báo cáo DTI\n- Văn phòng Sở: lịch tuần\nTất cả xong trước ngày 18/4/2025.',
      ['CĐS 2025-04-18', 'VP 2025-04-18'],
    ],
    [
      'several for one lead',
      'Phòng KHTC lập dự toán trước ngày 10/4/2025, thẩm định trước ngày 20/4/2025.',
      ['KHTC 2025-04-10', 'KHTC 2025-04-20'],
    ],
    [
      'beside an occasion',
      'Chi cục TĐC kiểm tra dịp lễ 30/4, báo cáo trước ngày 05/5/2025.',
      ['CCTĐC 2025-05-05'],
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(read(text))).toEqual(expected);
  });
});

describe('who leads', () => {
  test.each([
    [
      'one lead, several orders',
      'Giao Phòng CĐS xây dựng đề án. Tổ chức hội thảo. Trình UBND tỉnh trước ngày 30/5/2025.',
      ['CĐS', 'CĐS', 'CĐS 2025-05-30'],
    ],
    [
      'named by the heading',
      'Văn phòng Sở có trách nhiệm:\na) Bố trí xe;\nb) Chuẩn bị tài liệu trước ngày 10/4/2025.',
      ['VP', 'VP 2025-04-10'],
    ],
    [
      'a list of departments',
      'Đề nghị các Sở: Tài chính, Tư pháp góp ý dự thảo trước ngày 18/4/2025.',
      ['Sở Tài chính+Sở Tư pháp 2025-04-18'],
    ],
    ['after the work', '- Rà soát TTHC (Văn phòng Sở, trước 10/4)', ['VP 2025-04-10']],
    [
      'a form in lines',
      'Nội dung: Nâng cấp máy chủ\nChủ trì: Phòng CĐS\nPhối hợp: Văn phòng Sở\nThời hạn: 15/5/2025',
      ['CĐS & VP 2025-05-15'],
    ],
    ['together', 'Phòng CĐS và Phòng KHTC đồng chủ trì xây dựng đề án.', ['CĐS+KHTC']],
    ['with a companion', 'Phòng CĐS cùng Văn phòng Sở rà soát máy chủ.', ['CĐS & VP']],
    ['passive', 'Nhiệm vụ này do Phòng CĐS chủ trì, Văn phòng Sở phối hợp.', ['CĐS & VP']],
    ['given to', 'Giao nhiệm vụ số hóa tài liệu cho Văn phòng Sở trước ngày 30/4/2025.', ['VP 2025-04-30']],
    ['the partner first', 'Phối hợp với Văn phòng Sở, Phòng CĐS rà soát máy chủ.', ['CĐS & VP']],
    ['the same again', 'Đồng ý với đề xuất của Phòng CĐS. Giao Phòng này hoàn thiện hồ sơ.', ['CĐS']],
    ['without diacritics', 'phong cds lam bao cao truoc 15/4, vp ho tro', ['CĐS & VP 2025-04-15']],
    ['nobody', 'Hoàn thành báo cáo trước ngày 15/4/2025.', [' 2025-04-15']],
  ])('%s', (_, text, expected) => {
    expect(brief(read(text))).toEqual(expected);
  });

  test('a unit that only follows up or receives has no work', () => {
    expect(
      brief(read('Giao Phòng CĐS xây dựng kế hoạch; Văn phòng Sở theo dõi, đôn đốc, tổng hợp.')),
    ).toEqual(['CĐS']);
    expect(read('Các phòng gửi số liệu cho Văn phòng trước ngày 10/4/2025.')[0]?.recipient).toBe('VP');
  });

  test('a partner in the name of a document does not take part', () => {
    const [task] = read(
      'Về Quy chế phối hợp với Tỉnh đoàn: giao Phòng CĐS chủ trì, phối hợp với Văn phòng Sở tham mưu.',
    );
    expect(task?.coordinating.map(({ code }) => code)).toEqual(['VP']);
    expect(task?.content).toBe('Tham mưu Quy chế phối hợp với Tỉnh đoàn');
  });

  test('a deputy director is charged in person, or has a unit do it', () => {
    const [own] = read('Giao Phó Giám đốc Sở Lê Minh Tâm chủ trì làm việc với nhà thầu.');
    expect(own).toMatchObject({ lead: [], director: 'Phó Giám đốc Sở Lê Minh Tâm', questions: [] });
    const [commanded] = read('Phó Giám đốc Sở Lê Minh Tâm chỉ đạo Phòng CĐS xây dựng đề án.');
    expect(commanded?.lead.map(({ code }) => code)).toEqual(['CĐS']);
    expect(commanded?.director).toBe('Phó Giám đốc Sở Lê Minh Tâm');
  });

  test('every unit but one', () => {
    const [task] = read('Các phòng, đơn vị (trừ Thanh tra Sở) đăng ký sáng kiến trước ngày 18/4/2025.');
    expect(task?.lead.map(({ code }) => code)).toEqual([ALL_UNITS]);
    expect(task?.excluded.map(({ code }) => code)).toEqual(['TTRA']);
  });
});

test.each([
  'Phòng KHTC đã gửi báo cáo ngày 28/3/2025.',
  'Phòng KHTC nộp báo cáo chưa?',
  'Hồ sơ chuyển sang phòng KHTC rồi.',
  'Họp giao ban lúc 14h00 ngày 07/5/2025 tại phòng họp tầng 2.',
  'Theo báo cáo của Phòng KHTC, đến 31/3/2025 giải ngân đạt 22%.',
  'Phòng KHTC báo cáo: đến nay đã giải ngân 45%.',
  'Chiều 20/3/2025, Phòng CĐS tổ chức tập huấn cho 50 học viên.',
  'UBND tỉnh phê duyệt Đề án trước ngày 30/6/2025.',
  'Cảm ơn các phòng đã hoàn thành nhiệm vụ quý I.',
  'Nay thông báo để các phòng, đơn vị biết, thực hiện.',
  '',
  '   \n\n  ',
])('no order in: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  [
    'Giao Phòng CĐS chủ trì, phối hợp với Văn phòng Sở xây dựng kế hoạch, hoàn thành trước ngày 15/4/2025.',
    'Xây dựng kế hoạch',
  ],
  [
    'Phòng CĐS khẩn trương rà soát máy chủ, báo cáo Giám đốc Sở trước 10h00 ngày 03/4/2025.',
    'Khẩn trương rà soát máy chủ, báo cáo Giám đốc Sở',
  ],
  ['Đối với Đề án đô thị thông minh: giao Phòng CĐS rà soát.', 'Rà soát Đề án đô thị thông minh'],
  ['anh nhờ phòng CĐS cài lại máy in giúp chị nhé', 'Cài lại máy in'],
  ['**Giao Phòng CĐS** *xây dựng* kịch bản', 'Xây dựng kịch bản'],
])('says what is to be done: %s', (text, content) => {
  expect(read(text)[0]?.content).toBe(content);
});

test('kinds, category and urgency where the text says so', () => {
  const [standing, waiting, provincial] = read(
    'Phòng CĐS chủ động nắm bắt tình hình.\nSau khi Luật được ban hành, Phòng CĐS tham mưu kế hoạch.\nPhòng CĐS khẩn trương trình UBND tỉnh dự thảo trước ngày 15/4/2025.',
  );
  expect(standing).toMatchObject({ kind: 'standing', category: null });
  expect(waiting).toMatchObject({ kind: 'event_conditioned' });
  expect(provincial).toMatchObject({ kind: 'task', category: 'provincial', urgency: 'khẩn trương' });
  const [arising] = read('II. Nhiệm vụ phát sinh\n1. Phòng CĐS trả lời báo chí trước ngày 10/4/2025.');
  expect(arising).toMatchObject({ item: 'II.1', category: 'arising' });
});

test('numbers of items: one for an item with one task, letters for several, points keep theirs', () => {
  const tasks = read(
    '1. Giao Phòng CĐS xây dựng đề án.\n2. Giao Văn phòng Sở bố trí xe; giao Phòng KHTC bố trí kinh phí.\n3. Thanh tra Sở có trách nhiệm:\na) Kiểm tra trụ sở;\nb) Xác minh đơn.\n4.1. Phòng CĐS báo cáo DTI.',
  );
  expect(tasks.map(({ item }) => item)).toEqual(['1', '2.a', '2.b', '3.a', '3.b', '4.1']);
});

test('questions say in Vietnamese what a person must decide', () => {
  const questions = (text: string): readonly string[] => read(text)[0]?.questions ?? [];
  expect(questions('Hoàn thành báo cáo trước ngày 15/4/2025.')).toEqual(['Chưa rõ đơn vị nào chủ trì.']);
  expect(questions('Giao Phòng Đối ngoại đón đoàn.')).toEqual([
    '“Phòng Đối ngoại” không có trong danh sách đơn vị. Giao đơn vị nào?',
  ]);
  expect(questions('Giao các phòng liên quan rà soát.')).toEqual([
    '“các phòng liên quan” gồm những đơn vị nào?',
  ]);
  expect(questions('Giao Trung tâm kiểm tra máy chủ.')).toEqual([
    '“Trung tâm” có phải là Trung tâm Chuyển đổi số và Đổi mới sáng tạo không?',
  ]);
  expect(questions('Phòng CĐS và Văn phòng Sở phối hợp rà soát.')[0]).toMatch(/không nêu đơn vị chủ trì/u);
  expect(questions('Giao Phòng CĐS chủ trì, phối hợp với VNPT tỉnh rà soát.')).toEqual([]);
});

test('the quote is verbatim, whatever the text was pasted from', () => {
  const text =
    '  Giao\u00a0Phòng CĐS  chủ trì\nxây dựng **kế hoạch**, trước ngày 15/4/2025.\r\nVP theo dõi.'.normalize(
      'NFD',
    );
  const [task] = read(text);
  expect(task?.quote).toBe(text.slice(...(task?.span ?? [0, 0])));
  expect(task?.deadline?.quote).toBe(text.slice(...(task?.deadline?.span ?? [0, 0])));
  expect(brief(read(text))).toEqual(['CĐS 2025-04-15']);
});
