import type { Composer } from 'grammy';
import type { MemberContext } from '../bot-context.ts';
import { unpackButton } from './callback-data.ts';
import type { ButtonAction } from './callback-data.ts';

/** The variant of `Action` that has one of the kinds, with its kind narrowed to them. */
type OfKind<Action, K> = Action extends { readonly kind: infer Own }
  ? [Own & K] extends [never]
    ? never
    : Action & { readonly kind: Own & K }
  : never;

type ActionOf<K extends ButtonAction['kind']> = OfKind<ButtonAction, K>;

/** Presses that put something else in the place of the message: only where it really bears the button, which can be forged. */
const REPLACES_MESSAGE: ReadonlySet<ButtonAction['kind']> = new Set<ButtonAction['kind']>([
  'overdue_page',
  'open_tasks_page',
  'ledger_page',
  'overdue_view',
  'overdue_options',
  'work_list_page',
  'bind_page',
  'bind_unit',
  'unbind_unit',
  'people',
]);

/** True where the button is under the message, as far as Telegram still shows it. */
const isUnderMessage = ({ callbackQuery }: MemberContext): boolean => {
  const message = callbackQuery?.message;
  if (message === undefined || !('reply_markup' in message || 'text' in message)) return true;
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some((each) => 'callback_data' in each && each.callback_data === callbackQuery?.data);
};

/**
 * Handles presses of the buttons named. Data that does not unpack, or that stands under no button of the message that it
 * would replace, is left to whatever comes last.
 */
export const onButton = <K extends ButtonAction['kind']>(
  composer: Composer<MemberContext>,
  kinds: readonly K[],
  handle: (ctx: MemberContext, action: ActionOf<K>) => Promise<void>,
): void => {
  const wanted: ReadonlySet<string> = new Set(kinds);
  const isWanted = (action: ButtonAction): action is ActionOf<K> => wanted.has(action.kind);
  // Not `on`, for which grammY makes a composer for every update: words pass dozens of buttons.
  composer.use((ctx, next) => {
    const data = ctx.callbackQuery?.data;
    const action = data === undefined ? null : unpackButton(data);
    if (action === null || !isWanted(action)) return next();
    return REPLACES_MESSAGE.has(action.kind) && !isUnderMessage(ctx) ? next() : handle(ctx, action);
  });
};
