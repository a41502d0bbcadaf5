/** What this console was deployed in front of; its server says so, and nothing of it is built in. */
export interface Settings {
  /** Region cells, each reached under `/api/<region>`. */
  readonly regions: readonly string[];
}

export async function readSettings(): Promise<Settings> {
  const response = await fetch('/settings.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/settings.json answered ${response.status}`);
  return (await response.json()) as Settings;
}
