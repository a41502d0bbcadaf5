import { Skeleton, Stack, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { MoveSeller } from './move-seller.js';
import { QualityGates } from './quality-gates.js';
import { ShareWithBounds } from './share.js';

type Quality = Schema<'SellerQuality'>;

/** One seller: how their sales went, month by month, and what is taken down for it with the way back. */
export function SellerPage() {
  const text = useText();
  const { region, seller } = useParams({ from: '/shell/sellers/$region/$seller' });
  const file = useQuery({
    queryKey: [region, 'seller', seller],
    queryFn: () => answerOf(cell(region).GET('/v1/ops/sellers/{sellerId}', { params: { path: { sellerId: seller } } })),
  });
  const quality = useQuery({
    queryKey: [region, 'seller', seller, 'quality'],
    queryFn: () =>
      answerOf(cell(region).GET('/v1/ops/sellers/{sellerId}/quality', { params: { path: { sellerId: seller } } })),
  });
  const error = file.error ?? quality.error;
  return (
    <Page
      title={file.data?.name ?? text('nav.sellers')}
      back={{ to: '/sellers', label: text('nav.sellers') }}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/ops/sellers/${seller}/quality` }}
          cli={`npx reprise sellers quality ${seller}`}
        />
      }
    >
      {error && <ProblemAlert error={error} onRetry={() => void Promise.all([file.refetch(), quality.refetch()])} />}
      {file.data && <MoveSeller region={region} seller={file.data} />}
      {quality.isPending && !error && <Skeleton height={240} className="late" />}
      {quality.data && <Measured quality={quality.data} />}
    </Page>
  );
}

interface NamedRate {
  readonly name: string;
  readonly measured: Pick<Quality['cancel'], 'events' | 'of' | 'rate' | 'low' | 'high'>;
}

function Measured({ quality }: { readonly quality: Quality }) {
  const text = useText();
  const words = useWords();
  const rates: NamedRate[] = [
    ...quality.failure.map((measured) => ({
      name: text('sellers.failureWithin', { days: measured.windowDays }),
      measured,
    })),
    ...(['deadOnArrival', 'wrongGrade', 'cancel', 'lateShip'] as const).map((code) => ({
      name: words('sellerRate', code),
      measured: quality[code],
    })),
  ];
  const most = Math.max(0.01, ...rates.map(({ measured }) => Number(measured.high ?? 0)));
  const columns: Column<NamedRate>[] = [
    { id: 'name', header: text('sellers.rate'), cell: ({ name }) => name },
    {
      id: 'bounds',
      header: text('sellers.bounds'),
      cell: ({ measured }) => <ShareWithBounds {...measured} most={most} />,
    },
    { id: 'events', header: text('sellers.events'), align: 'right', cell: ({ measured }) => measured.events },
    { id: 'of', header: text('sellers.of'), align: 'right', cell: ({ measured }) => measured.of },
  ];
  return (
    <Stack>
      <QualityGates gates={quality.gates} />
      <Title order={2} size="h4">
        {text('sellers.rates', { date: quality.asOf })}
      </Title>
      <DataTable
        caption={text('sellers.rates', { date: quality.asOf })}
        columns={columns}
        rows={rates}
        error={null}
        fetching={false}
        retry={() => undefined}
        keyOf={({ name }) => name}
        empty={text('sellers.unmeasured')}
      />
      <Cohorts quality={quality} />
    </Stack>
  );
}

type Cohort = Quality['cohorts'][number];

function Cohorts({ quality: { cohorts } }: { readonly quality: Quality }) {
  const text = useText();
  const failures = (cohort: Cohort, days: number): string => {
    const found = cohort.failures.find(({ windowDays }) => windowDays === days);
    return found === undefined ? '—' : `${found.events}${found.mature ? '' : ` (${text('sellers.immature')})`}`;
  };
  const columns: Column<Cohort>[] = [
    { id: 'month', header: text('sellers.month'), cell: ({ month }) => month },
    { id: 'shipped', header: text('sellers.shipped'), align: 'right', cell: ({ shipped }) => shipped },
    { id: 'late', header: text('sellers.late'), align: 'right', cell: ({ late }) => late },
    ...[30, 90, 365].map((days): Column<Cohort> => ({
      id: `within${days}`,
      header: text('sellers.failedWithin', { days }),
      align: 'right',
      cell: (cohort) => failures(cohort, days),
    })),
  ];
  return (
    <>
      <Title order={2} size="h4">
        {text('sellers.cohorts')}
      </Title>
      <DataTable
        caption={text('sellers.cohorts')}
        columns={columns}
        rows={cohorts}
        error={null}
        fetching={false}
        retry={() => undefined}
        keyOf={({ month }) => month}
        empty={text('sellers.unmeasured')}
      />
    </>
  );
}
