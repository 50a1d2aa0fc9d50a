<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * Three lamps at 10.00, in each 0.50 of eco-participation: in Sellsy's own field where that changes nothing, else in
 * the text.
 *
 * @assumes eco-tax
 */
final class EcoTaxTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true, true );
		$this->world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
			]
		);
	}

	/**
	 * @testWith ["keep", "Produit", "0.5"]
	 *           ["add", "Produit\nÉco 0.5 × 3 HT", null]
	 *           ["refuse", "Produit\nÉco 0.5 × 3 HT", null]
	 *           ["fail", "Produit\nÉco 0.5 × 3 HT", null]
	 */
	public function test_the_field_is_used_where_it_changes_no_total(
		string $sellsy,
		string $text,
		?string $field,
	): void {
		$this->world->sellsy->eco_tax = $sellsy;
		$this->invoice();

		self::assertSame( TaskState::Done, $this->world->row()->state );
		self::assertSame( [ $text, $field ], $this->said( $this->world->invoicing->created[0] ) );
		self::assertSame(
			'36',
			$this->world->sellsy->documents[ $this->world->row()->remote_id ]->amounts->incl_tax->to_string()
		);
	}

	public function test_a_row_without_an_item_has_no_field_for_it(): void {
		$this->world->change_settings( [ 'items' => [ 'create' => false ] ] );
		$this->invoice();

		self::assertSame( [ "Produit\nÉco 0.5 × 3 HT", null ], $this->said( $this->world->invoicing->created[0] ) );
	}

	public function test_the_older_api_has_text_only(): void {
		$this->world->change_settings(
			[
				'invoice'  => [ 'enabled' => false ],
				'delivery' => [ 'enabled' => true ],
			]
		);
		$this->invoice();

		self::assertSame( [ "Produit\nÉco 0.5 × 3 HT", null ], $this->said( $this->world->invoicing->created[0] ) );
	}

	public function test_a_refunded_piece_takes_its_own_with_it(): void {
		$this->invoice();
		$this->refund( '1', '10.00', '2.00' );
		self::assertSame( [ 'Produit', '0.5' ], $this->said( $this->world->invoicing->created[1] ) );

		$this->world->sellsy->eco_tax = 'add';
		$this->refund( '1', '10.00', '2.00' );
		self::assertSame( [ "Produit\nÉco 0.5 × 1 HT", null ], $this->said( $this->world->invoicing->created[2] ) );
	}

	public function test_money_given_back_without_a_piece_takes_none(): void {
		$this->invoice();
		$this->refund( '0', '1.00', '0.20' );
		self::assertSame( [ 'Produit', null ], $this->said( $this->world->invoicing->created[1] ) );
	}

	public function test_a_credit_note_of_the_whole_invoice_says_it_in_words(): void {
		$this->invoice();
		$this->world->reissue->now( 1 );
		$this->world->pass_time( 5 );
		self::assertSame( [ "Produit\nÉco 0.5 × 3 HT", null ], $this->said( $this->world->invoicing->created[1] ) );
	}

	private function invoice(): void {
		$order                        = SnapshotArray::to_array( $this->world->order( 1, ht: '30.00', vat: '6.00' ) );
		$order['lines'][0]['quantity'] = '3';
		$order['lines'][0]['eco']      = '0.5';
		$this->world->shop->orders[1] = SnapshotArray::from_array( $order );
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
	}

	private function refund( string $quantity, string $ht, string $vat ): void {
		$refunds                         = $this->world->shop->refunds[1] ?? [];
		$lines                           = [
			new RefundLine(
				order_line_id: 10,
				quantity: Decimal::from_string( $quantity ),
				total: Decimal::from_string( $ht ),
				taxes: [ 1 => Decimal::from_string( $vat ) ]
			),
		];
		$amount                          = Decimal::from_string( $ht )->plus( Decimal::from_string( $vat ) );
		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: 501 + count( $refunds ),
			amount: $amount,
			lines: $lines,
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: false
		);
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 5 );
	}

	/** @return array{string, string|null} text and field of the first priced row. */
	private function said( DocumentDraft $draft ): array {
		$rows = array_values(
			array_filter( $draft->rows, static fn ( DraftRow $row ): bool => $row->kind === RowKind::Priced )
		);
		return [ $rows[0]->description, $rows[0]->eco?->is_field === true ? $rows[0]->eco->unit->to_string() : null ];
	}
}
