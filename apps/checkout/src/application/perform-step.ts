import type { Clock } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import { stepOf } from '../domain/saga-state.js';
import type { SagaStep } from '../domain/saga-state.js';
import { retryDelayMs } from '../domain/step-delay.js';
import type { Advance, AdvanceOrder, SagaEvent } from './advance-order.js';
import { chargeEventOf } from './charge-event.js';
import type { NoteCharges } from './note-charges.js';
import type { Desk, DueStep, FaultPoint, PaymentProvider } from './ports.js';
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
    private readonly noteCharges: NoteCharges,
    private readonly clock: Clock,
    private readonly patience: Patience,
    private readonly faultPoint: FaultPoint,
  ) {}

  async run(due: DueStep): Promise<Advance> {
    const { state, tries } = due.saga;
    const step = stepOf[state];
    invariant(step, `${state} has a step`);
    const advance = await this.perform(step, due);
    // Nothing moved: no answer yet. The next try waits longer, instead of for the lease.
    if (advance.kind !== 'moved') {
      await this.desk.directly((tx) => tx.postponeStep(due.saga, retryDelayMs(tries)));
    }
    return advance;
  }

  private perform(step: SagaStep, due: DueStep): Promise<Advance> {
    if (step === 'giveUp' || this.isOverdue(due, step)) return this.happened(due, overdue);
    return step === 'refund' ? this.giveBack(due) : this.ask(step, due);
  }

  /** Only what has not closed the payment yet can run out of time; giving money back is tried for ever. */
  private isOverdue({ saga, placedAt }: DueStep, step: SagaStep): boolean {
    if (step !== 'charge' && step !== 'ask') return false;
    return saga.tries > this.patience.paymentTries || this.clock.now() - placedAt > this.patience.patienceMs;
  }

  private async ask(step: Exclude<SagaStep, 'giveUp' | 'refund'>, due: DueStep): Promise<Advance> {
    const call = { charge: 'charge', ask: 'find', void: 'close' } as const;
    this.faultPoint('provider.before-call');
    const answer = await this.provider[call[step]](due.payment);
    this.faultPoint('provider.after-call');
    return this.happened(due, chargeEventOf(answer, due.payment.amount));
  }

  private async giveBack(due: DueStep): Promise<Advance> {
    const refund = await this.desk.directly((tx) => tx.findOpenRefund(due.saga.orderId));
    // Somebody else closed it since this step was taken: the order has moved on, and this event will be too late.
    if (!refund) return this.happened(due, unanswered);
    this.faultPoint('provider.before-call');
    const answer = await this.provider.refund(refund);
    this.faultPoint('provider.after-call');
    if (answer.kind === 'unanswered') return this.happened(due, unanswered);
    return this.desk.transact((tx) => settleRefund(tx, this.advanceOrder, refund, answer.reference));
  }

  private async happened({ saga: { orderId }, payment }: DueStep, event: SagaEvent): Promise<Advance> {
    const noted = await this.noteCharges.run({
      ...{ kind: 'event', idempotencyKey: payment.idempotencyKey, orderId, event },
    });
    invariant(noted.kind !== 'heardBefore', 'only a webhook can be heard before');
    return noted;
  }
}

const overdue: SagaEvent = { kind: 'overdue' };
const unanswered: SagaEvent = { kind: 'chargeUnanswered' };
