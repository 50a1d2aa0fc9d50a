<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Preview;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Preview\CreditPreview;
use OrderInvoicer\Domain\Preview\PreviewOutcome;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** One order at 12.00, one product at 20 %, its invoice final: what is foreseen of its refunds. */
final class CreditPreviewTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->change_settings( [ 'creditnote' => self::switched( true ) ] );
		$this->world->order( 1 );
	}

	/** @return array<string, mixed> */
	private static function switched( bool $on ): array {
		return [
			'enabled'  => $on,
			'finalise' => Finalise::NOW,
		];
	}

	public function test_a_lump_sum_is_shown_and_nothing_is_made(): void {
		$this->invoice();
		$before = [
			$this->world->sellsy->documents,
			$this->world->ledger->for_order( 1 ),
			$this->world->shop->notes,
			count( $this->world->sellsy->calls ),
		];

		$preview = $this->of_amount( '5' );

		self::assertSame( 'made: 4.17 + 0.83 = 5.00, left 7.00, Sellsy agrees', $this->said( $preview ) );
		self::assertEquals(
			array_slice( $before, 0, 3 ),
			[ $this->world->sellsy->documents, $this->world->ledger->for_order( 1 ), $this->world->shop->notes ]
		);
		self::assertSame( [ 'get_document', 'compute' ], array_slice( $this->world->sellsy->calls, $before[3] ) );
	}

	public function test_it_is_what_the_credit_note_then_says(): void {
		$this->invoice();
		$foreseen = $this->of_amount( '5,00' );
		$this->add( 501, '5.00' );
		$entered = $this->of_refund( 501 );
		$this->credit();

		self::assertEquals( [ $foreseen->totals, $foreseen->left ], [ $entered->totals, $entered->left ] );
		self::assertSame(
			[ '4.17', '5' ],
			[ $this->note()->amounts->excl_tax->to_string(), $this->note()->amounts->incl_tax->to_string() ]
		);
	}

	public function test_after_two_partial_refunds_the_last_takes_what_is_left(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->credit();
		$this->add( 502, '5.00' );
		$this->credit();

		self::assertSame(
			'made: 1.66 + 0.33 = 1.99, left 0.01, Sellsy agrees',
			$this->said( $this->of_amount( '1.99' ) )
		);
		self::assertSame(
			'made: 1.67 + 0.33 = 2.00, left 0.00, Sellsy agrees',
			$this->said( $this->of_amount( '2' ) )
		);
	}

	public function test_refunds_that_wait_for_their_credit_notes_come_first(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->add( 502, '5.00' );

		self::assertSame(
			'made: 4.17 + 0.83 = 5.00, left 7.00, Sellsy agrees',
			$this->said( $this->of_refund( 501 ) )
		);
		self::assertSame(
			'held: 4.17 + 0.83 = 5.00, left 2.00, Sellsy agrees, waits_for_document',
			$this->said( $this->of_refund( 502 ) )
		);
		self::assertSame(
			'held: 1.67 + 0.33 = 2.00, left 0.00, Sellsy agrees, waits_for_document',
			$this->said( $this->of_amount( '2' ) )
		);
	}

	public function test_an_earlier_refund_that_needs_a_person_is_the_reason_why_the_next_one_waits(): void {
		$this->invoice();
		$this->add( 501, '4.00', '2.00', '0.40' );
		$this->add( 502, '5.00' );
		$this->credit();

		$rows = array_column(
			array_map(
				static fn ( $row ): array => [ $row->key->refund_id, $row->problem?->code->value ],
				$this->world->ledger->for_order( 1 )
			),
			1,
			0
		);
		self::assertSame( [ 'refund_lines_differ', 'waits_for_document' ], [ $rows[501], $rows[502] ] );
	}

	public function test_a_draft_is_said_to_wait_or_to_be_lowered_as_the_owner_chose(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => Finalise::MANUAL ] ] );
		$this->invoice();

		self::assertSame(
			'held: 4.17 + 0.83 = 5.00, left 7.00, Sellsy agrees, waits_for_invoice',
			$this->said( $this->of_amount( '5' ) )
		);

		$this->world->change_settings( [ 'refunds' => [ 'of_draft' => 'update' ] ] );
		self::assertSame( 'lowers_draft, left 7.00', $this->said( $this->of_amount( '5' ) ) );
		$this->add( 501, '5.00' );
		$this->credit();
		self::assertSame(
			'7',
			$this->world->sellsy->documents[ array_key_first(
				$this->world->sellsy->documents
			) ]->amounts->incl_tax->to_string()
		);
		self::assertSame( 'stops, refund_in_draft', $this->said( $this->of_refund( 501 ) ) );
		self::assertSame( 'lowers_draft, left 5.00', $this->said( $this->of_amount( '2' ) ) );
	}

	public function test_an_invoice_on_its_way_is_enough(): void {
		$this->world->fire( 1 );

		self::assertSame(
			'held: 4.17 + 0.83 = 5.00, left 7.00, not asked, waits_for_invoice',
			$this->said( $this->of_amount( '5' ) )
		);
	}

	public function test_without_an_invoice_there_is_nothing_to_credit(): void {
		self::assertSame( 'stops, invoice_missing', $this->said( $this->of_amount( '5' ) ) );
	}

	public function test_what_the_settings_leave_out_is_shown_all_the_same(): void {
		$this->invoice();
		$this->world->change_settings( [ 'creditnote' => self::switched( false ) ] );
		$this->add( 501, '5.00' );
		self::assertSame(
			'held: 4.17 + 0.83 = 5.00, left 7.00, Sellsy agrees, workflow_disabled',
			$this->said( $this->of_refund( 501 ) )
		);

		$this->world->change_settings( [ 'creditnote' => [ 'start_date' => '2030-01-01' ] + self::switched( true ) ] );
		self::assertSame(
			'held: 4.17 + 0.83 = 5.00, left 7.00, Sellsy agrees, before_start_date',
			$this->said( $this->of_refund( 501 ) )
		);
		self::assertSame(
			'held: 1.67 + 0.33 = 2.00, left 10.00, Sellsy agrees, before_start_date',
			$this->said( $this->of_amount( '2' ) ),
			'A refund that is left out takes nothing from the invoice.'
		);
	}

	public function test_what_was_credited_whole_has_nothing_left(): void {
		$this->world->change_settings( [ 'refunds' => [ 'credit_cancelled' => true ] ] );
		$this->invoice();
		$this->world->order( 1, status: 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( 'stops, already_credited', $this->said( $this->of_amount( '5' ) ) );
	}

	public function test_a_credit_note_of_a_deleted_refund_counts_for_one_of_the_same_amount(): void {
		$this->invoice();
		$this->add( 501, '10.00' );
		$this->credit();
		$this->world->shop->refunds[1] = [];
		$this->credit();

		self::assertSame( 'stops, already_credited', $this->said( $this->of_amount( '10' ) ) );
		self::assertSame( 'stops, refund_over_invoice', $this->said( $this->of_amount( '2.01' ) ) );
	}

	public function test_why_it_would_stop_is_said(): void {
		$this->invoice();
		$this->add( 501, '4.00', '2.00', '0.40' );
		self::assertSame( 'stops, refund_lines_differ', $this->said( $this->of_refund( 501 ) ) );

		$this->world->change_settings( [ 'tax_rates' => [] ] );
		self::assertSame( 'stops, tax_unmapped', $this->said( $this->of_refund( 501 ) ) );
	}

	public function test_without_an_answer_of_sellsy_it_is_plain_arithmetic(): void {
		$this->invoice();
		$this->world->sellsy->plan( 'compute', FailureKind::NotSent );
		self::assertSame( 'made: 4.17 + 0.83 = 5.00, left 7.00, not asked', $this->said( $this->of_amount( '5' ) ) );

		$this->world->sellsy->plan( 'compute', FailureKind::Rejected, status: 400 );
		self::assertSame( 'stops, rejected', $this->said( $this->of_amount( '5' ) ) );
	}

	public function test_what_has_a_credit_note_is_not_foreseen(): void {
		$this->invoice();
		$this->add( 501, '5.00' );
		$this->credit();

		$this->expectExceptionObject( new Refused( Refused::HAS_CREDIT_NOTE ) );
		$this->of_refund( 501 );
	}

	public function test_another_refund_or_order_is_none(): void {
		self::assertNull( $this->world->preview->of_refund( 1, 501 ) );
		self::assertNull( $this->world->preview->of_amount( 2, '5' ) );
	}

	/** @dataProvider refused_amounts */
	public function test_senseless_amounts_are_refused(
		string $typed,
		string $reason,
		string $currency = 'EUR',
	): void {
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $this->world->shop->orders[1] ),
				'currency' => \OrderInvoicer\Domain\Money\Currency::from_code( $currency ),
			]
		);
		$this->add( 501, '2.00' );
		try {
			$this->of_amount( $typed );
			self::fail( "$typed was taken." );
		} catch ( Refused $refused ) {
			$left = $refused->facts['left'] ?? '';
			self::assertSame( "amount_$reason", trim( "{$refused->why} $left" ) );
		}
	}

	/** @return iterable<string, array{0: string, 1: string, 2?: string}> */
	public static function refused_amounts(): iterable {
		foreach ( [ 'abc', '', '1e3', '1 000', '1.234,50', '+5', '5 €' ] as $typed ) {
			yield "\"$typed\"" => [ $typed, 'not_a_number' ];
		}
		yield 'nothing'         => [ '0,00', 'not_positive' ];
		yield 'below zero'      => [ '-5', 'not_positive' ];
		yield 'a third decimal' => [ '5.001', 'too_many_decimals' ];
		yield 'yen have none'   => [ '5.5', 'too_many_decimals', 'JPY' ];
		yield 'more than left'  => [ '10.01', 'more_than_left 10.00' ];
		yield 'endless'         => [ str_repeat( '9', 40 ), 'more_than_left 10.00' ];
	}

	private function said( CreditPreview $preview ): string {
		$amount = static fn ( int $minor ): string => Decimal::of_minor( $minor, 2 )->to_scale( 2 );
		$totals = $preview->totals;
		$said   = $preview->outcome->value;
		if ( $totals !== null ) {
			$said .= ': ' . $amount( $totals->excl_tax ) . ' + ' . $amount( $totals->taxes[0]->vat ) . ' = '
				. $amount( $totals->incl_tax );
		}
		$said .= $preview->left === null ? '' : ', left ' . $amount( $preview->left );
		$said .= $totals === null ? '' : ( $preview->sellsy_agrees ? ', Sellsy agrees' : ', not asked' );
		return $said . ( $preview->problem === null ? '' : ", {$preview->problem->code->value}" );
	}

	private function of_amount( string $typed ): CreditPreview {
		return $this->world->preview->of_amount( 1, $typed ) ?? throw new \LogicException( 'No order.' );
	}

	private function of_refund( int $id ): CreditPreview {
		return $this->world->preview->of_refund( 1, $id ) ?? throw new \LogicException( 'No refund.' );
	}

	private function invoice(): void {
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	private function add( int $id, string $amount, string $ht = '', string $vat = '' ): void {
		$lines                           = $ht === ''
			? []
			: [
				new RefundLine(
					order_line_id: 10,
					quantity: Decimal::zero(),
					total: Decimal::from_string( $ht ),
					taxes: [ 1 => Decimal::from_string( $vat ) ]
				),
			];
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $amount ),
			lines: $lines,
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: false
		);
	}

	private function credit(): void {
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );
	}

	private function note(): \OrderInvoicer\Domain\Documents\RemoteDocument {
		$notes = array_filter(
			$this->world->sellsy->documents,
			static fn ( $document ): bool => $document->kind === DocumentKind::CreditNote
		);
		self::assertCount( 1, $notes );
		return end( $notes );
	}
}
