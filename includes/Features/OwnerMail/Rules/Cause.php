<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** Why all work stands still, or all of one kind, at this moment. */
final class Cause {

	/** @param \DateTimeImmutable|null $since null where nobody wrote it down. */
	public function __construct(
		public readonly Problem $problem,
		public readonly ?\DateTimeImmutable $since,
		public readonly bool $is_of_one_kind = false,
	) {}

	/** Two kinds of work that lack the same right have one cause. */
	public function key(): string {
		return rtrim( "{$this->problem->code->value} {$this->problem->fact( 'scope' )}" );
	}
}
