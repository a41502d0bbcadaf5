import type { OrderId } from '@reprise/kernel';
import { invariant, isRejection } from '@reprise/kernel';
import type { Advance, AdvanceOrder } from '../../apps/checkout/src/application/advance-order.ts';
import type { ClaimKey } from '../../apps/checkout/src/application/claim-key.ts';
import type { HearProvider, ProviderNews } from '../../apps/checkout/src/application/hear-provider.ts';
import type { PerformStep } from '../../apps/checkout/src/application/perform-step.ts';
import type { PlaceOrder, PlaceOrderRequest, Placed } from '../../apps/checkout/src/application/place-order.ts';
import type { RefundOrder, RefundOrderRequest } from '../../apps/checkout/src/application/refund-order.ts';
import type { OrderRejection } from '../../apps/checkout/src/domain/check-order.ts';
import type { StoredAnswer } from '../../apps/checkout/src/domain/idempotency.ts';
import { consume } from './consumer.ts';
import { MemoryDesk } from './memory-desk.ts';
import { Relay } from './relay.ts';
import type { SimulatedShop } from './shop.ts';
import type { Life } from './world.ts';

/** How long an order may be undecided, and how often paying is tried within that. */
export const patience = { patienceMs: 20_000, paymentTries: 12 };
const leaseMs = 5_000;
const stepsAtOnce = 4;

/** Checkout in one of its lives: its use-cases on ports of the simulator, wired as its module does. */
export class CheckoutProcess {
  readonly #shop: SimulatedShop;
  readonly #life: Life;
  readonly #desk: MemoryDesk;
  readonly #claimKey: ClaimKey;
  readonly #placeOrder: PlaceOrder;
  readonly #refundOrder: RefundOrder;
  readonly #advanceOrder: AdvanceOrder;
  readonly #performStep: PerformStep;
  readonly #hearProvider: HearProvider;

  constructor(shop: SimulatedShop, life: Life) {
    const { world, services, clock, databases, provider } = shop;
    const die = (): void => {
      if (world.mishap(0.003)) world.kill(life);
    };
    const { patienceMs } = patience;
    this.#shop = shop;
    this.#life = life;
    const desk = (this.#desk = new MemoryDesk(databases.checkout, life, services));
    const claimKey = (this.#claimKey = new services.ClaimKey(desk, clock, die));
    const advance = (this.#advanceOrder = new services.AdvanceOrder(patienceMs, { moved: () => undefined }, die));
    const returns = new services.OpenReturns(advance);
    this.#placeOrder = new services.PlaceOrder(desk, shop.quoteVerifier, claimKey, clock, 'eu', patienceMs, die);
    this.#refundOrder = new services.RefundOrder(desk, claimKey, advance, returns, clock);
    const note = new services.NoteCharges(desk, advance);
    this.#performStep = new services.PerformStep(desk, provider.portOf(life), advance, note, clock, patience, die);
    this.#hearProvider = new services.HearProvider(desk, advance, note);
    this.#work();
  }

  /** The call of a buyer, up to the answer as it is stored and sent. */
  async place(request: PlaceOrderRequest): Promise<StoredAnswer | OrderRejection> {
    return this.#answer(request, await this.#placeOrder.run(request));
  }

  /** The call of an operator. */
  async refund(request: RefundOrderRequest): Promise<StoredAnswer | OrderRejection> {
    return this.#answer(request, await this.#refundOrder.run(request));
  }

  async hear(news: ProviderNews): Promise<void> {
    const heard = await this.#hearProvider.run(news);
    if (heard.kind !== 'heardBefore') this.#look(heard);
  }

  async #answer(
    { scope }: { readonly scope: string },
    placed: Placed | OrderRejection,
  ): Promise<StoredAnswer | OrderRejection> {
    if (isRejection(placed)) return placed;
    if (placed.kind === 'replay') return placed.answer;
    const { orderId, key } = placed;
    const { world } = this.#shop;
    await world.sleep(this.#life, world.random.between(0, 1_000), 'waits for the outcome');
    const record = await this.#desk.transact((tx) => tx.findOrder(orderId));
    invariant(record, `order ${orderId} was committed with its key`);
    const { statusOf, isSettled } = this.#shop.services;
    const body = JSON.stringify({ id: orderId, status: statusOf[record.saga.state] });
    return this.#claimKey.store({ scope, key }, { status: isSettled(record.saga.state) ? 201 : 202, body });
  }

  #work(): void {
    const { world, broker, databases, groups } = this.#shop;
    void new Relay(world, this.#life, databases.checkout, broker).run();
    void this.#runDueSteps();
    consume(this.#life, {
      ...{ world, broker, database: databases.checkout, group: groups.checkout, topics: ['inventory.reservation'] },
      setAside: this.#shop.setAside('checkout'),
      hear: async (facts, tx) => {
        const happened = facts.map(({ key, type }) => {
          const kind = type === 'reserved' ? ('stockReserved' as const) : ('stockRejected' as const);
          return { orderId: key as OrderId, event: { kind } };
        });
        for (const advance of await this.#advanceOrder.runAll(this.#desk.txOf(tx), happened)) this.#look(advance);
      },
    });
  }

  async #runDueSteps(): Promise<void> {
    const { world } = this.#shop;
    for (let idleMs = 10; ;) {
      await world.sleep(this.#life, world.random.between(1, idleMs));
      const due = await this.#desk.transact((tx) => tx.claimDueSteps(stepsAtOnce, leaseMs)).catch(() => []);
      idleMs = due.length === 0 ? Math.min(idleMs * 2, 250) : 10;
      for (const step of due) {
        const done = this.#performStep.run(step);
        void done.then((advance) => this.#look(advance)).catch((error: unknown) => this.#shop.noteBug(error));
      }
    }
  }

  /** What contradicts what was acted upon is money in the wrong place. */
  #look(advance: Advance): void {
    if (advance.kind === 'contradiction')
      this.#shop.fail('I3', `order ${advance.saga.orderId} was contradicted as ${advance.saga.state}`);
  }
}
