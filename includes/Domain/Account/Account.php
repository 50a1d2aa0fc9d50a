<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The connected Sellsy account: who is connected, and the lists that settings choose from (kept for an hour). */
interface Account {

	public function is_configured(): bool;

	/**
	 * What ids at Sellsy belong to; changes when another account is connected. Empty when there are no credentials.
	 *
	 * @throws RemoteFailure when these credentials were never used and Sellsy cannot be asked now.
	 */
	public function id(): string;

	/**
	 * `GET /staffs/me`.
	 *
	 * @return array{id: int, name: string, email: string}
	 * @throws RemoteFailure
	 */
	public function me(): array;

	/**
	 * What Sellsy called the account last: the company whose books are written to. Empty where Sellsy did not say: a
	 * person with a restricted view of the staff is not told. Null where nobody asked. Asks Sellsy nothing.
	 */
	public function name(): ?string;

	/**
	 * Asks Sellsy what the account is called now, and nothing else: which account it is stays as it was.
	 *
	 * @throws RemoteFailure
	 */
	public function read_name(): void;

	/**
	 * The rights that this shop needs, as far as they can be seen without anything being written.
	 *
	 * @return list<Right>
	 * @throws RemoteFailure other than AccountBlocked.
	 */
	public function rights(): array;

	/**
	 * @return list<RemoteTax>
	 * @throws RemoteFailure
	 */
	public function taxes(): array;

	/**
	 * Only those that an invoice may use: without taxes included.
	 *
	 * @return list<array{id: int, label: string, currency: string, is_default: bool}>
	 * @throws RemoteFailure
	 */
	public function rate_categories(): array;

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function staffs(): array;

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function models(): array;

	/**
	 * Those that need nothing but their id and what Sellsy's list says of them.
	 *
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function payment_terms(): array;

	/**
	 * @return list<array{id: int, label: string}>
	 * @throws RemoteFailure
	 */
	public function payment_methods(): array;

	/**
	 * Whether API v1 answers with these credentials: only then delivery notes, proformas, shipped states and e-mails.
	 *
	 * @throws RemoteFailure other than AccountBlocked.
	 */
	public function has_v1(): bool;

	/**
	 * The lists that can be read now without asking Sellsy: `taxes`, `rate_categories`, `staffs`, `models`,
	 * `payment_terms`, `payment_methods`, `units`, `currencies`, `v1` (whether it answers). All, where there is no
	 * account to ask.
	 *
	 * @return list<string>
	 */
	public function kept_lists(): array;

	/**
	 * Without asking Sellsy: a list as it was read last, in the last days; empty where it never was.
	 *
	 * @template T
	 * @param callable(): list<T> $read one of the methods above.
	 * @return list<T>
	 */
	public function as_last_read( callable $read ): array;

	/** Read the kept lists anew: the owner changed something at Sellsy. */
	public function refresh(): void;
}
