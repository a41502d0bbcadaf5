import type { Money } from '@reprise/kernel';
import type { SagaEvent } from './advance-order.js';
import type { ChargeAnswer } from './ports.js';

/** What the provider's word on a charge means for an order that owes `due`. */
export function chargeEventOf(answer: ChargeAnswer, due: Money): SagaEvent {
  switch (answer.kind) {
    case 'succeeded': {
      const { reference, amount } = answer;
      const kind = amount.equals(due) ? 'chargeSucceeded' : 'chargeMismatched';
      return { kind, capture: { reference, amount } };
    }
    case 'declined':
      return { kind: 'chargeDeclined', detail: answer.code };
    case 'voided':
      return { kind: 'chargeVoided' };
    case 'notFound':
      return { kind: 'chargeNotFound' };
    case 'unanswered':
      return { kind: 'chargeUnanswered' };
  }
}
