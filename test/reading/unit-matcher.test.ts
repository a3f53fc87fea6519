import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_UNITS } from '../../src/domain/unit.ts';
import type { UnitNames } from '../../src/domain/unit.ts';
import { normalize } from '../../src/reading/normalize.ts';
import { createUnitMatcher } from '../../src/reading/units/registry-matchers.ts';
import { HEALTH, HOME_AFFAIRS, SCIENCE } from '../corpus/registries.ts';

const found = (text: string, units: readonly UnitNames[] = SCIENCE): (string | null)[] =>
  createUnitMatcher(units)
    .find(normalize(text))
    .map(({ code }) => code);

/** One unit, many ways of writing it. */
const WRITTEN: Record<string, readonly string[]> = {
  'QLKH&CN': [
    'Phòng Quản lý Khoa học và Công nghệ',
    'Phòng Quản lý Khoa học & Công nghệ',
    'phòng quản lý khoa học và công nghệ',
    'PHÒNG QUẢN LÝ KHOA HỌC VÀ CÔNG NGHỆ',
    'Phòng Quản lí Khoa học và Công nghệ',
    'Phòng Quản lý Khoa học\nvà Công nghệ',
    'Phòng QLKH&CN',
    'P. QLKH & CN',
    'P.QLKHCN',
    'phòng qlkhcn',
    'QLKH-CN',
    'QLKHCCN',
    'Phòng QLKHCCN',
    'phòng KH',
    'phong qlkhcn',
    'đ/c Trưởng phòng QLKH&CN',
    'Trưởng phòng Quản lý Khoa học và Công nghệ',
    'đồng chí Nguyễn Thu Hà, Phó Trưởng phòng QLKH&CN',
    'anh Tuấn phòng QLKH&CN',
  ],
  CĐS: [
    'Phòng CĐS',
    'Phòng CDS',
    'P. CĐS',
    'phòng cds',
    'Phòng Chuyển đổi số',
    'Phòng Chuyển đối số',
    'Phòng Chuển đổi số',
    'bên CĐS',
  ],
  'TT CĐS&ĐMST': [
    'Trung tâm Chuyển đổi số và Đổi mới sáng tạo',
    'Trung tâm CĐS&ĐMST',
    'Trung tâm CDS & ĐMST',
    'TT CĐS',
    'TTCĐS',
    'TT. CĐS&ĐMST',
    'Trung tâm Chuyển đổi số',
    'Giám đốc Trung tâm CĐS',
  ],
  'BCVT&CNTT': [
    'Phòng Bưu chính, Viễn thông và Công nghệ thông tin',
    'Phòng Bưu chính Viễn thông và Công nghệ thông tin',
    'Phòng BCVT-CNTT',
    'BCVTCNTT',
    'P.BCVT',
  ],
  VP: [
    'Văn phòng Sở',
    'VP Sở',
    'vp',
    'Chánh Văn phòng Sở',
    'CVP',
    'Phó Chánh Văn phòng Nguyễn Thị Lan',
    'van phong so',
    'phòng HCTH',
  ],
  KHTC: [
    'Phòng Kế hoạch - Tài chính',
    'Phòng Kế hoạch – Tài chính',
    'KH-TC',
    'phòng tài chính',
    'bên tài chính',
    'bộ phận kế toán',
    'TP KHTC',
  ],
  CCTĐC: ['Chi cục Tiêu chuẩn Đo lường Chất lượng', 'Chi cục TĐC', 'CC TĐC', 'Chi cục trưởng Chi cục TĐC'],
  [ALL_UNITS]: [
    'các phòng, đơn vị',
    'Các phòng, ban, đơn vị thuộc Sở',
    'các phòng chuyên môn, đơn vị trực thuộc Sở',
    'tất cả các phòng',
    'Trưởng các phòng, đơn vị',
    'Các Trưởng phòng, đơn vị',
    'Lãnh đạo các phòng, đơn vị thuộc Sở',
    'toàn Sở',
  ],
};

describe.each(Object.entries(WRITTEN))('%s', (code, forms) => {
  test.each(forms)('%s', (form) => {
    expect(found(form)).toEqual([code]);
    expect(found(form.normalize('NFD'))).toEqual([code]);
    expect(createUnitMatcher(SCIENCE).resolve(form)?.code).toBe(code);
  });
});

test.each([
  // kinds of documents and their numbers
  'TTr',
  'Tờ trình số 45/TTr-VP',
  'Kế hoạch số 336-KH/TU ngày 25/02/2025',
  'Số: /TB-VP',
  // words that only look alike
  'công đoạn này',
  'phòng chống thiên tai',
  'phòng họp số 2',
  'đẩy mạnh chuyển đổi số',
  'hội nghị giao ban Quý I',
  'các tổ chức khoa học',
  'văn phòng phẩm',
  'Giám đốc Sở',
])('no unit in “%s”', (text) => {
  expect(found(text).filter((code) => code !== null)).toEqual([]);
});

test.each([
  ['Trung tâm CNTT', 'Trung tâm CNTT'],
  ['Thanh tra tỉnh', 'Thanh tra tỉnh'],
  ['Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh'],
  ['Công đoàn viên chức tỉnh', 'Công đoàn viên chức tỉnh'],
  ['Văn phòng Đăng ký đất đai tỉnh', 'Văn phòng Đăng ký đất đai tỉnh'],
  ['Công đoàn ngành Giáo dục', 'Công đoàn ngành Giáo dục'],
  ['Sở Nông nghiệp và Môi trường', 'Sở Nông nghiệp và Môi trường'],
  ['Phòng Đối ngoại', 'Phòng Đối ngoại'],
  ['VNPT tỉnh', 'VNPT tỉnh'],
  ['Ban Quản lý các khu công nghiệp Hòa Sơn', 'Ban Quản lý các khu công nghiệp Hòa Sơn'],
  ['UBND xã Phú Lâm', 'UBND xã Phú Lâm'],
])('“%s” is outside the registry', (text, mention) => {
  const findings = createUnitMatcher(SCIENCE).find(normalize(text));
  expect(findings.map(({ code }) => code).filter((code) => code !== null)).toEqual([]);
  expect(findings[0]?.mention).toBe(mention);
});

test('the longest name wins', () => {
  expect(found('Trung tâm Chuyển đổi số và Đổi mới sáng tạo phối hợp Phòng Chuyển đổi số')).toEqual([
    'TT CĐS&ĐMST',
    'CĐS',
  ]);
  expect(found('Chi cục Dân số, Phòng Nghiệp vụ Y và Phòng Nghiệp vụ Dược', HEALTH)).toEqual([
    'DS',
    'NVY',
    'NVD',
  ]);
  expect(found('Phòng Công chức, viên chức, Phòng Tổ chức, biên chế', HOME_AFFAIRS)).toEqual([
    'CCVC',
    'TCBC',
  ]);
});

test('lists name each unit once', () => {
  expect(found('các phòng: QLKH&CN, KHTC và Thanh tra Sở')).toEqual(['QLKH&CN', 'KHTC', 'TTRA']);
  const departments = createUnitMatcher(SCIENCE).find(normalize('các Sở: Nội vụ, Tài chính và Y tế'));
  expect(departments.map(({ mention }) => mention)).toEqual(['Sở Nội vụ', 'Sở Tài chính', 'Sở Y tế']);
});

test('a person is asked where the words leave doubt', () => {
  const certainty = (text: string): string | undefined =>
    createUnitMatcher(SCIENCE).find(normalize(text))[0]?.certainty;
  expect(certainty('Phòng QLKH&CN')).toBe('certain');
  expect(certainty('QLKHCM')).toBe('assumed');
  expect(certainty('Trung tâm')).toBe('ask');
  expect(certainty('Phòng QLCN')).toBe('ask');
  expect(certainty('các phòng liên quan')).toBe('ask');
  expect(createUnitMatcher(SCIENCE).find(normalize('các phòng liên quan'))[0]?.code).toBeNull();
});

test('nothing that names two units, or none, resolves to one', () => {
  const matcher = createUnitMatcher(SCIENCE);
  expect(matcher.resolve('VP và KHTC')).toBeNull();
  expect(matcher.resolve('chiều mai')).toBeNull();
  expect(matcher.resolve('')).toBeNull();
});

test('an alias that two units share is asked about', () => {
  const units: readonly UnitNames[] = [
    { code: 'A', name: 'Phòng Quản lý đô thị', aliases: ['QLĐT'] },
    { code: 'B', name: 'Phòng Quản lý đào tạo', aliases: ['QLĐT'] },
  ];
  expect(createUnitMatcher(units).find(normalize('Phòng QLĐT'))[0]?.certainty).toBe('ask');
  // and a name one letter away from neither is no unit of ours
  expect(found('Phòng Quản lý đầu tư', units)).toEqual([null]);
});

test('initials of a name that nobody declared are understood, and marked as assumed', () => {
  const units: readonly UnitNames[] = [{ code: 'X', name: 'Phòng Tài nguyên nước', aliases: [] }];
  expect(createUnitMatcher(units).find(normalize('Phòng TNN'))).toMatchObject([
    { code: 'X', certainty: 'assumed' },
  ]);
});

const someText = fc.string({
  unit: fc.constantFrom(...Array.from('Phòng QLKH&CN, các đơn vị: Sở-VP (TT) \n.đ')),
  maxLength: 120,
});

test('never throws, and every span gives back its mention', () => {
  fc.assert(
    fc.property(fc.oneof(someText, fc.string({ unit: 'binary' })), (text) => {
      for (const unit of createUnitMatcher(SCIENCE).find(normalize(text))) {
        const [start, end] = unit.span;
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        const quote = normalize(text.slice(start, end)).text.replace(/\s+/gu, ' ');
        expect(
          unit.mention.endsWith(quote) || quote.endsWith(unit.mention) || unit.mention.startsWith('Sở '),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
