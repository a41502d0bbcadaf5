import { CommanderError } from 'commander';
import { ImportRefused } from '../catalog/post-products.js';
import { exitCode } from '../door/exit-codes.js';
import type { ExitCode } from '../door/exit-codes.js';
import { CallRefused, GatewayUnreachable, NotShownInTime, UsageError } from '../door/failures.js';
import { MarketFilesInvalid } from '../markets/load-market-files.js';
import { renderProblem } from './render-problem.js';

/** What a failure is printed as, and what the process says to the shell. An empty text was printed already. */
export interface RenderedFailure {
  readonly text: string;
  readonly code: ExitCode;
}

/** Turns anything a command threw into words and an exit code. Undefined is a bug of ours and deserves its stack. */
export function renderFailure(error: unknown): RenderedFailure | undefined {
  if (error instanceof CommanderError) {
    // commander has printed its own words; help and version that were asked for are no failure.
    const asked = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
    return { text: '', code: asked ? exitCode.done : exitCode.usage };
  }
  if (error instanceof UsageError) return { text: `reprise: ${error.message}`, code: exitCode.usage };
  if (error instanceof CallRefused) return { text: renderProblem(error), code: exitCode.rejected };
  if (error instanceof ImportRefused) return { text: `reprise: ${error.message}`, code: exitCode.rejected };
  if (error instanceof MarketFilesInvalid) {
    const count = error.mistakes.length === 1 ? '1 mistake' : `${error.mistakes.length} mistakes`;
    return { text: `reprise: ${count} in the market files, nothing was sent:\n${error.message}`, code: exitCode.usage };
  }
  if (error instanceof GatewayUnreachable) {
    const text = `reprise: ${error.message}. Start the platform (npm start), or say where it is with --gateway.`;
    return { text, code: exitCode.unreachable };
  }
  if (error instanceof NotShownInTime) {
    const text = `reprise: ${error.message}. The change is accepted; run the same command again to go on waiting.`;
    return { text, code: exitCode.unreachable };
  }
  return undefined;
}
