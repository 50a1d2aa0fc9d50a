<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

use PHPUnit\Event;
use PHPUnit\Runner\Extension\Extension;
use PHPUnit\Runner\Extension\Facade;
use PHPUnit\Runner\Extension\ParameterCollection;
use PHPUnit\TextUI\Configuration\Configuration;

/**
 * Which test classes come by which probe, and how long each takes: written to a file once all have run, where one is
 * named. A fault that makes a test run for ever ends it.
 */
final class Seen implements Extension, Event\Tracer\Tracer {

	/** Of the processor: on a busy machine a test takes no more of these. */
	private const SECONDS_OF_A_TEST = 60;

	/** @var array<int, array<string, true>> */
	private static array $tests = [];

	/** @var array<string, float> */
	private static array $seconds = [];
	private static string $test   = '';
	private static float $since   = 0;

	/** Null, so that `Seen::at( 7 ) ?? ( what stood there )` is what stood there. */
	public static function at( int $probe ): ?bool {
		self::$tests[ $probe ][ self::$test ] = true;
		return null;
	}

	public function bootstrap( Configuration $configuration, Facade $facade, ParameterCollection $parameters ): void {
		$facade->registerTracer( $this );
	}

	public function trace( Event\Event $event ): void {
		$test = match ( true ) {
			$event instanceof Event\Test\DataProviderMethodCalled => $event->testMethod(),
			$event instanceof Event\Test\PreparationStarted       => $event->test(),
			default                                               => null,
		};
		if ( $test instanceof Event\Code\TestMethod || $test instanceof Event\Code\ClassMethod ) {
			set_time_limit( self::SECONDS_OF_A_TEST );
			$this->turn_to( $test->className() );
		} elseif ( $event instanceof Event\TestRunner\ExecutionFinished && getenv( 'MUTANTS_SEEN' ) !== false ) {
			$this->turn_to( '' );
			unset( self::$seconds[''] );
			file_put_contents( getenv( 'MUTANTS_SEEN' ), serialize( [ self::$tests, self::$seconds ] ) );
		}
	}

	/** @param class-string|'' $name */
	private function turn_to( string $name ): void {
		$now                          = microtime( true );
		self::$seconds[ self::$test ] = ( self::$seconds[ self::$test ] ?? 0 ) + $now - self::$since;
		self::$since                  = $now;
		self::$test                   = $name === '' ? '' : self::file( $name );
	}

	/** @param class-string $name */
	private static function file( string $name ): string {
		return str_replace( getcwd() . '/', '', (string) ( new \ReflectionClass( $name ) )->getFileName() );
	}
}
