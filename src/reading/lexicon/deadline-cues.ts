// Words that make a time a deadline, and say how it binds.
import { Phrases, phraseSet } from '../recognizers/phrases.ts';

/**
 * What a word before a time says of it; one bit each, so that several can be held and asked for together. `before`:
 * strictly earlier. `latest`, `label`, `upto`, `done`, `move`: that day included. `within`: in that stretch. `at`: at that
 * day. `from`, `after`: where something begins. `past`: said of a past day. `over`: already late. `not`: denied or
 * replaced. `old`: a former deadline.
 */
export const Cue = {
  before: 1,
  latest: 2,
  label: 4,
  upto: 8,
  done: 16,
  move: 32,
  within: 64,
  at: 128,
  from: 256,
  after: 512,
  past: 1024,
  over: 2048,
  not: 4096,
  old: 8192,
} as const;

/** Several cues at once: the sum of their bits. */
export type Cues = number;

/** "ngày cuối cùng nhận hồ sơ": the last day on which something is taken in or may be done. */
const LAST_DAYS = ['ngày cuối cùng', 'ngày cuối', 'ngày chót', 'hôm cuối', 'buổi cuối']
  .flatMap((day) =>
    [
      'nhận',
      'tiếp nhận',
      'thu',
      'nộp',
      'gửi',
      'đăng ký',
      'bổ sung',
      'góp ý',
      'để',
      'được',
      'cho phép',
      'mở cổng',
      'của đợt nhận',
      'của đợt đăng ký',
      'của thời hạn',
    ].map((act) => `${day} ${act}`),
  )
  .join(', ');

const LABELS = `${LAST_DAYS}, hạn, hạn chót, hạn cuối, hạn cuối cùng, hạn nộp, hạn gửi, hạn báo cáo, hạn trình, hạn hoàn thành, hạn trả lời, hạn nhận, hạn đăng ký, hạn xử lý, hạn góp ý, thời hạn,
  thời hạn hoàn thành, thời hạn thực hiện, thời hạn gửi, thời hạn nộp, thời hạn báo cáo, thời hạn trình, thời hạn xử lý, thời hạn trả lời, thời hạn cuối, thời hạn cuối cùng, thời hạn chót, thời hạn nhận,
  thời gian hoàn thành, thời gian thực hiện, thời gian gửi, thời gian nộp, thời gian báo cáo, thời gian trình, thời gian triển khai, thời gian lấy ý kiến, thời gian góp ý,
  thời gian nhận, thời gian nhận hồ sơ, thời gian xử lý, thời gian đăng ký, thời gian rà soát, thời gian giải quyết, tiến độ, tiến độ hoàn thành, tiến độ thực hiện, tiến độ trình,
  deadline, dl, ddl, dealine, deadlines, due, hạn mới, thời hạn mới, mốc hoàn thành, mốc thời gian, mốc, thời điểm hoàn thành, ngày hoàn thành, ngày nộp, ngày trình, ngày gửi, ngày báo cáo, ngày đến hạn, lịch nộp, hạn mức thời gian,
  gia hạn đến, gia hạn tới, gia hạn sang, gia hạn thêm đến, gia hạn, xin gia hạn, kéo dài thời hạn đến, gia hạn thời gian đến, gia hạn đến hết, lùi thời hạn, lùi hạn, chốt hạn, ra hạn, được kéo dài đến, được kéo dài tới, được kéo dài đến hết, được kéo dài tới hết, kéo dài đến, kéo dài tới, kéo dài đến hết`;

/** "không quá", "ko trễ hơn": that day included. */
const NOT_LATER = [
  'không',
  'ko',
  'k',
  'kg',
  'kh',
  'khg',
  'hông',
  'hong',
  'hok',
  'chẳng',
  'không được',
  'ko được',
  'không nên',
  'đừng',
]
  .flatMap((not) =>
    [
      'quá',
      'muộn hơn',
      'chậm hơn',
      'trễ hơn',
      'muộn quá',
      'chậm quá',
      'trễ quá',
      'sau',
      'để quá',
      'vượt quá',
      'lố',
      'quá ngày',
    ].map((late) => `${not} ${late}`),
  )
  .join(', ');

/** "hết hiệu lực từ", "thôi áp dụng kể từ": from then on something no longer holds. */
const NO_LONGER_HOLDING = [
  'hết hiệu lực',
  'hết hiệu lực thi hành',
  'chấm dứt hiệu lực',
  'mất hiệu lực',
  'hết hạn',
  'thôi áp dụng',
  'ngừng áp dụng',
  'không áp dụng',
  'bãi bỏ',
  'chấm dứt',
]
  .flatMap((end) => ['từ', 'kể từ', 'bắt đầu từ', 'từ sau'].map((since) => `${end} ${since}`))
  .join(', ');

/** What a label begins with: few words, so that one can be sought far back. */
export const LABEL_HEADS = phraseSet(LABELS);

/** Words directly before a time. Chains are read from right to left: "chậm nhất là trong". */
export const CUES = new Phrases<Cues>([
  [
    Cue.before,
    'trước, trước ngày, trc, trk, trức, trước thời điểm, trước mốc, trước lúc, trước thời gian, trước khoảng, trước cả, sớm hơn, đến trước, before',
  ],
  [
    Cue.latest,
    `${NOT_LATER}, chậm nhất, trước hoặc trong, trước hoặc đúng, đúng hoặc trước, trước và trong, trước hoặc ngay trong, trước hoặc chậm nhất, trước hoặc vào, trong hoặc trước, muộn nhất, trễ nhất, lâu nhất, chậm nhất là, tối đa, khong qua, chậm lắm, muộn lắm,
    trễ lắm, cùng lắm, quá lắm, lâu lắm, muộn nhứt, trễ nhứt, chậm nhứt, không kéo dài quá, đừng quá, đừng để quá, chớ quá, hết hạn nộp, hết hạn gửi, hết hạn nhận, hết hạn đăng ký, trễ nhất là, không quá thời hạn`,
  ],
  [Cue.label, LABELS],
  [
    Cue.upto,
    'đến, tới, đến hết, tới hết, cho đến, cho tới, cho đến hết, cho tới hết, hết, hết cả, trước khi hết, trước lúc hết, trước khi kết thúc, kết thúc, kết thúc vào, kết thúc trong, đến cuối',
  ],
  [
    Cue.done,
    'xong, hoàn thành, hoàn tất, xong trong, xong vào, là xong, hoàn thành trong, hoàn thành vào, hoàn thành xong, phải xong, xong xuôi, dứt điểm, dứt điểm trong, xong hết, đóng, đóng vào, đóng lúc, khóa lúc, khóa vào',
  ],
  [
    Cue.move,
    `sang, thành, xuống, qua, lên, về, dời, dời đến, dời tới, dời sang, dời qua, lùi, lùi đến, lùi tới, lùi sang, lùi xuống, lùi qua, lùi lại, lùi lại đến, lùi về, hoãn đến, hoãn sang, hoãn tới, đổi thành, đổi sang, đổi lại,
    chuyển sang, chuyển thành, chuyển qua, điều chỉnh thành, điều chỉnh sang, điều chỉnh đến, đổi, xin đến, xin tới, xin lùi, xin dời, cho đến, rút xuống, rút ngắn còn, đẩy lên, đẩy sang, đẩy lùi đến, nay là, nay đổi thành, sửa thành, mà là, chỉnh thành`,
  ],
  [
    Cue.within,
    'trong, trong vòng, nội trong, ngay trong, trong khoảng, trong thời hạn, trong thời gian, trong phạm vi, gói gọn trong, trọn trong, gọn trong, trong cả, ngay',
  ],
  [
    Cue.at,
    'vào, lúc, vào lúc, vào khoảng, khoảng, tầm, cỡ, đúng, vào đúng, vào hồi, chừng, độ, dịp, nhân dịp, vào dịp, trong dịp, on, at',
  ],
  [
    Cue.from,
    `${NO_LONGER_HOLDING}, từ, kể từ, tính từ, bắt đầu từ, từ sau, bắt đầu, bắt đầu vào, kể từ sau, từ trước, có hiệu lực từ, có hiệu lực, hiệu lực từ, áp dụng từ, khởi đầu từ`,
  ],
  [Cue.after, 'sau, sau khi, qua hết, quá, qua ngày, quá thời điểm'],
  [Cue.past, 'hôm, hồi, từ hôm, bữa, từ hồi, mới hôm, vừa hôm, đợt, hồi đầu, hồi cuối'],
  [
    Cue.over,
    'đã quá, quá hạn, trễ hạn, trễ, quá hạn từ, trễ hạn từ, chậm so với, trễ so với, muộn so với, so với, so với hạn, tính đến, tính tới, tính đến hết, tính đến ngày, tính tới hết, quá thời hạn, đã quá thời hạn, lũy kế đến, luỹ kế đến, hết hạn, hết hiệu lực, đến hạn, hết hạn vào, hết hiệu lực vào, đã hết hạn',
  ],
  [
    Cue.not,
    'không để sang, không để đến, không để tới, đừng để sang, đừng để đến, đừng để tới, không cần, không cần phải, không nhất thiết, không nhất thiết phải, không bắt buộc, ko cần, k cần, kg cần, kh cần, hông cần, khỏi cần, chưa cần, đâu cần, không phải, không phải là, ko phải, hông phải, k phải, kg phải, kh phải, hok phải, hong phải, chả phải, có phải, không phải trước, chứ không phải, chứ ko phải, thay vì, thay cho, thay cho hạn, thay cho ngày, khỏi, đâu phải, bỏ hạn, hủy hạn, không còn là, không phải hạn, không làm, không phải ngày',
  ],
  [
    Cue.old,
    'hạn cũ, thời hạn cũ, hạn trước, hạn trước đây, thời hạn trước đây, hạn ban đầu, thời hạn ban đầu, hạn cũ là, trước đây là, ban đầu là, cũ là, cũ, hạn đã giao, hạn đã qua, theo hạn cũ, hạn lần trước, hạn lúc đầu, hạn đầu tiên',
  ],
]);

/** Verbs that move a deadline: without one before it, "sang" or "thành" moves something else. */
export const MOVING = phraseSet(
  'lùi, dời, rời, đổi, chuyển, điều chỉnh, gia hạn, hoãn, rút, đẩy, chỉnh, sửa, thay, xin, kéo dài thời hạn, kéo dài thời gian, đổi lại, nay, giờ, thống nhất',
);

/** Words passed over between cues and the time. */
export const CUE_FILLERS = phraseSet(
  'là, thì, ngày, của, cái, được, cũng, mới, phải, luôn, nhé, nha, đó, em, anh, chị, cho, tới ngày, các ngày, những ngày, hôm, buổi, thời điểm, ngay, dự kiến, cố gắng, khoảng, cả, đúng, nay, vẫn, tầm, nguyên, mốc, cuối cùng, gần nhất, sớm nhất',
);

/** Before "hạn": late, in time, a limit, a drought; and after it: a restriction. */
export const NOT_A_LABEL_BEFORE = phraseSet(
  'quá, đúng, trễ, kịp, hết, đáo, đến, sắp đến, trước, giới, quyền, hữu, vô, ngắn, dài, trung, kỳ, chậm, khỏi, lỡ, trả, còn, sát, trong, tới, gần đến, sắp hết, muộn, gần hết, thẩm',
);
export const NOT_A_LABEL_AFTER = phraseSet(
  'chế, hán, hẹp, mặn, ngạch, mức, điền, định, độ, sử dụng, bảo hành, bổ nhiệm, hợp đồng, cấp phép, giấy phép, hiệu lực, bằng lái, thẻ, công tác, thuê, vay, thanh tra, kiểm tra, kiểm toán, điều tra, tạm giữ, tạm giam, đình chỉ, tạm đình chỉ, kỷ luật, biệt phái, luân chuyển, thử việc, tập sự, thực tập, bảo quản, lưu trữ, lưu giữ, lưu kho, giữ chức, cách ly, bảo lưu',
);

/** Said after a time: that it is the limit. */
export const CUES_AFTER = phraseSet(`
  là hạn, là thời hạn, là mốc, là thời điểm khóa, là thời điểm đóng, là thời điểm chốt, là thời điểm kết thúc, là hạn chót, là hạn cuối, là deadline, là chót, là cùng, là chậm nhất, là muộn nhất, là ngày cuối, là ngày cuối cùng, là trễ nhất, là phải xong, là phải có, là xong, là được, hết hạn,
  đóng, đóng sổ, đóng cổng, đóng hệ thống, đóng phần mềm, khóa sổ, khóa phần mềm, khóa hệ thống, chốt, chốt sổ, chốt số, chốt danh sách, trở về trước, trở lại, đổ lại, đổ về trước, hoặc sớm hơn, hoặc trước đó, là hết, phải xong, là phải nộp, là phải gửi, hết nhận, ngừng nhận, đến hạn, tới hạn, là đến hạn, là hết hạn, là hệ thống khóa, là hệ thống đóng, là khóa, là đóng, hệ thống khóa, hệ thống đóng, là khóa sổ,
  khoá sổ, khoá phần mềm, khoá hệ thống, là khoá, là khoá sổ, hệ thống khoá, đóng đơn, là đóng đơn, là chốt, là chốt sổ, là chốt danh sách
`);

/** Politeness and forms of address: a message of a time and these alone names a deadline. */
export const PARTICLES = phraseSet(`
  nhé, nha, nhá, nhe, nghe, ạ, á, à, ờ, ừ, ha, hen, nghen, nhen, luôn, thôi, vậy, đi, ơi, ok, oke, okie, okay, dạ, vâng, em, anh, chị, các, mọi người, cả nhà, mấy, đồng chí, đ / c, đc, sếp, bạn, ae, ace, a, e, c,
  cho, với, xin, phòng, này, đó, đấy, nè, nầy, cơ, kìa, mà, thì, là, được, nữa, thế, vào, lúc, khoảng, tầm, chắc, vẫn, đúng, chính xác, chú ý, lưu ý, gấp, khẩn, tụi em, bọn em, chúng em, mình, bên em, bên mình, phòng em, anh em, anh chị em, tất cả, toàn cơ quan, nhớ, nhen, giúp, dùm, giùm, hộ, cám ơn, cảm ơn, thanks, tks, cô, chú, ông, bà, bác
`);

/** "trước một tuần, tức ngày 28/5": between a way to find the day and the day. */
export const THAT_IS = phraseSet('tức, tức là, nghĩa là, có nghĩa là, cụ thể, cụ thể là, tức trước, tức vào');

/** Said after a wish: "mai nhé, mốt anh bận". */
export const REQUESTING_PARTICLES = phraseSet(
  'nhé, nha, nhá, nhe, nghe, nghen, nghen em, hen, ạ, luôn nhé, luôn nha',
);
