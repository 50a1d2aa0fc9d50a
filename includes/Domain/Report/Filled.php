<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

/** How far the filling in of old documents came. */
interface Filled {

	/** Null before it began. */
	public function position(): ?FillPosition;

	public function keep_position( FillPosition $position ): void;
}
