<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\AssertionFailedError;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Every question of a pass to our tables, and every one about the order and its refunds, fails once. Afterwards everything is
 * done right: nothing twice, no wrong money. It takes minutes: `npm run test:faults`.
 */
#[Group( 'faults' )]
#[Group( 'real-woocommerce' )]
final class FaultWalkTest extends IntegrationTestCase {

	/** Orders until the shop is emptied: the sandbox tells all it holds. */
	private const FRESH = 25;

	/** @param class-string<Scene> $class */
	#[DataProvider( 'scenes' )]
	public function test_whichever_question_fails( string $class ): void {
		$scene    = new $class( new SandboxShop( $this->allow_sandbox() ) );
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		$wrong    = [];
		$refused  = 0;
		do {
			if ( $refused % self::FRESH === 0 ) {
				$scene->open();
			}
			++$refused;
			$scene->prepare();
			$database->while( $scene->pass( ... ), $refused );
			$when = "$refused: {$database->refused_question()}";
			$scene->resume();
			try {
				$scene->check( $when );
			} catch ( AssertionFailedError $failed ) {
				$wrong[] = $failed->getMessage();
				$scene->open();
			}
		} while ( $database->has_refused() );
		fwrite( STDERR, "$class: $refused questions\n" );
		self::assertSame( [], $wrong, count( $wrong ) . " of $refused" );
		self::assertGreaterThan( 50, $refused, 'There was something to refuse.' );
	}

	/** @return iterable<string, array{class-string<Scene>}> */
	public static function scenes(): iterable {
		yield 'create, finalise, pay, e-mail' => [ PaidOrder::class ];
		yield 'refund' => [ RefundedOrder::class ];
		yield 'follow an edited order' => [ EditedOrder::class ];
	}
}
