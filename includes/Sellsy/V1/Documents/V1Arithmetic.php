<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Resources\Documents;

/**
 * The expected total of a delivery note or proforma. Neither API computes these. That Sellsy adds up their rows like
 * those of an order (`POST /orders/compute`) is inferred. The answer to the creation says what the document is really
 * worth.
 *
 * @assumes v1-arithmetic
 */
final class V1Arithmetic {

	public function __construct(
		private readonly Documents $documents,
		private readonly DocumentMapping $mapping,
	) {}

	public function compute( DocumentDraft $draft ): ComputedDocument {
		$answer = $this->documents->compute( DocumentKind::Order, $this->mapping->sums( $draft ) );
		return $this->mapping->amounts( DocumentKind::Order, $answer );
	}
}
