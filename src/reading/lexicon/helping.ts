// How texts say who helps with someone else's work, watches it, or only comes along.
import { phraseList } from './phrase-list.ts';

/** Before a helper: "mời thêm Phòng B phối hợp". */
export const INVITING: readonly string[] = phraseList(`
  mời, mời thêm, kính mời, rủ, rủ thêm, kéo thêm, có thêm, nhờ thêm, đề nghị thêm
`);

/** Between a unit and its partner: "phối hợp với". */
export const COORDINATING: readonly string[] = [
  'phối hợp',
  'phối hợp với',
  'phối hợp vs',
  'vs',
  'phối hợp cùng',
  'phối hợp cùng với',
  'phối hợp chặt chẽ',
  'phối hợp chặt chẽ với',
  'phối hợp chặt chẽ cùng',
  'phối hợp thường xuyên với',
  'chủ động phối hợp với',
  'chủ động phối hợp',
  'chủ động phối hợp cùng',
  'cùng phối hợp',
  'cùng phối hợp với',
  'kết hợp với',
  'kết hợp cùng',
  'kết hợp',
  'cùng',
  'cùng với',
  'liên hệ phối hợp với',
  'liên hệ, phối hợp với',
  'trao đổi, phối hợp với',
  'với sự phối hợp của',
  'có sự phối hợp của',
  'với sự hỗ trợ của',
  'phối hợp của',
  'cùng sự phối hợp của',
  'ph hợp với',
  'p hợp với',
  'p/h',
  'ph',
];

/** Before those whose opinion the work asks for. */
export const CONSULTING: readonly string[] = [
  'lấy ý kiến',
  'lấy ý kiến của',
  'lấy ý kiến góp ý của',
  'xin ý kiến của',
  'tham khảo ý kiến',
  'tham khảo ý kiến của',
  'trao đổi với',
  'thống nhất với',
  'trao đổi, thống nhất với',
  'trao đổi và thống nhất với',
  'bàn với',
  'bàn bạc với',
  'hội ý với',
];

/** Before those who only come to an event. */
export const ATTENDING: readonly string[] = [
  'với sự tham gia của',
  'có sự tham gia của',
  'với sự tham dự của',
  'có sự tham dự của',
  'với sự có mặt của',
  'với sự chứng kiến của',
];

/** Before people and a purpose: a unit that lends them helps with someone else's work. */
export const LENDING: readonly string[] = phraseList(`
  cử, cử thêm, bố trí, bố trí thêm, phân công, điều động, cắt cử, sắp xếp, cho mượn, tăng cường
`);

/** What people are lent for. */
export const LENT_FOR: readonly string[] = phraseList(`
  phối hợp, phối hợp thực hiện, phối hợp cùng, phối hợp triển khai, hỗ trợ, giúp, phụ, phụ giúp, đi cùng,
  cùng đi, đi theo, cùng làm, cùng tham gia, cùng thực hiện, cùng phối hợp, tham gia, tham gia cùng,
  tham gia phối hợp, tham gia thực hiện, tham gia đoàn, tham gia tổ, tham gia hội đồng, làm thành viên
`);

/** "tham gia" an event is to attend it, which is work of one's own. */
export const ATTENDED: readonly string[] = phraseList(`
  hội nghị, hội thảo, hội thi, cuộc họp, buổi họp, họp, lớp, khóa, tập huấn, đào tạo, bồi dưỡng, lễ, giải,
  thi, cuộc thi, buổi, diễn đàn, tọa đàm, hiến máu, ý kiến, góp ý, chương trình, hoạt động, phong trào,
  đại hội
`);

/** What is handed to those who do the work, where "giúp" ends the clause: "Phòng B cung cấp hồ sơ giúp". */
export const PROVIDING: readonly string[] = phraseList(`
  cung cấp, cung cấp thêm, chia sẻ, trích xuất, hỗ trợ cung cấp
`);

/** After a unit: it helps with someone else's work. */
export const SUPPORTING: readonly string[] = [
  'là đơn vị phối hợp',
  'là cơ quan phối hợp',
  'là phòng phối hợp',
  'là các đơn vị phối hợp',
  'là các cơ quan phối hợp',
  'là các phòng phối hợp',
  'là những đơn vị phối hợp',
  'là đơn vị phối hợp thực hiện',
  'là cơ quan phối hợp thực hiện',
  'là các đơn vị phối hợp thực hiện',
  'là đơn vị hỗ trợ',
  'là đơn vị tham gia',
  'là đơn vị tham gia phối hợp',
  'là các đơn vị tham gia',
  'làm đơn vị phối hợp',
  'làm cơ quan phối hợp',
  'đóng vai trò phối hợp',
  'đóng vai trò hỗ trợ',
  'giữ vai trò phối hợp',
  'giữ vai trò hỗ trợ',
  'với vai trò phối hợp',
  'với vai trò hỗ trợ',
  'với tư cách phối hợp',
  'với tư cách đơn vị phối hợp',
  'phối hợp',
  'phối hợp thực hiện',
  'phối hợp chặt chẽ',
  'phối hợp cùng thực hiện',
  'phối hợp cùng',
  'phối hợp cùng làm',
  'phối hợp thêm',
  'phối hợp giúp',
  'phối hợp hỗ trợ',
  'phối hợp, hỗ trợ',
  'phụ thêm',
  'phụ một tay',
  'cùng phối hợp',
  'cùng phối hợp thực hiện',
  'tham gia phối hợp',
  'có trách nhiệm phối hợp',
  'hỗ trợ',
  'hỗ trợ thêm',
  'hỗ trợ phần',
  'có trách nhiệm hỗ trợ',
  'giúp',
  'giúp đỡ',
  'giúp một tay',
  'phụ',
  'phụ giúp',
  'phụ trợ',
  'tham gia',
  'cùng tham gia',
  'đi cùng',
  'cùng đi',
  'đi theo',
  'đi chung',
  'là thành viên',
  'làm thành viên',
  'cùng làm',
  'cùng thực hiện',
  'đồng phối hợp',
  'ph',
];

/** It gives an opinion: beside someone who leads it helps, alone it is asked for just that. */
export const ADVISING: readonly string[] = phraseList(`
  góp ý, góp ý kiến, cho ý kiến, có ý kiến, tham gia ý kiến, tham gia góp ý, tham gia đóng góp ý kiến,
  đóng góp ý kiến, phản biện
`);

/** It presses or watches someone else's work. */
export const WATCHING: readonly string[] = phraseList(`
  theo dõi, theo dõi chung, đôn đốc, nhắc nhở, đôn đốc kiểm tra, biết, để biết, được biết, nắm,
  nắm thông tin, nắm tình hình
`);

/** It collects others' work. */
export const COLLECTING: readonly string[] = [
  'tổng hợp',
  'tổng hợp tiến độ',
  'tổng hợp tình hình',
  'tổng hợp kết quả',
  'tổng hợp chung',
];

/** Beside watching they are a part of it; alone they are work. */
export const WATCHING_BESIDES: readonly string[] = [
  'kiểm tra',
  'giám sát',
  'báo cáo',
  'báo cáo tiến độ',
  'kiểm tra việc thực hiện',
];

/** Nouns that make "phối hợp với X" a name, not a role: "Quy chế phối hợp với Tỉnh đoàn". */
export const COORDINATION_NOUNS: readonly string[] = phraseList(`
  quy chế, quy định, chương trình, kế hoạch, cơ chế, thỏa thuận, thoả thuận, hợp đồng, nội dung, biên bản,
  công tác, quan hệ, việc, văn bản, nghị quyết, nhiệm vụ, sự, mối, hoạt động
`);
