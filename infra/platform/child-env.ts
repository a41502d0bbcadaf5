/**
 * The environment a child gets: that of the supervisor without what belongs to npm and to this Node process
 * (`NODE_OPTIONS` of a test runner would change a service), plus what is given.
 */
export function childEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$|NX_|JEST_)/.test(name));
  return { ...Object.fromEntries(inherited), ...extra };
}
