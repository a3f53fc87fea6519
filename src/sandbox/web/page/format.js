// Moments are milliseconds since the epoch; they are shown as in Asia/Ho_Chi_Minh, whatever the zone of the machine.

const ZONE = 'Asia/Ho_Chi_Minh';
const AHEAD_MS = 7 * 3_600_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} language @param {Intl.DateTimeFormatOptions} options @param {number} at */
const formatted = (language, options, at) => {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options });
  formats.set(key, format);
  return format.format(at);
};

/** "07:30". @param {number} at */
export const timeOf = (at) => new Date(at + AHEAD_MS).toISOString().slice(11, 16);

/** `yyyy-MM-dd`. @param {number} at */
export const dayOf = (at) => new Date(at + AHEAD_MS).toISOString().slice(0, 10);

/** "11/4", "09/4", "05/02": days below 10 and months 1 and 2 take a zero, as offices write them. @param {number} at */
const shortDate = (at) => {
  const [, month = '', day] = dayOf(at).split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}`;
};

/** "thứ Sáu, 11/4". @param {string} language @param {number} at */
export const dayName = (language, at) =>
  language === 'en'
    ? formatted('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }, at)
    : `${weekdayOf(at)}, ${shortDate(at)}`;

/** "thứ Sáu, 11/4/2025". @param {string} language @param {number} at */
export const longDay = (language, at) =>
  language === 'en'
    ? formatted('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
    : `${weekdayOf(at)}, ${shortDate(at)}/${dayOf(at).slice(0, 4)}`;

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** @param {number} at */
const weekdayOf = (at) => WEEKDAYS[new Date(at + AHEAD_MS).getUTCDay()] ?? '';

/** In a list of chats: the time of what is of today, the day of everything else. @param {number} at @param {number} now */
export const briefly = (at, now) => (dayOf(at) === dayOf(now) ? timeOf(at) : shortDate(at));

/** "07:30 thứ Hai, 14/4". @param {string} language @param {number} at */
export const momentOf = (language, at) => `${timeOf(at)} ${dayName(language, at)}`;

/** True at midnight, when a day is over. @param {number} at */
export const endsDay = (at) => timeOf(at) === '00:00';

/** The next time that it is half past seven in the morning. @param {number} now */
export const nextMorning = (now) => {
  const today = Date.parse(`${dayOf(now)}T07:30:00+07:00`);
  return today > now ? today : today + DAY_MS;
};

/** "12,5 KB". @param {string} language @param {number} bytes */
export const sizeOf = (language, bytes) => {
  const [amount, unit] =
    bytes < 1_000 ? [bytes, 'B'] : bytes < 1_000_000 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${amount.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
};

/** The letters in the circle that stands for a person or a group. @param {string} name */
export const initialsOf = (name) => {
  const words = name.split(/[\s&]+/u).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(-2)
    .map((word) => word[0])
    .join('')
    .toLocaleUpperCase('vi');
};
