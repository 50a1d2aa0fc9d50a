export type Counts = { passed: number; failed: number; skipped: number };

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

export const add = ( a: Counts, b: Counts ): Counts => ( {
	passed: a.passed + b.passed,
	failed: a.failed + b.failed,
	skipped: a.skipped + b.skipped,
} );

export const inWords = ( { passed, failed, skipped }: Counts ): string =>
	`${ passed } passed, ${ failed } failed, ${ skipped } skipped`;

/**
 * A runner that ends badly failed, whatever it counted: nothing green comes from a crash.
 */
export const withExitCode = ( counts: Counts, code: number ): Counts =>
	code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

const attribute = ( tag: string, name: string ): number =>
	Number( new RegExp( ` ${ name }="(\\d+)"` ).exec( tag )?.[ 1 ] ?? 0 );

/**
 * PHPUnit's --log-junit: the first <testsuite> holds the sums.
 */
export const fromJunit = ( xml: string ): Counts => {
	const tag = /<testsuite [^>]*>/.exec( xml )?.[ 0 ] ?? '';
	const failed = attribute( tag, 'failures' ) + attribute( tag, 'errors' );
	const skipped = attribute( tag, 'skipped' );
	return {
		passed: attribute( tag, 'tests' ) - failed - skipped,
		failed,
		skipped,
	};
};

/**
 * The last lines of Node's own test runner: "ℹ pass 12", or "# pass 12" where the output is no terminal.
 */
export const fromNodeTest = ( output: string ): Counts => {
	const read = ( name: string ): number =>
		Number(
			new RegExp( `^(?:ℹ|#) ${ name } (\\d+)$`, 'm' ).exec(
				output
			)?.[ 1 ] ?? 0
		);
	return {
		passed: read( 'pass' ),
		failed: read( 'fail' ) + read( 'cancelled' ),
		skipped: read( 'skipped' ) + read( 'todo' ),
	};
};
