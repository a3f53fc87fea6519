// Labels of forms and tables of work: who leads, who helps, what, by when.
import { phraseList } from './phrase-list.ts';

/** Labels of a table or form: "Đơn vị chủ trì: …; phối hợp: …; thời hạn: …". */
export const LEAD_LABELS: readonly string[] = phraseList(`
  đơn vị chủ trì, cơ quan chủ trì, đơn vị chủ trì thực hiện, đơn vị thực hiện, cơ quan thực hiện,
  đơn vị chịu trách nhiệm, đơn vị đầu mối, đơn vị được giao, bộ phận thực hiện, người thực hiện, chủ trì,
  chủ trì thực hiện, phân công, giao, phụ trách, đầu mối, trách nhiệm, thực hiện
`);

/** Before a colon and a unit: it is charged with what follows. */
export const CHARGING_LABELS: readonly string[] = phraseList(`
  kc, k/c, kính chuyển, giám đốc sở giao, giao nhiệm vụ, đề nghị, yêu cầu, phân công cụ thể
`);

export const COORDINATION_LABELS: readonly string[] = phraseList(`
  đơn vị phối hợp, các đơn vị phối hợp, các phòng phối hợp, các cơ quan phối hợp, đơn vị phối hợp gồm,
  các đơn vị phối hợp gồm, cùng phối hợp, cơ quan phối hợp, đơn vị phối hợp thực hiện, phối hợp,
  phối hợp thực hiện, hỗ trợ, đơn vị hỗ trợ, các phòng phối hợp thực hiện, các đơn vị phối hợp thực hiện,
  các đơn vị tham gia, các phòng tham gia, đơn vị tham gia, phòng phối hợp, các đơn vị hỗ trợ
`);

/** Columns of a table that give out no work. */
export const TABLE_REMARK_LABELS: readonly string[] = phraseList(`
  stt, tt, số tt, ghi chú, sản phẩm, sản phẩm đầu ra, kết quả, kết quả đầu ra, kinh phí, lãnh đạo phụ trách,
  lãnh đạo chỉ đạo, căn cứ
`);

export const CONTENT_LABELS: readonly string[] = [
  'nội dung',
  'nội dung công việc',
  'nội dung nhiệm vụ',
  'nội dung thực hiện',
  'nhiệm vụ cụ thể',
  'nội dung, nhiệm vụ',
  'tên công việc',
  'công việc',
  'tên nhiệm vụ',
  'nhiệm vụ',
  'việc',
];

export const DEADLINE_LABELS: readonly string[] = phraseList(`
  thời hạn, thời hạn hoàn thành, thời gian, thời gian hoàn thành, thời gian thực hiện, hạn, hạn chót,
  hạn hoàn thành, hạn cuối, deadline, dl, tiến độ, hoàn thành
`);
