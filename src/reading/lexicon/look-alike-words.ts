// Words beside which a date is not a deadline: cited documents, quantities, terms of office and contracts, periods under
// report, conditions of eligibility.
import { Phrases, phraseSet } from '../recognizers/phrases.ts';

/** Kinds of documents that are cited with their date. */
export const DOCUMENT_KINDS = phraseSet(`
  nghị quyết, nghị định, thông tư, thông tư liên tịch, luật, bộ luật, pháp lệnh, hiến pháp, quyết định, chỉ thị, kết luận, thông báo, thông báo kết luận, công văn, cv, công điện, điện, tờ trình, ttr, báo cáo, bc, kế hoạch, kh,
  chương trình, đề án, phương án, hướng dẫn, quy chế, quy định, hợp đồng, biên bản, biên bản làm việc, biên bản họp, biên bản cuộc họp, giấy mời, gm, giấy giới thiệu, giấy phép, giấy chứng nhận, chứng nhận, thư, thư mời, thư điện tử, email, mail, e-mail, thư công tác, phiếu chuyển, phiếu trình, phiếu giao việc, phiếu báo,
  văn bản, vb, văn bản số, công hàm, tuyên bố, điều lệ, bản ghi nhớ, thỏa thuận, cam kết, đơn, đơn thư, đơn đề nghị, ý kiến, ý kiến chỉ đạo, bút phê, lệnh, dự thảo, phụ lục, danh mục, tb, qđ, nđ, nq, ct, ghi nhớ, hồ sơ, hóa đơn, chứng từ, tin nhắn, lịch công tác, thông cáo, kết luận giao ban, kết luận cuộc họp, kết luận thanh tra, kết luận kiểm tra
`);

/** Before a document: it is referred to, not produced. */
export const REFERRING = phraseSet(`
  theo, căn cứ, thực hiện, triển khai, tại, thi hành, nêu tại, quy định tại, của, trong, kèm theo, kèm, đối với, về, nêu, hướng dẫn, quán triệt, tiếp theo, phúc đáp, trả lời, theo quy định tại, tiếp nhận, nhận được, xét, trên cơ sở, như, sửa đổi, bổ sung, bãi bỏ, thay thế, hủy bỏ, ban hành kèm theo, liên quan, nội dung, vi phạm, dẫn chiếu, tham chiếu, được, bằng, giao tại, chỉ đạo tại, ý kiến tại, đã ký, ký
`);

/** Verbs that bring a document into being: "ban hành Thông báo ngày 15/4" may be a deadline. */
export const PRODUCING = phraseSet(
  'gửi, nộp, trình, ban hành, phát hành, ký, lập, soạn, soạn thảo, xây dựng, hoàn thành, hoàn thiện, hoàn tất, làm, viết, xong, chốt, tham mưu, có, dự thảo, gởi, ra, đăng, công bố, niêm yết, chuyển, in, cấp',
);

/** After "4/12": the number counts things. */
export const COUNTED_THINGS = phraseSet(`
  nhiệm vụ, nội dung, chỉ tiêu, việc, công việc, đầu việc, hồ sơ, phòng, đơn vị, xã, phường, huyện, sở, ban, ngành, bộ, chiếc, cái, người, đồng chí, thành viên, đại biểu, tthc, thủ tục, tiêu chí, dự án, đề tài, mục, phần, câu, phiếu, lượt, cuộc, công trình, điểm,
  số, tổng số, tổng, văn bản, báo cáo, kế hoạch, sản phẩm, máy, thiết bị, giấy, bài, trang, bước, lớp, trường, tỉnh, thành phố, địa phương, cơ quan, doanh nghiệp, hộ, thôn, tổ, ý kiến, kiến nghị, vụ, trường hợp, ca, ngày, giờ, đề án, chuyên đề, sáng kiến, hội nghị, cán bộ, công chức, viên chức, đảng viên, đoàn viên, chi bộ, dịch vụ, hạng mục, gói thầu, cột, dòng, bản, quyển, thùng, xe, đợt, vòng, trận, triệu, tỷ, nghìn, ngàn, đồng, kg, m, km, ha, lít, phút, tháng, quý, điểm cầu, mbps, gb
`);

/** Before "4/12": how many of how many. */
export const COUNTING = phraseSet(
  'đạt, được, có, mới, tỷ lệ, tỉ lệ, tỷ số, tỉ số, điểm, chấm, đã hoàn thành, đã xong, đã giải quyết, đã xử lý, đã có, chiếm, gồm, mua, bán, thắng, thua, hòa, còn, khoảng, hơn, gần, chỉ, đánh giá, bằng, trên, dưới, xếp, hạng, ipv, cỡ, kích thước, số, mức, tổng, điểm đánh giá, đạt điểm, đạt tỷ lệ, hoàn thành được, làm được, giải quyết, giải quyết được, xử lý được',
);

/** Before a number with dots or dashes: a part of a document, a version, an address. */
export const NUMBERED_THINGS = phraseSet(
  'mục, phụ lục, điểm, khoản, điều, bảng, hình, biểu, mẫu, mẫu số, biểu mẫu, biểu số, phiên bản, version, ver, v, bản, tiêu chí, chương, phần, tiết, số, đường, tầng, phòng, phòng số, nhà, kiệt, ngõ, hẻm, lô, trang, dòng, cột, gói, cụm, khu, block, ip, windows, android, ios, tập, quyển, quốc lộ, ql, kỳ, lớp, bước, ý, tcvn, iso, qcvn, chuẩn, thang, tỷ số, tỉ số, thắng, thua, hòa, dẫn, thông tin, tel, sđt, đt, điện thoại, fax, hotline, số nhà, mã, mã số, cccd, cmnd, biển số, đường số, gpt, tls, usb, wifi, hdmi',
);

/**
 * Before a time: a term of office, of a contract, of validity, an anniversary, a length. Not a task's deadline. `thing`:
 * what lasts for a term, and is also made, signed and handed in. `people`: named by their age; of no term.
 */
export const TERMS = new Phrases<'lasting' | 'thing' | 'people'>([
  ['people', 'cao tuổi, nhiều tuổi, lớn tuổi, trẻ tuổi, nhỏ tuổi, độ tuổi, lứa tuổi'],
  [
    'lasting',
    `giai đoạn, có thời gian thực hiện, có thời hạn thực hiện, nhiệm kỳ, niên khóa, niên độ, kéo dài, áp dụng, được áp dụng, được hưởng, hưởng, miễn, được miễn, có hiệu lực thi hành, được bổ nhiệm, bổ nhiệm từ, bổ nhiệm lại từ, bảo hành, thời hạn bảo hành, thời hạn bổ nhiệm, thời hạn hợp đồng, thời hạn sử dụng, thời hạn hiệu lực, thời hạn giấy phép, thời hạn cấp phép, thời hạn công tác, thời hạn biệt phái, thời hạn thuê, thời hạn lưu trữ, thời hạn bảo quản, thời hạn giữ chức vụ, thời hạn luân chuyển, thời hạn thanh tra, thời hạn kiểm tra, thời hạn kiểm toán, thời hạn điều tra, thời hạn tạm giữ, thời hạn tạm giam, thời hạn kỷ luật, thời hạn tập sự, thời hạn thử việc, thời hạn cách ly, ký thay, điều hành thay, phụ trách thay, tạm phụ trách, điều hành cơ quan, điều hành công việc, điều hành hoạt động, thời hiệu, hiệu lực, có hiệu lực, hết hiệu lực, còn hiệu lực, có giá trị, hạn sử dụng, hạn dùng, tập sự, thử việc, biệt phái, khấu hao, kỷ niệm, kỉ niệm, năm sinh, tầm nhìn, định hướng, cùng kỳ, so với, thâm niên, tuổi, thai sản`,
  ],
  ['thing', 'khóa, hợp đồng, giấy phép, chứng thư, chứng thư số, thuê bao, gói cước'],
]);

/** Before a stretch or an end: what was counted or is shown up to that day. */
export const CUT_OFFS = phraseSet(`
  chốt số liệu, thời gian chốt số liệu, kỳ chốt, kỳ số liệu, kỳ báo cáo, kỳ thống kê, thời điểm chốt, thời điểm chốt số liệu, thời kỳ, thời gian lấy số liệu, thời gian tính số liệu, số liệu tính, số liệu, số liệu báo cáo, số liệu thống kê, lũy kế, luỹ kế, kết quả, kết quả thực hiện, tình hình, tình hình thực hiện, mục tiêu, chiến lược, quy hoạch, tính, tính từ, dữ liệu, doanh thu, sản lượng, giải ngân, đạt, phát sinh, tồn, tồn đọng, tiếp nhận, có, hiện có, còn
`);

/** Verbs of a condition: "hồ sơ tiếp nhận trước ngày…", "hợp đồng ký trước ngày…". */
export const STATIVE = phraseSet(
  'phê duyệt, được phê duyệt, tiếp nhận, được tiếp nhận, đã tiếp nhận, nộp, đã nộp, được nộp, ký, được ký, đã ký, ký kết, được ký kết, cấp, được cấp, đã cấp, ban hành, được ban hành, đã ban hành, phát sinh, hình thành, thành lập, được thành lập, tuyển dụng, được tuyển dụng, sinh, đăng ký, đã đăng ký, được đăng ký, giao, được giao, đã giao, nghiệm thu, được nghiệm thu, đã nghiệm thu, xây dựng, khởi công, hoàn thành, đã hoàn thành, mua, mua sắm, được mua sắm, đầu tư, được đầu tư, triển khai, thực hiện, đã thực hiện, được giao đất, bổ nhiệm, được bổ nhiệm, gửi, đã gửi, thẩm định, được thẩm định, công nhận, được công nhận, có hiệu lực, vào ngành, công tác, nghỉ hưu, nghỉ việc, xảy ra, phát hành, công bố, khởi tạo, tạo lập, nhập, nhận, vi phạm, đến hạn, kết thúc, quyết toán, thi công, trúng tuyển',
);

/** After a condition: what happens to what meets it. */
export const CONSEQUENCE = phraseSet(
  'được, sẽ được, tiếp tục, thì, vẫn, vẫn được, áp dụng, thực hiện theo, được áp dụng, không áp dụng, còn hiệu lực, hết hiệu lực, không phải, không được, chưa được, không thuộc, thuộc, phải thực hiện lại, có giá trị, còn giá trị, chuyển sang, mà, nhưng, nếu, giữ nguyên, căn cứ theo, do, bị, thực hiện theo quy định',
);

/** At the head of a sentence: a condition follows. */
export const CONDITION_HEADS = phraseSet('đối với, riêng đối với, những, với các, các trường hợp');

/** Interrogatives that make a time a question rather than a deadline. */
export const INTERROGATIVES = phraseSet(
  'chưa, chưa ạ, chưa em, chưa anh, mấy giờ, khi nào, bao giờ, ở đâu, là gì, gì, ai, sao, sao rồi, đến đâu, tới đâu, thế nào, mấy người, bao nhiêu, đúng không, phải không, hả, à, tại sao, vì sao, nhỉ, mà',
);

/** Before the moment a paper was signed or a page shown. */
export const STAMPS = phraseSet(
  'ngày ký, thời gian ký, ký ngày, ký lúc, cập nhật lúc, cập nhật ngày, cập nhật đến, cập nhật đến ngày, cập nhật, đăng lúc, đăng ngày, ngày đăng, ngày tạo, ngày cập nhật, lần cập nhật cuối, ngày in, xuất bản, ngày xuất bản, thời gian',
);

/** Before a verb of a condition: what it is said of. */
export const THINGS = phraseSet(
  'hồ sơ, nhiệm vụ, dự án, hợp đồng, đề tài, văn bản, quyết định, trường hợp, cán bộ, công chức, viên chức, người lao động, giấy phép, giấy chứng nhận, chứng chỉ, tài sản, phương tiện, thiết bị, công trình, sản phẩm, người, doanh nghiệp, tổ chức, cá nhân, đơn, đơn thư, thủ tục, sáng kiến, nghị định, thông tư, chế độ, khoản chi, kinh phí, kết quả',
);

/** Before an event: papers about it, which are work. */
export const PAPERS = phraseSet(
  'danh sách, thủ tục, hồ sơ, đăng ký, thông báo, lịch, kế hoạch, phương án, chế độ, quyết định, đơn, đơn xin, phiếu, giấy, giấy tờ, công tác, nội dung, tài liệu, báo cáo, biên bản, tờ trình, chương trình, kịch bản, điều kiện, kinh phí, dự toán, việc, thư, giấy mời, phục vụ, chuẩn bị, bài, tham luận, ý kiến, thẻ, phân công, sơ đồ, thành phần',
);
