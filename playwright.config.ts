import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './tests/environment/browser.ts';

const artifacts =
	process.env[ 'ORDERINVOICER_ARTIFACTS' ] ??
	path.join( __dirname, 'artifacts' );

export default defineConfig( {
	testDir: './tests/e2e',
	testMatch: '*.spec.ts',
	outputDir: path.join( artifacts, 'test-results' ),
	reporter: [
		[ 'list' ],
		[ 'json', { outputFile: path.join( artifacts, 'e2e.json' ) } ],
	],
	workers: 1,
	timeout: 150_000,
	expect: { timeout: 15_000 },
	globalSetup: './tests/e2e/global-setup.ts',
	use: {
		...devices[ 'Desktop Chrome' ],
		baseURL:
			process.env[ 'ORDERINVOICER_SITE_URL' ] ?? 'http://127.0.0.1:8080',
		storageState: path.join( artifacts, 'admin.json' ),
		screenshot: 'only-on-failure',
		// A quarter of the time: npm run test:e2e -- --trace on shows what a failure looked like.
		trace: 'off',
		locale: 'fr-FR',
		// Nobody watches what moves, and each frame is drawn by the processor.
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: {
			executablePath: findBrowser() ?? 'chromium',
			// Chromium refuses its own sandbox to root.
			args: process.getuid?.() === 0 ? [ '--no-sandbox' ] : [],
		},
	},
} );
