// Diacritics put back into words typed without them. Phrases first, because they decide between words that look alike
// ("cho ky" waits, "cho em" asks); what is left falls back to the single word that status replies use.
import { phraseList } from './phrase-list.ts';

/** Phrases, as they should be written. Longer ones win. */
export const KNOWN_PHRASES: readonly string[] = `
hoàn thành, hoàn tất, hoàn thiện, thực hiện, triển khai, tiến hành, tổ chức, xử lý, giải quyết, khắc phục, nghiệm thu, bàn giao
ban hành, phát hành, công bố, thanh toán, quyết toán, giải ngân, tham mưu, tổng hợp, rà soát, khảo sát, nghiên cứu, soạn thảo
chuẩn bị, cập nhật, kiểm tra, bổ sung, phối hợp, liên hệ, trao đổi, làm việc, thống nhất, thu thập, đối chiếu, lấy ý kiến
báo cáo, tờ trình, công văn, văn bản, văn thư, văn phòng, kế hoạch, quyết định, thông báo, dự thảo, đề cương, hồ sơ, phụ lục, biểu mẫu
số liệu, tài liệu, bản cứng, bản mềm, bản giấy, bản nháp, bản scan, chữ ký, trình ký, đã trình, đang trình, ký ban hành, ký duyệt, phê duyệt, được duyệt
chờ ký, chờ duyệt, chờ phê duyệt, chờ ý kiến, chờ xin ý kiến, chờ số liệu, chờ báo cáo, chờ phản hồi, chờ trả lời, chờ thẩm định, chờ kết quả, chờ kinh phí
chờ văn thư, chờ văn bản, chờ công văn, chờ hướng dẫn, chờ giám đốc, chờ lãnh đạo, chờ sếp, chờ phòng, chờ sở, chờ ubnd, chờ bộ, chờ cấp, chờ các, chờ đóng dấu
chờ chỉ đạo, chờ xem xét, chờ góp ý, chờ bên, chờ anh ký, chờ chị ký, chờ anh duyệt, chờ anh xem, chờ xác nhận, chờ nhà thầu, đang chờ, còn chờ, phải chờ, vẫn chờ, chỉ chờ, mới chờ
đợi ký, đợi duyệt, đợi ý kiến, đang đợi, còn đợi, phải đợi, vẫn đợi, chỉ đợi
cho em, cho anh, cho chị, cho phòng, cho phép, cho lùi, cho đến, cho xin, cho gia hạn, cho hoãn, cho dời, gửi cho, báo cho, giao cho, chuyển cho, nộp cho, nhờ cho, cho thêm, cho hỏi
giám đốc, phó giám đốc, trưởng phòng, phó phòng, lãnh đạo, lãnh đạo sở, cấp trên, đồng chí, sở tài chính, sở tư pháp, sở nội vụ, ubnd tỉnh, nhà thầu, đơn vị, trung tâm, chi cục, thanh tra, chuyên viên
ý kiến, xin ý kiến, cho ý kiến, góp ý, phản hồi, trả lời, thẩm định, chỉ đạo, hướng dẫn, xem xét, xác nhận, đóng dấu, đồng ý, nhất trí, không đồng ý
gia hạn, xin lùi, lùi hạn, lùi đến, lùi sang, lùi lại, xin hoãn, xin thêm, xin dời, xin khất, đúng hạn, kịp hạn, quá hạn, trễ hạn, hết hạn, trước hạn, thời hạn, thời gian, đúng tiến độ, tiến độ, kéo dài, điều chỉnh, hạn chót
nhiệm vụ, nội dung, công việc, đầu việc, việc này, nội dung này, phòng em, bên em, phòng khác, phần của, một phần, một nửa, phần lớn
cơ bản, gần xong, sắp xong, chưa xong, đã xong, làm xong, xong rồi, xong hết, xong cả, mới xong, vừa xong, xong chưa, xong xuôi, gần như, hầu như, sắp sửa
còn lại, còn thiếu, còn vướng, vẫn còn, chỉ còn, không còn, chưa có, không có, chưa được, không được, chưa kịp, không kịp, chưa làm, chưa nhận, chưa gửi
vướng mắc, khó khăn, trục trặc, kinh phí, máy chủ, phần mềm, hệ thống, nhân lực, nhân sự, thiếu người, không phối hợp
tiếp nhận, đã nhận, nhận được, đã rõ, đã biết, đã xem, đã nắm, nhận nhiệm vụ, em nhận, cảm ơn, cám ơn, xin lỗi, chúc mừng, thông cảm, vâng ạ, dạ vâng, dạ em, dạ anh, dạ chị
bao giờ, khi nào, lúc nào, thế nào, như thế nào, đến đâu, ở đâu, tại sao, vì sao, làm sao, là gì, việc gì, có cần, có phải, phải không, được không, đúng không, bao nhiêu, bao lâu, sao rồi, đến đâu rồi, hay chưa, kịp không, có không
hôm nay, hôm qua, hôm kia, hôm trước, ngày mai, ngày kia, sáng nay, chiều nay, tối nay, trưa nay, đêm nay, sáng mai, chiều mai, tối mai, trưa mai, sáng qua, chiều qua, tối qua, bây giờ, lát nữa, tí nữa, chút nữa
tuần này, tuần sau, tuần tới, tuần trước, tháng này, tháng sau, tháng tới, tháng trước, quý này, quý sau, năm nay, năm sau, đầu tuần, giữa tuần, cuối tuần, đầu tháng, giữa tháng, cuối tháng, cuối năm, cuối giờ, cuối ngày, đầu giờ, cuối quý
chưa đụng, chưa đụng tới, chưa đụng đến, đụng tới, đụng đến, chưa động, chưa động tới, chưa động đến, chưa rờ tới, chưa sờ tới, chưa sờ đến, cho em tới, cho phòng tới, cho phòng em tới, cho bên em, cho bọn em, cho tụi em, bên em tới, cho em thêm, cho phòng thêm
họp giao ban, giao ban tuần, giao ban tháng, tại giao ban, cuộc giao ban, kết luận giao ban, cho em nợ, xin nợ, em nợ, chưa vậy, gì vậy, nào vậy, sao vậy, đâu vậy, vậy anh, vậy chị, vậy em, bữa mô, khi mô, ở mô, tới mô, rút lui, ở văn phòng, ở chỗ, ở bàn, ở phòng, ở nhà, nắm rồi, nắm được, nắm rõ, em nắm, hiểu rồi, em hiểu, lưu ý, quán triệt, sang tuần, sang tháng, sang quý, sang năm, để sang tuần, để sang tháng, nằm trên, nằm ở, nằm chỗ, đang nằm, trên bàn, bàn sếp, theo mẫu, mẫu nào, đầu tuần sau, cuối tuần sau, cuối tuần này, từ hôm, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật, đến nay, hiện nay, trong ngày, trong tuần, trong tháng, từ sáng, ngày nữa, tuần nữa, ngày làm việc
nhắc lại, nhắc em, nhắc sau, nhắc anh, đừng nhắc, hãy nhắc, mai nhắc, để mai, để chiều, để sáng, để em, để tối, để tuần, nhắn nhầm, nhầm người, nhầm phòng, gửi nhầm, em nhầm, đính chính, nhầm rồi, báo lại, báo sau
đề nghị, kính đề nghị, yêu cầu, khẩn trương, đôn đốc, tập trung, làm nhanh, nhanh lên, làm ngay, báo ngay, nộp ngay, gửi ngay, làm gấp, cố gắng, phấn đấu, dự kiến, đảm bảo, bảo đảm, cam kết, tranh thủ
may mắn, vai trò, du lịch, không thuộc, chức năng, thẩm quyền, phụ trách, chủ trì, chuyển sang, chuyển cho, giao lại, của phòng, việc của, không phải, từ chối, không nhận, thai sản, nghỉ phép, nghỉ ốm, công tác
tạm dừng, tạm hoãn, dừng lại, không làm nữa, bỏ việc, làm lại, trả lại, sửa lại, chưa đạt, đã duyệt, đạt yêu cầu, không đạt, đạt khoảng, đạt rồi, giữ nguyên
mới xong phần đầu, mới xong phần, xong phần đầu, xong phần, phần trăm, ngày nào, có dự thảo, dạ thưa, thưa anh, thưa sếp, kết quả, xong hẳn, chưa xong hẳn, vài ngày, mấy ngày, ít hôm, vài hôm, cung cấp, trang bị, thiết bị, cả phòng, tất cả, toàn bộ, các việc, các phòng, các xã, mấy việc, việc khác, việc kia, đến hết, đến ngày, đến cuối, trước ngày, hết ngày, hết tuần, hết tháng, chậm nhất, muộn nhất
nộp bù, nộp muộn, nộp chậm, nộp trễ, gửi trễ, gửi muộn, trễ hẹn, quên mất, bận quá, đang bận, đang họp, cuộc họp, họp xong, xong họp, xong cuộc họp, đang làm, đang soạn, đang sửa, đang viết, cũng xong, vẫn đang, vẫn chưa
hà nội, em nhớ, nhớ rồi, bên thuế, đã đăng tải, đăng tải, đã đăng lên, đã đăng ký, xin đăng ký, hoàn thành rồi, làm rồi, gửi rồi, nộp rồi, trình rồi, ký rồi, được rồi, có rồi, đủ rồi, ổn rồi, cấp trên, tổ chuyên viên, tiếp tục, bắt đầu, thông tin, tuyên truyền, đào tạo, tập huấn, nâng cấp, mua sắm, đấu thầu
`
  .split(/[,\n]/)
  .map((phrase) => phrase.trim())
  .filter((phrase) => phrase.length > 0);

/** bare → meant, for words whose bare form is no word of a status reply. */
export const BARE_WORDS: ReadonlyMap<string, string> = words(`
bên vậy bé đã đang chưa xong rồi làm không được việc phòng nhiệm vụ trình ký duyệt nộp gửi hết cả chờ vướng kẹt lùi hoãn hạn thêm
nữa vẫn cũng sắp gần mới vừa đề nghị giao chuyển nhắc nhầm hỏi đến đâu sẽ cần phải nếu thì nhưng
tôi có vâng dạ ạ nhé rõ biết tiếp nhận được kịp thiếu lỗi hỏng khó chậm trễ muộn sớm quên bận nghỉ họp tháng tuần thứ chiều
tối trưa số lại trước nào mấy sếp chị với hoặc cùng cố sửa bỏ dừng hủy đạt đủ để khỏi thôi luôn báo kính từ lúc vì
tại bởi nên mà có giúp hộ đợi còn người mình nhận này kia đấy về việc của tới hẹn hứa chắc thể phần chứ ít chút tí ơi hôm vài bữa thưa kẹt là bị gặp các khác cái những đều xã huyện mục biểu bộ sở chúc
`);

/** What bare words side by side usually stand for in offices, for messages that lack diacritics altogether. */
export const USUAL_PHRASES: readonly string[] = phraseList(`
xây dựng, dự toán, công nghệ, danh sách, phân công, biên bản, theo dõi, kết thúc, mặt bằng, hỗ trợ, chuyển đổi, đổi số,
đầu mối, kế toán, kho bạc, chủ trương, hợp đồng, cả nhà, thủ tục, dữ liệu, chuyên môn, chưa thấy, công chức, của bộ,
đoàn thanh tra, chất lượng, hội nghị, và gửi, quản lý, căn cứ, đo lường, công dân, đóng việc, hội đồng, em để,
thanh niên, mọi người, có gì, bằng văn bản, cơ quan, đánh giá, định giá, báo giá, tư vấn, vui vẻ, cán bộ, đề án,
ở khâu, rồi hãy, đầy đủ, ở sở, của sở, với sở, các sở, về sở, trụ sở, giám đốc sở, phó giám đốc sở, văn phòng sở,
thanh tra sở, lãnh đạo sở, kể từ, đã đọc, bộ phận, kết luận, để trên, lưu trữ, nội bộ, dự án, bám sát, chỉnh sửa,
hoàn chỉnh, theo đúng, giấy mời, sự cố, khối lượng, số hóa, còn mỗi, kỹ thuật, định mức, mảng này, sáng tạo, tuân lệnh,
nhờ anh, nhờ chị, sở y tế, bế mạc, vận hành, giai đoạn, mất rồi, căn cứ pháp lý, đầu tư, lĩnh vực, chưa ổn,
tạm gác, trực tuyến, đang ở, cổng thông tin, thông tin điện tử, đính kèm, một cửa, thống kê, sử dụng, làm nốt,
bản word, hợp tác, gọi lại, khả năng, công thương, đổi mới, làm liền, khen thưởng, chuyên gia, thông qua,
và trình, mở thầu, nhà cung cấp, mời thầu, đơn vị tư vấn, nói là, gấp quá, đúng chức năng, tháo gỡ,
chấp hành, ngày hội, cử người, xong và, và phát hành, viên chức, bản cuối, thẩm tra, lựa chọn, tình hình, hạ tầng,
đã phân công, bận đoàn, chưa bố trí, bố trí, kẹt chỗ, cụ thể, mất điện, đường truyền, nghiêm túc, thì đừng, tạm thời,
ngay đây, em cử, bộ máy, bên đó, thường trực, để đó, hơn nửa, in ấn, chắc chắn, thường xuyên, đã mời, khởi động,
lộ trình, ảnh hưởng, đối tác, vẫn bám, chạy thử, trễ mất, đang tắc, tắc ở, vướng chỗ, thay đổi, được cấp, có nguồn,
có mẫu, chưa dám, tạm ứng, điện lực, nhắn lộn, lộn người, lộn số, làm ở, sự nghiệp, nhớ gửi, không để,
đừng gửi, đừng để, đừng trình, đừng quên, lái xe, bệnh viện, bước đầu, cấp phép, cửa hàng, bản đồ, có trách nhiệm,
trách nhiệm, khởi nghiệp, phổ biến, trên cổng, qua trục, cài đặt, đúng yêu cầu, đúng mẫu, đúng hạn, em tưởng, thanh lý,
tư pháp, lắp đặt, lên cổng, máy in, máy tính, máy chủ, đẩy lên, kiểm kê, chủ tịch, gói thầu, đang mắc, chi tiết,
đẩy nhanh, phân bổ, sau lễ, vướng ở, giải phóng mặt bằng, giải phóng, mất mạng, mãi không, áp dụng, mẫu cũ, hạn cũ,
chấp nhận, sơ sài, đặt hàng, đã tải, tải lên, cân đối, địa bàn, người dân, lao động, bàn giao, phân tích, kiểm định,
bình thường, chính thức, tiếp thu, tham mưu, cơ sở, đại hội, chỉ tiêu, bảo trì, thi công, tài chính,
tài khoản, quá tải, sáng thứ, chiều thứ, ý kiến chỉ đạo, thanh tra, đoàn kiểm tra, từ chối, hẹn lại, gia hạn giúp,
đồng ý kết thúc, đóng nhiệm vụ, kết thúc nhiệm vụ, đi công tác, nghỉ phép, hỏi lại, xử lý theo, trang thiết bị,
trục trặc, xong cho, có thể cho, thể cho, anh cho ý kiến, chị cho ý kiến, lãnh đạo cho ý kiến, sở cho ý kiến,
sở cho chủ trương, anh cho phép, bản thảo, bản chính, bản ký, bản in, bản vẽ, bản số, bản gốc, bản cam kết,
đúng kế hoạch, đúng ngày, không đúng, mới đúng, đúng là, chi bộ, chi cục, chi trả, định mức chi, đủ bộ, vì bộ,
bộ tài chính, bộ hồ sơ, bộ chưa, nhà trường, các trường, hiện trường, môi trường, thị trường, công trường,
liên thông, thông tư, giao thông, để anh, để phòng, để thực hiện, để làm, lùi tới, hạn tới, khất tới,
anh liền, chị liền, em liền, báo liền, alo liền, gửi liền, vật tư, thẩm định giá, giá vật tư, trừ việc, trừ phần,
trừ nhiệm vụ, chỉ trừ, rà lại, đang rà, rà kỹ, còn rà, chị nhiều, anh nhiều, nhà nhiều, rất nhiều, gõ lộn, ghi lộn,
báo lộn, gửi lộn, nói lộn, lộn rồi, lộn việc, gõ nhầm, đang gõ, em gõ, nhắn nhầm, thuyết minh, minh chứng,
chậm mất, muộn mất, hạn mất, kịp mất, bảng điểm, bảng tổng hợp, bảng dự toán, bảng số liệu, bảng tính, tạm ngưng,
khó quá, to quá, bí quá, hay quá, lâu quá, em làm đây, hồi tháng, từ hồi, hồi sáng, hồi âm, bế tắc, bị tắc, tắc rồi,
lưu hồ sơ, nhớ lưu, nhớ ghi, nhớ mang, nhớ scan, xong nhớ, nhà nhớ, cả ngày, sai thể thức, máy nào, năm mới,
chưa cấp, xin cấp, cấp mã, gọi điện, gọi cho, em gọi, thì gọi, đề tài, tài sản, tài nguyên, chỉ thiếu, em chỉ,
chỉ phối hợp, đã thu, thu mẫu, thu phí, thu được, đang nhập liệu, nhập liệu, đăng nhập, đăng bài, vì dân, hộ dân, tiếp dân, dân chưa, vào kho,
mưa lũ, mưa bão, do mưa, mưa to, vì bão, do bão, yên tâm, hóa ra, trên bàn, ở bàn, đang bàn, bàn thống nhất,
tham dự, người dự, tưởng chưa, tưởng không, tưởng vướng, sang thứ, sang tuần, sang tháng, sang quý, sang ngày,
kiện toàn, an toàn, chứng từ, được chừng, giữa chừng, đất đai, chỉnh lại, đang chỉnh, làm nổi, xong nổi, thành nổi,
bị hỏng, máy hỏng, nhận tiền, làm dở, bỏ dở, soạn dở, dấu đỏ, có dấu, hội thảo, lễ hội, sáng kiến, buổi sáng,
hẵng nhắc, làm kỹ, kiểm lâm, hạt kiểm lâm, đóng giúp, cho đóng, bảo hiểm, bảo tàng, thầy cô, viết nốt, nhập nốt,
hoàn thiện nốt, nhà mạng, thiếu mỗi, phần lời, đang bí, bị hư, hư rồi, theo quý, hết quý, báo cáo quý, dưới xã,
dưới cơ sở, bên dưới, nhờ chuyển, hết trơn, linh kiện, đối thoại, đối ứng, chuyên đề, đang lắp, lắp xong, lắp ráp,
cẩn thận, còn nợ, cho nợ, cấu hình, chấp thuận, thỏa thuận, đo đạc, giao sở, sở công thương, sở tài chính,
sở nông nghiệp, sở xây dựng, sở tư pháp, sở giáo dục, sở văn hóa, sở giao thông, sở nội vụ, toàn sở, đợi sở, đợi bộ,
giờ đợi, đợi tỉnh, đợi anh, đợi chị, đợi sếp, đợi lãnh đạo, ở phòng đó, phòng đó, việc đó, bên đó, bao giờ xong,
bao giờ có, bác sĩ, giáo viên, thủy lợi, chúc các, gia đình, tập trung, vừa rồi, dạ thầy, dạ bác, dạ đang
`);

/** What a bare word usually stands for in offices, for messages that lack diacritics altogether. */
export const USUAL_WORDS: ReadonlyMap<string, string> = words(`
trừ nhỉ và ở bằng áp âm ấy bạc bài bắt bệnh biên bọn bóng bơm bù buổi bút bức bước bưu cách cáo cắt cầu cây chánh chào chạy chất chế
chiến chính chịu chọn chối chống chốt chuẩn chụp chương công cột cục cụm cuộc cuối cương cứu dịch dịp dứt đạo đẹp đi
địa điểm điều định đoàn đốc đơn đợt gác gắng ghép gì giải giám giảng giấc giấy giêng giờ giục giùm giữ giữa góp gốc
hành hạt hậu hệ hiểm hiện hiệp hình hoạch hoài hoạt học huấn kèm kéo kêu khả khách khám khánh khảo khất khâu khiếu
khoảng khỏe khớp khuyết kịch kiểm kiến lạc lãnh lát lần lập lâu lấy lệch lên lệnh lịch liên liệt liệu loại lõm lớp lũ
luận luật lưu lý mẫu mềm mốc môn một mưu nại nạp ngành ngân ngập nghèo nghĩa nghiệm nghiên nghiệp ngọc ngồi nguồn
ngưng nháy nhập nhất nhìn nhóm như niêm niên nội núi nữ nước ốm pháp phát phép phê phí phía phiên phiếu phó phối
phụ phục phút phương quốc quyền quyết rác rảnh rằm riêng rớt rút rừng rưỡi sản sát sắm soạn soát suất suốt 
tác tạo tập tất tế tên tệp tết thả thành thảo thập thật thầu thiện thiết thoại thôn thuật thuộc thuyết thực tiêm tiếng
tiết tiêu tìm tỉnh toán tồn tổng tốt trách trạm trên triển triệt trợ trời truyền trực tục tuệ tụi tuổi từng ủy ứng
ước ưu vạch vào vật viên viết vòng vốn vùng vực vượt xác xăng xây xét xếp xíu xóa xuất xuôi xuống xuyên xử yên yết yêu
`);

/**
 * Bare forms that are words of their own: put back only where the whole message lacks diacritics ("cho", "con", "do"
 * are right as they stand in a message that has them).
 */
export const WORDS_WITHOUT_MARKS: ReadonlySet<string> = new Set(
  (
    'vay thua cho con do an ban chi nay mai anh em xin sang tin tra gia theo tham trong qua ra sau thu khi giao chia cao hai ba tư mua khoa ma la ai ta xa to tay tam ' +
    'tinh so kho phi vi xem dung doi bao can hay nam song trung ong chu toan quy quan hoa hong lan nga thanh tu chung tai tim tien cam giam chinh nhanh hon sao ' +
    'huy cung chin bay binh chin kinh thi phong thang tuan minh khac may vai du ho'
  ).split(' '),
);

function words(list: string): ReadonlyMap<string, string> {
  const bare = new Map<string, string>();
  for (const word of list.split(/\s+/).filter(Boolean)) {
    const folded = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    if (!bare.has(folded)) bare.set(folded, word);
  }
  return bare;
}
