import { SimpleGrid, Text, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useId } from 'react';
import { useText, useWords } from '../../i18n/language.js';

type Definition = Schema<'MarketDefinition'>;

/** The definition by what it is about, each value as the file states it. */
export function MarketOverview({ definition }: { readonly definition: Definition }) {
  const words = useWords();
  const text = useText();
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {groupsOf(definition).map(({ name, facts }) => (
          <Group key={name} title={words('marketGroup', name)} facts={facts} />
        ))}
      </SimpleGrid>
      <details>
        <summary>{text('market.wholeDefinition')}</summary>
        <pre className="raw" tabIndex={0}>
          {JSON.stringify(definition, null, 2)}
        </pre>
      </details>
    </>
  );
}

function Group({ title, facts }: { readonly title: string; readonly facts: readonly (readonly [string, string])[] }) {
  const id = useId();
  const words = useWords();
  return (
    <section className="card" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="xs">
        {title}
      </Title>
      {facts.length === 0 ? (
        <Text size="sm">—</Text>
      ) : (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{words('marketField', name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

type Facts = readonly (readonly [string, string])[];

function groupsOf(definition: Definition): readonly { readonly name: string; readonly facts: Facts }[] {
  const {
    countries,
    currency,
    timeZone,
    taxInclusive,
    tax,
    locales,
    defaultLocale,
    shipping,
    payments,
    grades,
    charm,
    offerLimits,
    consumerLaw,
  } = definition;
  return [
    { name: 'identity', facts: factsOf({ countries, currency, timeZone, defaultLocale, locales }) },
    { name: 'tax', facts: factsOf({ taxInclusive, ...asRecord(tax) }) },
    { name: 'prices', facts: factsOf({ charm, offerLimits }) },
    { name: 'delivery', facts: factsOf({ shipping, payments }) },
    { name: 'grades', facts: factsOf({ grades }) },
    { name: 'law', facts: factsOf(asRecord(consumerLaw)) },
  ];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function factsOf(values: Readonly<Record<string, unknown>>): Facts {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, inWords(value)] as const],
  );
}

/** A value on one line: entries of lists by what they are called. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(nameOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${typeof inner === 'object' ? JSON.stringify(inner) : String(inner)}`)
    .join(' · ');
}

function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const { id, method, grade, locale } = entry as Record<string, unknown>;
  return String(id ?? method ?? grade ?? locale ?? JSON.stringify(entry));
}
