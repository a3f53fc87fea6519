// The same thing said in the North, the Centre and the South, and slips that are words of their own ("song rồi" for
// "xong rồi"). Replaced as whole phrases, longest first, after short forms are spelled out and diacritics restored.

/** standard ← variants, separated by "|". */
const VARIANTS = {
  'hoàn thành': 'hoàng thành|hoàn thàng|hoàn thánh|hoàn thàn|hoàng thàng',
  'xong rồi': 'song rồi|xông rồi|xong dồi',
  'xong hết': 'song hết',
  'đã xong': 'đã song|đã xông',
  'làm xong': 'làm song',
  'chưa xong': 'chưa song|trưa song',
  'sắp xong': 'sắp song|xắp xong|xắp song',
  'gần xong': 'gần song',
  'xong chưa': 'song chưa|xong trưa|song trưa',
  'xong đâu vào đấy': 'xong đâu đó|xong đâu ra đó|xong đâu ra đấy',
  'bổ sung': 'bổ xung',
  'xong đâu': 'xong mô',
  'sao rồi': 'răng rồi|ra răng rồi|sao rứa|răng rứa',
  'đến đâu': 'tới mô|đến mô|tới đâu',
  'ở đâu': 'chỗ mô|ở mô|chỗ nào',
  'bao giờ':
    'khi mô|bữa mô|hôm mô|ngày mô|chừng mô|chừng nào|hồi nào|khi nào|lúc nào|bữa nào|hôm nào|ngày nào|bao lâu nữa',
  'chưa có thời gian': 'chưa có lúc nào|không có lúc nào',
  'ngày kia': 'bữa kia|bữa mốt|bữa tê',
  'đang làm': 'in progress|in progres|inprogress|wip|doing|on going|ongoing',
  'chưa làm': 'pending|todo|to do|not started',
  'xem lại': 'coi lại',
  'xem giúp': 'coi giùm|coi giúp|coi dùm',
  giúp: 'giùm|dùm',
  'làm sao': 'làm răng',
  'sao chưa': 'răng chưa',
  'đâu vậy': 'mô rứa',
  'nộp ở đâu': 'nộp mô',
  'gửi ở đâu': 'gửi mô',
  'mẫu nào': 'mẫu mô',
  'hôm qua': 'bữa qua|hồi hôm qua|hôm wa',
  'hôm trước':
    'bữa trước|bữa hổm|hôm bữa|hôm nọ|bữa nọ|hôm rồi|bữa rồi|hổm rày|dạo trước|đợt trước|lần trước|vài hôm trước|mấy hôm trước|mấy bữa trước|vài bữa trước|mấy ngày trước|vài ngày trước',
  'dạo này': 'mấy hôm nay|mấy bữa nay|mấy ngày nay|mấy nay|đợt này|nay giờ',
  'vừa rồi': 'hồi nãy|vừa nãy|ban nãy|lúc nãy|nãy|từ nãy|mới nãy',
  'hồi sáng': 'khi sáng|ban sáng|lúc sáng|từ sáng|sáng giờ',
  'lát nữa':
    'lát nữa|tí nữa|chút nữa|tẹo nữa|xíu nữa|một lát nữa|lát|tí|xíu|chút xíu nữa|chặp nữa|tý nữa|một chút nữa|một tí nữa|ít phút nữa|tẹo|lát sau|xíu xiu nữa|xí nữa|chút xíu|tí xíu nữa|tí tẹo nữa|tí xíu|chút',
  'bây giờ': 'bi chừ|chừ|bây chừ|hiện giờ|giờ này',
  'vài hôm nữa':
    'vài bữa nữa|mấy bữa nữa|ít bữa nữa|ít hôm nữa|mấy hôm nữa|vài ngày nữa|mấy ngày nữa|ít ngày nữa|hôm nữa|nay mai|mai mốt|một hai hôm nữa|một vài ngày nữa|một hai ngày nữa|dăm ngày|dăm hôm|dăm bữa|vài bữa|vài hôm|mấy bữa|mấy hôm|mấy ngày|vài ngày|ít bữa|ít hôm|ít ngày|1 2 hôm nữa',
  'như thế nào': 'như thế nào|như rứa nào',
  'như vậy': 'rứa|như rứa|như thế|vầy',
  'vào được': 'vô được',
  'vào hệ thống': 'vô hệ thống',
  'không vào': 'không vô',
  'chưa vào': 'chưa vô',
  'vào mạng': 'vô mạng',
  'vào web': 'vô web',
  này: 'ni',
  kia: 'tê|nớ',
  tôi: 'tui',
  'vướng mắc': 'vướn mắc|vướng mắt',
  'cảm ơn': 'cám ơn|cãm ơn|đội ơn',
  'phòng em':
    'phòng mình|phòng tôi|phòng chúng em|phòng bọn em|bên em|bên mình|bên tôi|bên phòng em|phòng chúng tôi|đơn vị em|đơn vị chúng tôi|đơn vị mình|bên phòng mình|bên tui|phòng tui|chỗ em|chỗ mình|bên chỗ em|bên tụi em|bên bọn em',
  em: 'chúng em|bọn em|tụi em|tụi con|bọn mình|tụi mình|chúng mình|tụi tui|bọn tui|bọn tôi|tụi tôi|tụi này',
  'quá trời': 'quá chừng',
} as const;

export const REGIONAL_VARIANTS: readonly (readonly [variant: string, standard: string])[] = Object.entries(
  VARIANTS,
).flatMap(([standard, variants]) => variants.split('|').map((variant) => [variant, standard] as const));
