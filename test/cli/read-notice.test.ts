import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoticeFinding } from '../../src/reading/findings.ts';
import { deadlineFinding, noticeFinding, taskFinding, unitFinding } from './findings.ts';
import { run } from './terminal.ts';

describe('read notice', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-notice-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  /** Readers that find the same in every notice, and the texts and moments they were given. */
  const finding = (found: NoticeFinding) => {
    const asked: [text: string, writtenAt: string][] = [];
    const readNotice: (text: string, context: { writtenAt: string }) => NoticeFinding = (
      text,
      { writtenAt },
    ) => {
      asked.push([text, writtenAt]);
      return found;
    };
    return { asked, readers: { readNotice } };
  };

  test('prints the document and its tasks as one object, laid out to be read', async () => {
    const { readers } = finding(
      noticeFinding(
        {
          number: '12',
          symbol: 'TB-SKHCN',
          issuedOn: '2025-04-01',
          place: 'Hoa Giang',
          kind: 'THÔNG BÁO',
          title: 'Kết luận',
          signer: 'Vũ Đình Khải',
          signerCapacity: 'GIÁM ĐỐC',
          recipients: ['Như trên', 'Lưu: VT'],
        },
        [
          taskFinding({
            item: '8.a',
            quote: 'Giao Văn phòng Sở tổng hợp trước ngày 15/4',
            content: 'tổng hợp',
            lead: [unitFinding('VP', 'Văn phòng Sở')],
            deadline: deadlineFinding({ due: '2025-04-15', bound: 'before' }, { quote: 'trước ngày 15/4' }),
          }),
        ],
      ),
    );
    const path = await file('a.txt', 'Thông báo');
    const { exitCode, stdout, stderr } = await run(['read', 'notice', path], { readers });
    expect([exitCode, stderr.text]).toEqual([0, '']);
    expect(stdout.lines.length).toBeGreaterThan(10);
    expect(JSON.parse(stdout.text)).toEqual({
      document: {
        number: '12',
        symbol: 'TB-SKHCN',
        issuedOn: '2025-04-01',
        place: 'Hoa Giang',
        kind: 'THÔNG BÁO',
        title: 'Kết luận',
        signer: 'Vũ Đình Khải',
        recipients: ['Như trên', 'Lưu: VT'],
      },
      tasks: [
        {
          item: '8.a',
          kind: 'task',
          quote: 'Giao Văn phòng Sở tổng hợp trước ngày 15/4',
          content: 'tổng hợp',
          lead: [{ code: 'VP', mention: 'Văn phòng Sở' }],
          coordinating: [],
          director: null,
          recipient: null,
          deadline: {
            due: '2025-04-15',
            bound: 'before',
            precision: 'day',
            lastOk: null,
            lastOkWorkday: null,
            quote: 'trước ngày 15/4',
          },
        },
      ],
    });
  });

  test('counts from the date that is given', async () => {
    const { asked, readers } = finding(noticeFinding({ issuedOn: '2024-01-05' }));
    const path = await file('a.txt', 'x');
    const { stderr } = await run(['read', 'notice', path, '--issued', '2024-12-30'], { readers });
    expect(asked.map(([, writtenAt]) => writtenAt)).toEqual(['2024-12-30']);
    expect(stderr.text).toBe('');
  });

  test('else from the date that the document bears', async () => {
    const { asked, readers } = finding(noticeFinding({ issuedOn: '2024-01-05' }));
    await run(['read', 'notice', await file('a.txt', 'x')], { readers });
    expect(asked.at(-1)?.[1]).toBe('2024-01-05');
  });

  test('else from today, and says so', async () => {
    const { asked, readers } = finding(noticeFinding({}));
    const path = await file('a.txt', 'x');
    const { exitCode, stderr } = await run(['read', 'notice', path], { readers });
    expect(asked.at(-1)?.[1]).toBe('2025-04-14');
    expect([exitCode, stderr.text]).toEqual([
      0,
      `dondoc: ${path} không ghi ngày; đọc như văn bản ngày 2025-04-14 (đặt ngày khác bằng --issued)\n`,
    ]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFThông báo\r\n')],
    ['UTF-16', Buffer.from('\uFEFFThông báo\r\n', 'utf16le')],
  ])('reads %s', async (_encoding, bytes) => {
    const { asked, readers } = finding(noticeFinding({ issuedOn: '2025-04-01' }));
    await run(['read', 'notice', await file('a.txt', bytes)], { readers });
    expect(asked[0]?.[0]).toBe('Thông báo\r\n');
  });

  test('refuses a state secret without printing any of it', async () => {
    const { readers } = finding(noticeFinding({ secrecy: 'TỐI MẬT', title: 'Kế hoạch' }));
    const path = await file('a.txt', 'TỐI MẬT');
    const { exitCode, stdout, stderr } = await run(['read', 'notice', path], { readers });
    expect([exitCode, stdout.text]).toEqual([2, '']);
    expect(stderr.text).toBe(
      `dondoc: ${path}: văn bản có dấu TỐI MẬT nên không được đọc; xử lý theo quy định về bảo vệ bí mật nhà nước\n`,
    );
  });

  test.each([
    [
      'a.pdf',
      Buffer.from('%PDF-1.7\n'),
      'chưa đọc được tệp PDF; lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó',
    ],
    [
      'a.docx',
      Buffer.from('PK\u0003\u0004'),
      'chưa đọc được tệp Word (.docx); lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó',
    ],
    [
      'a.doc',
      Buffer.from('D0CF11E0A1B11AE1', 'hex'),
      'chưa đọc được tệp Word (.doc); lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó',
    ],
    [
      'a.png',
      Buffer.from('89504E470D0A1A0A', 'hex'),
      'không phải chữ UTF-8 hay UTF-16 (.png); lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó',
    ],
    [
      'a',
      Buffer.from([0xb8, 0xff]),
      'không phải chữ UTF-8 hay UTF-16; lưu thành văn bản thuần (.txt, UTF-8) rồi đọc tệp đó',
    ],
  ])('says what to do with %s', async (name, bytes, message) => {
    const path = await file(name, bytes);
    const { exitCode, stdout, stderr } = await run(['read', 'notice', path]);
    expect([exitCode, stdout.text, stderr.text]).toEqual([2, '', `dondoc: ${path}: ${message}\n`]);
  });

  test('names a file that is not there, or is a folder', async () => {
    const path = join(folder, 'a.txt');
    const missing = await run(['read', 'notice', path]);
    expect([missing.exitCode, missing.stderr.text]).toEqual([2, `dondoc: ${path}: không có tệp này\n`]);
    const directory = await run(['read', 'notice', folder]);
    expect(directory.stderr.text).toBe(`dondoc: ${folder}: đây là thư mục, cần một tệp\n`);
  });
});
