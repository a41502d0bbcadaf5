import { localDayAt, toIso } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { Acknowledged } from '../../application/confirm-withdrawal.js';
import type { OrderRecord } from '../../domain/order-record.js';

/**
 * The acknowledgement as a text to keep: what was withdrawn from, and the date and time of it in the market's own time, which is what
 * Directive 2011/83/EU art. 11a asks for.
 */
export function withdrawalText(
  { order, terms }: OrderRecord,
  { withdrawalId, withdrawnAt, refund, returns }: Acknowledged,
): string {
  const toSendBack = returns.some(({ kind }) => kind === 'withdrawal');
  const lines = returns
    .flatMap((each) => each.lines)
    .map(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      return `- ${quantity} of line ${lineId} (offer ${line?.offerId ?? 'unknown'})`;
    });
  return [
    'Acknowledgement of withdrawal',
    '',
    `Withdrawal ${withdrawalId}`,
    `Order ${order.id} of ${toIso(order.placedAt)}`,
    `Received on ${momentText(withdrawnAt, terms.timeZone)}`,
    '',
    'You have withdrawn from the contract for:',
    ...lines,
    '',
    `You will be paid back ${refund.toDecimalString()} ${refund.currency}, by the means you paid with.`,
    toSendBack
      ? 'Please send the goods back within 14 days. The money follows when the seller has them.'
      : 'Nothing was sent yet, so there is nothing to send back.',
    '',
  ].join('\n');
}

/** `2026-11-30 10:00:05 (Europe/Paris), 2026-11-30T09:00:05.000Z`. */
function momentText(at: Instant, timeZone: string | undefined): string {
  if (timeZone === undefined) return toIso(at);
  const day = localDayAt(at, timeZone);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at);
  return `${day} ${time} (${timeZone}), ${toIso(at)}`;
}
