<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Notifying;

defined( 'ABSPATH' ) || exit;

/** What was told, shared by every runner. */
interface ToldStore {

	public function read(): Told;

	/**
	 * True where nobody else has written since it was read here; otherwise nothing is kept. What is kept already costs
	 * nothing.
	 */
	public function keep( Told $told ): bool;
}
