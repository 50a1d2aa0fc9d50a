<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** What this process keeps in memory although people and other processes may have changed it since. */
interface RuntimeCache {

	/** Settings and products are read anew. */
	public function forget(): void;

	/** As `forget()`; what is read then counts until `release()`: one row of the ledger sees one state of the shop. */
	public function hold(): void;

	public function release(): void;
}
