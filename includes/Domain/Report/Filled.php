<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/** How far the filling in of old documents came. */
interface Filled {

	/** Null before it began. */
	public function position(): ?FillPosition;

	/**
	 * A report that could not be written takes the position back, and several runners may fill at once: it goes on only
	 * from where it was seen.
	 *
	 * @param ?FillPosition $was as it was seen; null where it had not begun.
	 * @return bool false: it is another by now, and stays so.
	 */
	public function move( ?FillPosition $was, FillPosition $to ): bool;
}
