import { Alert, List } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useText } from '../../i18n/language.js';
import { When } from '../../ui/when.js';

/** What is taken down for too many failures, why, and what has to hold before it comes back. */
export function QualityGates({ gates }: { readonly gates: Schema<'SellerQuality'>['gates'] }) {
  const text = useText();
  if (gates.length === 0) return null;
  return (
    <Alert
      color="red"
      variant="light"
      className="problem"
      title={text('sellers.gatesClosed', { count: gates.length })}
      classNames={{ title: 'problem-title' }}
    >
      <List size="sm">
        {gates.map(({ market, category, grade, since, reviewFrom, reason, wayBack }) => (
          <List.Item key={`${market} ${category} ${grade}`}>
            <strong>{[market.toUpperCase(), category, grade].filter((part) => part !== null).join(' · ')}</strong>{' '}
            {reason} {wayBack} (<When at={since} /> → <When at={reviewFrom} />)
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
