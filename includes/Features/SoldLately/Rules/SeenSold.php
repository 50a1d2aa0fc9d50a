<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

/** What Sellsy showed of one reference or one e-mail address. */
final class SeenSold {

	/** @param list<SoldFault> $faults none where all is right. */
	public function __construct(
		public readonly \DateTimeImmutable $at,
		public readonly array $faults,
	) {}
}
