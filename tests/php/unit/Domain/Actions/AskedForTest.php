<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** What a person may ask for: trigger and start date are no obstacle, an order that is no sale is one. */
final class AskedForTest extends TestCase {

	/** @return array<string, array{string, bool}> */
	public static function statuses(): array {
		return [
			'not paid yet'                => [ 'pending', true ],
			'waits for a bank transfer'   => [ 'on-hold', true ],
			'paid'                        => [ 'processing', true ],
			'a status of another plugin'  => [ 'packed', true ],
			'sold, and given back'        => [ 'refunded', true ],
			'cancelled'                   => [ 'cancelled', false ],
			'the payment failed'          => [ 'failed', false ],
			'not placed'                  => [ 'checkout-draft', false ],
		];
	}

	/** @dataProvider statuses */
	public function test_an_order_that_is_no_sale_is_refused_and_nothing_is_opened_for_it(
		string $status,
		bool $is_allowed,
	): void {
		$world = new World( finalise: true );
		$world->order( 1, status: $status );
		try {
			$world->sync_order->now( 1 );
			$refused = null;
		} catch ( NeedsAttention $stopped ) {
			$refused = $stopped->problem;
		}

		self::assertSame( $is_allowed, WorkflowSelector::may_be_asked_for( $status ) );
		self::assertSame( $is_allowed ? null : ProblemCode::NoLongerTriggered, $refused?->code );
		self::assertSame( $is_allowed, $world->ledger->for_order( 1 ) !== [] );
		self::assertSame( $is_allowed ? 1 : 0, $world->sellsy->count( 'create' ) );
	}

	public function test_an_order_that_is_cancelled_while_its_document_waits_gets_none_either(): void {
		$world = new World( finalise: true );
		$world->order( 1, status: 'pending' );
		$world->sellsy->plan( 'create', FailureKind::NotSent );
		$world->sync_order->now( 1 );
		self::assertSame( TaskState::Queued, $world->row()->state );
		$world->order( 1, status: 'cancelled' );
		$world->pass_time( 10 );

		self::assertSame(
			[ TaskState::Skipped, ProblemCode::NoLongerTriggered, 'yes' ],
			[ $world->row()->state, $world->row()->problem?->code, $world->row()->problem?->fact( 'asked' ) ]
		);
		self::assertSame( [], $world->sellsy->documents );
	}

	public function test_what_is_there_is_answered_whatever_became_of_the_order(): void {
		$world = new World();
		$world->order( 1 );
		$made = $world->sync_order->now( 1 );
		$world->order( 1, status: 'cancelled' );

		self::assertSame( $made?->remote_id, $world->sync_order->now( 1 )?->remote_id );
		$this->expectException( NeedsAttention::class );
		$world->sync_order->now( 1, DocumentKind::Estimate );
	}
}
