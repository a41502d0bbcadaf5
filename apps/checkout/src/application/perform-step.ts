import type { Clock, OrderId } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import { stepOf } from '../domain/saga-state.js';
import type { SagaStep } from '../domain/saga-state.js';
import { retryDelayMs } from '../domain/step-delay.js';
import type { Advance, AdvanceOrder, SagaEvent } from './advance-order.js';
import { chargeEventOf } from './charge-event.js';
import type { Desk, DeskTx, DueStep, FaultPoint, Payment, PaymentProvider, Refund } from './ports.js';
import { settleRefund } from './settle-refund.js';

/** How long an order may be undecided, and how often a payment may be tried within that. */
export interface Patience {
  readonly patienceMs: number;
  /** Charging and asking count alike. */
  readonly paymentTries: number;
}

/**
 * Does the work an unfinished order waits for. The provider is called between two transactions, never inside one; what it said is then
 * an event like any other. Dying at any point is safe: the step is due again when its lease runs out, and asks with the same key.
 */
export class PerformStep {
  constructor(
    private readonly desk: Desk,
    private readonly provider: PaymentProvider,
    private readonly advanceOrder: AdvanceOrder,
    private readonly clock: Clock,
    private readonly patience: Patience,
    private readonly faultPoint: FaultPoint,
  ) {}

  async run(due: DueStep): Promise<Advance> {
    const { orderId, state, tries } = due.saga;
    const step = stepOf[state];
    invariant(step, `${state} has a step`);
    const apply = this.isOverdue(due, step) ? happened(overdue) : await this.perform(step, due);
    const advance = await this.desk.transact((tx) => apply(tx, this.advanceOrder, orderId));
    // Nothing moved: no answer yet. The next try waits longer, instead of for the lease.
    if (advance.kind !== 'moved') {
      await this.desk.directly((tx) => tx.postponeStep(due.saga, retryDelayMs(tries)));
    }
    return advance;
  }

  /** Only what has not closed the payment yet can run out of time; giving money back is tried for ever. */
  private isOverdue({ saga, placedAt }: DueStep, step: SagaStep): boolean {
    if (step !== 'charge' && step !== 'ask') return false;
    return saga.tries > this.patience.paymentTries || this.clock.now() - placedAt > this.patience.patienceMs;
  }

  private async perform(step: SagaStep, { saga: { orderId } }: DueStep): Promise<Apply> {
    if (step === 'giveUp') return happened(overdue);
    const { payment, refund } = await this.desk.directly(async (tx) => ({
      payment: await tx.findPayment(orderId),
      refund: step === 'refund' ? await tx.findOpenRefund(orderId) : undefined,
    }));
    invariant(payment, `order ${orderId} has a payment`);
    this.faultPoint('provider.before-call');
    const apply = step === 'refund' ? await this.giveBack(refund) : happened(await this.ask(step, payment));
    this.faultPoint('provider.after-call');
    return apply;
  }

  private async ask(step: Exclude<SagaStep, 'giveUp' | 'refund'>, payment: Payment): Promise<SagaEvent> {
    const call = { charge: 'charge', ask: 'find', void: 'close' } as const;
    return chargeEventOf(await this.provider[call[step]](payment), payment.amount);
  }

  private async giveBack(refund: Refund | undefined): Promise<Apply> {
    // Somebody else closed it since this step was taken: the order has moved on, and this event will be too late.
    if (!refund) return happened(unanswered);
    const answer = await this.provider.refund(refund);
    if (answer.kind === 'unanswered') return happened(unanswered);
    return (tx, advanceOrder) => settleRefund(tx, advanceOrder, refund, answer.reference);
  }
}

/** What to do about the outcome of a step, in the transaction that notes it. */
type Apply = (tx: DeskTx, advanceOrder: AdvanceOrder, orderId: OrderId) => Promise<Advance>;

function happened(event: SagaEvent): Apply {
  return (tx, advanceOrder, orderId) => advanceOrder.run(tx, orderId, event);
}

const overdue: SagaEvent = { kind: 'overdue' };
const unanswered: SagaEvent = { kind: 'chargeUnanswered' };
