import { expect, test } from 'vitest';
import { namesNumberedPaper } from '../../src/reading/numbered-paper.ts';

test.each([
  'Tham mưu UBND tỉnh ban hành Kế hoạch chuyển đổi số năm 2026',
  'xây dựng kế hoạch nâng cấp hệ thống thông tin',
  'Dự thảo Tờ trình, trình Giám đốc Sở trước ngày 25/4',
  'Lập báo cáo kết quả thực hiện quý I',
  'TRÌNH GIÁM ĐỐC SỞ QUYẾT ĐỊNH',
  'hoàn thiện đề án vị trí việc làm'.normalize('NFD'),
])('ends in a numbered paper: %s', (content) => {
  expect(namesNumberedPaper(content)).toBe(true);
});

test.each([
  'Rà soát hạ tầng kỹ thuật, báo cáo Giám đốc Sở',
  'Kiểm tra việc thực hiện quy định về an toàn thông tin',
  'Chuẩn bị phòng họp cho buổi làm việc với đoàn công tác',
  'Thẩm định dự toán',
  'Làm việc với VNPT về kế hoạch đã ban hành',
  '',
])('does not: %s', (content) => {
  expect(namesNumberedPaper(content)).toBe(false);
});
