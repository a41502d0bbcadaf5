import { Anchor, Group, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { DataTable, rowsOf } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';

type Offer = Schema<'RankedOffer'>;

interface RankedOffersProps {
  readonly region: string;
  readonly market: string;
  readonly variant: string;
  readonly grade: Schema<'Grade'>;
}

/** All offers of one variant and grade as a page ranks them, and what each score is made of. */
export function RankedOffers({ region, market, variant, grade }: RankedOffersProps) {
  const text = useText();
  const words = useWords();
  const asked = useQuery({
    queryKey: [region, 'offers', market, variant, grade],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/markets/{market}/variants/{variantId}/offers', {
          params: { path: { market, variantId: variant }, query: { grade } },
        }),
      ),
    // Prices and stock move; a ranking of a minute ago would be argued about.
    refetchInterval: 10_000,
  });
  const highest = Math.max(...(asked.data?.items ?? []).map(({ score }) => Number(score)));
  const columns: Column<Offer>[] = [
    {
      id: 'rank',
      header: text('buyBox.rank'),
      cell: ({ rank }) => (rank === 1 ? <Pill tone="ok">{text('buyBox.winner')}</Pill> : rank),
    },
    { id: 'seller', header: text('buyBox.seller'), cell: ({ seller }) => seller.name },
    { id: 'price', header: text('explain.price'), align: 'right', cell: ({ price }) => <Money value={price} /> },
    {
      id: 'score',
      header: text('buyBox.score'),
      align: 'right',
      cell: ({ score, price: { currency } }) => <Money value={{ amount: score, currency }} />,
    },
    {
      id: 'made',
      header: text('buyBox.madeOf'),
      cell: ({ factors, price }) => <ScoreParts factors={factors} currency={price.currency} highest={highest} />,
    },
    {
      id: 'delivery',
      header: text('buyBox.delivery'),
      align: 'right',
      cell: ({ delivery }) => `${delivery.minDays}–${delivery.maxDays}`,
    },
    { id: 'warranty', header: text('buyBox.warranty'), align: 'right', cell: ({ warrantyMonths }) => warrantyMonths },
    { id: 'stock', header: text('buyBox.stock'), align: 'right', cell: ({ availability }) => availability.quantity },
    {
      id: 'reasons',
      header: text('buyBox.why'),
      cell: ({ reasons }) => reasons.map((code) => words('rankReason', code)).join(', '),
    },
    {
      id: 'explain',
      header: text('nav.explain'),
      cell: ({ offerId, seller }) => (
        <Anchor
          size="sm"
          aria-label={text('buyBox.explainOf', { seller: seller.name })}
          renderRoot={(props) => <Link {...props} to="/explain" search={{ market, offer: offerId }} />}
        >
          {text('buyBox.explain')}
        </Anchor>
      ),
    },
  ];
  return (
    <>
      <Group gap="md">
        {parts.map(({ name, fill }) => (
          <Group key={name} gap={6}>
            <span style={{ width: 12, height: 12, borderRadius: 2, background: fill }} aria-hidden="true" />
            <Text size="xs">{words('factor', name)}</Text>
          </Group>
        ))}
      </Group>
      <DataTable
        caption={text('buyBox.ranking')}
        columns={columns}
        {...rowsOf({ ...asked, data: asked.data?.items })}
        keyOf={({ offerId }) => offerId}
        empty={text('buyBox.noOffers')}
      />
    </>
  );
}

const parts = [
  { name: 'price', fill: 'var(--chart-accent)' },
  { name: 'shipping', fill: 'var(--mantine-color-gray-5)' },
  { name: 'qualityPenalty', fill: 'var(--chart-second)' },
] as const;

/** Parts of a score as lengths. Only lengths: the exact amounts are in words beside it. */
function ScoreParts({
  factors,
  currency,
  highest,
}: {
  readonly factors: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly highest: number;
}) {
  const words = useWords();
  const amountOf = (name: string): string => factors[name] ?? '0';
  const said = parts.map(({ name }) => `${words('factor', name)} ${amountOf(name)} ${currency}`).join(', ');
  return (
    <div className="stack-bar" role="img" aria-label={said} title={said}>
      {parts.map(({ name, fill }) => (
        <span key={name} style={{ width: `${(Number(amountOf(name)) / highest) * 100}%`, background: fill }} />
      ))}
    </div>
  );
}
