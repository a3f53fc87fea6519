import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';

test('a flood gets one polite answer, then silence, and a minute later everything is as before', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.goTo('2025-04-08T09:02');
  const before = office.heard({ person: 'TP.KHTC' }).length;
  for (let count = 0; count < 400; count++) office.sandbox.person('TP.KHTC').write('23 xong');
  await office.sandbox.settle();
  const said = office.heard({ person: 'TP.KHTC' }).slice(before);
  const warnings = said.filter(({ text }) => text.includes('rất nhiều tin'));
  expect(warnings.map(({ text }) => text)).toEqual([
    'Một phút vừa qua nhận được rất nhiều tin, nên từ tin này bot chưa đọc. Sau 09h04, gửi lại giúp những tin chưa được trả lời.',
  ]);
  expect(said.length).toBeLessThanOrEqual(301);

  // Nobody else is held up by it.
  await office.write(SECRETARY, '/viec');
  expect(office.last({ person: SECRETARY }).text).toContain('Không có việc');

  await office.goTo('2025-04-08T09:30');
  await office.write('TP.KHTC', '/viec');
  expect(office.last({ person: 'TP.KHTC' }).text).toContain('Không có việc');
});

test('buttons that are pressed without end are all answered, and change things once', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 25/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  const task = office.last({ group: 'KHTC' }, 'thẩm định');
  const presses = Array.from({ length: 350 }, () =>
    office.sandbox.person('TP.KHTC').press(task.message, 'Đang làm'),
  );
  const [answers] = await Promise.all([Promise.all(presses), office.sandbox.settle()]);
  expect(answers.filter(({ answered }) => !answered)).toEqual([]);
  const texts = answers.flatMap((answer) => (answer.answered ? [answer.text] : []));
  expect(texts.filter((text) => text.includes('Nhiều lượt bấm'))).toHaveLength(1);
  expect(office.about({ group: 'KHTC' }, 'Đã ghi')).toHaveLength(1);
});

test('a stranger is answered a few times', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  const stranger = world.addUser({ firstName: 'Người lạ' });
  for (let count = 0; count < 100; count++) stranger.write('alo');
  await office.sandbox.settle();
  const said = world.history(stranger).filter(({ from }) => from?.is_bot === true);
  expect(said).toHaveLength(11);
  expect(said.at(-1)?.text).toContain('rất nhiều tin');
});
