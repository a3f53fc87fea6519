import type { Composer } from 'grammy';
import type { MemberContext } from './bot-context.ts';
import { unpackButton } from './callback-data.ts';
import type { ButtonAction } from './callback-data.ts';

type ActionOf<K extends ButtonAction['kind']> = Extract<ButtonAction, { kind: K }>;

/** Handles presses of the buttons named. Data that does not unpack is left to whatever comes last. */
export const onButton = <K extends ButtonAction['kind']>(
  composer: Composer<MemberContext>,
  kinds: readonly K[],
  handle: (ctx: MemberContext, action: ActionOf<K>) => Promise<void>,
): void => {
  const wanted: ReadonlySet<string> = new Set(kinds);
  const isWanted = (action: ButtonAction): action is ActionOf<K> => wanted.has(action.kind);
  composer.on('callback_query:data', (ctx, next) => {
    const action = unpackButton(ctx.callbackQuery.data);
    return action !== null && isWanted(action) ? handle(ctx, action) : next();
  });
};
