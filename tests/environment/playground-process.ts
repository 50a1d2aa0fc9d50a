/**
 * Playground in a process of its own. It can be ended at once, whatever its PHP is doing, and nothing of it writes on
 * where a run is removing its folders. Whoever started it sends PHP code and gets what that printed.
 */
import { runCLI } from '@wp-playground/cli';
import { number, object, parse, string } from 'zod/mini';
import type { PlaygroundAnswer } from './playground.ts';

const Question = object( { id: number(), code: string() } );

const answer = ( message: PlaygroundAnswer ): void => {
	process.send?.( message );
};

const main = async (): Promise< void > => {
	const options: Parameters< typeof runCLI >[ 0 ] & { command: 'server' } =
		JSON.parse( process.argv[ 2 ] ?? '{}' );
	const server = await runCLI( options );
	process.on( 'message', ( message ) => {
		const { id, code } = parse( Question, message );
		server.playground
			.run( { code } )
			.then( ( { exitCode, errors, text } ) =>
				answer( { id, exitCode, errors, text } )
			)
			.catch( ( error: unknown ) =>
				answer( { id, exitCode: 1, errors: String( error ), text: '' } )
			);
	} );
	process.on( 'SIGTERM', () => {
		void server[ Symbol.asyncDispose ]().finally( () => process.exit() );
	} );
	process.on( 'disconnect', () => process.exit() );
	answer( { id: 0, exitCode: 0, errors: '', text: server.serverUrl } );
};

main().catch( ( error: unknown ) => {
	console.error( error );
	process.exit( 1 );
} );
