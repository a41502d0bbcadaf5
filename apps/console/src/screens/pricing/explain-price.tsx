import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useRegionOf } from '../../api/markets.js';
import { useText } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { MarketSelect } from '../../ui/market-select.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { PriceCandidates } from './price-candidates.js';
import { PriceSteps } from './price-steps.js';
import { PriceVerdict } from './price-verdict.js';

type OfferPrice = Schema<'OfferPrice'>;

/** Why this price, or why none? What is asked is in the address, so an explanation can be sent to whoever doubts it. */
export function ExplainPrice() {
  const text = useText();
  const { market, offer, quantity = '1', at, country } = useSearch({ from: '/shell/explain' });
  const region = useRegionOf(market ?? '');
  const query = {
    quantity: Number(quantity),
    explain: 'true' as const,
    ...(at !== undefined && { at }),
    ...(country !== undefined && { country }),
  };
  const asked = useQuery({
    queryKey: [region, 'explain', market, offer, query],
    queryFn: () =>
      answerOf(
        cell(region ?? '').GET('/v1/markets/{market}/offers/{offerId}/price', {
          params: { path: { market: market ?? '', offerId: offer ?? '' }, query },
        }),
      ),
    enabled: region !== undefined && market !== undefined && offer !== undefined,
  });
  const path = `/v1/markets/${market}/offers/${offer}/price?${new URLSearchParams({ ...query, quantity })}`;
  return (
    <Page
      title={text('nav.explain')}
      lead={text('explain.lead')}
      actions={
        region !== undefined && offer !== undefined && <CopyCommand region={region} call={{ method: 'GET', path }} />
      }
    >
      <Question />
      {asked.error && <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data ? (
        <Explained price={asked.data} />
      ) : (
        !asked.error && <div className="empty">{text(asked.isLoading ? 'ui.loading' : 'explain.empty')}</div>
      )}
    </Page>
  );
}

function Question() {
  const text = useText();
  const navigate = useNavigate();
  const { market, offer = '', quantity = '1', country = '', at = '' } = useSearch({ from: '/shell/explain' });
  const form = useForm({
    initialValues: { offer, quantity: Number(quantity), country, at },
    validate: {
      offer: (value) => (/^[0-9a-f-]{36}$/i.test(value.trim()) ? null : text('explain.offerNeeded')),
      country: (value) => (/^([A-Za-z]{2})?$/.test(value.trim()) ? null : text('explain.countryForm')),
    },
  });
  const go = (chosen: string | undefined, values: typeof form.values): void => {
    const { offer: offerId, quantity: pieces, country: to, at: moment } = values;
    const said = {
      market: chosen,
      offer: offerId.trim(),
      quantity: String(pieces),
      country: to.trim().toUpperCase(),
      at: moment.trim(),
    };
    void navigate({ to: '/explain', search: Object.fromEntries(Object.entries(said).filter(([, value]) => value)) });
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => go(market, values))} className="card">
      <Group align="flex-start">
        <MarketSelect value={market} onChange={(chosen) => go(chosen, form.values)} />
        <TextInput label={text('explain.offer')} w={320} required {...form.getInputProps('offer')} />
        <NumberInput label={text('explain.quantity')} w={100} min={1} max={100} {...form.getInputProps('quantity')} />
        <TextInput
          label={text('explain.country')}
          w={120}
          maxLength={2}
          placeholder="FR"
          {...form.getInputProps('country')}
        />
        <TextInput
          label={text('explain.at')}
          w={220}
          placeholder="2026-11-01T00:00:00Z"
          {...form.getInputProps('at')}
        />
        <Button type="submit" mt={24}>
          {text('explain.ask')}
        </Button>
      </Group>
    </form>
  );
}

function Explained({ price }: { readonly price: OfferPrice }) {
  const text = useText();
  return (
    <Stack>
      <PriceVerdict price={price} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <section className="card">
          <Title order={2} size="h5" mb="xs">
            {text('explain.steps')}
          </Title>
          {price.steps?.length ? <PriceSteps steps={price.steps} /> : <Text size="sm">{text('explain.noSteps')}</Text>}
        </section>
        <section>
          <Title order={2} size="h5" mb="xs">
            {text('explain.candidates')}
          </Title>
          <PriceCandidates candidates={price.candidates ?? []} />
        </section>
      </SimpleGrid>
    </Stack>
  );
}
