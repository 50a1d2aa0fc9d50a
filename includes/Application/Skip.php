<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Sync\Problem;

/** Nothing is to be done after all; the problem says why. */
final class Skip extends \RuntimeException {

	public function __construct( public readonly Problem $problem ) {
		parent::__construct( $problem->code->value );
	}
}
