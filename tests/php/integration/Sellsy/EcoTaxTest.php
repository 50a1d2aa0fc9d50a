<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;

/**
 * Sellsy's own field for eco-participation, as its contract has it, on every kind of document that has rows of the
 * catalogue.
 */
final class EcoTaxTest extends SellsyTestCase {

	/**
	 * @testWith ["estimate"]
	 *           ["order"]
	 *           ["invoice"]
	 *           ["creditnote"]
	 */
	public function test_it_is_kept_and_read_again( string $kind ): void {
		$draft = $this->draft( DocumentKind::from( $kind ) );
		self::assertSame( '36', $this->invoicing->compute( $draft )->incl_tax->to_string() );

		$made = $this->invoicing->create( $draft );
		$row  = $this->credits->rows( $made->kind, $made->id, $draft->currency )[0];
		self::assertSame( [ '0.5', true ], [ $row->eco?->unit->to_string(), $row->eco?->incl_tax ] );
		self::assertSame( 3000, $row->total );
	}

	public function test_where_it_is_added_or_refused_compute_says_so(): void {
		$draft = $this->draft( DocumentKind::Invoice );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'eco_tax' => 'add' ] );
		self::assertSame( '37.8', $this->invoicing->compute( $draft )->incl_tax->to_string() );

		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'eco_tax' => 'refuse' ] );
		try {
			$this->invoicing->compute( $draft );
			self::fail( 'It is refused.' );
		} catch ( RemoteFailure $refused ) {
			self::assertSame( FailureKind::Rejected, $refused->kind );
		}
	}

	private function draft( DocumentKind $kind ): DocumentDraft {
		$buyer = new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: 'Client',
			last_name: 'Test',
			company: '',
			phone: '',
			siren: '',
			siret: '',
			vat_number: ''
		);
		$third = $this->customers->create( new CustomerDraft( CustomerType::Individual, 'SHOP-C7', $buyer ) )->ref;
		$item  = $this->items->create(
			new ItemDraft(
				type: 'product',
				reference: 'LAMPE',
				name: 'Lampe',
				price: Decimal::from_string( '10' ),
				tax_id: 1
			)
		);
		$row   = new DraftRow(
			kind: RowKind::Priced,
			description: 'Lampe',
			reference: 'LAMPE',
			quantity: Decimal::from_string( '3' ),
			unit_amount: Decimal::from_string( '10' ),
			total: 3000,
			tax_id: 1,
			item: $item->ref,
			eco: new EcoTax( unit: Decimal::from_string( '0.5' ), incl_tax: true, description: 'Lampe', is_field: true )
		);
		return new DocumentDraft(
			kind: $kind,
			key: 'SHOP-1001',
			customer: $third,
			contact_id: null,
			invoicing_address_id: null,
			delivery_address_id: null,
			currency: Currency::from_code( 'EUR' ),
			date: Drafts::today(),
			subject: 'Commande 1001',
			note: '',
			rows: [ $row ],
			totals: new Totals( 3000, 3600, [] ),
			rate_category_id: 1,
			owner_id: null,
			model_id: null,
			payment_term_id: null
		);
	}
}
