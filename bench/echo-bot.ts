// The smallest bot there is: grammY's own polling, one answer to every message.
import { Bot } from 'grammy';

const { BOT_TOKEN = '', TELEGRAM_API_ROOT = '' } = process.env;
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
bot.on('message:text', (ctx) => ctx.reply(ctx.msg.text));
process.once('SIGTERM', () => void bot.stop());
await bot.start();
