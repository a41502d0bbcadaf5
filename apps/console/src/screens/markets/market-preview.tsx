import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Schema } from '@reprise/sdk';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useMarkets, useRegionOf } from '../../api/markets.js';
import { problemOf } from '../../api/problem-error.js';
import { useText } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { MarketSelect } from '../../ui/market-select.js';
import { Money, None } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';

type Item = Schema<'ProductListItem'>;
type Seen = Schema<'ProductPage'>;

/** One product in the open market, and what a buyer of this one would see of it. */
interface Pair {
  readonly there: Item;
  readonly here: Seen | undefined;
  /** Why there is nothing to see here; undefined while it is asked. */
  readonly missing: string | undefined;
}

interface MarketPreviewProps {
  readonly region: string;
  readonly market: string;
  /** The open market beside it. */
  readonly against: string | undefined;
}

/** The shop as its buyers will see it, beside one that is open: the same products, prices, offers and languages. */
export function MarketPreview({ region, market, against }: MarketPreviewProps) {
  const text = useText();
  const navigate = useNavigate();
  const { q } = useSearch({ from: '/shell/markets/$market' });
  const { markets = [] } = useMarkets();
  const live = markets.find(
    ({ code, status, region: where }) => code !== market && status === 'live' && where === region,
  );
  const beside = against ?? live?.code;
  const besideRegion = useRegionOf(beside ?? '');
  const go = (next: { against?: string | undefined; q?: string | undefined }): void =>
    void navigate({
      to: '/markets/$market',
      params: { market },
      search: {
        tab: 'preview',
        ...(beside !== undefined && { against: beside }),
        ...(q !== undefined && { q }),
        ...Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)),
      },
    });
  const type = useDebouncedCallback((typed: string) => go({ q: typed }), 250);
  const { pairs, error, fetching, retry } = usePairs({ region, market, q, beside, besideRegion });
  const columns: Column<Pair>[] = [
    { id: 'title', header: text('buyBox.product'), cell: ({ there, here }) => here?.title ?? there.title },
    {
      id: 'here',
      header: text('preview.priceIn', { market: market.toUpperCase() }),
      align: 'right',
      cell: (pair) => <Here {...pair} />,
    },
    {
      id: 'there',
      header: text('preview.priceIn', { market: (beside ?? '').toUpperCase() }),
      align: 'right',
      cell: ({ there }) => <Money value={there.price} mixed />,
    },
    {
      id: 'offersHere',
      header: text('preview.offersIn', { market: market.toUpperCase() }),
      align: 'right',
      cell: ({ here }) => here?.offers.count ?? <None />,
    },
    {
      id: 'offersThere',
      header: text('preview.offersIn', { market: (beside ?? '').toUpperCase() }),
      align: 'right',
      cell: ({ there }) => there.offerCount,
    },
    { id: 'words', header: text('preview.words'), cell: (pair) => <Words {...pair} /> },
    {
      id: 'boxes',
      header: text('nav.buyBox'),
      cell: ({ there }) => (
        <Anchor
          size="xs"
          renderRoot={(props) => <Link {...props} to="/buy-box" search={{ market, product: there.id }} />}
        >
          {text('preview.offers')}
        </Anchor>
      ),
    },
  ];
  return (
    <Stack>
      <Group align="flex-end">
        <MarketSelect
          label={text('preview.beside')}
          except={market}
          value={beside}
          onChange={(chosen) => go({ against: chosen })}
        />
        <TextInput
          type="search"
          label={text('buyBox.search')}
          defaultValue={q}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          w={260}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {text('preview.lead')}
      </Text>
      {beside === undefined ? (
        <div className="empty">{text('preview.choose')}</div>
      ) : (
        <DataTable
          caption={text('preview.caption', { market: market.toUpperCase(), other: beside.toUpperCase() })}
          columns={columns}
          rows={pairs}
          error={error}
          fetching={fetching}
          retry={retry}
          keyOf={({ there }) => there.id}
          empty={text('buyBox.nothing')}
        />
      )}
    </Stack>
  );
}

function Here({ here, missing }: Pair) {
  const text = useText();
  if (missing !== undefined) return <Pill tone="bad">{missing}</Pill>;
  if (here === undefined) return <None />;
  if (here.offers.from === null) return <Pill tone="warn">{text('preview.notBuyable')}</Pill>;
  return <Money value={here.offers.from} mixed />;
}

/** Fields that came out in another language than the market's, each as `title: en`. */
function Words({ here }: Pair) {
  const text = useText();
  const others = Object.entries(here?.servedLocales ?? {});
  if (here === undefined) return <None />;
  if (others.length === 0) return <Pill tone="ok">{here.locale}</Pill>;
  return (
    <Pill tone="warn">{`${text('preview.fallback')} ${others.map(([field, locale]) => `${field} → ${locale}`).join(', ')}`}</Pill>
  );
}

interface PairsOptions {
  readonly region: string;
  readonly market: string;
  readonly q: string | undefined;
  readonly beside: string | undefined;
  readonly besideRegion: string | undefined;
}

/** The first screen of the open market's list is there after one call; what this market says of each of its products comes in beside it. */
function usePairs({ region, market, q, beside, besideRegion }: PairsOptions) {
  const list = useQuery({
    queryKey: [besideRegion, 'products', beside, q, 'preview'],
    queryFn: () =>
      answerOf(
        cell(besideRegion ?? '').GET('/v1/markets/{market}/products', {
          params: { path: { market: beside ?? '' }, query: { limit: 20, ...(q !== undefined && { q }) } },
        }),
      ),
    enabled: beside !== undefined && besideRegion !== undefined,
    placeholderData: (before) => before,
  });
  const items = list.data?.items ?? [];
  const pages = useQueries({
    queries: items.map(({ id }) => ({
      queryKey: [region, 'product', market, id],
      queryFn: () =>
        answerOf(
          cell(region).GET('/v1/markets/{market}/products/{idOrSlug}', { params: { path: { market, idOrSlug: id } } }),
        ),
    })),
  });
  const pairs = items.map((there, i): Pair => {
    const page = pages[i];
    return { there, here: page?.data, missing: page?.error ? problemOf(page.error).title : undefined };
  });
  return {
    pairs: list.data === undefined ? undefined : pairs,
    error: list.error,
    fetching: list.isFetching || pages.some(({ isFetching }) => isFetching),
    retry: () => void list.refetch(),
  };
}
