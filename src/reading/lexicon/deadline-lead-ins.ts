// Words around a deadline that are not work.
import { phraseList } from './phrase-list.ts';

/** Directly before a deadline: they go with it. */
export const DEADLINE_LEAD_INS: readonly string[] = phraseList(`
  hoàn thành, phải hoàn thành, và hoàn thành, cần hoàn thành, hoàn tất, xong, phải xong, làm xong, thời hạn,
  thời hạn là, thời hạn hoàn thành, thời hạn thực hiện, thời gian, thời gian hoàn thành,
  thời gian hoàn thành là, thời gian thực hiện, thời gian chậm nhất, hạn, hạn là, hạn chót, hạn cuối,
  hạn hoàn thành, hạn nộp, deadline, dl, tiến độ, chậm nhất, chậm nhất là, muộn nhất, muộn nhất là, trễ nhất,
  không quá, vào, vào lúc, lúc, trong, ngay trong, trước, xong trước, đến, đến hết, cho đến, là,
  yêu cầu hoàn thành, thực hiện, báo cáo, thực hiện xong, thực hiện hoàn thành, hoàn thành việc này,
  hoàn thành nhiệm vụ này, hoàn thành nội dung này, hoàn thành công việc này
`);

/** A clause of nothing but these and a deadline sets the date of the work before it. */
export const COMPLETION_WORDS: readonly string[] = phraseList(`
  hoàn thành, hoàn tất, xong, báo cáo, báo cáo kết quả, báo cáo kết quả thực hiện, báo cáo tiến độ,
  báo cáo giám đốc sở, báo cáo lãnh đạo sở, báo cáo ban giám đốc, báo cáo đề xuất, gửi, gửi về, gửi kết quả,
  gửi kết quả về, gửi báo cáo, gửi báo cáo về, gửi lại, nộp, nộp về, nộp sản phẩm, trình, trình ký, kết quả,
  về, cho, và, phải, cần, thực hiện, triển khai, việc này, nhiệm vụ này, nội dung này, các nhiệm vụ,
  các nhiệm vụ này, các nội dung, các nội dung này, các việc, các việc này, các công việc, các nhiệm vụ trên,
  các nội dung trên, các việc trên, các công việc trên, nhiệm vụ, nội dung, công việc, nêu trên, trên,
  trên đây, tất cả, tất cả các, toàn bộ, thời hạn, thời hạn chung, thời gian, thời gian hoàn thành,
  thời hạn hoàn thành, hạn, hạn chung, hạn chót, hạn cuối, hạn hoàn thành, deadline, tiến độ, yêu cầu,
  yêu cầu hoàn thành, đề nghị, chung, là, đều, nhé, nha, ạ, giúp anh, giúp chị, giúp em, anh, chị, em,
  để tổng hợp, để theo dõi, để theo dõi chỉ đạo, theo dõi, chỉ đạo, bằng văn bản, chậm nhất, vào, trong,
  trước, sau đó, mọi người, cả nhà, mọi việc, và báo cáo, làm, làm xong, phấn đấu, dứt điểm, đúng hạn, duyệt,
  chốt, thông qua
`);

/** They point at all of the work above. */
export const ALL_ABOVE: readonly string[] = phraseList(`
  các nhiệm vụ trên, các nhiệm vụ nêu trên, các nhiệm vụ nói trên, các nhiệm vụ được giao, các nhiệm vụ này,
  nhiệm vụ trên, những nhiệm vụ trên, các nội dung trên, các nội dung nêu trên, các nội dung này,
  nội dung trên, các công việc trên, các công việc nêu trên, các công việc này, các việc trên,
  các việc nêu trên, các việc này, những việc trên, tất cả các việc, tất cả các nhiệm vụ, tất cả nhiệm vụ,
  tất cả nội dung, tất cả các nội dung, tất cả công việc, tất cả các công việc, toàn bộ các nhiệm vụ,
  toàn bộ nhiệm vụ, toàn bộ công việc, toàn bộ nội dung, mọi việc, tất cả, các phần việc trên, cả hai việc,
  cả hai nhiệm vụ, cả hai nội dung, cả 2 việc, cả ba việc, cả ba nội dung, cả 3 việc, hai việc này,
  hai việc trên, hai nội dung trên, ba việc trên, các nhiệm vụ còn lại, các nội dung còn lại,
  các công việc còn lại, các việc còn lại, những việc còn lại, các nhiệm vụ khác,
  các nhiệm vụ chưa nêu thời hạn, các nhiệm vụ chưa có thời hạn, các nhiệm vụ không nêu thời hạn,
  các nhiệm vụ không quy định thời hạn, các nhiệm vụ không ghi thời hạn, các yêu cầu trên,
  các yêu cầu nêu trên, hạn chung, thời hạn chung
`);
