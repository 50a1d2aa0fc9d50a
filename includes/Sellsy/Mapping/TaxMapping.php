<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Taxes\TaxDraft;

/**
 * The body of `POST /taxes`: Sellsy refuses a plain tax of rate 0, and an exempt one takes no rate. The rate must be a
 * JSON number; it gets the rate's own digits.
 */
final class TaxMapping {

	/** @return array<string, mixed> */
	public function body( TaxDraft $draft ): array {
		$kind = $draft->reason === null
			? [ 'rate' => (float) $draft->rate->to_string() ]
			: [
				'category' => $draft->reason->category(),
				'vatex'    => $draft->reason->vatex(),
			];
		return [ 'label' => Text::line( $draft->label, 250 ) ] + $kind + [ 'is_active' => true ];
	}
}
