/** What the provider does with a payment token. The token decides and nothing else, so a test knows its outcome beforehand. */
export interface Behaviour {
  /** What happens to the money on the first request of a key. */
  readonly money: 'charge' | 'decline' | 'chargeOneMore' | 'nothing';
  readonly declineCode?: string;
  /** What the caller hears. */
  readonly answer: 'prompt' | 'never' | 'error500' | 'afterWebhook';
  /** When the webhook goes out, and how often. */
  readonly webhook: 'once' | 'thrice' | 'late' | 'none';
}

/** Every token the README lists. Any other is declined as `invalid_token`. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  tok_approve: { money: 'charge', answer: 'prompt', webhook: 'once' },
  tok_decline: { money: 'decline', declineCode: 'card_declined', answer: 'prompt', webhook: 'once' },
  // No webhook: only asking by the idempotency key finds the charge.
  tok_timeout_charged: { money: 'charge', answer: 'never', webhook: 'none' },
  tok_timeout_not_charged: { money: 'nothing', answer: 'never', webhook: 'none' },
  tok_duplicate_webhook: { money: 'charge', answer: 'prompt', webhook: 'thrice' },
  tok_late_webhook: { money: 'charge', answer: 'never', webhook: 'late' },
  tok_webhook_first: { money: 'charge', answer: 'afterWebhook', webhook: 'once' },
  tok_error_after_charge: { money: 'charge', answer: 'error500', webhook: 'none' },
  tok_wrong_amount: { money: 'chargeOneMore', answer: 'prompt', webhook: 'once' },
};

const unknownToken: Behaviour = { money: 'decline', declineCode: 'invalid_token', answer: 'prompt', webhook: 'once' };

export function behaviourOf(token: string): Behaviour {
  return Object.hasOwn(behaviours, token) ? (behaviours[token] ?? unknownToken) : unknownToken;
}
