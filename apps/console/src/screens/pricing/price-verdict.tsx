import { Group, List, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useText } from '../../i18n/language.js';
import { Money } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';

/** The answer in one line, and what keeps a buyer from paying it. */
export function PriceVerdict({ price }: { readonly price: Schema<'OfferPrice'> }) {
  const text = useText();
  const { unitPrice, priorPrice, taxInclusive, buyability, source, at, total, quantity } = price;
  return (
    <section className="card" aria-label={text('explain.verdict')}>
      <Group gap="lg" align="baseline">
        <Text component="span" size="xl" fw={650}>
          <Money value={unitPrice} />
        </Text>
        {quantity > 1 && (
          <Text component="span" size="sm">
            {quantity} × = <Money value={total} />
          </Text>
        )}
        <Text component="span" size="sm" c="dimmed">
          {text(taxInclusive ? 'explain.taxIncluded' : 'explain.taxOnTop')}
          {source !== null && ` · ${source}`}
        </Text>
        {priorPrice && (
          <Text component="span" size="sm">
            {text('explain.prior')} <Money value={priorPrice} />
          </Text>
        )}
        <Pill tone={buyability.buyable ? 'ok' : 'bad'}>
          {text(buyability.buyable ? 'explain.buyable' : 'explain.notBuyable')}
        </Pill>
        <Text component="span" size="xs" c="dimmed">
          <When at={at} />
        </Text>
      </Group>
      {buyability.blockers.length > 0 && (
        <List size="sm" mt="sm">
          {buyability.blockers.map(({ code, message }) => (
            <List.Item key={code}>
              <strong>{code}</strong> {message}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
