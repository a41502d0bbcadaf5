import { Button, Group, Progress, Skeleton, Table, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../i18n/language.js';
import { ProblemAlert } from './problem-alert.js';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to order by. Left out where the server gives pages: half a list sorted here would be a lie. */
  readonly order?: (a: Row, b: Row) => number;
  readonly align?: 'right';
}

/** What a list query knows, as TanStack Query says it. */
export interface Rows<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly fetching: boolean;
  readonly retry: () => void;
}

interface DataTableProps<Row> extends Rows<Row> {
  /** Says what the table lists, to whoever cannot see what is around it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Column to sort by, with `-` for falling; kept in the URL by the screen. */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly onOpen?: (row: Row) => void;
  readonly labelOf?: (row: Row) => string;
  readonly empty: ReactNode;
  /** Loads the next page, where there is one. */
  readonly onMore?: (() => void) | undefined;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Every list of the console: a real table, sorted by its headers, walked with arrow keys or j and k, opened with Enter. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, error, fetching, retry, caption, columns, empty, onMore } = props;
  const text = useText();
  if (rows === undefined && error) return <ProblemAlert error={error} onRetry={retry} />;
  if (rows !== undefined && rows.length === 0) return <div className="empty">{empty}</div>;
  return (
    <div className="table-frame">
      {fetching && rows !== undefined && (
        <Progress value={100} animated size={2} className="thin-bar" aria-label={text('ui.loading')} />
      )}
      {error && rows !== undefined ? <ProblemAlert error={error} onRetry={retry} /> : null}
      <Table.ScrollContainer minWidth={520} type="native" tabIndex={0} role="group" aria-label={caption}>
        {rows === undefined ? <Waiting caption={caption} columns={columns} /> : <Filled {...props} rows={rows} />}
      </Table.ScrollContainer>
      {rows !== undefined && (
        <Group justify="space-between" className="table-foot">
          <Text size="xs" c="dimmed" aria-live="polite">
            {text('ui.rows', { count: rows.length })}
          </Text>
          {onMore && (
            <Button variant="default" size="xs" onClick={onMore} loading={fetching}>
              {text('ui.more')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function Filled<Row extends object>({
  rows,
  caption,
  columns,
  keyOf,
  sort,
  onSort,
  onOpen,
  labelOf,
}: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const defs = useMemo(() => columns.map((column) => defOf(column)), [columns]);
  const sorting = useMemo(() => readSort(sort), [sort]);
  const table = useTable({
    features,
    columns: defs,
    data: rows as Row[],
    getRowId: keyOf,
    state: { sorting },
    enableSortingRemoval: false,
  });
  const walk = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const rowsHere = [...(body.current?.rows ?? [])];
    const at = rowsHere.findIndex((row) => row.contains(document.activeElement));
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusable(rowsHere[Math.min(rowsHere.length - 1, Math.max(0, at + step))])?.focus();
  };
  return (
    <Table highlightOnHover stickyHeader verticalSpacing={6} horizontalSpacing="sm" className="data-table">
      <Table.Caption className="visually-hidden">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Heading key={column.id} column={column} sorted={sorting[0]} {...(onSort && { onSort })} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body} onKeyDown={walk}>
        {table.getRowModel().rows.map(({ id, original }) => (
          <Table.Tr
            key={id}
            data-row={id}
            {...(onOpen && { onClick: () => openUnlessSelecting(() => onOpen(original)), className: 'openable' })}
          >
            {columns.map((column, i) => (
              <Cell key={column.id} first={i === 0} align={column.align}>
                {i === 0 && onOpen ? (
                  <button
                    type="button"
                    className="row-opener"
                    aria-label={labelOf?.(original)}
                    onClick={(event) => {
                      event.stopPropagation();
                      onOpen(original);
                    }}
                  >
                    {column.cell(original)}
                  </button>
                ) : (
                  column.cell(original)
                )}
              </Cell>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cell({
  first,
  align,
  children,
}: {
  readonly first: boolean;
  readonly align: 'right' | undefined;
  readonly children: ReactNode;
}) {
  const style = { textAlign: align ?? 'left' } as const;
  if (!first) return <Table.Td style={style}>{children}</Table.Td>;
  return (
    <Table.Th scope="row" className="row-head" style={style}>
      {children}
    </Table.Th>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sorted: { readonly id: string; readonly desc: boolean } | undefined;
  readonly onSort?: (sort: string) => void;
}

function Heading<Row>({ column: { id, header, order, align }, sorted, onSort }: HeadingProps<Row>) {
  const active = sorted?.id === id ? sorted : undefined;
  const style = { textAlign: align ?? 'left' } as const;
  if (order === undefined || onSort === undefined)
    return (
      <Table.Th scope="col" style={style}>
        {header}
      </Table.Th>
    );
  const Arrow = active === undefined ? IconArrowsSort : active.desc ? IconArrowDown : IconArrowUp;
  const next = active !== undefined && !active.desc ? `-${id}` : id;
  return (
    <Table.Th
      scope="col"
      style={style}
      aria-sort={active === undefined ? 'none' : active.desc ? 'descending' : 'ascending'}
    >
      <button type="button" className="sorter" onClick={() => onSort(next)}>
        {header}
        <Arrow size={14} aria-hidden="true" {...(active === undefined && { opacity: 0.45 })} />
      </button>
    </Table.Th>
  );
}

/** The shape of what is coming: nothing jumps when it arrives. */
function Waiting<Row>({ caption, columns }: Pick<DataTableProps<Row>, 'caption' | 'columns'>) {
  return (
    <Table verticalSpacing={6} horizontalSpacing="sm" className="data-table" aria-busy="true">
      <Table.Caption className="visually-hidden">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ id, header, align }) => (
            <Table.Th key={id} scope="col" style={{ textAlign: align ?? 'left' }}>
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[0, 1, 2, 3, 4].map((row) => (
          <Table.Tr key={row}>
            {columns.map(({ id }) => (
              <Table.Td key={id}>
                <Skeleton height={14} width="70%" className="late" />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function defOf<Row extends object>({ id, order }: Column<Row>): ColumnDef<typeof features, Row> {
  const byOrder =
    order === undefined
      ? {}
      : { sortFn: (a: { original: Row }, b: { original: Row }) => order(a.original, b.original) };
  return { id, accessorFn: (row: Row) => row, enableSorting: order !== undefined, ...byOrder } as ColumnDef<
    typeof features,
    Row
  >;
}

function readSort(sort: string | undefined): { id: string; desc: boolean }[] {
  if (sort === undefined || sort === '') return [];
  return [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];
}

/** Marking text in a row must not open it. */
function openUnlessSelecting(open: () => void): void {
  if (String(getSelection()) === '') open();
}

function focusable(row: Element | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>('button, a, input');
}

export function rowsOf<Row>(query: {
  readonly data: readonly Row[] | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}): Rows<Row> {
  return { rows: query.data, error: query.error, fetching: query.isFetching, retry: () => void query.refetch() };
}
