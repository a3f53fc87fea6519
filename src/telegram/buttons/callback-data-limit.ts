/** The most bytes (UTF-8) Telegram takes as callback data. */
export const CALLBACK_DATA_LIMIT = 64;
