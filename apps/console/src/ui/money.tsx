import { useLanguage, useText } from '../i18n/language.js';
import { formatMoney } from '../format/format-money.js';
import type { Amount } from '../format/format-money.js';

/** An amount. `mixed` where several currencies stand together: there `$` and `kr` say too little. */
export function Money({
  value,
  mixed = false,
}: {
  readonly value: Amount | null | undefined;
  readonly mixed?: boolean;
}) {
  const { language } = useLanguage();
  if (value === null || value === undefined) return <None />;
  return <span className="number">{formatMoney(value, language, mixed ? 'code' : 'symbol')}</span>;
}

/** Nothing there, which a screen reader says in words. */
export function None() {
  const text = useText();
  return (
    <span>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{text('ui.none')}</span>
    </span>
  );
}
