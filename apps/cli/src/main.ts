import { buildProgram } from './program.js';
import { renderFailure } from './screen/render-failure.js';

try {
  await buildProgram().parseAsync();
} catch (error) {
  const failure = renderFailure(error);
  // Not one of ours: a bug, and its stack is what helps.
  if (failure === undefined) throw error;
  if (failure.text !== '') console.error(failure.text);
  process.exitCode = failure.code;
}
