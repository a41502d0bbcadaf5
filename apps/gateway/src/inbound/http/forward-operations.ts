import type { ServiceName } from '@reprise/contracts/events';
import type { Operation } from '@reprise/contracts/http';
import {
  getServiceReadiness,
  listAudit,
  listReadinessItems,
  mediaTypesOf,
  operations,
  planMarket,
  readinessChecks,
  transitionMarket,
} from '@reprise/contracts/http';
import type { ReadinessCheckId } from '@reprise/contracts/http';
import { Bug } from '@reprise/kernel';
import { forwardCall } from '@reprise/platform/http';
import type { Call, HttpApp, ServiceClient } from '@reprise/platform/http';
import type { Door } from './enter.js';
import type { EnrichCart } from './enrich-cart.js';
import type { GuardLaunch } from './guard-launch.js';

/** Longest the gateway waits for a service, in milliseconds, by what kind of call it is. The caller's own deadline wins when it is shorter. */
export interface ForwardLimits {
  /** Reads and commands that are one transaction. */
  readonly commandMs: number;
  /** Orders wait for payment, and longer when the caller asks to (`Prefer: wait`). */
  readonly orderMs: number;
  /** Uploads of many rows. */
  readonly streamMs: number;
}

/** What was bought stays reachable after its market closed. */
const ofAnOrder = /\/orders\/\{/;

/**
 * Mounts every operation that another service answers: token, policy and schema are checked here first (by the mount), then the market,
 * then the call goes to its owner at the same method and path and the answer comes back as it is.
 */
export function mountForwards(
  app: Pick<HttpApp, 'mount'>,
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  parts: {
    readonly door: Door;
    readonly enrichCart: EnrichCart;
    readonly guardLaunch: GuardLaunch;
    readonly limits: ForwardLimits;
  },
): void {
  for (const operation of operations) {
    if (operation.owner === 'gateway') continue;
    const clientFor = clientOf(operation, clients);
    const waitMs = limitOf(operation, parts.limits);
    const isCart = /\/carts(\/|$)/.test(operation.path);
    const isLaunch = operation.id === transitionMarket.id;
    app.mount(operation, async (call: Call) => {
      await enterMarketOf(operation, call, parts.door);
      const guarded = isLaunch ? await parts.guardLaunch.run(call as Call<typeof transitionMarket>) : call;
      const answered = await forwardCall(withinDeadline(guarded as Call, waitMs), clientFor(call));
      return isCart ? parts.enrichCart.run(answered, call) : answered;
    });
  }
}

/** Who a call goes to: the operation's owner, or the service that the path names. */
function clientOf(
  { owner, id }: Operation,
  clients: ReadonlyMap<ServiceName, ServiceClient>,
): (call: Call) => ServiceClient {
  const named = (service: ServiceName): ServiceClient => {
    const client = clients.get(service);
    if (client === undefined) throw new Bug(`no client for ${service}, which answers ${id}`);
    return client;
  };
  if (owner === 'named') return ({ params }) => named((params as { readonly service: ServiceName }).service);
  const client = named(owner);
  const partOf = partOwners[id];
  return partOf === undefined ? () => client : (call) => named(partOf(call));
}

/** Whose part a call of an operation with several answerers is. */
const partOwners: Readonly<Record<string, (call: Call) => ServiceName>> = {
  [listAudit.id]: ({ query }) =>
    (query as { readonly entity?: string }).entity?.startsWith('market:') === true ? 'catalog' : 'pricing',
  [getServiceReadiness.id]: ({ params }) => (params as { readonly service: ServiceName }).service,
  [listReadinessItems.id]: ({ params }) =>
    readinessChecks[(params as { readonly check: ReadinessCheckId }).check].service,
};

/** A market in the path is checked before anything is forwarded: unknown, closed and elsewhere are said the same way by every call. */
async function enterMarketOf(operation: Operation, call: Call, door: Door): Promise<void> {
  if (!operation.path.startsWith('/v1/markets/{market}/')) return;
  const code = (call.params as { readonly market: string }).market;
  if (ofAnOrder.test(operation.path)) door.visit(code, { operator: call.principal.role === 'ops', closedToo: true });
  else await door.enterAs(code, call);
}

/** A plan prices every offer of a market twice. */
const PLAN_MS = 60_000;

function limitOf(operation: Operation, limits: ForwardLimits): number {
  if (operation.id === planMarket.id) return PLAN_MS;
  if (!mediaTypesOf(operation).includes('application/json')) return limits.streamMs;
  return operation.owner === 'checkout' ? limits.orderMs : limits.commandMs;
}

/** What forwarding needs of the call, with an earlier deadline. */
function withinDeadline({ raw, requestId, rawBody, signal, deadlineAtMs }: Call, waitMs: number): Call {
  const sooner = { raw, requestId, rawBody, signal, deadlineAtMs: Math.min(deadlineAtMs, Date.now() + waitMs) };
  return sooner satisfies Partial<Call> as Call;
}
