<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Another runner does what this one needs first: come back soon, no try is used up. */
final class RetryLater extends \RuntimeException {

	public function __construct(
		public readonly Problem $problem,
		public readonly int $seconds,
	) {
		parent::__construct( $problem->code->value );
	}
}
