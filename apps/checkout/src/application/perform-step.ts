import type { Clock } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import { stepOf } from '../domain/saga-state.js';
import type { SagaStep } from '../domain/saga-state.js';
import { retryDelayMs } from '../domain/step-delay.js';
import type { Advance, AdvanceOrder, SagaEvent } from './advance-order.js';
import { chargeEventOf } from './charge-event.js';
import type { Desk, DueStep, FaultPoint, Payment, PaymentProvider, Refund } from './ports.js';

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
    const event = this.isOverdue(due, step) ? overdue : await this.perform(step, due);
    const advance = await this.desk.transact((tx) => this.advanceOrder.run(tx, orderId, event));
    // Nothing moved: no answer yet. The next try waits longer, instead of for the lease.
    if (advance.kind !== 'moved') {
      await this.desk.transact((tx) => tx.postponeStep(due.saga, retryDelayMs(tries)));
    }
    return advance;
  }

  /** Only what has not closed the payment yet can run out of time; giving money back is tried for ever. */
  private isOverdue({ saga, placedAt }: DueStep, step: SagaStep): boolean {
    if (step !== 'charge' && step !== 'ask') return false;
    return saga.tries > this.patience.paymentTries || this.clock.now() - placedAt > this.patience.patienceMs;
  }

  private async perform(step: SagaStep, { saga }: DueStep): Promise<SagaEvent> {
    if (step === 'giveUp') return overdue;
    const { payment, refund } = await this.desk.transact(async (tx) => ({
      payment: await tx.findPayment(saga.orderId),
      refund: await tx.findOpenRefund(saga.orderId),
    }));
    invariant(payment, `order ${saga.orderId} has a payment`);
    this.faultPoint('provider.before-call');
    const event = await this.call(step, payment, refund);
    this.faultPoint('provider.after-call');
    return event;
  }

  private async call(
    step: Exclude<SagaStep, 'giveUp'>,
    payment: Payment,
    refund: Refund | undefined,
  ): Promise<SagaEvent> {
    switch (step) {
      case 'charge':
        return chargeEventOf(await this.provider.charge(payment), payment.amount);
      case 'ask':
        return chargeEventOf(await this.provider.find(payment.idempotencyKey), payment.amount);
      case 'void':
        return chargeEventOf(await this.provider.close(payment.idempotencyKey), payment.amount);
      case 'refund': {
        // Somebody else closed it since this step was taken: the order has moved on, and this event will be too late.
        if (!refund) return { kind: 'chargeUnanswered' };
        const answer = await this.provider.refund(refund);
        if (answer.kind === 'unanswered') return { kind: 'chargeUnanswered' };
        return { kind: 'refundSettled', refundReference: answer.reference };
      }
    }
  }
}

const overdue: SagaEvent = { kind: 'overdue' };
