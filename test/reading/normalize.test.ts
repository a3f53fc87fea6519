import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalize } from '../../src/reading/normalize.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...Array.from('trước ngày mùng ĐẮK thứ Ễ 15/4\u00a0\u00ad\u200b–*\r\n“”'.normalize('NFC')),
  ),
  maxLength: 60,
});

describe('normalize', () => {
  it.each([
    ['trước ngày 15/4'.normalize('NFD'), 'trước ngày 15/4'],
    ['trước\u00a0ngày\u202f15/4', 'trước ngày 15/4'],
    ['trước ngày   15/4  ', 'trước ngày 15/4'],
    ['tr\u00adước ng\u200bày', 'trước ngày'],
    ['Thời hạn: **15/4/2025**.', 'Thời hạn: 15/4/2025.'],
    ['10 – 15/4/2025', '10 - 15/4/2025'],
    ['“hạn” ‘cuối’', '"hạn" \'cuối\''],
    ['mục 1\r\nmục 2 \r  mục 3\u2028mục 4', 'mục 1\nmục 2\nmục 3\nmục 4'],
    ['đoạn 1\n\n  đoạn 2', 'đoạn 1\n\nđoạn 2'],
    ['１５／４', '15/4'],
    ['Ðề án, ðến hạn', 'Đề án, đến hạn'],
    ['e\u00ad\u0301', 'é'],
    ['', ''],
  ])('%j reads as %j', (given, expected) => {
    expect(normalize(given).text).toBe(expected);
  });

  it('folds without changing any index', () => {
    const { lower, folded } = normalize('Đến hết Thứ SÁU, trước 17H00 ngày 18/4');
    expect(folded).toBe('den het thu sau, truoc 17h00 ngay 18/4');
    expect(lower).toBe('đến hết thứ sáu, trước 17h00 ngày 18/4');
  });

  it('leads back to the text as given', () => {
    const given = 'Gửi **trước**\u00a0 ngày 15–4–2025 nhé'.normalize('NFD');
    const { text, spanOf } = normalize(given);
    const start = text.indexOf('ngày');
    const [from, to] = spanOf(start, text.indexOf(' nhé'));
    expect(given.slice(from, to)).toBe('ngày 15–4–2025'.normalize('NFD'));
  });

  it('keeps a soft hyphen at the end of a word out of its span', () => {
    const { spanOf, original } = normalize('15/4\u00ad nhé');
    expect(original.slice(...spanOf(0, 4))).toBe('15/4');
  });

  it('never throws, keeps lengths equal and stays as it is when done twice', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (given) => {
        const once = normalize(given);
        expect(once.lower).toHaveLength(once.text.length);
        expect(once.folded).toHaveLength(once.text.length);
        expect(normalize(once.text).text).toBe(once.text);
      }),
    );
  });

  it('gives spans that lie in the text and grow with it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (given) => {
        const { text, spanOf } = normalize(given);
        let previous = 0;
        for (let i = 0; i < text.length; i++) {
          const [start, end] = spanOf(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(end).toBeGreaterThanOrEqual(previous);
          previous = end;
        }
      }),
    );
  });

  it('reads NFC and NFD alike', () => {
    fc.assert(
      fc.property(vietnamese, (given) => {
        expect(normalize(given.normalize('NFD')).text).toBe(normalize(given.normalize('NFC')).text);
      }),
    );
  });

  it('folds every Vietnamese letter to its base', () => {
    expect(
      fold('ăâđêôơưĂÂĐÊÔƠƯ áàảãạ ấầẩẫậ ắằẳẵặ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ'),
    ).toBe('aadeoouaadeoou aaaaa aaaaa aaaaa eeeee eeeee iiiii ooooo ooooo ooooo uuuuu uuuuu yyyyy');
  });
});
