import type { ApiMethods } from 'grammy/types';
import type { Params } from '../params.ts';
import type { Realm } from '../world/realm.ts';

type MethodName = keyof ApiMethods;
type ResultOf<M extends MethodName> = ReturnType<ApiMethods[M]>;

/** What a method needs to know besides its parameters. */
export interface CallContext {
  readonly realm: Realm;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
}

type Handler<M extends MethodName> = (
  context: CallContext,
  params: Params,
) => ResultOf<M> | Promise<ResultOf<M>>;

/** Handlers by method name; what they return is checked against grammY's types. */
export type MethodTable = { readonly [M in MethodName]?: Handler<M> };
