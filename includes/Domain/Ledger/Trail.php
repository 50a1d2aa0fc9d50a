<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Step;

/** The steps of the current try. They are kept with its outcome in the AttemptLog. */
interface Trail {

	/** A try begins: what was noted before belongs to another. */
	public function begin(): void;

	public function note( Step $step ): void;
}
