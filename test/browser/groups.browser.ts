// What groups have beside messages: topics, pins, answers for one person, keyboards of the bot's making.
import { describe, expect, test } from 'vitest';
import { visitedPage } from './support/visit.ts';

const FORUM = 'Trung tâm CĐS&ĐMST';

describe('groups on the page', () => {
  const visit = visitedPage();

  /** The bot calls a method of the Bot API of its own accord. */
  const botCalls = async (method: string, params: object): Promise<void> => {
    const { clock, sandbox } = visit.open.host.stage;
    const { apiRoot, token } = sandbox.server;
    // It may write once a second in a chat.
    await clock.moveTo(sandbox.clock.now() + 2_000);
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    expect(await response.json()).toMatchObject({ ok: true });
  };

  test('a topic is chosen, read and written into; the whole forum shows what is in which', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat(FORUM);
    await user.newest('Đang vướng, chưa có số liệu');
    await page.getByRole('tab', { name: 'Lịch tuần' }).click();
    await page.locator('.service', { hasText: 'Lịch tuần' }).waitFor();
    expect(await page.locator('.message').count()).toBe(0);
    await user.write('Họp giao ban lúc 8h00 thứ Hai');
    await user.newest('Họp giao ban');
    await page.getByRole('tab', { name: 'Chung' }).click();
    await user.write('Chào cả nhà');
    await user.newest('Chào cả nhà');
    expect(await user.messages('Họp giao ban').count()).toBe(0);
    expect(await user.messages('Đang vướng').count()).toBe(0);

    await page.getByRole('tab', { name: 'Tất cả' }).click();
    const meeting = await user.newest('Họp giao ban');
    expect(await meeting.locator('.topic-mark').textContent()).toBe('Lịch tuần');
    expect(await (await user.newest('Chào cả nhà')).locator('.topic-mark').textContent()).toBe('Chung');
    // A reply stays where the message is.
    await user.choose(meeting, 'Trả lời');
    await user.write('đã rõ');
    await (await user.newest('đã rõ')).locator('.topic-mark').click();
    await expect
      .poll(() => page.getByRole('tab', { name: 'Lịch tuần' }).getAttribute('aria-selected'))
      .toBe('true');
    await user.newest('đã rõ');
  });

  test('into a topic that is closed only administrators write', async () => {
    const { user } = visit;
    const { page } = user;
    const { world, sandbox } = visit.open.host.stage;
    const forum = sandbox.group('TT CĐS&ĐMST');
    const topic = world.chats().find(({ id }) => id === forum.id)?.topics[1];
    world.closeTopic(forum, topic?.id ?? 0, sandbox.person('VT1'));
    await user.openChat(FORUM);
    await page.getByRole('tab', { name: 'Lịch tuần' }).click();
    await page.locator('.service', { hasText: 'Chủ đề đã đóng' }).waitFor();
    await user.composer.waitFor();
    await page
      .getByRole('combobox', { name: 'Người khác' })
      .selectOption({ label: 'Nghiêm Xuân Trường · Lãnh đạo Trung tâm CĐS&ĐMST' });
    await user.openChat(FORUM);
    await page.getByRole('tab', { name: 'Lịch tuần' }).click();
    await page.locator('.closed-topic').waitFor();
    expect(await user.composer.count()).toBe(0);
    world.reopenTopic(forum, topic?.id ?? 0, sandbox.person('VT1'));
    await user.composer.waitFor();
  });

  test('a message is pinned for everyone and leads to its place', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Phòng BCVT&CNTT');
    await user.choose(await user.newest('quá hạn 2 ngày làm việc'), 'Ghim');
    await page.locator('.service', { hasText: 'ghim “⏰' }).waitFor();
    await user.become('TP.BCVT');
    await user.openChat('Phòng BCVT&CNTT');
    await page.locator('.pinned', { hasText: 'quá hạn 2 ngày' }).click();
    await page.locator('.message.is-highlighted', { hasText: 'quá hạn 2 ngày' }).waitFor();
    // Who does not administer the group has no such item.
    await (await user.newest('quá hạn 2 ngày')).getByRole('button', { name: 'Thao tác với tin này' }).click();
    expect(await page.getByRole('menuitem', { name: /ghim/iu }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await user.become('VT1');
    await user.choose(await user.newest('quá hạn 2 ngày'), 'Bỏ ghim');
    await page.locator('.pinned').waitFor({ state: 'detached' });
  });

  test('comings and goings, a new name and a supergroup are said in the middle', async () => {
    const { user } = visit;
    const { page } = user;
    const { world, sandbox } = visit.open.host.stage;
    const owner = sandbox.person('VT1');
    const head = sandbox.person('TP.KHTC');
    const group = world.addGroup({ title: 'Tổ công tác', owner, withBot: false });
    owner.add(group, head);
    head.leave(group);
    world.rename(group, 'Tổ công tác số 1', owner);
    await user.openChat('Tổ công tác số 1');
    const said = () => page.locator('.service').allTextContents();
    await expect
      .poll(async () => (await said()).map((text) => text.trim()))
      .toEqual([
        'Bùi Thị Thanh Lam thêm Tô Thị Mỹ Hạnh vào nhóm',
        'Tô Thị Mỹ Hạnh ra khỏi nhóm',
        'Nhóm đổi tên thành “Tổ công tác số 1”',
      ]);
    // The supergroup takes the group's place, also before the reader's eyes.
    world.migrate(group, owner);
    await expect.poll(said).toEqual([expect.stringContaining('siêu nhóm')]);
    expect(await page.locator('.chat-row', { hasText: 'Tổ công tác số 1' }).count()).toBe(1);
  });

  test('an answer for one person is seen by that person alone', async () => {
    const { user } = visit;
    const { page } = user;
    const { sandbox } = visit.open.host.stage;
    const group = sandbox.group('KHTC');
    sandbox.person('PGĐ2').join(group);
    sandbox.person('VT1').promoteBot(group);
    await user.become('PGĐ2');
    await user.openChat('Phòng KHTC');
    await user.write('/quahan@dondoc_sandbox_bot');
    const answer = await user.newest('Phòng BCVT&CNTT');
    expect(await answer.locator('.only-for').textContent()).toContain('Chỉ Đặng Minh Triết thấy tin này');
    await user.become('TP.KHTC');
    await page.locator('.message:not(.is-own) .text', { hasText: '/quahan@dondoc_sandbox_bot' }).waitFor();
    expect(await page.locator('.only-for').count()).toBe(0);
  });

  test('a keyboard of ready answers is shown, sends its text, and goes when it is taken away', async () => {
    const { user } = visit;
    const { page } = user;
    const { id } = visit.open.host.stage.sandbox.person('PGĐ2');
    await user.become('PGĐ2');
    await botCalls('sendMessage', {
      chat_id: id,
      text: 'Chọn một lệnh.',
      reply_markup: { keyboard: [['/quahan', { text: '/help' }]], input_field_placeholder: 'Lệnh nào?' },
    });
    await page
      .getByRole('group', { name: 'Câu trả lời có sẵn' })
      .getByRole('button', { name: '/help' })
      .click();
    await user.newest('/help');
    expect(await user.composer.getAttribute('placeholder')).toBe('Lệnh nào?');
    await botCalls('sendMessage', { chat_id: id, text: 'Xong.', reply_markup: { remove_keyboard: true } });
    await page.locator('.reply-keyboard').waitFor({ state: 'detached' });
  });

  test('what is written after a forced reply answers it', async () => {
    const { user } = visit;
    const { page } = user;
    const { id } = visit.open.host.stage.sandbox.person('QT');
    await user.become('QT');
    await user.openChat('Đôn Đốc');
    await botCalls('sendMessage', {
      chat_id: id,
      text: 'Tên đơn vị là gì?',
      reply_markup: { force_reply: true, input_field_placeholder: 'Tên đầy đủ' },
    });
    await page.locator('.composer-context', { hasText: 'Tên đơn vị là gì?' }).waitFor();
    expect(await user.composer.getAttribute('placeholder')).toBe('Tên đầy đủ');
    await user.write('Phòng Kế hoạch');
    const answer = await user.newest('Phòng Kế hoạch');
    expect(await answer.locator('.quoted').textContent()).toContain('Tên đơn vị là gì?');
    await page.locator('.composer-context').waitFor({ state: 'detached' });
  });
});
