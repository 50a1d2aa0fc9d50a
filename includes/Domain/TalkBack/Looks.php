<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * Where the looks at Sellsy are kept from one pass to the next. Two passes at once: a look goes on only from where it
 * was seen, and the other one stops.
 */
interface Looks {

	public function round( DocumentKind $kind, Round $round ): RoundLook;

	/** @return bool false: it is another by now, and stays so. */
	public function move_round( DocumentKind $kind, Round $round, RoundLook $was, RoundLook $to ): bool;

	public function payments(): PaymentsLook;

	/** @return bool false: it is another by now, and stays so. */
	public function move_payments( PaymentsLook $was, PaymentsLook $to ): bool;
}
