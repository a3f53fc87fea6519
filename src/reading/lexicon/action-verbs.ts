// Verbs that work orders begin with. They show where a unit's name ends and its work begins, and which sentences
// without a subject still order something.
import { phraseList } from './phrase-list.ts';

/** Work that can be finished. */
export const ACTION_VERBS: readonly string[] = phraseList(`
  ban hành, bàn giao, báo cáo, bảo đảm, đảm bảo, bám sát, bám, biên soạn, biên tập, bố trí, bồi dưỡng,
  bổ sung, bổ nhiệm, cân đối, cải tạo, cải tiến, cài đặt, cấp, cấp phát, cập nhật, chấm, chấm điểm,
  chấn chỉnh, chấp hành, chỉ đạo, chỉnh lý, chỉnh sửa, chi trả, chịu trách nhiệm, cho ý kiến, chọn, chốt,
  chủ động, chuẩn bị, chuẩn hóa, chuyển, chụp, công bố, công khai, cung cấp, củng cố, cử, dọn dẹp, dự,
  dự thảo, dự toán, duy trì, đánh giá, đào tạo, đăng, đăng ký, đăng tải, đặt, đẩy mạnh, đẩy nhanh, đề xuất,
  điều chỉnh, điều tra, điều phối, đính chính, đi, đi công tác, đi kiểm tra, đón, đón tiếp, đôn đốc,
  đối chiếu, đối soát, đo kiểm, đưa, đưa tin, ghi, ghi nhận, giải quyết, giải trình, giải ngân, giám sát,
  giao, góp ý, gỡ, gởi, gửi, hoàn chỉnh, hoàn tất, hoàn thành, hoàn thiện, họp, hợp đồng, hướng dẫn, in,
  in ấn, kết nối, kê khai, khai báo, khảo sát, khắc phục, khẩn trương, kiểm định, kiểm đếm, kiểm kê,
  kiểm soát, kiểm thử, kiểm tra, kiện toàn, ký, lãnh đạo, lấy, lấy ý kiến, làm, làm rõ, làm việc, lắp đặt,
  lập, lên, lên kế hoạch, lên lịch, liên hệ, lo, lựa chọn, lưu, lưu trữ, mở, mời, mua, mua sắm, nắm,
  nâng cao, nâng cấp, nêu, nghiên cứu, nghiệm thu, nghiêm túc, nhanh chóng, nhập, nhập liệu, nhân rộng,
  niêm yết, nộp, ổn định, phát động, phát hành, phát huy, phát triển, phân bổ, phân công, phân loại,
  phân nhóm, phân tích, phê duyệt, phổ biến, phối hợp, phụ trách, photo, quán triệt, quản lý, quan tâm,
  quyết toán, rà, rà lại, rà soát, ra quân, ra soát, sao lưu, sao gửi, sao y, sắp xếp, sẵn sàng, sớm, soạn,
  soạn thảo, số hóa, sơ kết, sửa, sửa chữa, sửa đổi, tập huấn, tập hợp, tập trung, tăng cường, tạo,
  tạo điều kiện, tạo lập, tham dự, tham gia, tham khảo, tham mưu, thanh lý, thanh toán, thanh tra, thành lập,
  thay thế, thẩm định, thẩm tra, theo dõi, thi công, thiết kế, thiết lập, thông báo, thông tin, thông qua,
  thống kê, thống nhất, thu, thu hồi, thu thập, thuê, thực hiện, thường trực, thường xuyên, tích hợp,
  tích cực, tiến hành, tiếp, tiếp nhận, tiếp thu, tiếp tục, tìm, tìm hiểu, tính, tính toán, tổ chức,
  tổng hợp, tổng kết, tổng kiểm kê, tổng rà soát, trả lời, trả, tránh, trang trí, trao đổi, triển khai,
  trình, trình bày, trích lục, trực, trực tiếp, truyền thông, tuyên truyền, tuyển dụng, tự kiểm tra, tư vấn,
  ưu tiên, vận động, vận hành, viết, vào, xác định, xác minh, xác nhận, xây dựng, xem, xem lại, coi, coi lại,
  dòm lại, xem xét, xét, xin, xin ý kiến, xong, xử lý, xuất, ngừng, dừng, tạm dừng, bỏ, gia hạn, bảo trì,
  bảo dưỡng, bảo vệ, trích xuất, tách, gộp, gom, nhắc, thúc, bấm, scan, quét, test, check, up, post,
  quyết liệt, chuyển đổi, thực thi, tuân thủ, nhận, giữ, giới thiệu, treo, dán, liên kết, ký kết, kết luận,
  đề nghị, đàm phán, mở rộng, tháo gỡ, tìm kiếm, huy động, khen thưởng, xếp loại, xếp hạng, bình xét, bầu,
  thẩm mỹ, cấp cứu, điều trị, khám, khám sức khỏe, tiêm, tiêm chủng, giám định, phòng chống, xử phạt,
  ngăn chặn, phát hiện, tiếp công dân, hoàn trả, trưng bày, quảng bá, sưu tầm, kích hoạt, đồng bộ, chia sẻ,
  khai thác, khóa, thẩm duyệt, duyệt, quyết định, chủ động phối hợp, thay mặt, bảo quản, chăm lo,
  hiệp thương, đề ra, định kỳ, khởi công, khánh thành, rút kinh nghiệm, kiểm điểm, nhân bản, bán, đấu thầu,
  đấu giá, chỉ định thầu, giải phóng, đền bù, bồi thường, thu gom, phun, ủng hộ, đóng góp, quyên góp,
  hiến máu, trao, trao tặng, tặng, thăm hỏi, thăm, viếng, ngồi lại, tiễn, gặp, gặp gỡ, gặp mặt, ghi hình,
  ghi âm, quay phim, livestream, thử nghiệm, thí điểm, cải cách, cắt giảm, đơn giản hóa, rút ngắn, lồng ghép,
  luân chuyển, điều động, bình chọn, cam kết, chuyển giao, đấu nối, di dời, di chuyển, tháo dỡ, phục hồi,
  khôi phục, thay, thay đổi, đổi, đóng dấu, phát, giải đáp, phản hồi, hủy, tiêu hủy, truy thu, nhập kho,
  xuất kho, gọi, gọi điện, nhắn, chạy thử, lắp, vẽ, dịch, học, ôn tập, trồng, chăm sóc, vệ sinh,
  tổng vệ sinh, dọn vệ sinh, khởi động, khởi tạo, thẩm định lại, hiệu chỉnh, hiệu chuẩn, kiểm chứng,
  kiểm nghiệm, lấy mẫu, thử, gắn, gắn kết, dán nhãn, công chứng, chứng thực, đề cử, tiến cử, suy tôn,
  vinh danh, đưa đón, tiếp đón, tiếp đoàn, lưu ý, chú ý, ghi chép, tốc ký, ứng cứu, ứng phó, ứng trực,
  diễn tập, phòng ngừa, phong tỏa, khoanh vùng, truy vết, xét nghiệm, cách ly, phân phối, điều chuyển,
  cấp bù, tạm ứng, hoàn ứng, đối ứng, chuyển tiền, nộp tiền, thu phí, ghi thu, kết chuyển, khóa sổ, chốt sổ,
  mở sổ, đóng sổ, nâng, nâng bậc, bổ nhiệm lại, quy hoạch, tinh giản, đánh số, phân quyền, cấp quyền,
  cấp tài khoản, tạo tài khoản, phê chuẩn, đối thoại, trưng cầu, tiếp xúc, khuyến khích, tôn vinh, đăng bài,
  viết bài, làm phim, in sách, chỉnh trang, sơn sửa, sửa sang, tu bổ, tôn tạo, nạo vét, khơi thông, cắm mốc,
  đo đạc, trích đo, giao đất, thu hoạch, thả, cấy, bón, tưới, kiểm dịch, tiêu độc, khử trùng, kê đơn,
  cấp phép, cấp đổi, gia cố, hàn gắn
`);

/** Before the verb: it must, should, will. They belong to the order, not to the work. */
export const MODALS: readonly string[] = phraseList(`
  cần, phải, cần phải, sẽ, nên, có trách nhiệm, có nhiệm vụ, được giao, được giao nhiệm vụ, được phân công,
  hãy, nhớ, chịu trách nhiệm
`);

/** Before the verb and part of the work: how, when and by what. */
export const ADVERBIALS: readonly string[] = phraseList(`
  căn cứ, dựa trên, theo, trên cơ sở, tùy theo, có, hàng tháng, hằng tháng, hàng tuần, hằng tuần, hằng ngày,
  hàng ngày, hằng quý, hàng quý, hằng năm, hàng năm, định kỳ, ngay, khi, trước mắt, trong thời gian tới,
  một mặt, cùng nhau, kịp thời, đồng loạt, luôn, lập tức, tiến tới, không, không được, tuyệt đối không, gấp,
  nhanh, mỗi, từng
`);

/** The sentence tells what was, not what is to be done. */
export const PAST_MARKERS: readonly string[] = phraseList(`
  đã, đang, vừa, vừa mới, mới, chưa, từng, được, bị, là, không có, dự kiến, trân trọng thông báo,
  xin thông báo, xin trân trọng thông báo, trân trọng kính mời, kính mời, kính báo, làm tốt lắm, làm rất tốt,
  làm tốt quá, khuyến cáo, cảnh báo, khẳng định, nhấn mạnh, cho rằng, cho biết, cho hay, nhận định,
  xin gia hạn, xin lùi, xin phép, xin thêm, đề nghị gia hạn, đề xuất gia hạn, hiện đang, hiện đã, hiện nay,
  hiện có, vẫn, vẫn chưa, còn, ko có
`);

/** Work that is never finished: a general instruction. */
export const STANDING_OPENERS: readonly string[] = phraseList(`
  bám sát, bảo đảm, chấn chỉnh, chấp hành, chịu trách nhiệm, chủ động, chú trọng, duy trì, đảm bảo, đẩy mạnh,
  giúp việc, giúp giám đốc, hạn chế, luôn, lưu ý, nâng cao, đề cao, không để, không được để, không ngừng,
  nêu cao, nghiêm túc, giữ vững, kiên quyết, gắn trách nhiệm, phát huy, quan tâm, quán triệt, tăng cường,
  thực hiện nghiêm, thực hiện tốt, thường xuyên, tích cực, tiếp tục, tuân thủ, tránh, tập trung, siết chặt,
  kịp thời, gương mẫu, theo dõi, đôn đốc, quản lý
`);
