<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

use PHPUnit\Framework\Assert;

/** Processes that do the same at once, on every core that there is: the suite itself keeps to one. */
final class SideBySide {

	/** At most: each process loads WordPress and WooCommerce before the start shot. */
	private const LOADING_SECONDS = 180;

	/**
	 * @param list<string> $script What PHP is given; "#" stands for the number of the process.
	 *
	 * @return list<string> what each printed.
	 */
	public static function run( int $processes, array $script ): array {
		$start   = self::start();
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
		self::fire( $start, $processes );
		$printed = [];
		foreach ( $running as [ $process, $output ] ) {
			$printed[] = trim( (string) stream_get_contents( $output ) );
			Assert::assertSame( 0, proc_close( $process ), end( $printed ) );
		}
		array_map( 'unlink', (array) glob( "$start/*" ) );
		rmdir( $start );
		return $printed;
	}

	/** A folder in which each process says that it is ready (at-once.php). */
	private static function start(): string {
		$folder = sys_get_temp_dir() . '/orderinvoicer-start-' . bin2hex( random_bytes( 8 ) );
		mkdir( $folder );
		putenv( "ORDERINVOICER_START=$folder" );
		return $folder;
	}

	private static function fire( string $start, int $processes ): void {
		putenv( 'ORDERINVOICER_START' );
		$until = microtime( true ) + self::LOADING_SECONDS;
		do {
			usleep( 1000 );
			$ready = count( (array) glob( "$start/ready-*" ) );
		} while ( $ready < $processes && microtime( true ) < $until );
		Assert::assertSame( $processes, $ready, 'All are ready.' );
		touch( "$start/go" );
	}

	/** @return list<string> */
	private static function on_all_cores(): array {
		$cores = (string) getenv( 'ORDERINVOICER_CORES' );
		return '' === $cores ? [] : [ 'taskset', '-c', $cores ];
	}
}
