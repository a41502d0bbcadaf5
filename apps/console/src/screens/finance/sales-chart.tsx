import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Text, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useText } from '../../i18n/language.js';

type Total = Schema<'SalesList'>['totals'][number];

/**
 * Sales and refunds by market, counted: amounts of different currencies on one axis would compare what cannot be compared. The table above
 * has every number.
 */
export function SalesChart({ totals }: { readonly totals: readonly Total[] }) {
  const text = useText();
  const byCount = [...totals].sort((a, b) => b.sales - a.sales);
  const [first] = byCount;
  const all = totals.reduce((sum, { sales }) => sum + sales, 0);
  const data = byCount.map(({ market, sales, refunds }) => ({
    market: market.toUpperCase(),
    [text('sales.sales')]: sales,
    [text('sales.refunds')]: refunds,
  }));
  return (
    <section aria-labelledby="sales-finding">
      <Title order={2} size="h5" id="sales-finding">
        {text('sales.finding', { market: first?.market.toUpperCase() ?? '', sales: first?.sales ?? 0, all })}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {text('sales.chartNote')}
      </Text>
      <BarChart
        h={240}
        data={data}
        dataKey="market"
        withLegend
        withBarValueLabel
        gridAxis="x"
        maxBarWidth={48}
        yAxisProps={{ allowDecimals: false }}
        tickLine="none"
        series={[
          { name: text('sales.sales'), color: 'var(--chart-accent)' },
          { name: text('sales.refunds'), color: 'var(--chart-second)' },
        ]}
      />
    </section>
  );
}
