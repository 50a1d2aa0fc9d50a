<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Documents at Sellsy. A search that fails throws: unknown is never none. */
interface Invoicing {

	/**
	 * Sellsy's arithmetic on the draft; saves nothing.
	 *
	 * @throws RemoteFailure
	 */
	public function compute( DocumentDraft $draft ): ComputedDocument;

	/** @throws RemoteFailure */
	public function create( DocumentDraft $draft ): RemoteDocument;

	/**
	 * A draft becomes what is given; rows are replaced as a whole.
	 *
	 * @throws RemoteFailure of kind NotFound when it is gone.
	 */
	public function update( int $id, DocumentDraft $draft ): RemoteDocument;

	/**
	 * Null: it is gone.
	 *
	 * @throws RemoteFailure
	 */
	public function get( DocumentKind $kind, int $id ): ?RemoteDocument;

	/**
	 * The customer's documents since that moment that carry the key, newest first.
	 *
	 * @return list<RemoteDocument>
	 * @throws RemoteFailure
	 */
	public function find_by_key(
		DocumentKind $kind,
		CustomerRef $customer,
		string $key,
		\DateTimeImmutable $since,
	): array;

	/**
	 * Draft to final; irreversible. Invoices and credit notes only.
	 *
	 * @param string $date `Y-m-d`, today in the shop's time zone.
	 * @throws RemoteFailure
	 */
	public function validate( DocumentKind $kind, int $id, string $date ): RemoteDocument;
}
