// Verbs of one syllable for what hands do with things. They begin most of the verbs that no list knows ("tháo bảng",
// "cạo vôi", "cân thử"), and are few: new work gets new compounds, hardly ever a new verb of this kind.

/** As written, with their diacritics: without them half of them are other words. None also begins a noun or an event. */
export const HANDLING_VERBS: ReadonlySet<string> = new Set(
  (
    'áp bám băm bắt bấm bẩy bẻ bê bịt bó bóc bóp bọc bỏ bón bố bốc bới bơm bưng bứng buộc cài cắm căng cẩu cắt cấy cân cạo chặt ' +
    'chằng chắn chèn chẻ chép chêm chia chỉnh chọn chôn chồng chống chở chốt chụp chuyển chùi cho cõng cởi cuốc cưa cử dán dát dắt dập dìu ' +
    'dọn dồn dỡ dời dựng đan đẩy đắp đặt đánh đeo đem đền đệm đếm đo đóng đổ đổi đốn đúc đục đưa ép gài gạn gạt gắn gắp ' +
    'gặt ghi ghép ghim gia giặt giăng gieo giữ gói gom gõ góp gột gỡ gọt gửi gởi hái hút kê kéo kẻ kẹp ' +
    'khâu khép khều khiêng khoan khoá khoanh khơi khuân kiếm lát lau lắp lấp lấy lọc lột lợp lùa luộc luồn lượm lựa mài mắc ' +
    'mở móc mua mượn nạo nạp nắn nắm nâng nấu ném nêm nẹp nhắc nhặt nhập nhét nhổ nhốt nhúng nối nộp nới nung ' +
    'phơi phủ phun quay quấn quây quét quẹt rà ráp rải rào rắc rửa rút san sấy sắp soạn soát sơn sửa tách tạc tẩy ' +
    'tát tẩm tắt tháo thay thả thắp thắt thu thuê thổi tìm tiện tiêm tỉa tịch trải trám trả trao trát treo trèo trét trích trộn trồng tuốt tưới ' +
    'ủ ướp vá vạch vạt vẽ vét viết vớt vun xả xây xẻ xén xếp xét xịt xóa xoá xối xới xúc'
  ).split(' '),
);
