import { SAMPLE_NOTICE } from './sample-notice.ts';
import type { Story } from './story.ts';

/** From a notice to a reminder to a reply to a leader's question: the main job, from end to end. */
export const NOTICE_STORY: Story = {
  name: 'notice',
  title: 'Từ thông báo kết luận đến câu hỏi “việc nào quá hạn?”',
  startAt: '2025-04-10T16:20',
  groupOwner: 'VT1',
  watched: { people: ['VT1', 'PGĐ2'], groups: ['QLKH&CN', 'BCVT&CNTT', 'KHTC'] },
  steps: [
    { do: 'note', text: 'Chiều thứ Năm, văn thư dán thông báo kết luận giao ban vào chat riêng với bot.' },
    { do: 'write', who: 'VT1', text: SAMPLE_NOTICE },
    {
      do: 'note',
      text: 'Bot đọc thành dự thảo. Văn thư xem các phiếu rồi lưu tất cả; lúc đó các phòng mới nhận việc.',
    },
    { do: 'press', who: 'VT1', under: '27/TB-SKHCN', button: 'Lưu tất cả' },
    { do: 'note', text: 'Trưởng phòng BCVT&CNTT bấm “Đã nhận”.' },
    { do: 'press', who: 'TP.BCVT', in: 'BCVT&CNTT', under: 'nâng cấp hệ thống', button: 'Đã nhận' },
    {
      do: 'note',
      text: 'Bot chờ đến đúng ngày. Sáng thứ Sáu, 11/4: còn ba ngày làm việc với hai việc đầu tiên.',
    },
    { do: 'wait', until: '2025-04-11T07:31' },
    {
      do: 'note',
      text: 'Sáng thứ Ba, 15/4: còn một ngày với hai việc, còn ba ngày với việc của Phòng BCVT&CNTT.',
    },
    { do: 'wait', until: '2025-04-15T07:31' },
    { do: 'wait', until: '2025-04-15T09:05' },
    {
      do: 'reply',
      who: 'TP.QLKH',
      in: 'QLKH&CN',
      to: 'việc 1',
      text: 'Đã trình tại Tờ trình số 45/TTr-SKHCN',
    },
    { do: 'reply', who: 'TP.KHTC', in: 'KHTC', to: 'việc 3', text: 'xin lùi đến thứ 6' },
    {
      do: 'note',
      text: 'Lời xin lùi không tự đổi hạn: đồng chí Phó Giám đốc phụ trách nhận phiếu và quyết định.',
    },
    { do: 'wait', until: '2025-04-15T10:20' },
    { do: 'press', who: 'PGĐ2', under: 'gia hạn', button: 'Đồng ý' },
    {
      do: 'note',
      text: 'Phòng BCVT&CNTT chưa có hồi âm. Bot nhắc thứ Năm, thứ Sáu; cuối tuần thì im; sáng thứ Hai báo quá hạn.',
    },
    { do: 'wait', until: '2025-04-18T14:10' },
    { do: 'reply', who: 'TP.KHTC', in: 'KHTC', to: 'việc 3', text: 'Việc 3 xong rồi anh' },
    { do: 'wait', until: '2025-04-18T14:30' },
    { do: 'press', who: 'VT1', under: 'việc 3', button: 'Xác nhận' },
    { do: 'wait', until: '2025-04-21T07:31' },
    { do: 'note', text: 'Thứ Hai, 21/4, 08h00: đồng chí Phó Giám đốc hỏi một câu.' },
    { do: 'wait', until: '2025-04-21T08:00' },
    { do: 'write', who: 'PGĐ2', text: '/overdue' },
  ],
};
