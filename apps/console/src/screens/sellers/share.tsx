import { useLanguage } from '../../i18n/language.js';
import { None } from '../../ui/money.js';

/** A share such as "0.012345" in per cent. Null is too few to say. */
export function Share({ value }: { readonly value: string | null }) {
  const { language } = useLanguage();
  if (value === null) return <None />;
  const format = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  });
  return <span className="number">{format.format(value as unknown as number)}</span>;
}

/** A share with the bounds it is sure to lie in (Wilson, 95 %), drawn on a line from 0 to `most`. */
export function ShareWithBounds({
  rate,
  low,
  high,
  most,
}: {
  readonly rate: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly most: number;
}) {
  if (rate === null || low === null || high === null) return <None />;
  const place = (value: string): string => `${Math.min(100, (Number(value) / most) * 100)}%`;
  return (
    <span className="bounds">
      <span className="bounds-line" aria-hidden="true">
        <span className="bounds-range" style={{ left: place(low), width: `calc(${place(high)} - ${place(low)})` }} />
        <span className="bounds-point" style={{ left: place(rate) }} />
      </span>
      <span className="nowrap">
        <Share value={rate} /> (<Share value={low} />–<Share value={high} />)
      </span>
    </span>
  );
}
