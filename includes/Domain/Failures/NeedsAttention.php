<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/** A rule stops the document: nothing may be created and a person must act. */
final class NeedsAttention extends \RuntimeException {

	public function __construct( public readonly Problem $problem ) {
		parent::__construct( $problem->code->value );
	}

	/** @param array<string, string|int> $facts */
	public static function because( ProblemCode $code, array $facts = [] ): self {
		return new self( new Problem( $code, $facts ) );
	}
}
