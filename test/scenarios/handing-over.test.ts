import { expect, test } from 'vitest';
import { live, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC leads, head TP.KHTC, deputy in charge PGĐ2; Phòng CĐS coordinates. Due on Friday 25/4/2025.
const secretary = { person: SECRETARY } as const;
const PROPOSED = 'đề nghị chuyển việc 1';

const open = async (
  order = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trong ngày 25/4/2025.',
) => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  return office;
};

const labelsUnder = (office: Office, where: Parameters<Office['last']>[0], words = ''): readonly string[] =>
  (office.last(where, words).keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

test('“không phải việc của phòng” goes to the secretary with the unit proposed; until then the unit leads', async () => {
  const office = await open();
  await office.reply(
    HEAD,
    office.last(GROUP, 'thẩm định'),
    'Việc này không phải của phòng, đề nghị chuyển Thanh tra',
  );
  expect(office.last(GROUP).text).toContain(
    'Đã ghi: đề nghị chuyển việc 1 cho Thanh tra Sở. Văn phòng sẽ quyết định.',
  );
  expect(office.last(GROUP).text).toContain('Phòng KHTC vẫn chủ trì, hạn không đổi');
  const card = office.last(secretary, PROPOSED);
  expect(labelsUnder(office, secretary, PROPOSED)).toEqual([
    'Chuyển Thanh tra Sở',
    'Chuyển đơn vị khác',
    'Không chuyển',
  ]);
  // The deputy is not asked about it, nor the other unit, nor is anyone asked twice.
  expect(office.about({ person: DEPUTY }, 'việc 1')).toEqual([]);
  expect(office.about({ group: 'TTRA' }, 'việc 1')).toEqual([]);
  await office.say(HEAD, 'KHTC', '1 chuyển Thanh tra nhé');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đề nghị chuyển Thanh tra');
  expect(office.last(GROUP).text).toContain('đang chờ Văn phòng quyết định, chưa cần gửi lại');
  await wakeAt(office, '2025-04-15T07:30');
  expect(office.last(secretary, 'việc cần Văn phòng xử lý').text).toContain(
    'Việc 1 của Phòng KHTC, cho Thanh tra Sở',
  );

  await office.press(SECRETARY, card, 'Chuyển Thanh tra Sở');
  expect(office.last(GROUP).text).toContain('Việc 1 được chuyển cho Thanh tra Sở chủ trì.');
  const given = office.last({ group: 'TTRA' }, '📋 Việc 1');
  expect(given.text).toContain('Chủ trì: Thanh tra Sở\nPhối hợp: Phòng CĐS');
  expect(given.text).toContain('25/4/2025');
  // The other secretary comes late, and the former unit has nothing to say any more.
  expect(await office.press('VT2', office.last({ person: 'VT2' }, PROPOSED), 'Không chuyển')).toBe(
    'Việc này đã được chuyển.',
  );
  await office.reply(HEAD, office.last(GROUP), 'đã xong');
  expect(office.last(GROUP).text).toContain('đã thôi theo dõi');
  await live(office, ['2025-04-22', '2025-04-24', '2025-04-25', '2025-04-28', '2025-04-29']);
  expect(office.about(GROUP, '⏰')).toEqual([]);
  expect(office.about({ group: 'TTRA' }, '⏰').length).toBeGreaterThan(2);
  expect(office.about({ person: 'CTTRA' }, 'chưa có báo cáo')).toHaveLength(1);
  await office.write(SECRETARY, '/viec 1');
  const shown = office.last(secretary, '📋 Việc 1').text;
  expect(shown).toContain('Thanh tra Sở: ');
  expect(shown).not.toContain('Phòng KHTC: ');
  expect(shown).toContain('Phòng KHTC đề nghị chuyển Thanh tra Sở');
  expect(shown).toContain('Chuyển việc từ Phòng KHTC sang Thanh tra Sở');
  expectNoFault(office);
});

test('the secretary may leave it where it is, and it stands as it stood', async () => {
  const office = await open();
  await office.press(HEAD, office.last(GROUP, 'thẩm định'), 'Đang làm');
  await office.reply(HEAD, office.last(GROUP, '📋 Việc 1'), 'không phải việc của phòng');
  expect(labelsUnder(office, secretary, PROPOSED)).toEqual(['Chuyển đơn vị khác', 'Không chuyển']);
  await office.press(SECRETARY, office.last(secretary, PROPOSED), 'Không chuyển');
  // As long as nobody has said why, it waits.
  expect(office.about(GROUP, 'vẫn do')).toEqual([]);
  const question = office.last(secretary, 'vì sao?');
  await office.reply(SECRETARY, question, 'dự toán thuộc chức năng của phòng');
  expect(office.last(secretary).text).toContain('Việc 1 vẫn do Phòng KHTC chủ trì.');
  expect(office.last(GROUP).text).toContain('Việc 1 vẫn do Phòng KHTC chủ trì.');
  expect(office.last(GROUP).text).toContain('Lý do không chuyển: dự toán thuộc chức năng của phòng');
  expect(office.last(GROUP).text).toContain('Hạn không đổi: ');
  await office.reply(SECRETARY, question, 'vẫn vậy');
  expect(office.last(secretary).text).toBe('Đề nghị này đã được quyết định: không chuyển.');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('“dự toán thuộc chức năng của phòng”');
  expect(labelsUnder(office, secretary)).toContain('Chuyển đơn vị');
  // It may be asked again, and then goes to a unit that is typed; one that nobody knows is asked for again.
  await office.reply(HEAD, office.last(GROUP, 'vẫn do'), 'đề nghị chuyển phòng CĐS');
  await office.press(SECRETARY, office.last(secretary, PROPOSED), 'Chuyển đơn vị khác');
  await office.reply(SECRETARY, office.last(secretary, 'cho đơn vị nào'), 'Phòng Hậu cần');
  expect(office.last(secretary).text).toContain('Không rõ đơn vị “Phòng Hậu cần”');
  await office.reply(SECRETARY, office.last(secretary), 'phòng CĐS');
  // The unit that coordinated leads now, and is not named twice.
  const given = office.about({ group: 'CĐS' }, '📋 Việc 1').at(-1);
  expect(given?.text).toContain('Chủ trì: Phòng CĐS');
  expect(given?.text).not.toContain('Phối hợp');
  expectNoFault(office);
});

test('the secretary answers the proposal in words, also with another unit; the unit sets its own words right', async () => {
  const office = await open();
  const wish = await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đề nghị chuyển Thanh tra');
  await office.reply(SECRETARY, office.last(secretary, PROPOSED), 'để xem đã');
  expect(office.last(secretary).text).toContain('Chưa rõ ý kiến về đề nghị chuyển việc');
  await office.reply(SECRETARY, office.last(secretary, PROPOSED), 'Không chuyển, phòng làm nốt');
  expect(office.last(secretary).text).toContain('Việc 1 vẫn do Phòng KHTC chủ trì.');
  expect(office.last(GROUP, 'vẫn do').text).toContain('Lý do không chuyển: Không chuyển, phòng làm nốt');
  await office.reply(SECRETARY, office.last(secretary, PROPOSED), 'đồng ý');
  expect(office.last(secretary).text).toBe('Đề nghị này đã được quyết định: không chuyển.');

  const again = await office.reply(HEAD, office.last(GROUP, 'vẫn do'), 'đề nghị chuyển phòng QLKH&CN');
  office.sandbox.person(HEAD).edit(again, 'đề nghị chuyển phòng CĐS');
  await office.sandbox.settle();
  expect(office.last(GROUP).text).toContain('đề nghị chuyển việc 1 cho Phòng CĐS');
  expect(wish.message_id).not.toBe(again.message_id);
  // The card of what was withdrawn decides nothing.
  const [, first] = office.about(secretary, PROPOSED);
  if (first === undefined) throw new Error('nothing was proposed');
  expect(await office.press(SECRETARY, first, 'Không chuyển')).toBe('Đề nghị này đã được rút lại.');
  await office.reply(HEAD, office.last({ group: 'KHTC' }, 'vẫn chủ trì'), 'ok');
  await office.reply(SECRETARY, office.last(secretary, 'cho Phòng CĐS'), 'chuyển Thanh tra');
  expect(office.last(secretary).text).toContain('Đã chuyển việc 1 từ Phòng KHTC sang Thanh tra Sở');
  expect(office.last({ group: 'TTRA' }, '📋 Việc 1').text).toContain('Chủ trì: Thanh tra Sở');
  expectNoFault(office);
});

test('/chuyen: at once by the secretary, as a proposal by the unit, and not by others', async () => {
  const office = await open();
  const answer = async (who: string, text: string): Promise<string> => {
    await office.write(who, text);
    return office.last({ person: who }).text;
  };
  expect(await answer(SECRETARY, '/chuyen')).toContain('/chuyen 23 QLCN');
  expect(await answer(SECRETARY, '/chuyen 9 QLCN')).toContain('Không thấy việc 9');
  expect(await answer('TP.CĐS', '/chuyen 1 QLCN')).not.toContain('Đã chuyển');
  expect(await answer(DEPUTY, '/chuyen 1 QLCN')).toContain('thuộc người khác phụ trách');
  expect(await answer(HEAD, '/chuyen 1 Thanh tra vì đây là việc kiểm tra')).toContain(
    'Văn phòng sẽ quyết định',
  );
  expect(office.last(secretary, PROPOSED).text).toContain('Nguyên văn: vì đây là việc kiểm tra');
  expect(await answer(SECRETARY, '/chuyen 1 KHTC')).toBe('Phòng KHTC đã chủ trì việc 1.');
  expect(await answer(SECRETARY, '/chuyen 1 cho Thanh tra')).toContain(
    'Đã chuyển việc 1 từ Phòng KHTC sang Thanh tra Sở chủ trì.',
  );
  // The proposal is settled with it. Handed back, it is the first unit's again, as new.
  expect(await office.press('VT2', office.last({ person: 'VT2' }, PROPOSED), 'Không chuyển')).toBe(
    'Việc này đã được chuyển.',
  );
  await office.write(SECRETARY, '/chuyen 1');
  expect(labelsUnder(office, secretary)).toContain('Phòng KHTC');
  await office.press(SECRETARY, office.last(secretary), 'Phòng KHTC');
  expect(office.last({ group: 'TTRA' }).text).toContain('Việc 1 được chuyển cho Phòng KHTC chủ trì.');
  expect(office.about(GROUP, 'Chủ trì: Phòng KHTC')).toHaveLength(2);
  await office.reply(HEAD, office.last(GROUP), 'đang làm 40%');
  expect(office.last(GROUP).text).toContain('việc 1 đang làm 40%');
  expectNoFault(office);
});

test('words of the secretary among colleagues hand nothing over before a button is pressed', async () => {
  const office = await open();
  await office.reply(SECRETARY, office.last(GROUP, '📋 Việc 1'), 'việc này chuyển Thanh tra nhé');
  expect(office.last(GROUP).text).toContain('Chuyển việc 1 của Phòng KHTC cho Thanh tra Sở?');
  expect(office.about({ group: 'TTRA' }, 'Việc 1')).toEqual([]);
  // The button is not for the unit.
  expect(await office.press('TP.CĐS', office.last(GROUP, 'cho Thanh tra Sở?'), 'Chuyển Thanh tra')).toContain(
    'Văn phòng quyết định',
  );
  await office.press(SECRETARY, office.last(GROUP, 'cho Thanh tra Sở?'), 'Chuyển Thanh tra Sở');
  expect(office.last({ group: 'TTRA' }, '📋 Việc 1').text).toContain('Chủ trì: Thanh tra Sở');
  expectNoFault(office);
});

test('of several units that lead, the part that is meant is asked for', async () => {
  const office = await open('Giao Phòng KHTC, Phòng CĐS thẩm định dự toán, xong trong ngày 25/4/2025.');
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  expect(labelsUnder(office, secretary)).toEqual(['Chuyển phần của Phòng CĐS', 'Chuyển phần của Phòng KHTC']);
  await office.press(SECRETARY, office.last(secretary), 'Chuyển phần của Phòng KHTC');
  expect(labelsUnder(office, secretary)).not.toContain('Phòng CĐS');
  await office.press(SECRETARY, office.last(secretary), 'Thanh tra Sở');
  expect(office.last(GROUP).text).toContain('được chuyển cho Thanh tra Sở');
  expect(office.about({ group: 'CĐS' }, 'được chuyển')).toEqual([]);
});

test('tasks of a unit that is dissolved are named to the secretary and handed over, late as they are', async () => {
  const office = await open();
  await office.goTo('2025-04-14T10:00');
  await office.restart((config) => ({
    ...config,
    units: config.units.filter(({ code }) => code !== 'KHTC'),
    members: config.members.filter(({ unitId }) => !unitId?.endsWith('KHTC')),
  }));
  await live(office, ['2025-04-28', '2025-04-29'], ['07:30', '09:00']);
  expect(office.last(secretary, 'không còn hoạt động').text).toContain('Phòng KHTC: việc 1');
  expect(office.last(secretary, 'không còn hoạt động').text).toContain('Gõ /chuyen 1 và tên đơn vị nhận');
  await office.write(SECRETARY, '/chuyen 1 CĐS');
  expect(office.last(secretary).text).toContain('Đã chuyển việc 1 từ Phòng KHTC sang Phòng CĐS');
  expect(office.last({ group: 'CĐS' }, '📋 Việc 1').text).toContain('Chủ trì: Phòng CĐS');
  // How late it was before is not the new unit's doing.
  await wakeAt(office, '2025-05-05T07:30');
  expect(office.last({ group: 'CĐS' }, '⏰').text).toContain('quá hạn 1 ngày làm việc');
  expectNoFault(office);
});

test('two who decide at once leave one clear outcome; forged and stale buttons do nothing', async () => {
  const office = await open();
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đề nghị chuyển Thanh tra');
  const [mine, theirs] = [office.last(secretary, PROPOSED), office.last({ person: 'VT2' }, PROPOSED)];
  await Promise.all([
    office.sandbox.person(SECRETARY).press(mine.message, 'Chuyển Thanh tra Sở'),
    office.sandbox.person('VT2').press(theirs.message, 'Không chuyển'),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  expect(office.about(GROUP, 'được chuyển').length + office.about(GROUP, 'vẫn do').length).toBe(1);
  const data = (mine.keyboard?.inline_keyboard ?? [])
    .flat()
    .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []));
  const before = office.heard({ group: 'TTRA' }).length;
  for (const who of [HEAD, 'TP.CĐS', DEPUTY]) {
    for (const forged of [...data, 'T:x/y', 'E:nope', `H:${'z'.repeat(40)}`, 'T:only']) {
      const [answer] = await Promise.all([
        office.sandbox.person(who).pressForged(office.last(GROUP).message, forged),
        office.sandbox.settle(),
      ]);
      expect(answer, `${who} ${forged}`).toMatchObject({ answered: true });
    }
  }
  expect(office.heard({ group: 'TTRA' })).toHaveLength(before);
  expectNoFault(office);
});
