import type { Story } from './story.ts';

/** Telegram cannot be reached over a morning: nothing is lost and nothing comes twice. */
export const OUTAGE_STORY: Story = {
  name: 'outage',
  title: 'Mất mạng qua buổi sáng: không mất tin, không nhắc hai lần',
  startAt: '2025-04-14T16:30',
  groupOwner: 'VT1',
  watched: { people: ['VT1', 'TP.CĐS'], groups: ['KHTC'] },
  steps: [
    {
      do: 'note',
      text: 'Chiều thứ Hai, văn thư giao hai việc; việc của Phòng KHTC phải xong ngay sáng hôm sau.',
    },
    {
      do: 'write',
      who: 'VT1',
      text: [
        '1. Giao Phòng KHTC gửi dự toán mua sắm trước 10h30 ngày 15/4/2025.',
        '2. Giao Phòng CĐS báo cáo kết quả chuyển đổi số quý I, hoàn thành chậm nhất ngày 25/4/2025.',
      ].join('\n'),
    },
    { do: 'press', who: 'VT1', does: 'save all' },
    {
      do: 'note',
      text: 'Bảy giờ sáng thứ Ba, máy chạy bot mất mạng. Hai lần nhắc, 07h30 và 08h30, trôi qua trong lúc đó.',
    },
    { do: 'wait', until: '2025-04-15T07:00' },
    { do: 'network', is: 'down' },
    { do: 'wait', until: '2025-04-15T09:00' },
    { do: 'expect', place: { group: 'KHTC' }, says: '⏰', times: 0 },
    { do: 'note', text: 'Người thì vẫn vào được Telegram: Trưởng phòng CĐS nhắn cho bot, chưa có trả lời.' },
    { do: 'write', who: 'TP.CĐS', text: '2 đã xong' },
    {
      do: 'note',
      text: 'Chín giờ có mạng trở lại. Điều đã nhắn được ghi, điều chưa kịp nhắc được nhắc một lần.',
    },
    { do: 'network', is: 'up' },
    { do: 'wait', until: '2025-04-15T09:15' },
    { do: 'expect', place: { person: 'TP.CĐS' }, says: 'Đã ghi: việc 2 đã xong', times: 1 },
    { do: 'expect', place: { person: 'VT1' }, says: 'báo việc 2', times: 1 },
    { do: 'expect', place: { group: 'KHTC' }, says: '⏰', times: 1, with: ['đến hạn lúc 10h30 hôm nay'] },
  ],
};
