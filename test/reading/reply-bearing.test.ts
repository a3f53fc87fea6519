import { expect, test } from 'vitest';
import { readReply } from '../../src/reading/reply-reader.ts';
import { repliedAt } from './reply-context.ts';

// "Em …" is the one who writes or the one who is written to. Where no word of the work tells, whom the words look up or
// down to does, and who is known to write; what is read so is always asked about.

test.each([
  { says: 'Em sửa lại trang 3 rồi in 5 bản nhé', means: 'instruction' },
  { says: 'Em sửa lại trang 3 rồi in 5 bản ạ', means: 'ack' },
  { says: 'Em đo lại mấy điểm đó nghe em', means: 'instruction' },
  { says: 'Dạ em đo lại mấy điểm đó', means: 'ack' },
  { says: 'Phòng photo thêm 3 bộ nhé em', means: 'instruction' },
  { says: 'Em photo thêm 3 bộ sếp nhé', means: 'ack' },
  { says: 'Phòng em cử 2 người đi cùng đoàn nhé', means: 'instruction' },
  { says: 'Phòng em cử 2 người đi cùng đoàn ạ', means: 'ack' },
  { says: 'Dạ em theo dõi sát ạ', means: 'ack' },
  { says: 'Vâng chị, chiều em qua lấy', means: 'ack' },
  { says: 'Tối em ghé trụ sở coi lại ạ', means: 'ack' },
])('$says', ({ says, means }) => {
  expect(readReply(says, repliedAt())).toMatchObject({ intent: means, certainty: 'ask' });
});

test.each([
  { says: 'Dạ em mệt quá', means: 'info' },
  { says: 'Em chào sếp', means: 'info' },
  { says: 'Em ốm nhé anh', means: 'info' },
  { says: 'Em chưa ghé trụ sở ạ', means: 'not_done' },
  { says: 'Dạ em đang ghé trụ sở', means: 'in_progress' },
])('$says is no promise', ({ says, means }) => {
  expect(readReply(says, repliedAt()).intent).toBe(means);
});

test('what is no more to be done', () => {
  expect(readReply('Không làm việc này nữa nhé em', repliedAt()).intent).toBe('cancel_task');
  expect(readReply('Phòng không làm việc này nữa ạ', repliedAt()).intent).not.toBe('cancel_task');
  expect(readReply('Em xin thôi không làm việc này nhé', repliedAt()).intent).toBe('decline');
});

test('who writes is known', () => {
  const says = 'Em đo lại mấy điểm đó';
  expect(readReply(says, repliedAt(), { speaker: 'unit' }).intent).toBe('ack');
  expect(readReply(says, repliedAt(), { speaker: 'leader' }).intent).toBe('instruction');
});
