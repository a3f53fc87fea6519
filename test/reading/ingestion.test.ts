import { expect, test } from 'vitest';
import { joinParts } from '../../src/ingestion/join-parts.ts';
import { textOfFile } from '../../src/ingestion/text-of-file.ts';

const filler = 'Các phòng, đơn vị chủ động triển khai nhiệm vụ được giao. '.repeat(80).slice(0, 4_050);

test('a document cut inside a sentence is one sentence again', () => {
  const parts = [`${filler} Giao Phòng Chuyển đổi số chủ trì xây`, 'dựng kế hoạch trước ngày 15/4/2025.'];
  expect(joinParts(parts)).toContain(
    'Giao Phòng Chuyển đổi số chủ trì xây dựng kế hoạch trước ngày 15/4/2025.',
  );
});

test('a cut between paragraphs or items stays a line end', () => {
  expect(joinParts([`${filler} hết mục 1.`, 'b) Báo cáo trước ngày 15/4.'])).toContain('mục 1.\nb) Báo cáo');
  expect(joinParts([`${filler} hết mục`, '2. Giao Văn phòng Sở'])).toContain('mục\n2. Giao');
});

test('short messages were ended by their writer', () => {
  expect(joinParts(['Giao Văn phòng Sở', 'chuẩn bị hội trường'])).toBe(
    'Giao Văn phòng Sở\nchuẩn bị hội trường',
  );
  expect(joinParts(['', '  ', 'Một'])).toBe('Một');
  expect(joinParts([])).toBe('');
});

test('a text file is read in the encodings that offices use', () => {
  const text = 'Giao Phòng Kế hoạch - Tài chính';
  expect(textOfFile('thong-bao.txt', new TextEncoder().encode(text))).toEqual({ kind: 'text', text });
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer),
  ]);
  expect(textOfFile('THONG-BAO.TXT', utf16)).toEqual({ kind: 'text', text });
  // "Đôn" as Windows-1258 writes it
  expect(textOfFile('cu.txt', new Uint8Array([0xd0, 0xf4, 0x6e]))).toEqual({ kind: 'text', text: 'Đôn' });
});

test('what is no text is named, not guessed at', () => {
  expect(textOfFile('ket-luan.docx', new Uint8Array([0x50, 0x4b]))).toEqual({
    kind: 'unsupported',
    extension: 'docx',
  });
  expect(textOfFile('anh.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toEqual({
    kind: 'not_text',
  });
});
