<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** One thing that a connection must be allowed to do, and whether it is. */
final class Right {

	/**
	 * @param string $name  the scope; what needs a privilege of its own beside the same scope has a name of its own.
	 * @param string $scope to tick on the access at Sellsy.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $scope,
		public readonly RightState $state,
	) {}
}
