<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** Secrets encrypted at rest. */
interface SecretStore {

	/** Empty when there is none or it can no longer be read (the site's keys changed). */
	public function get( string $name ): string;

	/** @throws \RuntimeException when it cannot be encrypted: nothing is stored then. */
	public function set( string $name, string $value ): void;

	/** True for the one process that deleted it. */
	public function delete( string $name ): bool;

	/** False when something is stored that can no longer be read. */
	public function is_readable( string $name ): bool;
}
