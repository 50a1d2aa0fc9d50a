<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Assumptions;

defined( 'ABSPATH' ) || exit;

/**
 * What ordinary work sees of an assumption on a real document of the connected account, in answers that it has anyhow:
 * nothing is asked for it. Unknown is none. It never fails the work, and what is known already costs nothing.
 */
interface Observations {

	/**
	 * @param string $seen a code of what was seen: small letters, digits and hyphens, never anything of the account's
	 *                     own.
	 */
	public function saw( Assumption $assumption, bool $is_as_assumed, string $seen ): void;

	/** Nothing was seen of it yet: for what would have to be looked up here first. */
	public function is_open( Assumption $assumption ): bool;
}
