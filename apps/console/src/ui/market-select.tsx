import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMarkets } from '../api/markets.js';
import { useText } from '../i18n/language.js';

interface MarketSelectProps {
  readonly value: string | undefined;
  readonly onChange: (market: string) => void;
  readonly label?: string;
  readonly error?: ReactNode;
  /** Leaves this one out: a market is not compared with itself. */
  readonly except?: string;
}

export function MarketSelect({ value, onChange, label, except, error }: MarketSelectProps) {
  const text = useText();
  const { markets = [] } = useMarkets();
  return (
    <Select
      label={label ?? text('market.one')}
      data={markets
        .filter(({ code }) => code !== except)
        .map(({ code, name, currency }) => ({ value: code, label: `${code.toUpperCase()} · ${name} · ${currency}` }))}
      value={value || null}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      error={error}
      searchable
      placeholder={text('market.choose')}
      w={280}
    />
  );
}
