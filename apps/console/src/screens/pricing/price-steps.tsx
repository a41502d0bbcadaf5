import type { Schema } from '@reprise/sdk';
import { useWords } from '../../i18n/language.js';
import { Money } from '../../ui/money.js';

type Step = NonNullable<Schema<'OfferPrice'>['steps']>[number];

/** From what the seller asked to what the buyer pays, in order. */
export function PriceSteps({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords();
  return (
    <ol className="steps">
      {steps.map(({ step, detail, price }, i) => (
        <li key={`${i} ${step}`}>
          <span>
            <strong>{words('priceStep', step)}</strong>
            <br />
            {detail}
          </span>
          {price ? <Money value={price} /> : <span />}
        </li>
      ))}
    </ol>
  );
}
