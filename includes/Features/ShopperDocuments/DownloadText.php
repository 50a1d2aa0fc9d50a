<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

/** Why the owner gets no file. Plain text, to be escaped. */
final class DownloadText {

	public function not_now(): string {
		return __( 'Sellsy did not hand this file out just now. Nothing is wrong with the document: try again in a few minutes.', 'orderinvoicer' );
	}

	public function gone(): string {
		return __( 'Sellsy has no such file (any more): the document is a draft, was deleted or cancelled there, or belongs to another account.', 'orderinvoicer' );
	}
}
