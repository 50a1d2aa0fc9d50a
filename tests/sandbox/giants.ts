import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

/** An answer that nobody can want: far too long, on the wire or once it is unpacked, or not what it says it is. */
export interface Giant {
	body: Readable | Buffer;
	encoding: string | null;
}

const MEGABYTE = 1024 * 1024;
const HUGE = 300;
const UNPACKED = 200;

export function giant( mode: string ): Giant | null {
	switch ( mode ) {
		case 'huge':
			return { body: Readable.from( megabytes() ), encoding: null };
		case 'gzip-bomb':
			return { body: bomb(), encoding: 'gzip' };
		case 'gzip-twice':
			return { body: gzipSync( bomb() ), encoding: 'gzip' };
		case 'gzip-broken':
			return {
				body: gzipSync( '{"id":1}' ).fill( 'x', 10, 16 ),
				encoding: 'gzip',
			};
		default:
			return null;
	}
}

function* megabytes(): Generator< Buffer > {
	yield Buffer.from( '{"id":1,"note":"' );
	for ( let written = 0; written < HUGE; written++ ) {
		yield Buffer.alloc( MEGABYTE, 'x' );
	}
	yield Buffer.from( '"}' );
}

function bomb(): Buffer {
	return gzipSync( Buffer.alloc( UNPACKED * MEGABYTE, '[' ) );
}
