<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** Nothing is to be done after all; the problem says why. */
final class SkipTask extends \RuntimeException {

	/** @param bool $concerns_others other rows of the order are looked at again once this one is left out. */
	public function __construct( public readonly Problem $problem, public readonly bool $concerns_others = false ) {
		parent::__construct( $problem->code->value );
	}

	/** A follow-up that the order, its document or the settings no longer ask for. */
	public static function not_wanted(): self {
		return new self( new Problem( ProblemCode::StepNotWanted ) );
	}
}
