<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** A rule stops the document: nothing may be created and a person must act. */
final class CannotInvoice extends \RuntimeException {

	public function __construct( public readonly Problem $problem ) {
		parent::__construct( $problem->code->value );
	}

	/** @param array<string, string|int> $facts */
	public static function because( ProblemCode $code, array $facts = [] ): self {
		return new self( new Problem( $code, $facts ) );
	}
}
