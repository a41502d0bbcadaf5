import type { Schema } from '@reprise/sdk';
import { useWords } from '../../i18n/language.js';
import { Pill } from '../../ui/status-pill.js';
import type { Tone } from '../../ui/status-pill.js';

type State = Schema<'Seller'>['status'];

const tones: { readonly [state in State]: Tone } = {
  applied: 'neutral',
  verified: 'info',
  active: 'ok',
  suspended: 'warn',
  closed: 'neutral',
};

export function SellerStatePill({ state }: { readonly state: State }) {
  const words = useWords();
  return <Pill tone={tones[state]}>{words('sellerState', state)}</Pill>;
}
