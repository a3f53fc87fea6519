// Titles and forms of address: who stands for a unit, and who stands above it.
import { phraseList } from './phrase-list.ts';

/** Before a unit's name: its head, a deputy or a member of staff, who stands for the unit. */
export const UNIT_TITLES: readonly string[] = phraseList(`
  trưởng, phó trưởng, quyền trưởng, q trưởng, phó, chánh, phó chánh, quyền chánh, q chánh, giám đốc,
  phó giám đốc, quyền giám đốc, gđ, pgđ, chi cục trưởng, quyền chi cục trưởng, q chi cục trưởng,
  phó chi cục trưởng, phó chi cục trưởng điều hành, phó chánh văn phòng điều hành, người phụ trách,
  người được giao phụ trách, đồng chí được giao phụ trách, lãnh đạo phụ trách, quyền giám đốc phụ trách,
  phó trưởng ban phụ trách, phó viện trưởng phụ trách, quyền trưởng phòng, q trưởng phòng, trưởng phòng,
  phó trưởng phòng, phó phòng, tp, ptp, trưởng ban, phó trưởng ban, viện trưởng, hiệu trưởng, trưởng khoa,
  bí thư, phó bí thư, chủ tịch, phó chủ tịch, lãnh đạo, đồng chí lãnh đạo, thủ trưởng, đồng chí phụ trách,
  người đứng đầu, đại diện, đại diện lãnh đạo, tập thể, chuyên viên, chuyên viên chính, công chức, viên chức,
  cán bộ, nhân viên, kế toán, kế toán trưởng, bác sĩ, kỹ sư, thanh tra viên, trưởng phòng phụ trách,
  phó trưởng phòng phụ trách, phó phòng phụ trách, phó giám đốc phụ trách, phó chánh văn phòng phụ trách,
  phó chánh thanh tra phụ trách, phó chi cục trưởng phụ trách, phó trưởng phòng điều hành,
  phó giám đốc điều hành, cán bộ phụ trách, chuyên viên phụ trách, tổ trưởng, tổ phó, tổ trưởng tổ công đoàn,
  trưởng nhóm, đội trưởng, trưởng đoàn, trưởng tiểu ban, thành viên, các thành viên, ban chấp hành, bch,
  ban thường vụ, btv
`);

/** Before a person's name. */
export const HONORIFICS: readonly string[] = phraseList(`
  đồng chí, đ c, đc, các đồng chí, các đ c, ông, bà, anh, chị, em, bạn, cô, chú, a, c, e, thầy, pgs, gs,
  bscki, bsckii, bsck1, bsck2, dscki, dsckii, mr, ms, ths, ts, bs, cn, ks, ds
`);

/** Given names, as colleagues call each other: "Tuấn CĐS". */
export const GIVEN_NAMES: readonly string[] =
  'an,anh,ánh,bảo,bích,bình,châu,chi,chiến,công,cúc,cường,diễm,dung,dũng,duy,duyên,dương,đào,đạt,điệp,đông,đức,giang,hà,hạ,hải,hạnh,hằng,hân,hậu,hiền,hiếu,hiệp,hoa,hòa,hoàng,hồng,huệ,hùng,hưng,hương,hường,huy,huyền,khánh,khang,khoa,khôi,kiên,kiệt,lan,lâm,lệ,linh,loan,long,lộc,lợi,luân,ly,lý,mạnh,minh,my,mỹ,nam,nga,ngà,ngân,nghĩa,ngọc,nguyên,nguyệt,nhàn,nhân,nhật,nhi,nhung,oanh,phát,phong,phú,phúc,phước,phương,phượng,quân,quang,quốc,quyên,quyết,quỳnh,sang,sinh,sơn,tài,tâm,tân,thái,thanh,thảo,thắm,thắng,thắm,thi,thiện,thịnh,thoa,thọ,thơ,thơm,thu,thuận,thủy,thúy,thư,thương,tiên,tín,tính,toàn,toản,trang,trâm,trân,trí,trinh,trọng,trúc,tú,tuấn,tuệ,tùng,tuyền,tuyết,tý,uyên,vân,việt,vinh,vũ,vương,vy,xuân,yên,yến'.split(
    ',',
  );

/** A deputy director, who is charged in person. */
export const DEPUTY_DIRECTOR: readonly string[] = phraseList(`
  phó giám đốc sở, phó giám đốc, phó gđ sở, phó gđ, pgđ sở, pgđ, p giám đốc sở, p giám đốc, p gđ sở, p gđ
`);

/** The director and those who speak for the agency: they assign and receive, they are not assigned. */
export const LEADERSHIP: readonly string[] = phraseList(`
  giám đốc sở, giám đốc, gđ sở, gđ, lãnh đạo sở, ban giám đốc, ban giám đốc sở, lãnh đạo cơ quan,
  tập thể lãnh đạo sở, lãnh đạo bộ, bộ trưởng, thứ trưởng, chủ tịch ubnd tỉnh, phó chủ tịch ubnd tỉnh,
  phó chủ tịch thường trực ubnd tỉnh
`);
