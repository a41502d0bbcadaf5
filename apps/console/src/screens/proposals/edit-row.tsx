import { Button, Drawer, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Proposal, ProposalRow } from '../../api/proposals.js';
import { formatMoney } from '../../format/format-money.js';
import { readDecimal } from '../../format/read-decimal.js';
import { useLanguage, useText, useWords } from '../../i18n/language.js';
import { Money } from '../../ui/money.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useEdit } from './use-edit.js';
import type { Change } from './use-edit.js';

interface EditRowProps {
  readonly region: string;
  readonly found: Proposal;
  readonly row: ProposalRow | undefined;
  readonly onClose: () => void;
}

/** One proposed price: how it came about, and what a person makes of it. */
export function EditRow({ row, onClose, ...rest }: EditRowProps) {
  const text = useText();
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      title={row?.sku ?? ''}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      {row !== undefined && <Opened key={row.offerId} row={row} onClose={onClose} {...rest} />}
    </Drawer>
  );
}

function Opened({ region, found, row, onClose }: EditRowProps & { readonly row: ProposalRow }) {
  const text = useText();
  const words = useWords();
  return (
    <Stack>
      <dl className="facts">
        <Fact name={text('seeding.priceIn', { market: found.fromMarket.toUpperCase() })} value={row.from} />
        <Fact name={text('seeding.converted')} value={row.converted} />
        <Fact name={text('seeding.withMargin')} value={row.withMargin} />
        <Fact name={text('seeding.proposed')} value={row.proposed} />
        <Fact name={text('seeding.price')} value={row.price} />
        <Fact name={text('seeding.min')} value={row.minPrice} />
        <Fact name={text('seeding.max')} value={row.maxPrice} />
        <Fact
          name={row.reference === null ? text('seeding.reference') : words('proposalReference', row.reference.of)}
          value={row.reference?.price ?? null}
        />
        <Fact name={text('seeding.cost')} value={row.unitCost} />
      </dl>
      {row.blockers.length > 0 && (
        <List size="sm">
          {row.blockers.map(({ field, message }) => (
            <List.Item key={field}>{message}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        <Link to="/explain" search={{ market: found.fromMarket, offer: row.offerId }}>
          {text('seeding.explain', { market: found.fromMarket.toUpperCase() })}
        </Link>
      </Text>
      {found.status === 'review' && <Deeds region={region} found={found} row={row} onClose={onClose} />}
    </Stack>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ProposalRow['minPrice'] }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{name}</dt>
      <dd>
        <Money value={value} mixed />
      </dd>
    </div>
  );
}

function Deeds({ region, found, row, onClose }: EditRowProps & { readonly row: ProposalRow }) {
  const text = useText();
  const words = useWords();
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const edit = useEdit(region, found, onClose);
  const amount = readDecimal(typed);
  const go = (change: Change): void => edit.mutate({ rows: { offerIds: [row.offerId] }, change });
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (amount !== undefined) go({ type: 'setAmount', amount: padded(amount, row.price.amount) });
        }}
      >
        <Group align="flex-start">
          <TextInput
            label={text('seeding.ownPrice', { currency: found.currency })}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            error={typed !== '' && amount === undefined && text('seeding.amountForm')}
            description={
              amount === undefined
                ? text('seeding.amountHint')
                : `= ${formatMoney({ amount: padded(amount, row.price.amount), currency: found.currency }, language, 'code')}`
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            w={220}
          />
          <Button type="submit" mt={24} loading={edit.isPending} disabled={amount === undefined}>
            {text('seeding.set')}
          </Button>
        </Group>
      </form>
      <Group gap="xs">
        {(row.excluded ? (['include'] as const) : (['exclude'] as const)).map((type) => (
          <Button key={type} variant="default" onClick={() => go({ type })}>
            {words('proposalDeed', type)}
          </Button>
        ))}
        {row.edited && (
          <Button variant="default" onClick={() => go({ type: 'reset' })}>
            {words('proposalDeed', 'reset')}
          </Button>
        )}
      </Group>
      {edit.error && <ProblemAlert error={edit.error} />}
    </Stack>
  );
}

/** As many decimals as the currency has, as the price beside it shows them. */
function padded(amount: string, like: string): string {
  const decimals = like.split('.')[1]?.length ?? 0;
  const [whole = '0', fraction = ''] = amount.split('.');
  return decimals === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}
