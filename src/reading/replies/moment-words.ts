// The words that name a day, an hour or a length of time in a reply. Where they stand, not what they mean: their value
// is the deadline reader's to tell.
import { either } from './wording.ts';

const NEAR = '(?:này|sau nữa|sau|tới|trước|qua|vừa rồi|kế tiếp|kế)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?: ?[/-] ?\\d{4}| năm \\d{4}| năm nay| năm sau)?';
/** "tháng tư", "tháng năm 2026"; "tháng hai lần" counts. */
const NAMED_MONTH =
  '(?:giêng|hai|ba|tư|năm(?! (?:nay|sau|tới|trước|ngoái|\\d))|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?! (?:lần|buổi|cuộc|đợt|kỳ|người|ngày|triệu))';
/** Words that lead up to an end: behind them "năm 2027" and "6 tháng đầu năm" say when, not which work. */
const UP_TO = '(?<= (?:đến|tới|sang|qua|hết|trước|trong|vào) )';

const QUARTER = '(?:iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn)';

/** A part of the day by itself. */
export const PART_OF_DAY = '(?:sáng|trưa|chiều|tối|đêm)';
const PART = '(?:buổi )?(?:sáng sớm|chiều tối|sáng|trưa|chiều|tối|đêm)';

/** Weeks, months, quarters, years. */
export const PERIOD = either`
  ${UP_TO}(?:6|sáu) tháng (?:đầu|cuối) năm(?: \d{4}| nay| sau)?
  (?:sang|qua) (?:tuần|tháng|quý|năm)(?: (?:sau|tới|mới))?(?= (?!\d|${QUARTER} |${NAMED_MONTH} ))
  (?:đầu |giữa |cuối )?(?:tuần|tháng|quý|năm) ${NEAR}|năm nay
  (?:đầu |giữa |cuối )?tháng ${MONTH}${YEAR}
  (?:đầu |giữa |cuối )?tháng ${NAMED_MONTH}(?: năm \d{4}| năm nay| năm sau)?
  (?:đầu|giữa|cuối) t ?${MONTH}(?: ?/ ?\d{4})?|t ?${MONTH} ?/ ?20\d{2}|${UP_TO}t (?:8|9|1[0-2])|t (?:8|9|1[0-2])(?= (?:mới|sẽ) )
  (?:đầu |giữa |cuối )?quý ${QUARTER}${YEAR}
  ${UP_TO}năm 20\d{2}|(?:năm )?20[2-9]\d(?= (?:mới|sẽ) )|(?:đầu|giữa|cuối) năm 20\d{2}
  (?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm)
  (?:hết|trong) (?:hôm nay|năm nay|năm 20\d{2}|tuần|tháng|quý|năm|ngày|buổi sáng|buổi chiều|sáng|chiều)(?! (?:\d|t\d|${QUARTER} |${NAMED_MONTH} |này|sau|tới|trước|nay|mai|kia|mốt))
`;

const COMPONENT = either`
  (?:đầu|cuối|hết) (?:giờ(?: (?:sáng nay|chiều nay|sáng|chiều|làm việc|làm|hành chính))?|ngày(?! (?:\d|mai|kia|mốt|này))|buổi(?: (?:sáng|chiều))?)
  ${PART} (?:hôm nay|hôm qua|hôm kia|hôm sau|nay|mai|qua|mốt|kia)
  hôm nay|hôm qua|hôm kia|hôm trước|ngày mai|ngày kia|ngày mốt|mai|mốt|bây giờ|vừa rồi|hồi sáng
  (?<!(?:lần|đợt|vòng|kỳ) )(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7](?! / \d)|chủ nhật|cn)(?: ${NEAR})?
  (?:(?:ngày|mùng|mồng) )?${DAY}[/.-]${MONTH}(?:[/.-](?:\d{4}|\d{2}))?|${MONTH}/20\d{2}
  (?:ngày|mùng|mồng) ${DAY}(?! (?:công|việc|người|xã|ngày))(?: tháng (?:${MONTH}|này|sau|tới|trước)(?: năm \d{4})?)?
  (?:lúc )?\d{1,2}(?:h|g|:)(?:\d{2})?|(?:lúc )?\d{1,2} giờ(?: \d{1,2}(?: phút)?)?(?: rưỡi)?
  ${PERIOD}
  ${PART}(?= (?:thứ|t[2-7]|ngày|mai|nay|chủ|cn|\d))
`;

/** One moment, named by one or several components: "17h chiều thứ 6 tuần sau", "thứ 6, ngày 18/4". */
export const MOMENT = `${COMPONENT}(?:(?: ,)?(?: (?:ngày|lúc|vào|hôm|của|trong|,))? ${COMPONENT})*`;

/** "2 ngày", "một tuần": groups `amount` and `unit`. */
export const LENGTH =
  '(?<amount>\\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài|nửa) (?<unit>ngày làm việc|ngày|hôm|bữa|tuần|tháng|tiếng|giờ|phút|buổi)';
