<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Documents that somebody else made, as a person looks for them. Lists say neither rows nor customer. */
interface DocumentsToLink {

	/** Sellsy finds a document of this kind by its number, whoever it is for. */
	public function finds_by_number( DocumentKind $kind ): bool;

	/**
	 * Only of kinds that it finds so.
	 *
	 * @return list<RemoteDocument>
	 * @throws RemoteFailure
	 */
	public function numbered( DocumentKind $kind, string $number ): array;

	/**
	 * One page of the customer's documents.
	 *
	 * @param \DateTimeImmutable $since what was made before may be left out.
	 * @return list<RemoteDocument> newest first.
	 * @throws RemoteFailure
	 */
	public function of_customer( DocumentKind $kind, CustomerRef $customer, \DateTimeImmutable $since ): array;
}
