<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Something else must be done first: come back soon. No try is used up. */
final class RetryLater extends \RuntimeException {

	/** @param bool $is_punctual not later than that, however often it waits. */
	public function __construct(
		public readonly Problem $problem,
		public readonly int $seconds,
		public readonly bool $is_punctual = false,
	) {
		parent::__construct( $problem->code->value );
	}

	/** @param string $for what must be there first: a fact of WaitsForDocument. */
	public static function until_there_is( string $for, int $seconds ): self {
		return new self( new Problem( ProblemCode::WaitsForDocument, [ 'for' => $for ] ), $seconds );
	}
}
