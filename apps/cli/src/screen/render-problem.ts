import type { CallRefused } from '../door/failures.js';
import { renderTable } from './render-table.js';

/** What to do next, where the code alone does not say it. */
const nextSteps: Readonly<Record<string, string>> = {
  Unauthenticated:
    'The token is missing, expired or of another platform. Start the platform again (npm start renews it), or give --token.',
  Forbidden: 'The token is valid but has another role. Give one with --token.',
  NotTheWriterRegion: 'Give the gateway of the region that writes this, with --gateway.',
  MarketInOtherRegion: 'Give the gateway of the region that serves this market, with --gateway.',
  MarketNotFound: 'See `reprise markets list` for what there is.',
  ServiceUnavailable: 'A service is starting or down. Try again in a moment; its log is in .local/.',
  TooManyRequests: 'Wait a moment, then try again.',
  InternalError: 'This is our mistake. Look for the request id in the logs.',
};

/** A refusal as one line that says what to do, and a small table of the fields at fault when there are any. */
export function renderProblem({ attempt, problem }: CallRefused): string {
  const { code, title, detail, errors, requestId } = problem;
  const lines = [`reprise: ${attempt}: ${detail || title} (${code})`];
  if (errors.length > 0) {
    const table = renderTable(
      [{ heading: 'field' }, { heading: 'code' }, { heading: 'message' }],
      errors.map(({ field, code: reason, message }) => [field, reason, message]),
    );
    lines.push(...table.split('\n').map((line) => `  ${line}`));
  }
  const next = nextSteps[code];
  if (next !== undefined) lines.push(`  ${next}`);
  lines.push(`  request id ${requestId}`);
  return lines.join('\n');
}
