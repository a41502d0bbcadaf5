import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readinessQuery } from '../../api/readiness.js';
import { useText, useWords } from '../../i18n/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Pill } from '../../ui/status-pill.js';
import type { Tone } from '../../ui/status-pill.js';
import { launchSteps, stateOfStep } from './launch-steps.js';
import type { StepState } from './launch-steps.js';
import type { MarketTab } from './market-tabs.js';

type Status = Schema<'MarketStatus'>;
type Check = Schema<'Readiness'>['checks'][number];

interface MarketLaunchProps {
  /** Where its offers are: that region knows how ready it is. */
  readonly region: string;
  readonly market: string;
  readonly status: Status;
}

/** What must I still do to go live? Every step is what the services say now; nothing of it lives in the browser, so anybody can go on with it. */
export function MarketLaunch({ region, market, status }: MarketLaunchProps) {
  const text = useText();
  const asked = useQuery(readinessQuery(region, market));
  if (asked.error) return <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton height={320} className="late" />;
  const { checks, ready } = asked.data;
  const opened = status === 'live' || status === 'suspended';
  const last: StepState = opened ? 'done' : ready && status === 'preview' ? 'next' : 'waiting';
  return (
    <Stack>
      <Text size="sm">{text('launch.lead')}</Text>
      <ol className="launch-steps card">
        {launchSteps.map(({ id, checks: names }, i) => {
          const own = checks.filter(({ check }) => names.includes(check));
          return (
            <Step key={id} id={id} number={i + 1} state={stateOfStep(own)}>
              <Checks market={market} checks={own} />
              {id === 'prices' && <Go market={market} tab="prices" label={text('launch.propose')} />}
              {id === 'definition' && <Go market={market} tab="compare" label={text('launch.compare')} />}
            </Step>
          );
        })}
        <Step id="preview" number={launchSteps.length + 1} state={status === 'draft' ? 'waiting' : 'done'}>
          <Text size="sm">{text(status === 'draft' ? 'launch.previewWaits' : 'launch.previewOpen')}</Text>
          {status !== 'draft' && <Go market={market} tab="preview" label={text('launch.lookAtPreview')} />}
        </Step>
        <Step id="live" number={launchSteps.length + 2} state={last}>
          <Text size="sm">{text(opened ? 'launch.isOpen' : last === 'next' ? 'launch.mayOpen' : 'launch.mayNot')}</Text>
        </Step>
      </ol>
    </Stack>
  );
}

const tones: { readonly [state in StepState]: Tone } = {
  done: 'ok',
  warns: 'warn',
  blocked: 'bad',
  next: 'info',
  waiting: 'neutral',
};

interface StepProps {
  readonly id: string;
  readonly number: number;
  readonly state: StepState;
  readonly children: ReactNode;
}

function Step({ id, number, state, children }: StepProps) {
  const words = useWords();
  return (
    <li>
      <span className="launch-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <Text component="h2" size="md" fw={600}>
          {words('launchStep', id)}
        </Text>
        {children}
      </div>
      <Pill tone={tones[state]}>{words('launchState', state)}</Pill>
    </li>
  );
}

/** What of a step is not as it should be, each with the way to the single things. What is fine is counted. */
function Checks({ market, checks }: { readonly market: string; readonly checks: readonly Check[] }) {
  const text = useText();
  const words = useWords();
  const wrong = checks.filter(({ outcome }) => outcome !== 'pass');
  return (
    <>
      <Text size="xs" c="dimmed">
        {text('launch.passing', { passing: checks.length - wrong.length, all: checks.length })}
      </Text>
      <ul className="launch-checks">
        {wrong.map(({ check, outcome, failing, total, message }) => (
          <li key={check}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Pill tone={outcome === 'block' ? 'bad' : 'warn'}>{words('readinessOutcome', outcome)}</Pill>
              <span>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link {...props} to="/markets/$market" params={{ market }} search={{ tab: 'readiness', check }} />
                  )}
                >
                  {words('readinessCheck', check)} ({failing} / {total})
                </Anchor>
                <br />
                {message}
              </span>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}

function Go({ market, tab, label }: { readonly market: string; readonly tab: MarketTab; readonly label: string }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      mt={6}
      renderRoot={(props) => <Link {...props} to="/markets/$market" params={{ market }} search={{ tab }} />}
    >
      {label}
    </Button>
  );
}
