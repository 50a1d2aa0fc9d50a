import { existsSync } from 'node:fs';

/** The one without a window comes first: it starts sooner, and draws nothing that nobody sees. */
const BROWSERS = [ '/usr/bin/chromium-headless-shell', '/usr/bin/chromium' ];

/**
 * Where Debian's Chromium is: Playwright's own is not in a package registry. CHROMIUM names another.
 *
 * @return null where there is none.
 */
export const findBrowser = (): string | null =>
	process.env[ 'CHROMIUM' ] ?? BROWSERS.find( existsSync ) ?? null;
