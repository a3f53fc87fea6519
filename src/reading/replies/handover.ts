// Whose task it is: another unit's, another person's, nobody's here.
import { KIN, NAME } from './people-words.ts';
import { asksWhoseTask } from './questions.ts';
import type { Saying } from './wording.ts';
import { WORD, expressions, has, pattern, upTo } from './wording.ts';

const UNIT =
  '(?:<unit>|phòng(?! em)|trung tâm|chi cục|văn phòng|thanh tra|sở|bộ phận|đoàn|công đoàn|đơn vị khác|bên(?! em))';
const OTHER_UNIT =
  '(?:<unit>|(?:bên |bộ phận )?(?:kế toán|văn thư|tổ chức cán bộ|hành chính)|bên <unit>|công đoàn|đoàn thanh niên|(?:phòng|bên|đơn vị) (?:khác|kia|đó))';
const TASK =
  '(?:việc|nhiệm vụ|nội dung|lĩnh vực|công tác|chức năng|thẩm quyền|mảng|mục|cái|phần(?= (?:này|đó))|phần việc|vụ|<task>)(?: này| đó| trên| ấy)?';
const HAND =
  '(?:giao(?! (?:ban|dịch|lưu) )(?: lại)?|(?:đưa|phân)(?= cho)|chuyển(?: giao| lại| sang| qua| về| tiếp)?|bàn giao(?: lại)?|nhờ|phân công|cử(?! tri)|điều)';
const OBJECT = `(?:việc này |việc |cái này |vụ này |từ ${KIN} ${NAME} |nhiệm vụ này |nội dung này |<task> |lại |cho |sang |qua |về |giúp |hộ )*`;
const DUTY =
  '(?:làm|phụ trách|xử lý|theo dõi|thực hiện|tiếp nhận|chủ trì|đảm nhận|lo|tham mưu|soạn|dự thảo|triển khai)';

const WRONG_RECIPIENT = expressions`
  (?:nhắn|gửi|tag|báo|nhắc|gọi|giao|chuyển|ghi|gắn|gán|add) (?:lộn|nhầm|sai|nhầm lẫn)(?! (?:file|mẫu|bản|số|báo cáo|văn bản|tên|ngày|hết|số liệu))
  nhầm (?:em|tôi|mình) với|(?:không|chưa) đúng (?:phòng|người|đơn vị)|không phải người (?:của )?(?:phòng|đơn vị|sở|bên) (?:này|đó|ấy)
  (?:em|tôi|mình) không còn (?:làm )?ở(?= $)
  (?:nhầm|lộn|sai) (?:người|phòng|đơn vị|nhóm|group|số(?! liệu)|chỗ|địa chỉ|bên|máy|bộ phận)
  (?:^ |[,.] )(?:anh |chị |sếp |bot )?nhầm rồi(?= (?:$|[,.]))
  không phải (?:em|tôi|mình|phòng em)(?= (?:$|[,.;]|đâu|mà))
  (?:em|tôi|mình) (?:không|đâu) phải(?: là| tên| người tên)* (?!(?:không|chưa|lười|quên|làm|gửi|chờ|đợi|xin|việc|người|đầu|phòng|đơn|chủ|của) )${WORD}(?= (?:$|[,.;]|đâu|mà))|(?:số|số máy|tài khoản|zalo|nick)(?: này| điện thoại này)? (?:không|đâu) phải
  (?:em|tôi|mình) (?:đã )?(?:chuyển công tác|nghỉ việc|nghỉ hưu|chuyển đơn vị|chuyển phòng|chuyển sang (?:phòng|sở|bộ phận))
  (?:em|tôi|mình) không (?:còn )?(?:ở|làm ở|thuộc|công tác) (?:phòng|sở|bộ phận|đơn vị|nhóm|đó|đây|bên)
  (?:em|phòng em|tôi) (?:có |đâu )*liên quan gì
  (?:em|tôi|mình) (?:có|đâu có) (?:ở|thuộc|làm ở|làm bên|công tác ở) ${upTo(3)}(?:đâu|này đâu)(?= (?:$|[,.]))|(?:em|tôi|mình) đâu (?:có )?(?:ở|thuộc|làm ở|làm bên|công tác ở) ${upTo(2)}(?:này|đó|đấy)(?= (?:$|[,.]))|(?:gửi|nhắn|tag|nhắc) (?:cho )?(?:em|tôi|mình) (?:làm gì|làm chi|chi)(?= (?:$|[,.]))
  số (?:này|máy này)(?: là)?(?: của)? người khác|(?:em|tôi|mình) (?:đã )?nghỉ (?:bên|ở|chỗ|cơ quan) ?(?:đó|đấy|kia|rồi)
  (?:em|tôi) (?:ở|thuộc|làm ở|bên) phòng khác
  (?:^ |[,.;] )(?:em|tôi|mình) (?:đang )?(?:ở|thuộc|làm ở|công tác ở|công tác tại) <unit>(?= (?:$|[,.;]|mà|chứ))
`;
/** A telephone or account that is not whose it was taken for, whatever unit is named. */
const WRONG_CONTACT = pattern(
  '(?:số|số máy|số điện thoại|tài khoản|zalo|nick|máy)(?: này| điện thoại này| của em)? (?:không|đâu) phải(?! (?:liệu|lượng) )',
);
/** "em gửi nhầm": one's own slip. */
const OWN_SLIP = pattern('(?:em|phòng em) (?:gửi|trình|nộp|báo|ghi|nhắn|up|đính kèm) (?:nhầm|lộn|sai)');

const NOT_OURS = expressions`
  (?:không|đâu)(?: có)? (?:thuộc|phải|đúng)(?: là)?(?: thuộc)? ${upTo(4)}(?:chức năng|thẩm quyền|nhiệm vụ|lĩnh vực|phạm vi|trách nhiệm|chuyên môn|việc|phần việc|của)
  không thuộc (?:về )?(?:phòng|em|bên|đơn vị|<unit>)|không có (?:thẩm quyền|chức năng|trách nhiệm)
  không phải (?:là )?(?:người|đầu mối)
  không phải (?:là )?(?:em|phòng em|phòng) (?:phụ trách|làm|chủ trì|theo dõi|được giao)
  có phải (?:là )?(?:việc|nhiệm vụ|của) ${upTo(4)}đâu
  (?:sai|ngoài|trái) (?:chức năng|thẩm quyền|phạm vi)(?! (?:ký|ban hành))
  (?:(?:của|thuộc|do|phần) ${UNIT}|<unit>) ${upTo(8)}(?:chứ|mà) (?:không|đâu) (?:phải|có)
  (?:em|phòng em|phòng này|bên này) không (?:phụ trách|theo dõi|quản lý|được giao|làm mảng|đảm nhiệm|chủ trì)|không liên quan (?:đến |tới )?(?:em|phòng em)
  (?:em|phòng em|phòng) (?:có|đâu có) (?:làm|phụ trách|quản lý|theo dõi) ${upTo(3)}đâu
  (?:em|phòng em|phòng) chỉ (?:là )?(?:đơn vị )?phối hợp|(?:em|phòng em) phối hợp thôi
  (?:phải là|đúng ra là|lẽ ra là) <unit>
  chủ trì (?:là|phải là|thuộc|do) <unit>|<unit> (?:mới |là |mới là |đơn vị )*(?:chủ trì|đầu mối)
`;
const UNIT_DOES = pattern('<unit> (?:đang |mới )?(?:quản lý|phụ trách|chủ trì|làm|theo dõi|lo)');
const OF_UNIT = pattern('(?:của|thuộc|do) <unit>');
const THEIRS = expressions`
  ${TASK}(?: (?:em|theo em|hình như|chắc|tôi)(?: nghĩ| thấy| hiểu| nhớ| biết)?)?(?: phải| đúng ra| lẽ ra| vốn| đã)*(?: là)? (?:(?:việc )?của|thuộc về|thuộc|do|bên)? ?${OTHER_UNIT}(?= (?:đang |vẫn |sẽ )?(?:$|[,.;]|chủ trì|phụ trách|làm(?! xong)|theo dõi|đầu mối|lo|chịu trách nhiệm|quản lý|đảm nhận|nắm|giữ|nhận(?= (?:$|[,.]))|tham mưu|chứ|mà|mới đúng))
  thuộc (?:chức năng|thẩm quyền|nhiệm vụ|trách nhiệm|lĩnh vực)(?: của)? <unit>
  ${TASK} ${upTo(6)}thuộc <unit>
  thuộc (?:về )?<unit>[^.;?]* (?:chuyển|giao|gửi)(?: lại)?(?: cho| giúp| đúng| sang)
  ${TASK} ${upTo(5)}(?:do|của|bên) ${OTHER_UNIT} (?:chủ trì|phụ trách|theo dõi|quản lý|đảm nhận)
  ${TASK} (?:trước giờ|xưa nay|lâu nay|giờ|bây giờ|<today>|bên|trước đây|trước|hiện|hiện nay|vốn|đã|toàn|do|là)+(?: do| là)? <unit> (?:làm|phụ trách|quản lý|chủ trì|theo dõi|đảm nhận|đảm trách|nắm|giữ|lo|nhận(?= (?:$|[,.])))(?! (?:xong|được))
  ^ (?:bên |phòng )?<unit> (?:làm|phụ trách|lo|chủ trì) (?:chứ|mà|mới đúng)
  ^ (?:bên |phòng )?<unit> (?:mới |đang )?(?:làm|phụ trách|lo|quản lý|theo dõi) (?:cái|việc|vụ|mảng|nội dung|phần) này
  đây là (?:việc|nhiệm vụ|nội dung) của <unit>|^ (?:(?:cái |vụ |mảng )?(?:này|đây|đó) )?(?:là )?(?:việc )?(?:của|thuộc)(?: bên| về)? <unit>
  ^ (?:cái |vụ |mảng |việc )?này (?:là )?(?:bên |do )?<unit>(?: ${WORD}){0,3} (?:mới đúng|mới phải|chứ|mà|kìa)(?= (?:$|[,.]|không|đâu|em|phòng em|anh|chị))
  ^ (?:cái |vụ |mảng |việc )này bên <unit> (?:mới|là|làm|lo|phụ trách)
`;
/** What another unit does with papers that are not its task. */
const THEIR_PART =
  '(?:ký|duyệt|thẩm định|thẩm tra|góp ý|cho ý kiến|tổng hợp|đóng dấu|phát hành|lấy số|xem|kiểm tra|nghiệm thu)';
/** "việc này đã chuyển Thanh tra rồi": the task itself, not its papers. */
const MOVED = expressions`
  ${TASK} ${upTo(5)}(?:chuyển|giao|bàn giao)(?: về| sang| cho| qua| lại)* (?:${OTHER_UNIT}|${UNIT})(?! ${upTo(3)}${THEIR_PART})
  (?:chuyển|giao)(?: sang| cho| qua)? (?:phòng|đơn vị|bên) khác
`;
const PROPOSES_UNIT = expressions`
  ${HAND} ${OBJECT}${UNIT}
  (?:chuyển|đổi|điều chỉnh) (?:đầu mối|chủ trì|đơn vị chủ trì|đơn vị|phòng chủ trì) (?:sang|qua|cho|thành|về) <unit>
  để ${WORD} (?:${WORD} ){0,2}?(?:làm chính|chủ trì|làm đầu mối)
  (?:đề nghị|đề xuất|nên để) <unit> (?:chủ trì|làm đầu mối|đầu mối)|nên (?:để|giao) <unit>|nên (?:để|giao|chuyển)(?: cho)? ${WORD} (?:${WORD} ){0,3}(?:chủ trì|phụ trách|làm đầu mối|đầu mối)|trả (?:lại )?(?:việc|nhiệm vụ|nội dung) (?:này )?(?:cho|về) (?:bên )?<unit>
`;
/** "Giao Phòng CĐS chủ trì, hoàn thành trước 25/4": an order to it. */
const ORDERS_UNIT = pattern(
  `^ (?:yêu cầu )?giao <unit> .*(?:hoàn thành|báo cáo|trình|gửi|nộp|xong|hạn|tham mưu) ${upTo(4)}(?:trước|trong|chậm nhất|<future>|<today>)`,
);
/** "Phòng Kế hoạch chủ trì, các phòng phối hợp": who leads and who helps is for those above to say. */
const LEADS_AND_HELPS = pattern(
  '^ (?:giao )?<unit> (?:chủ trì|làm đầu mối|đầu mối)(?: ,| và)* (?:các (?:phòng|đơn vị)|<unit>)(?: [^ ,.;:?!()]+){0,3} phối hợp',
);
/** Papers that go to another unit for its part of the work. */
const PAPERS_SENT = expressions`
  (?:đã|vừa) ${upTo(2)}${HAND}
  ${HAND} ${UNIT} ${upTo(6)}(?:${THEIR_PART}|rồi|<past>|sử dụng|vận hành|khai thác|lưu|lưu trữ|lưu giữ|bảo quản)
  ${HAND} cho ${UNIT} (?:sử dụng|quản lý|vận hành|khai thác|lưu|lưu trữ|lưu giữ|bảo quản|theo dõi)
  nhờ ${UNIT} ${upTo(3)}(?:hỗ trợ|giúp|cung cấp|phối hợp|tư vấn)
`;

/** "anh" by itself is whom one speaks to; a person is named or holds a post. */
const SOMEONE = `(?:${KIN} ${NAME}|(?:đồng chí|bạn|đồng nghiệp|cô|chú) (?!(?:em|rồi|để|đã|đang|làm|giúp|nhé|với) )${WORD}|chuyên viên(?: ${NAME})?(?! (?:ngay|thực hiện ngay|xử lý ngay))|${NAME}(?= (?:(?:phòng em|bên em|trong phòng|phòng|em) )?(?:${DUTY}|rồi|$|[,.])))`;
const DELEGATES = expressions`
  ${HAND} ${OBJECT}${SOMEONE}(?! (?:ký|duyệt|xem|góp ý|cho ý kiến|trình|đóng dấu|phát hành|thẩm định))
  để (?:${KIN} )?${NAME}(?: bên em| phòng em| bên phòng em| bên mình)? ${DUTY}
  (?:giao|chuyển|phân công|cử|bàn giao) ${OBJECT}${KIN} (?!(?:em|anh|chị|phòng|đã|đang|sẽ|chưa|là|mới|phải|thì|để|ở|từ) )${WORD} (?:${DUTY}|rồi)
  ${KIN} ${NAME} (?:đã |vừa )?được (?:phân công|giao|cử)
  (?:${KIN} ${NAME}|(?:phó phòng|phó trưởng phòng|chuyên viên) ${NAME}|(?:đồng chí|bạn|cô|chú|bác) ${WORD}|(?<=(?:^|[,.;:]|để|do|là|này|<task>) )${NAME}) (?:(?:bên |ở |trong |của )?(?:phòng em|phòng|bên em|bên mình) |(?:phó phòng|trưởng phòng|phó|trưởng|chuyên viên)(?: phòng| em| phòng em| bên em)? |sẽ |đang |là người |mới |được giao |trực tiếp |đã )*(?:phụ trách|chủ trì|đảm nhận|làm thay|đầu mối|(?:nhận|theo dõi|lo|làm) (?:việc|vụ|mảng|nội dung|nhiệm vụ|phần) này)
  (?:^|(?:việc|nội dung|nhiệm vụ|mảng|vụ|cái) này) (?:${KIN} )?${NAME} (?:(?:trong|bên|ở|của) (?:phòng em|phòng|bên em|em) )?(?:đang |sẽ |trực tiếp )*${DUTY}(?= (?:$|[,.]|việc này))
  (?:(?:đồng chí|anh|chị|em|bạn|cô|chú) )?(?:phó phòng|phó trưởng phòng|phó giám đốc|phó chi cục trưởng|chuyên viên(?: ${NAME})?|${KIN} ${NAME}|(?<=(?:^|[,.;:]|để|do|là|này|<task>) )${NAME}) (?:sẽ |đang |được phân công )*(?:làm thay|thay|nhận thay|đứng thay|gánh thay|lo thay|xử lý thay|phụ trách thay|điều hành|đảm nhiệm)(?= (?:$|[,.;]|em|tôi|mình|phần))
  (?:việc này|nội dung này|nhiệm vụ này|<task>|mảng này|vụ này)(?: là| do| của| thì)+ (?:${KIN} ${NAME}|${NAME})
`;

const DECLINES = expressions`
  (?:cho|xin)(?: em| phòng em| phòng| đơn vị)? khỏi (?:nhận|làm|tham gia)
  (?:không|từ chối) (?:thể )?(?:nhận|tiếp nhận|đảm nhận|tham gia|làm)(?: thêm)? (?:việc|nhiệm vụ|nội dung|phần|vụ|<task>|đâu)
  xin (?:phép )?(?:không|từ chối) (?:nhận|tham gia|tiếp nhận|làm|thực hiện)|xin (?:phép )?từ chối
  (?<!(?:tư|thầu|nghiệp|<unit>|tác|ty|họ|vấn) )xin (?:phép )?(?:rút(?! kinh nghiệm)|thôi)(?: không)?
  xin kiếu|từ chối (?:nhận|nhiệm vụ|việc)|^ (?:em |phòng em |tôi |phòng )?(?:xin )?từ chối(?= (?:$|[,.]))|không nhận(?= (?:$|[,.]|đâu|vì|do))
`;

const CANNOT = expressions`
  (?:không|chẳng|khó|khó có thể) (?:thể |có khả năng |đủ khả năng |đủ điều kiện |có điều kiện |có cách nào )?(?:hoàn thành|thực hiện|làm|triển khai|xong)(?: được| nổi| xong)+
  không (?:thể|có khả năng|đủ khả năng|đủ điều kiện|có điều kiện|có cách nào) (?:để )?(?:hoàn thành|thực hiện|làm|triển khai|đáp ứng|đạt(?! (?:tiến độ|kịp)))
  không (?:hoàn thành|thực hiện|làm|triển khai) ${upTo(2)}được|làm không (?:được|nổi)
  (?:^|em|phòng em) chịu(?= (?:$|[,.]))|bất khả thi|không khả thi|(?:vượt|ngoài|quá) (?:quá )?(?:khả năng|thẩm quyền)|chịu (?:thua|rồi)
`;
/** "không hoàn thành nổi trong quý này đâu" */
const AT_ALL = pattern('không (?:[^ ,.;:?!()]+ ){1,2}nổi');
const IN_TIME = pattern('kịp|đúng hạn|trước hạn|(?:trước|trong) (?:<future>|<today>)|<today>');
const ASKED = pattern('\\?|được không');
const UNIT_NAMED = pattern('<unit>');

/** "Chi cục xin không nhận việc này vì không đúng chuyên môn": the unit named is the one that refuses. */
const REFUSES = pattern(
  '^ <unit> (?:xin )?(?:phép )?(?:không|từ chối) (?:nhận|tham gia|tiếp nhận|làm|thực hiện)',
);

export type Handover = 'reassign' | 'delegate' | 'wrong_recipient' | 'decline';

/** What a reply says of whose task it is; null where it takes the task as its own. */
export function handoverIn(saying: Saying): Handover | null {
  if (has(saying, ORDERS_UNIT) || has(saying, LEADS_AND_HELPS) || asksWhoseTask(saying)) return null;
  if (has(saying, WRONG_CONTACT)) return 'wrong_recipient';
  const isNotOurs = has(saying, NOT_OURS);
  if (isNotOurs && has(saying, UNIT_NAMED) && !has(saying, REFUSES)) return 'reassign';
  if (has(saying, WRONG_RECIPIENT) && !has(saying, OWN_SLIP))
    return has(saying, PROPOSES_UNIT) || has(saying, OF_UNIT) || has(saying, THEIRS) || has(saying, UNIT_DOES)
      ? 'reassign'
      : 'wrong_recipient';
  if (has(saying, DECLINES)) return 'decline';
  if (isNotOurs) return 'reassign';
  if (has(saying, PROPOSES_UNIT) && !has(saying, PAPERS_SENT)) return 'reassign';
  if ((has(saying, MOVED) || has(saying, THEIRS)) && !has(saying, ASKED)) return 'reassign';
  return has(saying, DELEGATES) ? 'delegate' : null;
}

/** "không thực hiện được": for good. In time or not is another matter ("không kịp"). */
export const cannotComplete = (saying: Saying): boolean =>
  has(saying, CANNOT) && (!has(saying, IN_TIME) || has(saying, AT_ALL)) && !has(saying, ASKED);
