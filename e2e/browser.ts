import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser with a profile of its own, for one reader: their language and their light. */
export class Reader {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly profile: string,
    /** What the page complained about in its console: refused scripts, crashes, failed loads. */
    readonly complaints: string[],
  ) {}

  static async open(options: { readonly locale: string; readonly colorScheme: 'light' | 'dark' }): Promise<Reader> {
    const executablePath = process.env['CHROMIUM'] ?? browsers.find((path) => existsSync(path));
    if (executablePath === undefined)
      throw new Error('Chromium is needed and was not found: apt-get install chromium, or set CHROMIUM to its path');
    const profile = mkdtempSync(join(tmpdir(), 'console-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      executablePath,
      headless: true,
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Europe/Paris',
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = context.pages()[0] ?? (await context.newPage());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // Not signed in yet: the browser notes the 401 it was answered.
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    return new Reader(page, context, profile, complaints);
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** Keeps what is on the screen, to be looked at. */
  async show(name: string): Promise<void> {
    const directory = process.env['E2E_SCREENSHOTS'];
    if (directory === undefined) return;
    mkdirSync(directory, { recursive: true });
    await this.page.screenshot({ path: join(directory, `${name}.png`) });
  }

  /** Faults of WCAG 2.2 AA that axe-core calls serious or critical, each with where it is. */
  async seriousFaults(): Promise<string[]> {
    // By the debugger and not as a script of the page: that one may run its own files only.
    await this.page.evaluate(axe);
    const rules = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }";
    const { violations } = (await this.page.evaluate(`axe.run(document, ${rules})`)) as {
      violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
  }
}
