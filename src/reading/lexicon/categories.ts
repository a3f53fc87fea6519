// Whose task it is, where the text says so. The three kinds are those of the agencies' own periodic reports.

export const PROVINCIAL_PHRASES: readonly string[] = [
  'tham mưu ubnd tỉnh',
  'tham mưu cho ubnd tỉnh',
  'tham mưu ubnd thành phố',
  'tham mưu ủy ban nhân dân tỉnh',
  'tham mưu uỷ ban nhân dân tỉnh',
  'tham mưu hđnd tỉnh',
  'tham mưu tỉnh ủy',
  'tham mưu thành ủy',
  'tham mưu chủ tịch ubnd tỉnh',
  'tham mưu trình ubnd tỉnh',
  'trình ubnd tỉnh',
  'trình ủy ban nhân dân tỉnh',
  'trình uỷ ban nhân dân tỉnh',
  'trình hđnd tỉnh',
  'trình chủ tịch ubnd tỉnh',
  'báo cáo ubnd tỉnh',
  'báo cáo ủy ban nhân dân tỉnh',
  'báo cáo tỉnh ủy',
  'quyết định của ubnd tỉnh',
  'nhiệm vụ ubnd tỉnh giao',
  'nhiệm vụ do ubnd tỉnh giao',
  'ubnd tỉnh giao',
];

export const DIRECTOR_PHRASES: readonly string[] = [
  'nhiệm vụ của giám đốc sở',
  'nhiệm vụ của giám đốc',
  'nhiệm vụ giám đốc sở giao',
  'nhiệm vụ do giám đốc sở giao',
  'nhiệm vụ lãnh đạo sở giao',
  'nhiệm vụ do lãnh đạo sở giao',
];

export const ARISING_PHRASES: readonly string[] = [
  'phát sinh',
  'nhiệm vụ phát sinh',
  'nhiệm vụ đột xuất',
  'công việc phát sinh',
  'việc phát sinh',
];
