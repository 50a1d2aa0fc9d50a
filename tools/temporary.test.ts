import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

/** Two seconds long, whatever it is told: as a database that is shutting down. */
const BUSY = `trap '' TERM; i=0; while [ $i -lt 200 ]; do i=$((i+1)); mkdir -p "$1/d"; : > "$1/d/$i"; sleep 0.01; done`;

const RUN = `
const { startProcess } = require( './tests/environment/processes.ts' );
const { temporaryDirectory } = require( './tests/environment/temporary.ts' );
temporaryDirectory( 'test' ).then( ( directory ) => {
	console.log( directory );
	startProcess( 'sh', [ '-c', ${ JSON.stringify( BUSY ) }, 'sh', directory ], { ends: 'SIGKILL' } );
	setTimeout( () => process.kill( process.pid, 'SIGINT' ), 500 );
} );
`;

test( 'a run that is broken off leaves no folder and no trace, though a server still writes there', () => {
	const { stdout, stderr, status } = spawnSync(
		process.execPath,
		[ '--import', 'tsx', '-e', RUN ],
		{ encoding: 'utf8' }
	);
	assert.match( stdout, /orderinvoicer-test-/ );
	assert.equal( existsSync( stdout.trim() ), false );
	assert.equal( stderr, '' );
	assert.equal( status, 130 );
} );
