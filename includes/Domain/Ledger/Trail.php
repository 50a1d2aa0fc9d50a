<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Step;

/** What the try in hand does on its way; it is kept with the try's outcome in the AttemptLog. */
interface Trail {

	/** A try begins: what was noted before belongs to another. */
	public function begin(): void;

	public function note( Step $step ): void;
}
