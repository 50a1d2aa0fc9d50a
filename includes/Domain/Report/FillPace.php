<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Pace;

/** Of how many old documents something is still to be read, and how fast they become fewer. */
final class FillPace {

	/**
	 * @param int $most  so many were left when they began to become fewer.
	 * @param int $since Unix time of that.
	 * @param int $at    Unix time at which those that are left were counted.
	 */
	public function __construct(
		public readonly int $left,
		public readonly int $most,
		public readonly int $since,
		public readonly int $at,
	) {}

	/** While the ledger is gone through, more and more are found. */
	public static function counted( ?self $before, int $left, \DateTimeImmutable $now ): self {
		$at = $now->getTimestamp();
		return $before === null || $left >= $before->most
			? new self( left: $left, most: $left, since: $at, at: $at )
			: new self( left: $left, most: $before->most, since: $before->since, at: $at );
	}

	/** @return int|null null before its pace is known. */
	public function days_left(): ?int {
		return Pace::days_left( $this->at - $this->since, $this->most - $this->left, $this->left );
	}
}
