import wpPlugin from '@wordpress/eslint-plugin';
import wpScriptsConfig from '@wordpress/scripts/config/eslint.config.cjs';

const NODE_FILES = [ 'tests/**/*.ts', 'tools/**/*.ts', '*.ts' ];

/** What tsc says too, of types and of the one component that is a class. */
const SAID_BY_TYPES = [
	'jsdoc/check-access',
	'jsdoc/check-property-names',
	'jsdoc/check-types',
	'jsdoc/implements-on-classes',
	'jsdoc/no-undefined-types',
	'jsdoc/require-property',
	'jsdoc/require-property-description',
	'jsdoc/require-property-name',
	'jsdoc/require-property-type',
	'jsdoc/valid-types',
	'react/no-deprecated',
	'react/no-direct-mutation-state',
	'react/no-unknown-property',
	'react/require-render-return',
];

export default [
	{
		ignores: [
			'**/build/**',
			'artifacts/**',
			'vendor/**',
			'tests/fixtures/**',
			'tests/woocommerce-standin/**',
		],
	},
	...wpScriptsConfig,
	{
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'orderinvoicer' },
			],
			'import/no-extraneous-dependencies': [
				'error',
				{ devDependencies: true },
			],
			// tsc resolves imports.
			'import/no-unresolved': 'off',
			// Field names of REST and of Sellsy are snake_case.
			camelcase: 'off',
			// Prettier breaks code, not comments. A text stays one literal, as its translation needs it.
			'max-len': [
				'error',
				{
					code: 120,
					tabWidth: 4,
					ignoreStrings: true,
					ignoreTemplateLiterals: true,
					ignoreUrls: true,
				},
			],
			// Types stand in the signature; a docblock names only what needs words.
			'jsdoc/check-param-names': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
		},
	},
	{
		files: [ '**/*.{ts,tsx}' ],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/ban-ts-comment': 'error',
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'never' },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			...Object.fromEntries(
				SAID_BY_TYPES.map( ( rule ) => [ rule, 'off' ] )
			),
			// The base rule knows nothing of index signatures, which tsc wants in brackets.
			'dot-notation': 'off',
			'@typescript-eslint/dot-notation': 'error',
			'@typescript-eslint/no-floating-promises': [
				'error',
				{
					allowForKnownSafeCalls: [
						{
							from: 'package',
							package: 'node:test',
							name: [
								'describe',
								'suite',
								'test',
								'it',
								'before',
								'after',
								'beforeEach',
								'afterEach',
							],
						},
					],
				},
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: NODE_FILES,
		rules: { 'no-console': 'off' },
	},
	{
		// A longer one is about two things. What is generated and what tests are not read from end to end.
		files: [ 'src/**/*.{ts,tsx}', 'tools/**/*.ts', '*.ts' ],
		ignores: [ 'src/generated/**', 'src/test/**', '**/*.test.{ts,tsx}' ],
		rules: { 'max-lines': [ 'error', { max: 300 } ] },
	},
	{
		// Written from PHP: nobody reads it line by line.
		files: [ 'src/generated/**' ],
		rules: { 'max-len': 'off' },
	},
	...wpPlugin.configs[ 'test-unit' ].map( ( config ) => ( {
		...config,
		files: [ 'src/**/*.test.{ts,tsx}', 'tests/js/**' ],
	} ) ),
	{
		files: [ 'src/**/*.test.{ts,tsx}' ],
		rules: {
			'jest/expect-expect': [
				'error',
				{ assertFunctionNames: [ 'expect*' ] },
			],
		},
	},
	{
		files: [ 'src/**/*.test.{ts,tsx}' ],
		rules: {
			// findBy… fails where nothing is found.
			'jest/expect-expect': [
				'error',
				{
					assertFunctionNames: [
						'expect*',
						'screen.findBy*',
						'screen.findAllBy*',
					],
				},
			],
		},
	},
	{
		files: [ 'src/generated/**' ],
		rules: { 'max-len': 'off' },
	},
	{
		files: [ 'src/**/*.{ts,tsx}' ],
		ignores: [ 'src/api/request.ts', 'src/test/site.ts' ],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					name: '@wordpress/api-fetch',
					message:
						'src/api/request.ts parses what the site answers; nothing goes around it.',
				},
			],
		},
	},
	...wpPlugin.configs[ 'test-playwright' ].map( ( config ) => ( {
		...config,
		files: [ 'tests/e2e/**' ],
	} ) ),
	{
		files: [ 'tests/e2e/**' ],
		// Playwright hands fixtures on through a function that it calls "use".
		rules: {
			'react-hooks/rules-of-hooks': 'off',
			'playwright/no-skipped-test': [
				'error',
				{ allowConditional: true },
			],
		},
	},
	{
		// Written by PHP (`npm run facts`): nobody keeps them in form.
		files: [ 'src/generated/**' ],
		rules: Object.fromEntries(
			wpScriptsConfig
				.flatMap( ( { rules = {} } ) => Object.keys( rules ) )
				.concat( 'max-len', '@wordpress/i18n-text-domain' )
				.map( ( rule ) => [ rule, 'off' ] )
		),
	},
];
