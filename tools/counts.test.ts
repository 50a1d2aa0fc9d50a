import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromJunit, fromNodeTest, withExitCode } from './counts.ts';

test( 'PHPUnit: failures, errors and skips are no passes', () => {
	const xml =
		'<testsuites>\n <testsuite name="x" tests="9" assertions="20" errors="1" failures="2" skipped="3" time="0.1">\n <testsuite name="inner" tests="9" errors="0" failures="0" skipped="0">';
	assert.deepEqual( fromJunit( xml ), { passed: 3, failed: 3, skipped: 3 } );
} );

test( 'Node: cancelled tests failed', () => {
	const output =
		'ℹ tests 5\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n';
	assert.deepEqual( fromNodeTest( output ), {
		passed: 2,
		failed: 2,
		skipped: 1,
	} );
} );

test( 'a runner that crashed before it counted has failed', () => {
	assert.equal( withExitCode( fromJunit( '' ), 255 ).failed, 1 );
	assert.equal( withExitCode( fromJunit( '' ), 0 ).failed, 0 );
} );
