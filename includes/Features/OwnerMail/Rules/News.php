<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

/** What is to be said now, and what was told once that is said. */
final class News {

	/**
	 * @param list<Cause>             $stopped       new ones.
	 * @param \DateTimeImmutable|null $goes_on_since work goes on, and had stood still since then.
	 */
	public function __construct(
		public readonly Told $told,
		public readonly array $stopped = [],
		public readonly ?\DateTimeImmutable $goes_on_since = null,
	) {}
}
