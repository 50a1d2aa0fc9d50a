<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;

/**
 * Why all work stands still, or all of one kind: a right that only this kind needs is missing. Nothing fails and no
 * attempt is used up meanwhile. `until` null: until a person acts or the cause is seen to be gone.
 */
final class Pause {

	public function __construct(
		public readonly Problem $problem,
		public readonly \DateTimeImmutable $since,
		public readonly ?\DateTimeImmutable $until,
		public readonly ?Effect $only = null,
	) {}

	/** As people are told of it. Stored it stays without: runners compare what is stored. */
	public function told(): Problem {
		return $this->problem->is( ProblemCode::SellsyDown )
			? $this->problem->and( [ 'since' => $this->since->format( DATE_RFC3339 ) ] )
			: $this->problem;
	}
}
