import type { Composer } from 'grammy';
import type { MemberContext } from './bot-context.ts';
import { unpackButton } from './callback-data.ts';
import type { ButtonAction } from './callback-data.ts';

/** The variant of `Action` that has one of the kinds, with its kind narrowed to them. */
type OfKind<Action, K> = Action extends { readonly kind: infer Own }
  ? [Own & K] extends [never]
    ? never
    : Action & { readonly kind: Own & K }
  : never;

type ActionOf<K extends ButtonAction['kind']> = OfKind<ButtonAction, K>;

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
