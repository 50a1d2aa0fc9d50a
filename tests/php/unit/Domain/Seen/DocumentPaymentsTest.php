<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Seen;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Seen\NewestPayments;
use OrderInvoicer\Domain\Seen\PaymentLink;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Domain\Work\CallBudget;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeObservations;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A list gives 20.00 of a payment of 20.00.
 *
 * @assumes amount-in-list
 */
final class DocumentPaymentsTest extends TestCase {

	/** @return iterable<string, array{string, string|null}> */
	public static function days(): iterable {
		yield 'midnight of no zone' => [ '2026-03-02 00:00:00', 'as assumed: midnight' ];
		yield 'midnight in the shop' => [ '2026-03-01 23:00:00', 'otherwise: another-zone' ];
		yield 'an hour of the day' => [ '2026-03-02 11:00:00', null ];
		yield 'midnight and a minute' => [ '2026-03-01 23:01:00', null ];
	}

	/** People enter a day, and it decides whether a refund of that day came before the money. */
	#[DataProvider( 'days' )]
	public function test_a_day_that_was_entered_shows_how_sellsy_keeps_days( string $paid_at, ?string $seen ): void {
		$world = new World( finalise: true );

		$world->seen->is_on = true;
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->pass_time( 60 );
		$world->newest_payments->by_hand(
			$world->row()->remote_id,
			'5',
			paid_at: new \DateTimeImmutable( "$paid_at UTC" )
		);
		$world->pass_time( 60 );
		self::assertSame( $seen, $world->observations->seen['day-of-payment'] ?? null );
	}

	/** @testWith ["5", "otherwise: whole"]
	 *            ["20", ""]
	 *            ["", ""]
	 */
	public function test_only_a_payment_that_stands_there_in_part_shows_what_a_list_gives(
		string $linked,
		string $seen,
	): void {
		$links    = $linked === ''
			? [] // Taken off since, or Sellsy does not name it.
			: [ new PaymentLink( DocumentKind::Order, 7, Decimal::from_string( $linked ) ) ];
		$payments = $this->createStub( NewestPayments::class );
		$payments->method( 'of_document' )->willReturn( [ self::payment( [] ) ] );
		$payments->method( 'payment' )->willReturn( self::payment( $links ) );
		$observations = new FakeObservations();

		( new DocumentPayments( $payments, $observations ) )->read(
			DocumentKind::Order,
			7,
			new CallBudget( 9, static fn (): bool => true )
		);

		self::assertSame( $seen, $observations->seen['amount-in-list'] ?? '' );
	}

	/** @param list<PaymentLink> $links */
	private static function payment( array $links ): SeenPayment {
		return new SeenPayment(
			id: 1,
			counts: true,
			currency: 'EUR',
			amount: Decimal::from_string( '20' ),
			paid_at: null,
			links: $links
		);
	}
}
