import { invariant, Money } from '@reprise/kernel';
import type { Sale, SaleLine } from './sale.js';

/**
 * Throws a Bug unless every part adds up to its whole, to the minor unit. Checkout promised it, and a ledger is built on it: a sale
 * that does not add up is set aside for a person to look at, because storing it would make every total above it wrong as well.
 */
export function requireExactSums(sale: Sale): void {
  const { lines, totals } = sale;
  const { currency } = totals.gross;
  const sumOf = (part: (line: SaleLine) => Money): Money => Money.sum(lines.map(part), currency);
  const must = (condition: boolean, claim: string): void =>
    invariant(condition, `${sale.kind} ${sale.saleId}: ${claim}`);

  // Delivery alone can be given back; nothing is sold without goods.
  must(lines.length > 0 || sale.kind === 'refund', 'it has no lines');
  for (const line of lines) requireLineSums(line, must);

  const { net, tax, fees, shipping, gross } = totals;
  for (const [name, amount] of Object.entries(totals) as [string, Money][])
    must(!amount.isNegative(), `${name} ${amount} is negative`);
  must(
    net.plus(tax).plus(fees).plus(shipping).equals(gross),
    `net ${net} + tax ${tax} + fees ${fees} + shipping ${shipping} is not gross ${gross}`,
  );
  must(sumOf((line) => line.net).equals(net), `its lines' nets do not sum to ${net}`);

  // What the lines do not hold is the tax on delivery, which nobody owes where delivery is free.
  const deliveryTax = tax.minus(sumOf((line) => line.tax));
  must(!deliveryTax.isNegative(), `its lines hold more tax than ${tax}`);
  must(deliveryTax.isZero() || shipping.isPositive(), `tax ${deliveryTax} falls on no line and on no delivery`);

  // What the lines do not hold is owed once an order, such as a retail delivery fee.
  const lineFees = sumOf((line) => Money.sum(line.fees, currency));
  must(lineFees.compare(fees) <= 0, `its lines hold more fees than ${fees}`);
}

function requireLineSums(line: SaleLine, must: (condition: boolean, claim: string) => void): void {
  const { lineId, net, tax, gross, taxes, fees } = line;
  for (const amount of [net, tax, gross, ...taxes, ...fees])
    must(!amount.isNegative(), `line ${lineId} holds the negative amount ${amount}`);
  must(net.plus(tax).equals(gross), `line ${lineId}: net ${net} + tax ${tax} is not gross ${gross}`);
  must(Money.sum(taxes, tax.currency).equals(tax), `line ${lineId}: its tax lines do not sum to ${tax}`);
}
