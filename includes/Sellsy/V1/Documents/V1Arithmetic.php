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
 * What a delivery note or proforma will be worth. Neither API computes these; that Sellsy adds their rows up as those of
 * an order (`POST /orders/compute`) is inferred. What the document is worth in fact, its creation answers.
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
