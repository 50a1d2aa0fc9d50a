<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** It failed on this site, not at Sellsy: it is tried again, and a try is used up. */
final class TryAgain extends \RuntimeException {

	public function __construct( public readonly Problem $problem ) {
		parent::__construct( $problem->code->value );
	}
}
