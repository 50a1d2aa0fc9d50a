<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** Which site and which Sellsy account the work belongs to: a copied site must never invoice. */
interface Site {

	/** This site's home address without scheme and `www.`. */
	public function address(): string;

	/** The address as it was when Sellsy was connected; empty before. */
	public function known_address(): string;

	/** The Sellsy account of that time; empty before. */
	public function known_account(): string;

	/** Since when this account is the site's: all that was made here since then is in it. Null where nobody knows. */
	public function known_since(): ?\DateTimeImmutable;

	/**
	 * Whether this is the database that the shop itself worked with, on the same server. A shop may answer under two
	 * addresses; a copy has a database of its own. False where nobody knows.
	 */
	public function is_at_home(): bool;

	/** The shop itself works here: a shop that moves to another server has a new home. */
	public function settle(): void;

	/** This database is its home from then on. */
	public function remember( string $address, string $account, \DateTimeImmutable $at ): void;
}
