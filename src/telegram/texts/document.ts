import type { DocumentParticulars } from '../../domain/document.ts';
import { capitalize, shorten } from './compose.ts';
import { numericDate } from './dates.ts';

type Named = Pick<DocumentParticulars, 'kind' | 'number' | 'symbol' | 'issuedOn' | 'title'>;

const LONGEST_TITLE = 90;

/** "Thông báo số 45/TB-SKHCN ngày 04/4/2025"; where it has no number, its title stands for it. */
export const documentName = (document: Named): string => {
  const kind =
    document.kind === null ? 'Văn bản' : capitalize(shorten(document.kind, 60).toLocaleLowerCase('vi'));
  const date = document.issuedOn === null ? '' : ` ngày ${numericDate(document.issuedOn)}`;
  if (document.number !== null) {
    return `${kind} số ${shorten(`${document.number}${symbolPart(document.symbol)}`, 40)}${date}`;
  }
  const title = document.title === null ? '' : ` “${shorten(document.title, LONGEST_TITLE)}”`;
  return `${kind}${title}${date}`;
};

/** Where a task comes from: its document and the heading it stands under; null for a task given in a message. */
export const originOf = (document: Named | null, item: string | null): string | null => {
  if (document === null) return null;
  return `${documentName(document)}${item === null ? '' : `, mục ${item}`}`;
};

const symbolPart = (symbol: string | null): string =>
  symbol === null ? '' : `/${symbol.replace(/^\//u, '')}`;

/** Kinds of documents by their abbreviations in a number such as 45/TTr-SKHCN (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
const KINDS: Readonly<Record<string, string>> = {
  TTr: 'Tờ trình',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  QĐ: 'Quyết định',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BB: 'Biên bản',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  GM: 'Giấy mời',
};

/** "Tờ trình số 45/TTr-SKHCN" */
export const evidenceName = (documentNumber: string): string => {
  const abbreviation = /^[^/]*\/(?:\d{4}\/)?(?<kind>[^-/]+)/u.exec(documentNumber)?.groups?.kind ?? '';
  return `${KINDS[abbreviation] ?? 'văn bản'} số ${shorten(documentNumber, 60)}`;
};
