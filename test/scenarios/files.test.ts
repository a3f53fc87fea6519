import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { paragraph, wordFile } from '../ingestion/word-document.ts';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const secretary = { person: SECRETARY };
const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';

const word = (text: string): Uint8Array =>
  wordFile(
    text
      .split('\n')
      .map((line) => paragraph({ text: line }))
      .join(''),
  );

const send = async (
  office: Office,
  fileName: string,
  content: Uint8Array | string,
  caption = '',
): Promise<void> => {
  const author = office.sandbox.person(SECRETARY);
  author.sendDocument(author, { fileName, content }, { caption });
  await office.sandbox.settle();
};

test('a notice sent as a Word file is read like one that is pasted', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  const cards = (): string[] => office.about(secretary, '📋 Phiếu ').map(({ text }) => text);
  const pasted = cards();
  await send(office, 'TB ket luan.docx', word(SAMPLE_NOTICE));
  expect(office.about(secretary, 'Thông báo số 27/TB-SKHCN').length).toBeGreaterThan(1);
  expect(cards().slice(pasted.length)).toEqual(pasted);
  await office.press(SECRETARY, office.last(secretary, 'Có 4 việc'), 'Lưu tất cả');
  expect(office.about({ group: 'BCVT&CNTT' }, 'nâng cấp hệ thống')).toHaveLength(1);
  expectNoFault(office);
});

test('a text file is read too, and is not taken for the first part of what is written next', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await send(office, 'viec.txt', `${'Nội dung cuộc họp. '.repeat(300)}\n${ORDER}`);
  expect(office.last(secretary, 'Phiếu 1').text).toContain('Thẩm định dự toán');
  expect(office.last(secretary, 'Việc giao trong tệp').text).toContain('“viec.txt”');
  await office.write(SECRETARY, 'Giao Phòng CĐS báo cáo số liệu trước ngày 28/4/2025.');
  expect(office.about(secretary, 'Phiếu 1/1')).toHaveLength(2);
});

test('an order written beside a file goes before the file; other words beside it do not', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await send(office, 'cong-van.pdf', '%PDF', ORDER);
  expect(office.last(secretary, 'Phiếu 1').text).toContain('Thẩm định dự toán');
  await send(office, 'ket-luan.docx', word(ORDER.replace('thẩm định', 'rà soát')), 'Anh gửi em kết luận nhé');
  expect(office.last(secretary, 'Phiếu 1').text).toContain('Rà soát dự toán');
  expect(office.last(secretary, 'Phiếu 1').text).not.toContain('Anh gửi em');
});

test('what cannot be read is said so, with what to do instead', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const answers: [string, Uint8Array | string, string][] = [
    ['quét.pdf', '%PDF-1.7', 'Chưa đọc được tệp PDF'],
    ['cũ.doc', 'x', 'Word kiểu cũ'],
    ['bảng.xlsx', 'x', 'bảng tính'],
    ['hỏng.docx', 'không phải tệp nén', 'Không mở được tệp này'],
    ['rỗng.txt', '', 'không có chữ'],
    ['trắng.docx', word(''), 'không có chữ'],
    ['lạ.bin', 'x', 'Chưa đọc được loại tệp này'],
    [
      'không việc.txt',
      strToU8('Hôm nay trời đẹp.'),
      'Chưa thấy việc nào được giao trong tệp “không việc.txt”',
    ],
  ];
  for (const [name, content, answer] of answers) {
    await send(office, name, content);
    expect(office.last(secretary).text).toContain(answer);
  }
  const author = office.sandbox.person(SECRETARY);
  author.sendPhoto(author, { fileName: 'trang.jpg', content: 'x' });
  await office.sandbox.settle();
  expect(office.last(secretary).text).toContain('Chưa đọc được ảnh chụp');
  expectNoFault(office);
});

test('a file that Telegram does not hand over is asked for again, and can be sent again', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const { faults } = office.sandbox.server;
  faults.refuse({ method: 'getFile' }, { status: 400, description: 'Bad Request: file is too big' });
  await send(office, 'a.docx', word(ORDER));
  expect(office.last(secretary).text).toContain('Chưa tải được tệp từ Telegram');
  await send(office, 'a.docx', word(ORDER));
  expect(office.last(secretary, 'Phiếu 1').text).toContain('Thẩm định dự toán');
  expectNoFault(office);
});

test('a file with the stamp of a state secret is refused and kept nowhere', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await send(office, 'x.docx', word(`TỐI MẬT\n${SAMPLE_NOTICE}`));
  expect(office.last(secretary).text).toContain('TỐI MẬT');
  expect(office.about(secretary, 'Phiếu 1')).toHaveLength(0);
});

test('several files sent at once are a draft each', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const author = office.sandbox.person(SECRETARY);
  author.sendAlbum(author, [
    { fileName: 'a.docx', content: word(ORDER) },
    { fileName: 'b.docx', content: word(ORDER.replace('thẩm định', 'rà soát')) },
  ]);
  await office.sandbox.settle();
  expect(office.about(secretary, 'Phiếu 1/1')).toHaveLength(2);
});

test('in a group a file is taken up with /giao, with its sender', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const group = office.sandbox.group('KHTC');
  const sent = office.sandbox
    .person('TP.KHTC')
    .sendDocument(group, { fileName: 'a.docx', content: word(ORDER) });
  await office.sandbox.settle();
  expect(office.about({ group: 'KHTC' }, 'Phiếu')).toHaveLength(0);
  office.sandbox.person(SECRETARY).reply(sent, '/giao');
  await office.sandbox.settle();
  const card = office.last({ group: 'KHTC' }, 'Phiếu 1');
  expect(card.text).toContain('Thẩm định dự toán');
  expect(card.text).toContain('Theo tin của Tô Thị Mỹ Hạnh');
  // Who may not hand out work sends files to no purpose.
  office.sandbox.person('TP.KHTC').reply(sent, '/giao');
  await office.sandbox.settle();
  expect(office.last({ group: 'KHTC' }).text).toContain('người khác phụ trách');
});

test('words beside a file that are edited later do not take the place of its text', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const author = office.sandbox.person(SECRETARY);
  const sent = author.sendDocument(
    author,
    { fileName: 'a.docx', content: word(ORDER) },
    { caption: 'Gửi em' },
  );
  await office.sandbox.settle();
  const card = office.last(secretary, 'Phiếu 1');
  author.edit(sent, 'Gửi em nhé');
  await office.sandbox.settle();
  await office.press(SECRETARY, card, 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('Việc 1');
});
