import { HUNDRED_SCHOOLS, SCHOOLS } from './hundred-schools.ts';
import type { Story } from './story.ts';

/** The three whose heads do not answer, and the others. */
const SILENT: readonly string[] = ['THPT8', 'THPT42', 'THPT77'];
const ANSWERING = SCHOOLS.filter((code) => !SILENT.includes(code));

/** One order to a hundred units, within what Telegram allows; and who has not answered is known at once. */
export const HUNDRED_UNITS_STORY: Story = {
  name: 'hundred-units',
  title: 'Một văn bản giao một trăm đơn vị: đơn vị nào cũng nhận, đơn vị nào chưa trả lời thì biết ngay',
  startAt: '2025-04-14T08:00',
  agency: HUNDRED_SCHOOLS,
  groupOwner: 'VT',
  // One school stands for the hundred; what happens in the other groups is summed up.
  watched: { people: ['VT', 'PGĐ'], groups: ['THPT42'] },
  steps: [
    { do: 'note', text: 'Một Sở có một trăm trường, mỗi trường một nhóm. Văn thư dán một câu giao việc.' },
    {
      do: 'write',
      who: 'VT',
      text: 'Giao các đơn vị rà soát, báo cáo cơ sở vật chất năm học 2025-2026, hoàn thành chậm nhất ngày 15/4/2025.',
    },
    {
      do: 'expect',
      place: { person: 'VT' },
      says: 'Phiếu 1/1',
      with: ['THPT số 1, THPT số 2', 'THPT số 100'],
      without: ['Văn phòng'],
    },
    { do: 'press', who: 'VT', does: 'save' },
    { do: 'wait', until: '2025-04-14T08:05' },
    { do: 'tally', says: 'Việc 1', groups: SCHOOLS },
    {
      do: 'note',
      text: 'Ngay trong sáng đó, 97 hiệu trưởng trả lời gần như cùng lúc. Ở cơ quan này đơn vị báo xong là xong, không cần xác nhận từng đơn vị.',
    },
    { do: 'wait', until: '2025-04-14T10:00' },
    {
      do: 'atOnce',
      sayings: ANSWERING.map((code) => ({
        do: 'reply',
        who: `HT.${code}`,
        in: code,
        to: 'cơ sở vật chất',
        text: 'đã xong',
      })),
    },
    { do: 'wait', until: '2025-04-14T10:05' },
    { do: 'tally', says: 'Đã ghi: việc 1 đã xong', groups: ANSWERING },
    { do: 'note', text: 'Sáng thứ Ba, ngày cuối, bot chỉ nhắc ba trường chưa trả lời.' },
    { do: 'waitFor', place: { group: 'THPT42' }, says: '⏰', until: '2025-04-15T08:00' },
    { do: 'wait', until: '2025-04-15T08:00' },
    { do: 'tally', says: '⏰', groups: SILENT },
    ...ANSWERING.map((group) => ({ do: 'expect', place: { group }, says: '⏰', times: 0 }) as const),
    { do: 'note', text: 'Sáng thứ Tư, đồng chí Phó Giám đốc hỏi: trường nào quá hạn?' },
    { do: 'wait', until: '2025-04-16T08:00' },
    { do: 'write', who: 'PGĐ', text: '/quahan' },
    {
      do: 'expect',
      place: { person: 'PGĐ' },
      says: 'Quá hạn đến',
      with: ['3 đơn vị', 'số 8', 'số 42', 'số 77'],
      without: ['số 41'],
    },
  ],
};
