import { expect, test } from 'vitest';
import { joinParts } from '../../src/ingestion/join-parts.ts';

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
