import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from './cache.ts';
import type { MariaDb } from './mariadb.ts';
import { freePort, run, startProcess, waitFor } from './processes.ts';
import { temporaryDirectory } from './temporary.ts';
import type { WooCommerce } from './woocommerce.ts';
import { findWordPress } from './wordpress.ts';
import { siteConstants, wpConfig } from './wp-config.ts';

const WORKERS = '6';
const DATABASE = 'wordpress';

export const ADMIN = { user: 'admin', password: 'password' };

export type Site = {
	url: string;
	directory: string;
	wp: ( ...args: string[] ) => Promise< string >;
	/** One of the scripts in this folder: seed, connect, first-order. */
	script: ( name: string ) => Promise< string >;
	reset: () => Promise< void >;
	environment: Record< string, string >;
	stop: () => Promise< void >;
};

type Options = {
	database: MariaDb;
	sandboxUrl: string;
	woocommerce: WooCommerce | null;
	/** Plugins to activate, by folder name, in this order; the shop is seeded where WooCommerce is among them. */
	activate?: string[];
	/** Off: nothing runs beside the tests but what they start themselves. */
	cron?: boolean;
};

const layOut = async (
	directory: string,
	woocommerce: WooCommerce | null
): Promise< string > => {
	const wordpress = await findWordPress();
	await cp( wordpress.core, directory, { recursive: true } );
	const content = path.join( directory, 'wp-content' );
	await cp( wordpress.languages, path.join( content, 'languages' ), {
		recursive: true,
	} );
	await mkdir( path.join( content, 'uploads' ), { recursive: true } );
	await symlink(
		path.join( PROJECT, 'tests/environment/mu-plugins' ),
		path.join( content, 'mu-plugins' )
	);
	await symlink(
		path.join( PROJECT, 'tests/environment/db.php' ),
		path.join( content, 'db.php' )
	);
	await symlink( PROJECT, path.join( content, 'plugins/orderinvoicer' ) );
	if ( woocommerce !== null ) {
		await symlink(
			woocommerce.directory,
			path.join( content, 'plugins/woocommerce' )
		);
	}
	return wordpress.cli;
};

/**
 * WordPress with WooCommerce and this plugin on PHP's own web server and MariaDB.
 */
export const startSite = async ( options: Options ): Promise< Site > => {
	const { database, sandboxUrl, woocommerce } = options;
	const activate = options.activate ?? [ 'woocommerce', 'orderinvoicer' ];
	const directory = await temporaryDirectory( 'site' );
	const cli = await layOut( directory, woocommerce );
	const port = await freePort();
	const url = `http://127.0.0.1:${ port }`;
	await database.create( DATABASE );
	await writeFile(
		path.join( directory, 'wp-config.php' ),
		wpConfig(
			{ name: DATABASE, socket: database.socket },
			{
				...siteConstants( sandboxUrl ),
				DISABLE_WP_CRON: options.cron === false,
			}
		)
	);
	const wp = ( ...args: string[] ): Promise< string > =>
		run( 'php', [
			'-d',
			'memory_limit=512M',
			cli,
			`--path=${ directory }`,
			'--allow-root',
			...args,
		] );
	const script = ( name: string ): Promise< string > =>
		wp( 'eval', `require '${ PROJECT }/tests/environment/${ name }.php';` );
	await wp(
		'core',
		'install',
		`--url=${ url }`,
		'--title=Boutique de démonstration',
		`--admin_user=${ ADMIN.user }`,
		`--admin_password=${ ADMIN.password }`,
		'--admin_email=admin@example.test',
		'--skip-email'
	);
	for ( const plugin of activate ) {
		await wp( 'plugin', 'activate', plugin );
	}
	if ( activate.includes( 'woocommerce' ) ) {
		await script( 'seed' );
	}
	const dump = path.join( directory, 'site.sql' );
	await database.dump( DATABASE, dump );
	const server = startProcess(
		'php',
		[
			'-d',
			'memory_limit=512M',
			// It lasts: what it has compiled stays in its memory.
			'-d',
			'opcache.file_cache_only=0',
			'-d',
			'opcache.file_cache=',
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			directory,
			path.join( PROJECT, 'tests/environment/router.php' ),
		],
		{ env: { PHP_CLI_SERVER_WORKERS: WORKERS } }
	);
	await waitFor( 'The web server', () =>
		fetch( `${ url }/wp-login.php` ).then(
			( response ) => response.ok,
			() => false
		)
	);
	return {
		url,
		directory,
		wp,
		script,
		reset: () => database.restore( DATABASE, dump ),
		environment: {
			ORDERINVOICER_SITE_DIR: directory,
			ORDERINVOICER_SITE_URL: url,
			ORDERINVOICER_SITE_DUMP: dump,
			ORDERINVOICER_SITE_SOCKET: database.socket,
			ORDERINVOICER_SANDBOX_URL: sandboxUrl,
			ORDERINVOICER_WP_CLI: cli,
			ORDERINVOICER_WOOCOMMERCE_KIND: woocommerce?.kind ?? 'none',
		},
		stop: async () => {
			await server.stop();
			await rm( directory, { recursive: true, force: true } );
		},
	};
};
