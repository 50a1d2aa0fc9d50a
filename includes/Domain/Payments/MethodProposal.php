<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

final class MethodProposal {

	/** @param bool $certain false where several methods carry the word that decided: a person must look. */
	public function __construct(
		public readonly int $method_id,
		public readonly bool $certain,
	) {}
}
