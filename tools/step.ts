/** Whoever waits longer than this is told for how long already. */
const PATIENCE = 5_000;

const seconds = ( since: number ): number => ( Date.now() - since ) / 1000;

/** Rewrites its own line where somebody looks on; a file gets one line in ten seconds. */
const telling = ( text: string, start: number ): ( () => void ) => {
	const isWatched = process.stdout.isTTY;
	let said = 0;
	const timer = setInterval( () => {
		const passed = seconds( start );
		if ( passed * 1000 < PATIENCE ) {
			return;
		}
		if ( isWatched ) {
			process.stdout.write(
				`\r\x1b[K${ text } … ${ passed.toFixed( 0 ) } s`
			);
		} else if ( passed - said >= 10 ) {
			said = passed;
			process.stdout.write( `${ passed.toFixed( 0 ) } s … ` );
		}
	}, 1_000 );
	return () => {
		clearInterval( timer );
		process.stdout.write( isWatched ? `\r\x1b[K${ text } … ` : '' );
	};
};

/** One thing that is waited for: what it is, for how long already, and how long it took. */
export const step = async < T >(
	text: string,
	work: () => Promise< T >
): Promise< T > => {
	const start = Date.now();
	process.stdout.write( `${ text } … ` );
	const stop = telling( text, start );
	try {
		const result = await work();
		stop();
		console.log( `${ seconds( start ).toFixed( 1 ) } s` );
		return result;
	} catch ( error ) {
		stop();
		console.log( 'failed' );
		throw error;
	}
};
