// How office workers shorten words in chat, with the word that is meant, in lower case and as typed. A short form that
// can stand for two words has the one that a status reply means; where the neighbours decide, see SHORT_FORMS_BY_CONTEXT.

/** meant ← short forms, separated by spaces. */
const SHORT_FORMS = {
  vâng: 'vâg vầng vưng vg vag dâng dzâng zâng',
  ừ: 'uk ukm ừm ờ um uh uhm uhuh ùm',
  dạ: 'd za zạ dzạ dạh dợ',
  ok: 'ok oke okie oki okê ôkê okay okey okela okla okii uki oce okj okk',
  rõ: 'roger copy',
  'đã nhận': 'noted',
  'đã xong': 'done finish finished',
  đang: 'đương đg đag dag đng dng dg',
  đã: 'đả đ',
  chưa: 'ch chx chg chư chửa',
  xong: 'xg xog xng xoq xonq sog',
  không: 'k ko kg khg kh0 hok hông hong hổng hem hơm hog hk kô hôg',
  rồi: 'r rùi rui rùii ròi goài gồi òi rr rồii',
  em: 'e iem ẻm',
  anh: 'a',
  chị: 'c',
  'anh chị': 'ac a/c',
  'anh em': 'ae',
  mình: 'mk mìk mjh',
  'mọi người': 'mn mng',
  người: 'ng ngừi',
  trước: 'trc trk',
  'hôm nay': 'hn hnay',
  'hôm qua': 'hqua',
  'tối nay': 'tnay',
  'chiều nay': 'cnay',
  'sáng nay': 'snay',
  'sáng mai': 'smai',
  'chiều mai': 'cmai',
  nhưng: 'nhg nhug nhưg',
  'nhưng mà': 'nma nhma',
  với: 'vs vz',
  vậy: 'z zậy dzậy zay dzay',
  'như thế nào': 'ntn',
  'bao giờ': 'bgio bgiờ b.giờ',
  'bây giờ': 'bh bjo bg',
  giờ: 'h',
  gì: 'j ji',
  được: 'dc đk dk đươc đuợc đựơc đưọc',
  'đồng chí': 'đ/c d/c',
  làm: 'lm mần',
  luôn: 'lun',
  thôi: 'thui',
  biết: 'bít bik biêt bjt',
  muốn: 'mún',
  nữa: 'nx',
  cũng: 'cx cg củng',
  vẫn: 'vẩn vx',
  sẽ: 'sẻ',
  trễ: 'trể',
  sửa: 'sữa',
  gửi: 'gởi gưi gữi',
  mới: 'ms',
  nhiều: 'nh nhìu',
  'báo cáo': 'bc b/c b.c',
  'hồ sơ': 'hs',
  'văn bản': 'vb',
  'công văn': 'cv',
  'tờ trình': 'ttr',
  'quyết định': 'qđ',
  'thông báo': 'tb',
  'giám đốc': 'gđ',
  'phó giám đốc': 'pgđ pgd',
  'trưởng phòng': 'tp trp',
  'phó phòng': 'ptp',
  'phó chủ tịch': 'pct',
  'lãnh đạo': 'ld lđ',
  'lãnh đạo sở': 'lđs lds',
  'văn thư': 'vt',
  'văn phòng': 'vp',
  'nhiệm vụ': 'nv n/v',
  phòng: 'p phg',
  'ủy ban': 'ub',
  'ý kiến': 'yk y/k',
  'số liệu': 'sl',
  'phụ lục': 'pl',
  'dự thảo': 'dt',
  'thực hiện': 't/h th',
  'triển khai': 'tk t/k',
  'hoàn thành': 'ht h/t',
  'chuẩn bị': 'cb',
  'gia hạn': 'gh',
  'kinh phí': 'kp k/p',
  'tiến độ': 'tđ t/đ',
  'đề nghị': 'đn đ/n',
  'kết quả': 'kq k/q',
  'phối hợp': 'p/h',
  'thời gian': 'tgian t/g tg',
  'cảm ơn': 'thanks thank thks thx tks ty camon',
  'hạn chót': 'dl deadline ddl',
  nhé: 'nhe nhá nhóe',
  nha: 'nghen nhen nhơ',
  ạ: 'ah ak ạh ạk',
  'trả lời': 'rep reply',
  gấp: 'asap',
  'quá hạn': 'qh',
  chiều: 'chìu',
  'tại sao': 'ts',
  'hệ thống': 'hthong',
} as const;

export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(SHORT_FORMS).flatMap(([meant, forms]) =>
    forms.split(' ').map((form): [string, string] => [form, meant]),
  ),
);

/** Vietnamese given names common in offices: "đc Phúc" is "đồng chí Phúc", and "giao Phúc làm" names a person. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'ái ân ánh bách bảo bắc bích bình chính chung cảnh châu chiến cúc cường đại đạt đào đăng điệp đức diễm diệp diệu dung dũng dương duy duyên giang hà hải hào hảo hân hằng ' +
    'hạnh hậu hiên hiền hiển hiệp hiếu hoa hoà hòa hoài hoàn hoàng hồng huân huệ hùng hưng hương huy huyền khải khang khánh kha khiêm khoa khôi kiên ' +
    'lam lan lâm liên linh loan lộc lệ lợi long luân lương ly mai mạnh mẫn minh my mỹ nam nga ngân nghĩa ngọc nguyên nguyệt nhàn nhã nhân nhật nhi nhung ' +
    'ninh oanh phong phú phúc phụng phước phương phượng quân quang quế quốc quý quyền quyên quỳnh sơn sương tài tâm tân tấn thái thắng thành thảo thắm thi thiện thịnh thơ thuần thuỳ thùy thụy thy tiên thoa thu ' +
    'thuận thuý thúy thủy thuỷ thư tiến tín toàn trà trâm trang tri trí trinh trân trọng trúc trung trường tú tuấn tùng tuệ tuyền tuyết tường uy uyên vân việt vinh vũ vượng vy xuân yên yến'
  ).split(' '),
);

interface ShortFormByContext {
  readonly form: string;
  readonly meant: string;
  /** It has this meaning only before one of these words, spelled out. */
  readonly before?: ReadonlySet<string>;
  readonly after?: ReadonlySet<string>;
  readonly isBeforeNumber?: boolean;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The first that fits wins; the last of a form is its meaning anywhere else. */
export const SHORT_FORMS_BY_CONTEXT: readonly ShortFormByContext[] = [
  { form: 'đc', meant: 'đồng chí', before: GIVEN_NAMES },
  { form: 'đc', meant: 'được' },
  {
    form: 'kh',
    meant: 'không',
    before: wordSet(
      'có còn kịp xong được đc dc làm phải biết biêt thấy cần thể vướng hoàn nhận rõ co con kip duoc lam phai biet thay can the vuong nhan ro ạ a',
    ),
  },
  { form: 'kh', meant: 'kế hoạch' },
  { form: 'củng', meant: 'củng', after: wordSet('lủng') },
  { form: 'hổng', meant: 'hổng', after: wordSet('lỗ') },
  { form: 'sẻ', meant: 'sẻ', after: wordSet('chia san') },
  { form: 'củng', meant: 'củng', before: wordSet('cố') },
  { form: 'v', meant: 'việc', isBeforeNumber: true },
  { form: 'bt', meant: 'biết', after: wordSet('em e') },
  { form: 'vc', meant: 'việc', isBeforeNumber: true },
  { form: 'v', meant: 'vâng', before: wordSet('ạ a anh e em sếp chị c') },
  { form: 'v', meant: 'vậy' },
  { form: 'gd', meant: 'giám đốc' },
  { form: 'a', meant: 'ạ', after: wordSet('anh chị sếp em chi sep c e') },
  {
    form: 'a',
    meant: 'anh',
    after: wordSet(
      'gui gửi cho bao báo nho nhờ voi với cua của giup giúp trinh trình hoi hỏi nhac nhắc gap gặp goi gọi theo cam on ơn y ý nop nộp tặng bằng',
    ),
  },
  // At the end of a clause it asks politely.
  { form: 'a', meant: 'ạ', before: new Set(['', '.', ',', '?', '!']) },
  { form: 'ph', meant: 'phát hành', after: wordSet('đã da đang dang chưa chua') },
  { form: 'ph', meant: 'phối hợp' },
];
