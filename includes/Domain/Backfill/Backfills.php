<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backfill;

defined( 'ABSPATH' ) || exit;

/** The back-fill that was started last; whatever runs or was stopped since. */
interface Backfills {

	public function current(): ?Backfill;

	public function begin( Backfill $backfill ): void;

	/** True for the one who changed it: a runner that moves on and a person who pauses may meet. */
	public function replace( Backfill $old, Backfill $changed ): bool;
}
