<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** Where more work comes from once nothing is due: a feature that opens rows a few at a time. */
interface WorkSource {

	/** Asked first, and cheap. */
	public function may_feed(): bool;

	/** @return bool whether something is due now. */
	public function feed(): bool;
}
