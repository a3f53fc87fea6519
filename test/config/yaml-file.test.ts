import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseYaml, readYamlFile } from '../../src/config/yaml-file.ts';
import { problemsIn, problemsOf } from './problems.ts';

const problems = (text: string) => problemsIn(() => parseYaml('agency.yaml', text));

describe('a mistake of syntax', () => {
  const cases: readonly (readonly [what: string, text: string, problem: string])[] = [
    [
      'a key twice',
      'a: 1\nb: 2\na: 3\n',
      'agency.yaml, dòng 3: mục này đã khai báo ở trên, mỗi mục chỉ một lần',
    ],
    [
      'a tab',
      'units:\n\tcode: VP\n',
      'agency.yaml, dòng 2: thụt lề bằng phím Tab không dùng được, thay bằng dấu cách',
    ],
    [
      'an indent that belongs nowhere',
      'a:\n  b: 1\n c: 2\n',
      'agency.yaml, dòng 3: dòng này thụt lề không khớp với các dòng cùng nhóm, hoặc dòng trên thiếu dấu đóng ngoặc',
    ],
    [
      'a quotation mark that is not closed',
      'a: "x\nb: 2\n',
      'agency.yaml, dòng 3: thiếu dấu nháy, dấu ngoặc đóng hoặc dấu hai chấm ở dòng này hay dòng trên',
    ],
    [
      'two colons',
      'name: Phòng: Tổng hợp\n',
      'agency.yaml, dòng 1: có hai dấu hai chấm trên một dòng; đặt giá trị trong dấu nháy: tên: "a: b"',
    ],
    [
      'a value that begins with @',
      'name: @sokhcn\n',
      'agency.yaml, dòng 1: giá trị bắt đầu bằng ký tự đặc biệt (@, %, `…) phải đặt trong dấu nháy: "@…"',
    ],
    [
      'a value that begins with *',
      'name: *x\n',
      'agency.yaml: dấu * ở đầu giá trị gọi một tên chưa khai báo; nếu là chữ thường, đặt trong dấu nháy: "*…"',
    ],
  ];
  test.each(cases)('%s is told with its line', (_what, text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test('a tab is told once, whatever the parser stumbles over after it', () => {
    const members = ['BT', 'CT', 'CV'].map((code) => `  - code: ${code}\n    title: đồng chí ${code}\n`);
    const text = `members:\n  - code: VP\n    name: An\n\ttitle: đồng chí An\n${members.join('')}`;
    expect(problems(text)).toEqual([
      'agency.yaml, dòng 4: thụt lề bằng phím Tab không dùng được, thay bằng dấu cách',
    ]);
  });

  test('every one of them is told', () => {
    expect(problems('a: 1\na: 2\na: 3\n')).toHaveLength(2);
  });
});

describe('a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-yaml-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFtên: Phòng\n', 'utf8')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFtên: Phòng\n', 'utf16le')],
    ['UTF-8', Buffer.from('tên: Phòng\n', 'utf8')],
    ['UTF-8 with decomposed letters', Buffer.from('tên: Phòng\n'.normalize('NFD'), 'utf8')],
  ])('in %s is read', async (_encoding, bytes) => {
    const file = join(folder, 'a.yaml');
    await writeFile(file, bytes);
    expect((await readYamlFile(file)).data).toEqual({ tên: 'Phòng' });
  });

  test('in an old encoding is refused', async () => {
    const file = join(folder, 'a.yaml');
    await writeFile(file, Buffer.from([0x74, 0xea, 0x6e, 0x3a, 0x20, 0x50, 0xff]));
    expect(await problemsOf(readYamlFile(file))).toEqual([
      `${file}: tệp không phải văn bản UTF-8; lưu lại với bảng mã UTF-8`,
    ]);
  });

  test('that is not there, or is a folder, is named', async () => {
    const file = join(folder, 'a.yaml');
    expect(await problemsOf(readYamlFile(file))).toEqual([`${file}: không có tệp này`]);
    expect(await problemsOf(readYamlFile(folder))).toEqual([`${folder}: đây là thư mục, cần một tệp`]);
  });
});
