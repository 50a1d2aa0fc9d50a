<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderSheet;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\OrderSheet\RecordedMoney;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Where nobody knows what Sellsy holds, the order box says no sum: unknown is never none. */
final class UnknownMoneyTest extends TestCase {

	/** @return iterable<string, array{string, bool}> the request whose answer is lost; whether it was done. */
	public static function lost(): iterable {
		yield 'recorded, and nobody heard of it' => [ 'create_payment', true ];
		yield 'nobody knows whether it was recorded' => [ 'create_payment', false ];
		yield 'recorded, and perhaps not set against the invoice' => [ 'link_payment', true ];
	}

	#[DataProvider( 'lost' )]
	public function test_an_answer_was_lost( string $request, bool $is_done ): void {
		$world = $this->world( finalise: true );
		$world->sellsy->plan( $request, FailureKind::OutcomeUnknown, $is_done );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertNull( $this->money( $world ) );
		$world->pass_time( 60 );
		self::assertSame( 1200, $this->money( $world )?->paid, 'Found, or recorded now.' );
	}

	public function test_somebody_recorded_a_part_in_sellsy(): void {
		$world = $this->world( finalise: false );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->newest_payments->by_hand( $world->row()->remote_id, '5' );
		$world->change_settings( [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertNull( $this->money( $world ) );
	}

	private function world( bool $finalise ): World {
		$world = new World( finalise: $finalise );
		$world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$world->order( 1 );
		return $world;
	}

	private function money( World $world ): ?RecordedMoney {
		return $world->engine->read_order_sheet()->read( 1 )->documents[1]->money;
	}
}
