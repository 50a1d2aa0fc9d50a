import { rm } from 'node:fs/promises';
import path from 'node:path';
import { execute, run, startProcess, waitFor } from './processes.ts';
import { fastTemporaryDirectory } from './temporary.ts';

export type MariaDb = {
	socket: string;
	create: ( name: string ) => Promise< void >;
	dump: ( name: string, file: string ) => Promise< void >;
	restore: ( name: string, file: string ) => Promise< void >;
	stop: () => Promise< void >;
};

const asRoot = process.getuid?.() === 0 ? [ '--user=root' ] : [];

/**
 * A database server of our own: its folder, its socket, no port; gone when stopped. Durability is switched off,
 * isolation and locks are not.
 */
export const startMariaDb = async (): Promise< MariaDb > => {
	const directory = await fastTemporaryDirectory( 'db' );
	const data = path.join( directory, 'data' );
	const socket = path.join( directory, 'socket' );
	// A server that starts clears the temporary folder of tables, also of those of another server that is just
	// starting.
	const options = { env: { TMPDIR: directory } };
	await run(
		'mariadb-install-db',
		[
			'--no-defaults',
			`--datadir=${ data }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			...asRoot,
		],
		options
	);
	const server = startProcess(
		'mariadbd',
		[
			'--no-defaults',
			`--datadir=${ data }`,
			`--socket=${ socket }`,
			'--skip-networking',
			'--max-connections=200',
			'--innodb-flush-log-at-trx-commit=0',
			'--innodb-doublewrite=0',
			// Which tables were written: the integration suite puts back these alone.
			'--userstat=1',
			'--character-set-server=utf8mb4',
			...asRoot,
		],
		{ ...options, ends: 'SIGKILL' }
	);
	const client = [ '--no-defaults', `--socket=${ socket }`, '--user=root' ];
	await waitFor(
		'MariaDB',
		async () =>
			( await execute( 'mariadb', [ ...client, '-e', 'SELECT 1' ] ) )
				.code === 0
	);
	return {
		socket,
		create: async ( name ) => {
			await run( 'mariadb', [
				...client,
				'-e',
				`CREATE DATABASE ${ name } DEFAULT CHARACTER SET utf8mb4`,
			] );
		},
		dump: async ( name, file ) => {
			await run( 'mariadb-dump', [
				...client,
				'--add-drop-table',
				// Four statements for each table that is put back: nobody else writes meanwhile, and InnoDB knows no
				// disabled keys.
				'--skip-add-locks',
				'--skip-disable-keys',
				`--result-file=${ file }`,
				name,
			] );
		},
		restore: async ( name, file ) => {
			await run( 'sh', [
				'-c',
				'mariadb --no-defaults --socket="$1" --user=root "$2" < "$3"',
				'restore',
				socket,
				name,
				file,
			] );
		},
		stop: async () => {
			await server.stop();
			await rm( directory, { recursive: true, force: true } );
		},
	};
};
