import { describe, expect, test } from 'vitest';
import { UnreadableTextError, decodeText } from '../../src/support/text-encoding.ts';

const TEXT = 'THÔNG BÁO\r\nKết luận của Giám đốc Sở ngày 01/4/2025 ✓';

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16, little end first', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, little end first, with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', bigEndian(TEXT)],
    ['UTF-16, big end first, with a mark', bigEndian(`\uFEFF${TEXT}`)],
  ])('in %s is read', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  test('is given back as it is, decomposed letters and all', () => {
    const decomposed = TEXT.normalize('NFD');
    expect(decodeText(Buffer.from(decomposed))).toBe(decomposed);
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test.each([
    ['an old Vietnamese encoding', Buffer.from([0x54, 0x48, 0xab, 0x4e, 0x47, 0x20, 0x42, 0xb8, 0x4f])],
    ['half a UTF-16 letter', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x00, 0x00, 0x0d])],
    ['zeros', Buffer.alloc(8)],
  ])('in %s is refused', (_encoding, bytes) => {
    expect(() => decodeText(bytes)).toThrow(UnreadableTextError);
  });
});
