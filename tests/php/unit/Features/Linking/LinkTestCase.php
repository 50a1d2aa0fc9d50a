<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Sellsy;

require_once dirname( __DIR__, 2 ) . '/Wording/untranslated.php';

/** What a person finds and links: documents that somebody made in Sellsy. */
abstract class LinkTestCase extends CreditedOrderTestCase {

	protected LinkTarget $invoice;

	protected function setUp(): void {
		parent::setUp();
		$this->invoice = new LinkTarget( DocumentKind::Invoice );
		$this->client( 40, 'Client Test' );
	}

	/** @return list<LinkProposal> */
	final protected function look( LinkTarget $target, string $number ): array {
		return $this->world->engine->find_to_link()->numbered( 1, $target, $number );
	}

	final protected function link( LinkProposal $seen ): ?Task {
		return $this->world->engine->link_document()->link(
			1,
			$seen->target,
			$seen->document->id,
			$seen->mark()
		);
	}

	final protected function effect( Effect $effect ): ?Task {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->key->effect === $effect ) {
				return $row;
			}
		}
		return null;
	}

	final protected function client( int $id, string $name ): void {
		$ref = new CustomerRef( CustomerType::Individual, $id );

		$this->world->sellsy->customers[ Sellsy::key( $ref ) ] = new RemoteCustomer(
			ref: $ref,
			relation: 'client',
			name: $name,
			email: 'somebody@example.com',
			reference: '',
			siren: '',
			siret: '',
			vat_number: '',
			archived: false,
			first_name: explode( ' ', $name )[0]
		);
	}

	/** What Sellsy says of it, so that all of it can be credited. */
	final protected function says( int $id, string $ht ): void {
		$this->world->credit_notes->by_hand[ $id ] = [
			new DraftRow(
				kind: RowKind::Priced,
				description: 'Produit',
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( $ht ),
				total: Decimal::from_string( $ht )->to_minor( 2 ),
				tax_id: 20
			),
		];
	}

	/** Somebody makes it in Sellsy. */
	final protected function made(
		int $id,
		string $number,
		string $ttc = '12.00',
		int $customer = 40,
		DocumentKind $kind = DocumentKind::Invoice,
		string $status = 'due',
	): void {
		$ref = new CustomerRef( CustomerType::Individual, $customer );

		$this->world->sellsy->documents[ $id ]   = new RemoteDocument(
			kind: $kind,
			id: $id,
			number: $number,
			status: $status,
			key: '',
			amounts: new ComputedDocument(
				row_totals: [],
				excl_tax: Decimal::from_string( '10.00' ),
				incl_tax: Decimal::from_string( $ttc ),
				taxes: []
			),
			created: $this->world->clock->now()->format( 'c' ),
			currency: 'EUR'
		);
		$this->world->sellsy->billed[ $id ]      = Sellsy::key( $ref );
		$this->world->invoicing->parties[ $id ] = [ $ref, null, null, null ];
	}
}
