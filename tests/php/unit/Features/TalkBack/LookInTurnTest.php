<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** A shop with a hundred pages of open invoices: none of the rounds takes all calls from the others. */
final class LookInTurnTest extends TestCase {

	private const INVOICES = 130;
	private const OPEN     = 100;
	private const PAGE     = 1;
	private const RARELY   = 4 * 3600;
	private const PASSES   = 330; // Of a day: 22 hours, and the calls of a round.

	private World $world;

	protected function setUp(): void {
		$this->world              = new World( finalise: true );
		$this->world->seen->is_on = true;
		$this->world->gaps->page  = self::PAGE;
		for ( $id = 1; $id <= self::INVOICES; $id++ ) {
			$this->world->order( $id );
			$this->world->shop->orders[ $id ] = new OrderSnapshot(
				...[
					...get_object_vars( $this->world->shop->orders[ $id ] ),
					'paid_at' => null,
					'status'  => 'on-hold',
				]
			);
			$this->world->fire( $id );
		}
		$this->world->due->run( 600 );
		$paid = array_flip( array_slice( array_keys( $this->world->sellsy->documents ), self::OPEN ) );
		foreach ( $this->world->sellsy->documents as $document ) {
			$this->give( $document, isset( $paid[ $document->id ] ) ? 'paid' : 'due' );
		}
	}

	/** Those that are paid stand in no list of open ones: the round of a day notices them. */
	public function test_of_many_invoices_each_cancellation_is_noticed_within_its_round(): void {
		$this->passes( 60 );
		$all = $this->world->sellsy->documents;
		foreach ( [ ...array_slice( $all, 0, 20 ), ...array_slice( $all, self::OPEN, 25 ) ] as $document ) {
			$this->give( $document, 'cancelled' );
		}
		$this->passes( self::PASSES );
		self::assertCount( 45, $this->cancelled() );
		foreach ( [ [ Round::Open, '-7 hours' ], [ Round::Recent, '-26 hours' ] ] as [ $round, $since ] ) {
			$look = $this->world->engine->looks()->round( DocumentKind::Invoice, $round );
			self::assertGreaterThan( $this->world->clock->now()->modify( $since ), $look->whole_at, $round->value );
		}
	}

	/** The round of open ones takes it for paid, and marks it in each pass: that of the day reads it all the same. */
	public function test_the_only_invoice_of_a_shop_is_seen_to_be_cancelled_though_its_passes_are_rare(): void {
		$world              = new World( finalise: true );
		$this->world        = $world;
		$world->seen->is_on = true;
		$method             = [
			'gateway'   => 'stripe',
			'method_id' => 4,
		];
		$world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'methods' => [ $method ],
				],
			]
		);
		$world->clock->advance( 660 ); // The open ones have the first turn.
		$world->order( 1 );
		$world->fire( 1 );
		$this->passes( 2, self::RARELY );
		$world->payments->links = [];
		$this->passes( 2, self::RARELY );
		self::assertSame( ProblemCode::PaymentGone, array_column( $world->shop->problems, 'code' )[0] ?? null );
		foreach ( $world->sellsy->documents as $document ) {
			$this->give( $document, 'cancelled' );
		}
		$this->passes( 12, self::RARELY );
		self::assertCount( 1, $this->cancelled() );
	}

	/** @return list<int> */
	private function cancelled(): array {
		return array_values(
			array_filter(
				array_keys( $this->world->report->rows ),
				fn ( int $id ): bool => $this->world->row( $id )->problem?->code === ProblemCode::DocumentCancelled
			)
		);
	}

	private function give( RemoteDocument $document, string $status ): void {
		$this->world->sellsy->documents[ $document->id ] = new RemoteDocument(
			...[
				...get_object_vars( $document ),
				'status' => $status,
			]
		);
	}

	private function passes( int $passes, int $seconds = 300 ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( $seconds );
			$this->world->sweep->run();
		}
	}
}
