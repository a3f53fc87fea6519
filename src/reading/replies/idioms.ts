// Phrases whose "không" or "chưa" denies nothing of the task. They are taken out, or put as what they mean, before
// anything is judged.
import type { Saying } from './wording.ts';
import { WORD, expressions, find, pattern, sayingOf, upTo } from './wording.ts';

const IDIOMS: readonly (readonly [idiom: RegExp, meaning: string])[] = [
  [
    pattern('nhưng (?:vẫn )?(?:không|khỏi) (?:lo |bị )?(?:trễ|chậm|muộn|quá)(?: hạn| tiến độ)?(?: đâu)?'),
    'nhưng kịp hạn',
  ],
  [
    pattern(
      'chưa (?:bao giờ|lần nào|từng)(?= (?:xong|làm|nộp|gửi|hoàn thành) (?:sớm|nhanh|gọn|lẹ|kịp) (?:vậy|thế|như vậy|đến vậy|đến thế))',
    ),
    'đã',
  ],
  [pattern('(?:<wait> )*<wait>'), ''],
  // "chưa có gì chậm", "không thấy gì lạ": what is bad has not come about.
  [
    pattern(
      `(?:không|chưa|chẳng) (?:có |thấy |gặp |bị |phát sinh )+gì (?!(?:cả|hết|đâu|mới|để|thêm|khác|về|từ|nữa|mà|vì|do|nên|gửi|nộp|em|anh|chị|sếp) )(?:là |quá |lắm )?${WORD}(?= (?:$|[,.;]|cả|hết|đâu))`,
    ),
    '',
  ],
  // Nothing wrong anywhere: "không cơ sở nào vi phạm".
  [
    expressions`
      (?:không|chưa|chẳng) (?:phát hiện|phát sinh|xảy ra|ghi nhận)(?: thêm| ra)? ${upTo(4)}(?:nào|gì)(?= (?:$|[,.]))
      (?:không|chưa|chẳng)(?: có| thấy| phát hiện)? ${upTo(3)}nào (?:(?:bị|gặp) ${WORD}(?: ${WORD})?|(?:bị |còn |để |có )*(?:vi phạm|sai phạm|sai sót|sai|sót|thiếu|bỏ sót|vắng|trễ hạn|trễ|chậm|quá hạn|vướng|khiếu nại|phản ánh|tồn đọng|bất thường|lỗi|xảy ra))(?: gì| cả| hết)*
    `,
    'không có vi phạm',
  ],
  // "Không có tiền thì làm sao mà làm": asks nothing.
  [
    pattern(
      'thì (?:(?:em|phòng em|anh em|người ta) )?(?:(?:biết |lấy gì |lấy đâu )?(?:làm sao|sao|kiểu gì|lấy gì|bằng cách nào|cách nào)) (?:mà )?(?:làm|xong|nộp|gửi|triển khai|thực hiện|kịp|báo cáo|tổng hợp|hoàn thành|chạy|trình|ra)(?: được| nổi| kịp| xong)*(?: (?:hả|chứ|đây|giờ|bây giờ))?(?: (?:anh|chị|sếp|em))?(?= (?:$|[,.?!]))',
    ),
    'nên không làm được',
  ],
  [pattern('xong thì(?= xong)'), 'đã'],
  [pattern('(?:đã |vừa )?đăng ký(?= hoàn thành)'), 'dự kiến'],
  [
    pattern(
      `(?:đợi|chờ|xin) (?:(?:anh|chị|sếp|lãnh đạo) )?(?:giao )?(?:việc|nhiệm vụ) (?:mới|khác|tiếp)(?: theo)?`,
    ),
    '',
  ],
  // What the bot is asked to do about a task that is over.
  [
    expressions`
      (?<!(?:thì|là) )(?:(?:kính |xin )?(?:đề nghị|mong|nhờ|xin|cho) )?(?:(?:anh|chị|sếp|bot|văn phòng|lãnh đạo|<unit>|em|phòng em) )*(?:cho (?:phép )?)?(?:kết thúc|đóng|tắt|bỏ|gỡ|xóa|dừng|thôi|ngừng)(?: việc| nhiệm vụ| mục| nội dung)?(?: này)? (?:theo dõi|nhắc|nhắc việc|cảnh báo|khỏi danh sách|ra khỏi danh sách|trên hệ thống|khỏi hệ thống)(?: nhắc| này| giúp| em| nhé| nữa| với| phòng em| cho em)*
      (?:kính )?(?:đề nghị|xin|mong) (?:(?:anh|chị|sếp|văn phòng|lãnh đạo|<unit>) )*(?:cho )?(?:phép )?(?:đóng|kết thúc)(?: việc| nhiệm vụ| nội dung)?(?: này| <task>)*(?= (?:$|[,.]))
      (?:nhờ |đề nghị )?(?:anh|chị|sếp|văn phòng|<unit>) (?:tích|tick|đánh dấu|cập nhật|chuyển trạng thái|bấm)(?: xong| hoàn thành| đã xong| đã hoàn thành)?(?: giúp| hộ| cho)(?: em| phòng em)?(?: trên hệ thống| với)?
    `,
    '',
  ],
  [pattern('chứ (?:sao|gì|lại)(?: (?:mà )?(?:không|chưa|nữa))?(?: xong| làm| gửi)?'), ''],
  [
    pattern(
      '(?:không|chẳng|khỏi|đâu) cần (?:xin )?(?:gia hạn|lùi|hoãn|thêm hạn|nhắc|chờ)(?: thêm| nữa| đâu| gì)*',
    ),
    '',
  ],
  [pattern('không (?:có )?ý kiến (?:gì|khác|thêm)(?: thêm| khác)*(?= (?:$|[,.]))'), 'nhất trí'],
  [pattern('đâu ra (?:đấy|đó)|(?<=(?:xong|xuôi) )đâu (?:đấy|đó)'), 'đâu vào đấy'],
  [pattern('chưa gì (?:đã|mà)|đừng lo|khỏi lo'), ''],
  // The deadline has not come, or is far: nothing is denied.
  [
    pattern(
      '(?:(?:tuy |dù |mặc dù )?(?:chưa|còn lâu mới|còn .{1,12} mới) (?:đến|tới|hết) (?:hạn|thời hạn|ngày|kỳ)(?: nộp| báo cáo)?(?: mà| nhưng| ,)*)(?= (?:em|phòng em|phòng|đơn vị|tôi|mình|bên|đã|vẫn|<unit>) )',
    ),
    '',
  ],
  [
    pattern(
      '(?:cứ )?tưởng [^.;?!]*?(?:,|mà|nhưng) (?:ai ngờ|hóa ra|hoá ra|té ra|ai dè|thì ra)(?: ổn| được| không sao)?(?: ,)?',
    ),
    '',
  ],
  [pattern('(?:không|khỏi) (?:phải )?lo (?:muộn|trễ|chậm|quá)(?: hạn| tiến độ)?'), ''],
  [pattern('(?:có|làm|còn) gì (?:đâu |còn )?mà (?:chưa|không)(?: xong| gửi| nộp| làm)?(?: ,)?'), ''],
  [pattern('chưa (?:hết giờ|đến hạn|tới hạn|hết hạn|đến ngày|hết tuần|hết tháng|<today>) mà'), ''],
  [pattern('tưởng (?:là )?(?:khó|lâu|không xong|chưa xong|không kịp)[^,.;?!]* (?:mà|nhưng)'), ''],
  // A reproach taken up to be denied: "không phải em chưa gửi, em gửi rồi".
  [
    expressions`
      (?:không|đâu) phải (?:là )?(?:em |phòng em |phòng |tôi |mình )?(?:chưa|không|quên|trễ|chậm)(?: ${WORD}){0,4}(?= , )
      (?:ai|đứa nào|người nào) (?:bảo|nói|báo)(?: là)? [^,.;?!]*(?= , )
      (?:đâu có|có|nào có) (?:trễ|chậm|muộn|quên)(?: hạn| tiến độ| gì)?(?: đâu)?(?= , )
      (?:${WORD} )+đâu ra(?= , )|(?:nói|bảo) [^,.;?!]* oan [^,.;?!]*(?= , )
    `,
    '',
  ],
  [
    pattern(
      '(?:mà |sao |thế sao |thế mà )+(?:bot |hệ thống |máy |vẫn |cứ |còn |lại )+(?:báo|nhắc|hiện|để|hỏi|ghi)(?: (?!chưa|nhưng|mà|còn)[^ ,.;:?!()]+){0,4}',
    ),
    '',
  ],
  // The slip was in the telling.
  [
    pattern(
      '(?<!(?:hay|mà|nào|ai) )chưa (?:kịp )?(?:báo(?! cáo)|nói|nhắn|cập nhật)(?: anh| chị| sếp| lại| cho| với)*',
    ),
    '',
  ],
  [
    pattern(
      '(?:(?:nhưng|(?<!giá )mà|tại|do) (?:em |phòng em )?)?quên (?:không |chưa |mất |béng )*(?:báo|nói|nhắn|cập nhật|bấm|nhấn|tick|tích|đánh dấu|chọn|ghi nhận|chuyển trạng thái)(?: anh| chị| sếp| lại| xong| hoàn thành| nút| trạng thái)*(?: (?:trên|lên|vào) (?:hệ thống|phần mềm|bot|sổ|app))?(?: là| rằng)?',
    ),
    '',
  ],
  [pattern('tưởng (?:là |đã )*(?:báo|nói|nhắn|gửi)(?: anh| chị| sếp| lại)* rồi'), ''],
  // What was not so yesterday is so today.
  [pattern('(?:<past> [^,.;?!]*(?:chưa|không)|(?:chưa|không) [^,.;?!]*<past>) [^,.;?!]*nhưng'), ''],
  [
    expressions`
      (?:không|chẳng) (?:những|chỉ)|không (?:quá|ngờ)
      không (?:có )?vấn đề gì|không sao(?: đâu)?|không phải (?:nhắc|lo|chờ|đợi|giục|hối|đôn đốc|thúc|hỏi|gọi)(?: em| phòng em)?(?: nữa)?(?: đâu)?(?: (?:anh|chị|sếp)(?= [,.]))?
      không (?:trễ|chậm|muộn|sót|sai|thiếu)(?: hạn| tiến độ| gì| ai| người nào| mục nào| bản nào| đơn vị nào| việc nào| cái nào| ngày nào)*(?: ${WORD} (?:nào|gì)(?: đâu| cả| hết)?)?
    `,
    '',
  ],
  [pattern(`(?:không|chẳng) còn ${upTo(4)}(?:nào|gì)[^,.;?!]*(?= )`), ''],
  [pattern('chứ (?:không|đâu) (?:phải|có) (?!(?:phòng|em|của|việc của))[^ ,.;:?!()]+(?: đâu)?'), ''],
  [
    pattern(
      '(?:đừng|khỏi|không cần|thôi) (?:nhắc|giục|hỏi|hối|chờ|đợi|lo)(?: em| nữa| lại| phòng em| anh| chị| sếp)*(?= [,.;])',
    ),
    '',
  ],
];

export function withoutIdioms(saying: Saying): Saying {
  let plain = sayingOf(saying.words);
  for (const [idiom, meaning] of IDIOMS) {
    const { words } = plain;
    const found = find(plain, idiom);
    const first = words[found?.first ?? -1];
    if (found === null || first === undefined) continue;
    const meant = meaning === '' ? [] : meaning.split(' ').map((text) => ({ ...first, text }));
    plain = sayingOf([...words.slice(0, found.first), ...meant, ...words.slice(found.end)]);
  }
  return plain;
}
