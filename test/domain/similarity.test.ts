import { expect, test } from 'vitest';
import { similarity } from '../../src/domain/similarity.ts';

test.each([
  ['Xây dựng kế hoạch nâng cấp hệ thống thông tin', 'xây dựng kế hoạch nâng cấp hệ thống thông tin.', 1],
  [
    'Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở',
    'Xây dựng kế hoạch nâng cấp hệ thống thông tin của Sở, báo cáo Giám đốc',
    0.8,
  ],
  ['Thẩm định dự toán', 'Tham mưu thẩm định dự toán', 0.6],
  ['Báo cáo kết quả chuyển đổi số', 'Báo cáo kết quả chuyển đổi số năm 2025', 0.8],
])('“%s” and “%s” are one piece of work', (one, other, atLeast) => {
  expect(similarity(one, other)).toBeGreaterThanOrEqual(atLeast);
  expect(similarity(other, one)).toBe(similarity(one, other));
});

test.each([
  ['Báo cáo công tác tháng 4', 'Báo cáo công tác tháng 5'],
  ['Báo cáo kết quả quý I', 'Báo cáo kết quả quý II'],
  ['Báo cáo kết quả kiểm tra', 'Báo cáo tiến độ dự án'],
  ['Xây dựng kế hoạch đào tạo', 'Xây dựng kế hoạch chuyển đổi số'],
  ['…', '!!!'],
  ['', ''],
])('“%s” and “%s” are two', (one, other) => {
  expect(similarity(one, other)).toBeLessThan(0.6);
});
