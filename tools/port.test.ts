import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import test from 'node:test';
import { freePort } from '../tests/environment/processes.ts';
import { port, UnusablePort } from './port.ts';

const NAME = 'ORDERINVOICER_TESTED_PORT';

const refused =
	( reason: RegExp ) =>
	( error: unknown ): boolean => {
		assert.ok( error instanceof UnusablePort );
		assert.match( error.message, reason );
		assert.match(
			error.message,
			/ORDERINVOICER_TESTED_PORT=\d+ npm start/
		);
		return true;
	};

test( 'the usual port is taken unless another is named', async () => {
	const usual = await freePort();
	assert.equal( await port( NAME, usual ), usual );
	process.env[ NAME ] = String( await freePort() );
	assert.equal( await port( NAME, usual ), Number( process.env[ NAME ] ) );
	delete process.env[ NAME ];
} );

test( 'a port that is taken is named with what to do', async () => {
	const server = createServer();
	await once( server.listen( 0, '127.0.0.1' ), 'listening' );
	const address = server.address();
	assert.ok( typeof address === 'object' && address !== null );
	await assert.rejects( port( NAME, address.port ), refused( /is taken/ ) );
	server.close();
} );

test( 'what is no port is named with what to do', async () => {
	for ( const wrong of [ 'abc', '0', '65536', '80.5' ] ) {
		process.env[ NAME ] = wrong;
		await assert.rejects( port( NAME, 8080 ), refused( /must be a port/ ) );
	}
	delete process.env[ NAME ];
} );

test( 'a port that fetch never calls is named before anything waits for it', async () => {
	await assert.rejects(
		port( NAME, 4190 ),
		refused( /no browser calls it/ )
	);
} );
