<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\TalkBack\CallBudget;
use OrderInvoicer\Domain\TalkBack\DocumentPayments;
use OrderInvoicer\Domain\TalkBack\NewestPayments;
use OrderInvoicer\Domain\TalkBack\PaymentLink;
use OrderInvoicer\Domain\TalkBack\SeenPayment;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeObservations;
use PHPUnit\Framework\TestCase;

/**
 * A list gives 20.00 of a payment of 20.00.
 *
 * @assumes amount-in-list
 */
final class DocumentPaymentsTest extends TestCase {

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
