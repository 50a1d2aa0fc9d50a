<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Balance\WatchBalances;
use OrderInvoicer\Domain\FollowUps\MissedEventScanner;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\HeldEmailRunner;
use OrderInvoicer\Domain\Work\RepairCopies;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\AssertionFailedError;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * Every question of a pass to our tables, and every one about the order and its refunds, fails once; of those that are
 * asked again and again from one place the first. Afterwards everything is done right: nothing twice, no wrong money.
 */
#[Group( 'faults' )]
#[Group( 'real-woocommerce' )]
final class FaultWalkTest extends IntegrationTestCase {

	/** Orders until the shop is emptied: the sandbox tells all that it holds. */
	private const FRESH = 25;

	/** What a pass asks for these is about the scene. All else is the same in each, and fails in one of them. */
	private const WORK = [
		DueTaskRunner::class,
		HeldEmailRunner::class,
		MissedEventScanner::class,
		RepairCopies::class,
		WatchBalances::class,
	];

	/** @var array<string, string> questions by place, which failed in a scene before. */
	private static array $failed = [];

	/** @param class-string<Scene> $class */
	#[DataProvider( 'scenes' )]
	public function test_whichever_question_fails( string $class ): void {
		$scene    = new $class( new SandboxShop( $this->allow_sandbox() ) );
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		$scene->open();
		$scene->prepare();
		$database->while( $scene->pass( ... ) );
		$asked  = $database->places();
		$places = array_keys( array_diff_key( $asked, self::$failed ) );
		$wrong  = [];
		foreach ( $places as $i => $place ) {
			if ( $i % self::FRESH === 0 ) {
				$scene->open();
			}
			$scene->prepare();
			$database->while( $scene->pass( ... ), $place );
			$scene->resume();
			if ( $database->refused === '' ) { // Asked in a new shop only, and the first time only.
				$scene->open();
				$scene->prepare();
				$database->while( $scene->pass( ... ), $place );
				$scene->resume();
			}
			try {
				$scene->check( $database->refused );
			} catch ( AssertionFailedError $failed ) {
				$wrong[] = $failed->getMessage();
				$scene->open();
			}
		}
		self::assertSame( [], $wrong, count( $wrong ) . ' of ' . count( $places ) );
		self::assertGreaterThan( 50, count( $asked ), 'There was something to refuse.' );
		self::$failed += array_filter( $asked, self::is_the_same_in_each( ... ), ARRAY_FILTER_USE_KEY );
	}

	private static function is_the_same_in_each( string $place ): bool {
		return array_filter( self::WORK, static fn ( string $class ): bool => str_contains( $place, $class ) ) === [];
	}

	/** @return iterable<string, array{class-string<Scene>}> */
	public static function scenes(): iterable {
		yield 'create, finalise, pay, e-mail' => [ PaidOrder::class ];
		yield 'an e-mail that waits for its invoice' => [ HeldOrder::class ];
		yield 'refund' => [ RefundedOrder::class ];
		yield 'follow an edited order' => [ EditedOrder::class ];
	}
}
