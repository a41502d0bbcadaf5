import { Select } from '@mantine/core';
import { useMarkets } from '../api/markets.js';
import { useText } from '../i18n/language.js';

interface MarketSelectProps {
  readonly value: string | undefined;
  readonly onChange: (market: string) => void;
  readonly label?: string;
  /** Leaves this one out: a market is not compared with itself. */
  readonly except?: string;
}

export function MarketSelect({ value, onChange, label, except }: MarketSelectProps) {
  const text = useText();
  const { markets = [] } = useMarkets();
  return (
    <Select
      label={label ?? text('market.one')}
      data={markets
        .filter(({ code }) => code !== except)
        .map(({ code, name, currency }) => ({ value: code, label: `${code.toUpperCase()} · ${name} · ${currency}` }))}
      value={value ?? null}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      searchable
      placeholder={text('market.choose')}
      w={280}
    />
  );
}
