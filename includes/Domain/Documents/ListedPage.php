<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

/** A part of a list of documents. */
final class ListedPage {

	/**
	 * @param list<ListedDocument> $documents
	 * @param string               $next      the position of the page after this; empty when nothing is left.
	 */
	public function __construct(
		public readonly array $documents,
		public readonly string $next,
	) {}
}
