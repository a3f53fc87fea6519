// What a sentence is about: work to be done, an event that takes place, words that oblige. The longest phrase wins, so
// that "tổ chức hội nghị" is an event although "tổ chức" is work.
import { Phrases, phraseSet } from '../recognizers/phrases.ts';

/** `other`: words that contain one of these without meaning it ("phòng họp"): passed over. */
export type Landmark = 'work' | 'event' | 'duty' | 'report' | 'other';

export const LANDMARKS = new Phrases<Landmark>([
  [
    'work',
    `nộp, nộp bù, nộp lại, gửi, gửi lại, gởi, gửi về, trình, trình ký, trình lại, trình duyệt, báo cáo, báo, báo lại, xong, làm, làm xong, hoàn thành, hoàn tất, hoàn thiện, hoàn chỉnh, chốt, ký, ký duyệt, duyệt,
    ban hành, phát hành, công bố, công khai, niêm yết, đăng tải, đăng, cập nhật, nhập liệu, nhập, kê khai, khai báo, rà soát, rà, rà lại, kiểm tra, kiểm kê, kiểm thử, kiểm điểm, kiểm định, chấm, chấm thi, chấm bài, coi thi, phúc khảo, lấy mẫu, thu mẫu, điều tra, phúc tra, thanh tra, đánh giá, tự đánh giá, chấm điểm,
    triển khai, thực hiện, tổ chức, tổ chức thực hiện, xây dựng, soạn, soạn thảo, dự thảo, tham mưu, đề xuất, nghiên cứu, khảo sát, thu thập, tổng hợp, thống kê, đối chiếu, đối soát, phân tích, phân loại,
    giặt, lau dọn, lau chùi, treo, khiêng, chụp, đóng gói, đóng quyển, dán lại, dán nhãn, dán thông báo, dán niêm phong, niêm phong, niêm cất, cắm mốc, cắm biển, khắc dấu, gỡ bỏ, gỡ xuống, dựng rạp, hiệu chuẩn, kiểm đếm, kiểm định, di dời, giải tỏa, cưỡng chế, nạo vét, tất toán, hoàn ứng, tạm ứng, truy thu, kết chuyển, chứng thực, bốc thăm, bàn giao, bàn giao lại, nhận hồ sơ, nhận bài, nhận đăng ký, nhận ý kiến, nhận báo cáo, thu hồ sơ, giao nộp, chuyển giao, tiếp nhận, trả lời, trả kết quả, trả, phản hồi, góp ý, cho ý kiến, có ý kiến, lấy ý kiến, xin ý kiến, giải trình, bổ túc, làm rõ, xác minh, xác nhận, đăng ký, khắc phục, xử lý, giải quyết, xử lý dứt điểm, tháo gỡ,
    thanh toán, quyết toán, giải ngân, thanh lý, chi trả, thu hồi, mua sắm, lắp đặt, cài đặt, vận hành, nâng cấp, sửa, sửa chữa, sửa đổi, bổ sung, chỉnh sửa, chỉnh lý, điều chỉnh, thay thế, kích hoạt, sao lưu, số hóa, chuẩn hóa, tích hợp, đồng bộ,
    nghiệm thu, nghiệm thu cơ sở, thẩm định, phê duyệt, thông qua, chuẩn bị, bố trí, phân công, phân bổ, cử, thành lập, kiện toàn, bổ nhiệm lại, tuyển dụng, ra mắt, khai trương hệ thống, trao giải, trao thưởng, tuyên truyền, hướng dẫn,
    cung cấp, cấp, in, in ấn, scan, photo, up, post, dịch, viết, biên soạn, biên tập, thiết kế, trang trí, dọn dẹp, dọn, sắp xếp, gom, nợ, khất, nhắc, nhắc lại, liên hệ, gọi, gọi điện, đưa, đem, mang, lấy, giao, giao lại, phát động, sơ kết, tổng kết, họp xong, đo kiểm, thử nghiệm, thí điểm, tập huấn, đào tạo,
    có kết quả, có báo cáo, có số liệu, có dự thảo, có phương án, có mặt, có đủ, phải có, cần có, có bản, có file, có văn bản, đóng, đóng cổng, khóa lúc, khóa vào, khóa hệ thống, khóa cổng, khóa phần mềm, khóa nhập liệu, khóa sổ, chốt sổ, lập, lập danh sách, lên danh sách, lên kế hoạch, tách, gộp, bảo vệ đề cương, bảo vệ, theo dõi, đôn đốc, xem, xem lại, xem xét, đọc, ghi, điền, khai, quét, test, check, fix, demo, họp báo xong, thay, đổi, tắt, mở, dừng, khởi tạo, bảo trì, kết nối, tiêu hủy, chuyển, chuyển đổi, bắt đầu làm, tính, hiệp y, tiến hành, phối hợp, xuất, ra soát, trích xuất, reset, backup, upload, update, setup, deploy, gia hạn, kết thúc, đạt, kết luận, tháo dỡ, thi công, khởi công, khánh thành xong, giao khoán, phát, cấp phát, cấp mã, thu, gặt, ship, bán, đặt, đặt hàng, hủy, xóa, lên lịch, trả bài, nộp bài, thuyết minh, chỉnh, sửa lại, viết lại, làm lại, bấm, vote, bình xét, xét, xét duyệt, xếp loại, thẩm tra, trích lục, cân đối, dự toán xong, rút kinh nghiệm, quán triệt, sáp nhập, kiểm soát, ra quân`,
  ],
  [
    'event',
    `họp, hội ý, đoàn kiểm tra, làm việc, khởi hành, xuất phát, chạy lúc, xe chạy, tàu chạy, xuất bến, xe đón, đón lúc, dự kiến khánh thành, khánh thành, cất cánh, lên đường, vào làm việc, có đoàn, ký kết, lễ ký kết, đoàn công tác, đoàn giám sát, đoàn thanh tra, đoàn khảo sát, tổ kiểm tra, làm việc tại, về làm việc, đến làm việc, được tổ chức, sẽ tổ chức, dự kiến tổ chức, dự họp, đi họp, họp giao ban, họp báo, cuộc họp, buổi họp, giờ họp, ngày họp, phiên họp, kỳ họp, lịch họp, giao ban, cuộc giao ban, họp giao ban tuần, hội nghị, hội thảo, hội thi, hội chợ, hội đàm, đại hội, hội đồng họp, tọa đàm, toạ đàm, lễ, lễ ký, lễ ra mắt, lễ trao giải, lễ trao, lễ phát động, lễ ra quân, lễ khởi công, lễ khánh thành, lễ công bố, lễ tổng kết, lễ bàn giao, lễ kết nạp, đoàn vô, đoàn vào, đoàn tới, đoàn xuống, đoàn lên, đoàn đến, đoàn về, đoàn ghé, khách đến, khách tới, buổi lễ,
    tổ chức hội nghị, tổ chức họp, tổ chức hội thảo, tổ chức cuộc họp, tổ chức lễ, tổ chức buổi, tổ chức đại hội, tổ chức tọa đàm, tổ chức giao ban, tổ chức phiên họp, tổ chức hội thi, tổ chức lớp, tổ chức sự kiện, tổ chức diễn đàn,
    tổng kết hội nghị, hội nghị tổng kết, hội nghị sơ kết, hội nghị triển khai, hội nghị giao ban, hội nghị trực tuyến, khai mạc, bế mạc, khai giảng, bế giảng, diễn ra, diễn tập, đi công tác, công tác nước ngoài, công tác tại, nghỉ, nghỉ phép, nghỉ lễ, nghỉ tết, nghỉ mát, nghỉ bù, nghỉ hưu, nghỉ thai sản, nghỉ làm, đi du lịch, du lịch hè, tham quan, dã ngoại,
    sinh hoạt chi bộ, sinh hoạt định kỳ, sinh hoạt chuyên môn, sinh hoạt câu lạc bộ, sinh nhật, đám cưới, cưới, đám giỗ, giỗ, cúng, tân gia, liên hoan, tiệc, tổng duyệt, mở màn, khởi tranh, lăn bóng, công diễn, biểu diễn, công chiếu, chạy chương trình, tập dượt, tập văn nghệ, chung kết, bán kết, vòng chung kết, trận, trận chung kết, gặp mặt, gặp gỡ, giao lưu, thi đấu, giải bóng, đá bóng, kỷ niệm, chào mừng, kỉ niệm, dâng hương, viếng, tiếp xúc cử tri, thăm và làm việc, trưởng đoàn công tác tại, đoàn công tác tại, mời họp, kính mời, mời dự, mời, dự, tham dự, tiếp đoàn, đón đoàn, đón tiếp, làm việc với, buổi làm việc, lịch làm việc, lịch tiếp công dân, tiếp công dân, mở cửa, đóng cửa, triển lãm, trưng bày, diễn đàn, ngày hội, tuần lễ, festival, hội diễn, kiểm tra sức khỏe, khám sức khỏe, đi khám, đi tiêm, lịch tiêm, buổi tiêm, ngày tiêm, phiên tòa, phiên tòa xét xử, phiên xử, tổ chức tập huấn, nhập học, nhập ngũ, nhập viện, tựu trường, chào cờ, khai xuân, du xuân, chúc tết, tân niên, tất niên, đi tập huấn, đi bồi dưỡng, đi thi, đi tham quan, đi nghỉ, đi dự, đi hội thảo, đi thực tế, đi cơ sở,
    sinh ngày, sinh năm, sinh, mất ngày, từ trần, về hưu, nhậm chức, trực, lịch trực, cúp điện, mất điện, cắt điện, bảo dưỡng điện, hết hiệu lực, có hiệu lực, hiệu lực, đi chùa, về quê, đi học, lớp học, lớp bồi dưỡng, lớp tập huấn, buổi tập huấn, khóa học, khóa tập huấn, khai hội, thi, thi viết, thi vấn đáp, thi trắc nghiệm, thi thực hành, thi nói, kỳ thi, phỏng vấn, bầu cử, bỏ phiếu, đi vắng, vắng, bay, vé máy bay, chuyến bay, dạy thay, dạy bù, dạy học, đứng lớp, lên lớp, túc trực, trực ban, trực chiến, gác thi, mở thầu, mở hồ sơ dự thầu, mở hồ sơ đề xuất, tạm ngừng cung cấp, tạm ngừng dịch vụ, tạm dừng hoạt động, tạm ngừng hoạt động, gián đoạn, ngừng cấp điện, ngừng cấp nước, cúp nước, mất nước, cắt nước, cấm xe, cấm đường, cấm lưu thông, phân luồng, đi hà nội, livestream, phát sóng, chiếu`,
  ],
  [
    'duty',
    'cần, phải, đề nghị, yêu cầu, hãy, nhớ, giúp, có trách nhiệm, chịu trách nhiệm, giao nhiệm vụ, khẩn trương, cố gắng, nên, đừng quên, tranh thủ, ráng, cố',
  ],
  [
    'report',
    `kết quả, kết quả thực hiện, kết quả công tác, tình hình, tình hình thực hiện, nhiệm vụ, công tác, phương hướng, kế hoạch, kế hoạch công tác, chương trình, chương trình công tác, chỉ tiêu, dự toán, ngân sách, quyết toán ngân sách, số liệu, 
    đề án, chiến lược, quy hoạch, mục tiêu, giai đoạn, nhiệm kỳ, tầm nhìn, định hướng, lịch công tác, biên chế, thi đua, doanh thu, thu nhập, hợp đồng làm việc, hợp đồng lao động, tiền lương, lương, phụ cấp, điện nước, tiền điện, phí, kinh phí, kỳ, kỳ báo cáo, cùng kỳ, vốn, hợp đồng`,
  ],
  [
    'other',
    'trong tuần lễ, ký túc xá, ký sinh, giao thông, giao dịch, giao tiếp, giao hữu, giao mùa, dịch vụ, dịch bệnh, dịch tả, dịch cúm, dịch sởi, dịch sốt, dịch tễ, ổ dịch, vùng dịch, chống dịch, báo chí, báo động, báo hiệu, báo đài, mùa thu, điền kinh, máy tính, giới tính, đặc tính, tính chất, tính năng, tính mạng, bán kính, bán trú, phát hiện, phát minh, phát ngôn, biến đổi, vận chuyển, công lập, dân lập, độc lập, tự lập, cầu treo, cấp cứu, khẩn cấp, trợ cấp, xuống cấp, cấp tính, cấp thiết, cấp nước, cấp điện, thư ký, nhật ký, chữ ký, sản xuất, xuất sắc, xuất khẩu, nhập khẩu, đăng nhập, công nợ, nợ xấu, nợ đọng, việc làm, sân bay, nhà nghỉ, khu nghỉ dưỡng, khai thác, khai sinh, khai tử, sự cố, cao cấp, trung cấp, sơ cấp, cố vấn, kiên cố, chỉnh tề, xuất hiện, xuất viện, xuất ngũ, xuất thân, xuất xứ, bùng phát, tái phát, đạt đỉnh, thu hút, chuyển biến, chuyển mùa, chuyển dạ, chuyển công tác, lên sóng, cải lương, chỉnh chu, tuyển sinh, đề thi, điểm thi, phòng thi, bài thi, môn thi, thực thi, đăng kiểm, đi làm lại, đi làm bù, cấp tỉnh, cấp xã, cấp huyện, cấp cơ sở, cấp trên, cấp dưới, các cấp, cấp sở, cấp bộ, cấp ủy, cấp uỷ, cấp phòng, cấp quốc gia, cấp thành phố, cấp trường, cấp ngành, cấp nhà nước, cấp học, cấp vùng, cấp khu vực, cấp độ, cấp bậc, gian trưng bày, phòng trưng bày, xâm nhập, hội nhập, gia nhập, đột nhập, nhập cảnh, giao dịch, chủ chốt, then chốt, chốt chặn, chốt kiểm soát, chốt kiểm dịch, ủy ban kiểm tra, uỷ ban kiểm tra, ban kiểm tra, dự giờ, dự tuyển, dự nguồn, dự bị, dự trù, bàn giấy, học phần, hệ thống họp, thiết bị họp, phần mềm họp, hệ thống hội nghị, thiết bị hội nghị, phòng hội nghị, trung tâm hội nghị, vệ sinh, học sinh, sinh viên, sinh hoạt, phát sinh, sinh học, sinh thái, thí sinh, nghiên cứu sinh, hộ sinh, trực tuyến, trực thuộc, trực tiếp, trực quan, kỷ niệm chương, thi hành, thi đua, chiếu sáng, chiếu theo, mời thầu, hồ sơ mời thầu, bay màu, lễ tân, dự thi, dự thầu, dự kiến, dự án, dự toán, dự báo, dự phòng, dự trữ, phòng họp, hội trường, tài liệu họp, giấy mời họp, biên bản họp, nội dung họp, giấy mời, khách mời, lệ phí cấp, máy chiếu, trình chiếu, quy chế làm việc, giờ giấc làm việc, chế độ làm việc, tác phong làm việc, phong cách làm việc, hiệu quả làm việc, môi trường làm việc, điều kiện làm việc, thời gian làm việc, phòng làm việc, nhà làm việc, khu làm việc, không gian làm việc, chỗ làm việc, nơi làm việc, tổ làm việc, nội dung làm việc, kết quả làm việc, ca làm việc, trụ sở làm việc, bàn làm việc, máy tính làm việc, làm việc nhóm, ngày làm việc, giờ làm việc, thực hiện theo, được giao, đã giao',
  ],
]);

/** Events that only take place: nothing about them is handed in. */
export const TAKES_PLACE = phraseSet(
  'diễn ra, đi học, học tập, đi tập huấn, tham quan, nghỉ mát, khai mạc, bế mạc, khai giảng, sinh nhật, đi công tác, nghỉ, nghỉ phép, nghỉ lễ, nghỉ tết, nghỉ bù, nghỉ thai sản, dự, tham dự, mở cửa, kỷ niệm, sinh, sinh ngày, hiệu lực, có hiệu lực, hết hiệu lực, đi vắng, vắng, mất điện, cắt điện, cúp điện, phát sóng, trực, lịch trực, giao lưu, thi đấu, dạy thay, dạy bù, dạy học, đứng lớp, lên lớp, túc trực, trực ban, trực chiến, làm việc tại, làm việc với, mở thầu, mở hồ sơ dự thầu, mở hồ sơ đề xuất, tạm ngừng cung cấp, tạm ngừng dịch vụ, tạm dừng hoạt động, tạm ngừng hoạt động, gián đoạn, ngừng cấp điện, ngừng cấp nước, cúp nước, mất nước, cắt nước, cấm xe, cấm đường, cấm lưu thông, chạy lúc, xe chạy, tàu chạy, khởi hành, xuất bến, xuất phát, cất cánh, tiếp công dân, nhập học, nhập ngũ, nhập viện, tựu trường, chào cờ, tiếp xúc cử tri, thăm và làm việc, công tác tại, công tác nước ngoài, trưởng đoàn công tác tại, đoàn công tác tại, đi bồi dưỡng, đi thi, đi nghỉ, đi dự, đi hội thảo, đi thực tế, đi cơ sở',
);

/** "đã gửi", "vừa nộp": the verb after it is done. */
export const DONE_MARKERS = phraseSet(
  'đã, đã được, vừa, vừa mới, mới, từng, đã từng, đều đã, cũng đã, đã có',
);

/** "không làm", "chưa gửi". */
export const NEGATIONS = phraseSet(
  'không, chưa, ko, kg, k, khg, hông, hong, hok, đừng, chẳng, khỏi, không được, chưa được, kh',
);

/** Directly after a time or at the end: it is past. */
export const PAST_AFTER = phraseSet(
  'rồi, rồi ạ, rồi mà, rồi nhé, rồi đó, rồi em, rồi anh, đã, thì đã, là đã, vừa qua, vừa rồi, mới đây, nhưng đã, cơ quan đã',
);
