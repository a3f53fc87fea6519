import { describe, expect, test } from 'vitest';
import { detectSecrecy, readNotice, readWorkOrder } from '../../src/reading/notice-reader.ts';
import { contextOn, corpusText, unitsOf } from '../corpus/order-context.ts';

const context = contextOn('2025-06-10');

const document = (heading: string, ending = ''): ReturnType<typeof readNotice>['document'] =>
  readNotice(
    `${heading}\n\nTHÔNG BÁO\nKết luận của Giám đốc Sở\n\nGiám đốc Sở kết luận như sau:\n\n1. Giao Văn phòng Sở bố trí xe.\n\n${ending}`,
    context,
  ).document;

describe('number and symbol', () => {
  test.each([
    ['Số: 45/TB-SKHCN', '45', 'TB-SKHCN'],
    ['Số: 1226 /TB-BKHCN', '1226', 'TB-BKHCN'],
    ['Số: /TB-SKHCN', null, 'TB-SKHCN'],
    ['Số: ……/TB-SKHCN', null, 'TB-SKHCN'],
    ['Số:        /TB-SKHCN', null, 'TB-SKHCN'],
    ['Số 18-TB/ĐU', '18', 'TB/ĐU'],
    ['Số: 07/2025/TB-SKHCN', '07', 'TB-SKHCN'],
    ['Số: 512/SKHCN-VP', '512', 'SKHCN-VP'],
    ['không có số', null, null],
  ])('%s', (line, number, symbol) => {
    expect(document(`SỞ KHOA HỌC VÀ CÔNG NGHỆ\n${line}\nHà Thanh, ngày 01 tháng 4 năm 2025`)).toMatchObject({
      number,
      symbol,
    });
  });

  test('a cited document is not the document itself', () => {
    const { number, symbol } = document('Thực hiện Kế hoạch số 51/KH-UBND ngày 07/3/2025 của UBND tỉnh');
    expect({ number, symbol }).toEqual({ number: null, symbol: null });
  });
});

describe('place and date', () => {
  test.each([
    ['Hà Thanh, ngày 01 tháng 4 năm 2025', 'Hà Thanh', '2025-04-01'],
    ['TP. Hồ Chí Minh, ngày 1 tháng 12 năm 2025', 'TP. Hồ Chí Minh', '2025-12-01'],
    ['Bà Rịa - Vũng Tàu, ngày 15 tháng 5 năm 2025', 'Bà Rịa - Vũng Tàu', '2025-05-15'],
    ['Hà Thanh, ngày      tháng 4 năm 2025', 'Hà Thanh', null],
    ['Hà Thanh, ngày 31 tháng 4 năm 2025', 'Hà Thanh', null],
  ])('%s', (line, place, issuedOn) => {
    expect(document(`Số: 45/TB-SKHCN\n${line}`)).toMatchObject({ place, issuedOn });
  });

  test('deadlines count from the day of issue, not from the day of reading', () => {
    const text =
      'Số: 45/TB-SKHCN\nHà Thanh, ngày 01 tháng 4 năm 2025\nTHÔNG BÁO\nKết luận họp\n1. Giao Văn phòng Sở niêm yết trong 03 ngày làm việc.\n2. Phòng KHTC gửi báo cáo trước ngày 15/4.';
    expect(readWorkOrder(text, context).tasks.map(({ deadline }) => deadline?.deadline.due)).toEqual([
      '2025-04-04',
      '2025-04-15',
    ]);
  });
});

test.each([
  ['TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nTrần Văn Minh', 'Trần Văn Minh', 'TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG'],
  ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nTS. Lê Thị Hoa', 'TS. Lê Thị Hoa', 'KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC'],
  ['GIÁM ĐỐC\nĐỗ Minh', 'Đỗ Minh', 'GIÁM ĐỐC'],
  ['T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐinh Công Thành', 'Đinh Công Thành', 'T/M BAN THƯỜNG VỤ / BÍ THƯ'],
])('who signed: %s', (ending, signer, signerCapacity) => {
  const found = document(
    'Số: 45/TB-SKHCN\nHà Thanh, ngày 01 tháng 4 năm 2025',
    `Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n${ending}`,
  );
  expect(found).toMatchObject({ signer, signerCapacity, recipients: ['Như trên', 'Lưu: VT'] });
});

test('recipients beside the signature are told apart from it', () => {
  const found = document(
    'Số: 45/TB-SKHCN\nHà Thanh, ngày 01 tháng 4 năm 2025',
    'Nơi nhận:            TL. GIÁM ĐỐC\n- Như trên;           CHÁNH VĂN PHÒNG\n- Lưu: VT, VP.\n                     Trần Văn Minh',
  );
  expect(found).toMatchObject({
    signer: 'Trần Văn Minh',
    signerCapacity: 'TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG',
    recipients: ['Như trên', 'Lưu: VT, VP'],
  });
});

describe('a stamp of state secrecy', () => {
  test.each([
    ['MẬT\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 05/BC-SKHCN', 'MẬT'],
    ['SỞ NỘI VỤ\n[TỐI MẬT]\nSố: 05/BC-SNV', 'TỐI MẬT'],
    ['Số: 05/BC-SNV\n  TUYỆT MẬT  \nBÁO CÁO', 'TUYỆT MẬT'],
    ['T Ố I  M Ậ T\nBÁO CÁO', 'TỐI MẬT'],
    ['Độ mật: Tối mật\nBÁO CÁO', 'TỐI MẬT'],
    ['TUYET MAT\nBAO CAO', 'TUYỆT MẬT'],
    ['UBND TỈNH HÀ THANH SỞ NỘI VỤ TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Số: 05/BC-SNV', 'TỐI MẬT'],
    ['MẬT\nSỞ Y TẾ'.normalize('NFD'), 'MẬT'],
  ])('%s', (text, stamp) => {
    expect(detectSecrecy(text)).toBe(stamp);
    expect(readWorkOrder(text, context).document.secrecy).toBe(stamp);
  });

  test.each([
    'Các phòng thực hiện nghiêm quy định bảo vệ bí mật nhà nước.',
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'AN TOÀN, BẢO MẬT THÔNG TIN',
    'Văn bản có độ mật “Tối mật” phải gửi trực tiếp.',
    'Danh mục tài liệu tuyệt mật, tối mật, mật của tỉnh.',
    'ĐỔI MẬT KHẨU THƯ CÔNG VỤ',
    'Phòng CĐS rà soát mật khẩu quản trị trước ngày 15/4.',
    'Mua 2 lít MẬT ONG',
  ])('not in: %s', (text) => {
    expect(detectSecrecy(text)).toBeNull();
  });
});

test('a message has no document, and its tasks are read all the same', () => {
  const { document: found, tasks } = readWorkOrder('Giao Phòng CĐS báo cáo trước ngày 15/6/2025.', context);
  expect(Object.values(found).filter((field) => field !== null)).toEqual([[]]);
  expect(tasks).toHaveLength(1);
});

test('a document is read the same however it was pasted', () => {
  const text = corpusText('notices/health-briefing.txt');
  const answers = (given: string): unknown =>
    readWorkOrder(given, contextOn('2025-06-10', unitsOf('health'))).tasks.map(
      ({ item, content, lead, coordinating, deadline }) => ({
        item,
        content,
        lead: lead.map(({ code }) => code),
        coordinating: coordinating.map(({ code, mention }) => code ?? mention),
        due: deadline?.deadline.due ?? null,
      }),
    );
  const expected = answers(text);
  expect(answers(text.normalize('NFD'))).toEqual(expected);
  expect(answers(text.replaceAll(' ', '\u00a0'))).toEqual(expected);
  expect(answers(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  expect(answers(text.replaceAll('\n\n', '\n'))).toEqual(expected);
  expect(answers(text.replaceAll('Giao ', '**Giao** '))).toEqual(expected);
});

describe('a heading that names the units leads the items under it', () => {
  test.each([
    '2.1. Các phòng, đơn vị',
    '2.1. Các phòng, đơn vị theo chức năng, nhiệm vụ được giao',
    '2.1. Các phòng, đơn vị tập trung thực hiện các nhiệm vụ sau',
    '2.1 Các phòng, đơn vị; công chức, viên chức:',
    '2. Đối với các phòng, đơn vị',
    '2. Nhiệm vụ chung của các phòng, đơn vị',
    '2. Về nhiệm vụ của các phòng, đơn vị',
    '2. Về phía các phòng, đơn vị',
    '2. Các phòng, đơn vị tiếp tục',
  ])('%s', (heading) => {
    const { tasks } = readWorkOrder(
      `Giám đốc Sở kết luận như sau:\n${heading}\na) Rà soát nhiệm vụ được giao trước ngày 15/4/2025.\nb) Xây dựng báo cáo, gửi Văn phòng Sở.\nc) Nêu cao trách nhiệm của người đứng đầu.`,
      context,
    );
    expect(tasks.map(({ kind, lead }) => [kind, lead.map(({ code }) => code)])).toEqual([
      ['task', ['ALL_UNITS']],
      ['task', ['ALL_UNITS']],
      ['standing', ['ALL_UNITS']],
    ]);
  });

  test('where line breaks are lost, "2.2." is a number and no date', () => {
    const { tasks } = readWorkOrder(
      'Giám đốc Sở kết luận như sau: 2.1. Các phòng, đơn vị: a) Rà soát nhiệm vụ được giao. b) Nêu cao trách nhiệm người đứng đầu. 2.2. Văn phòng Sở: a) Tổng hợp, báo cáo trước ngày 15/4/2025.',
      context,
    );
    expect(tasks.map(({ item, lead, deadline }) => [item, lead[0]?.code, deadline?.deadline.due])).toEqual([
      ['2.1.a', 'ALL_UNITS', undefined],
      ['2.1.b', 'ALL_UNITS', undefined],
      ['2.2.a', 'VP', '2025-04-15'],
    ]);
  });
});

test('a document without line breaks gives the same tasks', () => {
  const text = corpusText('notices/health-briefing.txt');
  const leads = (given: string): unknown =>
    readWorkOrder(given, contextOn('2025-06-10', unitsOf('health'))).tasks.map(({ lead, deadline }) => [
      lead.map(({ code }) => code),
      deadline?.deadline.due ?? null,
    ]);
  expect(leads(text.replace(/\s+/gu, ' '))).toEqual(leads(text));
});

describe('minutes', () => {
  const minutes = (opening: string, signatures: string): ReturnType<typeof readNotice> =>
    readNotice(
      `SỞ KHOA HỌC VÀ CÔNG NGHỆ\n\nBIÊN BẢN\nHọp giao ban\n\n${opening}\n\n1. Văn phòng Sở hoàn thành rà soát hồ sơ trong tuần này.\n\n${signatures}`,
      context,
    );

  test.each([
    'Hôm nay, hồi 8 giờ 00 phút ngày 07 tháng 4 năm 2025, tại phòng họp tầng 2, Sở họp giao ban.',
    'Vào lúc 14h00 ngày 07/4/2025, tại hội trường Sở diễn ra cuộc họp.',
    'Thời gian: 8h00, ngày 07/4/2025.',
  ])('are as of the day of the meeting: %s', (opening) => {
    const { document: found, tasks } = minutes(opening, 'THƯ KÝ\nLê Thị Hoa');
    expect(found.issuedOn).toBe('2025-04-07');
    expect(tasks.map(({ deadline }) => deadline?.deadline.due)).toEqual(['2025-04-11']);
  });

  test('who presided signs on the right', () => {
    const signatures = 'THƯ KÝ                    CHỦ TRÌ\nLê Thị Hoa                Trần Văn Minh';
    expect(minutes('Hôm nay, ngày 07/4/2025, Sở họp.', signatures).document.signer).toBe('Trần Văn Minh');
  });
});

describe('an invitation', () => {
  const invitation = (request: string): ReturnType<typeof readNotice>['tasks'] =>
    readNotice(
      `Số: 21/GM-SKHCN\nHà Thanh, ngày 01 tháng 4 năm 2025\n\nGIẤY MỜI\nHọp thẩm định đề tài\n\nSở Khoa học và Công nghệ trân trọng kính mời:\n- Đại diện lãnh đạo Phòng KHTC, Văn phòng Sở;\n- Các thành viên Hội đồng tư vấn.\nThời gian: 14 giờ 00, ngày 08/4/2025.\nĐịa điểm: Phòng họp tầng 3.\nChủ trì: Phó Giám đốc Sở Nguyễn Văn An.\n${request}`,
      context,
    ).tasks;

  test.each([
    'Rất mong sự có mặt của Quý đại biểu.',
    'Đề nghị các đại biểu đến dự đúng giờ, đúng thành phần.',
  ])('gives no tasks: %s', (request) => {
    expect(invitation(request)).toEqual([]);
  });

  test('but for what is asked of someone by a day', () => {
    const tasks = invitation('Đề nghị Phòng KHTC chuẩn bị tài liệu, gửi Văn phòng Sở trước ngày 04/4/2025.');
    expect(tasks.map(({ lead, deadline }) => [lead.map(({ code }) => code), deadline?.deadline.due])).toEqual(
      [[['KHTC'], '2025-04-04']],
    );
  });
});

describe('a time that is no deadline of the work beside it', () => {
  test.each([
    [
      'Phòng KHTC hoàn thành quyết toán năm 2024 (hạn 28/02/2025), trình Giám đốc Sở trước ngày 10/4/2025.',
      ['2025-04-10'],
    ],
    ['Phòng KHTC nộp báo cáo công nợ (thời hạn 20/3/2025), chậm nhất ngày 10/4/2025.', ['2025-04-10']],
    [
      'Phòng KHTC lập dự thảo (hạn 05/4/2025), trình Giám đốc Sở trước ngày 10/4/2025.',
      ['2025-04-05', '2025-04-10'],
    ],
    ['Phòng KHTC hoàn thành quyết toán năm 2024 (hạn 28/02/2025).', ['2025-02-28']],
    [
      'Về kiểm điểm cuối năm: Văn phòng Sở tổ chức kiểm điểm, đánh giá; hoàn thành trước ngày 10/12/2025.',
      ['2025-12-10'],
    ],
    ['Về công tác cuối năm: Văn phòng Sở rà soát tài sản.', [undefined]],
    ['Về nhiệm vụ trước ngày 10/4/2025: Văn phòng Sở rà soát tài sản.', ['2025-04-10']],
  ])('%s', (text, due) => {
    const { tasks } = readWorkOrder(text, contextOn('2025-04-01'));
    expect(tasks.map(({ deadline }) => deadline?.deadline.due)).toEqual(due);
  });
});
