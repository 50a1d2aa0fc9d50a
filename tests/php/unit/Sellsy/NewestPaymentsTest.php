<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\PaymentLink;
use OrderInvoicer\Sellsy\Mapping\SeenPaymentMapping;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;
use OrderInvoicer\Sellsy\SellsyNewestPayments;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Payments of everybody: their list, and what of each stands on which document.
 *
 * @assumes day-of-payment
 * @assumes newest-payments
 */
final class NewestPaymentsTest extends AdapterTestCase {

	private const PAYMENT = [
		'id'              => 9,
		'number'          => null,
		'paid_at'         => '2026-03-01T10:00:00+00:00',
		'status'          => 'confirmed',
		'type'            => 'credit',
		'currency'        => 'EUR',
		'amounts'         => [
			'total'     => '100.00',
			'remaining' => '0.00',
		],
		'related_objects' => [
			[
				'id'            => 5,
				'type'          => 'invoice',
				'amount_linked' => '40.00',
			],
			[
				'id'            => 6,
				'type'          => 'order',
				'amount_linked' => '60.00',
			],
		],
	];

	private SellsyNewestPayments $payments;

	protected function setUp(): void {
		parent::setUp();
		$this->payments = new SellsyNewestPayments(
			new CustomerPayments( $this->client, new FakeFindings() ),
			new DocumentLinks( $this->client ),
			new SeenPaymentMapping()
		);
	}

	public function test_newest_first_without_a_filter_and_each_names_its_documents(): void {
		$this->answer_list( [ self::PAYMENT ], 'WzldCg==' );
		$page = $this->payments->page( '' );
		self::assertSame( 'WzldCg==', $page->next );
		$links = array_map(
			static fn ( PaymentLink $link ): array => [ $link->kind, $link->document_id, $link->amount->to_string() ],
			$page->payments[0]->links
		);
		self::assertSame( [ [ DocumentKind::Invoice, 5, '40' ], [ DocumentKind::Order, 6, '60' ] ], $links );
		self::assertTrue( $page->payments[0]->counts );
	}

	/** In France it begins an hour or two before that of Greenwich. */
	public function test_a_day_without_an_hour_stays_one_in_its_time_zone(): void {
		$this->answer_list( [ [ 'paid_at' => '2026-03-02T00:00:00+01:00' ] + self::PAYMENT ], '' );
		$paid_at = $this->payments->page( '' )->payments[0]->paid_at;
		self::assertSame( '2026-03-02 00:00', $paid_at?->format( 'Y-m-d H:i' ) );
	}

	public function test_an_empty_page_is_the_end(): void {
		$this->answer_list( [], 'WzldCg==' );
		self::assertSame( '', $this->payments->page( 'WzldCg==' )->next );
	}

	/** @return iterable<string, array{string, string}> status, type. */
	public static function no_money_in(): iterable {
		yield 'pending' => [ 'pending', 'credit' ];
		yield 'rejected' => [ 'rejected', 'credit' ];
		yield 'failed' => [ 'failed', 'credit' ];
		yield 'refund' => [ 'refund', 'credit' ];
		yield 'paid back' => [ 'confirmed', 'debit' ];
	}

	#[DataProvider( 'no_money_in' )]
	public function test_only_confirmed_money_in_counts( string $status, string $type ): void {
		$this->answer(
			[
				'status' => $status,
				'type'   => $type,
			] + self::PAYMENT
		);
		$payment = $this->payments->payment( 9 );
		self::assertSame( [ false, $type === 'debit' ], [ $payment->counts, $payment->is_debit ] );
	}

	public function test_the_list_of_a_document_is_of_another_shape(): void {
		$listed = array_diff_key( self::PAYMENT, array_flip( [ 'amounts', 'currency', 'related_objects' ] ) );
		$this->answer_list(
			[
				$listed + [
					'amount' => [
						'value'    => '40.00',
						'currency' => 'EUR',
					],
				],
			],
			''
		);
		$payments = $this->payments->of_document( DocumentKind::Invoice, 5 );
		$one      = $payments[0];
		self::assertSame( [ 9, '40', 'EUR' ], [ $one->id, $one->amount?->to_string(), $one->currency ] );
	}
}
