import { useText, useWords } from '../i18n/language.js';
import { DataTable } from './data-table.js';
import type { Column } from './data-table.js';
import { None } from './money.js';
import { Pill } from './status-pill.js';
import type { Tone } from './status-pill.js';

/** One value that is there, gone or another. */
export interface Difference {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
  readonly consequence?: string;
}

const tones: { readonly [kind in Difference['kind']]: { tone: Tone; mark: string } } = {
  added: { tone: 'ok', mark: '+' },
  removed: { tone: 'bad', mark: '−' },
  changed: { tone: 'info', mark: '~' },
};

/** What differs, and nothing that does not. */
export function DiffTable({ caption, changes }: { readonly caption: string; readonly changes: readonly Difference[] }) {
  const text = useText();
  const words = useWords();
  const columns: Column<Difference>[] = [
    { id: 'path', header: text('diff.path'), cell: ({ path }) => <code>{path}</code> },
    {
      id: 'kind',
      header: text('diff.kind'),
      cell: ({ kind }) => <Pill {...tones[kind]}>{words('diffKind', kind)}</Pill>,
    },
    { id: 'before', header: text('diff.before'), cell: ({ before }) => <Value value={before} className="before" /> },
    { id: 'after', header: text('diff.after'), cell: ({ after }) => <Value value={after} className="after" /> },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes}
      keyOf={({ path, kind }) => `${kind} ${path}`}
      error={null}
      fetching={false}
      retry={() => undefined}
      empty={text('diff.none')}
    />
  );
}

function Value({ value, className }: { readonly value: unknown; readonly className: string }) {
  if (value === null || value === undefined) return <None />;
  return <span className={className}>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</span>;
}
