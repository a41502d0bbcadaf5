import { Stack } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import type { Amount } from '../../format/format-money.js';
import { useText } from '../../i18n/language.js';
import { DiffTable } from '../../ui/diff-table.js';
import type { Difference } from '../../ui/diff-table.js';
import { Money, None } from '../../ui/money.js';
import { When } from '../../ui/when.js';

/** One change, value by value. */
export function AuditEntryView({ entry }: { readonly entry: Schema<'AuditEntry'> }) {
  const text = useText();
  const { entity, actor, at, recordedAt, why, from, to } = entry;
  return (
    <Stack>
      <dl className="facts">
        <dt>{text('audit.entity')}</dt>
        <dd>{entity}</dd>
        <dt>{text('audit.who')}</dt>
        <dd>
          {actor.subject} ({actor.role})
        </dd>
        <dt>{text('audit.when')}</dt>
        <dd>
          <When at={at} />
        </dd>
        <dt>{text('audit.recorded')}</dt>
        <dd>
          <When at={recordedAt} />
        </dd>
        <dt>{text('audit.why')}</dt>
        <dd>{why}</dd>
      </dl>
      <DiffTable caption={text('audit.change')} changes={differencesOf(from, to)} />
    </Stack>
  );
}

/** A value of the log on one line: a price as a price, anything else as what it says. */
export function Stated({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined) return <None />;
  const price = priceIn(value);
  if (price !== undefined) return <Money value={price} mixed />;
  const said = typeof value === 'object' ? summary(value as Record<string, unknown>) : String(value);
  return <span>{said}</span>;
}

function summary(value: Record<string, unknown>): string {
  const { version, status, title } = value;
  const parts = [title, status, version !== undefined && `v${String(version)}`].filter(
    (part) => typeof part === 'string',
  );
  return parts.length > 0 ? parts.join(' · ') : `${JSON.stringify(value).slice(0, 60)}…`;
}

function priceIn(value: unknown): Amount | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('amount' in value && 'currency' in value) return value as Amount;
  return 'price' in value ? priceIn(value.price) : undefined;
}

function differencesOf(from: unknown, to: unknown): Difference[] {
  const [before, after] = [from, to].map((value) =>
    typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : value === null || value === undefined
        ? {}
        : { value },
  );
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].flatMap((path): Difference[] => {
    const [was, is] = [before?.[path], after?.[path]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      { path, kind: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', before: was, after: is },
    ];
  });
}
