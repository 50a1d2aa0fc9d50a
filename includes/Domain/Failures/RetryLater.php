<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Something else must be done first: come back soon. No try is used up. */
final class RetryLater extends \RuntimeException {

	public function __construct(
		public readonly Problem $problem,
		public readonly int $seconds,
	) {
		parent::__construct( $problem->code->value );
	}
}
