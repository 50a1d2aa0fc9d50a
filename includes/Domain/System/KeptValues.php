<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** Texts that are kept under a name, for all processes alike: what one writes, the next that reads sees. */
interface KeptValues {

	/** Empty: there is none. */
	public function get( string $name ): string;

	public function set( string $name, string $value ): void;

	/**
	 * @param string $old as it was read; empty: there was none.
	 * @return bool true for the one who changed it; false: it is another by now, and stays so.
	 */
	public function swap( string $name, string $old, string $new_value ): bool;

	/** Adds one to a number, whoever else does at the same time. */
	public function increment( string $name ): int;

	/** True when there was one. */
	public function delete( string $name ): bool;
}
