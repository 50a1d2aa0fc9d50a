<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\DraftRow;
use OrderInvoicer\Domain\Document\RowKind;
use OrderInvoicer\Domain\Document\Totals;
use OrderInvoicer\Domain\Item\ItemRef;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\ApiRequest;
use OrderInvoicer\Sellsy\Mapping\DetailsMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\Documents;

final class DocumentMappingTest extends AdapterTestCase {

	private DocumentMapping $mapping;

	protected function setUp(): void {
		parent::setUp();
		$this->mapping = new DocumentMapping( new RowMapping(), new DetailsMapping() );
	}

	public function test_sends_everything_that_a_draft_can_hold(): void {
		$this->answer( [ 'id' => 1 ], 201 );

		( new Documents( $this->client ) )->create(
			DocumentKind::Invoice,
			$this->mapping->body(
				self::full_draft(),
				[
					'id' => 4,
					'end_of_month' => true,
				]
			)
		);

		$this->assert_sent( 'invoice', 0 );
	}

	public function test_sends_nothing_that_a_draft_does_not_hold(): void {
		$this->answer( [ 'amounts' => [] ] );
		$customer = new CustomerRef( CustomerType::Individual, 13 );
		$draft    = new DocumentDraft( DocumentKind::Invoice, 'SHOP-1001', $customer, null, null, null, Currency::of( 'EUR' ), '2026-11-24', '', '', [], new Totals( 0, 0, [] ), 1, null, null, null );

		( new Documents( $this->client ) )->compute( DocumentKind::Invoice, $this->mapping->body( $draft, [] ) );

		self::assertSame( [ 'date', 'currency', 'order_reference', 'rate_category_id', 'related', 'rows' ], array_keys( $this->sent( 0 ) ) );
		self::assertSame(
			[
				[
					'type' => 'individual',
					'id' => 13,
				],
			],
			$this->sent( 0 )['related']
		);
	}

	public function test_reads_a_document_with_exact_amounts(): void {
		$this->answer(
			[
				'id'              => 1,
				'number'          => 'F-2026-00001',
				'status'          => 'due',
				'order_reference' => 'SHOP-1001',
				'created'         => '2026-11-24T10:00:00+01:00',
				'amounts'         => [
					'total_excl_tax' => '24.98',
					'total_incl_tax' => 29.97,
				],
				'rows'            => [
					[
						'type' => 'catalog',
						'amount_tax_exc' => '24.975',
					],
					[
						'type' => 'comment',
						'text' => 'x',
					],
					[
						'type' => 'single',
						'amount_tax_exc' => 5,
					],
				],
			]
		);

		$document = $this->mapping->document( DocumentKind::Invoice, $this->client->send( ApiRequest::get( '/invoices/{id}', [ 'id' => 1 ] ) ) );

		self::assertSame( [ 1, 'F-2026-00001', 'due', 'SHOP-1001', '2026-11-24T10:00:00+01:00' ], [ $document->id, $document->number, $document->status, $document->key, $document->created ] );
		self::assertSame( [ '24.98', '29.97' ], [ $document->amounts->excl_tax->to_string(), $document->amounts->incl_tax->to_string() ] );
		self::assertSame( [ '24.975', null, '5' ], array_map( static fn( ?Decimal $total ): ?string => $total?->to_string(), $document->amounts->row_totals ) );
	}

	public function test_a_drafts_number_does_not_count(): void {
		$this->answer(
			[
				'id' => 1,
				'number' => 'DRAFT-7',
				'status' => 'draft',
				'amounts' => [
					'total_excl_tax' => '1.00',
					'total_incl_tax' => '1.20',
				],
			]
		);

		$document = $this->mapping->document( DocumentKind::Invoice, ( new Documents( $this->client ) )->get( DocumentKind::Invoice, 1 ) );

		self::assertSame( '', $document->number );
		self::assertTrue( $document->is_draft() );
	}

	private static function full_draft(): DocumentDraft {
		return new DocumentDraft(
			DocumentKind::Invoice,
			'SHOP-1001/R1',
			new CustomerRef( CustomerType::Company, 12 ),
			44,
			91,
			92,
			Currency::of( 'EUR' ),
			'2026-11-24',
			'Commande n° 1001',
			"Merci !\nTom & \"Jerry\" <b>\r\nFin",
			[
				new DraftRow( RowKind::Priced, 'T-shirt bleu', str_repeat( 'é', 260 ), Decimal::of( '3' ), Decimal::of( '8.325' ), 2498, 3, new ItemRef( 17, 'product' ) ),
				new DraftRow( RowKind::Priced, 'Frais de port', '', Decimal::of( '1' ), Decimal::of( '4.9' ), 490, 3 ),
				new DraftRow( RowKind::Comment, 'Code promo NOEL : 5,00 €' ),
			],
			new Totals( 2988, 3586, [] ),
			1,
			2,
			8,
			4
		);
	}
}
