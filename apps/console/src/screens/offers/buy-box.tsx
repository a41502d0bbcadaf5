import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useRegionOf } from '../../api/markets.js';
import { useLanguage, useText } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable, rowsOf } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { MarketSelect } from '../../ui/market-select.js';
import { Money } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { RankedOffers } from './ranked-offers.js';

type Item = Schema<'ProductListItem'>;

/** Who wins, why, and what would change it? First a product, then one of its variants and a grade. */
export function BuyBox() {
  const text = useText();
  const { market, product, variant, grade } = useSearch({ from: '/shell/buy-box' });
  const region = useRegionOf(market ?? '');
  const path = `/v1/markets/${market}/variants/${variant}/offers${grade === undefined ? '' : `?grade=${grade}`}`;
  return (
    <Page
      title={text('nav.buyBox')}
      lead={text('buyBox.lead')}
      actions={
        region !== undefined && variant !== undefined && <CopyCommand region={region} call={{ method: 'GET', path }} />
      }
    >
      <Finder />
      {region === undefined || market === undefined ? (
        <div className="empty">{text('buyBox.chooseMarket')}</div>
      ) : product === undefined ? (
        <Products region={region} market={market} />
      ) : (
        <Variants region={region} market={market} product={product} />
      )}
    </Page>
  );
}

function Finder() {
  const text = useText();
  const navigate = useNavigate();
  const { market, q, product } = useSearch({ from: '/shell/buy-box' });
  const choose = (chosen: string): void =>
    void navigate({ to: '/buy-box', search: { market: chosen, ...(q !== undefined && { q }) } });
  // What was opened while the last letters waited stays open: they were typed for the list before it.
  const type = useDebouncedCallback((typed: string, opened: string | undefined) => {
    const search = { ...(market !== undefined && { market }), ...(typed !== '' && { q: typed }) };
    void navigate({ to: '/buy-box', search: (now) => (now.product === opened ? search : now) });
  }, 250);
  return (
    <Group align="flex-end">
      <MarketSelect value={market} onChange={choose} />
      <TextInput
        type="search"
        label={text('buyBox.search')}
        defaultValue={q}
        onChange={({ currentTarget }) => type(currentTarget.value, product)}
        w={280}
        placeholder="iphone 13"
      />
    </Group>
  );
}

function Products({ region, market }: { readonly region: string; readonly market: string }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { q } = useSearch({ from: '/shell/buy-box' });
  const asked = useQuery({
    queryKey: [region, 'products', market, q, language],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/markets/{market}/products', {
          params: { path: { market }, query: { limit: 30, ...(q !== undefined && { q }) } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const columns: Column<Item>[] = [
    { id: 'title', header: text('buyBox.product'), cell: ({ title }) => title },
    { id: 'brand', header: text('buyBox.brand'), cell: ({ brand }) => brand },
    { id: 'price', header: text('buyBox.from'), align: 'right', cell: ({ price }) => <Money value={price} /> },
    { id: 'offers', header: text('buyBox.offers'), align: 'right', cell: ({ offerCount }) => offerCount },
    { id: 'variants', header: text('buyBox.variants'), align: 'right', cell: ({ variantCount }) => variantCount },
  ];
  return (
    <DataTable
      caption={text('buyBox.products')}
      columns={columns}
      {...rowsOf({ ...asked, data: asked.data?.items })}
      keyOf={({ id }) => id}
      onOpen={({ slug }) =>
        void navigate({ to: '/buy-box', search: { market, ...(q !== undefined && { q }), product: slug } })
      }
      empty={text('buyBox.nothing')}
    />
  );
}

function Variants({
  region,
  market,
  product,
}: {
  readonly region: string;
  readonly market: string;
  readonly product: string;
}) {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/buy-box' });
  const asked = useQuery({
    queryKey: [region, 'product', market, product],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/markets/{market}/products/{idOrSlug}', {
          params: { path: { market, idOrSlug: product } },
        }),
      ),
  });
  const sold = asked.data?.variants.filter(({ grades }) => grades.some(({ offerCount }) => offerCount > 0)) ?? [];
  const variant = sold.find(({ id }) => id === search.variant) ?? sold[0];
  const grades = variant?.grades.filter(({ offerCount }) => offerCount > 0) ?? [];
  const grade = grades.find((each) => each.grade === search.grade) ?? grades[0];
  const go = (next: { variant?: string; grade?: string }): void =>
    void navigate({ to: '/buy-box', search: { ...search, ...next } });
  return (
    <Stack>
      <Group align="flex-end">
        <Text component="h2" fw={600}>
          {asked.data?.title}
        </Text>
        <Select
          label={text('buyBox.variant')}
          data={sold.map(({ id, title }) => ({ value: id, label: title }))}
          value={variant?.id ?? null}
          onChange={(id) => id !== null && go({ variant: id })}
          w={280}
        />
        <Select
          label={text('buyBox.grade')}
          data={grades.map((each) => ({ value: each.grade, label: `${each.label} · ${each.offerCount}` }))}
          value={grade?.grade ?? null}
          onChange={(chosen) => chosen !== null && go({ grade: chosen })}
          w={200}
        />
      </Group>
      {variant && grade ? (
        <RankedOffers region={region} market={market} variant={variant.id} grade={grade.grade} />
      ) : (
        <div className="empty">{text(asked.isPending ? 'ui.loading' : 'buyBox.noOffers')}</div>
      )}
    </Stack>
  );
}
