<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** A document's page in Sellsy's back office: the only address that survives from draft to final. */
final class DocumentPage {

	/** @param string $sellsy_app_url without a slash at the end. */
	public function __construct( private readonly string $sellsy_app_url ) {}

	public function url( DocumentKind $kind, int $id ): string {
		return "{$this->sellsy_app_url}/?_f={$kind->value}Overview&id=$id";
	}
}
