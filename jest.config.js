const defaultConfig = require( '@wordpress/scripts/config/jest-unit.config' );
const wordPressPackages = require( './tests/js/wordpress-packages' );

module.exports = {
	...defaultConfig,
	roots: [ '<rootDir>/src' ],
	globalSetup: '<rootDir>/tests/js/wordpress-packages.js',
	setupFilesAfterEnv: [ '<rootDir>/tests/js/setup.ts' ],
	moduleNameMapper: {
		...wordPressPackages.moduleNameMapper,
		'\\.(scss|css)$':
			'@wordpress/jest-preset-default/scripts/style-mock.js',
	},
	// Beside another suite on two cores a page with tables takes more than the usual five seconds.
	testTimeout: 30000,
	transform: { '\\.[jt]sx?$': '<rootDir>/tests/js/transform.js' },
	testMatch: [ '<rootDir>/src/**/*.test.{ts,tsx}' ],
};
