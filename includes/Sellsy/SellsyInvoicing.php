<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Document\ComputedDocument;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Sellsy\Mapping\InvoiceMapping;
use OrderInvoicer\Sellsy\Resources\Invoices;

defined( 'ABSPATH' ) || exit;

final class SellsyInvoicing implements Invoicing {

	/** Clocks differ, and whether Sellsy compares with the offset of a moment is not documented. */
	private const CLOCK_MARGIN = '-1 day';

	public function __construct(
		private readonly Invoices $invoices,
		private readonly InvoiceMapping $mapping,
		private readonly AccountLists $lists,
	) {}

	public function compute( DocumentDraft $draft ): ComputedDocument {
		return $this->mapping->amounts( $this->invoices->compute( $this->body( $draft ) ) );
	}

	public function create( DocumentDraft $draft ): RemoteDocument {
		return $this->mapping->document( $this->invoices->create( $this->body( $draft ) ) );
	}

	public function get( DocumentKind $kind, int $id ): RemoteDocument {
		return $this->mapping->document( $this->invoices->get( $id ) );
	}

	/** Sellsy has no filter on `order_reference`: the customer's invoices since then are read and compared here. */
	public function find_by_key( DocumentKind $kind, CustomerRef $customer, string $key, \DateTimeImmutable $since ): array {
		$filters   = [
			'related_objects' => [
				[
					'type' => $customer->type->value,
					'id'   => $customer->id,
				],
			],
			'created'         => [ 'start' => $since->modify( self::CLOCK_MARGIN )->format( DATE_ATOM ) ],
		];
		$documents = array_map( $this->mapping->document( ... ), $this->invoices->search( $filters ) );
		return array_values( array_filter( $documents, static fn( RemoteDocument $document ): bool => $document->key === $key ) );
	}

	public function validate( DocumentKind $kind, int $id, string $date ): RemoteDocument {
		return $this->mapping->document( $this->invoices->validate( $id, $date ) );
	}

	/** @return array<string, mixed> */
	private function body( DocumentDraft $draft ): array {
		return $this->mapping->body( $draft, $this->payment_terms( $draft->payment_term_id ) );
	}

	/**
	 * A term that has left the list since it was chosen is sent by its id alone: Sellsy's refusal then says so.
	 *
	 * @return array<string, int|bool>
	 */
	private function payment_terms( ?int $id ): array {
		if ( $id === null ) {
			return [];
		}
		foreach ( $this->lists->payment_terms() as $term ) {
			if ( $term['id'] === $id ) {
				return $term['terms'];
			}
		}
		return [ 'id' => $id ];
	}
}
