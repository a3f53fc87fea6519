/** A notice written for this project, laid out as offices lay them out. Everything in it is invented. */
export const SAMPLE_NOTICE = `UBND TỈNH HOA GIANG
SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 27/TB-SKHCN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hoa Giang, ngày 10 tháng 4 năm 2025

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 4 năm 2025

Ngày 10/4/2025, Giám đốc Sở Vũ Đình Khải chủ trì cuộc họp giao ban đánh giá kết quả thực hiện nhiệm vụ tháng 3 và triển khai nhiệm vụ tháng 4 năm 2025. Sau khi nghe báo cáo của Văn phòng Sở và ý kiến của các phòng, đơn vị, Giám đốc Sở kết luận như sau:

1. Về danh mục nhiệm vụ khoa học và công nghệ năm 2025: Giao Phòng QLKH&CN chủ trì, phối hợp với Phòng KHTC hoàn thiện danh mục nhiệm vụ theo Quyết định số 15/QĐ-UBND ngày 06/01/2025, trình Giám đốc Sở trước ngày 17/4/2025.

2. Về nâng cấp hệ thống thông tin: Phòng BCVT&CNTT xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở, hoàn thành báo cáo Giám đốc Sở trước ngày 20/4/2025.

3. Về mua sắm thiết bị phòng máy: Giao Phòng KHTC thẩm định dự toán, hoàn thành chậm nhất ngày 16/4/2025.

4. Về cải cách hành chính: Các phòng, đơn vị rà soát thủ tục nội bộ, gửi Văn phòng Sở để tổng hợp trước ngày 29/4/2025.

5. Về kỷ luật, kỷ cương hành chính: Các phòng, đơn vị thường xuyên chấp hành nghiêm quy chế làm việc của Sở.

Nay thông báo để các phòng, đơn vị thuộc Sở triển khai thực hiện./.

Nơi nhận:
- Giám đốc, các Phó Giám đốc Sở;
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, VP.

TL. GIÁM ĐỐC
CHÁNH VĂN PHÒNG
Trịnh Văn Lộc`;
