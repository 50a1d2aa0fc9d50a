<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\ListedDocument;

/** Which documents this shop knows. */
interface OwnDocuments {

	/**
	 * Those whose id no row of the ledger holds.
	 *
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument>
	 */
	public function unknown_among( array $documents ): array;

	/**
	 * Those under whose key a row has sent one of their kind and got no answer: the row will look it up by itself.
	 *
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument>
	 */
	public function awaited_among( array $documents ): array;

	/**
	 * Those that no row of the ledger holds. One with a reference and the customer of a row is a copy that a person
	 * made at Sellsy, or one whose answer was lost, and is not among them. Where the list names no customer, the
	 * reference is enough.
	 *
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument>
	 */
	public function strangers_among( array $documents ): array;
}
