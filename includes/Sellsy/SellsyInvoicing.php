<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\PartiesMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;

/**
 * Documents through API v2, with everything that they name; those that v2 cannot write go through v1.
 *
 * @assumes day-of-goods
 * @assumes v1-arithmetic
 * @assumes v1-rows-stay
 */
final class SellsyInvoicing implements Invoicing {

	/** Clocks differ, and whether Sellsy compares with the offset of a moment is not documented. */
	private const CLOCK_MARGIN = '-1 day';

	public function __construct(
		private readonly Documents $documents,
		private readonly DocumentMapping $mapping,
		private readonly AccountLists $lists,
		private readonly V1Documents $v1,
		private readonly ServiceDates $service_dates,
		private readonly ListSince $list,
	) {}

	public function compute( DocumentDraft $draft ): ComputedDocument {
		return $this->sent(
			$draft,
			fn ( DocumentDraft $draft ): ComputedDocument => $draft->kind->needs_v1()
				? $this->computed_as_order( $draft )
				: $this->mapping->amounts(
					$draft->kind,
					$this->documents->compute( $draft->kind, $this->summed( $draft ) )
				)
		);
	}

	/**
	 * The expected total of a delivery note or proforma. Neither API computes these. That Sellsy adds up their rows
	 * like those of an order is inferred. The answer to the creation says what the document is really worth.
	 */
	private function computed_as_order( DocumentDraft $draft ): ComputedDocument {
		return $this->mapping->amounts(
			DocumentKind::Order,
			$this->documents->compute( DocumentKind::Order, $this->mapping->sums( $draft ) )
		);
	}

	public function create( DocumentDraft $draft ): RemoteDocument {
		return $this->sent(
			$draft,
			fn ( DocumentDraft $draft ): RemoteDocument => $draft->kind->needs_v1()
				? $this->v1->create( $draft )
				: $this->document(
					$draft->kind,
					$this->documents->create( $draft->kind, $this->body( $draft ), PartiesMapping::EMBEDDED )
				)
		);
	}

	/** Delivery notes and proformas cannot be updated: v1 documents no way that keeps their rows' tie to the order. */
	public function update( int $id, DocumentDraft $draft ): RemoteDocument {
		return $this->sent(
			$draft,
			fn ( DocumentDraft $draft ): RemoteDocument => $this->document(
				$draft->kind,
				$this->documents->update(
					$draft->kind,
					$id,
					$this->mapping->update( $draft, $this->lists->terms_of( $draft->payment_term_id ) ),
					PartiesMapping::EMBEDDED
				)
			)
		);
	}

	/**
	 * The dates of a service go only where an answer of this account has shown that they are on. Refused all the same,
	 * they are left out from then on: a refusal has made nothing.
	 *
	 * @template T
	 * @param \Closure(DocumentDraft): T $send
	 * @return T
	 */
	private function sent( DocumentDraft $draft, \Closure $send ): mixed {
		if ( $draft->details->service_start === '' || ! $this->service_dates->are_on() ) {
			return $send( $draft->without_service_dates() );
		}
		try {
			return $send( $draft );
		} catch ( RemoteFailure $refused ) {
			if ( ! $refused->is_about( 'service_dates' ) ) {
				throw $refused;
			}
			$this->service_dates->were_refused();
			return $send( $draft->without_service_dates() );
		}
	}

	private function document( DocumentKind $kind, Answer $answer ): RemoteDocument {
		if ( $answer->has( 'service_dates' ) ) {
			$this->service_dates->were_seen();
		}
		return $this->mapping->document( $kind, $answer );
	}

	public function get( DocumentKind $kind, int $id ): ?RemoteDocument {
		return RemoteFailure::null_when_gone(
			fn (): RemoteDocument => $kind->needs_v1()
				? $this->v1->get( $kind, $id )
				: $this->document( $kind, $this->documents->get( $kind, $id, PartiesMapping::EMBEDDED ) )
		);
	}

	/**
	 * Sellsy has no filter on our key: the customer's documents since then are read and compared here, each in both
	 * places that hold a key.
	 */
	public function find_by_key(
		DocumentKind $kind,
		CustomerRef $customer,
		string $key,
		\DateTimeImmutable $since,
	): array {
		$since     = $since->modify( self::CLOCK_MARGIN );
		$documents = $kind->needs_v1()
			? $this->v1->since( $kind, $customer, $since )
			: $this->since( $kind, $customer, $since );
		return array_values(
			array_filter( $documents, static fn( RemoteDocument $document ): bool => $document->bears( $key ) )
		);
	}

	public function validate( DocumentKind $kind, int $id, string $date ): RemoteDocument {
		return $this->document( $kind, $this->documents->validate( $kind, $id, $date ) );
	}

	/**
	 * The parent adds nothing to the sums, and once this document stands, its status may no longer be one that a parent
	 * may have.
	 *
	 * @return array<string, mixed>
	 */
	private function summed( DocumentDraft $draft ): array {
		return array_diff_key( $this->body( $draft ), [ 'parent' => null ] );
	}

	/** @return list<RemoteDocument> newest first. */
	private function since( DocumentKind $kind, CustomerRef $customer, \DateTimeImmutable $since ): array {
		$filters = ApiRequest::related( $customer->type->value, $customer->id ) + $this->list->filters( $kind, $since );
		$found   = $this->documents->search(
			$kind,
			$filters,
			fn( Answer $answer ): bool => $this->list->is_end( $answer, $since )
		);
		return array_map( fn( Answer $answer ): RemoteDocument => $this->document( $kind, $answer ), $found );
	}

	/** @return array<string, mixed> */
	private function body( DocumentDraft $draft ): array {
		return $this->mapping->body( $draft, $this->lists->terms_of( $draft->payment_term_id ) );
	}
}
