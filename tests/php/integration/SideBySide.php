<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use PHPUnit\Framework\Assert;

/** Processes that do the same at once, on every core that there is: the suite itself keeps to one. */
final class SideBySide {

	/**
	 * @param list<string> $script What PHP is given; "#" stands for the number of the process.
	 *
	 * @return list<string> what each printed.
	 */
	public static function run( int $processes, array $script ): array {
		$running = [];
		for ( $number = 0; $number < $processes; $number++ ) {
			$process = proc_open(
				[ ...self::on_all_cores(), PHP_BINARY, ...str_replace( '#', (string) $number, $script ) ],
				[
					1 => [ 'pipe', 'w' ],
					2 => STDERR,
				],
				$pipes
			);
			Assert::assertIsResource( $process );
			$running[] = [ $process, $pipes[1] ];
		}
		$printed = [];
		foreach ( $running as [ $process, $output ] ) {
			$printed[] = trim( (string) stream_get_contents( $output ) );
			Assert::assertSame( 0, proc_close( $process ), end( $printed ) );
		}
		return $printed;
	}

	/** @return list<string> */
	private static function on_all_cores(): array {
		$cores = (string) getenv( 'ORDERINVOICER_CORES' );
		return '' === $cores ? [] : [ 'taskset', '-c', $cores ];
	}
}
