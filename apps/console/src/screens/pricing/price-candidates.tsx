import type { Schema } from '@reprise/sdk';
import { useText, useWords } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';
import type { Tone } from '../../ui/status-pill.js';

type Candidate = NonNullable<Schema<'OfferPrice'>['candidates']>[number];

const tones: { readonly [outcome in Candidate['outcome']]: Tone } = { won: 'ok', lost: 'neutral', rejected: 'bad' };

/** Every price that could have been, and why it is not. */
export function PriceCandidates({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const text = useText();
  const words = useWords();
  const columns: Column<Candidate>[] = [
    { id: 'source', header: text('explain.source'), cell: ({ source }) => source },
    { id: 'price', header: text('explain.price'), align: 'right', cell: ({ price }) => <Money value={price} /> },
    {
      id: 'outcome',
      header: text('explain.outcome'),
      cell: ({ outcome }) => <Pill tone={tones[outcome]}>{words('candidate', outcome)}</Pill>,
    },
    { id: 'reason', header: text('explain.reason'), cell: ({ reason }) => words('candidateReason', reason) },
  ];
  return (
    <DataTable
      caption={text('explain.candidates')}
      columns={columns}
      rows={candidates}
      keyOf={({ source }) => source}
      error={null}
      fetching={false}
      retry={() => undefined}
      empty={text('explain.noCandidates')}
    />
  );
}
