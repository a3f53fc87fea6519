import { Composer } from 'grammy';
import type { BotContext } from '../bot-context.ts';
import { addressOf, isPrivate } from '../bot-context.ts';

/** Finds out, for every update anew, who acts and which units the chat stands for. */
export const identity = new Composer<BotContext>();

identity.use(async (ctx, next) => {
  const { store, agencyId } = ctx.app;
  ctx.member = ctx.from && !ctx.from.is_bot ? await store.memberByTelegramId(agencyId, ctx.from.id) : null;
  ctx.boundUnits = [];
  if (ctx.chat && !isPrivate(ctx)) {
    const bindings = await store.bindingsOfChat(agencyId, addressOf(ctx));
    const bound = new Set(bindings.map((binding) => binding.unitId));
    if (bound.size > 0) ctx.boundUnits = (await store.units(agencyId)).filter((unit) => bound.has(unit.id));
  }
  await next();
});
