const defaultConfig = require( '@wordpress/scripts/config/jest-unit.config' );

module.exports = {
	...defaultConfig,
	roots: [ '<rootDir>/src' ],
	setupFilesAfterEnv: [ '<rootDir>/tests/js/setup.ts' ],
	moduleNameMapper: {
		'\\.(scss|css)$':
			'@wordpress/jest-preset-default/scripts/style-mock.js',
		// The barrel file cannot be loaded in jest (react-dates, WooCommerce's own settings).
		'^@woocommerce/components$': '<rootDir>/src/woocommerce-components.js',
		// jest runs CommonJS; the bundle takes the same table as a module.
		'/@woocommerce/components/build-module/table$':
			'<rootDir>/node_modules/@woocommerce/components/build/table',
	},
	// Beside another suite on two cores a page with tables takes more than the usual five seconds.
	testTimeout: 30000,
	testMatch: [ '<rootDir>/src/**/*.test.{ts,tsx}' ],
};
