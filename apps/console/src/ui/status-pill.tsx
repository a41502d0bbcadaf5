import type { Schema } from '@reprise/sdk';
import { useWords } from '../i18n/language.js';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'preview' | 'neutral';

const marks: Readonly<Record<Tone, string>> = { ok: '✓', warn: '!', bad: '✕', info: 'i', preview: '◐', neutral: '○' };

/** A state by sign, word and colour: any one of them is enough. */
export function Pill({
  tone,
  children,
  mark = marks[tone],
}: {
  readonly tone: Tone;
  readonly children: string;
  readonly mark?: string;
}) {
  return (
    <span className="pill" data-tone={tone}>
      <span aria-hidden="true" className="pill-mark">
        {mark}
      </span>
      {children}
    </span>
  );
}

type MarketStatus = Schema<'MarketStatus'>;

const marketTones: { readonly [status in MarketStatus]: { readonly tone: Tone; readonly mark: string } } = {
  draft: { tone: 'neutral', mark: '○' },
  preview: { tone: 'preview', mark: '◐' },
  live: { tone: 'ok', mark: '●' },
  suspended: { tone: 'warn', mark: '‖' },
  retired: { tone: 'neutral', mark: '▪' },
};

export function MarketStatusPill({ status }: { readonly status: MarketStatus }) {
  const words = useWords();
  return <Pill {...marketTones[status]}>{words('marketStatus', status)}</Pill>;
}

type ProposalStatus = Schema<'PriceProposal'>['status'];

const proposalTones: { readonly [status in ProposalStatus]: Tone } = {
  building: 'info',
  review: 'warn',
  applying: 'info',
  applied: 'ok',
  discarded: 'neutral',
};

export function ProposalPill({ status }: { readonly status: ProposalStatus }) {
  const words = useWords();
  return <Pill tone={proposalTones[status]}>{words('proposalStatus', status)}</Pill>;
}
