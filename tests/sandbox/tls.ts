/**
 * The sandbox by TLS, with a certificate made at start: npx tsx tests/sandbox/tls.ts <address of the sandbox> <folder>
 *
 * What comes in is handed on as it is. The folder gets the certificate; the first line printed is the port, and each
 * connection prints another.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';

const [ url = '', folder = '' ] = process.argv.slice( 2 );
const sandbox = new URL( url );
const key = join( folder, 'key.pem' );
const cert = join( folder, 'certificate.pem' );

execFileSync(
	'openssl',
	[
		...[ 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2' ],
		...[ '-keyout', key, '-out', cert, '-subj', '/CN=127.0.0.1' ],
		...[ '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost' ],
	],
	{ stdio: 'ignore' }
);

const server = createServer(
	{ key: readFileSync( key ), cert: readFileSync( cert ) },
	( incoming ) => {
		console.log( 'connection' );
		const outgoing = connect( Number( sandbox.port ), sandbox.hostname );
		incoming.pipe( outgoing ).pipe( incoming );
		incoming.on( 'error', () => outgoing.destroy() );
		outgoing.on( 'error', () => incoming.destroy() );
		outgoing.on( 'close', () => incoming.destroy() );
	}
);
server.listen( 0, '127.0.0.1', () => {
	const address = server.address();
	console.log( typeof address === 'object' ? address?.port : '' );
} );
