import { SANDBOX_PATHS } from './sandbox.ts';

type Value = string | number | boolean;

/**
 * Constants of every site of ours: no request leaves the machine, Sellsy is the sandbox.
 */
export const siteConstants = (
	sandboxUrl: string
): Record< string, Value > => ( {
	WP_DEBUG: true,
	WP_DEBUG_DISPLAY: false,
	WP_DEBUG_LOG: true,
	WP_ENVIRONMENT_TYPE: 'local',
	WP_HTTP_BLOCK_EXTERNAL: true,
	WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
	AUTOMATIC_UPDATER_DISABLED: true,
	DISALLOW_FILE_EDIT: true,
	...Object.fromEntries(
		Object.entries( SANDBOX_PATHS ).map( ( [ name, path ] ) => [
			name,
			sandboxUrl + path,
		] )
	),
} );

const literal = ( value: Value ): string =>
	typeof value === 'string'
		? `'${ value.replace( /[\\']/g, '\\$&' ) }'`
		: String( value );

const SALTS = [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap(
	( name ) => [ `${ name }_KEY`, `${ name }_SALT` ]
);

/**
 * The wp-config.php of a site on MariaDB.
 */
export const wpConfig = (
	database: { name: string; socket: string },
	constants: Record< string, Value >
): string => {
	const all: Record< string, Value > = {
		DB_NAME: database.name,
		DB_USER: 'root',
		DB_PASSWORD: '',
		DB_HOST: `localhost:${ database.socket }`,
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...Object.fromEntries(
			SALTS.map( ( name ) => [ name, `not secret: ${ name }` ] )
		),
		...constants,
	};
	const defines = Object.entries( all ).map(
		( [ name, value ] ) =>
			`defined( '${ name }' ) || define( '${ name }', ${ literal( value ) } );`
	);
	return [
		'<?php',
		...defines,
		"$table_prefix = 'wp_';",
		"defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );",
		"require_once ABSPATH . 'wp-settings.php';",
		'',
	].join( '\n' );
};
