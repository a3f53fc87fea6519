// What happens whoever works: weather, prices, opening hours, outages.
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';

/** "Triều cường đạt đỉnh vào ngày 28/9", "Bão số 6 đổ bộ chiều 17/9": nobody's doing. */
export function isHappening({ tokens, clauseFrom, cuesFrom }: Candidate): boolean {
  const head = FORECAST.at(tokens, clauseFrom)?.to ?? clauseFrom;
  if (HAPPENINGS.at(tokens, head) === null || cuesFrom - head > LONGEST_HAPPENING_IN_TOKENS) return false;
  for (let i = head; i < cuesFrom; i++) if (tokens.isMark(i, ',:')) return false;
  return true;
}

const LONGEST_HAPPENING_IN_TOKENS = 14;
const FORECAST = phraseSet('dự báo, cảnh báo, dự kiến, cơn, đợt, khả năng, theo dự báo');
const HAPPENINGS = phraseSet(
  'bão, mưa, triều cường, nước dâng, đỉnh lũ, lũ, lụt, ngập lụt, nắng nóng, rét đậm, không khí lạnh, áp thấp, áp thấp nhiệt đới, gió, gió mùa, thủy triều, mực nước, nhiệt độ, sóng biển, động đất, nguyệt thực, nhật thực, giá xăng, giá vàng, giá điện, lãi suất, tỷ giá, chuyến bay, chuyến xe, chuyến tàu, xe khách, xe buýt, xe đưa đón, xe trung chuyển, tàu cao tốc, tàu hỏa, tàu khách, phà, siêu thị',
);

/** "Chợ hoa mở từ 20 đến 30 tháng Chạp", "Vé Tết bán từ 15/10 đến 30/10": from when to when it is open. */
export const isOpening = ({ tokens, before, cuesFrom, expression }: Candidate): boolean =>
  expression.kind === 'range' &&
  before?.to === cuesFrom &&
  tokens.is(before.from, 'mở', 'bán') &&
  before.to - before.from === 1;

/** "lấy máu từ 6h30 đến 9h các ngày trong tuần", "các ngày trong tuần, từ 8h đến 17h": the hours of a timetable. */
export const isTimetable = ({ tokens, expression, cuesFrom }: Candidate): boolean =>
  expression.kind === 'range' &&
  expression.last.kind === 'moment' &&
  expression.last.clock !== null &&
  (EVERY_DAY.at(tokens, expression.to) !== null ||
    EVERY_DAY.before(tokens, tokens.isMark(cuesFrom - 1, ',:') ? cuesFrom - 1 : cuesFrom) !== null);

const EVERY_DAY = phraseSet(
  'các ngày, các ngày trong tuần, các ngày làm việc, các ngày làm việc trong tuần, hằng ngày, hàng ngày, mỗi ngày, mọi ngày, tất cả các ngày, các buổi, vào các ngày, các sáng, từ thứ hai, từ thứ 2',
);

/** "Hệ thống bảo trì từ 22h00 …": said of a thing, to those who use it. */
export const isNoticeOfOutage = ({ tokens, before, clauseFrom }: Candidate): boolean =>
  before?.kind === 'work' &&
  OUTAGES.at(tokens, before.from) !== null &&
  SYSTEMS.at(tokens, clauseFrom) !== null &&
  before.from - clauseFrom <= LONGEST_SYSTEM_IN_TOKENS;

const LONGEST_SYSTEM_IN_TOKENS = 9;
const OUTAGES = phraseSet('bảo trì, nâng cấp, sửa chữa, dừng, tắt, mở, vận hành, cập nhật');
const SYSTEMS = phraseSet(
  'hệ thống, cổng, cổng thông tin, trang, trang web, website, phần mềm, máy chủ, đường truyền, mạng, wifi, thang máy, điện, nước, cầu, tuyến đường, đường, app, ứng dụng, cơ sở dữ liệu, thư viện, bể bơi, nhà ăn, căng tin, hội trường, phòng họp, nhà xe, bãi xe, cầu thang, sân vận động, kho bạc, chợ',
);

/** "Bộ Công Thương khảo sát cụm công nghiệp vào ngày 18/3": of those above nobody asks work; they come. */
export const isVisit = ({ tokens, clauseFrom, before }: Candidate): boolean => {
  if (before?.kind !== 'work' || VISITING.at(tokens, before.from) === null) return false;
  const superior = SUPERIORS.at(tokens, clauseFrom);
  // "bộ phận" is no ministry.
  return superior !== null && (superior.to - superior.from > 1 || tokens.isCapital(superior.to));
};

const VISITING = phraseSet('khảo sát, kiểm tra, giám sát, thăm, tiếp, thị sát, phát biểu');
const SUPERIORS = phraseSet(
  'bộ, bộ trưởng, thứ trưởng, thủ tướng, chính phủ, quốc hội, đoàn đbqh, đoàn đại biểu quốc hội, hđnd, thường trực hđnd, tỉnh ủy, bí thư tỉnh ủy, lãnh đạo tỉnh, lãnh đạo bộ, chủ tịch ubnd tỉnh, chủ tịch nước, ban thường vụ tỉnh ủy',
);

/** "Kết quả công bố ngày 20/3", "Lịch tiêm chủng: ngày 10": when something will be known, or is open to people. */
export const isAnnouncement = ({ tokens, clauseFrom, cuesFrom, before }: Candidate): boolean =>
  (before?.kind === 'work' &&
    before.to === cuesFrom &&
    tokens.is(before.from, 'công') &&
    ANNOUNCED.at(tokens, clauseFrom) !== null) ||
  (tokens.is(clauseFrom, 'lịch') && TIMETABLES.at(tokens, clauseFrom) !== null);

const ANNOUNCED = phraseSet(
  'kết quả, danh sách, điểm, điểm thi, điểm chuẩn, đề, đề thi, đáp án, giải, giải thưởng, quyết định, chỉ số, bảng điểm, tỷ lệ',
);
const TIMETABLES = phraseSet(
  'lịch tiêm, lịch khám, lịch trực, lịch tiếp, lịch thi, lịch học, lịch nghỉ, lịch họp, lịch thu gom, lịch cắt điện, lịch cúp, lịch mở cửa, lịch phát, lịch chiếu, lịch bay, lịch tàu, lịch xe, lịch phun, lịch hiến máu, lịch thi đấu, lịch làm việc, lịch bảo trì',
);

/** "Trạm y tế nhận tiêm vào thứ Bảy hằng tuần": when people are served, where no other work is told before it. */
export function isDayOfService({
  text,
  tokens,
  index,
  clauseFrom,
  clauseTo,
  expression,
}: Candidate): boolean {
  const cycle =
    text.expressions[index + 1]?.kind === 'cycle' ? text.expressions[index + 1] : text.expressions[index + 2];
  if (cycle?.kind !== 'cycle' || cycle.to > clauseTo) return false;
  const end = Math.min(expression.from, clauseFrom + FARTHEST_SERVICE_IN_TOKENS);
  const service = SERVICES.within(tokens, clauseFrom, end);
  if (service === null) return false;
  const first = text.landmarkAfter(clauseFrom, expression.from);
  return first === null || first.from >= service.from;
}

const FARTHEST_SERVICE_IN_TOKENS = 16;
const SERVICES = phraseSet(
  'tiêm chủng, tiêm vắc xin, nhận tiêm, tiêm dịch vụ, khám bệnh, khám ngoại trú, khám thai, khám miễn phí, tiếp dân, thu gom rác, phát thuốc, phục vụ người dân, phục vụ bạn đọc, trợ giúp pháp lý, tư vấn miễn phí, cho mượn sách, họp chợ, hiến máu',
);
