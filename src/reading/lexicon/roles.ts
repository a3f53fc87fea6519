// How texts say who assigns, who leads, who coordinates, who follows up and who receives.

/** Their object is the unit that gets the work. */
export const ASSIGNING: readonly string[] = [
  'giao',
  'giao cho',
  'giao nhiệm vụ',
  'giao nhiệm vụ cho',
  'giao việc cho',
  'giao trách nhiệm cho',
  'giao trách nhiệm',
  'tiếp tục giao',
  'thống nhất giao',
  'đồng ý giao',
  'phân công',
  'phân công cho',
  'phân công nhiệm vụ',
  'phân công nhiệm vụ cho',
  'phân công trách nhiệm cho',
  'phân',
  'đề nghị',
  'trân trọng đề nghị',
  'kính đề nghị',
  'rất mong',
  'mong',
  'yêu cầu',
  'chỉ đạo',
  'chỉ định',
  'cử',
  'nhờ',
  'nhờ các đồng chí',
  'kính nhờ',
  'phiền',
  'nhắc',
  'lưu ý',
  'ủy quyền',
  'ủy quyền cho',
  'uỷ quyền cho',
  'chuyển',
  'chuyển cho',
  'kính chuyển',
  'huy động',
  'trưng tập',
  'chấp thuận cho',
  'bảo',
  'đồng ý để',
  'đồng ý cho',
];

/** Assigning words that take a unit as object in other senses too: they assign only where a verb or role follows. */
export const WEAK_ASSIGNING: readonly string[] = [
  'để',
  'chuyển',
  'chuyển cho',
  'nhắc',
  'lưu ý',
  'phân',
  'mong',
];

/** To remind others of their work is work of one's own: the unit that does it charges nobody. */
export const REMINDING: readonly string[] = ['nhắc', 'nhắc nhở', 'nhắc việc', 'lưu ý', 'mong'];

/** What a body outside the agency does when it asks for something: it is not charged. */
export const REQUESTING: readonly string[] = [
  'đề nghị',
  'tiếp tục đề nghị',
  'có văn bản đề nghị',
  'có công văn đề nghị',
  'có văn bản yêu cầu',
  'có công văn yêu cầu',
  'yêu cầu',
  'kiến nghị',
  'giao',
  'phân công',
  'thông báo',
  'gửi công văn',
  'gửi văn bản',
  'có công văn',
  'có văn bản',
  'xin ý kiến',
  'lấy ý kiến',
  'mời',
  'phản ánh',
  'hỏi',
];

/** Beside a unit: it answers for the work. They say nothing of the work itself. */
export const LEADING: readonly string[] = [
  'chủ trì',
  'chủ trì chính',
  'trực tiếp chủ trì',
  'đồng chủ trì',
  'cùng chủ trì',
  'làm chủ trì',
  'làm chính',
  'làm đầu mối',
  'làm đầu mối chủ trì',
  'là đầu mối',
  'là đầu mối chủ trì',
  'là cơ quan đầu mối',
  'là đơn vị đầu mối',
  'là cơ quan chủ trì',
  'là đơn vị chủ trì',
  'là cơ quan thường trực',
  'làm cơ quan đầu mối',
  'làm đơn vị đầu mối',
  'đầu mối',
  'đầu mối chủ trì',
  'chịu trách nhiệm chính',
  'chịu trách nhiệm chủ trì',
  'phụ trách chính',
  'lo chính',
  'cầm trịch',
  'chủ công',
  'chủ xị',
  'thực hiện chính',
  'xử lý chính',
  'thường trực',
];

/** Beside a unit: it takes the work that they name. */
export const TAKING_ON: readonly string[] = [
  'phụ trách',
  'phụ trách việc',
  'phụ trách phần',
  'lo',
  'lo phần',
  'lo việc',
  'đảm nhận',
  'đảm nhiệm',
  'nhận',
  'nhận phần',
  'nhận việc',
  'lãnh',
  'làm',
  'làm phần',
  'đứng ra',
];

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

/** Between a unit and its partner: "phối hợp với". */
export const COORDINATING: readonly string[] = [
  'phối hợp',
  'phối hợp với',
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

/** After a unit: it helps with someone else's work. */
export const SUPPORTING: readonly string[] = [
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
  'cùng làm',
  'cùng thực hiện',
  'đồng phối hợp',
  'ph',
];

/** It gives an opinion: beside someone who leads it helps, alone it is asked for just that. */
export const ADVISING: readonly string[] = [
  'góp ý',
  'góp ý kiến',
  'cho ý kiến',
  'có ý kiến',
  'tham gia ý kiến',
  'tham gia góp ý',
  'tham gia đóng góp ý kiến',
  'đóng góp ý kiến',
  'phản biện',
];

/** It presses or watches someone else's work. */
export const WATCHING: readonly string[] = [
  'theo dõi',
  'theo dõi chung',
  'đôn đốc',
  'nhắc nhở',
  'đôn đốc kiểm tra',
  'biết',
  'để biết',
  'được biết',
  'nắm',
  'nắm thông tin',
  'nắm tình hình',
];

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

/** An appointment to press others' work, not work of one's own: "làm Tổ trưởng Tổ theo dõi". */
export const STEPPING_BACK: readonly string[] = [
  'làm tổ trưởng',
  'làm tổ phó',
  'làm trưởng đoàn',
  'làm thành viên',
  'làm thư ký',
  'là tổ trưởng',
  'là thành viên',
];

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
export const RECEIVING: readonly string[] = [
  'kính gửi',
  'thân gửi',
  'gửi',
  'gửi về',
  'gửi cho',
  'gửi đến',
  'gửi tới',
  'gửi lại',
  'gửi lại cho',
  'gửi kết quả về',
  'gửi báo cáo về',
  'gởi',
  'gởi về',
  'gởi cho',
  'nộp',
  'nộp về',
  'nộp cho',
  'nộp tại',
  'trình',
  'báo cáo',
  'báo cáo về',
  'báo cáo cho',
  'báo cáo với',
  'báo',
  'báo cho',
  'báo về',
  'về',
  'về cho',
  'cho',
  'đến',
  'tới',
  'qua',
  'thông qua',
  'chuyển về',
  'chuyển cho',
  'chuyển',
  'chuyển đến',
  'bàn giao cho',
  'bàn giao',
  'giao lại cho',
  'cung cấp cho',
  'phản ánh về',
  'đăng ký về',
  'đăng ký qua',
  'chuyển sang',
  'tham mưu',
  'trình ký',
];

/** Nouns that make "phối hợp với X" a name, not a role: "Quy chế phối hợp với Tỉnh đoàn". */
export const COORDINATION_NOUNS: readonly string[] = [
  'quy chế',
  'quy định',
  'chương trình',
  'kế hoạch',
  'cơ chế',
  'thỏa thuận',
  'thoả thuận',
  'hợp đồng',
  'nội dung',
  'biên bản',
  'công tác',
  'quan hệ',
  'việc',
  'văn bản',
  'nghị quyết',
  'nhiệm vụ',
  'sự',
  'mối',
  'hoạt động',
];

/** "không bao gồm Văn phòng Sở" */
export const EXCEPTING: readonly string[] = [
  'trừ',
  'ngoại trừ',
  'không bao gồm',
  'không gồm',
  'không kể',
  'không tính',
  'loại trừ',
  'ngoài',
];

/** Labels of a table or form: "Đơn vị chủ trì: …; phối hợp: …; thời hạn: …". */
export const LEAD_LABELS: readonly string[] = [
  'đơn vị chủ trì',
  'cơ quan chủ trì',
  'đơn vị chủ trì thực hiện',
  'đơn vị thực hiện',
  'cơ quan thực hiện',
  'đơn vị chịu trách nhiệm',
  'đơn vị đầu mối',
  'đơn vị được giao',
  'bộ phận thực hiện',
  'người thực hiện',
  'chủ trì',
  'chủ trì thực hiện',
  'phân công',
  'giao',
  'phụ trách',
  'đầu mối',
  'trách nhiệm',
  'thực hiện',
];

/** Before a colon and a unit: it is charged with what follows. */
export const CHARGING_LABELS: readonly string[] = [
  'giám đốc sở giao',
  'giao nhiệm vụ',
  'đề nghị',
  'yêu cầu',
  'phân công cụ thể',
];

export const COORDINATION_LABELS: readonly string[] = [
  'đơn vị phối hợp',
  'các đơn vị phối hợp',
  'các phòng phối hợp',
  'các cơ quan phối hợp',
  'đơn vị phối hợp gồm',
  'các đơn vị phối hợp gồm',
  'cùng phối hợp',
  'cơ quan phối hợp',
  'đơn vị phối hợp thực hiện',
  'phối hợp',
  'phối hợp thực hiện',
  'hỗ trợ',
  'đơn vị hỗ trợ',
  'các phòng phối hợp thực hiện',
  'các đơn vị phối hợp thực hiện',
  'các đơn vị tham gia',
  'các phòng tham gia',
  'đơn vị tham gia',
  'phòng phối hợp',
  'các đơn vị hỗ trợ',
];

/** Columns of a table that give out no work. */
export const TABLE_REMARK_LABELS: readonly string[] = [
  'stt',
  'tt',
  'số tt',
  'ghi chú',
  'sản phẩm',
  'sản phẩm đầu ra',
  'kết quả',
  'kết quả đầu ra',
  'kinh phí',
  'lãnh đạo phụ trách',
  'lãnh đạo chỉ đạo',
  'căn cứ',
];

export const CONTENT_LABELS: readonly string[] = [
  'nội dung',
  'nội dung công việc',
  'nội dung nhiệm vụ',
  'nội dung thực hiện',
  'nhiệm vụ cụ thể',
  'nội dung, nhiệm vụ',
  'tên công việc',
  'công việc',
  'tên nhiệm vụ',
  'nhiệm vụ',
  'việc',
];

export const DEADLINE_LABELS: readonly string[] = [
  'thời hạn',
  'thời hạn hoàn thành',
  'thời gian',
  'thời gian hoàn thành',
  'thời gian thực hiện',
  'hạn',
  'hạn chót',
  'hạn hoàn thành',
  'hạn cuối',
  'deadline',
  'dl',
  'tiến độ',
  'hoàn thành',
];

/** "khẩn trương": urgency without a date. */
export const URGENCY: readonly string[] = [
  'khẩn trương',
  'khẩn',
  'hỏa tốc',
  'hoả tốc',
  'gấp',
  'ngay',
  'sớm',
  'kịp thời',
  'nhanh chóng',
  'thường xuyên',
  'liên tục',
  'càng sớm càng tốt',
  'trong thời gian sớm nhất',
  'trong thời gian tới',
  'trong thời gian đến',
  'asap',
  'ưu tiên',
];

/** A body above the agency is never charged by it: it asks and approves. */
export const SUPERIORS: readonly string[] = [
  'ubnd tỉnh',
  'ubnd thành phố',
  'ủy ban nhân dân tỉnh',
  'uỷ ban nhân dân tỉnh',
  'ủy ban nhân dân thành phố',
  'hđnd',
  'hội đồng nhân dân',
  'tỉnh ủy',
  'tỉnh uỷ',
  'thành ủy',
  'thành uỷ',
  'ban thường vụ',
  'chính phủ',
  'thủ tướng',
  'quốc hội',
  'trung ương',
  'bộ',
];
