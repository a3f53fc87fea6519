import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingContext } from '../../src/reading/context.ts';
import { deadlineFinding, replyFinding, taskFinding, unitFinding } from './findings.ts';
import { run } from './terminal.ts';

const json = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

const NO_DEADLINE = {
  due: null,
  bound: 'none',
  precision: 'none',
  lastOk: null,
  lastOkWorkday: null,
  askFirst: false,
  quote: null,
};

describe('read deadlines', () => {
  test('prints one line for each row, with its id', async () => {
    const found = [
      deadlineFinding(
        { due: '2025-04-15', bound: 'before', lastOk: '2025-04-14', lastOkWorkday: '2025-04-14' },
        { quote: 'trước ngày 15/4' },
      ),
      null,
      deadlineFinding({ bound: 'recurring', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25' }, { certainty: 'assumed' }),
      deadlineFinding({ bound: 'none', precision: 'none' }, { certainty: 'ask', quote: '31/4' }),
    ];
    const stdin =
      '{"id":"D1","text":"0"}\n{"id":2,"text":"1"}\r\n\n{"text":"2"}\n{"id":"D4","text":"3","note":"x"}';
    const { exitCode, stdout, stderr } = await run(['read', 'deadlines'], {
      stdin,
      readers: { readDeadline: (text) => found[Number(text)] ?? null },
    });
    expect([exitCode, stderr.text]).toEqual([0, '']);
    expect(json(stdout.lines)).toEqual([
      {
        id: 'D1',
        due: '2025-04-15',
        bound: 'before',
        precision: 'day',
        lastOk: '2025-04-14',
        lastOkWorkday: '2025-04-14',
        askFirst: false,
        quote: 'trước ngày 15/4',
      },
      { id: 2, ...NO_DEADLINE },
      {
        id: null,
        ...NO_DEADLINE,
        bound: 'recurring',
        precision: 'day',
        quote: 'hạn',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=25',
      },
      { id: 'D4', ...NO_DEADLINE, askFirst: true, quote: '31/4' },
    ]);
  });

  /** The moment each row is read as of. */
  const writtenAt = async (...dates: readonly (string | undefined)[]): Promise<string[]> => {
    const seen: string[] = [];
    const readDeadline = (_text: string, context: ReadingContext) => {
      seen.push(context.writtenAt);
      return null;
    };
    const stdin = dates.map((date) => JSON.stringify({ text: 'a', ref_date: date })).join('\n');
    expect((await run(['read', 'deadlines'], { stdin, readers: { readDeadline } })).exitCode).toBe(0);
    return seen;
  };

  test('reads a row as of its date, in Việt Nam; without one, as of today', async () => {
    expect(
      await writtenAt(
        '2025-04-01',
        '2025-04-01T08:10:00+07:00',
        '2025-04-01T18:30:00Z',
        '2025-04-01T08:10',
        undefined,
      ),
    ).toEqual([
      '2025-04-01',
      '2025-04-01T08:10:00+07:00',
      '2025-04-02T01:30:00+07:00',
      '2025-04-01T08:10:00+07:00',
      '2025-04-14',
    ]);
  });

  test('reads with the units, the conventions and the calendar of the configuration', async () => {
    const seen: ReadingContext[] = [];
    const readDeadline = (_text: string, context: ReadingContext) => {
      seen.push(context);
      return null;
    };
    await run(['read', 'deadlines'], { stdin: '{"text":"a"}', readers: { readDeadline } });
    expect(seen[0]?.units.map(({ code }) => code)).toContain('BCVT&CNTT');
    expect(seen[0]?.conventions.isBeforeStrict).toBe(true);
    expect(seen[0]?.calendar.whyOff('2025-04-30')).toBe('Ngày Chiến thắng');
  });

  test('answers each row as it comes', async () => {
    const events: string[] = [];
    async function* typing() {
      for (const id of [1, 2, 3]) {
        events.push(`typed ${id}`);
        yield Buffer.from(`{"id":${id},"text":"a"}\n`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const readDeadline = () => {
      events.push('read');
      return null;
    };
    await run(['read', 'deadlines'], { stdin: typing(), readers: { readDeadline } });
    expect(events).toEqual(['typed 1', 'read', 'typed 2', 'read', 'typed 3', 'read']);
  });

  test('puts letters together that arrive in pieces, and splits at line feeds alone', async () => {
    const bytes = Buffer.from('\uFEFF{"id":"Đ","text":"Đôn\u2028Đốc"}\n{"id":"2","text":"x"}');
    const texts: string[] = [];
    const readDeadline = (text: string) => {
      texts.push(text);
      return null;
    };
    const { stdout } = await run(['read', 'deadlines'], {
      stdin: Array.from(bytes, (byte) => Uint8Array.of(byte)),
      readers: { readDeadline },
    });
    expect(texts).toEqual(['Đôn\u2028Đốc', 'x']);
    expect(json(stdout.lines)).toEqual([
      { id: 'Đ', ...NO_DEADLINE },
      { id: '2', ...NO_DEADLINE },
    ]);
  });

  test('has nothing to say of nothing', async () => {
    const { exitCode, stdout, stderr } = await run(['read', 'deadlines'], { stdin: '\n \n' });
    expect([exitCode, stdout.text, stderr.text]).toEqual([0, '', '']);
  });

  const good = '{"id":"D1","text":"a"}';
  test.each([
    ['{"id":"D2",', 'dòng 3 của đầu vào không phải JSON'],
    ['["a"]', 'dòng 3 của đầu vào: cần dạng {"id", "text", "ref_date"}'],
    ['null', 'dòng 3 của đầu vào: cần dạng {"id", "text", "ref_date"}'],
    ['{"id":"D2"}', 'dòng 3 của đầu vào: thiếu "text", hoặc "text" không phải chữ'],
    ['{"id":"D2","text":7}', 'dòng 3 của đầu vào: thiếu "text", hoặc "text" không phải chữ'],
    ['{"id":{},"text":"a"}', 'dòng 3 của đầu vào: "id" phải là chữ hoặc số'],
    [
      '{"id":"D2","text":"a","ref_date":"01/4/2025"}',
      'dòng 3 của đầu vào: "ref_date" ghi "01/4/2025", cần ngày dạng 2025-04-01 hoặc 2025-04-01T08:00:00+07:00',
    ],
    [
      '{"id":"D2","text":"a","ref_date":"2025-02-29"}',
      'dòng 3 của đầu vào: "ref_date" ghi "2025-02-29", cần ngày dạng 2025-04-01 hoặc 2025-04-01T08:00:00+07:00',
    ],
    [
      '{"id":"D2","text":"a","ref_date":"2025-04-01T25:00"}',
      'dòng 3 của đầu vào: "ref_date" ghi "2025-04-01T25:00", cần ngày dạng 2025-04-01 hoặc 2025-04-01T08:00:00+07:00',
    ],
    [
      '{"id":"D2","text":"a","ref_date":20250401}',
      'dòng 3 của đầu vào: "ref_date" ghi 20250401, cần ngày dạng 2025-04-01 hoặc 2025-04-01T08:00:00+07:00',
    ],
  ])('stops at a bad row and says which: %s', async (row, message) => {
    const { exitCode, stdout, stderr } = await run(['read', 'deadlines'], {
      stdin: `${good}\n\n${row}\n${good}\n`,
      readers: { readDeadline: () => null },
    });
    expect(exitCode).toBe(2);
    expect(json(stdout.lines)).toEqual([{ id: 'D1', ...NO_DEADLINE }]);
    expect(stderr.text).toBe(`dondoc: ${message}\n`);
  });

  test('wants UTF-8', async () => {
    const stdin = [Buffer.from('{"text":"\xff"}', 'latin1')];
    const { exitCode, stderr } = await run(['read', 'deadlines'], { stdin });
    expect([exitCode, stderr.text]).toEqual([2, 'dondoc: đầu vào không phải chữ UTF-8\n']);
  });
});

describe('read assignments', () => {
  test('prints who is to do what by when', async () => {
    const task = taskFinding({
      content: 'xây dựng kế hoạch',
      lead: [unitFinding('CĐS', 'Phòng Chuyển đổi số')],
      coordinating: [unitFinding('VP', 'Văn phòng Sở'), unitFinding(null, 'các xã')],
      director: 'đồng chí Phó Giám đốc',
      recipient: 'VP',
      deadline: deadlineFinding({
        due: '2025-04-15T17:00:00+07:00',
        precision: 'instant',
        lastOk: '2025-04-15T17:00:00+07:00',
        lastOkWorkday: '2025-04-15',
      }),
    });
    const { exitCode, stdout } = await run(['read', 'assignments'], {
      stdin: '{"id":"A1","text":"a"}\n{"id":"A2","text":""}',
      readers: { readAssignments: (text) => (text === '' ? [] : [task, taskFinding({ content: 'khác' })]) },
    });
    expect(exitCode).toBe(0);
    expect(json(stdout.lines)).toEqual([
      {
        id: 'A1',
        tasks: [
          {
            content: 'xây dựng kế hoạch',
            lead: [{ code: 'CĐS', mention: 'Phòng Chuyển đổi số' }],
            coordinating: [
              { code: 'VP', mention: 'Văn phòng Sở' },
              { code: null, mention: 'các xã' },
            ],
            director: 'đồng chí Phó Giám đốc',
            recipient: 'VP',
            deadline: {
              due: '2025-04-15T17:00:00+07:00',
              bound: 'by',
              precision: 'instant',
              lastOk: '2025-04-15T17:00:00+07:00',
              lastOkWorkday: '2025-04-15',
              quote: 'hạn',
            },
          },
          { content: 'khác', lead: [], coordinating: [], director: null, recipient: null, deadline: null },
        ],
      },
      { id: 'A2', tasks: [] },
    ]);
  });
});

describe('read replies', () => {
  test('prints the intent and every particular that the reply names', async () => {
    const reply = replyFinding({
      intent: 'extension_request',
      fields: {
        taskNumbers: [7, 8],
        progress: 0,
        newDue: '2025-04-18',
        eta: '2025-04-15',
        until: '2025-04-16',
        docNo: '45/TTr-SKHCN',
        docDate: '2025-04-10',
        doneDate: '2025-04-11',
        reason: 'chưa có số liệu',
        waitingOn: 'UBND tỉnh',
        toUnit: 'CĐS',
        toPerson: 'đồng chí Phúc',
        remaining: 'phụ lục 3',
        isPartial: true,
        isOnTrack: false,
      },
    });
    const { stdout } = await run(['read', 'replies'], {
      stdin: '{"id":"R1","text":"a"}\n{"id":"R2","text":""}',
      readers: { readReply: (text) => (text === '' ? replyFinding({ intent: 'ack' }) : reply) },
    });
    expect(json(stdout.lines)).toEqual([
      {
        id: 'R1',
        intent: 'extension_request',
        fields: {
          task_no: [7, 8],
          progress: 0,
          new_due: '2025-04-18',
          eta: '2025-04-15',
          until: '2025-04-16',
          doc_no: '45/TTr-SKHCN',
          doc_date: '2025-04-10',
          done_date: '2025-04-11',
          reason: 'chưa có số liệu',
          waiting_on: 'UBND tỉnh',
          to_unit: 'CĐS',
          to_person: 'đồng chí Phúc',
          remaining: 'phụ lục 3',
          partial: true,
          on_track: false,
        },
      },
      { id: 'R2', intent: 'ack', fields: {} },
    ]);
  });

  test('prints the parts of a reply on several tasks', async () => {
    const reply = replyFinding({
      intent: 'multi',
      items: [
        { taskNo: 1, intent: 'in_progress', fields: { taskNumbers: [1], progress: 50 } },
        { taskNo: 'rest', intent: 'done', fields: {} },
      ],
    });
    const { stdout } = await run(['read', 'replies'], {
      stdin: '{"id":"R1","text":"a"}',
      readers: { readReply: () => reply },
    });
    expect(json(stdout.lines)).toEqual([
      {
        id: 'R1',
        intent: 'multi',
        fields: {
          items: [
            { task_no: 1, intent: 'in_progress', progress: 50 },
            { task_no: 'rest', intent: 'done' },
          ],
        },
      },
    ]);
  });
});

describe('the files to read with', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('can be named, and then the configuration is not needed', async () => {
    const units = join(folder, 'units.json');
    const calendar = join(folder, 'calendar.json');
    await writeFile(units, '[{"code": "VP", "name": "Văn phòng Sở", "aliases": []}]');
    await writeFile(calendar, '{"weekend": ["Sat", "Sun"], "days_off": {"2025-04-07": "Giỗ Tổ"}}');
    const seen: ReadingContext[] = [];
    const readAssignments = (_text: string, context: ReadingContext) => {
      seen.push(context);
      return [];
    };
    const { exitCode } = await run(['read', 'assignments', '--units', units, '--calendar', calendar], {
      stdin: '{"text":"a"}',
      readers: { readAssignments },
      env: { CONFIG_DIR: folder, BOT_TOKEN: 'wrong' },
    });
    expect(exitCode).toBe(0);
    expect(seen[0]?.units.map(({ code }) => code)).toEqual(['VP']);
    expect(seen[0]?.calendar.whyOff('2025-04-07')).toBe('Giỗ Tổ');
  });

  test('that are missing or wrong are named, before anything is read', async () => {
    const missing = await run(['read', 'deadlines', '--units', join(folder, 'units.json')]);
    expect([missing.exitCode, missing.stderr.text]).toEqual([
      2,
      `${join(folder, 'units.json')}: không có tệp này\n`,
    ]);
    const calendar = join(folder, 'calendar.json');
    await writeFile(calendar, '{"weekend": ["Sat"],');
    const wrong = await run(['read', 'deadlines', '--calendar', calendar]);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr.lines[0]).toContain(`${calendar}, dòng 1: `);
    const noConfig = await run(['read', 'deadlines'], { env: { CONFIG_DIR: folder } });
    expect([noConfig.exitCode, noConfig.stderr.text]).toEqual([
      2,
      `${join(folder, 'agency.yaml')}: không có tệp này\n`,
    ]);
  });
});
