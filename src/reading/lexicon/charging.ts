// How texts charge a unit with work, take it away again, and ask for things without charging anybody.
import { phraseList } from './phrase-list.ts';

/** Their object is the unit that gets the work. */
export const ASSIGNING: readonly string[] = phraseList(`
  giao, giao cho, giao thêm, giao bổ sung, bổ sung giao, giao tiếp, giao lại, giao luôn, giao ngay,
  giao trực tiếp, giao riêng, giao nhiệm vụ, giao nhiệm vụ cho, giao việc cho, giao trách nhiệm cho,
  giao trách nhiệm, tiếp tục giao, thống nhất giao, đồng ý giao, phân công, phân công cho,
  phân công nhiệm vụ, phân công nhiệm vụ cho, phân công trách nhiệm cho, phân, đề nghị, trân trọng đề nghị,
  kính đề nghị, rất mong, mong, yêu cầu, chỉ đạo, chỉ định, cử, nhờ, nhờ các đồng chí, kính nhờ, phiền, nhắc,
  lưu ý, ủy quyền, ủy quyền cho, uỷ quyền cho, chuyển, chuyển cho, kính chuyển, k/c, huy động, trưng tập,
  chấp thuận cho, bảo, đồng ý để, đồng ý cho
`);

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

/** To have someone told what to do: "Nhắn Phòng A gửi số liệu". The unit after them is charged where work follows. */
export const TELLING: readonly string[] = [
  'nhắn',
  'kêu',
  'nói',
  'dặn',
  'báo',
  'hú',
  'gọi',
  'alo',
  'hối',
  'giục',
  'nhắc',
  'bảo',
].flatMap((verb) =>
  [
    '',
    'giúp',
    'giùm',
    'dùm',
    'hộ',
    'giúp anh',
    'giúp chị',
    'giúp em',
    'giùm anh',
    'hộ anh',
    'lại',
    'với',
    'cho',
    'luôn',
    'bên',
  ].map((help) => `${verb} ${help}`.trim()),
);

/** Before the unit whose part another takes over: "thay Phòng B". */
export const REPLACING: readonly string[] = [
  'thay',
  'thay cho',
  'thay thế',
  'thay thế cho',
  'thế chỗ',
  'thế cho',
];

/** Between the unit that gives work up and the one that takes it over: "do Phòng A chủ trì nay chuyển Phòng B". */
export const HANDING_OVER: readonly string[] = [
  'chuyển',
  'chuyển cho',
  'chuyển sang',
  'chuyển sang cho',
  'chuyển về',
  'chuyển giao',
  'chuyển giao cho',
  'chuyển lại cho',
  'giao',
  'giao lại',
  'giao lại cho',
  'giao cho',
  'bàn giao cho',
  'sang',
  'sang cho',
  'qua',
  'qua cho',
  'chuyển qua',
  'chuyển qua cho',
].flatMap((verb) => [verb, `nay ${verb}`, `được ${verb}`, `nay được ${verb}`]);

/** Before a role: who had it once. */
export const FORMERLY: readonly string[] = [
  'trước đây',
  'trước kia',
  'trước đó',
  'lâu nay',
  'lúc trước',
  'hồi trước',
  'vốn',
];

/** After a unit: it no longer has the work. */
export const GIVING_UP: readonly string[] = phraseList(`
  không, ko, k, khong, hông, thôi, thôi không, khỏi, bận, đang bận
`);

/** To remind others of their work is work of one's own: the unit that does it charges nobody. */
export const REMINDING: readonly string[] = ['nhắc', 'nhắc nhở', 'nhắc việc', 'lưu ý', 'mong'];

/** What those who lead say of others' work: nothing is ordered by it. */
export const REMARKING: readonly string[] = phraseList(`
  đánh giá cao, ghi nhận, biểu dương, khen, khen ngợi, nhấn mạnh, chúc mừng, cảm ơn, phát biểu, kết luận,
  bày tỏ, lưu ý, phê bình, nhắc nhở, thăm, đến thăm, tiếp, chúc tết
`);

/** What a body outside the agency does when it asks for something: it is not charged. */
export const REQUESTING: readonly string[] = phraseList(`
  đề nghị, tiếp tục đề nghị, có văn bản đề nghị, có công văn đề nghị, có văn bản yêu cầu,
  có công văn yêu cầu, yêu cầu, kiến nghị, giao, phân công, thông báo, gửi công văn, gửi văn bản,
  có công văn, có văn bản, xin ý kiến, lấy ý kiến, mời, phản ánh, hỏi
`);

/** An appointment that is not work of one's own: "làm thành viên". */
export const STEPPING_BACK: readonly string[] = [
  'làm tổ phó',
  'làm thành viên',
  'làm thư ký',
  'là thành viên',
];

/** An appointment to lead a team: it does the team's work, or presses that of others. */
export const HEADING_TEAM: readonly string[] = [
  'làm tổ trưởng',
  'là tổ trưởng',
  'làm trưởng đoàn',
  'là trưởng đoàn',
  'làm trưởng ban',
  'làm trưởng nhóm',
  'làm trưởng tiểu ban',
];
