// How texts say who assigns, who leads, who coordinates, who follows up and who receives.
import { phraseList } from './phrase-list.ts';

/** Beside a unit: it answers for the work. They say nothing of the work itself. */
export const LEADING: readonly string[] = phraseList(`
  giữ vai trò chủ trì, đóng vai trò chủ trì, với vai trò chủ trì, giữ vai trò đầu mối, đóng vai trò đầu mối,
  với vai trò đầu mối, là các đơn vị chủ trì, là các cơ quan chủ trì, là phòng chủ trì, chủ trì,
  chủ trì chính, trực tiếp chủ trì, đồng chủ trì, cùng chủ trì, làm chủ trì, làm chính, làm đầu mối,
  làm đầu mối chủ trì, là đầu mối, là đầu mối chủ trì, là cơ quan đầu mối, là đơn vị đầu mối,
  là cơ quan chủ trì, là đơn vị chủ trì, là đơn vị thường trực giúp việc, là cơ quan thường trực giúp việc,
  là bộ phận thường trực giúp việc, là thường trực giúp việc, là đơn vị giúp việc, làm thường trực, là cơ quan thường trực, làm cơ quan đầu mối, làm đơn vị đầu mối,
  đầu mối, đầu mối chủ trì, chịu trách nhiệm chính, chịu trách nhiệm chủ trì, phụ trách chính, lo chính,
  cầm trịch, chủ công, chủ xị, thực hiện chính, xử lý chính, thường trực
`);

/** Beside a unit: it takes the work that they name. */
export const TAKING_ON: readonly string[] = phraseList(`
  phụ trách, phụ trách việc, phụ trách phần, lo, lo phần, lo việc, đảm nhận, đảm nhiệm, nhận, nhận phần,
  nhận việc, lãnh, làm, làm phần, đứng ra
`);

/** Before a role word they make another word of it: "công trình" is no "trình". */
export const COMPOUND_STARTS: Readonly<Record<string, readonly string[]>> = {
  trình: ['công', 'chương', 'quy', 'tờ', 'giáo', 'quá', 'lộ', 'giải', 'hành', 'tiến', 'cương'],
  giao: ['bàn', 'chuyển', 'ngoại'],
  cử: ['đề', 'bầu', 'tiến', 'ứng'],
  bảo: ['đảm', 'dự', 'cảnh'],
  phân: ['thành', 'tài', 'giải'],
  cùng: ['cuối', 'vô'],
  do: ['lý', 'tự'],
  về: ['trở'],
  qua: ['vượt', 'trải'],
};

/** Before a colon: what a unit said, not what it is to do. */
export const REPORTING: readonly string[] = [
  'báo cáo',
  'cho biết',
  'đề xuất',
  'kiến nghị',
  'trả lời',
  'phản hồi',
];

/** Before a unit that receives the result. */
export const RECEIVING: readonly string[] = phraseList(`
  kính gửi, thân gửi, gửi, gửi về, gửi cho, gửi đến, gửi tới, gửi lại, gửi lại cho, gửi kết quả về,
  gửi báo cáo về, gởi, gởi về, gởi cho, nộp, nộp về, nộp cho, nộp tại, trình, báo cáo, báo cáo về,
  báo cáo cho, báo cáo với, báo, báo cho, báo về, về, về cho, cho, đến, tới, qua, thông qua, chuyển về,
  chuyển cho, chuyển, chuyển đến, bàn giao cho, bàn giao, giao lại cho, cung cấp cho, phản ánh về,
  đăng ký về, đăng ký qua, chuyển sang, chuyển qua, tham mưu, trình ký
`);

/** "không bao gồm Văn phòng Sở" */
export const EXCEPTING: readonly string[] = phraseList(`
  trừ, ngoại trừ, không bao gồm, không gồm, không kể, không tính, loại trừ, ngoài
`);

/** "khẩn trương": urgency without a date. */
export const URGENCY: readonly string[] = phraseList(`
  khẩn trương, khẩn, hỏa tốc, hoả tốc, gấp, ngay, sớm, kịp thời, nhanh chóng, thường xuyên, liên tục,
  càng sớm càng tốt, trong thời gian sớm nhất, trong thời gian tới, trong thời gian đến, asap, ưu tiên
`);

/** A body above the agency is never charged by it: it asks and approves. */
export const SUPERIORS: readonly string[] = phraseList(`
  ubnd tỉnh, ubnd thành phố, ủy ban nhân dân tỉnh, uỷ ban nhân dân tỉnh, ủy ban nhân dân thành phố, hđnd,
  hội đồng nhân dân, tỉnh ủy, tỉnh uỷ, thành ủy, thành uỷ, ban thường vụ, chính phủ, thủ tướng, quốc hội,
  trung ương, bộ
`);
