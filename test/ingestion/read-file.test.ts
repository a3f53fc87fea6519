import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { kindOfFile, readFile } from '../../src/ingestion/read-file.ts';
import { paragraph, table, wordFile } from './word-document.ts';

const textOf = (bytes: Uint8Array): string => {
  const read = readFile('word', bytes);
  if ('problem' in read) throw new Error(read.problem);
  return read.text;
};

test('a Word file is read a paragraph a line', () => {
  const body = [
    { text: 'THÔNG BÁO' },
    { text: '' },
    { text: '1. Giao Phòng KH&CN <chủ trì> xây dựng kế hoạch.' },
  ];
  expect(textOf(wordFile(body.map(paragraph).join('')))).toBe(
    'THÔNG BÁO\n\n1. Giao Phòng KH&CN <chủ trì> xây dựng kế hoạch.',
  );
});

test('numbers that Word counts by itself are written out, as they look', () => {
  const lists = [
    [
      ['upperRoman', '%1.'],
      ['decimal', '%2.'],
      ['lowerLetter', '%3)'],
    ],
    [['bullet', '•']],
    [
      ['decimal', '%1.'],
      ['decimal', '%1.%2.'],
    ],
  ] as const;
  const body = [
    { text: 'Nhiệm vụ chung', list: 1 },
    { text: 'Về kế hoạch', list: 1, level: 1 },
    { text: 'xây dựng', list: 1, level: 2 },
    { text: 'trình ký', list: 1, level: 2 },
    { text: 'gạch đầu dòng', list: 2 },
    { text: 'Về tài chính', list: 1, level: 1 },
    { text: 'quyết toán', list: 1, level: 2 },
    { text: 'Tổ chức thực hiện', list: 1 },
    { text: 'Về nhân sự', list: 1, level: 1 },
    { text: 'Một', list: 3 },
    { text: 'Một hai', list: 3, level: 1 },
    { text: 'không đánh số', list: 0 },
    { text: 'danh sách không có', list: 9 },
  ];
  expect(textOf(wordFile(body.map(paragraph).join(''), lists)).split('\n')).toEqual([
    'I. Nhiệm vụ chung',
    '1. Về kế hoạch',
    'a) xây dựng',
    'b) trình ký',
    '- gạch đầu dòng',
    '2. Về tài chính',
    'a) quyết toán',
    'II. Tổ chức thực hiện',
    '1. Về nhân sự',
    '1. Một',
    '1.1. Một hai',
    'không đánh số',
    'danh sách không có',
  ]);
});

test('rows of tables are lines of cells; a letterhead in two columns is read one after the other', () => {
  const body =
    table([['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']]) +
    table([
      ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'],
      ['1', 'Xây dựng kế hoạch', '', '15/4/2025'],
    ]);
  expect(textOf(wordFile(body)).split('\n')).toEqual([
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TT | Nội dung | Chủ trì | Thời hạn',
    '1 | Xây dựng kế hoạch |  | 15/4/2025',
  ]);
});

test('what was deleted with changes tracked is not read, what was inserted is', () => {
  const run = (tag: string, text: string) => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
  const body = `<w:p>${run('t', 'xong trước ')}<w:del>${run('delText', '15/4')}</w:del><w:moveFrom>${run('t', 'x')}</w:moveFrom><w:ins>${run('t', '20/4')}</w:ins><w:r><w:tab/><w:t>hết</w:t><w:br/><w:t>dòng</w:t></w:r></w:p>`;
  expect(textOf(wordFile(body))).toBe('xong trước 20/4\thết\ndòng');
});

test('what is no Word file, or is made to do harm, is refused', () => {
  const document = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) });
  const entities =
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
  for (const bytes of [
    new Uint8Array(0),
    strToU8('không phải tệp nén'),
    zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
    document('<w:document><w:body><w:p>'),
    document(entities),
    bomb,
  ])
    expect(readFile('word', bytes)).toEqual({ problem: 'damaged' });
  expect(readFile('word', wordFile(paragraph({ text: '…' })))).toEqual({ problem: 'empty' });
  expect(readFile('word', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ problem: 'old_word' });
  expect(readFile('text', new Uint8Array(10_000_001))).toEqual({ problem: 'too_large' });
  expect(readFile('text', strToU8('chữ '.repeat(80_000)))).toEqual({ problem: 'too_long' });
});

test('text files are read in the encodings of today', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from('Giao Phòng', 'utf16le'))]);
  expect(readFile('text', utf16)).toEqual({ text: '\uFEFFGiao Phòng'.slice(1) });
  expect(readFile('text', strToU8('Giao Phòng'))).toEqual({ text: 'Giao Phòng' });
  // TCVN3, as old machines save it.
  expect(readFile('text', new Uint8Array([0x47, 0x69, 0x61, 0x6f, 0x20, 0xb5]))).toEqual({
    problem: 'damaged',
  });
});

test.each([
  ['ket-luan.DOCX', 'word'],
  ['a.b.txt', 'text'],
  ['quet.pdf', 'pdf'],
  ['cu.doc', 'old_word'],
  ['bieu.xlsx', 'spreadsheet'],
  ['khong-duoi', 'other'],
  ['docx', 'other'],
])('%s is a file of kind %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});
