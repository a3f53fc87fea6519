// Set phrases of notices and other official documents.
import { phraseList } from './phrase-list.ts';

/** A sentence that opens so speaks of the document itself. */
export const CLOSING_OPENERS: readonly string[] = phraseList(`
  nay thông báo, nay xin thông báo, trên đây là, trên đây, thông báo này, xin thông báo, thừa lệnh giám đốc,
  thừa lệnh giám đốc sở, trân trọng, nơi nhận
`);

/** They open the sentence about difficulties and contacts that every document has … */
export const PROVISO_OPENERS: readonly string[] = phraseList(`
  trong quá trình, quá trình, nếu có, nếu gặp, nếu còn, nếu phát sinh, nếu vướng mắc, trường hợp có,
  trường hợp gặp, trường hợp phát sinh, khi có, có vướng mắc, mọi, thông tin chi tiết, chi tiết,
  đầu mối liên hệ
`);

/** … and what it is about. */
export const PROVISO_SUBJECTS: readonly string[] = [
  'vướng mắc',
  'khó khăn',
  'khó khăn, vướng mắc',
  'vấn đề phát sinh',
  'phát sinh vướng mắc',
  'phát sinh khó khăn',
  'chi tiết xin liên hệ',
  'chi tiết liên hệ',
  'xin liên hệ',
  'vui lòng liên hệ',
  'đề nghị liên hệ',
  'liên hệ',
  'thắc mắc',
];

/** "Yêu cầu các phòng, đơn vị nghiêm túc triển khai thực hiện": a sentence of nothing but these asks for no work of its own. */
export const EXHORTATION_WORDS: readonly string[] = [
  'nghiêm túc',
  'khẩn trương',
  'chủ động',
  'tích cực',
  'quan tâm',
  'phối hợp',
  'quán triệt',
  'triển khai',
  'tổ chức',
  'tổ chức triển khai',
  'thực hiện',
  'thực hiện tốt',
  'thực hiện nghiêm',
  'thực hiện nghiêm túc',
  'thực hiện có hiệu quả',
  'và',
  'căn cứ',
  'theo',
  'chức năng',
  'chức năng, nhiệm vụ',
  'nhiệm vụ',
  'nhiệm vụ được giao',
  'được giao',
  'nội dung',
  'các nội dung',
  'những nội dung',
  'của',
  'trên',
  'nêu trên',
  'này',
  'thông báo',
  'kết luận',
  'kế hoạch',
  'công văn',
  'văn bản',
  'chỉ thị',
  'ý kiến chỉ đạo',
  'của giám đốc sở',
  'đạt hiệu quả',
  'đúng quy định',
  'đúng tiến độ',
  'bảo đảm',
  'đảm bảo',
  'tiến độ',
  'chất lượng',
];

/** What a deputy director does with the work of others. */
export const DIRECTING: readonly string[] = [
  'chỉ đạo',
  'trực tiếp chỉ đạo',
  'phụ trách',
  'phụ trách chỉ đạo',
  'trực tiếp phụ trách',
  'phụ trách, chỉ đạo',
  'theo dõi',
  'theo dõi, chỉ đạo',
  'đôn đốc',
  'điều hành',
  'giám sát',
];

/** At the end of a heading: its items are the orders. */
export const LIST_INTRODUCTIONS: readonly string[] = phraseList(`
  lưu ý, lưu ý các nội dung, lưu ý một số nội dung, lưu ý một số việc, sau, sau đây, như sau, dưới đây,
  cụ thể, cụ thể như sau, cụ thể là, các nội dung, các nội dung sau, các nội dung cụ thể, một số nội dung,
  một số nội dung sau, các nhiệm vụ, các nhiệm vụ sau, các nhiệm vụ cụ thể, các nhiệm vụ trọng tâm,
  một số nhiệm vụ, một số nhiệm vụ trọng tâm, một số nhiệm vụ sau, các công việc, các công việc sau,
  các việc, các việc sau, các giải pháp, có trách nhiệm, chịu trách nhiệm, thực hiện, triển khai, chủ trì,
  tập trung, tiếp tục, khẩn trương, gồm, việc sau, nhiệm vụ, nội dung
`);

/** People who are charged without their unit being named: a person must say whose task it is. */
export const UNNAMED_PEOPLE: readonly string[] = [
  'ai',
  'ai chưa',
  'những ai',
  'người',
  'những người',
  'đồng chí nào',
  'các đồng chí',
  'các đ/c',
  'các bạn',
  'các em',
  'các anh',
  'các chị',
  'các anh, chị',
  'các thành viên',
  'các đại biểu',
  'cán bộ',
  'công chức',
  'viên chức',
  'đảng viên',
  'đoàn viên',
  'thành viên',
  'chuyên viên',
  'bộ phận',
  'người đứng đầu',
  'người được giao',
  'chủ nhiệm đề tài',
  'chủ đầu tư',
];

/** A leader decides, praises or takes note: nobody is charged by it. */
export const DECIDING: readonly string[] = phraseList(`
  thống nhất, cơ bản thống nhất, nhất trí, đồng ý, ghi nhận, đánh giá, đánh giá cao, biểu dương, hoan nghênh,
  tiếp thu, kết luận
`);

/** "Văn phòng Sở thông báo … để các phòng, đơn vị biết, thực hiện" */
export const ANNOUNCING: readonly string[] = ['thông báo', 'xin thông báo'];
/** What the office does with the document itself. */
export const SENDING_ITSELF: readonly string[] = phraseList(`
  gửi thông báo này, gửi thông báo kết luận, gửi thông báo đến, gửi thông báo tới, gửi thông báo để, gửi kết luận,
  gửi biên bản, gửi biên bản họp, gửi văn bản này, ban hành thông báo này, ban hành thông báo kết luận
`);
export const ADDRESSING: readonly string[] = ['để', 'đến', 'tới', 'cho'];
export const CLOSING_ENDS: readonly string[] = ['biết', 'được biết', 'thực hiện', 'triển khai', 'phối hợp'];

/** At the end of a question that is a polite order. */
export const REQUEST_ENDS: readonly string[] = phraseList(`
  được không, được ko, được k, dc không, dc ko, đc không, đc ko, được chứ, được không ạ, được không em,
  được không anh, nhé, nha
`);

/** Parts of a document that tell and explain: only what they charge in so many words is an order. */
export const REPORT_HEADINGS: readonly string[] = phraseList(`
  đánh giá, nhận xét, kết quả đạt được, kết quả thực hiện, kết quả công tác, về kết quả, tình hình,
  tình hình thực hiện, tồn tại, những tồn tại, hạn chế, ưu điểm, nguyên nhân, khó khăn, mục đích, mục tiêu,
  yêu cầu, quan điểm, căn cứ, bối cảnh, thời gian, địa điểm, diễn biến, nội dung cuộc họp,
  nội dung thảo luận, nội dung làm việc, ý kiến thảo luận, ý kiến phát biểu
`);

/** Under these people speak for themselves: what they ask for is a wish until it is concluded. */
export const SPEECH_HEADINGS: readonly string[] = phraseList(`
  ý kiến phát biểu, ý kiến thảo luận, ý kiến tham gia, ý kiến đại biểu, ý kiến các đại biểu,
  ý kiến của các đại biểu, ý kiến của các phòng, ý kiến của các đơn vị, ý kiến các phòng, ý kiến các đơn vị,
  ý kiến của các thành viên, ý kiến các thành viên, các ý kiến phát biểu, các ý kiến thảo luận, các ý kiến tham gia,
  các ý kiến tại, các tham luận, phần thảo luận, phần phát biểu,
  phát biểu của
`);

/** Behind whoever is named first in a line of the discussion: it tells what was said. */
export const SAYING: readonly string[] = phraseList(`
  phát biểu, phát biểu ý kiến, có ý kiến, tham gia ý kiến, cho biết, nêu, nêu ý kiến, kiến nghị, đề xuất, trao đổi,
  thảo luận, nhất trí, cho rằng, báo cáo, đề nghị
`);

/** Who was there. */
export const ATTENDANCE_LABELS: readonly string[] = phraseList(`
  thành phần, thành phần tham dự, thành phần dự họp, tham dự, dự họp, khách mời, vắng, vắng mặt, chủ tọa,
  người chủ trì, kính gửi, thư ký
`);

/** After "Nội dung", this heading tells that what came before was the discussion. */
export const CONCLUSION_HEADINGS: readonly string[] = [
  'kết luận',
  'ý kiến kết luận',
  'kết luận cuộc họp',
  'ý kiến chỉ đạo',
];
