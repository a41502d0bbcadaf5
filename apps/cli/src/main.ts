import { buildProgram } from './program.js';
import { renderFailure } from './screen/render-failure.js';

// `reprise … | head` closes the pipe when it has read enough; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await buildProgram().parseAsync();
} catch (error) {
  const failure = renderFailure(error);
  // Not one of ours: a bug, and its stack is what helps.
  if (failure === undefined) throw error;
  if (failure.text !== '') console.error(failure.text);
  process.exitCode = failure.code;
}
