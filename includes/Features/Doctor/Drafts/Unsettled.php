<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

/** Something may have been made of which no search tells yet: no other one is made. */
final class Unsettled extends \RuntimeException {

	/**
	 * @param \DateTimeImmutable|null $again when another search tells; null: not in this run.
	 * @param string                  $why   as a code.
	 */
	public function __construct(
		public readonly ?\DateTimeImmutable $again,
		public readonly string $why = 'left-open',
	) {
		parent::__construct();
	}
}
