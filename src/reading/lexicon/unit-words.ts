// The words by which units of an agency, and bodies outside it, are named.
import { phraseList } from './phrase-list.ts';

/** The kinds of unit that a name begins with, and how people shorten them. */
export const UNIT_PREFIXES: readonly (readonly [prefix: string, forms: readonly string[]])[] = [
  ['phòng', ['phòng', 'p', 'ph', 'phg']],
  ['trung tâm', ['trung tâm', 'tt', 'ttâm', 't tâm']],
  ['chi cục', ['chi cục', 'cc', 'ccục']],
  ['ban', ['ban']],
  ['khoa', ['khoa']],
  ['đội', ['đội']],
  ['tổ', ['tổ']],
  ['vụ', ['vụ']],
  ['cục', ['cục']],
  ['viện', ['viện']],
  ['trường', ['trường']],
  ['quỹ', ['quỹ']],
  ['trạm', ['trạm']],
  ['bộ phận', ['bộ phận', 'bp']],
  ['bên', ['bên', 'phía', 'anh em', 'chị em']],
];

/** Names that unions go by everywhere, by how their official name begins. */
export const UNION_NAMES: readonly (readonly [beginning: string, names: readonly string[]])[] = [
  [
    'đoàn thanh niên',
    [
      'Đoàn Sở',
      'Đoàn cơ sở',
      'Chi đoàn',
      'Chi đoàn Sở',
      'Đoàn TNCS Hồ Chí Minh',
      'Đoàn TNCSHCM',
      'Đoàn TNCS',
      'Đoàn TN',
      'ĐTN',
    ],
  ],
  ['công đoàn', ['Công đoàn Sở', 'Công đoàn cơ quan', 'CĐCS', 'CĐ Sở']],
  ['hội cựu chiến binh', ['Hội CCB', 'CCB']],
];

/** Words that begin like a prefix and are none. */
export const NOT_UNIT_PREFIXES: readonly string[] = phraseList(`
  tổ chức, tổ trưởng, tổ viên, khoa học, trường hợp, ban hành, ban đầu, ban đêm, ban ngày, ban giám đốc,
  ban lãnh đạo, đội ngũ, vụ việc, vụ án, cục bộ, viện trợ, viện trưởng, bên cạnh, bên trong, bên ngoài,
  bên dưới, bên trên, phía trên, phía dưới, phía trước, phòng chống, phòng ngừa, phòng họp, phòng bệnh,
  phòng cháy, phòng thủ, phòng dịch, phòng thí nghiệm, phòng làm việc, phòng vệ, tt hđnd
`);

/** Prefixes that say "those people" and fit a unit of any kind: "bên tài chính", "bộ phận kế toán". */
export const LOOSE_PREFIXES: ReadonlySet<string> = new Set(['bên', 'bộ phận']);

/** Parts of a unit that no registry lists; whose part it is follows: "Bộ phận Một cửa thuộc …", "Tổ Tin học của …". */
export const UNIT_PARTS: readonly string[] = phraseList(`
  bộ phận, tổ, nhóm, đội, phân đội, trạm, kho, quầy, ban biên tập, tổ bộ môn, bộ môn, khoa
`);

/** Prefixes that are nothing else in lower case, where a name follows. */
export const CLEAR_PREFIXES: ReadonlySet<string> = new Set(['phòng', 'trung tâm', 'chi cục']);

/** After these the words name the agency's own unit still: "Thanh tra Sở". */
export const AGENCY_WORDS: readonly string[] = ['sở', 'cơ quan'];

/** A bare name followed by one of these belongs to someone else: "Thanh tra tỉnh", "Văn phòng UBND tỉnh". */
export const OUTSIDE_QUALIFIERS: readonly string[] = phraseList(`
  tỉnh, thành phố, tp, huyện, thị xã, xã, phường, đặc khu, chính phủ, quốc hội, chủ tịch nước, trung ương,
  bộ, ubnd, hđnd, ủy ban, hội đồng, tỉnh ủy, thành ủy, huyện ủy, đảng ủy, đoàn đbqh, viên chức, khối,
  đăng ký đất đai, công chứng, luật sư, đại diện, nhân dân, giáo dục, ngành
`);

export const GROUP_QUANTIFIERS: readonly string[] = phraseList(`
  các, các đồng chí, các đ c, tất cả các, tất cả, toàn thể các, toàn bộ các, cả các, mỗi, từng, mọi, một số,
  một số các, vài, mấy
`);

/** They leave some out: a person must say whom. */
export const SOME: readonly string[] = ['một số', 'một số các', 'vài'];

/** How many units a list is of: "Hai phòng A và B". */
export const COUNTS: readonly string[] = ['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám'];

/** What a group of units is made of. Only the general ones, alone or with others, mean every unit of the agency. */
export const GENERAL_GROUP_NOUNS: readonly string[] = phraseList(`
  phòng, p, đơn vị, đv, phòng ban, phòng chuyên môn, phòng nghiệp vụ, phòng chức năng,
  phòng chuyên môn nghiệp vụ, đơn vị sự nghiệp trực thuộc, bộ phận, trưởng phòng, trưởng các phòng,
  trưởng phòng ban, trưởng đơn vị, thủ trưởng đơn vị, lãnh đạo phòng, lãnh đạo các phòng, lãnh đạo đơn vị
`);

export const OTHER_GROUP_NOUNS: readonly string[] = phraseList(`
  giám đốc trung tâm, giám đốc các trung tâm, giám đốc bệnh viện, giám đốc đơn vị, chi cục trưởng,
  chi cục trưởng các chi cục, trưởng ban, chánh văn phòng, chánh thanh tra, ban, trung tâm, chi cục, khoa,
  tổ, đội, trạm, viện, trường, đơn vị sự nghiệp, đơn vị sự nghiệp công lập, đoàn thể, chi bộ,
  chi bộ trực thuộc, chi đoàn, tổ công đoàn, công đoàn bộ phận, tổ chức đoàn thể, văn phòng, thanh tra
`);

/** Words after a group that leave it whole. */
export const GROUP_TAILS: readonly string[] = phraseList(`
  chuyên môn, nghiệp vụ, chức năng, trực thuộc, trực thuộc sở, thuộc, thuộc sở, của sở, trong sở, tại sở,
  thuộc và trực thuộc, thuộc và trực thuộc sở, thuộc cơ quan, trong cơ quan, thuộc cơ quan sở,
  khối văn phòng sở, trong toàn sở, toàn sở
`);

/** Words after a group that leave only some of it, so that a person must say whom. */
export const SUBSET_TAILS: readonly string[] = phraseList(`
  liên quan, có liên quan, hữu quan, khác, còn lại, được giao, được phân công, được giao nhiệm vụ, có tên,
  có tên trên, có tên nêu trên, chưa báo cáo, chưa gửi báo cáo, chưa gửi số liệu, chưa gửi văn bản,
  chưa nộp báo cáo, chưa nộp hồ sơ, chưa hoàn thành nhiệm vụ, chưa có báo cáo, chưa đăng ký, chưa thực hiện,
  còn chậm, còn nợ báo cáo, đang chậm tiến độ, chậm tiến độ, có việc quá hạn, có nhiệm vụ quá hạn, chưa gửi,
  chưa hoàn thành, chưa nộp, chậm báo cáo, sự nghiệp, có nhiệm vụ, có dự án, có nhu cầu, nêu trên, nói trên,
  này
`);

/** "Phòng nào chưa nộp …": after "nào", what is still owed. */
export const GROUP_CONDITIONS: readonly string[] = phraseList(`
  chưa, còn, còn thiếu, chậm, nợ, quá hạn, đang chậm, có việc, có nhiệm vụ, có tên, được giao, được phân công
`);

/** A group with one of these is not of this agency: "các đơn vị tư vấn", "các đơn vị trên địa bàn". */
export const FOREIGN_TAILS: readonly string[] = phraseList(`
  tư vấn, thi công, nhà thầu, trúng thầu, cung cấp dịch vụ, doanh nghiệp, ngoài sở, bạn, trong tỉnh,
  ngoài tỉnh, trên địa bàn, trên địa bàn tỉnh, chức năng thuộc bộ, thuộc bộ, trực thuộc bộ,
  liên quan thuộc bộ, thuộc ubnd, thuộc tỉnh, thuộc ngành, trong ngành, y tế, y tế huyện, y tế xã,
  y tế các huyện, y tế tuyến huyện, tuyến huyện, tuyến xã, cấp tỉnh, trường học, cấp huyện, cấp xã, vũ trang,
  dự toán, hội thành viên
`);

/** Everyone in the agency, who do the work in their units. */
export const EVERYONE: readonly string[] = [
  'mọi người',
  'tất cả mọi người',
  'cả nhà',
  'cả nhà mình',
  'anh chị em',
  'anh chị em các phòng',
  'anh em các phòng',
  'các anh chị trưởng phòng',
  'các anh trưởng phòng',
  'anh chị các phòng',
  'các anh chị',
  'các anh chị phụ trách các phòng',
  'toàn thể cán bộ',
  'toàn thể cán bộ, công chức',
  'toàn thể cán bộ, công chức, viên chức',
  'toàn thể cán bộ, công chức, viên chức, người lao động',
  'toàn thể cán bộ, công chức, viên chức và người lao động',
  'toàn thể công chức',
  'toàn thể công chức, viên chức',
  'toàn thể công chức, viên chức, người lao động',
  'toàn thể công chức, viên chức và người lao động',
  'cán bộ, công chức',
  'cán bộ, công chức, viên chức',
  'cán bộ, công chức, viên chức, người lao động',
  'cán bộ, công chức, viên chức và người lao động',
  'công chức, viên chức',
  'công chức, viên chức, người lao động',
  'công chức, viên chức và người lao động',
  'toàn thể đảng viên',
  'toàn thể đoàn viên',
  'toàn thể đoàn viên công đoàn',
];

/** The unit that the words come from: nobody but its people know which it is. */
export const OWN_UNIT: readonly string[] = ['phòng mình', 'phòng ta', 'bên mình', 'bên ta', 'đơn vị mình'];

/** Whole phrases that mean every unit. */
export const WHOLE_AGENCY: readonly string[] = [
  'toàn sở',
  'toàn cơ quan',
  'cả sở',
  'cả cơ quan',
  'toàn thể cơ quan',
  'toàn thể sở',
  'các phòng ban đơn vị',
];
