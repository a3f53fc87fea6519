import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplyFinding, ReplyIntent } from '../../src/reading/findings.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { corpusTable, repliedAt } from './reply-context.ts';

const context = repliedAt();
const read = (text: string): ReplyFinding => readReply(text, context);
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, holds), { seed: 20_250_414, numRuns: 500 });
};

const phrasings = corpusTable('replies-phrasings.yaml') as Partial<Record<ReplyIntent, string[]>>;
const somePhrasing = fc.constantFrom(...Object.values(phrasings).flat());
/** Reports of work that is finished, in one clause. */
const someDone = fc.constantFrom(
  ...(phrasings.done ?? []).filter((text) => /^[^,.;:?!]*$/u.test(text) && !/nhưng|đừng|sao/u.test(text)),
);

const isDone = ({ intent, items }: ReplyFinding): boolean =>
  intent === 'done' || items.some((item) => item.intent === 'done');

/** What was understood, without the words that quote the reply as it was written. */
const meaning = ({ intent, certainty, fields, items }: ReplyFinding): unknown => {
  const plain = (particulars: ReplyFinding['fields']): unknown => ({
    ...particulars,
    reason: particulars.reason === undefined ? undefined : 'said',
    waitingOn: particulars.waitingOn === undefined ? undefined : 'said',
    remaining: particulars.remaining === undefined ? undefined : 'said',
    toPerson: particulars.toPerson === undefined ? undefined : 'said',
    toUnit: particulars.toUnit === undefined ? undefined : 'said',
  });
  return {
    intent,
    certainty,
    fields: plain(fields),
    items: items.map((item) => ({ ...item, fields: plain(item.fields) })),
  };
};

describe('whatever is typed', () => {
  test('sentences that only together ask', () => {
    expect(read('đã hỏi rồi\nbên em xong phần mình, bên kia chưa').intent).not.toBe('done');
    expect(read('Anh đã xem rồi. Bên em xong, bên kia chưa').intent).not.toBe('done');
  });

  test('an answer comes back', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.oneof(
            somePhrasing,
            fc.constantFrom(
              '1',
              '23',
              ',',
              '\n',
              '?',
              '50%',
              '4/6',
              '45/TTr-SKHCN',
              '👍',
              'thứ 6',
              '31/2',
              'xong',
            ),
          ),
        )
        .map((pieces) => pieces.join(' ')),
    );
    check(wild, (text) => {
      const found = read(text);
      expect(found.explanation).not.toBe('');
    });
  });

  test('a document is no reply', () => {
    const found = read('Đã xong việc 1. '.repeat(300));
    expect([found.intent, found.certainty]).toEqual(['info', 'ask']);
  });

  test.each([
    ['chưa ', 4_000],
    ['xong ', 4_000],
    ['việc 1 ', 4_000],
    ['1, ', 4_000],
    ['chờ a ', 4_000],
    ['đến thứ 6 ', 4_000],
    ['không có ', 4_000],
    ['45/TTr-', 4_000],
    ['9', 4_000],
  ])('%j again and again is read without a hitch', (piece, length) => {
    expect(read(piece.repeat(length / piece.length)).explanation).not.toBe('');
  });
});

describe('the meaning does not depend on', () => {
  test('letter case', () => {
    check(somePhrasing, (text) => {
      expect([text, read(text.toUpperCase()).intent]).toEqual([text, read(text).intent]);
      expect([text, read(text.toLowerCase()).intent]).toEqual([text, read(text).intent]);
    });
  });

  test('the form of its letters', () => {
    check(somePhrasing, (text) => {
      expect(meaning(read(text.normalize('NFD')))).toEqual(meaning(read(text.normalize('NFC'))));
    });
  });

  test('spacing', () => {
    const space = fc.constantFrom(' ', '  ', '\u00A0', '\t', ' \u200B');
    check(fc.tuple(somePhrasing, fc.array(space, { minLength: 1 })), ([text, spaces]) => {
      let at = 0;
      const spaced = text.replace(/ /gu, () => spaces[at++ % spaces.length] ?? ' ');
      expect(meaning(read(` ${spaced}  `))).toEqual(meaning(read(text)));
    });
  });

  test('politeness', () => {
    const before = fc.constantFrom('', 'Dạ ', 'dạ ', 'Dạ anh, ', 'Anh ơi, ', 'Sếp ơi ', 'Dạ thưa anh, ');
    const after = fc.constantFrom('', ' ạ', ' nhé', ' ạ.', ' nha', ' 😊', ' anh ơi', ' sếp ơi', ' nhé anh');
    const plain = somePhrasing.filter(
      (text) => /[\p{L}\d%]$/u.test(text) && !/^(?:dạ|vâng|d|da|vg) /iu.test(text),
    );
    check(fc.tuple(plain, before, after), ([text, prefix, suffix]) => {
      expect([text, read(prefix + text + suffix).intent]).toEqual([text, read(text).intent]);
    });
  });
});

describe('a report that work is done is none', () => {
  test('when it is denied', () => {
    const denial = fc.constantFrom('chưa', 'Chưa', 'vẫn chưa', 'không', 'chua', 'ch', 'chẳng', 'đâu có', 'k');
    check(fc.tuple(denial, someDone), ([no, text]) => {
      expect([no, text, isDone(read(`${no} ${text}`))]).toEqual([no, text, false]);
    });
  });

  test('when it is asked', () => {
    const question = fc.constantFrom(
      ' chưa?',
      ' chưa',
      ' chưa em?',
      ' hả?',
      ' phải không?',
      ' không?',
      ' chưa vậy?',
      ' à?',
    );
    check(fc.tuple(someDone, question), ([text, mark]) => {
      expect([text, mark, isDone(read(text + mark))]).toEqual([text, mark, false]);
    });
  });

  test('when it is a condition', () => {
    const condition = fc.constantFrom('nếu', 'khi nào', 'bao giờ', 'lúc nào', 'khi', 'neu');
    check(fc.tuple(condition, someDone), ([word, text]) => {
      expect([word, text, isDone(read(`${word} ${text} thì báo anh`))]).toEqual([word, text, false]);
    });
  });

  test('when it is hoped, planned or nearly so', () => {
    const doubt = fc.constantFrom(
      'sắp',
      'gần',
      'cơ bản',
      'sẽ',
      'mai',
      'cố gắng',
      'hình như',
      'chắc',
      'dự kiến',
      'tưởng',
    );
    const bare = fc.constantFrom(
      'xong',
      'xong rồi',
      'xong ạ',
      'hoàn thành',
      'hoàn thành rồi ạ',
      'làm xong',
      'nộp',
      'gửi',
    );
    check(fc.tuple(doubt, bare), ([word, text]) => {
      expect([word, text, isDone(read(`${word} ${text}`))]).toEqual([word, text, false]);
    });
  });

  test('when it was taken back', () => {
    const setback = fc.constantFrom(
      ' nhưng bị trả lại',
      ' mà sếp bắt làm lại',
      ', giờ phải làm lại',
      ' nhưng file hỏng',
      ' nhưng sếp không ký',
    );
    check(fc.tuple(someDone, setback), ([text, more]) => {
      expect([text, more, isDone(read(text + more))]).toEqual([text, more, false]);
    });
  });

  test('when it is hearsay, wish or belief', () => {
    const remark = fc.constantFrom(
      'tưởng',
      'coi như',
      'kể như',
      'nghe nói',
      'nghe anh Nam bảo',
      'hình như',
      'chắc là',
      'ước gì',
      'mong là',
      'hy vọng',
      'giá mà',
      'ai bảo',
      'chưa dám nói là',
      'lẽ ra',
    );
    check(fc.tuple(remark, someDone), ([word, text]) => {
      expect([word, text, isDone(read(`${word} ${text}`))]).toEqual([word, text, false]);
    });
  });

  test('when it is only what would be good', () => {
    const wish = fc.constantFrom(
      ' thì tốt quá',
      ' thì hay biết mấy',
      ' thì mừng',
      ' hay chưa anh',
      ' thật không',
    );
    check(fc.tuple(someDone, wish), ([text, more]) => {
      expect([text, more, isDone(read(text + more))]).toEqual([text, more, false]);
    });
  });

  test('when another unit did it', () => {
    const others = fc.constantFrom('Phòng KHTC', 'Thanh tra Sở', 'phòng QLKH&CN');
    const bare = fc.constantFrom('xong rồi', 'đã hoàn thành', 'làm xong rồi ạ', 'đã gửi báo cáo', 'nộp rồi');
    check(fc.tuple(others, bare), ([unit, text]) => {
      const found = readReply(`${unit} ${text}`, context, { units: ['CĐS'] });
      expect([unit, text, isDone(found)]).toEqual([unit, text, false]);
    });
  });

  test('when something is still missing', () => {
    const but = fc.constantFrom(
      ', còn thiếu phụ lục',
      ' nhưng chưa ký',
      ', chờ sếp duyệt',
      ' mà chưa gửi',
      ', còn 2 xã nữa',
      ' nhưng còn vướng kinh phí',
      ', trừ biểu 3',
      ', còn 2 biểu nữa',
      ' mà chưa ai ký',
      ' nhưng mới một nửa',
      ' nhưng sếp chưa xem',
      ' nhưng chưa phát hành',
      ' nhưng còn vướng chữ ký số',
      ' nhưng cần bổ sung',
      ' mà chưa chắc đúng',
      ' mà nội dung phải sửa',
    );
    check(fc.tuple(someDone, but), ([text, more]) => {
      expect([text, more, isDone(read(text + more))]).toEqual([text, more, false]);
    });
  });
});
